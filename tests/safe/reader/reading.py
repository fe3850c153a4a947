"""A whole safe, or a backup: everything that FORMAT.md asks, in its order."""

import os
from dataclasses import dataclass
from pathlib import Path

from tests.safe.reader import (
    backup,
    database,
    journal,
    keyfile,
    layers,
    page_sum,
    parity,
    regular,
    repair,
    sealed,
)
from tests.safe.reader.keyfile import Opened
from tests.safe.reader.pages import SIZE, Pages
from tests.safe.reader.secret import Secret
from tests.safe.reader.verdict import RefusedError

_OURS = {"safe.db", "safe.db-journal", "safe.db.next", "safe.db.next-journal", "keys", "keys.2"}


@dataclass(frozen=True)
class Reading:
    """What was found: its code, and what is said beside it."""

    code: str
    said: tuple[str, ...] = ()


def read_safe(path: Path, secret: Secret) -> Reading:
    """The folder of a safe."""
    try:
        return _Safe(path, secret).read()
    except RefusedError as error:
        return Reading(error.code)


def read_backup(path: Path, secret: Secret) -> Reading:
    """A zip, or a folder of ``backups/``."""
    try:
        return _folder(path, secret) if path.is_dir() else _zip(path, secret)
    except RefusedError as error:
        return Reading(error.code)


def repairs(path: Path, secret: Secret) -> bool:
    """Whether repair gives the state of the last save back; nothing is written."""
    try:
        return _Safe(path, secret).comes_back()
    except RefusedError:
        return False


def _file(path: Path) -> bytes:
    raw = regular.read(path)
    if raw is None:
        raise RefusedError("file-not-regular" if path.exists() else "file-missing")
    return raw


class _Safe:
    """The folder of a safe, its keys proved."""

    def __init__(self, path: Path, secret: Secret) -> None:
        self._path = path
        if not any(os.path.lexists(path / name) for name in ("safe.db", "keys", "keys.2")):
            raise RefusedError("not-a-safe")
        self._raws = [self._read(name) for name in ("keys", "keys.2")]
        self._opened = _opened(self._raws, secret)
        self._parity = parity.parse(self._read("parity"), self._opened.key)

    def read(self) -> Reading:
        """Pages first, then what they say."""
        pages = self._pages(self._database())
        if len(pages.raw) % SIZE or not pages.is_of_key() or pages.wrong():
            raise RefusedError("safe-damaged")
        known = database.facts(pages.raw, pages.key)
        warned = database.check_keys(known, self._opened.keys, self._opened.slot.id)
        if self._mixed(pages, known):
            return Reading("pages-mixed")
        if not database.is_sound(pages.raw, pages.key) or not known.indexed:
            raise RefusedError("safe-damaged")
        if known.made != backup.schema(known.schema):
            raise RefusedError("safe-damaged")
        if not database.documents_are_right(pages.raw, pages.key):
            raise RefusedError("document-damaged")
        return Reading("ok", tuple(self._said(warned)))

    def comes_back(self) -> bool:
        """Whether repair makes it whole."""
        opened = self._opened
        raw = self._found() or b""
        if self._strangers() or journal.has_pages(self._read("safe.db-journal") or b""):
            return False
        return repair.comes_back(raw, opened.key, self._parity, opened.keys.safe_id)

    def _read(self, name: str) -> bytes | None:
        return regular.read(self._path / name)

    def _pages(self, raw: bytes) -> Pages:
        return Pages(raw, self._opened.key)

    def _found(self) -> bytes | None:
        """The database, or the one of a change that was cut (§ 9)."""
        db, upcoming = self._read("safe.db"), self._read("safe.db.next")
        if upcoming and not (db and self._pages(db).is_of_key()):
            return upcoming if self._pages(upcoming).is_of_key() else db
        return db

    def _strangers(self) -> bool:
        """Files that SQLite would take for the database's, and are not ours (§ 1)."""
        undone, *logs = (self._path / f"safe.db{end}" for end in ("-journal", "-wal", "-shm"))
        return any(map(os.path.lexists, logs)) or (
            os.path.lexists(undone) and self._read(undone.name) is None
        )

    def _database(self) -> bytes:
        """The database of this key, an unfinished save undone (§ 5)."""
        db = self._found()
        if not db or self._strangers():
            raise RefusedError("safe-damaged")
        return journal.settled(db, self._read("safe.db-journal"), self._opened.key)

    def _mixed(self, pages: Pages, known: database.Facts) -> bool:
        """The sum is wrong, or the parity was written after the last save, and of other pages."""
        if not page_sum.belongs(pages, known):
            return True
        found = self._parity
        if found is None or found.salt != pages.salt or found.saves < known.saves:
            return False
        return (found.saves, found.count, found.sum) != (known.saves, pages.count, pages.sum())

    def _said(self, warned: str) -> list[str]:
        """What is told of a safe that opens."""
        said = []
        if any(raw != self._opened.keys.raw for raw in self._raws):
            folders = any((self._path / name).is_dir() for name in ("keys", "keys.2"))
            said.append("keys-not-repaired" if folders else "keys-repaired")
        if warned:
            said.append(warned)
        if any(
            name.startswith(("safe", "keys")) and name not in _OURS and not name.endswith(".part")
            for name in os.listdir(self._path)
        ):
            said.append("conflict-copies")
        return said


def _zip(path: Path, secret: Secret) -> Reading:
    members = backup.unzip(_file(path))
    opened = _unlocked(members["keys"], secret)
    said = sealed.unseal(members["manifest"], opened)
    if said.under:
        raise RefusedError("backup-not-verified")
    said.check(members)
    return _proved(members["safe.db"], opened)


def _folder(path: Path, secret: Secret) -> Reading:
    keys, manifest = regular.read(path / "keys"), regular.read(path / "manifest")
    if keys is None or manifest is None:
        raise RefusedError("backup-truncated")
    opened = _unlocked(keys, secret)
    said = sealed.unseal(manifest, opened)
    if said.under:
        return _proved(layers.put_together(path, said, opened), opened)
    members = layers.read(path, said)
    said.check(members)
    return _proved(members["safe.db"], opened)


def _proved(db: bytes, opened: Opened) -> Reading:
    """The database is whole, sound, of the version, and of the safe of the keys."""
    pages = Pages(db, opened.key)
    if len(db) % SIZE or not pages.is_of_key() or pages.wrong():
        raise RefusedError("backup-not-verified")
    try:
        known = database.facts(db, pages.key)
        sound = database.is_sound(db, pages.key)
    except RefusedError as error:
        raise RefusedError(_of_backup(error.code, "safe-damaged")) from None
    if not sound or known.made != backup.schema(known.schema):
        raise RefusedError("backup-not-verified")
    if known.id != opened.keys.safe_id:
        raise RefusedError("backup-other-safe")
    return Reading("ok")


def _opened(raws: list[bytes | None], secret: Secret) -> Opened:
    files = keyfile.copies(raws)
    if secret.of_safe not in (None, *(file.safe_id for file in files)):
        raise RefusedError("stick-key-other-safe")
    return keyfile.unlock(files, secret.tried, secret.refused)


def _unlocked(keys: bytes, secret: Secret) -> Opened:
    try:
        return _opened([keys], secret)
    except RefusedError as error:
        raise RefusedError(_of_backup(error.code, "keys-damaged")) from None


def _of_backup(code: str, damaged: str) -> str:
    return "backup-not-verified" if code == damaged else code
