"""The parity, and what it rebuilds (FORMAT.md § 11)."""

import hmac
import struct
from dataclasses import dataclass

from tests.safe.reader.keyfile import sub_key
from tests.safe.reader.pages import SIZE

_MAGIC = b"\x89PLPARI\n"
_LANES, _HEIGHT = 16, 10
_RECORD = SIZE + 32


@dataclass(frozen=True)
class Parity:
    """An authentic first page, and records that prove themselves one by one."""

    raw: bytes
    mac_key: bytes
    salt: bytes
    count: int
    saves: int
    sum: int
    kept: tuple[int, ...]
    late: tuple[int, ...] = ()

    def kept_page(self, number: int) -> bytes | None:
        """A page kept whole."""
        if number not in self.kept:
            return None
        return self._record(b"kept", number, self.kept.index(number))

    def lane(self, lane: int) -> bytes | None:
        """The exclusive or of the pages of a lane; None where it is late."""
        if lane in self.late:
            return None
        return self._record(b"lane", lane, len(self.kept) + lane)

    def _record(self, kind: bytes, number: int, place: int) -> bytes | None:
        record = self.raw[SIZE + _RECORD * place :][:_RECORD]
        told = kind + number.to_bytes(4, "little") + record[:SIZE]
        mac = hmac.digest(self.mac_key, told, "sha256")
        return record[:SIZE] if hmac.compare_digest(mac, record[SIZE:]) else None


def parse(raw: bytes | None, key: bytes) -> Parity | None:
    """The parity; None when it proves nothing."""
    mac_key = sub_key(key, "papier-libre/parity/1")
    if raw is None or len(raw) < SIZE or raw[:8] != _MAGIC:
        return None
    mac = hmac.digest(mac_key, b"header" + bytes(4) + raw[: SIZE - 32], "sha256")
    version, lanes, height, kept = struct.unpack_from("<4H", raw, 8)
    if mac != raw[SIZE - 32 : SIZE] or (lanes, height) != (_LANES, _HEIGHT):
        return None
    salt, count, saves, total = struct.unpack_from("<16sQQ32s", raw, 16)
    numbers = struct.unpack_from(f"<{kept}I", raw, 80) if kept <= 200 else ()
    late = _late(raw, 80 + 4 * kept) if version == 2 and kept <= 200 else ()
    if version not in (1, 2) or late is None:
        return None
    sums = int.from_bytes(total, "little")
    return Parity(raw, mac_key, salt, count, saves, sums, numbers, late)


def _late(raw: bytes, at: int) -> tuple[int, ...] | None:
    (count,) = struct.unpack_from("<I", raw, at)
    return struct.unpack_from(f"<{count}I", raw, at + 4) if count <= 400 else None


def lane_of(page: int) -> int:
    """The lane of a page."""
    return 16 * ((page - 1) // 160) + (page - 1) % 16


def lane_pages(page: int, count: int) -> list[int]:
    """Every page of the lane of a page."""
    first = 160 * ((page - 1) // 160) + (page - 1) % 16 + 1
    return [n for n in range(first, first + 160, 16) if n <= count]
