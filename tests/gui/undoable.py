"""Watches, in every test of the window, that what it writes in a safe can be undone.

An act on the database that a screen asks for is recorded (``workflow/undoing.py``), or stands in
``KNOWN`` with the reason why it is no gesture. A new writing act that is neither fails the test.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from desktop_app.safe.database import Database

PACKAGE = Path(__file__).parents[2] / "desktop_app"
TESTS = Path(__file__).parents[1]
KNOWN = {
    "workflow/undoing.py": "recorded, or undone",
    "workflow/matter/received.py": "the letter that a draft answers, kept before its answers",
    "workflow/matter/moving.py": "what an interview takes along from another safe",
    "workflow/interview/half_typed.py": "what is being typed, kept until it is noted",
    "workflow/matter/erasing.py": "erased for good: in the closed list",
    "workflow/office/erasing.py": "people erased for good: in the closed list",
    "workflow/packs/pack_drafts.py": "a model in the making: its editor undoes each gesture",
    "workflow/office/day.py": "what former days left open is closed; file numbers are given once",
    "workflow/safes/blanks.py": "the empty form that a draft answers, kept before its answers",
    "workflow/safes/care.py": "a safe made, restored, repaired; what the bin lets go",
    "workflow/safes/todays_date.py": "the last day seen",
    "safe/access.py": "keys: in the closed list",
    "safe/short_codes.py": "by what a helper comes back to her page: a key, in the closed list",
    "safe/team.py": "who helps in an office: keys; its rules, set again on their page",
    "safe/circles.py": "circles and their readers: keys; a dossier moved, which is moved back",
    "safe/live_slots.py": "keys: in the closed list",
    "safe/rotation.py": "another key: in the closed list",
    "safe/door.py": "a safe made, opened, restored, repaired",
    "safe/migrations.py": "the tables themselves; those a check compares them with",
    "safe/warnings.py": "what was read",
    "safe/person_keys.py": "keys of a safe of before, made from what is known",
    "safe/numbers.py": "a number for each person, the first day of an office",
}
ERASING = ("erase", "empty")  # of ``safe/bin.py``: in the closed list


@contextmanager
def watched() -> Iterator[list[str]]:
    """Note the acts that nothing can undo, each by who asked for it."""
    found: list[str] = []
    act = Database.act

    @contextmanager
    def seen(self: Database) -> Iterator[None]:
        before = self._connection.total_changes
        with act(self):
            yield
        if self._connection.total_changes != before:
            asked = list(_asked(sys._getframe(2)))
            if not any(one in KNOWN or one == "tests" for one in asked):
                found.append(" < ".join(asked))

    patch = pytest.MonkeyPatch()
    patch.setattr(Database, "act", seen)
    try:
        yield found
    finally:
        patch.undo()


def _asked(frame: FrameType | Any | None) -> Iterator[str]:
    """Yield the modules of ours that asked for what is done there, the nearest first."""
    while frame is not None:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(TESTS) and file.name != Path(__file__).name:
            yield "tests"
        elif file.is_relative_to(PACKAGE):
            erasing = file.name == "bin.py" and frame.f_code.co_name in ERASING
            yield "safe/access.py" if erasing else str(file.relative_to(PACKAGE))
        frame = frame.f_back
