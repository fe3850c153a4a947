"""A backup that leaves: one stored zip of three members. Its rules are in ``FORMAT.md`` § 8.

Whoever made it may be hostile, even with the key: names, sizes and both headers are checked before
a byte is used, and nothing is decompressed since nothing is compressed.
"""

import errno
import io
import os
import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from desktop_app.files import FileMissing, FileNotRegular, FileUnreadable
from desktop_app.safe.disk import Disk
from desktop_app.safe.errors import BackupNotVerified, BackupTruncated
from desktop_app.safe.manifest import KEYS, MANIFEST, WHOLE

NAMES = (WHOLE, KEYS, MANIFEST)
_END = struct.Struct("<4sHHHHIIH")
_HEAD = struct.Struct("<4s5H3I2H")  # of a member
_ENTRY = 46  # of the directory, without its name
_END_MAGIC = b"PK\x05\x06"
_LOCAL_MAGIC = b"PK\x03\x04"
_COMMENT_LIMIT = 65535
_CHUNK = 1 << 20
_EPOCH = (1980, 1, 1, 0, 0, 0)


# What a library may raise on a container that was tampered with.
_BROKEN = (
    zipfile.BadZipFile,
    struct.error,
    NotImplementedError,
    ValueError,
    RuntimeError,
    OverflowError,
    OSError,
)


class Source(Protocol):
    """Where the members of a backup are read."""

    def size(self, name: str) -> int: ...
    def open(self, name: str) -> BinaryIO: ...


class FolderSource:
    """A backup that the safe made by itself."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def size(self, name: str) -> int:
        path = self._path / name
        if path.is_symlink() or not path.is_file():
            raise BackupTruncated
        return path.stat().st_size

    def open(self, name: str) -> BinaryIO:
        self.size(name)
        return (self._path / name).open("rb")


class ZipSource:
    """A backup that left: the zip, its container already checked."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def size(self, name: str) -> int:
        return self._archive.getinfo(name).file_size

    def open(self, name: str) -> BinaryIO:
        return self._archive.open(name)  # type: ignore[return-value]


@contextmanager
def source(path: Path) -> Iterator[Source]:
    """Open a backup, zip or folder.

    Raises:
        FileMissing, FileNotRegular, FileUnreadable: nothing that can be read there.
        BackupTruncated, BackupNotVerified: not a container of ours.
    """
    if os.path.isdir(path):
        yield FolderSource(path)
        return
    file = _opened(path)
    try:
        _expect_container(file)
        with zipfile.ZipFile(file) as archive:
            _expect_members(archive, file)
            yield ZipSource(archive)
    except EOFError as error:
        raise BackupTruncated from error
    except _BROKEN as error:
        if _is_of_the_disk(error) or _is_of_the_disk(error.__context__):
            raise FileUnreadable from error
        raise BackupNotVerified(reason="container") from error
    finally:
        file.close()


def _is_of_the_disk(error: BaseException | None) -> bool:
    """Tell a refused read, which ``zipfile`` may call a false zip, from a false zip."""
    return isinstance(error, OSError) and error.errno == errno.EIO


class _Out(io.FileIO):
    """A new file whose bytes go through the disk, whole."""

    def __init__(self, descriptor: int, disk: Disk) -> None:
        super().__init__(descriptor, "r+b")
        self._through = disk

    def write(self, data: Any) -> int:
        self._through.write_all(self.fileno(), data)
        return memoryview(data).nbytes


def pack(folder: Path, path: Path, disk: Disk) -> None:
    """Write the three members of a folder into a new zip, flushed."""

    descriptor = os.open(
        path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
    )
    with _Out(descriptor, disk) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name in NAMES:
                _pack_one(archive, folder / name, name)
        disk.flush_open(file.fileno())
        _forget_cached(file.fileno())


def _pack_one(archive: zipfile.ZipFile, path: Path, name: str) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)  # no date, no owner, no rights of this computer
    entry.external_attr = (stat.S_IFREG | 0o600) << 16
    entry.file_size = path.stat().st_size
    with path.open("rb") as member, archive.open(entry, "w") as out:
        while chunk := member.read(_CHUNK):
            out.write(chunk)


def _forget_cached(descriptor: int) -> None:
    """Ask that what is read back comes from the disk, not from memory."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _opened(path: Path) -> BinaryIO:
    try:
        descriptor = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except FileNotFoundError as error:
        raise FileMissing from error
    except (OSError, ValueError) as error:
        raise FileUnreadable from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise FileNotRegular
    return os.fdopen(descriptor, "rb")


def _expect_container(file: BinaryIO) -> None:
    """Look at both ends before a library reads a directory of any length."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if file.read(4) != _LOCAL_MAGIC:
        raise BackupTruncated if size < _END.size else BackupNotVerified(reason="container")
    file.seek(max(size - _END.size - _COMMENT_LIMIT, 0))
    tail = file.read()
    place = tail.rfind(_END_MAGIC)
    if place < 0 or len(tail) - place < _END.size:
        raise BackupTruncated
    _, disk, start_disk, here, total, _, _, comment = _END.unpack_from(tail, place)
    if len(tail) - place < _END.size + comment:
        raise BackupTruncated
    if len(tail) - place > _END.size or comment or disk or start_disk:
        raise BackupNotVerified(reason="container")  # something after the end
    if (here, total) != (len(NAMES), len(NAMES)):
        raise BackupNotVerified(reason="members")


def _expect_members(archive: zipfile.ZipFile, file: BinaryIO) -> None:
    """Refuse what readers of zips would not all read alike: each byte has one meaning here."""
    entries = archive.infolist()
    if sorted(entry.orig_filename for entry in entries) != sorted(NAMES):
        raise BackupNotVerified(reason="members")
    end = os.fstat(file.fileno()).st_size
    large = end + end // 10 > zipfile.ZIP64_LIMIT  # then sizes stand in more fields
    place = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset != place or not _is_plain(entry, large):
            raise BackupNotVerified(reason="members")
        place = _end_of_member(file, entry, large)
    directory = sum(_ENTRY + len(entry.orig_filename) + len(entry.extra) for entry in entries)
    if archive.start_dir != place or (not large and place + directory + _END.size != end):
        raise BackupNotVerified(reason="members")


def _is_plain(entry: zipfile.ZipInfo, large: bool) -> bool:
    """Tell whether a member is stored, regular, and nothing else."""
    return (
        entry.compress_type == zipfile.ZIP_STORED
        and entry.flag_bits == 0
        and entry.compress_size == entry.file_size
        and stat.S_IFMT(entry.external_attr >> 16) in (0, stat.S_IFREG)
        and not entry.comment
        and (large or not entry.extra)
    )


def _end_of_member(file: BinaryIO, entry: zipfile.ZipInfo, large: bool) -> int:
    """Return where a member's bytes end; its own head must say what the directory says."""
    file.seek(entry.header_offset)
    head = _HEAD.unpack(file.read(_HEAD.size))
    magic, _, flags, method, _, _, crc, packed, size, name, extra = head
    if (magic, flags, method, crc) != (_LOCAL_MAGIC, 0, 0, entry.CRC):
        raise BackupNotVerified(reason="members")
    if file.read(name) != entry.orig_filename.encode():
        raise BackupNotVerified(reason="members")
    if not large and (packed, size, extra) != (entry.file_size, entry.file_size, 0):
        raise BackupNotVerified(reason="members")
    return int(entry.header_offset + _HEAD.size + name + extra + entry.file_size)
