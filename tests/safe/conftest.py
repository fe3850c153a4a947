"""A safe made once, copied for each test: deriving a key is the slow part."""

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.errors import Notice
from desktop_app.safe import keystore
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.entry import Entry
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.keystore import Unlocked
from desktop_app.safe.lock import Lock
from desktop_app.safe.store import Safe

PHRASE = "trois éléphants bleus à Nîmes"
TODAY = dt.date(2026, 11, 24)
CANARY = "ZKANARI-7f3a"


@dataclass(frozen=True)
class Made:
    """A safe on disk, what opens it, and what was put in it (id -> bytes)."""

    path: Path
    key: bytes
    words: tuple[str, ...]
    contents: dict[str, bytes]

    @property
    def folder(self) -> SafeFolder:
        return SafeFolder(self.path)

    def open(self, typed: str = PHRASE, **options: Any) -> Safe:
        """Open as a person does."""
        return Door(choose_kdf=lambda: FLOOR).open(self.path, typed, on=TODAY, **options)

    def open_with_key(self, door: Door | None = None, on: dt.date = TODAY) -> Safe:
        """Open by the same path, the derivation left out: for loops of hundreds of openings."""
        copies = keystore.read_copies(self.folder, Disk())
        lock = Lock(self.folder.lock)
        lock.take()
        keys = keystore.truth(copies, self.key)
        unlocked = Unlocked(self.key, keys, keys.slots[0].id, to_repair=False)
        entry = Entry(self.folder, lock, unlocked, False, lambda notice: None)
        return (door or Door(choose_kdf=lambda: FLOOR))._open(entry, on, False)

    def copied(self, to: Path) -> "Made":
        shutil.copytree(self.path, to)
        return Made(to, self.key, self.words, self.contents)


class Said:
    """Hears what is said beside the answer."""

    def __init__(self) -> None:
        self.codes: list[str] = []

    def __call__(self, notice: Notice) -> None:
        self.codes.append(notice.code)


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def door() -> Door:
    return Door(choose_kdf=lambda: FLOOR)


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Made:
    path = tmp_path_factory.mktemp("original") / "coffre"
    door = Door(choose_kdf=lambda: FLOOR)
    created = door.create(path, PHRASE, on=TODAY)
    contents = {}
    with door.open(path, PHRASE, on=TODAY) as safe:
        key = bytes(safe._key)
        for number in range(1, 7):
            data = bytes([number]) * (9_000 * number)
            document = safe.add(
                data,
                title=f"Décision numéro {number}",
                on=TODAY,
                kind="received",
                text=f"Le cœur de la décision {number}, indu de RSA {CANARY}",
                person="Ana Müller" if number % 2 else "Béa Œdipe",
                dossier=f"Indu {number % 2}",
            )
            contents[document] = data
    return Made(path, key, created.recovery_words, contents)


@pytest.fixture
def made(original: Made, tmp_path: Path) -> Made:
    return original.copied(tmp_path / "coffre")
