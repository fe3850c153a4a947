"""One phrase, tried on the safes that this computer knows: nothing is told of those of others."""

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.errors import AppError
from desktop_app.safe.door import Door
from desktop_app.safe.errors import (
    KeysDamaged,
    SafeDamaged,
    WordsUnknown,
)
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.known import KnownSafes
from desktop_app.workflow.safes.opening import (
    Accepted,
    NoSafeOpens,
    OpenedSafe,
    backup_named_by,
    open_known,
)

TODAY = dt.date(2026, 11, 28)
PHRASES = ("lampe citron vague moulin", "tissu orage abeille bateau", "dauphin école fusée hiver")
NOBODYS = "une phrase qui n'ouvre rien"


class WatchedDoor(Door):
    """The real door; the folders tried are noted."""

    tried: list[str]

    def open(self, path: Path, *given: object, **named: object) -> object:  # type: ignore[override]
        self.tried.append(path.name)
        return super().open(path, *given, **named)  # type: ignore[arg-type]


@dataclass
class Computer:
    """Three safes, the first used last."""

    known: KnownSafes
    paths: list[Path]
    door: WatchedDoor
    going_on: Callable[[], object] = field(default=lambda: None)

    def open(self, typed: str, **accepted: bool) -> OpenedSafe:
        self.door.tried = []
        return open_known(
            self.door,
            self.known,
            FolderLaw(),
            typed,
            on=TODAY,
            going_on=self.going_on,
            accepted=Accepted(**accepted),
        )

    def refusal(self, typed: str) -> AppError:
        with pytest.raises(AppError) as refused:
            self.open(typed)
        return refused.value


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    door, known, paths = WatchedDoor(choose_kdf=lambda: FLOOR), KnownSafes(tmp_path / "home"), []
    for number, phrase in enumerate(PHRASES):
        path = known.new()
        door.create(path, phrase, on=TODAY, recovery=False)
        for file in path.iterdir():  # seconds of one day tell which was used last
            os.utime(file, (1_700_000_000 - number * 60,) * 2)
        paths.append(path)
    return Computer(known, paths, door)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_the_first_that_opens_ends_it_the_last_used_first(which: int, computer: Computer) -> None:
    opened = computer.open(PHRASES[which])
    assert opened.path == computer.paths[which]
    assert computer.door.tried == [path.name for path in computer.paths[: which + 1]]
    opened.safe.close()


def test_no_phrase_and_no_safe_are_refused_alike(computer: Computer, tmp_path: Path) -> None:
    assert isinstance(computer.refusal(NOBODYS), NoSafeOpens)
    computer.known = KnownSafes(tmp_path / "nothing")
    assert isinstance(computer.refusal(NOBODYS), NoSafeOpens)


def damage(path: Path) -> None:
    database = SafeFolder(path).database
    data = bytearray(database.read_bytes())
    data[100] ^= 1
    database.write_bytes(data)


def test_damage_is_told_to_its_own_phrase_alone(computer: Computer) -> None:
    damage(computer.paths[0])
    with computer.open(PHRASES[1]).safe:
        pass
    assert isinstance(computer.refusal(NOBODYS), NoSafeOpens)
    assert isinstance(computer.refusal(PHRASES[0]), SafeDamaged)


def test_a_safe_open_elsewhere_is_read_by_its_own_phrase_alone(computer: Computer) -> None:
    with Door(choose_kdf=lambda: FLOOR).open(computer.paths[0], PHRASES[0], on=TODAY):
        with computer.open(PHRASES[1]).safe:
            pass
        assert isinstance(computer.refusal(NOBODYS), NoSafeOpens)
        with computer.open(PHRASES[0]).safe as beside:
            assert beside.beside is not None


def test_keys_that_nothing_proves_are_told_to_nobody(computer: Computer) -> None:
    for copy in SafeFolder(computer.paths[0]).keys:
        copy.write_bytes(b"not keys")
    for phrase in (PHRASES[0], NOBODYS):
        assert isinstance(computer.refusal(phrase), NoSafeOpens)


def test_lost_keys_are_told_to_the_phrase_that_opens_a_backup(computer: Computer) -> None:
    with computer.open(PHRASES[0]).safe as safe:
        safe.back_up_if_due(on=TODAY)
    for copy in SafeFolder(computer.paths[0]).keys:
        copy.write_bytes(b"not keys")
    told = computer.refusal(PHRASES[0])
    assert isinstance(told, KeysDamaged)
    named = backup_named_by(told)
    assert named is not None
    assert named.day == TODAY
    assert isinstance(computer.refusal(NOBODYS), NoSafeOpens)
    with computer.open(PHRASES[1]).safe:
        pass


def test_a_word_of_the_sheet_that_does_not_exist_is_said(computer: Computer) -> None:
    """It is wrong by itself, whatever safes there are."""
    typed = "abeille bateau citron dauphin école fusée girafe hiver image jardin kilo zzz"
    assert isinstance(computer.refusal(typed), (WordsUnknown, NoSafeOpens))


def test_who_gives_up_waits_for_no_more(computer: Computer) -> None:
    class GivenUp(Exception):
        pass

    tries: list[int] = []

    def going_on() -> None:
        tries.append(1)
        if len(tries) > 1:
            raise GivenUp

    computer.going_on = going_on
    with pytest.raises(GivenUp):
        computer.open(PHRASES[2])
    assert computer.door.tried == [computer.paths[0].name]


def test_a_wrong_phrase_does_not_erase_what_another_computer_wrote(computer: Computer) -> None:
    lock = SafeFolder(computer.paths[0]).lock
    lock.write_text(' {"machine": "another", "host": "portable"}\n')
    with computer.open(PHRASES[0]).safe as safe:
        assert safe.read_only
    assert "portable" in lock.read_text()
    with pytest.raises(NoSafeOpens):
        computer.open(NOBODYS, from_elsewhere=True)
    assert "portable" in lock.read_text()
    with computer.open(PHRASES[0], from_elsewhere=True).safe:
        pass
