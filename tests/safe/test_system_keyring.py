"""Opening without a phrase: a convenience that can fail in every way and lose nothing."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError, PasswordSetError

from desktop_app.safe.door import Door
from desktop_app.safe.errors import KeyringUnavailable
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.system_keyring import SystemKeyring
from tests.helpers.real_keyring import said_beside_it
from tests.safe.conftest import PHRASE, TODAY, Made


class InMemory(KeyringBackend):
    """A keyring that works, and that other programs could change."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


class Locked(InMemory):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    set_password = get_password  # type: ignore[assignment]


class Refused(InMemory):
    def get_password(self, service: str, username: str) -> str | None:
        raise InitError

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError


class Slow(InMemory):
    """Waits for somebody who is not there."""

    gone = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.gone.wait(30)
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.gone.wait(30)


class Forgetful(InMemory):
    """Says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


class InClear(InMemory):
    priority = 0.5  # type: ignore[assignment]


@pytest.fixture
def memory() -> Iterator[InMemory]:
    former, backend = keyring.get_keyring(), InMemory()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(former)


@pytest.fixture
def door() -> Door:
    return Door(choose_kdf=lambda: FLOOR, keyring=SystemKeyring(seconds=0.3))


@pytest.fixture
def opened_once(made: Made, door: Door, memory: InMemory) -> Made:
    with door.open(made.path, PHRASE, on=TODAY) as safe:
        safe.access.keyring.let_in(on=TODAY)
    return made


BROKEN = [fail.Keyring, Locked, Refused, Slow, InClear]


def test_the_keyring_opens_the_safe(opened_once: Made, door: Door) -> None:
    assert door.ways.may_open_without_phrase(opened_once.path)
    with door.open_without_phrase(opened_once.path, on=TODAY) as safe:
        assert len(safe.documents()) == len(opened_once.contents)
        assert safe.access.keyring.opens()


def test_the_phrase_and_the_words_still_open_it(opened_once: Made, door: Door) -> None:
    for typed in (PHRASE, " ".join(opened_once.words)):
        with door.open(opened_once.path, typed, on=TODAY) as safe:
            assert safe.documents()


def test_what_the_keyring_holds_is_not_the_key_of_the_safe(
    opened_once: Made, memory: InMemory
) -> None:
    (held,) = memory.kept.values()
    assert opened_once.key.hex() not in held


@pytest.mark.parametrize("backend", BROKEN, ids=lambda b: b.__name__ + b.__module__[-4:])
def test_a_keyring_that_fails_leaves_the_phrase(
    backend: type[KeyringBackend], opened_once: Made, door: Door
) -> None:
    keyring.set_keyring(backend())
    begun = time.monotonic()
    with pytest.raises(KeyringUnavailable):
        door.open_without_phrase(opened_once.path, on=TODAY)
    assert time.monotonic() - begun < 5
    with door.open(opened_once.path, PHRASE, on=TODAY) as safe:
        assert not safe.access.keyring.opens()
        assert len(safe.documents()) == len(opened_once.contents)


@pytest.mark.parametrize(
    "backend", [*BROKEN, Forgetful], ids=lambda b: b.__name__ + b.__module__[-4:]
)
def test_a_keyring_that_cannot_hold_changes_nothing(
    backend: type[KeyringBackend], made: Made, door: Door, memory: InMemory
) -> None:
    before = [path.read_bytes() for path in made.folder.keys]
    keyring.set_keyring(backend())
    with door.open(made.path, PHRASE, on=TODAY) as safe, pytest.raises(KeyringUnavailable):
        safe.access.keyring.let_in(on=TODAY)
    assert [path.read_bytes() for path in made.folder.keys] == before


@pytest.mark.parametrize(
    "held",
    ["", "1:aa", "2:" + "00" * 16 + ":" + "00" * 32, "1:" + "00" * 16 + ":" + "11" * 32, "é" * 9],
    ids=["empty", "cut", "another form", "another secret", "words"],
)
def test_something_else_in_its_place_leaves_the_phrase(
    held: str, opened_once: Made, door: Door, memory: InMemory
) -> None:
    for place in memory.kept:
        memory.kept[place] = held
    with pytest.raises(KeyringUnavailable):
        door.open_without_phrase(opened_once.path, on=TODAY)
    door.open(opened_once.path, PHRASE, on=TODAY).close()


def test_asking_the_phrase_again_takes_both_away(
    opened_once: Made, door: Door, memory: InMemory
) -> None:
    stolen = dict(memory.kept)
    with door.open(opened_once.path, PHRASE, on=TODAY) as safe:
        safe.access.keyring.ask_phrase_again(on=TODAY)
        assert [slot.kind for slot in safe.access.all()] == ["passphrase", "recovery-words"]
    assert memory.kept == {}
    memory.kept |= stolen  # what was copied before opens nothing now
    with pytest.raises(KeyringUnavailable):
        door.open_without_phrase(opened_once.path, on=TODAY)


def test_asking_the_phrase_again_works_without_the_keyring(opened_once: Made, door: Door) -> None:
    keyring.set_keyring(fail.Keyring())
    with door.open(opened_once.path, PHRASE, on=TODAY) as safe:
        safe.access.keyring.ask_phrase_again(on=TODAY)
    assert not door.ways.may_open_without_phrase(opened_once.path)


def test_doing_it_twice_keeps_one_slot(opened_once: Made, door: Door) -> None:
    with door.open(opened_once.path, PHRASE, on=TODAY) as safe:
        safe.access.keyring.let_in(on=TODAY)
        assert [slot.kind for slot in safe.access.all()].count("keyring") == 1


def test_the_keyring_alone_never_remains(opened_once: Made, door: Door) -> None:
    with door.open(opened_once.path, PHRASE, on=TODAY) as safe:
        (phrase,) = [slot for slot in safe.access.all() if slot.kind == "passphrase"]
        with pytest.raises(Exception, match="last-slot"):
            safe.access.remove(phrase.id, on=TODAY)


REAL = """
import datetime as dt, sys
from pathlib import Path
import keyring
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
print(type(keyring.get_keyring()).__module__)
door, path, on = Door(choose_kdf=lambda: FLOOR), Path(sys.argv[1]), dt.date(2026, 11, 24)
with door.open(path, sys.argv[2], on=on) as safe:
    safe.access.keyring.let_in(on=on)
with door.open_without_phrase(path, on=on) as safe:
    print(len(safe.documents()))
    safe.access.keyring.ask_phrase_again(on=on)
try:
    door.open_without_phrase(path, on=on)
except Exception as refused:
    print(refused)
"""


def test_a_real_keyring_under_its_own_bus(made: Made, tmp_path: Path) -> None:
    said, errors = said_beside_it(REAL, str(made.path), PHRASE, folder=tmp_path)
    assert said == [
        "keyring.backends.SecretService",
        str(len(made.contents)),
        "keyring-unavailable",
    ], errors
