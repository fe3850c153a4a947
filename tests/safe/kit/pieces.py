"""Bytes of a case, told as pieces of the bases: the kit stays small, and each file is exact."""

import re
from pathlib import Path

_GRAIN = 64
_INLINE = 80  # up to there a piece is written in hexadecimal, in its place
NEW = "more"
_PARTS = re.compile(rb"\x00{256,}|(?:(?!\x00{256}).)+", re.DOTALL)

Piece = str | int | list[str | int]


class Pieces:
    """Finds each run of bytes in the bases, and keeps what is in none of them once."""

    def __init__(self, folder: Path) -> None:
        self._files: dict[str, bytes] = {}
        self.more = bytearray()
        self._places: dict[bytes, tuple[str, int]] = {}
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name != NEW:
                self.know(str(path.relative_to(folder)), path.read_bytes())

    def know(self, name: str, data: bytes) -> None:
        """Let pieces be taken of this file too, from now on."""
        self._files[name] = data
        for at in range(0, len(data) - _GRAIN + 1, _GRAIN):
            if any(grain := data[at : at + _GRAIN]):
                self._places[grain] = (name, at)

    def of(self, data: bytes) -> list[Piece]:
        """Return the pieces of a file."""
        found: list[Piece] = []
        place = begin = 0
        while place + _GRAIN <= len(data):
            known = self._places.get(data[place : place + _GRAIN])
            if known is None:
                place += 1
                continue
            name, at = known
            back = self._same_before(data, begin, place, name, at)
            size = back + self._same_after(data, place, name, at)
            found += self._own(data[begin : place - back])
            found.append([name, at - back, size])
            begin = place = place - back + size
        return found + self._own(data[begin:])

    def _own(self, data: bytes) -> list[Piece]:
        """Pieces of what no file has: runs of zeros, and the rest."""
        found: list[Piece] = []
        for part in _PARTS.findall(data):
            if not any(part) and len(part) > 8:
                found.append(len(part))
            elif len(part) <= _INLINE:
                found.append(part.hex())
            else:
                place = len(self.more)
                self.more += part
                self._index(NEW, part, place)
                found.append([NEW, place, len(part)])
        return found

    def _index(self, name: str, data: bytes, first: int) -> None:
        for at in range(0, len(data) - _GRAIN + 1, _GRAIN):
            if any(grain := data[at : at + _GRAIN]):
                self._places.setdefault(grain, (name, first + at))

    def _bytes(self, name: str) -> bytes | bytearray:
        return self.more if name == NEW else self._files[name]

    def _same_after(self, data: bytes, place: int, name: str, at: int) -> int:
        base, size, step = self._bytes(name), 0, 1 << 16
        while step:
            one = data[place + size : place + size + step]
            if len(one) == step and one == base[at + size : at + size + step]:
                size += step
            else:
                step >>= 1
        return size

    def _same_before(self, data: bytes, begin: int, place: int, name: str, at: int) -> int:
        base, back = self._bytes(name), 0
        while place - back > begin and at > back and data[place - back - 1] == base[at - back - 1]:
            back += 1
        return back
