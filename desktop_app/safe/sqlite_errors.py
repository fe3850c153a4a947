"""What an error of SQLite means to a person, once the key is known to be right."""

import errno
import os
import shutil
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.files import DiskFull, MediaRemoved, ReadOnly
from desktop_app.safe.disk import is_regular, refusal
from desktop_app.safe.errors import AlreadyOpen, NoMemoryLeft, SafeDamaged, StorageFailed

_PART = 1 << 20
_LITTLE = 8 << 10  # bytes left: a full disk
_PROBE = b"\0" * (64 << 10)
_DAMAGE = ("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_IOERR_SHORT_READ")


def meaning(error: Exception, path: Path) -> AppError:
    """Return what an SQLite error means once the key is known to be right."""
    name = str(getattr(error, "sqlite_errorname", ""))
    if isinstance(error, MemoryError) or name.endswith("NOMEM"):
        return NoMemoryLeft()
    if name.startswith(_DAMAGE) or "no such table" in str(error):
        return unreadable(path) or SafeDamaged()
    if name.startswith("SQLITE_FULL") or "disk is full" in str(error):  # a copy has words alone
        return DiskFull()
    if not path.exists():
        return MediaRemoved()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return AlreadyOpen()
    return _of_disk(path)  # a copy that stops is a mere SQLITE_ERROR


def unreadable(path: Path) -> AppError | None:
    """Return what hinders from reading the file: SQLCipher calls damage what it could not read."""
    if not is_regular(path):
        return None
    try:
        with path.open("rb") as file:
            while file.read(_PART):
                pass
    except OSError as error:
        return refusal(error, path)
    return None


def _of_disk(path: Path) -> AppError:
    try:
        if shutil.disk_usage(path.parent).free < _LITTLE or _no_more_files(path.parent):
            return DiskFull()
    except OSError:
        return MediaRemoved()
    return _asked(path)


def _asked(path: Path) -> AppError:
    """Ask the disk itself why it refused: SQLite knows a quota or a protection, and does not tell.

    A few pages are written beside the database, under a name that every opening sweeps.
    """
    try:
        if not os.access(path, os.W_OK):
            if hasattr(os, "statvfs") and os.statvfs(path.parent).f_flag & os.ST_RDONLY:
                return ReadOnly()
            raise PermissionError(errno.EACCES, "")
        probe = path.with_name("ballast.part")
        descriptor = os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(descriptor, _PROBE)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
            probe.unlink()
    except OSError as error:
        return refusal(error, path)
    return StorageFailed()


def _no_more_files(folder: Path) -> bool:
    if not hasattr(os, "statvfs"):
        return False
    state = os.statvfs(folder)
    return state.f_files > 0 and state.f_favail == 0
