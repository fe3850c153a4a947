"""Who may open: an older key file, a slot taken away, a change cut at any moment (attack F4)."""

import shutil
from pathlib import Path

import pytest

from desktop_app.core.errors import Notice
from desktop_app.safe import members, warnings
from desktop_app.safe.door import Door
from desktop_app.safe.errors import SafeOlder, SlotRemoved, WrongPassphrase
from desktop_app.safe.kdf import Kdf
from tests.safe.conftest import PHRASE, TODAY, Made, Said

HELPER = "la phrase de la bénévole Zoé"
SMALLEST = Kdf(19_456, 1, 1)  # the least that the format allows: many openings here


@pytest.fixture
def quick() -> Door:
    return Door(choose_kdf=lambda: SMALLEST)


@pytest.fixture
def rolled_back(made: Made, tmp_path: Path, quick: Door) -> Made:
    """A helper was added, then taken away; the key files of her time were put back."""
    with quick.open(made.path, PHRASE, on=TODAY) as safe:
        zoe = safe.access.add_phrase(HELPER, name="Zoé", on=TODAY)
        hers = [path.read_bytes() for path in made.folder.keys]
        safe.access.remove(zoe, on=TODAY)
    for path, data in zip(made.folder.keys, hers, strict=True):
        path.write_bytes(data)
    return made


def generation(made: Made) -> int:
    with made.open_with_key() as safe:
        return int(safe.database.value("SELECT keys_generation FROM safe"))


def opened(made: Made, door: Door, phrase: str = PHRASE, **options: object) -> list[str]:
    """Open, and return what was said."""
    said = Said()
    door.open(made.path, phrase, on=TODAY, tell=said, **options).close()  # type: ignore[arg-type]
    return said.codes


def test_a_slot_taken_away_opens_nothing_with_its_old_file(
    rolled_back: Made, quick: Door, tmp_path: Path
) -> None:
    for accept in (False, True):
        with pytest.raises(SlotRemoved):
            quick.open(rolled_back.path, HELPER, on=TODAY, accept_older=accept)
    with pytest.raises(SlotRemoved):
        quick.export(rolled_back.path, tmp_path / "out", HELPER)
    with pytest.raises(SafeOlder):
        quick.open(rolled_back.path, PHRASE, on=TODAY)


def test_older_keys_accepted_are_said_until_they_are_read(rolled_back: Made, quick: Door) -> None:
    assert opened(rolled_back, quick, accept_older=True) == ["keys-older-accepted"]
    assert opened(rolled_back, quick) == ["keys-older-accepted"]  # no "safe-older" any more
    with pytest.raises(WrongPassphrase):  # her slot is not in the file written again
        quick.open(rolled_back.path, HELPER, on=TODAY)
    with quick.open(rolled_back.path, PHRASE, on=TODAY) as safe:
        safe.have_read()
    assert opened(rolled_back, quick) == []


def test_every_member_is_told_by_herself(made: Made, quick: Door) -> None:
    """Who accepts tells the others; each reads for herself, after a change of phrase too."""
    with quick.open(made.path, PHRASE, on=TODAY) as safe:
        safe.access.add_phrase(HELPER, name="Zoé", on=TODAY)
        former = [path.read_bytes() for path in made.folder.keys]
        safe.access.add_phrase("la phrase d’un troisième", name="Luc", on=TODAY)
    for path, data in zip(made.folder.keys, former, strict=True):
        path.write_bytes(data)
    told = opened(made, quick, HELPER, accept_older=True)
    assert told == ["added-passphrase", "keys-older-accepted"]
    with quick.open(made.path, HELPER, on=TODAY) as safe:
        safe.have_read("keys-older-accepted")
    assert opened(made, quick, HELPER) == ["added-passphrase"]
    with quick.open(made.path, PHRASE, on=TODAY) as safe:
        safe.access.change_phrase("", "une phrase toute neuve", on=TODAY)
    assert opened(made, quick, "une phrase toute neuve") == ["keys-older-accepted"]
    assert "keys-older-accepted" in opened(made, quick, " ".join(made.words))


def test_the_generation_is_never_lowered(rolled_back: Made, quick: Door) -> None:
    with quick.open(rolled_back.path, PHRASE, on=TODAY, accept_older=True) as safe:
        seen = int(safe.database.value("SELECT keys_generation FROM safe"))
        assert safe.access.slots.keys.generation == seen == 4
        assert len(members.named(safe.database, safe.access.slots.keys)) == 2
    assert generation(rolled_back) == 4


def test_a_read_only_opening_says_it_and_writes_nothing(rolled_back: Made, quick: Door) -> None:
    before = rolled_back.folder.keys[0].read_bytes()
    said = opened(rolled_back, quick, accept_older=True, read_only=True)
    assert said == ["keys-older-accepted"]
    assert rolled_back.folder.keys[0].read_bytes() == before


def test_a_safe_of_a_former_version_cut_while_its_keys_changed(made: Made, quick: Door) -> None:
    """It wrote the key file first: the new phrase must open, and it is said to everybody."""
    with quick.open(made.path, PHRASE, on=TODAY) as safe:
        database = made.folder.database.read_bytes()
        safe.access.change_phrase("", "une phrase toute neuve", on=TODAY)
    made.folder.database.write_bytes(database)
    assert opened(made, quick, "une phrase toute neuve") == ["keys-unknown-accepted"]
    assert opened(made, quick, " ".join(made.words)) == ["keys-unknown-accepted"]


def test_a_safe_that_names_nobody_opens_all_the_same(made: Made, quick: Door) -> None:
    with made.open_with_key() as safe:
        safe.database.execute("UPDATE helper SET slot = NULL")
    assert opened(made, quick) == ["keys-listed"]
    with made.open_with_key() as safe:
        assert len(members.named(safe.database, safe.access.slots.keys)) == 2


def test_a_rotation_keeps_what_was_not_read(rolled_back: Made, quick: Door) -> None:
    with quick.open(rolled_back.path, PHRASE, on=TODAY, accept_older=True) as safe:
        safe.rotate(PHRASE, on=TODAY)
    assert opened(rolled_back, quick) == ["keys-older-accepted"]


def test_an_older_whole_safe_is_said_until_it_is_read(made: Made, tmp_path: Path) -> None:
    door = Door(memory=tmp_path / "seen.json", choose_kdf=lambda: SMALLEST)
    former = made.copied(tmp_path / "former")
    with door.open(made.path, PHRASE, on=TODAY) as safe:
        for number in range(3):
            safe.people.add(f"Quelqu’un {number}", on=TODAY)
    shutil.rmtree(made.path)
    shutil.copytree(former.path, made.path)
    assert opened(made, door) == ["safe-older-than-seen"]
    said = Said()
    with door.open(made.path, PHRASE, on=TODAY, tell=said) as safe:
        safe.have_read("safe-older-than-seen")
    assert said.codes == ["safe-older-than-seen"]
    assert opened(made, door) == []


def test_warnings_of_one_day_are_one(made: Made) -> None:
    with made.open_with_key() as safe:
        for to in ([b"a" * 16], [b"b" * 16]):
            warnings.warn(safe.database, warnings.KEYS_OLDER, TODAY, to)
        assert len(warnings.for_member(safe.database, b"b" * 16)) == 1
        warnings.read(safe.database, b"a" * 16)
        warnings.follow(safe.database, [b"c" * 16])
        left = "SELECT count(*) FROM setting WHERE name LIKE 'warning-%'"
        assert safe.database.value(left) == 0


def test_a_backup_of_an_earlier_format_comes_back_and_gets_its_list(
    made: Made, quick: Door, tmp_path: Path
) -> None:
    with made.open_with_key() as safe:
        safe.database.execute("UPDATE helper SET slot = NULL")
        safe.backup(tmp_path / "b.zip", on=TODAY)
    quick.restore(tmp_path / "b.zip", tmp_path / "new", PHRASE)
    said = Said()
    with quick.open(tmp_path / "new", PHRASE, on=TODAY, tell=said) as safe:
        assert len(members.named(safe.database, safe.access.slots.keys)) == 2
    assert said.codes == ["keys-listed"]


def test_three_members_are_told_of_every_change_until_each_has_read_it(
    made: Made, quick: Door
) -> None:
    third = "la phrase d’un troisième"
    with quick.open(made.path, PHRASE, on=TODAY) as safe:
        safe.access.add_phrase(HELPER, name="Zoé", on=TODAY)
        luc = safe.access.add_phrase(third, name="Luc", on=TODAY)
    assert opened(made, quick) == [], "who did it knows"
    assert opened(made, quick, third) == [], "he was not there before"
    for _ in range(2):
        assert opened(made, quick, HELPER) == ["added-passphrase"]
    with quick.open(made.path, HELPER, on=TODAY) as safe:
        safe.have_read("added-passphrase")
        safe.access.change_phrase("", HELPER + " changée", on=TODAY)
        assert [one.name for one in safe.access.all() if one.used] == ["Zoé"]
        safe.access.renew_words(on=TODAY)
    assert opened(made, quick, HELPER + " changée") == []
    assert opened(made, quick) == ["changed-passphrase", "changed-recovery-words"]
    with quick.open(made.path, PHRASE, on=TODAY) as safe:
        safe.have_read()
        safe.access.remove(luc, on=TODAY)
    assert opened(made, quick) == []
    told: list[Notice] = []
    quick.open(made.path, HELPER + " changée", on=TODAY, tell=told.append).close()
    assert [(one.code, one.parameters["who"]) for one in told] == [("removed-passphrase", " (Luc)")]


def test_a_change_that_was_cut_is_told_to_everybody(made: Made, quick: Door) -> None:
    with quick.open(made.path, PHRASE, on=TODAY) as safe:
        slot = safe.access.add_phrase(HELPER, name="Zoé", on=TODAY)
        with_her = made.folder.database.read_bytes()
        safe.access.remove(slot, on=TODAY)
    made.folder.database.write_bytes(with_her)  # as if cut once the key file was written
    assert opened(made, quick) == ["keys-change-cut"]
    with pytest.raises(WrongPassphrase):
        quick.open(made.path, HELPER, on=TODAY)
