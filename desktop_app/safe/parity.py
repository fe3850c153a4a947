"""What rebuilds damaged pages: a file of parity beside the database, which each save renews.

Pages are taken by blocks of ``LANES * DEEP``; in a block, page *i* is of lane ``i % LANES``, and
what is kept of a lane is the exclusive or of its pages. So any one page, and any ``LANES`` pages in
a row, are made again from the others of their lanes. The first page and those of the schema, on
which everything hangs, are kept whole besides.

A save may leave lanes *late*: named in the header, they bring no page until they are renewed.

A page that comes out proves by itself that it was once written at this place; that it is of the
present state, and not of one that was erased since, is for the caller to prove (``page_sum``).

FORMAT.md § 11 gives the file. Each record proves itself, so a writing may stop anywhere.
"""

import hmac
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.safe.database import PAGE
from desktop_app.safe.disk import Disk, Unusable
from desktop_app.safe.pages import SALT, PageCheck
from desktop_app.safe.slots import sub_key

LANES, DEEP = 16, 10
BLOCK = LANES * DEEP
MOST_KEPT = 200
MOST_LATE = 400
_LABEL = b"papier-libre/parity/1"
_MAGIC = bytes.fromhex("89504c504152490a")
_VERSION = 1
_WITH_LATE = 2  # a program that does not know of late lanes makes the whole file anew
_HEADER = struct.Struct(f"<8s4H{SALT}sQQ32s")
_MAC = 32
_RECORD = PAGE + _MAC
_INTERIOR, _FIRST_TREE = 0x05, 100

Pages = Callable[[int], bytes]  # the page of a number, as it lies on the disk


@dataclass(frozen=True, slots=True)
class State:
    """What a parity file is of: so many pages, after so many saves, with this sum of all of them.

    ``kept``: the numbers of the pages that are kept whole. ``late``: lanes whose records, and pages
    kept whole, are of a former save.
    """

    salt: bytes
    pages: int
    saves: int
    total: int
    kept: tuple[int, ...]
    late: frozenset[int] = field(default=frozenset(), compare=False)


class Parity:
    """The parity file of a safe; ``key`` is the safe's."""

    def __init__(self, path: Path, key: bytes, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self._mac_key = sub_key(key, _LABEL)

    def state(self) -> State | None:
        """Return what the file is of; None where there is none that can be believed."""
        try:
            header = self._read(0, PAGE)
            magic, version, lanes, deep, kept, salt, pages, saves, total = _HEADER.unpack_from(
                header
            )
        except (OSError, Unusable, struct.error):
            return None
        ours = (magic, lanes, deep) == (_MAGIC, LANES, DEEP) and version in (_VERSION, _WITH_LATE)
        if not ours or kept > MOST_KEPT or not self._proves(b"header", header):
            return None
        numbers = struct.unpack_from(f"<{kept}I", header, _HEADER.size)
        late = _late(header, _HEADER.size + 4 * kept) if version == _WITH_LATE else ()
        if late is None:
            return None
        return State(salt, pages, saves, int.from_bytes(total, "little"), numbers, frozenset(late))

    def make(self, state: State, page: Pages) -> None:
        """Write the whole file, new.

        Raises:
            DiskFull, ReadOnly, MediaRemoved, StorageFailed: the former one is untouched.
        """
        self._disk.write(self._path, self._all(state, page), of_safe=True)

    def note(self, state: State) -> None:
        """Say of which state the file is now, and which of its lanes are late; as ``renew``."""
        self._disk.patch(self._path, [(0, self._header(state))])

    def renew(self, state: State, late: Iterable[int], page: Pages) -> None:
        """Write lanes that are late, of the pages as they are now, and those that are kept whole.

        Raises:
            OSError: the file is of no state now; ``make`` writes it again.
        """
        self._disk.patch(self._path, self._renewed(state, late, page))

    def flush(self) -> None:
        """Make sure that it has reached the disk."""
        self._disk.flush(self._path)

    def kept_page(self, state: State, number: int) -> bytes | None:
        """Return a page that was kept whole, perhaps an older one."""
        if number not in state.kept:
            return None
        return self._record(state.kept.index(number), b"kept", number)

    def rebuilt(self, state: State, number: int, page: Pages) -> bytes | None:
        """Make a page again of the others of its lane, which must be what they were."""
        lane = lane_of(number)
        if lane in state.late:
            return None
        found = self._record(len(state.kept) + lane, b"lane", lane)
        if found is None:
            return None
        return _together([found, *map(page, self.others(state, number))])

    def others(self, state: State, number: int) -> list[int]:
        """Return the other pages of a page's lane."""
        return [one for one in _members(lane_of(number), state.pages) if one != number]

    def _all(self, state: State, page: Pages) -> Iterator[bytes]:
        yield self._header(state)
        for number in state.kept:
            yield self._kept(number, page)
        for lane in range(-(-state.pages // BLOCK) * LANES):
            yield self._of_lane(lane, state.pages, page)

    def _renewed(
        self, state: State, late: Iterable[int], page: Pages
    ) -> Iterator[tuple[int, bytes]]:
        for place, number in enumerate(state.kept):
            yield _place(place), self._kept(number, page)
        for lane in sorted(late):
            yield _place(len(state.kept) + lane), self._of_lane(lane, state.pages, page)
        yield 0, self._header(state)

    def _header(self, state: State) -> bytes:
        numbers = struct.pack(f"<{len(state.kept)}I", *state.kept)
        if state.late:
            numbers += struct.pack(f"<I{len(state.late)}I", len(state.late), *sorted(state.late))
        total = state.total.to_bytes(32, "little")
        sizes = (_WITH_LATE if state.late else _VERSION, LANES, DEEP, len(state.kept))
        head = _HEADER.pack(_MAGIC, *sizes, state.salt, state.pages, state.saves, total) + numbers
        return self._proved(b"header", head.ljust(PAGE - _MAC, b"\0"))

    def _kept(self, number: int, page: Pages) -> bytes:
        return self._proved(b"kept", page(number), number)

    def _of_lane(self, lane: int, pages: int, page: Pages) -> bytes:
        return self._proved(b"lane", _together(map(page, _members(lane, pages))), lane)

    def _record(self, place: int, kind: bytes, number: int) -> bytes | None:
        try:
            found = self._read(_place(place), _RECORD)
        except (OSError, Unusable):
            return None
        return found[:-_MAC] if self._proves(kind, found, number) else None

    def _read(self, place: int, size: int) -> bytes:
        return self._disk.read_part(self._path, place, size)

    def _proved(self, kind: bytes, content: bytes, number: int = 0) -> bytes:
        return content + self._mac(kind, content, number)

    def _proves(self, kind: bytes, record: bytes, number: int = 0) -> bool:
        return hmac.compare_digest(record[-_MAC:], self._mac(kind, record[:-_MAC], number))

    def _mac(self, kind: bytes, content: bytes, number: int) -> bytes:
        return hmac.digest(self._mac_key, kind + number.to_bytes(4, "little") + content, "sha256")


def pages_of_schema(check: PageCheck, page: Pages) -> tuple[int, ...]:
    """Return the first page, and those of the tree of the schema that begins in it."""
    found: list[int] = []
    left = [1]
    while left and len(found) < MOST_KEPT:
        number = left.pop()
        found.append(number)
        content = check.clear(page(number), number)
        left += _children(content, _FIRST_TREE if number == 1 else 0)
    return tuple(sorted(set(found)))


def _children(page: bytes, start: int) -> list[int]:
    """Return the pages under a page of a table's tree (SQLite's file format, § 1.6)."""
    if page[start] != _INTERIOR:
        return []
    cells = int.from_bytes(page[start + 3 : start + 5], "big")
    pointers = [start + 12 + 2 * cell for cell in range(cells)]
    places = [int.from_bytes(page[at : at + 2], "big") for at in pointers] + [start + 8]
    return [int.from_bytes(page[at : at + 4], "big") for at in places]


def _place(record: int) -> int:
    return PAGE + record * _RECORD  # the header has a page of its own


def _late(header: bytes, at: int) -> tuple[int, ...] | None:
    """Return the lanes that a header names, from a place on; None: more than there may be."""
    (count,) = struct.unpack_from("<I", header, at)
    return struct.unpack_from(f"<{count}I", header, at + 4) if count <= MOST_LATE else None


def lane_of(number: int) -> int:
    """Return the lane of a page."""
    block, place = divmod(number - 1, BLOCK)
    return block * LANES + place % LANES


def _members(lane: int, pages: int) -> range:
    """Return the numbers of the pages of a lane."""
    block, place = divmod(lane, LANES)
    first = block * BLOCK + place + 1
    return range(first, min(first + BLOCK - LANES, pages) + 1, LANES)


def _together(pages: Iterable[bytes]) -> bytes:
    total = 0
    for page in pages:
        total ^= int.from_bytes(page, "little")
    return total.to_bytes(PAGE, "little")
