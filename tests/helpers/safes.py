"""A real safe in a folder of the test."""

import datetime as dt
from pathlib import Path

from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.system_keyring import Held, SystemKeyring
from desktop_app.workflow.store import Safe

PHRASE = "lampe citron vague moulin tissu orage"


def new_safe(folder: Path, on: dt.date) -> Path:
    """Create a safe, with its recovery words, and return its folder."""
    place = folder / "essai.coffre"
    Door(choose_kdf=lambda: FLOOR).create(place, PHRASE, on=on)
    return place


def open_safe(place: Path, on: dt.date) -> Safe:
    """Open the safe of ``new_safe``."""
    return Door(choose_kdf=lambda: FLOOR).open(place, PHRASE, on=on)


class OwnKeyring(SystemKeyring):
    """A keyring of the test's own, where a picture or a page needs no bus."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[bytes, Held] = {}

    def read(self, safe_id: bytes) -> Held | None:
        return self.kept.get(safe_id)

    def write(self, safe_id: bytes, held: Held) -> None:
        self.kept[safe_id] = held

    def forget(self, safe_id: bytes) -> None:
        self.kept.pop(safe_id, None)


def only_here(folder: Path, on: dt.date) -> Safe:
    """Make and open a safe that only this computer opens."""
    door, place = Door(choose_kdf=lambda: FLOOR, keyring=OwnKeyring()), folder / "ici.coffre"
    door.create_held(place, door.hold_new(), on=on)
    return door.open_without_phrase(place, on=on)
