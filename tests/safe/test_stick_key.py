"""The file on a USB stick: it opens, is never the only way in, and says what is wrong with it."""

from pathlib import Path

import pytest

from desktop_app.core.errors import AppError
from desktop_app.files import DiskFull, MediaRemoved, NotWritten
from desktop_app.safe import creation, stick_key
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.errors import (
    KeysDamaged,
    LastSlot,
    SafeNewer,
    SlotRemoved,
    StickHoldsSafe,
    StickKeyDamaged,
    StickKeyMissing,
    StickKeyOtherSafe,
    StickNeedsPhrase,
    WrongPassphrase,
)
from desktop_app.safe.kdf import Kdf
from tests.helpers import elsewhere
from tests.safe.conftest import PHRASE, TODAY, Made

SMALLEST = Kdf(19_456, 1, 1)


@pytest.fixture
def quick() -> Door:
    return Door(choose_kdf=lambda: SMALLEST)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick of its own, as far as the system tells."""
    monkeypatch.setattr(stick_key, "on_one_disk", lambda _one, _other: False)
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def file(made: Made, stick: Path, quick: Door) -> Path:
    with quick.open(made.path, PHRASE, on=TODAY) as safe:
        return safe.access.add_stick(stick, on=TODAY)


def test_it_opens_checks_exports_and_restores(
    made: Made, file: Path, quick: Door, tmp_path: Path
) -> None:
    key = quick.ways.stick_key(file)
    with quick.open(made.path, key, on=TODAY) as safe:
        assert {one: safe.content(one) for one in made.contents} == made.contents
        assert [slot.kind for slot in safe.access.all() if slot.used] == ["key-file"]
        safe.backup(tmp_path / "b.zip", on=TODAY)
    assert quick.check(made.path, key, on=TODAY).state == "ok"
    assert quick.export(made.path, tmp_path / "out", key).documents == len(made.contents)
    restored = quick.restore(tmp_path / "b.zip", tmp_path / "new", key)
    assert restored.documents == len(made.contents)
    assert quick.open(made.path, PHRASE, on=TODAY).close() is None, "the phrase still does"
    assert made.key not in file.read_bytes()
    assert elsewhere.has_mode(file, 0o600)


def test_its_name_says_nothing(file: Path) -> None:
    assert file.match(stick_key.PATTERN)
    assert len(file.name) == len("papier-libre-") + 8 + len(".cle")


def test_without_its_stick_the_phrase_is_asked(made: Made, file: Path, quick: Door) -> None:
    gone = file.rename(file.with_name("ailleurs"))
    with pytest.raises(StickKeyMissing):
        quick.ways.stick_key(file)
    with pytest.raises(StickKeyMissing):
        stick_key.on([file.parent, Path("/nowhere")], Disk())
    gone.rename(file)
    assert stick_key.on([file.parent], Disk()) == (quick.ways.stick_key(file),)


def test_every_byte_of_it_counts(file: Path) -> None:
    data = file.read_bytes()
    for place in range(len(data)):
        with pytest.raises(StickKeyDamaged):
            stick_key.decode(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
    for other in (b"", data[:-1], data + b"x", b"x" * 1_000_000):
        file.write_bytes(other)
        with pytest.raises(StickKeyDamaged):
            stick_key.on([file.parent], Disk())


def test_a_later_format_is_said(file: Path, quick: Door) -> None:
    from hashlib import sha256

    data = file.read_bytes()[:-32]
    newer = data[:8] + b"\x02" + data[9:]
    file.write_bytes(newer + sha256(newer).digest())
    with pytest.raises(SafeNewer):
        quick.ways.stick_key(file)


def test_a_link_or_a_folder_in_its_place(file: Path, quick: Door) -> None:
    target = file.rename(file.with_name("target"))
    file.symlink_to(target)
    with pytest.raises(StickKeyDamaged):
        quick.ways.stick_key(file)
    file.unlink()
    file.mkdir()
    with pytest.raises(StickKeyDamaged):
        quick.ways.stick_key(file)


def test_the_file_of_another_safe(made: Made, file: Path, quick: Door, tmp_path: Path) -> None:
    quick.create(tmp_path / "other", "la phrase d’un autre coffre", on=TODAY)
    with pytest.raises(StickKeyOtherSafe):
        quick.open(tmp_path / "other", quick.ways.stick_key(file), on=TODAY)
    assert not quick.ways.knows(tmp_path / "other", quick.ways.stick_key(file))
    assert quick.ways.knows(made.path, quick.ways.stick_key(file))


def test_taken_away_it_opens_nothing_wherever_it_is(made: Made, file: Path, quick: Door) -> None:
    key = quick.ways.stick_key(file)
    former = [path.read_bytes() for path in made.folder.keys]
    with quick.open(made.path, key, on=TODAY) as safe:
        slot = next(one.id for one in safe.access.all() if one.kind == "key-file")
        safe.access.remove(slot, on=TODAY)
        assert safe.access.forget_on([file.parent], slot)
        assert not safe.access.forget_on([file.parent], slot), "nothing is plugged in"
    assert not file.exists()
    with pytest.raises(SlotRemoved):
        quick.open(made.path, key, on=TODAY)
    for path, data in zip(made.folder.keys, former, strict=True):  # and put back (attack F4)
        path.write_bytes(data)
    with pytest.raises(SlotRemoved):
        quick.open(made.path, key, on=TODAY, accept_older=True)


def test_a_rotation_makes_it_worthless(made: Made, file: Path, quick: Door) -> None:
    with quick.open(made.path, PHRASE, on=TODAY) as safe:
        assert safe.rotate(PHRASE, on=TODAY).sticks == 1
    with pytest.raises(SlotRemoved):
        quick.open(made.path, quick.ways.stick_key(file), on=TODAY)


def test_it_is_never_the_only_way_in(made: Made, file: Path, quick: Door, tmp_path: Path) -> None:
    with quick.open(made.path, quick.ways.stick_key(file), on=TODAY) as safe:
        by_kind = {slot.kind: slot.id for slot in safe.access.all()}
        with pytest.raises(LastSlot):
            safe.access.remove(by_kind["passphrase"], on=TODAY)
    new = creation.held_keys()
    quick.create_held(tmp_path / "here", new, on=TODAY)
    with quick.open_without_phrase(tmp_path / "here", on=TODAY, held=new.held) as safe:
        with pytest.raises(StickNeedsPhrase):
            safe.access.add_stick(file.parent, on=TODAY)
        safe.access.renew_words(on=TODAY)
        safe.access.add_stick(file.parent, on=TODAY)


def test_the_disk_of_the_safe_is_no_stick(made: Made, quick: Door, tmp_path: Path) -> None:
    with quick.open(made.path, PHRASE, on=TODAY) as safe:
        with pytest.raises(StickHoldsSafe):
            safe.access.add_stick(tmp_path, on=TODAY)
        with pytest.raises(NotWritten):  # no stick is there: the disk of the safe is not to blame
            safe.access.add_stick(tmp_path / "pulled out", on=TODAY)
        assert len(safe.access.all()) == 2


class Refusing(Disk):
    """A disk that refuses what its stick is asked to hold, or what comes after."""

    def __init__(self, name: str, error: type[AppError]) -> None:
        self.name, self.error = name, error

    def write(self, path: Path, parts: object, *, of_safe: bool = False) -> None:
        if self.name in path.name:
            raise self.error
        super().write(path, parts, of_safe=of_safe)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "error"), [(".cle", MediaRemoved), (".cle", DiskFull), ("keys", DiskFull)]
)
def test_a_stick_pulled_out_or_a_full_disk_changes_nothing(
    name: str, error: type[AppError], made: Made, stick: Path
) -> None:
    before = made.folder.keys[0].read_bytes()
    door = Door(choose_kdf=lambda: SMALLEST, disk=Refusing(name, error))
    with door.open(made.path, PHRASE, on=TODAY) as safe:
        with pytest.raises(error):
            safe.access.add_stick(stick, on=TODAY)
        assert len(safe.access.all()) == 2
    assert list(stick.iterdir()) == []
    assert made.folder.keys[0].read_bytes() == before


def test_edited_keys_are_no_other_safe_and_no_wrong_phrase(
    made: Made, file: Path, quick: Door
) -> None:
    key = quick.ways.stick_key(file)
    for path in made.folder.keys:
        path.write_bytes(path.read_bytes()[:90])
    with pytest.raises(KeysDamaged):
        quick.open(made.path, key, on=TODAY)


def test_its_secret_is_no_phrase(made: Made, file: Path, quick: Door) -> None:
    with pytest.raises(WrongPassphrase):
        quick.open(made.path, quick.ways.stick_key(file).secret.hex(), on=TODAY)
    assert quick.ways.stick_key(file).secret.hex() not in repr(quick.ways.stick_key(file))
