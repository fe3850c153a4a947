"""The zip of a backup (FORMAT.md § 8), and the tables of the version."""

import sqlite3
import struct
import zlib
from functools import cache
from pathlib import Path

from tests.safe.reader.verdict import RefusedError

MEMBERS = ("safe.db", "keys", "manifest")
_END, _CENTRAL, _LOCAL = b"PK\5\6", b"PK\1\2", b"PK\3\4"
_SCHEMAS = Path(__file__).parents[3] / "desktop_app/safe/schema"


def unzip(raw: bytes) -> dict[str, bytes]:
    """The three members, or a refusal: every byte of the zip has one meaning."""
    end = raw[-22:]
    if len(raw) >= 22 and raw[:4] != _LOCAL:
        raise RefusedError("backup-not-verified")
    if end[:4] != _END:
        raise RefusedError("backup-not-verified" if _has_end(raw) else "backup-truncated")
    disk, first, here, count, size, start, comment = struct.unpack_from("<4H2IH", end, 4)
    if (disk, first, here, count, comment) != (0, 0, 3, 3, 0) or start + size != len(raw) - 22:
        raise RefusedError("backup-not-verified")
    found: dict[str, bytes] = {}
    spans = []
    at = start
    for _ in range(3):
        name, data, span, at = _member(raw, at)
        found[name] = data
        spans.append(span)
    if set(found) != set(MEMBERS) or at != len(raw) - 22:
        raise RefusedError("backup-not-verified")
    place = 0
    for begin, until in sorted(spans):
        if begin != place:
            raise RefusedError("backup-not-verified")
        place = until
    if place != start:
        raise RefusedError("backup-not-verified")
    return found


def _has_end(raw: bytes) -> bool:
    """Whether an end lies before the last bytes, whole."""
    place = raw.rfind(_END)
    return 0 <= place <= len(raw) - 22


def _member(raw: bytes, at: int) -> tuple[str, bytes, tuple[int, int], int]:
    try:
        return _coherent(raw, at)
    except (struct.error, ValueError):
        raise RefusedError("backup-not-verified") from None


def _coherent(raw: bytes, at: int) -> tuple[str, bytes, tuple[int, int], int]:
    """One member: its two heads say the same; stored, not encrypted, regular."""
    central = struct.unpack_from("<4s6H3I5H2I", raw, at)
    flags, method, crc, packed, size, name_size, extra, comment = (
        central[3], central[4], *central[7:13]
    )  # fmt: skip
    disk, mode, begin = central[13], central[15] >> 16, central[16]
    name = raw[at + 46 : at + 46 + name_size]
    if central[0] != _CENTRAL or flags or method or extra or comment or disk:
        raise ValueError
    if packed != size or (mode and mode & 0o170000 not in (0, 0o100000)):
        raise ValueError
    local = struct.unpack_from("<4s5H3I2H", raw, begin)
    if local[0] != _LOCAL or local[2:4] != (flags, method) or local[9:] != (name_size, 0):
        raise ValueError
    until = begin + 30 + name_size + size
    data = raw[until - size : until]
    if local[6:9] != (crc, packed, size) or raw[begin + 30 : begin + 30 + name_size] != name:
        raise ValueError
    if len(data) != size or zlib.crc32(data) != crc:
        raise ValueError
    return name.decode("ascii"), data, (begin, until), at + 46 + name_size


@cache
def schema(version: int) -> set[tuple[str, str]]:
    """Tables, indexes and triggers of a version, as the standard library makes them."""
    connection = sqlite3.connect(":memory:")
    for number in range(1, version + 1):
        connection.executescript((_SCHEMAS / f"{number:04}.sql").read_text("utf-8"))
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
    made = {(f"{kind} {name}", "" if name.startswith("word_") else sql) for kind, name, sql in rows}
    connection.close()
    return made
