"""A damaged, cut, swapped or replaced safe: refused by its code, never a wrong answer.

Fault families S9, S10, S11, S12, S15. Each loop counts its positions and asserts 0 silent errors.
"""

import contextlib
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import Notice
from desktop_app.core.records import StoredDocument
from desktop_app.safe import documents, keystore, opening
from desktop_app.safe.database import PAGE, Database, connect
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.errors import (
    AlreadyOpen,
    Damaged,
    DocumentDamaged,
    KeysDamaged,
    NotASafe,
    SafeDamaged,
    StorageFailed,
)
from desktop_app.safe.hold import Hold
from desktop_app.safe.journal import SAFE_PAGE, saves_in
from desktop_app.safe.pages import PageCheck, check_pages
from tests.helpers import elsewhere
from tests.safe.conftest import CANARY, PHRASE, TODAY, Made, Said


def flip(path: Path, place: int, bit: int = 1) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ bit]))


def read_all(made: Made) -> str:
    """Read everything; return "silent" when an answer is wrong, else how it ended."""
    try:
        safe = made.open_with_key()
    except SafeDamaged:
        return "refused"
    ended = "right"
    with safe:
        try:
            listed = {document.id for document in safe.documents()}
            found = {document.id for document in safe.search("decision")}
        except SafeDamaged:
            return "refused"
        if listed != set(made.contents) or found != listed:
            return "silent"
        for document, data in made.contents.items():
            try:
                if safe.content(document) != data:
                    return "silent"
            except DocumentDamaged:
                ended = "one document refused"
            except SafeDamaged:
                return "refused"
    return ended


@pytest.mark.parametrize("offset", [pytest.param(0, id="first byte"), 20, 2500, 4020, 4094])
def test_a_flipped_bit_in_every_page(made: Made, offset: int, record_property) -> None:
    pages = made.folder.database.stat().st_size // PAGE
    ended: dict[str, int] = {}
    for page in range(pages):
        flip(made.folder.database, page * PAGE + offset)
        how = read_all(made)
        ended[how] = ended.get(how, 0) + 1
        assert check_pages(made.folder.database, made.key).damaged == (
            tuple(range(1, pages + 1)) if page * PAGE + offset < 16 else (page + 1,)
        )
        flip(made.folder.database, page * PAGE + offset)
    record_property("pages, how they ended", (pages, ended))
    assert "silent" not in ended
    assert ended.keys() >= {"refused", "one document refused"}
    assert read_all(made) == "right"


def test_the_loop_above_sees_a_wrong_answer(made: Made, monkeypatch) -> None:
    """The sabotage: a document read without its proofs must be called silent."""
    monkeypatch.setattr(documents.Documents, "content", lambda self, document: b"wrong")
    assert read_all(made) == "silent"


def test_a_damaged_safe_is_never_a_wrong_phrase(made: Made) -> None:
    flip(made.folder.database, 900)
    with pytest.raises(SafeDamaged) as refusal:
        made.open()
    assert refusal.value.wording == "safe-damaged-no-backup"


def test_the_newest_good_backup_is_named_and_brings_all_back(
    made: Made, door: Door, tmp_path: Path
) -> None:
    with made.open() as safe:
        first = safe.back_up_here(on=TODAY)
        safe.people.add("Quelqu’un de plus", on=TODAY)
        second = safe.back_up_here(on=TODAY)
    flip(second.path / "safe.db", 5000)
    flip(made.folder.database, 900)
    with pytest.raises(SafeDamaged) as refusal:
        made.open()
    assert refusal.value.parameters == {"backup": first.name, "day": TODAY.isoformat()}
    restored = door.restore(made.path / first.name, tmp_path / "new", PHRASE)
    assert restored.documents == len(made.contents)
    assert read_all(Made(tmp_path / "new", made.key, (), made.contents)) == "right"


def test_check_tells_the_pages(made: Made, door: Door) -> None:
    with made.open() as safe:
        safe.back_up_here(on=TODAY)
    report = door.check(made.path, PHRASE, on=TODAY, full=True)
    pages = made.folder.database.stat().st_size // PAGE
    assert (report.state, report.pages_checked, report.problems) == ("ok", pages, ())
    assert report.newest_good_backup is not None
    flip(made.folder.database, 3 * PAGE + 7)
    flip(made.folder.database, (pages - 1) * PAGE + 7)
    report = door.check(made.path, PHRASE, on=TODAY)
    assert report.state == "damaged"
    assert [problem.page for problem in report.problems] == [4, pages]
    assert report.newest_good_backup is not None


def cuts(size: int) -> list[int]:
    return [0, 1, 15, 4095, 4096, 4097, 8192, size // 2, size - 4096, size - 1]


def test_cut_databases(made: Made) -> None:
    whole = made.folder.database.read_bytes()
    for cut in cuts(len(whole)):
        made.folder.database.write_bytes(whole[:cut])
        assert read_all(made) == "refused", cut
        assert made.folder.database.stat().st_size == cut  # an empty one is not made a safe


def test_cut_key_files(made: Made) -> None:
    whole = made.folder.keys[0].read_bytes()
    for cut in range(0, len(whole), 7):
        for path in made.folder.keys:
            path.write_bytes(whole[:cut])
        with pytest.raises(KeysDamaged):
            keystore.unlock(keystore.read_copies(made.folder, Disk()), PHRASE)


def test_a_longer_database_is_not_believed_either(made: Made) -> None:
    with made.folder.database.open("ab") as file:
        file.write(os.urandom(PAGE))
    assert read_all(made) in ("right", "refused")
    report = check_pages(made.folder.database, made.key)
    assert report.damaged == (report.pages,)


# Swapped and replayed


def test_the_database_of_another_safe(made: Made, door: Door, tmp_path: Path) -> None:
    door.create(tmp_path / "other", PHRASE, on=TODAY)
    shutil.copy(tmp_path / "other" / "safe.db", made.folder.database)
    with pytest.raises(SafeDamaged):
        made.open()


def test_a_missing_database(made: Made) -> None:
    made.folder.database.unlink()
    with pytest.raises(SafeDamaged):
        made.open()
    assert not made.folder.database.exists()


def test_nothing_of_a_safe(tmp_path: Path, door: Door) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(NotASafe):
            door.open(path, PHRASE, on=TODAY)


def test_an_older_whole_safe_is_said(made: Made, tmp_path: Path) -> None:
    door = Door(memory=tmp_path / "seen.json")
    former = made.copied(tmp_path / "former")
    with made.open_with_key(door) as safe:
        safe.people.add("Quelqu’un", on=TODAY)
    shutil.rmtree(made.path)
    shutil.copytree(former.path, made.path)
    said = Said()
    with door.open(made.path, PHRASE, on=TODAY, tell=said) as safe:
        assert len(safe.documents()) == len(made.contents)
    assert said.codes == ["safe-older-than-seen"]
    assert made.path.name not in (tmp_path / "seen.json").read_text()


def test_the_journal_of_another_moment(made: Made, monkeypatch) -> None:
    """An authentic journal, kept from an earlier save, would bring old pages back."""
    journal = made.folder.database.with_name("safe.db-journal")
    kept = journal_of_a_save(made, "Premier")
    with made.open_with_key() as safe:
        safe.people.add("Second", on=TODAY)
    journal.write_bytes(kept)
    with pytest.raises(SafeDamaged):
        made.open_with_key()
    assert journal.read_bytes() == kept
    monkeypatch.setattr(opening, "expect_own_journal", lambda database, key: None)
    with made.open_with_key() as safe:  # the sabotage: acknowledged work is gone, in silence
        assert not {"Premier", "Second"} & {person.name for person in safe.people.all()}


@pytest.mark.parametrize("half", [0, 1])
def test_the_journal_of_a_cut_save_is_played_back(made: Made, half: int) -> None:
    """The same file, at its own moment: the save that was cut is undone, the rest is whole."""
    kept = journal_of_a_save(made, "Premier")
    assert SAFE_PAGE in pages_in(kept)
    torn = bytearray(made.folder.database.read_bytes())
    for page in pages_in(kept)[half::2]:
        torn[(page - 1) * PAGE : page * PAGE] = os.urandom(PAGE)
    made.folder.database.write_bytes(torn)
    made.folder.database.with_name("safe.db-journal").write_bytes(kept)
    with made.open_with_key() as safe:
        assert "Premier" not in [person.name for person in safe.people.all()]
        assert len(safe.documents()) == len(made.contents)


def pages_in(journal: bytes) -> list[int]:
    record = 4 + PAGE + 4
    starts = range(512, len(journal) - record + 1, record)
    return [int.from_bytes(journal[start : start + 4], "big") for start in starts]


def journal_of_a_save(made: Made, name: str) -> bytes:
    """Save one person, and return the journal as it was when the save became final."""
    database, kept = connect(made.folder.database, made.key), made.path.with_name("kept")
    database.counts_saves = True
    try:
        with database.act():
            database.execute(
                "INSERT INTO person (uid, name, folded, made_on) VALUES (?, ?, '', '2026-11-24')",
                (f"uid-{name}", name),
            )
            os.link(made.folder.database.with_name("safe.db-journal"), kept)
    finally:
        database.close()
    data = kept.read_bytes()
    kept.unlink()
    return data


@pytest.mark.parametrize("saves", [0, 1, 2, 127, 128, 32_767, 32_768, 2**23, 2**31, 2**47])
def test_where_the_count_of_saves_is(made: Made, saves: int) -> None:
    with made.open_with_key() as safe:
        safe.database.execute("UPDATE safe SET saves = ?", (saves,))
        root = safe.database.value("SELECT rootpage FROM sqlite_master WHERE name = 'safe'")
        data = made.folder.database.read_bytes()
        page = PageCheck(data[:16], made.key).clear(data[PAGE : 2 * PAGE])
        assert (saves_in(page), root) == (saves, SAFE_PAGE)


@given(st.binary(max_size=200))
def test_a_page_of_anything_gives_a_declared_error(data: bytes) -> None:
    with contextlib.suppress(SafeDamaged):
        saves_in(data)


# What lies in the place of a file (S12)


def as_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere-" + path.name))
    path.symlink_to(path.with_name("elsewhere-" + path.name))


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def as_tube(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("put", [as_link, as_folder, as_tube])
@pytest.mark.parametrize(
    ("name", "refusals"),
    [
        ("safe.db", (SafeDamaged,)),
        ("keys", ()),
        ("keys.2", ()),
        ("lock", (StorageFailed, AlreadyOpen)),
        ("ballast", ()),
    ],
)
def test_another_thing_in_the_place_of_a_file(
    made: Made, put: Callable[[Path], None], name: str, refusals: tuple[type[Exception], ...]
) -> None:
    put(made.path / name)
    try:
        with made.open() as safe:
            assert {d.id for d in safe.documents()} == set(made.contents)
    except refusals:
        return
    assert name != "safe.db"


@pytest.mark.parametrize("name", ["safe.db-journal", "safe.db-wal", "safe.db-shm"])
def test_a_tube_beside_the_database(made: Made, name: str) -> None:
    os.mkfifo(made.path / name)
    with pytest.raises(SafeDamaged):
        made.open_with_key()


@pytest.mark.parametrize("name", ["safe.db-wal", "safe.db-shm"])
def test_the_log_of_another_program(made: Made, door: Door, tmp_path: Path, name: str) -> None:
    """SQLite would show the pages of such a log: it is refused, read or not; all comes out."""
    (made.path / name).write_bytes(b"")
    for read_only in (False, True):
        with pytest.raises(SafeDamaged):
            made.open(read_only=read_only)
    assert door.export(made.path, tmp_path / "out", PHRASE).documents == len(made.contents)
    assert (made.path / name).read_bytes() == b""


def test_stray_files_and_conflict_copies(made: Made) -> None:
    for number in range(2000):
        (made.path / f"stray {number}").touch()
    for name in (
        "safe (Copie en conflit de PC 2026-11-24).db",
        "safe.sync-conflict-20261124-101010-ABCDEFG.db",
        "keys-PC-DE-ANA",
        "keys.2 (1)",
    ):
        shutil.copy(made.folder.database, made.path / name)
    said = Said()
    with made.open(tell=said) as safe:
        assert {d.id for d in safe.documents()} == set(made.contents)
    assert said.codes == ["conflict-copies"]


# The word index (S15)


def test_a_stale_index_is_told_and_rebuilt(made: Made) -> None:
    with made.open_with_key() as safe:
        gone = next(iter(made.contents))
        safe.bin.erase("document", gone, on=TODAY)
        with safe.database.act():
            safe.database.execute("INSERT INTO word (word) VALUES ('delete-all')")
        assert not safe.words.is_sound()
        assert safe.search("decision") == []
        safe.words.rebuild()
        assert safe.words.is_sound()
        found: list[StoredDocument] = list(safe.search("decision"))
        assert {d.id for d in found} == set(made.contents) - {gone}


def test_no_clear_word_in_any_file(made: Made) -> None:
    with made.open_with_key() as safe:
        safe.drafts.begin("caf", f'{{"nom": "{CANARY}"}}', on=TODAY)
        safe.back_up_here(on=TODAY)
    for path in made.path.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            for form in (CANARY.encode(), CANARY.encode("utf-16-le"), "Müller".encode()):
                assert form not in data, path.name
            assert CANARY not in path.name
            assert elsewhere.WINDOWS or path.stat().st_mode & 0o077 == 0
        else:
            assert elsewhere.WINDOWS or path.stat().st_mode & 0o077 == 0


# The newest good backup is named, whenever damage is met


def test_damage_met_after_the_opening_names_the_backup_too(made: Made) -> None:
    """One bit in each page in turn: whatever refuses names the backup, and it is the good one."""
    with made.open_with_key() as safe:
        good = safe.back_up_here(on=TODAY)
    named, pages = 0, made.folder.database.stat().st_size // PAGE
    for page in range(pages):
        flip(made.folder.database, page * PAGE + 2500)
        for refusal in refusals(made):
            assert refusal.parameters == {"backup": good.name, "day": TODAY.isoformat()}, page
            assert refusal.folder == made.path
            named += 1
        flip(made.folder.database, page * PAGE + 2500)
    assert named > pages // 2


def refusals(made: Made) -> list[Damaged]:
    """Read everything as the commands do; return each refusal that says damage."""
    found: list[Damaged] = []
    try:
        safe = made.open_with_key()
    except Damaged as refusal:
        return [refusal]
    with safe:
        for read in (
            safe.documents,
            lambda: safe.search("decision"),
            safe.people.all,
            safe.dossiers.all,
            safe.access.all,
            safe.agenda.next_dates,
            *(lambda one=one: safe.content(one) for one in made.contents),
        ):
            try:
                read()
            except Damaged as refusal:
                found.append(refusal)
    return found


def test_damaged_keys_name_the_backup_that_the_phrase_opens(made: Made) -> None:
    with made.open() as safe:
        good = safe.back_up_here(on=TODAY)
    for path in made.folder.keys:
        path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(KeysDamaged) as refusal:
        made.open()
    assert (refusal.value.parameters["backup"], refusal.value.folder) == (good.name, made.path)
    with pytest.raises(KeysDamaged) as refusal:
        made.open("une tout autre phrase que la bonne")
    assert refusal.value.wording == "keys-damaged-no-backup"


def test_what_the_disk_did_not_let_be_read_once_is_no_damage(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLCipher takes it for damage; the whole machine of `./start faults twice` met it."""
    real, tries = opening.open_database, []

    def refused_once(*given: Any, **named: Any) -> Database:
        tries.append(given)
        if len(tries) == 1:
            given[0].tell(Notice("keys-repaired"))
            raise SafeDamaged
        given[0].tell(Notice("keys-repaired"))
        return real(*given, **named)

    monkeypatch.setattr(opening, "open_database", refused_once)
    said = Said()
    with made.open(tell=said) as safe:
        assert len(safe.documents()) == len(made.contents)
    assert (len(tries), said.codes) == (2, ["keys-repaired"])


def test_a_safe_that_cannot_be_looked_after_is_let_go(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lock too: the next opening is not told that the safe is open."""

    def refused(_self: Hold) -> None:
        raise StorageFailed

    with monkeypatch.context() as broken:
        broken.setattr(Hold, "know_again", refused)
        with pytest.raises(StorageFailed):
            made.open()
    made.open().close()


def test_a_save_undone_on_a_disk_that_takes_no_note_is_no_mix(made: Made) -> None:
    """The pages put back are enciphered anew: who undoes them knows it, noted or not."""
    before = made.folder.database.read_bytes()
    kept = journal_of_a_save(made, "Premier")
    assert before != made.folder.database.read_bytes()
    made.folder.database.with_name("safe.db-journal").write_bytes(kept)
    made.folder.undone.mkdir()  # no file takes this name
    said = Said()
    with made.open(tell=said) as safe:
        safe.back_up_if_due(on=TODAY, tell=said)
        assert "Premier" not in [one.name for one in safe.people.all()]
    assert not {"pages-mixed", "safe-other-than-seen"} & {*said.codes}


def test_what_a_cut_rotation_left_and_the_disk_keeps_hinders_no_opening(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.folder.next_database.write_bytes(b"not finished")
    unlink = Path.unlink

    def kept(self: Path, missing_ok: bool = False) -> None:
        if self == made.folder.next_database:
            raise OSError(errno.EROFS, "")
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", kept)
    made.open().close()
    assert made.folder.next_database.exists()
    monkeypatch.undo()
    made.open().close()
    assert not made.folder.next_database.exists()
