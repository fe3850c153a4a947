"""A real keyring, under a bus of its own: what a script says that was run beside it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

UNLOCK = 'printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"'


def need_keyring() -> None:
    """Skip, by the name of what is missing, where there is none."""
    for needed in ("dbus-run-session", "gnome-keyring-daemon"):
        if shutil.which(needed) is None:
            pytest.skip(f"needs {needed}")
    pytest.importorskip("secretstorage", reason="needs secretstorage (Linux)")


def said_beside_it(
    script: str, *arguments: str, folder: Path, **more: str
) -> tuple[list[str], str]:
    """Run Python lines where the keyring is open; return the lines they print, and the errors.

    ``more``: of the environment.
    """
    need_keyring()
    environment = {k: v for k, v in os.environ.items() if k != "PYTHON_KEYRING_BACKEND"}
    environment |= {"XDG_RUNTIME_DIR": str(folder), "PYTHONPATH": str(Path(__file__).parents[2])}
    environment |= more
    command = ["dbus-run-session", "--", "sh", "-c", UNLOCK, "sh", sys.executable, "-c", script]
    done = subprocess.run(
        [*command, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.stdout.splitlines(), done.stderr
