"""A safe made once, copied for each test: deriving a key is the slow part."""

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.store import Safe

PHRASE = "trois éléphants bleus à Nîmes"
TODAY = dt.date(2026, 11, 24)


@dataclass(frozen=True)
class Made:
    """A safe on disk, what opens it, and what was put in it (id -> bytes)."""

    path: Path
    words: tuple[str, ...]
    contents: dict[str, bytes]

    def open(self, typed: str = PHRASE, **options: object) -> Safe:
        return Door(choose_kdf=lambda: FLOOR).open(self.path, typed, on=TODAY, **options)  # type: ignore[arg-type]


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
        for number in range(1, 7):
            data = bytes([number]) * (9_000 * number)
            document = safe.add(
                data,
                title=f"Décision numéro {number}",
                on=TODAY,
                kind="received",
                text=f"Le cœur de la décision {number}, indu de RSA",
                person="Ana Müller" if number % 2 else "Béa Œdipe",
                dossier=f"Indu {number % 2}",
            )
            contents[document] = data
    return Made(path, created.recovery_words, contents)


@pytest.fixture
def made(original: Made, tmp_path: Path) -> Made:
    path = tmp_path / "coffre"
    shutil.copytree(original.path, path)
    return Made(path, original.words, original.contents)
