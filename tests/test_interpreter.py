"""The program starts its children from a medium that marks no file as a program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import interpreter

LOADER = Path("/lib64/ld-linux-x86-64.so.2")
AGAIN = """
import os, subprocess, sys
from desktop_app import interpreter
assert not os.access(sys.executable, os.X_OK)
child = "import sys; print(sys.executable, sys.argv[1:])"
sys.exit(subprocess.call([*interpreter.command(), "-c", child, "deux mots"]))
"""


def test_an_interpreter_is_started_by_its_own_file() -> None:
    assert interpreter.command() == [sys.executable]


def test_one_that_is_no_program_by_the_loader_that_started_it(tmp_path: Path) -> None:
    if not LOADER.exists():
        pytest.skip("needs Linux on x86-64, with glibc")
    copy = tmp_path / "clé é" / "python"
    copy.parent.mkdir()
    shutil.copyfile(os.path.realpath(sys.executable), copy)
    copy.chmod(0o644)
    done = subprocess.run(
        [LOADER, "--argv0", copy, copy, "-c", AGAIN],
        env={"PYTHONHOME": sys.base_prefix, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == f"{copy} ['deux mots']\n", done.stderr
