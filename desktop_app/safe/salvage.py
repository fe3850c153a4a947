"""``export``: everything that can still be read, in clear, in a new folder.

SQLite is asked first. What it refuses is read from the pages themselves, so that each document
whose own pages are whole comes out (``reader.py``).
"""

import json
import os
from bisect import bisect
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app.core.errors import AppError
from desktop_app.core.safe_reports import Exported
from desktop_app.files import NotWritten, take_away
from desktop_app.safe import layers, members
from desktop_app.safe.backups import Subject, at, damaged, expect_room, named_good
from desktop_app.safe.container import source
from desktop_app.safe.database import Mode, Progress
from desktop_app.safe.disk import Disk, is_regular, refusal
from desktop_app.safe.entry import Entry, enter
from desktop_app.safe.errors import SafeDamaged, StorageFailed, Tell, tell_nobody
from desktop_app.safe.filenames import unused_folder, unused_name
from desktop_app.safe.folder import SafeFolder, expect_new
from desktop_app.safe.journal import expect_own_journal
from desktop_app.safe.keystore import Unlock
from desktop_app.safe.manifest import LIMIT, MANIFEST, WHOLE, unseal
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.parity import Parity
from desktop_app.safe.reader import Found, Reader
from desktop_app.safe.restore import read_small, unlock_backup
from desktop_app.safe.workplace import beside

# What is written in contents.json: table -> its columns. Bytes of documents are files beside it.
_COLUMNS = {
    "person": "id, uid, name, made_on, binned_on",
    "person_value": "person, field, value, source, source_uid, given_on",
    "household": "id, uid, name",
    "dossier": "id, uid, person, title, body, reference, procedure, opened_on, closed_on,"
    " binned_on",
    "draft": "uid, person, dossier, pack, content, question, saved_on, finished",
    "event": "uid, person, dossier, kind, title, day, procedure, last_day, prudent_day,"
    " number, note, awaited",
    "document": "id, uid, person, dossier, kind, title, day, media, pages, size, made_from,"
    " edition, verified, total, binned_on, sha256",
}
TABLES = {name: columns.split(", ") for name, columns in _COLUMNS.items()}
_MEMBER = ["household", "person", "role", "since", "until"]
UNTITLED = "sans titre"
_BEGINS = {b"%PDF": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png"}


def export(
    path: Path,
    out: Path,
    unlock: Unlock,
    *,
    disk: Disk,
    schemas: Schemas,
    progress: Progress,
    tell: Tell = tell_nobody,
) -> Exported:
    """Write a safe, or a backup, in clear.

    Args:
        path: the safe's folder, or a backup's zip or folder.
        out: a folder that does not exist yet, or is empty.
        progress: hears pages, then documents done, of all; what it raises stops all, and what was
            written stays.

    Raises:
        FolderNotEmpty; SafeDamaged when not one row can be read; those of opening.
    """
    expect_new(out)
    if out.resolve().is_relative_to(path.resolve()):
        raise NotWritten  # nothing in clear inside the safe
    if not os.path.isdir(path) or (path / MANIFEST).exists():
        return _export_backup(path, out, unlock, disk=disk, schemas=schemas, progress=progress)
    entry = enter(SafeFolder(path), unlock, disk=disk, tell=tell)
    key, safe_id = entry.unlocked.key, entry.unlocked.keys.safe_id
    parity = Parity(entry.folder.parity, key, disk).state()
    salts = [parity.salt] if parity is not None else []
    reader = Reader(
        entry.folder.database, key, _mode(entry), schemas=schemas, progress=progress, salts=salts
    )
    try:
        _expect_named(reader, entry)
        return _with_backup(_write(reader, out, disk), entry.folder, key, safe_id, disk)
    except SafeDamaged as error:
        raise damaged(entry.folder, key, safe_id, disk) from error
    finally:
        reader.close()
        entry.lock.release()


def export_open(
    subject: Subject, out: Path, *, disk: Disk, schemas: Schemas, progress: Progress
) -> Exported:
    """Write a safe that stays open in clear, as ``export``; other threads wait meanwhile."""
    expect_new(out)
    folder, key = subject.folder, subject.key
    if out.resolve().is_relative_to(folder.path.resolve()):
        raise NotWritten
    with subject.database.still():
        reader = Reader(folder.database, key, "read", schemas=schemas, progress=progress)
        try:
            return _with_backup(_write(reader, out, disk), folder, key, subject.keys.safe_id, disk)
        except SafeDamaged as error:
            raise damaged(folder, key, subject.keys.safe_id, disk) from error
        finally:
            reader.close()


def _with_backup(
    found: Exported, folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk
) -> Exported:
    """Name the newest good backup where something is lost."""
    if found.lost or found.lost_rows:
        return replace(found, newest_good_backup=named_good(folder, key, safe_id, disk))
    return found


def _mode(entry: Entry) -> Mode:
    """Let SQLite mend what a power cut left, unless the journal is a stranger's."""
    if not is_regular(entry.folder.database):
        return "frozen"
    try:
        expect_own_journal(entry.folder.database, entry.unlocked.key)
    except SafeDamaged:
        return "frozen"
    return "read" if entry.read_only else "open"


def _export_backup(
    path: Path, out: Path, unlock: Unlock, *, disk: Disk, schemas: Schemas, progress: Progress
) -> Exported:
    """Save out of a backup that may be too damaged to be restored."""
    with source(path) as backup:
        unlocked = unlock_backup(backup, unlock)
        key, safe_id = unlocked.key, unlocked.keys.safe_id
        manifest = unseal(read_small(backup, MANIFEST, LIMIT), key, safe_id)
        try:
            with beside(out) as work:
                copied = work / WHOLE
                if manifest.under:
                    with layers.opened(at(path, manifest, key, disk)) as stack:
                        disk.write(copied, stack.pages())
                else:
                    with backup.open(WHOLE) as file:
                        disk.write(copied, iter(lambda: file.read(1 << 20), b""))
                reader = Reader(copied, key, "frozen", schemas=schemas, progress=progress)
                try:
                    return _write(reader, out, disk)
                finally:
                    reader.close()
        except OSError as error:
            raise refusal(error) from error


def _expect_named(reader: Reader, entry: Entry) -> None:
    """Refuse a slot that was taken away, where the database can still tell."""
    named = reader.table("helper", ["slot"])
    seen = reader.table("safe", ["keys_generation"]).rows
    if named.rows and seen and not named.missing:
        unlocked = entry.unlocked
        slots = {row[0] for row in named.rows}
        members.expect_named(slots, unlocked.keys, unlocked.slot, seen[0][0])


def _write(reader: Reader, out: Path, disk: Disk) -> Exported:
    """Write all of it. Refused in the middle, it is said that nothing was written: nothing stays.

    What a person stops, she finds: it is told where.
    """
    writer = _Documents(reader, out, disk)
    try:
        found, contents = _rows(reader)
        lost, unnamed = _write_files(writer, contents)
    except (OSError, AppError) as error:
        if writer.written:
            take_away(out, writer.written)
        raise (refusal(error) if isinstance(error, OSError) else error) from error
    return Exported(
        writer.count,
        lost,
        {name: one.missing for name, one in found.items() if one.missing},
        unnamed=unnamed,
        rows={name: len(one.rows) for name, one in found.items()},
        contents=contents,
        written=tuple(writer.written),
    )


def _rows(reader: Reader) -> tuple[dict[str, Found], dict[str, list[dict[str, Any]]]]:
    """Return the rows of each table that can be read, and the same by the names of its columns."""
    found = {name: reader.table(name, columns) for name, columns in TABLES.items()}
    if reader.is_damaged and not reader.scraps.holds_anything:
        raise SafeDamaged
    return found, {
        name: [dict(zip(TABLES[name], row, strict=True)) for row in one.rows]
        for name, one in found.items()
    }


def _write_files(
    writer: "_Documents", contents: dict[str, list[dict[str, Any]]]
) -> tuple[tuple[tuple[str, str], ...], int]:
    """Write the papers, then what tells of them; return those lost, and how many have no title."""
    reader, out = writer.reader, writer.out
    there = next(one for one in (out.absolute(), *out.absolute().parents) if one.exists())
    expect_room(there, sum(int(one["size"]) for one in contents["document"]))
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    contents["household_member"] = [
        dict(zip(_MEMBER, row, strict=True)) for row in reader.members(_MEMBER)
    ]
    numbers = reader.numbers()
    for one in contents["person"]:
        if one["id"] in numbers:
            one["number"] = numbers[one["id"]]
    writer.make_folders(contents["person"])
    lost = writer.write(contents["document"])
    unnamed = writer.write_unnamed(contents) if reader.is_damaged else 0
    text = json.dumps(contents, ensure_ascii=False, indent=1, default=bytes.hex)
    writer.put("contents.json", text.encode("utf-8"))
    return lost, unnamed


class _Documents:
    """Writes the bytes of documents under names that a person reads."""

    def __init__(self, reader: Reader, out: Path, disk: Disk) -> None:
        self.reader, self.out, self._disk = reader, out, disk
        self.written: list[str] = []
        self.count = 0
        self._used = {"contents.json", "index.html"}
        self._folders: dict[int, str] = {}

    def make_folders(self, people: list[dict[str, Any]]) -> None:
        """Give each person a folder under her name: her papers are given to her whole."""
        for one in people:
            one["folder"] = self._folders[one["id"]] = unused_folder(str(one["name"]), self._used)
            (self.out / one["folder"]).mkdir(mode=0o700)
            self.written.append(one["folder"])

    def write(self, documents: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
        """Write those that are known, each told by its file; return those that are lost."""
        lost = []
        for done, document in enumerate(documents):
            self.reader.progress(done, len(documents))
            data = self.reader.body(document["id"], document["sha256"])
            if data is None:
                lost.append((str(document["uid"]), str(document["title"])))
            else:
                title = f"{document['day']} {document['title']}"
                folder = self._folders.get(document["person"], "")
                document["file"] = self._write(title, document["media"], data, folder)
        return tuple(lost)

    def write_unnamed(self, contents: dict[str, list[dict[str, Any]]]) -> int:
        """Write those of which nothing else is left than their words' title, or not even that."""
        days = {one["id"]: str(one["day"]) for one in contents["document"]}
        titles, known, before = self.reader.scraps.titles, sorted(days), self.count
        for row, data in self.reader.scraps.unnamed():
            place = bisect(known, row)  # the papers before and after it were filed about then
            near = next(iter(known[max(place - 1, 0) : place + 1]), None)
            day = "" if near is None else days[near]
            self._write(f"{day} {titles.get(row, UNTITLED)} {row}", _media(data), data)
        return self.count - before

    def _write(self, title: str, media: str, data: bytes, folder: str = "") -> str:
        """Write a file, and read it back: a stick that lies is known at once."""
        name = unused_name(title, media, self._used, folder)
        self.put(name, data)
        if (self.out / name).read_bytes() != data:
            raise StorageFailed
        self.count += 1
        return name

    def put(self, name: str, data: bytes) -> None:
        """Write a file, which is known from then on."""
        self._disk.write(self.out / name, [data])
        self.written.append(name)


def _media(data: bytes) -> str:
    """Return what a document is, by its first bytes."""
    return next((media for begins, media in _BEGINS.items() if data.startswith(begins)), "")
