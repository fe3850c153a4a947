"""The whole folder for Windows tried by Wine: each trial is a row of the table, and a slow test.

``python -m tests.packaging.windows_whole [FOLDER…]`` tries folders that ``./start package
windows`` made, or an installer laid, and prints how long each trial took and how it ended.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.display import Hands, virtual_display
from tests.packaging.keys import Keys, finish_the_letter, save_the_letter, write_the_letter
from tests.packaging.wine import Wine, seen_from_windows

PROJECT = Path(__file__).parents[2]
WHOLE = PROJECT / "build" / "windows" / "papier-libre"
SEEN = Path(__file__).with_name("window_seen.py")
PHRASE = "cheval agrafe pile correcte batterie lune"
TITLE = "Été à Nîmes"
EXPECTED_ABSENT = {"printing"}
"""Wine may have no printer."""


@dataclass(frozen=True)
class Place:
    """A folder of the program, a Windows, and an empty folder to work in."""

    folder: Path
    wine: Wine
    work: Path

    def cli(self, *arguments: str, given: str = "") -> "subprocess.CompletedProcess[str]":
        """Run a command on Windows."""
        program = self.folder / "papier-libre-cli.exe"
        return self.wine.run(program, *arguments, cwd=self.work, given=given.encode())

    def here(self, *arguments: str, given: str = "") -> str:
        """Run a command of the checkout, on this Linux; return what it said."""
        order = [sys.executable, "-m", "desktop_app", *arguments]
        surroundings = {**os.environ, "PYTHONPATH": str(PROJECT)}
        done = subprocess.run(
            order, input=given, env=surroundings, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout


def starts(at: Place) -> str:
    """Say its version."""
    done = at.cli("--version")
    assert done.stdout.startswith("papier-libre "), done.stderr
    return done.stdout.strip()


def tests_itself(at: Place) -> str:
    """Run the whole self-test."""
    done = at.cli("self-test", "--json")
    said = json.loads(done.stdout)
    wrong = {one["name"]: one["detail"] for one in said["checks"] if one["state"] != "ok"}
    assert said["ok"], wrong
    assert set(wrong) <= EXPECTED_ABSENT, wrong
    return f"{len(said['checks']) - len(wrong)} / {len(said['checks'])}"


def demonstrates(at: Place) -> str:
    """Run the demonstration: a letter, its kit, a form filled and proved, a safe."""
    done = at.cli("demo", "--out", seen_from_windows(at.work / "démo"))
    assert done.returncode == 0, done.stdout + done.stderr
    made = sorted(one.name for one in (at.work / "démo").rglob("*.pdf"))
    assert len(made) >= 2, made
    return f"{len(made)} PDF"


def opens_a_safe_of_linux_and_the_reverse(at: Place) -> str:
    """A safe made here is opened there, written to, and read here; and the other way round."""
    paper = at.work / "papier.txt"
    paper.write_text("Un papier.\n", "utf-8")
    phrase = ("--phrase-fd", "0")
    ours, theirs = at.work / "de Linux.coffre", at.work / "de Windows.coffre"
    at.here("safe", "create", str(ours), "--no-recovery", *phrase, given=PHRASE)
    at.here("safe", "add", str(ours), str(paper), "--title", TITLE, *phrase, given=PHRASE)
    made = at.cli(
        "safe", "create", seen_from_windows(theirs), "--no-recovery", *phrase, given=PHRASE
    )
    assert made.returncode == 0, made.stderr
    for safe in (ours, theirs):
        order = ("safe", "add", seen_from_windows(safe), seen_from_windows(paper))
        added = at.cli(*order, "--title", f"{TITLE} 2", *phrase, given=PHRASE)
        assert added.returncode == 0, added.stderr
        checked = at.cli("safe", "check", seen_from_windows(safe), *phrase, given=PHRASE)
        assert checked.returncode == 0, checked.stderr
    for safe, papers in ((ours, 2), (theirs, 1)):
        found = json.loads(
            at.here("safe", "search", str(safe), "Nîmes", "--json", *phrase, given=PHRASE)
        )
        assert found["total"] == papers, found
        at.here("safe", "check", str(safe), *phrase, given=PHRASE)
    return "les deux sens"


def writes_a_letter_in_its_window(at: Place) -> str:
    """J1's core: the window opens, and a letter is written by its keyboard up to its PDF."""
    seen, shot = at.work / "seen.json", at.work / "window.png"
    with virtual_display() as display, _manager(display):
        arguments = ("-I", seen_from_windows(SEEN), seen_from_windows(seen))
        began = time.monotonic()
        window = at.wine.start(
            at.folder / "papier-libre.exe", *arguments, more={"DISPLAY": display}
        )
        try:
            keys = Keys(display, seen, patience=300)
            _until(seen.exists, 300)
            opened = time.monotonic() - began
            Hands(display).title("")
            write_the_letter(keys)
            finish_the_letter(keys)
            save_the_letter(keys)
        finally:
            order = ["import", "-display", display, "-window", "root", str(shot)]
            subprocess.run(order, check=False, capture_output=True)
            window.terminate()
            window.wait(60)
    (letter,) = at.wine.profile.glob("lettre.pdf")
    assert letter.read_bytes()[:5] == b"%PDF-"
    letter.unlink()
    return f"ouverte en {opened:.1f} s, {len(set(keys.pages))} pages"


class _manager:  # noqa: N801
    """A window manager, without which nothing gives a window the keyboard."""

    def __init__(self, display: str) -> None:
        self._order, self._display = ["openbox"], display

    def __enter__(self) -> None:
        surroundings = {**os.environ, "DISPLAY": self._display}
        self._process = subprocess.Popen(
            self._order, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()


def _until(right: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not right():
        assert time.monotonic() < end, "the window does not open"
        time.sleep(0.2)


TRIALS: dict[str, Callable[[Place], str]] = {
    "départ": starts,
    "self-test": tests_itself,
    "démonstration": demonstrates,
    "coffre d’un système à l’autre": opens_a_safe_of_linux_and_the_reverse,
    "J1 au clavier": writes_a_letter_in_its_window,
}


def rows(folder: Path, wine: Wine, work: Path, wanted: Sequence[str]) -> Iterator[str]:
    """Yield one line a trial, in Markdown; a refusal is a line too."""
    for name in wanted:
        place = Place(folder, wine, Path(tempfile.mkdtemp(dir=work)))
        began = time.monotonic()
        try:
            ended = TRIALS[name](place)
        except (AssertionError, ValueError, subprocess.TimeoutExpired) as failure:
            ended = f"**non** : {str(failure).splitlines()[0][:200]}"
        yield f"| {name} | {time.monotonic() - began:.0f} s | {ended} |"


def main() -> None:
    """Try each folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[WHOLE])
    parser.add_argument("--only", nargs="+", choices=TRIALS, default=list(TRIALS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        wine = Wine(Path(work) / "prefix")
        wine.prefix.mkdir()
        wine.run("wineboot", "-i")
        for folder in options.folders:
            size = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file()) / 1e6
            print(f"\n{folder} : {size:.1f} Mo\n\n| essai | durée | résultat |\n|---|---|---|")
            for row in rows(folder.resolve(), wine, Path(work), options.only):
                print(row, flush=True)
        wine.end()


if __name__ == "__main__":
    main()
