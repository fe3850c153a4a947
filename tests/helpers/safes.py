"""A real safe in a folder of the test."""

import datetime as dt
from pathlib import Path

from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.workflow.store import Safe

PHRASE = "lampe citron vague moulin tissu orage"


def new_safe(folder: Path, on: dt.date) -> Path:
    """Create a safe and return its folder."""
    place = folder / "essai.coffre"
    Door(choose_kdf=lambda: FLOOR).create(place, PHRASE, on=on, recovery=False)
    return place


def open_safe(place: Path, on: dt.date) -> Safe:
    """Open the safe of ``new_safe``."""
    return Door(choose_kdf=lambda: FLOOR).open(place, PHRASE, on=on)
