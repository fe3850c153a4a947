"""A safe in the making: whole or not there, whatever stops the program."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.known import KnownSafes
from tests.safe.conftest import PHRASE, TODAY

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


def test_what_was_left_half_made_is_swept_the_next_day(place: Path) -> None:
    create_and_stop(place, 1)
    (left,) = place.iterdir()
    known = KnownSafes(place)
    known.new()
    assert left.exists(), "another program may be making it now"
    yesterday = time.time() - 25 * 3600
    os.utime(left, (yesterday, yesterday))
    known.new()
    assert list(place.iterdir()) == []


def test_the_words_already_on_a_sheet_open_it(place: Path) -> None:
    door = Door(choose_kdf=lambda: FLOOR)
    words = door.draw_words()
    created = door.create(place / "un.coffre", PHRASE, on=TODAY, words=words)
    assert created.recovery_words == words
    door.open(place / "un.coffre", " ".join(words), on=TODAY).close()
