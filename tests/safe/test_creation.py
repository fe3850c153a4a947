"""A safe in the making: whole or not there, whatever stops the program."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.safe import workplace
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.known import KnownSafes
from tests.safe.conftest import PHRASE, TODAY, Made

KILLED = """
import datetime as dt, os, sys
from pathlib import Path
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.known import KnownSafes

class PowerCut(Disk):
    left = int(sys.argv[2])

    def _now(self):
        self.left -= 1
        if self.left < 0:
            os._exit(9)

    def write(self, *given, **named):
        self._now()
        return super().write(*given, **named)

    def rename(self, *given):
        self._now()
        return super().rename(*given)

door = Door(disk=PowerCut(), choose_kdf=lambda: FLOOR)
door.create(KnownSafes(Path(sys.argv[1])).new(), sys.argv[3], on=dt.date(2026, 11, 24))
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "coffres"


def create_and_stop(place: Path, after: int) -> int:
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(place), str(after), PHRASE],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    ).returncode


def test_a_program_stopped_at_each_write_leaves_no_safe_or_a_whole_one(place: Path) -> None:
    known, stopped = KnownSafes(place), 0
    while create_and_stop(place, stopped):
        assert known.all() == [], "a half-made safe is offered to be opened"
        stopped += 1
    assert stopped >= 4, "the test stopped it nowhere"
    (whole,) = known.all()
    Door(choose_kdf=lambda: FLOOR).open(whole.path, PHRASE, on=TODAY).close()


def a_while_ago(left: Path) -> None:
    then = time.time() - 60
    os.utime(left, (then, then))


def test_what_was_left_half_made_is_swept_by_the_next_one(place: Path) -> None:
    create_and_stop(place, 1)
    (left,) = place.iterdir()
    known = KnownSafes(place)
    known.new()
    assert left.exists(), "another program may be making it now"
    a_while_ago(left)
    known.new()
    assert list(place.iterdir()) == []


def test_who_works_beside_is_not_swept(place: Path) -> None:
    place.mkdir()
    with workplace.beside(place / "a.zip") as work:
        (work / "zip").write_bytes(b"x")
        a_while_ago(work)
        workplace.sweep(place)
        assert (work / "zip").exists()
    for name, inside in ((".0123456789abcdef.part", "lettre.pdf"), (".mon dossier.part", "zip")):
        (place / name).mkdir()
        (place / name / inside).write_bytes(b"x")
        a_while_ago(place / name)
    workplace.sweep(place)
    assert len(list(place.iterdir())) == 2, "what is not ours"


@pytest.mark.parametrize("gesture", ["backup", "restore", "export"])
def test_what_a_killed_gesture_left_beside_goes_with_the_next(
    original: Made, tmp_path: Path, gesture: str
) -> None:
    """As large as the safe, on a key perhaps."""
    door, key = Door(choose_kdf=lambda: FLOOR), tmp_path / "clé"
    key.mkdir()
    made = original.copied(tmp_path / "coffre")
    with made.open_with_key() as safe:
        safe.backup(tmp_path / "b.zip", on=TODAY)
    for number in range(2):
        left = key / f".{number:016x}.part"
        left.mkdir()
        for name in ("safe.db", "keys", "manifest", "zip"):
            (left / name).write_bytes(b"x" * 100)
        a_while_ago(left)
        if gesture == "backup":
            with made.open_with_key() as safe:
                safe.backup(key / "b.zip", on=TODAY, replace=True)
        elif gesture == "restore":
            door.restore(tmp_path / "b.zip", key / f"new{number}", PHRASE)
        else:
            door.export(tmp_path / "b.zip", key / f"out{number}", PHRASE)
        assert not [*key.glob(".*")]


def test_the_words_already_on_a_sheet_open_it(place: Path) -> None:
    door = Door(choose_kdf=lambda: FLOOR)
    words = door.draw_words()
    created = door.create(place / "un.coffre", PHRASE, on=TODAY, words=words)
    assert created.recovery_words == words
    door.open(place / "un.coffre", " ".join(words), on=TODAY).close()
