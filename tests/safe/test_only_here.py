"""A safe that this computer's keyring alone opens: begun at once, made an ordinary one later."""

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from desktop_app.safe import keystore
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.errors import (
    BackupOnlyThere,
    KeyringUnavailable,
    KeysDamaged,
    LastSlot,
    OnlyHereLost,
    SafeDamaged,
    SafeOlder,
    WrongPassphrase,
)
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.known import KnownSafes
from desktop_app.safe.system_keyring import SystemKeyring
from desktop_app.workflow.safes.opening import backup_named_by
from tests.helpers.real_keyring import said_beside_it
from tests.safe.conftest import CANARY, PHRASE, TODAY
from tests.safe.test_system_keyring import BROKEN, Forgetful, InMemory

DATA = b"%PDF " + CANARY.encode()


@pytest.fixture
def memory() -> Iterator[InMemory]:
    former, backend = keyring.get_keyring(), InMemory()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(former)


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(
        choose_kdf=lambda: FLOOR,
        keyring=SystemKeyring(seconds=0.3),
        memory=tmp_path / "safes.json",
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "coffres" / "un.coffre"


@pytest.fixture
def begun(place: Path, door: Door, memory: InMemory) -> Path:
    """A safe that only the keyring opens, with one document."""
    door.create_held(place, door.hold_new(), on=TODAY)
    with door.open_without_phrase(place, on=TODAY) as safe:
        safe.add(DATA, title="Décision", on=TODAY, text=CANARY)
    return place


def everything_under(place: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file())


def test_it_opens_by_the_keyring_and_by_nothing_else(begun: Path, door: Door) -> None:
    assert door.ways.may_open_without_phrase(begun)
    assert door.ways.only_here(begun)
    with pytest.raises(WrongPassphrase):
        door.open(begun, PHRASE, on=TODAY)
    with door.open_without_phrase(begun, on=TODAY) as safe:
        assert safe.access.only_here
        (document,) = safe.documents()
        assert safe.content(document.id) == DATA


def test_nothing_of_it_can_be_read_on_the_disk(begun: Path) -> None:
    assert CANARY.encode() not in everything_under(begun.parent)


@pytest.mark.parametrize(
    "backend", [*BROKEN, Forgetful], ids=lambda b: b.__name__ + b.__module__[-4:]
)
def test_a_keyring_that_cannot_hold_makes_no_safe(
    backend: type[KeyringBackend], place: Path, door: Door, memory: InMemory
) -> None:
    keyring.set_keyring(backend())
    with pytest.raises(KeyringUnavailable):
        door.hold_new()
    assert not place.parent.exists()


@pytest.mark.parametrize("backend", BROKEN, ids=lambda b: b.__name__ + b.__module__[-4:])
def test_a_keyring_that_is_gone_is_told_as_what_it_is(
    backend: type[KeyringBackend], begun: Path, door: Door
) -> None:
    before = everything_under(begun)
    keyring.set_keyring(backend())
    with pytest.raises(OnlyHereLost):
        door.open_without_phrase(begun, on=TODAY)
    assert everything_under(begun) == before, "nothing is erased"


def test_a_secret_of_another_safe_is_told_so_too(begun: Path, door: Door, memory: InMemory) -> None:
    for where in memory.kept:
        memory.kept[where] = "1:" + "00" * 16 + ":" + "11" * 32
    with pytest.raises(OnlyHereLost):
        door.open_without_phrase(begun, on=TODAY)


def test_a_phrase_makes_it_an_ordinary_safe_and_moves_nothing(begun: Path, door: Door) -> None:
    with door.open_without_phrase(begun, on=TODAY) as safe:
        (before,) = safe.documents()
        safe.access.add_phrase(PHRASE, name="", on=TODAY)
        assert not safe.access.only_here
    assert not door.ways.only_here(begun)
    keyring.set_keyring(fail.Keyring())
    with door.open(begun, PHRASE, on=TODAY) as safe:
        assert safe.documents() == [before]
        assert safe.content(before.id) == DATA
    with pytest.raises(KeyringUnavailable) as refused:
        door.open_without_phrase(begun, on=TODAY)
    assert not isinstance(refused.value, OnlyHereLost)


def test_twelve_words_open_it_where_the_account_is_lost(begun: Path, door: Door) -> None:
    words = door.draw_words()
    with door.open_without_phrase(begun, on=TODAY) as safe:
        safe.access.keep_words(words, on=TODAY)
        assert not safe.access.only_here
    keyring.set_keyring(fail.Keyring())
    with door.open(begun, " ".join(words), on=TODAY) as safe:
        assert safe.documents()


def test_from_this_computer_to_a_phrase_and_back(begun: Path, door: Door, memory: InMemory) -> None:
    with door.open_without_phrase(begun, on=TODAY) as safe:
        safe.access.add_phrase(PHRASE, name="", on=TODAY)
        safe.access.keyring.ask_phrase_again(on=TODAY)
    assert memory.kept == {}
    with pytest.raises(KeyringUnavailable):
        door.open_without_phrase(begun, on=TODAY)
    with door.open(begun, PHRASE, on=TODAY) as safe:
        safe.access.keyring.let_in(on=TODAY)
    with door.open_without_phrase(begun, on=TODAY) as safe:
        assert [slot.kind for slot in safe.access.all()] == ["passphrase", "keyring"]


def test_its_only_key_is_never_taken_away(begun: Path, door: Door) -> None:
    with door.open_without_phrase(begun, on=TODAY) as safe:
        with pytest.raises(LastSlot):
            safe.access.keyring.ask_phrase_again(on=TODAY)
        safe.access.keep_words(door.draw_words(), on=TODAY)
        with pytest.raises(LastSlot):
            safe.access.keyring.ask_phrase_again(on=TODAY)
    door.open_without_phrase(begun, on=TODAY).close()


def test_the_day_backup_is_proved(begun: Path, door: Door) -> None:
    with door.open_without_phrase(begun, on=TODAY) as safe:
        safe.back_up_here(on=TODAY)
        assert safe.check().state == "ok"


def test_a_former_key_file_put_back_is_refused(begun: Path, door: Door) -> None:
    folder = SafeFolder(begun)
    former = [path.read_bytes() for path in folder.keys]
    with door.open_without_phrase(begun, on=TODAY) as safe:
        safe.access.add_phrase(PHRASE, name="", on=TODAY)
    for path, data in zip(folder.keys, former, strict=True):
        path.write_bytes(data)
    with pytest.raises(SafeOlder):
        door.open_without_phrase(begun, on=TODAY)


def test_killed_between_the_two_copies_of_the_keys_it_opens(begun: Path, door: Door) -> None:
    class OneCopy(Disk):
        """The power goes after the first copy."""

        def write(self, path: Path, *given: object, **named: object) -> None:
            if path.name == "keys.2":
                raise OSError
            super().write(path, *given, **named)  # type: ignore[arg-type]

    with door.open_without_phrase(begun, on=TODAY) as safe:
        safe.access.slots._disk = OneCopy()
        with pytest.raises(OSError):  # noqa: PT011 (the cut is ours)
            safe.access.add_phrase(PHRASE, name="", on=TODAY)
    door.open_without_phrase(begun, on=TODAY).close()
    door.open(begun, PHRASE, on=TODAY).close()


# ---------------------------------------------------------------- erased


def test_erased_nothing_of_it_is_left(
    begun: Path, door: Door, memory: InMemory, tmp_path: Path
) -> None:
    safe = door.open_without_phrase(begun, on=TODAY)
    safe.back_up_here(on=TODAY)
    held, key = dict(memory.kept), bytes(safe._key)
    safe.erase()
    safe.access.keyring.empty()
    assert not begun.exists()
    assert memory.kept == {}
    assert held
    left = everything_under(tmp_path)
    assert safe.id.encode() not in left
    assert key not in left
    assert KnownSafes(begun.parent).all() == []


def test_what_is_not_of_the_safe_stays(begun: Path, door: Door) -> None:
    (begun / "photo.jpg").write_bytes(b"mine")
    door.open_without_phrase(begun, on=TODAY).erase()
    assert [path.name for path in begun.iterdir()] == ["photo.jpg"]


def test_stopped_after_the_keys_nothing_can_be_read(
    begun: Path, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, missing_ok: bool = False) -> None:
        if path.name == "safe.db":
            raise PermissionError
        os.unlink(path)

    safe = door.open_without_phrase(begun, on=TODAY)
    safe.back_up_here(on=TODAY)
    key = bytes(safe._key)
    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(Exception, match=r"not-allowed|storage-failed|read-only"):
        safe.erase()
    monkeypatch.undo()
    assert [path.name for path in begun.rglob("keys*")] == []
    copies = keystore.read_copies(SafeFolder(begun), Disk())
    assert all(copy.keys is None for copy in copies)
    assert key not in everything_under(begun)


def test_a_safe_of_elsewhere_is_forgotten(tmp_path: Path, door: Door, memory: InMemory) -> None:
    known = KnownSafes(tmp_path / "coffres")
    path = known.new(tmp_path / "stick")
    door.create(path, PHRASE, on=TODAY, recovery=False)
    known.remember(path)
    door.open(path, PHRASE, on=TODAY).erase()
    known.forget(path)
    assert path.name.encode() not in everything_under(tmp_path)


# ---------------------------------------------------------------- a real keyring

REAL = """
import datetime as dt, sys
from pathlib import Path
import keyring
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
print(type(keyring.get_keyring()).__module__)
door, path, on = Door(choose_kdf=lambda: FLOOR), Path(sys.argv[1]), dt.date(2026, 11, 24)
door.create_held(path, door.hold_new(), on=on)
with door.open_without_phrase(path, on=on) as safe:
    safe.add(b"x", title="Décision", on=on)
with door.open_without_phrase(path, on=on) as safe:
    print(len(safe.documents()), safe.access.only_here)
    safe.access.add_phrase(sys.argv[2], name="", on=on)
    safe.access.keyring.ask_phrase_again(on=on)
with door.open(path, sys.argv[2], on=on) as safe:
    print(len(safe.documents()), safe.access.only_here)
"""


def test_with_a_real_keyring_under_its_own_bus(tmp_path: Path) -> None:
    said, errors = said_beside_it(REAL, str(tmp_path / "un.coffre"), PHRASE, folder=tmp_path)
    assert said == [
        "keyring.backends.SecretService",
        "1 True",
        "1 False",
    ], errors


def test_what_is_held_is_shown_by_no_repr(door: Door, memory: InMemory) -> None:
    new = door.hold_new()
    for secret in (new.held.secret, new.keys.key):
        assert secret.hex() not in repr(new)
        assert repr(secret) not in repr(dataclasses.replace(new))


# ---------------------------------------------------------------- backups


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def restored(door: Door, backup: Path, new: Path) -> bytes:
    """Restore a backup as this account does, and return the one document in it."""
    found = door.restore(backup, new, door.ways.ask_keyring_of_backup(backup))
    assert found.documents == 1
    with door.open_without_phrase(new, on=TODAY) as safe:
        (document,) = safe.documents()
        return safe.content(document.id)


@pytest.mark.parametrize("cut", [["safe.db"], ["keys"], ["keys", "keys2"], ["safe.db", "keys"]])
def test_its_own_backup_mends_it_by_the_keyring(
    cut: list[str], begun: Path, door: Door, tmp_path: Path
) -> None:
    with door.open_without_phrase(begun, on=TODAY) as safe:
        safe.back_up_if_due(on=TODAY)
        files = [begun / "safe.db", *SafeFolder(begun).keys]
    names = {"safe.db": files[0], "keys": files[1], "keys2": files[2]}
    for name in cut:
        damage(names[name])
    assert door.ways.only_here(begun), "the page that opens it asks no phrase"
    if cut == ["keys"]:
        door.open_without_phrase(begun, on=TODAY).close()  # the second copy mends the first
        return
    with pytest.raises((SafeDamaged, KeysDamaged)) as refused:
        door.open_without_phrase(begun, on=TODAY)
    named = backup_named_by(refused.value)
    assert named is not None
    assert door.ways.backup_only_here(named.path)
    assert restored(door, named.path, tmp_path / "new.coffre") == DATA


def test_a_backup_that_left_comes_back_by_the_same_account_alone(
    begun: Path, door: Door, tmp_path: Path, memory: InMemory
) -> None:
    out = tmp_path / "b.zip"
    with door.open_without_phrase(begun, on=TODAY) as safe:
        safe.backup(out, on=TODAY)
    assert door.ways.backup_only_here(out)
    assert restored(door, out, tmp_path / "new.coffre") == DATA
    here = dict(memory.kept)
    for other in ({}, dict.fromkeys(here, "1:" + "00" * 16 + ":" + "11" * 32)):
        memory.kept = other
        with pytest.raises(BackupOnlyThere):
            restored(door, out, tmp_path / "elsewhere.coffre")
        assert not (tmp_path / "elsewhere.coffre").exists()


def test_what_opens_it_since_opens_a_backup_of_since(begun: Path, door: Door) -> None:
    """The day's backup was made before the phrase, and the keyring forgets: it opens no more."""
    with door.open_without_phrase(begun, on=TODAY) as safe:
        safe.back_up_if_due(on=TODAY)
        safe.access.add_phrase(PHRASE, name="", on=TODAY)
        safe.access.keyring.ask_phrase_again(on=TODAY)
        safe.back_up_if_due(on=TODAY)
    damage(begun / "safe.db")
    with pytest.raises(SafeDamaged) as refused:
        door.open(begun, PHRASE, on=TODAY)
    named = backup_named_by(refused.value)
    assert named is not None
    assert door.restore(named.path, begun.with_name("new.coffre"), PHRASE).documents == 1
