"""Copies that a synchronisation left: compared, merged by gesture, never deleted by themselves."""

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop_app.core.comparing import Comparison
from desktop_app.files import ReadOnly
from desktop_app.safe.door import Door
from desktop_app.safe.errors import CopyDamaged, CopyOfOtherKey, NotFound
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.store import Safe
from tests.safe.conftest import PHRASE, TODAY, Made

NAME = "safe (copie en conflit de pc-accueil).db"
LATER = TODAY + dt.timedelta(days=1)


@dataclass
class Fork:
    """A safe that two computers changed: what is here, and the copy that the other one left."""

    made: Made
    ids: dict[str, str] = field(default_factory=dict)

    def open(self) -> Safe:
        return self.made.open_with_key(on=LATER)

    @property
    def copy(self) -> Path:
        return self.made.path / NAME


@pytest.fixture(scope="module")
def forked(original: Made, tmp_path_factory: pytest.TempPathFactory) -> Fork:
    home = tmp_path_factory.mktemp("fork")
    base, ids = original.copied(home / "base"), dict[str, str]()
    with base.open_with_key() as safe:
        for name in ("Ana", "Zoé"):
            ids[name] = safe.people.add(name, on=TODAY)
        ids["indu"] = safe.dossiers.add("Indu de Ana", on=TODAY, person=ids["Ana"])
        ids["erased"] = safe.dossiers.add("Effacé ici", on=TODAY, person=ids["Zoé"])
        ids["gone there"] = safe.dossiers.add("Effacé là-bas", on=TODAY, person=ids["Zoé"])
        ids["draft"] = safe.drafts.begin(
            "lettre-libre", '{"a": 1}', on=TODAY, person=ids["Ana"], dossier=ids["indu"]
        )
        ids["event"] = safe.events.add(ids["indu"], kind="to-do", day=TODAY, title="Appeler")
        safe.people.keep_value(ids["Ana"], "ville", "Brest", source="typed", on=TODAY)
    there, here = base.copied(home / "there"), base.copied(home / "here")
    with there.open_with_key() as safe:
        ids["Omar"] = safe.people.add("Omar", on=TODAY)
        ids["paper"] = safe.add(
            b"perdu" * 3000, title="Jugement", on=TODAY, text="hippocampe", dossier=ids["indu"]
        )
        safe.add(b"pareil" * 900, title="Le même, là-bas", on=TODAY)
        safe.add(b"de trop", title="D’un dossier effacé", on=TODAY, dossier=ids["erased"])
        safe.drafts.save(ids["draft"], '{"a": 3}', question="a", on=LATER)
        safe.people.keep_value(ids["Ana"], "ville", "Nîmes", source="typed", on=TODAY)
        safe.people.keep_value(ids["Ana"], "nom", "Müller", source="typed", on=LATER)
        safe.events.rewrite(ids["event"], kind="to-do", day=LATER)
        safe.rename_person(ids["Zoé"], "Zoé Dupont")
        safe.bin.erase("dossier", ids["gone there"], on=TODAY)
    with here.open_with_key() as safe:
        safe.people.add("Nour", on=TODAY)
        safe.add(b"pareil" * 900, title="Le même, ici", on=TODAY)
        safe.drafts.save(ids["draft"], '{"a": 2}', question="a", on=TODAY)
        safe.people.keep_value(ids["Ana"], "ville", "Metz", source="typed", on=LATER)
        safe.bin.erase("dossier", ids["erased"], on=TODAY)
    shutil.copy(there.folder.database, here.path / NAME)
    return Fork(here, ids)


@pytest.fixture
def fork(forked: Fork, tmp_path: Path) -> Fork:
    return Fork(forked.made.copied(tmp_path / "coffre"), forked.ids)


@pytest.fixture
def safe(fork: Fork) -> Iterator[Safe]:
    with fork.open() as safe:
        yield safe


def told(found: Comparison, side: str) -> list[tuple[str, str]]:
    return sorted((one.kind, one.title) for one in found.differences if one.side == side)


def test_what_each_has_is_told(fork: Fork, safe: Safe) -> None:
    before = fork.copy.read_bytes()
    (copy,) = safe.conflicts.all()
    assert (copy.name, copy.comparable) == (NAME, True)
    found = safe.conflicts.compare(NAME)
    assert told(found, "there") == [
        ("document", "Jugement"),
        ("person", "Omar"),
        ("value", "nom"),
        ("value", "ville"),
    ]
    assert told(found, "here") == [
        ("document", "Le même, ici"),
        ("person", "Nour"),
        ("value", "ville"),
    ]
    assert told(found, "both") == [
        ("draft", "lettre-libre"),
        ("event", "Appeler"),
        ("person", "Zoé Dupont"),
    ]
    (draft,) = found.of("draft", "both")
    assert (draft.newest, draft.whose) == ("there", "Indu de Ana")
    assert found.twins == 1
    assert found.erased_here == 2  # the dossier erased here, and the paper of it
    assert [(kind, title) for kind, _uid, title in found.erased_there] == [
        ("dossier", "Effacé là-bas")
    ]
    assert not found.same
    assert fork.copy.read_bytes() == before
    assert not [one for one in fork.made.path.iterdir() if one.name.startswith(NAME + "-")]


def test_all_is_taken_in_one_gesture_and_nothing_more_is_left(fork: Fork, safe: Safe) -> None:
    merged = safe.conflicts.merge(NAME)
    assert merged.total == 7
    (paper,) = safe.search("hippocampe")
    assert safe.content(paper.id) == b"perdu" * 3000
    assert paper.dossier == "Indu de Ana"
    assert len([one for one in safe.documents() if "même" in one.title]) == 1
    assert safe.dossiers.there(fork.ids["erased"]) is None  # it never comes back
    assert safe.dossiers.there(fork.ids["gone there"]) is not None  # erased by another gesture
    assert safe.people.profile(fork.ids["Ana"])["ville"].value == "Metz"  # the newest
    assert safe.people.profile(fork.ids["Ana"])["nom"].value == "Müller"
    history = {one.value for one in safe.people.history(fork.ids["Ana"]) if one.field == "ville"}
    assert history == {"Brest", "Metz", "Nîmes"}
    drafts = {one.content: one.finished for one in safe.drafts.of_dossier(fork.ids["indu"])}
    unfinished = [one.content for one in safe.drafts.unfinished(person=fork.ids["Ana"])]
    assert unfinished == ['{"a": 3}']  # the newest is proposed, the other is kept
    assert '{"a": 2}' in drafts
    assert len(safe.events.timeline(fork.ids["indu"])) >= 2
    again = safe.conflicts.compare(NAME)
    assert again.takeable() == []
    assert safe.check().problems == ()
    assert fork.copy.exists()  # never deleted by itself


def test_one_paper_alone_comes_with_what_it_needs(fork: Fork, safe: Safe) -> None:
    merged = safe.conflicts.merge(NAME, [fork.ids["paper"]])
    assert list(merged.taken) == [("document", 1)]
    assert safe.search("hippocampe")
    assert "Omar" not in {one.name for one in safe.people.all()}
    with pytest.raises(NotFound):
        safe.conflicts.merge(NAME, [fork.ids["erased"]])


def test_it_is_undone_as_one_gesture(fork: Fork, safe: Safe) -> None:
    before = {one.name for one in safe.people.all()}
    with safe.recorded() as recording:
        safe.conflicts.merge(NAME)
    assert {one.name for one in safe.people.all()} > before - {"Zoé"}
    safe.undo(recording.reverse, on=LATER)
    assert {one.name for one in safe.people.all()} == before
    assert not safe.search("hippocampe")  # the paper is in the bin
    assert safe.people.profile(fork.ids["Ana"])["ville"].value == "Metz"
    assert safe.check().problems == ()


def test_a_copy_is_put_aside_by_hand_alone_even_twice(fork: Fork, safe: Safe) -> None:
    data = fork.copy.read_bytes()
    target = safe.conflicts.put_aside(NAME)
    assert safe.conflicts.all() == []
    assert target.read_bytes() == data
    fork.copy.write_bytes(data)
    other = safe.conflicts.put_aside(NAME)
    assert other != target
    assert other.read_bytes() == data


@pytest.mark.parametrize("name", ["../autre.db", "safe.db", "keys", "safe (rien).db", "", "/etc"])
def test_what_is_no_copy_is_not_touched(fork: Fork, safe: Safe, name: str) -> None:
    for gesture in (safe.conflicts.compare, safe.conflicts.merge, safe.conflicts.put_aside):
        with pytest.raises(NotFound):
            gesture(name)
    assert fork.made.folder.database.exists()


def test_damage_another_key_and_an_unfinished_save_are_told_apart(
    fork: Fork, safe: Safe, tmp_path: Path
) -> None:
    data = bytearray(fork.copy.read_bytes())
    data[3 * 4096 + 100] ^= 1
    fork.copy.write_bytes(data)
    with pytest.raises(CopyDamaged):
        safe.conflicts.merge(NAME)
    fork.copy.write_bytes(b"x" * 40960)
    with pytest.raises(CopyOfOtherKey):
        safe.conflicts.compare(NAME)
    other = tmp_path / "autre"
    Door(choose_kdf=lambda: FLOOR).create(other, PHRASE, on=TODAY)
    shutil.copy(other / "safe.db", fork.copy)
    with pytest.raises(CopyOfOtherKey):
        safe.conflicts.compare(NAME)
    shutil.copy(fork.made.folder.database, fork.copy)
    journal = fork.copy.with_name(NAME + "-journal")
    journal.write_bytes(b"x" * 600)
    with pytest.raises(CopyDamaged):
        safe.conflicts.compare(NAME)
    assert journal.read_bytes() == b"x" * 600


def test_nothing_is_taken_where_one_only_reads(fork: Fork) -> None:
    with fork.made.open(read_only=True) as safe:
        assert safe.conflicts.compare(NAME).count("there") == 4
        with pytest.raises(ReadOnly):
            safe.conflicts.merge(NAME)
        with pytest.raises(ReadOnly):
            safe.conflicts.put_aside(NAME)
