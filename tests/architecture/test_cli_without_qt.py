"""The command line needs no display and starts fast: no Qt, and nothing it has no use for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app.cli.parser import COMMANDS

PROJECT = Path(__file__).parents[2]
QT = {"PySide6", "shiboken6"}
HEAVY = {
    "PIL", "babel", "cryptography", "jinja2", "keyring", "lxml", "mnemonic", "msgspec", "pikepdf",
    "platformdirs", "pypdf", "pypdfium2", "pypdfium2_raw", "rapidfuzz", "reportlab", "segno",
    "sqlcipher3", "stdnum", "typst", "uharfbuzz", "zxcvbn",
}  # fmt: skip

REPORT = """
import json, sys
where, sys.argv = sys.argv[1], ["papier-libre", *sys.argv[2:]]
from desktop_app.__main__ import main
try:
    sys.exit(main())
finally:
    with open(where, "w") as report:
        json.dump(sorted({name.split(".")[0] for name in sys.modules}), report)
"""


def run(folder: Path, *arguments: str) -> set[str]:
    """Run a command in a process of its own; return the packages it loaded."""
    loaded = folder / "loaded.json"
    done = subprocess.run(
        [sys.executable, "-c", REPORT, str(loaded), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(loaded.read_text("utf-8")))


BARE = """
import sys
before = set(sys.modules)
sys.argv[1:] = ["--version"]
from desktop_app.__main__ import main
main()
print(*sorted(set(sys.modules) - before))
"""


def test_version_loads_nothing_but_itself() -> None:
    """It is what a script asks first, and a slow disk reads each file."""
    done = subprocess.run(
        [sys.executable, "-c", BARE], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    said, loaded = done.stdout.splitlines()
    assert said == f"papier-libre {__version__}"
    assert set(loaded.split()) == {"desktop_app", "desktop_app.__main__", "desktop_app.hardening"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of this system end otherwise")
def test_version_that_nobody_reads_is_no_error() -> None:
    command = [sys.executable, "-m", "desktop_app", "--version"]
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            command, cwd=PROJECT, stdout=write, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


READING_PACKS = {"jinja2", "msgspec", "platformdirs", "rapidfuzz"}
LISTING = READING_PACKS | {"babel"}
"""What a list says of former editions has its day."""


@pytest.mark.parametrize(
    ("arguments", "may_load"),
    [
        pytest.param(["catalogue", "--json"], LISTING, id="catalogue"),
        pytest.param(["catalogue", "--search", "caf"], LISTING, id="search"),
        pytest.param(
            ["deadline", "caf-rapo-rsa", "--event", "notification", "--date", "2026-11-02"],
            {"msgspec"},
            id="deadline",
        ),
        pytest.param(["pack", "list"], LISTING, id="pack list"),
        pytest.param(["law", "arguments"], READING_PACKS | {"babel"}, id="law arguments"),
    ],
)
def test_command_loads_only_its_tools(
    tmp_path: Path, arguments: list[str], may_load: set[str]
) -> None:
    loaded = run(tmp_path, *arguments)
    assert loaded & (QT | HEAVY) - may_load == set()


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_loads_no_qt(tmp_path: Path, command: str) -> None:
    loaded = run(tmp_path, command, "--help")
    assert loaded & QT == set()


def test_demo_loads_no_qt(tmp_path: Path) -> None:
    """The whole journey: letter, kit, form, safe, search."""
    loaded = run(tmp_path, "demo", "--out", str(tmp_path / "demo"), "--json")
    assert loaded & QT == set()
    assert "sqlcipher3" in loaded, "the journey did not go through the safe"
