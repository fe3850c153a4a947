"""A new key for the whole safe (fault family K10), and the slots of several people."""

import contextlib
from pathlib import Path

import pytest

from desktop_app.files import DiskFull
from desktop_app.safe.database import PAGE, connect
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.errors import (
    LastSlot,
    NotFound,
    PhraseTooShort,
    SafeDamaged,
    SlotsFull,
    StorageFailed,
    WordsOtherSafe,
    WrongPassphrase,
)
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.slots import Kind
from tests.safe.conftest import PHRASE, TODAY, Made, Said
from tests.safe.test_repair import NoParity

NEW = "la nouvelle phrase du coffre"


def test_the_new_phrase_opens_and_the_former_ones_do_not(made: Made, door: Door, tmp_path) -> None:
    with made.open() as safe:
        safe.access.add_phrase("la phrase d’une collègue", name="Zoé", on=TODAY)
        rotated = safe.rotate(NEW, on=TODAY)
    assert (rotated.removed, rotated.old_backups, len(rotated.recovery_words)) == (1, 1, 12)
    for former in (PHRASE, "la phrase d’une collègue"):
        with pytest.raises(WrongPassphrase):
            made.open(former)
    with pytest.raises(WordsOtherSafe):
        made.open(" ".join(made.words))
    made.open(" ".join(rotated.recovery_words)).close()
    with made.open(NEW) as safe:
        assert {d: safe.content(d) for d in made.contents} == made.contents
        assert len(safe.search("decision")) == len(made.contents)
        assert [slot.kind for slot in safe.access.all()] == ["passphrase", "recovery-words"]
        assert safe._key != made.key
    former, new = sorted(made.folder.backups.iterdir(), key=lambda one: one.stat().st_mtime_ns)
    assert door.restore(former, tmp_path / "former", PHRASE).documents == len(made.contents)
    assert door.restore(new, tmp_path / "new", NEW).documents == len(made.contents)


def test_what_mends_it_is_of_the_new_key_at_once(made: Made, door: Door) -> None:
    """Its parity and a backup: before the next opening, and nothing is missed then."""
    with made.open() as safe:
        safe.back_up_if_due(on=TODAY)
        safe.rotate(NEW, on=TODAY, recovery=False)
    whole = made.folder.database.read_bytes()
    damaged = bytearray(whole)
    damaged[9 * PAGE + 100] ^= 1
    made.folder.database.write_bytes(damaged)
    assert door.repair(made.path, NEW).pages == (10,)
    assert made.folder.database.read_bytes() == whole
    made.folder.parity.unlink()
    damaged[100] ^= 1
    made.folder.database.write_bytes(damaged)
    with pytest.raises(SafeDamaged) as refusal:
        made.open(NEW)
    assert refusal.value.parameters["backup"]
    made.folder.database.write_bytes(whole)


def test_a_disk_that_refuses_them_stops_no_rotation(made: Made, said: Said) -> None:
    with made.open() as safe:
        safe._disk = NoParity()
        safe.rotate(NEW, on=TODAY, recovery=False)
    assert not made.folder.parity.exists(), "that of the former key mends nothing"
    with made.open(NEW, tell=said) as safe:
        safe.back_up_if_due(on=TODAY)
        assert made.folder.parity.exists()
    assert said.codes == []


def test_the_former_phrase_is_wrong_though_a_copy_of_its_keys_is_left(made: Made) -> None:
    """The second copy could not be written: the disk was full by then. Nothing is damaged."""

    class Full(Disk):
        def write(self, path, parts, *, of_safe: bool = False) -> None:
            if path == made.folder.keys[1]:
                raise DiskFull
            super().write(path, parts, of_safe=of_safe)

    with made.open_with_key(Door(choose_kdf=lambda: FLOOR, disk=Full())) as safe:
        safe.rotate(NEW, on=TODAY)
    with pytest.raises(WrongPassphrase):
        made.open(PHRASE)
    made.open(NEW).close()


def test_the_database_is_under_another_key(made: Made) -> None:
    with made.open() as safe:
        safe.rotate(NEW, on=TODAY)
    with pytest.raises(SafeDamaged):
        connect(made.folder.database, made.key)


def test_a_refused_phrase_changes_nothing(made: Made) -> None:
    with made.open() as safe, pytest.raises(PhraseTooShort):
        safe.rotate("court", on=TODAY)
    made.open().close()


class Cut(Disk):
    """Dies at the n-th gesture; what was done before stays."""

    def __init__(self, gestures: int) -> None:
        self.left = gestures

    def _gesture(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt

    def _flush(self, descriptor: int) -> None:
        self._gesture()
        super()._flush(descriptor)

    def _rename(self, old: Path, new: Path) -> None:
        self._gesture()
        super()._rename(old, new)


@pytest.mark.parametrize("step", range(20))
def test_cut_anywhere_exactly_one_key_opens(made: Made, step: int) -> None:
    safe = made.open_with_key(Door(choose_kdf=lambda: FLOOR))
    cut = Cut(step)
    safe._disk = cut
    with contextlib.suppress(KeyboardInterrupt):
        safe.rotate(NEW, on=TODAY, recovery=False)
    safe.close()
    opened = []
    for phrase in (PHRASE, NEW):
        with contextlib.suppress(WrongPassphrase), made.open(phrase) as again:
            assert {d: again.content(d) for d in made.contents} == made.contents
            opened.append(phrase)
    assert len(opened) == 1
    assert not made.folder.next_database.exists()
    assert cut.left >= 0 or step < 20


def test_slots_of_several_people(made: Made) -> None:
    with made.open() as safe:
        zoe = safe.access.add_phrase("la phrase d’une collègue", name="Zoé", on=TODAY)
    with made.open("la phrase d’une collègue") as safe:
        assert [(slot.name, slot.used) for slot in safe.access.all()] == [
            ("", False),
            ("", False),
            ("Zoé", True),
        ]
        new = safe.access.change_phrase("", "la phrase qu’elle préfère", on=TODAY)
        assert new != zoe
    with made.open() as safe:
        assert [slot.name for slot in safe.access.all()] == ["", "", "Zoé"]
        safe.access.remove(new, on=TODAY)
        with pytest.raises(NotFound):
            safe.access.remove(new, on=TODAY)
        with pytest.raises(LastSlot):
            safe.access.remove(safe.access.all()[0].id, on=TODAY)
    with pytest.raises(WrongPassphrase):
        made.open("la phrase qu’elle préfère")


def test_new_words_replace_the_former_ones(made: Made) -> None:
    with made.open() as safe:
        words = safe.access.renew_words(on=TODAY)
    made.open(" ".join(words)).close()
    with pytest.raises(WordsOtherSafe):
        made.open(" ".join(made.words))


def test_a_closed_safe_writes_no_keys(made: Made) -> None:
    """What comes after the lock finds a key of zeros: it must not seal the key file with it."""
    before = [path.read_bytes() for path in made.folder.keys]
    safe = made.open()
    new = safe.access.keyring.draw()
    safe.close()
    for act in (
        lambda: safe.access.keyring.take(new, on=TODAY),
        lambda: safe.access.change_phrase("", "une autre phrase à elle", on=TODAY),
        lambda: safe.access.renew_words(on=TODAY),
    ):
        with pytest.raises(StorageFailed):
            act()
    assert [path.read_bytes() for path in made.folder.keys] == before
    made.open().close()


def test_sixteen_slots_and_no_more(made: Made) -> None:
    with made.open() as safe:
        for number in range(14):  # reserved kind: no derivation, so that this stays quick
            slots = safe.access.slots
            slots.add(slots.wrap(Kind.KEY_FILE, bytes([number] * 32), FLOOR), name="", on=TODAY)
        with pytest.raises(SlotsFull):
            safe.access.add_phrase("une phrase de trop ici", name="", on=TODAY)
        safe.access.renew_words(on=TODAY)
        assert len(safe.access.all()) == 16
    made.open().close()


def test_a_phrase_is_needed_to_say_which_when_there_are_several(made: Made) -> None:
    with made.open() as safe:
        safe.access.add_phrase("la phrase d’une collègue", name="Zoé", on=TODAY)
    with made.open(" ".join(made.words)) as safe, pytest.raises(NotFound):
        safe.access.change_phrase("", "laquelle faut-il changer", on=TODAY)
