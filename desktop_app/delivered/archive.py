"""A zip from a stranger, read whole in memory: each of its bytes has one meaning, or it is refused.

Read by hand rather than by ``zipfile``: that one takes the first of two readings, which is what a
hostile archive lives on. No file is written here.
"""

import re
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.delivered import errors

KILOBYTE, MEGABYTE = 1 << 10, 1 << 20
PACKED, UNPACKED, ENTRIES, RATIO, DEPTH = 20 * MEGABYTE, 60 * MEGABYTE, 5_000, 100, 4
SIZES = {
    ".toml": 256 * KILOBYTE, ".tsv": 256 * KILOBYTE, ".md": 256 * KILOBYTE, ".po": 2 * MEGABYTE,
    ".pub": 4 * KILOBYTE, ".png": 2 * MEGABYTE, ".jpg": 2 * MEGABYTE, ".jpeg": 2 * MEGABYTE,
}  # fmt: skip
"""Largest file, by its ending; no other ending is taken."""
LIST, SEAL = "SHA256SUMS", "SHA256SUMS.minisig"
SEALS = {LIST: MEGABYTE, SEAL: 4 * KILOBYTE}

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_HEAD = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_LOCKED = 0x2041  # with a password, strongly, or with its names hidden
_HARMLESS = 0x0806  # how hard it was packed; names in UTF-8
_REGULAR, _KIND = 0o100000, 0o170000
_FOLDER_OF_DOS = 0x10
_PART = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}", re.ASCII)
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", re.ASCII)
_DRIVE = re.compile(r"[A-Za-z]:")
_ARCHIVES = (
    b"PK\3\4", b"PK\5\6", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!",
    b"\x28\xb5\x2f\xfd", b"MZ", b"\x7fELF",
)  # fmt: skip
_OTHER_ENDINGS = (".zip", ".gz", ".xz", ".7z", ".rar", ".tar", ".bz2", ".zst", ".exe", ".py", ".so")


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    raw: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    place: int


def read_archive(data: bytes) -> dict[str, bytes]:
    """Return every file of a zip, by its name.

    Raises:
        One of the ``Archive…`` errors: which, says what is wrong with it.
    """
    if len(data) > PACKED:
        raise errors.ArchiveTooBig(limit_mb=PACKED // MEGABYTE)
    entries = list(_entries(data))
    _expect_names(entries)
    if sum(entry.size for entry in entries) > UNPACKED:
        raise errors.ArchiveUnpackedTooBig(limit_mb=UNPACKED // MEGABYTE)
    for entry in entries:
        _expect_size(entry)
    return _unpacked(data, entries)


def _entries(data: bytes) -> Iterator[_Entry]:
    """Yield what the directory says, which lies right before the end."""
    start, count = _directory(data)
    place = start
    for _ in range(count):
        if data[place : place + 4] != b"PK\1\2" or place + _ENTRY.size > len(data) - _END.size:
            raise errors.ArchiveTwoReadings
        read = _ENTRY.unpack_from(data, place)
        made, _, flags, method, _, _, crc, packed, size, name, extra, comment = read[1:13]
        disk, _, outer, at = read[13:]
        raw = data[place + _ENTRY.size : place + _ENTRY.size + name]
        if flags & _LOCKED:
            raise errors.ArchiveLocked
        if flags & ~_HARMLESS or extra or comment or disk:
            raise errors.ArchiveTwoReadings
        if method not in (_STORED, _DEFLATED):
            raise errors.ArchiveMethod
        kind = (outer >> 16) & _KIND
        unix = made >> 8 == 3
        if (unix and kind not in (0, _REGULAR)) or outer & _FOLDER_OF_DOS or raw.endswith(b"/"):
            raise errors.ArchiveLink
        yield _Entry(_named(raw), raw, flags, method, crc, packed, size, at)
        place += _ENTRY.size + name
    if place != len(data) - _END.size:
        raise errors.ArchiveTwoReadings


def _directory(data: bytes) -> tuple[int, int]:
    """Return where the directory begins, and how many files it names."""
    if not data.startswith((b"PK\3\4", b"PK\5\6")):
        raise errors.ArchiveTwoReadings if b"PK\3\4" in data[: 1 << 16] else errors.ArchiveNotZip
    if len(data) < _END.size or data[-_END.size :][:4] != b"PK\5\6":
        raise errors.ArchiveTwoReadings if b"PK\5\6" in data[-66000:] else errors.ArchiveCut
    _, disk, other, here, total, size, start, comment = _END.unpack(data[-_END.size :])
    if max(here, total) > ENTRIES:
        raise errors.ArchiveTooManyFiles(limit=ENTRIES)
    if disk or other or comment or here != total or start + size != len(data) - _END.size:
        raise errors.ArchiveTwoReadings
    return start, total


def _named(raw: bytes) -> str:
    if not raw or b"\0" in raw:
        raise errors.ArchiveNameRefused
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise errors.ArchiveNameRefused from error


def _expect_names(entries: list[_Entry]) -> None:
    for entry in entries:
        parts = entry.name.replace("\\", "/").split("/")
        if "" in parts or "." in parts or ".." in parts or _DRIVE.match(entry.name):
            raise errors.ArchiveNameOutside
    seen = {unicodedata.normalize("NFKC", entry.name).casefold() for entry in entries}
    if len(seen) != len(entries):
        raise errors.ArchiveNameTwice
    for entry in entries:
        if entry.name not in SEALS:
            expect_plain(entry.name)


def expect_plain(name: str) -> None:
    """Let a plain name pass, such as ``letters/caf-indu/letter.toml``.

    Raises:
        ArchiveNested, ArchiveNameRefused.
    """
    *folders, file = name.split("/")
    stem, dot, _ = file.partition(".")
    if file.lower().endswith(_OTHER_ENDINGS):
        raise errors.ArchiveNested
    if len(folders) >= DEPTH or dot + file[len(stem) + 1 :] not in SIZES:
        raise errors.ArchiveNameRefused
    for part in (*folders, stem):
        if not _PART.fullmatch(part) or _DEVICE.fullmatch(part):
            raise errors.ArchiveNameRefused


def _expect_size(entry: _Entry) -> None:
    limit = SEALS.get(entry.name) or SIZES["." + entry.name.rpartition(".")[2]]
    if entry.size > limit:
        raise errors.ArchiveFileTooBig(limit_kb=limit // KILOBYTE)
    if entry.size > RATIO * max(entry.packed, KILOBYTE // 10):
        raise errors.ArchiveSwells


def _unpacked(data: bytes, entries: list[_Entry]) -> dict[str, bytes]:
    """Return the files; one lies right behind the other, from the first byte to the directory."""
    found: dict[str, bytes] = {}
    place = 0
    start, _ = _directory(data)
    for entry in sorted(entries, key=lambda one: one.place):
        if entry.place != place or place + _HEAD.size > start:
            raise errors.ArchiveTwoReadings
        sign, _, flags, method, _, _, crc, packed, size, name, extra = _HEAD.unpack_from(
            data, place
        )
        begin = place + _HEAD.size + name
        same = (flags, method, crc, packed, size, extra) == (
            entry.flags, entry.method, entry.crc, entry.packed, entry.size, 0,
        )  # fmt: skip
        if sign != b"PK\3\4" or not same or data[place + _HEAD.size : begin] != entry.raw:
            raise errors.ArchiveTwoReadings
        place = begin + packed
        if place > start:
            raise errors.ArchiveTwoReadings
        found[entry.name] = _inflated(data[begin:place], entry)
    if place != start:
        raise errors.ArchiveTwoReadings
    return found


def _inflated(packed: bytes, entry: _Entry) -> bytes:
    if entry.method == _STORED:
        whole = packed
    else:
        reader = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            whole = reader.decompress(packed, entry.size + 1)
            whole += reader.decompress(reader.unconsumed_tail, 1)
        except zlib.error as error:
            raise errors.ArchiveDamaged from error
        if len(whole) > entry.size:
            raise errors.ArchiveSwells
        if not reader.eof or reader.unused_data:
            raise errors.ArchiveDamaged
    if len(whole) != entry.size or zlib.crc32(whole) != entry.crc:
        raise errors.ArchiveDamaged
    if whole.startswith(_ARCHIVES):
        raise errors.ArchiveNested
    return whole


def write_archive(files: dict[str, bytes]) -> bytes:
    """Return a zip of these files, the same for the same files: what ``read_archive`` takes."""
    out, directory = bytearray(), bytearray()
    for name, data in sorted(files.items()):
        packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packer.compress(data) + packer.flush()
        method = _DEFLATED
        if len(packed) >= len(data):
            packed, method = data, _STORED
        raw, day = name.encode("ascii"), 0x21  # 1 January 1980: no date of this computer
        head = (20, 0, method, 0, day, zlib.crc32(data), len(packed), len(data), len(raw), 0)
        entry = (b"PK\1\2", 0x0314, *head, 0, 0, 0, (_REGULAR | 0o644) << 16, len(out))
        directory += _ENTRY.pack(*entry) + raw
        out += _HEAD.pack(b"PK\3\4", *head) + raw + packed
    end = _END.pack(b"PK\5\6", 0, 0, len(files), len(files), len(directory), len(out), 0)
    return bytes(out + directory + end)
