"""Backups: verified, kept in the right number, brought back beside, refused when not ours.

Fault families D1, D2, D3, D5, D6, D8, S16.
"""

import contextlib
import datetime as dt
import errno
import io
import os
import random
import shutil
import struct
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import AppError
from desktop_app.files import DiskFull, FileMissing, FileNotRegular, FileUnreadable, NotWritten
from desktop_app.safe import backups, container, keeping, keystore
from desktop_app.safe.backups import Backup, Subject, all_backups, newest_good
from desktop_app.safe.database import connect
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.errors import (
    BackupNotVerified,
    BackupOtherSafe,
    BackupTruncated,
    FolderNotEmpty,
    SafeNewer,
    WordsOtherSafe,
    WrongPassphrase,
)
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.keeping import retained
from desktop_app.safe.keystore import Unlocked
from desktop_app.safe.manifest import Manifest, seal, unseal
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.restore import _bring, read_small
from desktop_app.safe.store import Safe
from tests.helpers import elsewhere
from tests.safe.conftest import CANARY, PHRASE, TODAY, Made, Said


@pytest.fixture
def left(made: Made, tmp_path: Path) -> Path:
    """A backup that left."""
    with made.open_with_key() as safe:
        safe.backup(tmp_path / "sauvegarde.zip", on=TODAY)
    return tmp_path / "sauvegarde.zip"


def restored_contents(path: Path, made: Made) -> dict[str, bytes]:
    with Made(path, made.key, (), {}).open_with_key() as safe:
        return {document.id: safe.content(document.id) for document in safe.documents()}


def bring(zipped: Path, made: Made, to: Path) -> None:
    """Restore with the key at hand: the derivation left out, for loops."""
    with container.source(zipped) as source:
        copy = keystore.read_copy(read_small(source, "keys", 1 << 16))
        if copy.keys is None:
            raise BackupNotVerified(reason="keys")
        try:
            keys = keystore.truth([copy], made.key)
        except AppError as error:
            raise BackupNotVerified(reason="keys") from error
        unlocked = Unlocked(made.key, keys, b"", False)
        manifest = unseal(read_small(source, "manifest", 1 << 16), made.key, keys.safe_id)
        to.mkdir()
        _bring(source, SafeFolder(to), unlocked, manifest, disk=Disk(), schemas=Schemas())


def test_a_backup_comes_back_whole(made: Made, left: Path, door: Door, tmp_path: Path) -> None:
    found = door.restore(left, tmp_path / "new", PHRASE)
    assert (found.documents, found.made_on) == (len(made.contents), TODAY)
    assert restored_contents(tmp_path / "new", made) == made.contents
    assert elsewhere.has_mode(tmp_path / "new", 0o700)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["coffre", "new", "sauvegarde.zip"]
    assert elsewhere.has_mode(left, 0o600)


def test_any_program_reads_the_zip(left: Path) -> None:
    with zipfile.ZipFile(left) as archive:
        assert archive.namelist() == ["safe.db", "keys", "manifest"]
        assert archive.testzip() is None
        assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}


def test_a_backup_of_more_than_two_gigabytes(made: Made, tmp_path: Path, monkeypatch) -> None:
    """Its sizes and places then stand in more fields."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 1000)
    with made.open_with_key() as safe:
        safe.backup(tmp_path / "grande.zip", on=TODAY)
    assert (tmp_path / "grande.zip").read_bytes().count(b"PK\6\6") == 1
    bring(tmp_path / "grande.zip", made, tmp_path / "new")
    assert restored_contents(tmp_path / "new", made) == made.contents


def test_words_bring_it_back_too(made: Made, left: Path, door: Door, tmp_path: Path) -> None:
    assert door.restore(left, tmp_path / "new", " ".join(made.words)).documents == 6


def test_another_phrase_brings_nothing_back(left: Path, door: Door, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        door.restore(left, tmp_path / "new", "une phrase qui n’est pas la bonne")
    with pytest.raises(WordsOtherSafe):
        door.restore(left, tmp_path / "new", " ".join(["abaisser"] * 12))
    assert not (tmp_path / "new").exists()


def test_newer_work_is_not_replaced(made: Made, left: Path, door: Door) -> None:
    before = made.folder.database.read_bytes()
    with pytest.raises(FolderNotEmpty):
        door.restore(left, made.path, PHRASE)
    assert made.folder.database.read_bytes() == before


@pytest.mark.parametrize(
    ("place", "refusal"),
    [
        pytest.param(lambda p: p / "nothing.zip", FileMissing, id="missing"),
        pytest.param(lambda p: os.mkfifo(p / "tube") or p / "tube", FileNotRegular, id="tube"),
        pytest.param(lambda p: p, BackupTruncated, id="a folder that is no backup"),
    ],
)
def test_not_even_a_file(door: Door, tmp_path: Path, place, refusal: type[AppError]) -> None:
    with pytest.raises(refusal):
        door.restore(place(tmp_path), tmp_path / "new", PHRASE)


def test_a_taken_name_is_not_replaced_unasked(made: Made, left: Path) -> None:
    before = left.read_bytes()
    with made.open_with_key() as safe:
        with pytest.raises(NotWritten):
            safe.backup(left, on=TODAY)
        assert left.read_bytes() == before
        safe.backup(left, on=TODAY, replace=True)
    assert left.read_bytes() != before  # a new nonce


def test_cut_backups(made: Made, left: Path, tmp_path: Path) -> None:
    data = left.read_bytes()
    tried = 0
    for cut in [0, 1, 4, 21, 22, 100, *range(1000, len(data), len(data) // 60), len(data) - 1]:
        left.write_bytes(data[:cut])
        with pytest.raises(BackupTruncated):
            bring(left, made, tmp_path / f"cut{cut}")
        tried += 1
    assert tried > 60


def test_flipped_backups(made: Made, left: Path, tmp_path: Path, record_property) -> None:
    """A bit anywhere: refused, or (a reserved field) without effect on what comes back."""
    data = left.read_bytes()
    with zipfile.ZipFile(left) as archive:
        directory = archive.start_dir
        heads = [range(i.header_offset, i.header_offset + 40) for i in archive.infolist()]
    drawn = random.Random(7)
    tail = range(directory - 700, len(data), 3)  # keys, manifest, directory
    places = [*range(60), *tail, *drawn.sample(range(len(data)), 40)]
    refused, harmless = 0, []
    for number, place in enumerate(places):
        changed = bytearray(data)
        changed[place] ^= 1 << drawn.randrange(8)
        left.write_bytes(changed)
        target = tmp_path / f"flip{number}"
        try:
            bring(left, made, target)
        except (BackupTruncated, BackupNotVerified, BackupOtherSafe, SafeNewer):
            refused += 1
        else:
            harmless.append(place)
            assert restored_contents(target, made) == made.contents
        shutil.rmtree(target, ignore_errors=True)
    record_property("refused, harmless", (refused, len(harmless)))
    assert refused > 250
    assert all(place >= directory or any(place in head for head in heads) for place in harmless)


def test_without_the_seal_a_flip_would_pass(made: Made, left: Path, tmp_path, monkeypatch) -> None:
    """The sabotage: another safe's database, correct in itself, between our keys and manifest."""
    with zipfile.ZipFile(left) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with made.open_with_key() as safe:
        safe.people.add("Glissée dans la sauvegarde", on=TODAY)
    members["safe.db"] = made.folder.database.read_bytes()
    left.write_bytes(zipped(members))
    with pytest.raises(BackupNotVerified):
        bring(left, made, tmp_path / "refused")
    from desktop_app.safe import restore

    monkeypatch.setattr(
        restore, "extract", lambda source, to, manifest, disk: to.write_bytes(members["safe.db"])
    )
    bring(left, made, tmp_path / "passed")


def test_a_disk_that_does_not_let_the_zip_be_read_is_no_unsafe_backup(
    made: Made, left: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refusing(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError(errno.EIO, "")

    plain = container.ZipSource.open
    monkeypatch.setattr(
        container.ZipSource,
        "open",
        lambda self, name: Refusing() if name == "safe.db" else plain(self, name),
    )
    with pytest.raises(FileUnreadable):
        bring(left, made, tmp_path / "new")


@pytest.mark.parametrize("call", range(1, 6))
def test_whichever_read_of_the_zip_is_refused(
    call: int, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refusing(io.BytesIO):
        reads = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.reads += 1
            if self.reads >= call:
                raise OSError(errno.EIO, "")
            return super().read(size)

    monkeypatch.setattr(container, "_opened", lambda path: Refusing(path.read_bytes()))
    with pytest.raises(FileUnreadable), container.source(left):
        pass


# A hostile owner of the key (D3)


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return out.getvalue()


def members_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


HOSTILE = {
    "a name that climbs": lambda m: zipped({**m, "../evil": b"x"}),
    "an absolute name": lambda m: zipped({("/etc/x" if n == "keys" else n): m[n] for n in m}),
    "a member missing": lambda m: zipped({n: m[n] for n in ("safe.db", "keys")}),
    "60,000 entries": lambda m: zipped({**m, **{f"n{i}": b"" for i in range(60_000)}}),
    "compressed": lambda m: zipped(m, zipfile.ZIP_DEFLATED),
    "zeros for a database": lambda m: zipped({**m, "safe.db": bytes(10 << 20)}),
    "huge keys": lambda m: zipped({**m, "keys": bytes(1 << 20)}),
    "a head before": lambda m: b"#!/bin/sh\nrm -rf ~\n" + zipped(m),
    "a tail after": lambda m: zipped(m) + b"tail",
    "another zip before": lambda m: zipped({"a": b"x"}) + zipped(m),
    "itself twice": lambda m: zipped(m) * 2,
    "not a zip": lambda m: b"%PDF-1.7" + bytes(5000),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_containers(made: Made, left: Path, tmp_path: Path, make) -> None:
    left.write_bytes(make(members_of(left)))
    with pytest.raises((BackupNotVerified, BackupTruncated)):
        bring(left, made, tmp_path / "new")
    assert not (tmp_path / "evil").exists()


def test_a_link_in_a_container(made: Made, left: Path, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members_of(left).items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (0o120777 if name == "keys" else 0o100600) << 16
            archive.writestr(info, data)
    left.write_bytes(out.getvalue())
    with pytest.raises(BackupNotVerified):
        bring(left, made, tmp_path / "new")


def test_a_declared_size_that_lies(made: Made, left: Path, tmp_path: Path) -> None:
    data = bytearray(left.read_bytes())
    place = data.rfind(b"PK\x01\x02")
    data[place + 20 : place + 28] = struct.pack("<II", 10**9, 10**9)
    left.write_bytes(data)
    with pytest.raises((BackupTruncated, BackupNotVerified)):
        bring(left, made, tmp_path / "new")


def resealed(made: Made, change) -> dict[str, bytes]:
    """A backup that authenticates, of a database changed by someone who has the key."""
    database = connect(made.folder.database, made.key)
    change(database)
    database.close()
    keys = made.folder.keys[0].read_bytes()
    files = {"safe.db": made.folder.database.read_bytes(), "keys": keys}
    sealed = Manifest(
        keystore.read_copy(keys).keys.safe_id,
        TODAY,
        1,
        1,
        1,
        {name: backups.fingerprint(made.path / name) for name in files},
    )
    return {**files, "manifest": seal(sealed, made.key)}


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("CREATE TABLE evil (x)", id="a table more"),
        pytest.param(
            "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM document; END",
            id="a trigger",
        ),
        pytest.param("CREATE VIEW evil AS SELECT * FROM person", id="a view"),
        pytest.param("DROP INDEX event_agenda", id="an index less"),
        pytest.param("DROP TRIGGER body_written_once", id="a trigger less"),
        pytest.param("DELETE FROM safe", id="no safe in the safe"),
        pytest.param("UPDATE safe SET id = zeroblob(16)", id="another safe's id"),
    ],
)
def test_an_authentic_backup_is_checked_as_a_strangers(
    made: Made, tmp_path: Path, sql: str
) -> None:
    (tmp_path / "b.zip").write_bytes(zipped(resealed(made, lambda database: None)))
    bring(tmp_path / "b.zip", made, tmp_path / "fine")
    members = resealed(made, lambda database: database.execute(sql))
    (tmp_path / "b.zip").write_bytes(zipped(members))
    with pytest.raises((BackupNotVerified, BackupOtherSafe)):
        bring(tmp_path / "b.zip", made, tmp_path / "new")


def test_rows_against_the_rules_are_refused(made: Made, tmp_path: Path) -> None:
    def change(database) -> None:
        database.rows("PRAGMA ignore_check_constraints = ON")
        database.execute("UPDATE document SET day = '=cmd|calc'")

    (tmp_path / "b.zip").write_bytes(zipped(resealed(made, change)))
    with pytest.raises(BackupNotVerified):
        bring(tmp_path / "b.zip", made, tmp_path / "new")


def test_mixed_parts(made: Made, left: Path, door: Door, tmp_path: Path) -> None:
    door.create(tmp_path / "other", PHRASE, on=TODAY)
    with door.open(tmp_path / "other", PHRASE, on=TODAY) as safe:
        safe.backup(tmp_path / "other.zip", on=TODAY)
    ours, theirs = members_of(left), members_of(tmp_path / "other.zip")
    for name, refusal in (
        ("manifest", BackupOtherSafe),
        ("keys", AppError),
        ("safe.db", (BackupNotVerified, BackupTruncated)),
    ):
        left.write_bytes(zipped({**ours, name: theirs[name]}))
        with pytest.raises(refusal):
            bring(left, made, tmp_path / f"new-{name}")


@given(st.binary(max_size=300))
def test_any_bytes_for_a_manifest(data: bytes) -> None:
    with pytest.raises((BackupNotVerified, SafeNewer, BackupOtherSafe)):
        unseal(data, bytes(32), bytes(16))


# A disk that lies (D5)


class Corrupting(Disk):
    """Says that it wrote, and wrote something else."""

    def _write(self, descriptor: int, data: memoryview) -> int:
        if len(data) > 1000:
            wrong = bytearray(data)
            wrong[500] ^= 1
            return super()._write(descriptor, memoryview(wrong))
        return super()._write(descriptor, data)


class Full(Disk):
    """Has no room left after n bytes."""

    def __init__(self, room: int) -> None:
        self.room = room

    def _write(self, descriptor: int, data: memoryview) -> int:
        if len(data) > self.room:
            raise OSError(28, "No space left on device")
        self.room -= len(data)
        return super()._write(descriptor, data)


def test_what_was_badly_written_is_never_said_done(made: Made, tmp_path: Path) -> None:
    door = Door(choose_kdf=lambda: FLOOR, disk=Corrupting())
    with made.open_with_key(door) as safe, pytest.raises((BackupNotVerified, BackupTruncated)):
        safe.backup(tmp_path / "b.zip", on=TODAY)
    assert [p.name for p in tmp_path.iterdir()] == ["coffre"]


@pytest.mark.parametrize("room", [0, 100, 400, 100_000])
def test_a_disk_that_fills_during_a_backup(made: Made, tmp_path: Path, room: int) -> None:
    with made.open_with_key(Door(choose_kdf=lambda: FLOOR)) as safe:
        safe._disk = Full(room)
        with pytest.raises(DiskFull):
            safe.backup(tmp_path / "b.zip", on=TODAY)
        assert len(safe.documents()) == len(made.contents)
    assert [p.name for p in tmp_path.iterdir()] == ["coffre"]


def test_short_writes_are_completed(made: Made, tmp_path: Path, door: Door) -> None:
    class Short(Disk):
        def _write(self, descriptor: int, data: memoryview) -> int:
            return super()._write(descriptor, data[:100] if len(data) < 5000 else data[:-7])

    with made.open_with_key(Door(choose_kdf=lambda: FLOOR, disk=Short())) as safe:
        safe.backup(tmp_path / "b.zip", on=TODAY)
    assert door.restore(tmp_path / "b.zip", tmp_path / "new", PHRASE).documents == 6


# The safe's own backups (S16)


def test_the_days_backup_is_made_once(made: Made) -> None:
    with made.open_with_key() as safe:
        for _ in range(3):
            safe.back_up_if_due(on=TODAY)
        assert len(list(made.folder.backups.iterdir())) == 1
        safe.back_up_if_due(on=TODAY + dt.timedelta(days=1))
        assert len(list(made.folder.backups.iterdir())) == 2


def test_a_days_backup_that_fails_is_said_and_stops_nothing(made: Made) -> None:
    said = Said()
    with made.open(tell=said) as safe:
        safe.upkeep._disk = Full(10)
        safe.back_up_if_due(on=TODAY)
    assert said.codes == ["backup-not-made", "disk-full"]
    assert list(made.folder.backups.iterdir()) == []


def fake(number: int, day: dt.date, size: int = 1000) -> Backup:
    files = {"safe.db": (size, "00" * 32), "keys": (320, "00" * 32)}
    return Backup(Path(f"b{number}"), Manifest(bytes(16), day, number, 1, 1, files))


def test_what_is_kept() -> None:
    """Two backups a day for forty days: 3 last, 7 days, 4 weeks."""
    days = [TODAY + dt.timedelta(days=n) for n in range(40)]
    known = [fake(2 * n + half, day) for n, day in enumerate(days) for half in (0, 1)][::-1]
    kept = retained(known, free=1 << 40)
    assert kept[:3] == known[:3]
    assert [b.manifest.made_on for b in kept if b in known[::2]][:7] == days[::-1][:7]
    assert len({b.manifest.made_on.isocalendar()[:2] for b in kept}) >= 4
    assert len(kept) <= 3 + 7 + 4


def test_a_clock_that_jumps_removes_nothing() -> None:
    known = [fake(3, dt.date(1980, 1, 1)), fake(2, dt.date(2038, 1, 1)), fake(1, TODAY)]
    assert retained(known, free=1 << 40) == known


def test_little_room_keeps_two() -> None:
    known = [fake(n, TODAY - dt.timedelta(days=9 - n)) for n in range(9, 0, -1)]
    assert retained(known, free=0) == known[:2]


def test_a_large_safe_keeps_two() -> None:
    known = [fake(n, TODAY, size=300 << 20) for n in range(9, 0, -1)]
    assert retained(known, free=1 << 40) == known[:2]


def test_a_damaged_newest_is_passed_over_and_the_good_one_stays(made: Made) -> None:
    with made.open_with_key() as safe:
        good = safe.back_up_here(on=TODAY)
        safe.people.add("Zoé", on=TODAY)
        bad = safe.back_up_here(on=TODAY)
        (bad.path / "safe.db").write_bytes(b"x")
        folder, id_ = made.folder, safe.access.slots.keys.safe_id
        assert newest_good(folder, made.key, id_, Disk()) == good
        for _ in range(4):
            safe.people.add("Encore", on=TODAY)
            safe.back_up_here(on=TODAY)
            assert newest_good(folder, made.key, id_, Disk()) is not None
        assert len(all_backups(folder, made.key, id_, Disk())) <= 4


# Older and newer formats (D6)


@pytest.fixture
def next_schemas(tmp_path: Path) -> Schemas:
    folder = tmp_path / "schemas"
    shutil.copytree(Path(backups.__file__).with_name("schema"), folder)
    (folder / "0003.sql").write_text("ALTER TABLE person ADD COLUMN nickname TEXT;")
    return Schemas(folder)


def test_a_newer_safe_is_refused_and_left(made: Made) -> None:
    database = connect(made.folder.database, made.key)
    database.execute("PRAGMA user_version = 99")
    database.close()
    before = {p: p.read_bytes() for p in made.path.rglob("*") if p.is_file() and p.name != "lock"}
    with pytest.raises(SafeNewer):
        made.open()
    assert before == {
        p: p.read_bytes() for p in made.path.rglob("*") if p.is_file() and p.name != "lock"
    }


def test_an_older_safe_is_backed_up_then_migrated(made: Made, next_schemas: Schemas) -> None:
    said = Said()
    door = Door(schemas=next_schemas)
    with door.open(made.path, PHRASE, on=TODAY, tell=said) as safe:
        assert said.codes == ["safe-migrating"]
        assert safe.database.value("SELECT count(*) FROM person WHERE nickname IS NULL") == 2
        assert {d: safe.content(d) for d in made.contents} == made.contents
        assert next_schemas.is_ours(safe.database)
        (backup,) = all_backups(made.folder, made.key, safe.access.slots.keys.safe_id, Disk())
        assert backup.manifest.schema == 2
    with pytest.raises(SafeNewer):
        made.open()


@pytest.mark.parametrize("step", range(12))
def test_a_migration_cut_anywhere_begins_again(
    made: Made, next_schemas: Schemas, step: int
) -> None:
    class Cut(Disk):
        """Dies at the n-th gesture; what was done before stays."""

        left = step

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

    with contextlib.suppress(KeyboardInterrupt):
        made.open_with_key(Door(schemas=next_schemas, disk=Cut())).close()
    with made.open_with_key(Door(schemas=next_schemas)) as safe:
        assert {d: safe.content(d) for d in made.contents} == made.contents
        assert next_schemas.is_ours(safe.database)
    assert not made.folder.next_database.exists()
    assert not list(made.folder.backups.glob("*.part"))


# Erasing (D8)


@pytest.mark.parametrize("kind", ["document", "person"])
def test_what_is_erased_is_in_no_page(made: Made, kind: str) -> None:
    """Every page decrypted with the key: the words and the bytes are gone, the rest stays."""
    with made.open_with_key() as safe:
        uid = file_secret(safe, kind)
        assert clear_pages(made, b"effacemoi") > 60
        document = safe.search("effacemoititre")[0].id
        safe.bin.put(document, on=TODAY)
        assert safe.search("effacemoimot") == []
        safe.bin.take_back(document)
        assert len(safe.search("effacemoimot")) == 1
        safe.bin.erase(kind, uid, on=TODAY)
        assert safe.words.is_sound()
    # The person of an erased document stays, with her name (as typed, and folded).
    assert clear_pages(made, b"effacemoi") == clear_pages(made, b"effacemoipersonne")
    assert (clear_pages(made, b"effacemoi") == 0) == (kind == "person")
    with made.open_with_key() as safe:
        assert {d.id for d in safe.documents()} == set(made.contents)
        assert len(safe.search(CANARY)) == len(made.contents)


@pytest.mark.parametrize(
    "sabotage",
    [
        "PRAGMA secure_delete = OFF",
        "INSERT INTO word (word, rank) VALUES ('secure-delete', 0)",
    ],
)
def test_without_secure_deletion_something_stays(made: Made, sabotage: str) -> None:
    with made.open_with_key() as safe:
        safe.database.rows(sabotage)
        safe.bin.erase("person", file_secret(safe, "person"), on=TODAY)
    assert clear_pages(made, b"effacemoi") > 0


def file_secret(safe: Safe, kind: str) -> str:
    document = safe.add(
        b"effacemoi-bytes-" * 400,
        title="Effacemoititre",
        text="effacemoimot " * 50,
        on=TODAY,
        person="Effacemoipersonne",
    )
    return document if kind == "document" else safe.document(document).person_id


def clear_pages(made: Made, word: bytes) -> int:
    """Count a word, capitals ignored, over every decrypted page."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    data, found = made.folder.database.read_bytes(), 0
    for start in range(0, len(data), 4096):
        page = data[start : start + 4096]
        body = page[16 if start == 0 else 0 : -80]
        opener = Cipher(algorithms.AES256(made.key), modes.CBC(page[-80:-64])).decryptor()
        found += opener.update(body).lower().count(word)
    return found


def test_the_bin_empties_itself_after_its_days(made: Made) -> None:
    document = next(iter(made.contents))
    with made.open_with_key() as safe:
        safe.bin.put(document, on=TODAY)
        assert safe.bin.empty(on=TODAY + dt.timedelta(days=29)) == 0
        assert safe.bin.empty(on=TODAY + dt.timedelta(days=30)) == 1
        assert len(safe.documents()) == len(made.contents) - 1


def test_a_subject_is_what_is_copied(made: Made) -> None:
    with made.open_with_key() as safe:
        subject = Subject(made.folder, safe.database, made.key, safe.access.slots.keys)
        backup = backups.make(subject, Disk(), TODAY)
        assert backups.is_whole(backup)
        assert backup.manifest.files["safe.db"][0] == made.folder.database.stat().st_size


class TestBackupsFollowTheWork:
    """Never more than ten saves, or ten minutes of work, hang on one file."""

    def test_after_ten_saves(self, made: Made) -> None:
        with made.open_with_key() as safe:
            safe.back_up_if_due(on=TODAY)
            for number in range(2 * keeping.SAVES):
                safe.people.add(f"Quelqu’un {number}", on=TODAY)
                safe.back_up_if_due(on=TODAY)
                assert behind(made, safe) < keeping.SAVES

    def test_after_ten_minutes_of_work(self, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
        with made.open_with_key() as safe:
            safe.back_up_if_due(on=TODAY)
            now = time.monotonic()
            monkeypatch.setattr(time, "monotonic", lambda: now + keeping.WAIT_S)
            before = behind(made, safe)
            safe.back_up_if_due(on=TODAY)
            assert behind(made, safe) == before, "nothing was saved since"
            safe.people.add("Ana", on=TODAY)
            safe.back_up_if_due(on=TODAY)
            assert behind(made, safe) == 0
            safe.people.add("Béa", on=TODAY)
            safe.back_up_if_due(on=TODAY)
            assert behind(made, safe) == 1, "ten minutes more"


def behind(made: Made, safe: Safe) -> int:
    """Return how many saves the newest backup does not hold."""
    known = backups.all_backups(made.folder, made.key, safe.access.slots.keys.safe_id, Disk())
    return int(safe.database.value("SELECT saves FROM safe")) - known[0].manifest.saves
