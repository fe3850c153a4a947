"""``export``: everything that can still be read, in clear, in a new folder.

One damaged page spoils its whole connection: each error is followed by a new one, or rows that are
sound would be lost too.
"""

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app.core.safe_reports import Exported
from desktop_app.files import NotWritten
from desktop_app.safe import members
from desktop_app.safe.backups import damaged, named_good
from desktop_app.safe.container import source
from desktop_app.safe.database import Database, Mode, Row, connect
from desktop_app.safe.disk import Disk, is_regular, refusal
from desktop_app.safe.entry import Entry, enter
from desktop_app.safe.errors import SafeDamaged, Tell, tell_nobody
from desktop_app.safe.filenames import unused_name
from desktop_app.safe.folder import SafeFolder, expect_new
from desktop_app.safe.journal import expect_own_journal
from desktop_app.safe.keystore import by_phrase
from desktop_app.safe.manifest import LIMIT, unseal
from desktop_app.safe.restore import read_small, unlock_backup

# What is written in contents.json: table -> its columns. Bytes are files beside it.
TABLES: dict[str, str] = {
    "person": "id, uid, name, made_on",
    "person_value": "person, field, value, source, source_uid, given_on",
    "household": "id, uid, name",
    "dossier": "id, uid, person, title, body, reference, procedure, opened_on, closed_on",
    "draft": "uid, person, dossier, pack, content, question, saved_on, finished",
    "event": "uid, person, dossier, kind, title, day, procedure, last_day, prudent_day,"
    " number, note, awaited",
    "document": "id, uid, person, dossier, kind, title, day, media, pages, size, made_from,"
    " edition, verified, total, binned_on",
}
SEARCHED_WHEN_UNKNOWN = 100_000


def export(path: Path, out: Path, typed: str, *, disk: Disk, tell: Tell = tell_nobody) -> Exported:
    """Write a safe, or a backup, in clear.

    Args:
        path: the safe's folder, or a backup's zip or folder.
        out: a folder that does not exist yet, or is empty.

    Raises:
        FolderNotEmpty; SafeDamaged when not one row can be read; those of opening.
    """
    expect_new(out)
    if out.resolve().is_relative_to(path.resolve()):
        raise NotWritten  # nothing in clear inside the safe
    if not os.path.isdir(path) or (path / "manifest").exists():
        return _export_backup(path, out, typed, disk)
    entry = enter(SafeFolder(path), typed, disk=disk, tell=tell)
    keys = entry.unlocked.keys
    try:
        reader = Reader(entry.folder.database, entry.unlocked.key, _mode(entry))
        _expect_named(reader, entry)
        found = _write(reader, out, disk)
        if found.lost or found.lost_rows:
            named = named_good(entry.folder, entry.unlocked.key, keys.safe_id, disk)
            return replace(found, newest_good_backup=named)
        return found
    except SafeDamaged as error:
        raise damaged(entry.folder, entry.unlocked.key, keys.safe_id, disk) from error
    finally:
        entry.lock.release()


def _mode(entry: Entry) -> Mode:
    """Let SQLite mend what a power cut left, unless the journal is a stranger's."""
    if not is_regular(entry.folder.database):
        raise SafeDamaged
    try:
        expect_own_journal(entry.folder.database, entry.unlocked.key)
    except SafeDamaged:
        return "frozen"
    return "read" if entry.read_only else "open"


def _export_backup(path: Path, out: Path, typed: str, disk: Disk) -> Exported:
    """Save out of a backup that may be too damaged to be restored."""
    work = out.absolute().with_name(f".{secrets.token_hex(8)}.part")
    with source(path) as backup:
        unlocked = unlock_backup(backup, by_phrase(typed))
        unseal(read_small(backup, "manifest", LIMIT), unlocked.key, unlocked.keys.safe_id)
        try:
            work.mkdir(mode=0o700, parents=True)
            with backup.open("safe.db") as file:
                disk.write(work / "safe.db", iter(lambda: file.read(1 << 20), b""))
            return _write(Reader(work / "safe.db", unlocked.key, "frozen"), out, disk)
        except OSError as error:
            raise refusal(error) from error
        finally:
            shutil.rmtree(work, ignore_errors=True)


class Reader:
    """Reads a database that may be damaged; None is what cannot be read."""

    def __init__(self, path: Path, key: bytes, mode: Mode) -> None:
        self._path = path
        self._mode = mode
        self._key = key
        self._database: Database | None = None

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row] | None:
        try:
            return self._opened().rows(sql, values)
        except SafeDamaged:
            self.close()
            return None

    def table(self, name: str, columns: str) -> tuple[list[Row], int]:
        """Return the rows of a table that can be read, and how many cannot."""
        whole = self.rows(f"SELECT {columns} FROM {name} ORDER BY rowid")
        if whole is not None:
            return whole, 0
        found, lost = [], 0
        for number in range(1, self._last(name) + 1):
            one = self.rows(f"SELECT {columns} FROM {name} WHERE rowid = ?", (number,))
            found += one or []
            lost += one is None
        return found, lost

    def close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def _opened(self) -> Database:
        if self._database is None:
            self._database = connect(self._path, self._key, self._mode)
        return self._database

    def _last(self, table: str) -> int:
        for sql in (
            f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'",
            f"SELECT max(rowid) FROM {table}",
        ):
            found = self.rows(sql)
            if found and found[0][0] is not None:
                return int(found[0][0])
        return SEARCHED_WHEN_UNKNOWN


def _expect_named(reader: Reader, entry: Entry) -> None:
    """Refuse a slot that was taken away, where the database can still tell."""
    named = reader.rows("SELECT slot FROM helper WHERE slot IS NOT NULL")
    seen = reader.rows("SELECT keys_generation FROM safe")
    if named and seen:
        unlocked = entry.unlocked
        members.expect_named({row[0] for row in named}, unlocked.keys, unlocked.slot, seen[0][0])


def _write(reader: Reader, out: Path, disk: Disk) -> Exported:
    if reader.rows("SELECT count(*) FROM sqlite_master") is None:
        raise SafeDamaged
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        contents: dict[str, list[dict[str, Any]]] = {}
        lost_rows: dict[str, int] = {}
        for table, columns in TABLES.items():
            rows, lost = reader.table(table, columns)
            names = [name.strip() for name in columns.split(",")]
            contents[table] = [dict(zip(names, row, strict=True)) for row in rows]
            if lost:
                lost_rows[table] = lost
        exported = _documents(reader, contents["document"], out, disk)
        text = json.dumps(contents, ensure_ascii=False, indent=1)
        disk.write(out / "contents.json", [text.encode("utf-8")])
        return Exported(exported[0], tuple(exported[1]), lost_rows)
    except OSError as error:
        raise refusal(error) from error
    finally:
        reader.close()


def _documents(
    reader: Reader, documents: list[dict[str, Any]], out: Path, disk: Disk
) -> tuple[int, list[tuple[str, str]]]:
    written, lost, used = 0, [], set[str]()
    for document in documents:
        found = reader.rows(
            "SELECT b.data, d.sha256 FROM body b JOIN document d ON d.id = b.document"
            " WHERE b.document = ?",
            (document["id"],),
        )
        if not found or hashlib.sha256(found[0][0]).digest() != found[0][1]:
            lost.append((str(document["uid"]), str(document["title"])))
            continue
        name = unused_name(f"{document['day']} {document['title']}", document["media"], used)
        disk.write(out / name, [found[0][0]])
        document["file"] = name
        written += 1
    return written, lost
