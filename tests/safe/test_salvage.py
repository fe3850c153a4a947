"""What comes out of a damaged safe: each document whose own pages are whole, whatever else is not.

The parity is left out of it: what it brings back, ``repair`` does.
"""

import json
import random
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.safe_reports import Exported
from desktop_app.files import DiskFull, FileNotRegular, complete_folder
from desktop_app.safe import salvage
from desktop_app.safe.database import PAGE
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.errors import FolderNotEmpty, SafeDamaged
from desktop_app.safe.leaves import Leaves
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.pages import PageCheck, PageFile
from desktop_app.safe.parity import pages_of_schema
from desktop_app.safe.reader import Reader
from tests.safe.conftest import CANARY, PHRASE, TODAY, Made

CHANCE = random.Random(15)
SMALL = 40  # bytes of a document that begins and ends in the middle of a page


@pytest.fixture
def kept(made: Made) -> Made:
    """The safe of six papers, a small one, and no parity."""
    small = b"s" * SMALL
    with made.open_with_key() as safe:
        contents = {**made.contents, safe.add(small, title="Petit papier", on=TODAY): small}
    made.folder.parity.unlink(missing_ok=True)
    return replace(made, contents=contents)


def exported(made: Made, out: Path) -> tuple[Exported, list[bytes]]:
    """Write it out without deriving a key; return what came, and what is said of it."""
    reader = Reader(
        made.folder.database, made.key, "frozen", schemas=Schemas(), progress=lambda *_: None
    )
    try:
        found = salvage._write(reader, out, Disk())
    finally:
        reader.close()
    return found, papers_in(out)


def papers_in(out: Path) -> list[bytes]:
    """Return what was written, but what tells of it."""
    return [one.read_bytes() for one in out.rglob("*") if one.is_file() and one.suffix != ".json"]


def test_the_file_number_of_each_person_goes_out_with_her(made: Made, tmp_path: Path) -> None:
    with made.open_with_key() as safe:
        safe.numbers.begin()
        person = safe.people.add("Ana Diaz", on=TODAY)
        number = safe.numbers.one(person)
    assert number
    exported(made, tmp_path / "out")
    told = json.loads((tmp_path / "out" / "contents.json").read_text("utf-8"))["person"]
    assert {one["uid"]: one.get("number") for one in told}[person] == number


def test_without_an_office_nobody_has_a_number(kept: Made, tmp_path: Path) -> None:
    exported(kept, tmp_path / "out")
    told = json.loads((tmp_path / "out" / "contents.json").read_text("utf-8"))["person"]
    assert not any("number" in one for one in told)


def expect_no_whole_paper_lost(made: Made, numbers: Iterable[int], out: Path) -> int:
    """Damage each of these pages alone; return of how many a paper hung on it."""
    whole, hung = made.folder.database.read_bytes(), 0
    for number in numbers:
        spoilt = set(papers_on(made, whole, number))
        at = (number - 1) * PAGE
        made.folder.database.write_bytes(whole[:at] + bytes(PAGE) + whole[at + PAGE :])
        found, written = exported(made, out)
        shutil.rmtree(out)
        expected = [data for uid, data in made.contents.items() if uid not in spoilt]
        assert sorted(written) == sorted(expected), number
        assert found.documents == len(expected)
        assert not found.unnamed or not found.rows["document"]
        hung += bool(spoilt)
    made.folder.database.write_bytes(whole)
    return hung


def papers_on(made: Made, whole: bytes, number: int) -> Iterator[str]:
    """Yield the papers that lie on a page: each is one byte many times over."""
    check = PageCheck(whole[:16], made.key)
    page = check.clear(whole[(number - 1) * PAGE : number * PAGE], number)
    for uid, data in made.contents.items():
        if data[:30] in page:
            yield uid


def roots(made: Made) -> set[int]:
    with made.open_with_key() as safe:
        found = safe.database.rows("SELECT rootpage FROM sqlite_master WHERE type = 'table'")
    return {page for (page,) in found if page}


def named_roots(made: Made) -> set[int]:
    """Return the roots of those that lead to papers and their names."""
    with made.open_with_key() as safe:
        found = dict(safe.database.rows("SELECT name, rootpage FROM sqlite_master"))
    return {found[name] for name in ("body", "document", "document_text", "person_value")}


def test_a_page_of_the_schema_or_a_root_costs_no_paper(kept: Made, tmp_path: Path) -> None:
    """The root of all papers, and that of their names, among them."""
    file = PageFile(kept.folder.database)
    schema = pages_of_schema(PageCheck(file.salt, kept.key), file.page)
    file.close()
    assert len(schema) > 2
    some = sorted(roots(kept))
    numbers = sorted({*schema, *CHANCE.sample(some, 8), *named_roots(kept)})
    assert expect_no_whole_paper_lost(kept, numbers, tmp_path / "out") == 0


def test_a_page_of_a_paper_costs_that_one(kept: Made, tmp_path: Path) -> None:
    pages = kept.folder.database.stat().st_size // PAGE
    numbers = CHANCE.sample(range(40, pages + 1), 8)
    assert expect_no_whole_paper_lost(kept, numbers, tmp_path / "out") > 3


@pytest.mark.slow
def test_no_page_costs_more_than_what_lies_on_it(kept: Made, tmp_path: Path) -> None:
    pages = kept.folder.database.stat().st_size // PAGE
    assert expect_no_whole_paper_lost(kept, range(1, pages + 1), tmp_path / "out") > 40


def test_without_the_pages_themselves_papers_would_be_lost(
    kept: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage: only what SQLite reads comes out."""
    monkeypatch.setattr(Leaves, "cells", lambda self, progress: iter(()))
    for number in (1, *sorted(roots(kept))[:1]):
        with pytest.raises((AssertionError, SafeDamaged)):
            expect_no_whole_paper_lost(kept, [number], tmp_path / "out")
        shutil.rmtree(tmp_path / "out", ignore_errors=True)


def test_all_roots_and_the_schema_at_once(kept: Made, tmp_path: Path) -> None:
    """Papers without a row: they have what is left of their name, or none, and their day."""
    damage(kept, {1, *roots(kept)}, but=16)
    found, written = exported(kept, tmp_path / "out")
    assert sorted(written) == sorted(kept.contents.values())
    assert found.unnamed == len(kept.contents)
    names = sorted(one.name for one in (tmp_path / "out").rglob("*"))
    assert sum("sans titre" in name for name in names) == len(kept.contents), names


def test_names_are_taken_from_what_is_left(kept: Made, tmp_path: Path) -> None:
    with kept.open_with_key() as safe:
        (page,) = safe.database.rows("SELECT rootpage FROM sqlite_master WHERE name = 'document'")
    damage(kept, set(page))
    found, written = exported(kept, tmp_path / "out")
    assert (found.unnamed, found.lost_rows["document"]) == (len(written), len(written))
    names = " ".join(one.name for one in (tmp_path / "out").rglob("*"))
    assert "Décision numéro 3" in names


def test_where_the_salt_is_lost_everywhere_papers_prove_themselves(
    kept: Made, tmp_path: Path
) -> None:
    """The first pages overwritten, and no parity: those that tell the salt are among them."""
    with kept.open_with_key() as safe:
        root = dict(safe.database.rows("SELECT name, rootpage FROM sqlite_master"))
    damage(kept, {1, root["setting"], root["body"]})
    data = bytearray(kept.folder.database.read_bytes())
    data[-PAGE + 900] ^= 1  # a damage that no proof of a page tells
    kept.folder.database.write_bytes(data)
    found, written = exported(kept, tmp_path / "out")
    assert set(written) < set(kept.contents.values())
    assert len(written) == len(kept.contents) - len(found.lost)
    assert found.rows["person"] == found.unnamed == 0


@pytest.mark.parametrize("first", ["one bit", "nothing"])
def test_the_salt_of_the_file_is_found_again(kept: Made, tmp_path: Path, first: str) -> None:
    whole = bytearray(kept.folder.database.read_bytes())
    whole[:16] = bytes(16) if first == "nothing" else bytes([whole[0] ^ 4, *whole[1:16]])
    kept.folder.database.write_bytes(whole)
    found, written = exported(kept, tmp_path / "out")
    assert sorted(written) == sorted(kept.contents.values())
    assert found.lost == ()


def test_what_is_lost_is_counted_and_an_empty_table_loses_nothing(
    kept: Made, tmp_path: Path
) -> None:
    with kept.open_with_key() as safe:
        found = dict(safe.database.rows("SELECT name, rootpage FROM sqlite_master"))
    damage(kept, {found["person_value"], found["person"], found["draft"]})
    said, _ = exported(kept, tmp_path / "out")
    assert said.lost_rows == {"person": 2}
    assert said.rows["document"] == len(kept.contents)


def test_a_file_of_noise_says_that_it_is_damaged(kept: Made, tmp_path: Path) -> None:
    kept.folder.database.write_bytes(CHANCE.randbytes(20 * PAGE))
    with pytest.raises(SafeDamaged):
        exported(kept, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_by_command_and_by_the_door(kept: Made, door: Door, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    damage(kept, {1})
    out = tmp_path / "out"
    found = door.export(kept.path, out, PHRASE, progress=lambda *how_far: heard.append(how_far))
    assert (found.documents, found.lost, found.lost_rows) == (len(kept.contents), (), {})
    assert heard
    with pytest.raises(FolderNotEmpty):
        door.export(kept.path, out, PHRASE)


def test_a_person_who_stops_it_is_heard(kept: Made, door: Door, tmp_path: Path) -> None:
    damage(kept, {1})

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        door.export(kept.path, tmp_path / "out", PHRASE, progress=stop)
    door.export(kept.path, tmp_path / "out", PHRASE)  # nothing holds it


class Filling(Disk):
    """A disk that is full once so many files are on it."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, path: Path, parts: Iterable[bytes], *, of_safe: bool = False) -> None:
        self.room -= 1
        if self.room < 0:
            raise DiskFull
        super().write(path, parts, of_safe=of_safe)


def test_nothing_in_clear_stays_where_it_is_said_that_nothing_was_written(
    made: Made, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    anothers = out / "Ana Müller" / "à un autre.txt"

    def told(done: int, _of: int) -> None:
        if done == 3:
            anothers.write_text("là")

    with made.open_with_key() as safe, pytest.raises(DiskFull):
        salvage.export_open(
            safe._subject, out, disk=Filling(len(made.contents)), schemas=Schemas(), progress=told
        )
    assert [one for one in out.rglob("*") if one.is_file()] == [anothers]
    with pytest.raises(FileNotRegular):  # its own page cannot be written
        complete_folder(out, [("Ana Müller", b"")], ["Ana Müller", "Ana Müller/à un autre.txt"])
    assert not out.exists()


def test_of_a_sound_safe_and_of_an_open_one(made: Made, door: Door, tmp_path: Path) -> None:
    found = door.export(made.path, tmp_path / "out", PHRASE)
    assert (found.documents, found.lost, found.unnamed) == (len(made.contents), (), 0)
    assert set(papers_in(tmp_path / "out")) == set(made.contents.values())
    contents = (tmp_path / "out" / "contents.json").read_text("utf-8")
    assert CANARY not in contents  # words: no
    assert len(json.loads(contents)["document"]) == len(made.contents)
    with made.open_with_key() as safe:
        assert safe.export(tmp_path / "again") == found
        safe.people.add("Ana Ensuite", on=TODAY)


def test_what_was_erased_does_not_come_out(kept: Made, tmp_path: Path) -> None:
    """Neither from free pages, nor from what is left of a page that others share."""
    uid, data = next((uid, data) for uid, data in kept.contents.items() if len(data) == 9_000)
    with kept.open_with_key() as safe:
        safe.matters.erase(safe.matters.whole(document=uid), on=TODAY)
    damage(kept, {1, *roots(kept)}, but=16)
    _, written = exported(kept, tmp_path / "out")
    assert data not in written
    assert not any(data[:30] == one[:30] for one in written)
    assert len(written) >= 1


def test_a_row_that_says_to_be_longer_than_the_file_is_nobodys(kept: Made) -> None:
    """By who has the key: a length of its own choice, and a chain of pages that comes round."""
    leaves = Leaves(kept.folder.database, kept.key)
    try:
        (cell, *_) = [one for one in leaves.cells(lambda *_: None) if one.size > 8_000]
        assert leaves.record(cell, leaves.begins(cell)) is not None
        endless = replace(cell, size=1 << 60)
        assert leaves.record(endless, leaves.begins(endless)) is None
    finally:
        leaves.close()


def test_a_name_says_nothing_that_is_run_and_stops_nothing(
    made: Made, door: Door, tmp_path: Path
) -> None:
    with made.open_with_key() as safe:
        safe.add(b"rm -rf ~", title="titre.sh", on=TODAY, media="application/x-sh")
        safe.add(b"long", title="😀" * 90, on=TODAY, person="𠮷" * 90)
        safe.people.add(f"{TODAY} titre.sh.bin", on=TODAY)
    door.export(made.path, tmp_path / "out", PHRASE)
    files = (one for one in (tmp_path / "out").rglob("*") if one.is_file())
    assert {one.suffix for one in files} == {".bin", ".json"}


def damage(made: Made, numbers: set[int], but: int = 0) -> None:
    data = bytearray(made.folder.database.read_bytes())
    salt = data[:but]
    for number in numbers:
        data[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    data[:but] = salt
    made.folder.database.write_bytes(data)
