"""Rows as a page of SQLite's holds them: where each begins, and the columns of its record.

Source: https://www.sqlite.org/fileformat2.html, § 1.6 (leaves, overflow), § 2.1 (records).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.safe.database import PAGE

Value = int | float | str | bytes | None
_LEAF = b"\x0d"
USABLE = PAGE - 80  # SQLCipher reserves the rest
_MOST_LOCAL = USABLE - 35
_LEAST_LOCAL = (USABLE - 12) * 32 // 255 - 23
_FIRST = 100  # of the first page: what is before its leaf
INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a row begins: its page, the place of its record there, and its length."""

    row: int
    page: int
    place: int
    size: int


def cells(page: bytes, number: int) -> Iterator[Cell]:
    """Yield the rows of a page, in clear; none where it is not the end of a table's tree."""
    start = _FIRST if number == 1 else 0
    if page[start : start + 1] != _LEAF:
        return
    count = integer(page[start + 3 : start + 5])
    for at in range(start + 8, min(start + 8 + 2 * count, USABLE - 1), 2):
        place = integer(page[at : at + 2])
        try:
            size, place = varint(page, place)
            row, place = varint(page, place)
        except IndexError:
            continue
        if size > 0 and place + min(size, _LEAST_LOCAL) <= USABLE:
            yield Cell(row, number, place, size)


def types(begin: bytes) -> list[int] | None:
    """Return the types of a record's columns; None where it has no such beginning."""
    try:
        length, place = varint(begin, 0)
        found = []
        while place < length:
            kind, place = varint(begin, place)
            found.append(kind)
    except IndexError:
        return None
    return found if place == length else None


def blob_in(record: bytes) -> bytes:
    """Return the last column of a record of bytes."""
    found = types(record) or [0]
    return record[len(record) - _size(found[-1]) :]


def values(record: bytes) -> tuple[Value, ...] | None:
    """Return the columns of a whole record; None when it is none."""
    found = types(record)
    if found is None or sum(map(_size, found)) > len(record):
        return None
    place, row = len(record) - sum(map(_size, found)), list[Value]()
    if place != varint(record, 0)[0]:
        return None
    for kind in found:
        row.append(_value(kind, record[place : place + _size(kind)]))
        place += _size(kind)
    return tuple(row)


def _value(kind: int, data: bytes) -> Value:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind >= 12:
        return data.decode("utf-8", "replace") if kind % 2 else data
    return int.from_bytes(data, "big", signed=True)


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return INTEGERS.get(kind, 8 if kind == 7 else 0)


def local(size: int) -> int:
    """Return how much of a record of this size its own page holds."""
    if size <= _MOST_LOCAL:
        return size
    rest = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (USABLE - 4)
    return rest if rest <= _MOST_LOCAL else _LEAST_LOCAL


def integer(data: bytes) -> int:
    """Return the number that bytes are, the greatest first."""
    return int.from_bytes(data, "big")


def varint(data: bytes, place: int) -> tuple[int, int]:
    """Return the number of variable length at a place, and the place after it."""
    value = 0
    for at in range(9):
        byte = data[place]
        place += 1
        if at == 8:
            value = value << 8 | byte
            break
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value, place
