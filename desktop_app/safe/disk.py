"""The few gestures by which a safe's small files, backups and exports touch a disk.

Every write goes to a neighbour, is flushed, takes its name by one rename, and the folder is
flushed: at any moment the former file or the new one is there, whole. Tests put a failing disk in
the place of this one. (The database is written by SQLite alone.)
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop_app.core.errors import AppError
from desktop_app.files import DiskFull, MediaRemoved, ReadOnly, meaning, patiently
from desktop_app.safe import rights
from desktop_app.safe.errors import NotAllowed, StorageFailed

_BINARY = getattr(os, "O_BINARY", 0)  # Windows
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a tube put in the place of a file must not hang us

_REFUSALS: dict[int, type[AppError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: ReadOnly,
    errno.EACCES: NotAllowed,
    errno.EPERM: NotAllowed,
    errno.ENODEV: MediaRemoved,
    errno.ENXIO: MediaRemoved,
    errno.ESTALE: MediaRemoved,
}


class Unusable(Exception):
    """There, but not a regular file that can be read: a link, a folder, a tube, too long."""


def refusal(error: OSError, path: Path | None = None) -> AppError:
    """Return the error a person can act on; its cause stays in the traceback.

    ``path``: what was done to, where the error does not tell.
    """
    where = path or (error.filename if isinstance(error.filename, str) else ".")
    return (meaning(error, where, _REFUSALS) or StorageFailed)()


@contextlib.contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refusal(error, path) from error


def is_regular(path: Path) -> bool:
    """Tell whether this is a file of its own: no link, folder, tube or device, and there."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _rights(path: Path) -> rights.Rights:
    return rights.of(path) or rights.of_new_file(path.parent)


class Disk:
    """Reads and writes for real."""

    def read(self, path: Path, limit: int) -> bytes:
        """Return a small file.

        Raises:
            FileNotFoundError: nothing has this name.
            Unusable: not a regular file, unreadable, or longer than ``limit`` bytes.
        """
        data = self.read_part(path, 0, limit + 1)
        if len(data) > limit:
            raise Unusable
        return data

    def read_part(self, path: Path, place: int, size: int) -> bytes:
        """Return so many bytes of a file from a place on; fewer where it ends. As ``read``."""
        try:
            if path.is_symlink():
                raise Unusable
            descriptor = os.open(path, os.O_RDONLY | _BINARY | _NO_LINK | _NO_WAIT)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise Unusable from error
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Unusable
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                file.seek(place)
                return file.read(size)
        except OSError as error:
            raise Unusable from error
        finally:
            os.close(descriptor)

    def write(self, path: Path, parts: Iterable[bytes], *, of_safe: bool = False) -> None:
        """Write a file whole, under its name only when it is complete and flushed.

        ``of_safe``: it keeps the rights of the file that it replaces, and a new one those of the
        safe's folder (``rights``); any other file is its owner's alone.

        Raises:
            DiskFull, ReadOnly, MediaRemoved, StorageFailed: the former file is untouched.
        """
        new = path.with_name(path.name + ".part")
        try:
            self._discard(new)
            self._fill(new, parts, _rights(path) if of_safe else None)
            self.rename(new, path)
        except OSError as error:
            raise refusal(error, path) from error
        finally:
            with contextlib.suppress(OSError):
                self._discard(new)

    def patch(self, path: Path, parts: Iterable[tuple[int, bytes]]) -> None:
        """Write parts of a file that is there, each at its place: not all at once, nor flushed.

        Raises:
            OSError: some may be written.
        """
        descriptor = os.open(path, os.O_WRONLY | _BINARY | _NO_LINK | _NO_WAIT)
        try:
            for place, data in parts:
                os.lseek(descriptor, place, os.SEEK_SET)
                self.write_all(descriptor, data)
        finally:
            os.close(descriptor)

    def flush(self, path: Path) -> None:
        """Make sure that a file written by others (SQLite) has reached the disk; as ``write``."""
        with _in_words(path):
            descriptor = os.open(path, os.O_RDWR | _BINARY)
            try:
                self._flush(descriptor)
            finally:
                os.close(descriptor)

    def rename(self, old: Path, new: Path) -> None:
        """Give a file or folder its name, durably; as ``write``."""
        with _in_words(new):
            patiently(lambda: self._rename(old, new))
        self.flush_folder(new.parent)

    def write_all(self, descriptor: int, data: Any) -> None:
        """Write every byte of a buffer: a disk may take less than it was given."""
        rest = memoryview(data)
        while rest:
            rest = rest[self._write(descriptor, rest) :]

    def flush_open(self, descriptor: int) -> None:
        """Make sure that what was written has reached the disk."""
        self._flush(descriptor)

    def flush_folder(self, folder: Path) -> None:
        """Make names durable, as ``write``; Windows has no such gesture."""
        if os.name != "posix":
            return
        with _in_words(folder):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                self._flush(descriptor)
            finally:
                os.close(descriptor)

    def _fill(self, path: Path, parts: Iterable[bytes], given: rights.Rights | None) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _NO_LINK
        descriptor = os.open(path, flags, 0o600)
        try:
            for part in parts:
                self.write_all(descriptor, part)
            if given is not None:
                rights.give(descriptor, given)
            self._flush(descriptor)
        finally:
            os.close(descriptor)

    def _discard(self, path: Path) -> None:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)

    # The system calls that a failing disk replaces.

    def _write(self, descriptor: int, data: memoryview) -> int:
        return os.write(descriptor, data)

    def _flush(self, descriptor: int) -> None:
        os.fsync(descriptor)

    def _rename(self, old: Path, new: Path) -> None:
        os.replace(old, new)
