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
from desktop_app.safe.manifest import LIMIT, MEMBERS, Manifest, seal, unseal

D = TypeVar("D", bound=Damaged)

LAST, DAYS, WEEKS = 3, 7, 4
FOLLOWED = 32 << 20  # bytes: up to there, a copy and its check are a matter of a second
SAVES, WAIT_S = 10, 600  # of work, at most, that hang on the safe alone
SAVES_OF_LARGE = 50
LARGE = 200 << 20  # from there on only the last LAST_OF_LARGE are kept
LAST_OF_LARGE = 2
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of this safe; ``name`` is its folder's, from the safe's own."""

    path: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        return f"{BACKUPS}/{self.path.name}"

    @property
    def size(self) -> int:
        return sum(size for size, _ in self.manifest.files.values())


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
        if verify(part / MEMBERS[0], subject.key):
            raise damaged(subject.folder, subject.key, subject.keys.safe_id, disk)
        disk.write(part / "manifest", [seal(manifest, subject.key)], of_safe=True)
        disk.rename(part, final)
    except OSError as error:
        raise refusal(error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return Backup(final, manifest)


def write_members(
    subject: Subject, into: Path, disk: Disk, on: dt.date, progress: Progress | None = None
) -> Manifest:
    """Write a copy of the database and of the keys; return their manifest."""
    copied = into / MEMBERS[0]
    subject.database.copy_to(copied, subject.key, progress)
    rights.give(copied, rights.of_new_file(into))
    disk.flush(copied)
    disk.write(into / MEMBERS[1], [encode(subject.keys, subject.key)], of_safe=True)
    saves, schema = (
        int(subject.database.value(sql))
        for sql in ("SELECT saves FROM safe", "PRAGMA user_version")
    )
    return Manifest(
        subject.keys.safe_id,
        on,
        saves,
        subject.keys.generation,
        schema,
        {name: fingerprint(into / name) for name in MEMBERS},
    )


def all_backups(folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk) -> list[Backup]:
    """Return the backups whose manifest is ours, the newest first; their files are not read."""
    found = []
    if folder.backups.is_dir() and not folder.backups.is_symlink():
        for path in _inside(folder.backups):
            with contextlib.suppress(
                OSError, Unusable, BackupNotVerified, BackupOtherSafe, SafeNewer
            ):
                if not path.is_symlink() and not path.name.endswith(".part"):
                    data = disk.read(path / "manifest", LIMIT)
                    found.append(Backup(path, unseal(data, key, safe_id)))
    return sorted(found, key=lambda b: (b.manifest.saves, b.manifest.made_on), reverse=True)


def _inside(folder: Path) -> list[Path]:
    """Return what a folder holds; nothing where this account may not look."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def is_whole(backup: Backup) -> bool:
    """Tell whether every byte of a backup is the one that was checked when it was made."""
    try:
        return all(
            fingerprint(backup.path / name) == expected
            for name, expected in backup.manifest.files.items()
        )
    except (OSError, BackupTruncated):
        return False


def newest_good(folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk) -> Backup | None:
    """Return the newest backup that is whole; damaged ones are passed over."""
    return next(filter(is_whole, all_backups(folder, key, safe_id, disk)), None)


def named_good(
    folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk
) -> tuple[str, dt.date] | None:
    """Return the name and the day of the newest backup that is whole; None without any."""
    good = newest_good(folder, key, safe_id, disk)
    return None if good is None else (good.name, good.manifest.made_on)


def damaged(folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk) -> SafeDamaged:
    """Return the error that names the newest backup that is whole."""
    good = newest_good(folder, key, safe_id, disk)
    if good is None:
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
                    yield read_copy(disk.read(path / "keys", FILE_LIMIT))


def is_due(subject: Subject, disk: Disk, on: dt.date, waited: float = 0) -> bool:
    """Tell whether to copy now: not yet on this day, work was saved since, or other keys open it.

    A copy made before the keys changed opens by the former ones alone, which may be nowhere now.
    ``waited``: seconds since the last one, or since the opening.
    """
    known = all_backups(subject.folder, subject.key, subject.keys.safe_id, disk)
    if not known or all(backup.manifest.made_on != on for backup in known):
        return True
    saves = int(subject.database.value("SELECT saves FROM safe"))
    newest = known[0].manifest
    behind = saves - newest.saves
    if newest.keys_generation != subject.keys.generation:
        return True
    if subject.database.path.stat().st_size > FOLLOWED:
        return behind >= SAVES_OF_LARGE
    return behind >= SAVES or (behind > 0 and waited >= WAIT_S)


def prune(backups: Sequence[Backup], free: int) -> list[Backup]:
    """Remove the backups that are not to be kept; return those that were.

    Call it when the first of ``backups`` (the newest first) has just been proved: the good ones
    are never removed for a bad one.
    """
    keep = retained(backups, free)
    removed = [backup for backup in backups if backup not in keep]
    for backup in removed:
        shutil.rmtree(backup.path, ignore_errors=True)
    return removed


def erase_all_but(made: Backup, folder: SafeFolder) -> None:
    """Erase every backup here but this one, just proved; also what is left of others.

    Raises:
        ReadOnly, NotAllowed, MediaRemoved, StorageFailed.
    """
    try:
        for path in sorted(folder.backups.iterdir()):
            if path.is_dir() and not path.is_symlink() and path != made.path:
                shutil.rmtree(path)
    except OSError as error:
        raise refusal(error) from error


def retained(backups: Sequence[Backup], free: int) -> list[Backup]:
    """Return what is kept: the last 3, the newest of each of 7 days and of each of 4 weeks.

    Days and weeks are those on which backups were made, so a clock that jumps removes nothing. A
    safe above 200 MB keeps its last 2. When all of them would take more than the room left, the
    oldest go first, down to 2.
    """
    if backups and backups[0].size > LARGE:
        return list(backups[:LAST_OF_LARGE])
    keep = list(backups[:LAST])
    for count, period in ((DAYS, _day), (WEEKS, _week)):
        newest: dict[tuple[int, ...], Backup] = {}
        for backup in backups:
            newest.setdefault(period(backup), backup)
        keep += list(newest.values())[:count]
    kept = [backup for backup in backups if backup in keep]
    while len(kept) > LAST_OF_LARGE and sum(backup.size for backup in kept) > free:
        kept.pop()
    return kept


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


def _day(backup: Backup) -> tuple[int, ...]:
    return (backup.manifest.made_on.toordinal(),)


def _week(backup: Backup) -> tuple[int, ...]:
    return tuple(backup.manifest.made_on.isocalendar()[:2])
