"""Backups that the safe makes by itself, each one proved before it has a name.

A backup is a folder of ``backups/`` with a database, a key file and a sealed manifest: a small
safe of its own, which ``restore.py`` brings back. It is ordered by how many times the safe had
been saved, never by the clock.
"""

import contextlib
import datetime as dt
import hashlib
import secrets
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from desktop_app.core.errors import AppError
from desktop_app.files import DiskFull
from desktop_app.safe import rights
from desktop_app.safe.database import Database, Progress, verify
from desktop_app.safe.disk import Disk, Unusable, is_regular, refusal
from desktop_app.safe.errors import (
    BackupNotVerified,
    BackupOtherSafe,
    BackupTruncated,
    Damaged,
    SafeDamaged,
    SafeNewer,
)
from desktop_app.safe.folder import BACKUPS, SafeFolder
from desktop_app.safe.keys import FILE_LIMIT, KeyFile, encode
from desktop_app.safe.keystore import Copy, Unlock, read_copy
from desktop_app.safe.manifest import (  # fmt: skip
    KEYS,
    LIMIT,
    MANIFEST,
    MEMBERS,
    WHOLE,
    Manifest,
    Pages,
    seal,
    unseal,
)
from desktop_app.safe.sqlite_errors import unreadable

D = TypeVar("D", bound=Damaged)

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of this safe; ``name`` is its folder's, from the safe's own.

    ``beneath``: those that it lies on, the whole one first; ``lost``: one of them is not there.
    """

    path: Path
    manifest: Manifest
    beneath: tuple["Backup", ...] = ()
    lost: bool = False

    @property
    def name(self) -> str:
        return f"{BACKUPS}/{self.path.name}"

    @property
    def size(self) -> int:
        return sum(size for size, _ in self.manifest.files.values())

    @property
    def pile(self) -> tuple["Backup", ...]:
        """Those that it lies on, the whole one first, then itself."""
        return (*self.beneath, self)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is copied: an open database, its folder, its keys."""

    folder: SafeFolder
    database: Database
    key: bytes
    keys: KeyFile


def make(subject: Subject, disk: Disk, on: dt.date, progress: Progress | None = None) -> Backup:
    """Copy, check every page and every row of the copy, and only then give it its name.

    Raises:
        DiskFull: before anything is written when the room is plainly too small.
        SafeDamaged: the copy is not sound, so the safe is not.
        ReadOnly, MediaRemoved, StorageFailed.
    """
    expect_room(subject.folder.backups.parent, subject.database.path.stat().st_size)
    name = secrets.token_hex(8)
    part, final = (subject.folder.backups / (name + end) for end in (".part", ""))
    try:
        rights.make_folder(subject.folder.backups)
        rights.make_folder(part)
        manifest = write_members(subject, part, disk, on, progress)
        if verify(part / WHOLE, subject.key):
            raise SafeDamaged
        disk.write(part / MANIFEST, [seal(manifest, subject.key)], of_safe=True)
        disk.rename(part, final)
    except SafeDamaged as error:
        raise damaged(subject.folder, subject.key, subject.keys.safe_id, disk) from error
    except OSError as error:
        raise refusal(error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return Backup(final, manifest)


def write_members(
    subject: Subject, into: Path, disk: Disk, on: dt.date, progress: Progress | None = None
) -> Manifest:
    """Write a copy of the database and of the keys; return their manifest."""
    copied = into / WHOLE
    subject.database.copy_to(copied, subject.key, progress)
    rights.give(copied, rights.of_new_file(into))
    disk.flush(copied)
    disk.write(into / KEYS, [encode(subject.keys, subject.key)], of_safe=True)
    saves = int(subject.database.value("SELECT saves FROM safe"))
    return described(subject, on, into, MEMBERS, (saves, None))


def described(
    subject: Subject,
    on: dt.date,
    folder: Path,
    members: Sequence[str],
    what: tuple[int, Pages | None],
) -> Manifest:
    """Return the manifest of what lies in a folder; ``what``: its saves, and its pages."""
    saves, pages = what
    schema = int(subject.database.value("PRAGMA user_version"))
    files = {name: fingerprint(folder / name) for name in members}
    keys = subject.keys
    return Manifest(keys.safe_id, on, saves, keys.generation, schema, files, pages)


def all_backups(folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk) -> list[Backup]:
    """Return the backups whose manifest is ours, the newest first; their files are not read."""
    found: dict[str, Manifest] = {}
    if folder.backups.is_dir() and not folder.backups.is_symlink():
        for path in _inside(folder.backups):
            with contextlib.suppress(
                OSError, Unusable, BackupNotVerified, BackupOtherSafe, SafeNewer
            ):
                if not path.is_symlink() and not path.name.endswith(".part"):
                    data = disk.read(path / MANIFEST, LIMIT)
                    found[path.name] = unseal(data, key, safe_id)
    all_of_them = [_linked(folder.backups, name, found) for name in found]
    return sorted(all_of_them, key=lambda b: (b.manifest.saves, b.manifest.made_on), reverse=True)


def at(path: Path, manifest: Manifest, key: bytes, disk: Disk) -> Backup:
    """Return the backup of a folder, with those beside it that it lies on."""
    found = {path.name: manifest}
    for name in manifest.under:
        with contextlib.suppress(OSError, Unusable, BackupNotVerified, BackupOtherSafe, SafeNewer):
            data = disk.read(path.with_name(name) / MANIFEST, LIMIT)
            found[name] = unseal(data, key, manifest.safe_id)
    return _linked(path.parent, path.name, found)


def _linked(folder: Path, name: str, found: dict[str, Manifest]) -> Backup:
    under = found[name].under
    beneath = tuple(Backup(folder / one, found[one]) for one in under if one in found)
    return Backup(folder / name, found[name], beneath, lost=len(beneath) < len(under))


def _inside(folder: Path) -> list[Path]:
    """Return what a folder holds; nothing where this account may not look."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


class Reread:
    """Reads backups again, each file once."""

    def __init__(self) -> None:
        self._known: dict[Path, bool] = {}

    def is_whole(self, backup: Backup) -> bool:
        """Tell whether every byte of a backup, and of those it lies on, is the one it was."""
        return not backup.lost and all(map(self._is_itself, backup.pile))

    def _is_itself(self, backup: Backup) -> bool:
        if backup.path not in self._known:
            self._known[backup.path] = is_itself(backup)
        return self._known[backup.path]


def is_whole(backup: Backup) -> bool:
    """Tell whether every byte of a backup is the one that was checked when it was made."""
    return Reread().is_whole(backup)


def is_itself(backup: Backup) -> bool:
    """Tell whether its own files are those that were sealed, whatever it lies on."""
    try:
        return all(
            fingerprint(backup.path / name) == expected
            for name, expected in backup.manifest.files.items()
        )
    except (OSError, BackupTruncated):
        return False


def newest_good(folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk) -> Backup | None:
    """Return the newest backup that is whole; damaged ones are passed over."""
    return next(filter(Reread().is_whole, all_backups(folder, key, safe_id, disk)), None)


def named_good(
    folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk
) -> tuple[str, dt.date] | None:
    """Return the name and the day of the newest backup that is whole; None without any."""
    good = newest_good(folder, key, safe_id, disk)
    return None if good is None else (good.name, good.manifest.made_on)


def damaged(folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk) -> SafeDamaged:
    """Return the error that names the newest backup that is whole.

    Raises:
        StorageFailed and the others of a disk: it lets none be read, and there may be one.
    """
    good = newest_good(folder, key, safe_id, disk)
    if good is None:
        for path in (folder.database, *folder.backups.glob("*/*")):
            if refused := unreadable(path):
                raise refused
        return SafeDamaged.of(folder.path)
    return _naming(SafeDamaged, good, folder)


def said_by(
    error: Damaged,
    folder: SafeFolder,
    unlock: Unlock,
    disk: Disk,
) -> Damaged:
    """Return an error about the key file that names the newest backup opened by the same phrase.

    Each backup has a key file of its own: what was typed is tried on them, each slot once.
    """
    try:
        unlocked = unlock([copy for copy in key_copies(folder, disk) if copy.keys])
    except AppError:
        return error
    good = newest_good(folder, unlocked.key, unlocked.keys.safe_id, disk)
    return error if good is None else _naming(type(error), good, folder)


def _naming(kind: type[D], good: Backup, folder: SafeFolder) -> D:
    return kind.naming(good.name, good.manifest.made_on.isoformat(), folder.path)


def key_copies(folder: SafeFolder, disk: Disk) -> Iterator[Copy]:
    """Yield the key file of each backup that lies in the safe's own folder."""
    if folder.backups.is_dir() and not folder.backups.is_symlink():
        for path in _inside(folder.backups):
            with contextlib.suppress(OSError, Unusable):
                if not path.is_symlink() and not path.name.endswith(".part"):
                    yield read_copy(disk.read(path / KEYS, FILE_LIMIT))


def fingerprint(path: Path) -> tuple[int, str]:
    """Return the size and SHA-256 of a file."""
    if not is_regular(path):
        raise BackupTruncated
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return size, digest.hexdigest()


def expect_room(folder: Path, needed: int) -> None:
    """Raise DiskFull when a copy of this size cannot fit."""
    if shutil.disk_usage(folder).free < needed + needed // 20:
        raise DiskFull
