"""``./start test --windows``: the core's tests by a Windows Python, under Wine.

    ./start test --windows [--folder DIR] [--jobs N] [--page FILE] [-k WORDS] [FILE or FOLDER…]

Each file runs in a process of its own, which may hang or break alone. Without files: all that need
neither X nor CUPS (``CORE``). At the end: how many passed, failed and were skipped, and why; the
status is how many files have something that failed. The folder of the Windows Python is made at the
first run (10 minutes, 500 MB); ``tests/windows/make_folder.sh`` says what that needs.
"""

import argparse
import contextlib
import functools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.windows.counts import Counts, counted, table

PROJECT = Path(__file__).parents[2]
CORE = (
    "tests/core", "tests/catalogue", "tests/cli", "tests/safe", "tests/untrusted", "tests/workflow",
    "tests/sentences", "tests/pages", "tests/pdf", "tests/received", "tests/scanning",
    "tests/printing", "tests/windows", "tests/test_*.py",
)  # fmt: skip
LONGEST_S = 1800
"""Of a file: what then still runs is ended, and counted as broken."""


def default_folder() -> Path:
    """Return where the Windows Python is kept between two runs."""
    cache = os.environ.get("XDG_CACHE_HOME", "") or Path.home() / ".cache"
    return Path(cache) / "papier-libre" / "windows-tests"


def main(words: list[str]) -> int:
    """Run the tests asked for, and print what became of them."""
    parser = argparse.ArgumentParser(prog="./start test --windows")
    parser.add_argument("--folder", type=Path, default=default_folder())
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--page", type=Path, help="write the table there too")
    parser.add_argument("-k", dest="chosen", default="")
    parser.add_argument("files", nargs="*")
    asked = parser.parse_args(words)
    if shutil.which("wine") is None:
        print("needs Wine: apt-get install --no-install-recommends wine wine64")
        return 1
    python = prepared(asked.folder.absolute())
    files = found(asked.files or CORE)
    began = time.monotonic()
    with screen() as display, ThreadPoolExecutor(asked.jobs) as running:
        run = functools.partial(ran, python, display, asked.chosen)
        done = list(running.map(lambda one: _told(run(one)), files))
    said = table(done, round(time.monotonic() - began))
    print(said)
    if asked.page:
        asked.page.write_text(said + "\n", "utf-8")
    return sum(bool(one.wrong) for one in done)


def found(asked: "list[str] | tuple[str, ...]") -> list[Path]:
    """Return the files of tests that are named, or below what is."""
    files: list[Path] = []
    for one in asked:
        for place in sorted(PROJECT.glob(one)):
            files += sorted(place.rglob("test_*.py")) if place.is_dir() else [place]
    return files


def prepared(folder: Path) -> Path:
    """Return the Python of a folder, made where it is not there, which reads this checkout."""
    python = folder / "python" / "python.exe"
    if not python.is_file():
        subprocess.run([Path(__file__).with_name("make_folder.sh"), PROJECT, folder], check=True)
    site = python.parent / "Lib" / "site-packages"
    (site / "papier-libre.pth").write_text(windows_path(PROJECT) + "\n", "utf-8")
    if not (folder / "prefix").is_dir():
        subprocess.run(["wineboot", "-i"], env=surroundings(python), check=True)
    _make_small_drive(folder)
    return python


def surroundings(python: Path) -> dict[str, str]:
    """Return what Wine is started with: a Windows of its own, beside the Python; no display."""
    folder = python.parent.parent
    small = {"PAPIER_LIBRE_SMALL_DRIVE": "T:\\"} if os.path.ismount(folder / "small") else {}
    ours = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    return ours | small | {"WINEPREFIX": str(folder / "prefix"), "WINEDEBUG": "-all"}


def _make_small_drive(folder: Path) -> None:
    """Mount a disk of 8 MB, which Wine calls T:; who may not mount does without its tests."""
    small, drive = folder / "small", folder / "prefix" / "dosdevices" / "t:"
    small.mkdir(exist_ok=True)
    if not os.path.ismount(small):
        mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(small)]
        subprocess.run(mount, capture_output=True, check=False)
    if os.path.ismount(small) and not drive.is_symlink():
        drive.symlink_to(small)


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """Lend a display of nobody's, for the window that hears Windows; "" without Xvfb."""
    if shutil.which("Xvfb") is None:
        yield ""
        return
    told, tells = os.pipe()
    command = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1024x700x24"]
    with subprocess.Popen(command, pass_fds=[tells], stderr=subprocess.DEVNULL) as shown:
        os.close(tells)
        with os.fdopen(told) as number:
            display = number.readline().strip()
        try:
            yield f":{display}" if display else ""
        finally:
            shown.terminate()


def windows_path(path: Path) -> str:
    """Return how Wine names a path of this computer."""
    return "Z:" + str(path.absolute()).replace("/", "\\")


def ran(python: Path, display: str, chosen: str, file: Path) -> Counts:
    """Run one file of tests, and return what became of it."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.xml"
        shown = surroundings(python) | ({"DISPLAY": display} if display else {})
        command = [
            *("wine", str(python), "-X", "utf8", "-m", "pytest", "-q", "-n", "0"),
            *("-p", "no:cacheprovider", "--timeout", str(LONGEST_S)),
            *("--junitxml", windows_path(report)),
            *(("-k", chosen) if chosen else ()),
            str(file.relative_to(PROJECT)),
        ]
        # Into a file: what a test left alive would hold a pipe open.
        words = Path(scratch) / "said"
        try:
            with words.open("wb") as told:
                subprocess.run(
                    command, cwd=PROJECT, env=shown, stdout=told, stderr=told, check=False,
                    timeout=LONGEST_S,
                )  # fmt: skip
            said = words.read_text("utf-8", "replace")
        except subprocess.TimeoutExpired:
            said = f"not done after {LONGEST_S} s"
        return counted(str(file.relative_to(PROJECT)), report, said)


def _told(one: Counts) -> Counts:
    print(one.line(), flush=True)
    return one


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
