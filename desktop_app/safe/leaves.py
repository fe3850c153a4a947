"""Rows read from the pages that hold them, whatever leads there: for a database SQLite refuses.

A page at the end of a table's tree (a leaf) says by itself which rows it holds, and a long value
goes on from page to page; the trees, the schema and the first page only lead there. Which table a
row is of, its columns tell: they are those of our own schema.

FORMAT.md § 5 gives the pages, ``cells.py`` the rows in them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.safe.cells import INTEGERS, USABLE, Cell, cells, integer, local
from desktop_app.safe.database import PAGE, Database, Progress, in_memory
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.pages import PageCheck, PageFile

_HEARD = 500  # pages
_SALT_TOLD = re.compile(rb"\d+ ([0-9a-f]{32}) (?:[0-9a-f]{64}|-) ")  # the row "pages" (§ 5)
_TRIED = 64  # pages, of which one at least is whole


class Leaves:
    """The authentic pages of a database file, and the rows that they hold.

    Attributes:
        proved: whether pages can be told from damaged ones; not so where the salt is lost
            everywhere: all of them are then taken as they are.
        damaged: the numbers of the pages that are not authentic, once ``cells`` was gone through.
    """

    def __init__(self, path: Path, key: bytes, salts: Sequence[bytes] = ()) -> None:
        self._file = PageFile(path)
        self.proved = True
        self._check = self._checked_by(key, salts)
        self.damaged: list[int] = []
        self._last: tuple[int, bytes | None] = (0, None)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def cells(self, progress: Progress) -> Iterator[Cell]:
        """Yield each row of each page, as many times as the file holds it."""
        self.damaged, count = [], len(self._file)
        for number in range(1, count + 1):
            if number % _HEARD == 1:
                progress(number - 1, count)
            page = self._page(number)
            if page is None:
                self.damaged.append(number)
            else:
                yield from cells(page, number)
        progress(count, count)

    def begins(self, cell: Cell) -> bytes:
        """Return what a row's own page holds of it."""
        page = self._page(cell.page)
        return b"" if page is None else page[cell.place : cell.place + local(cell.size)]

    def record(self, cell: Cell, first: bytes) -> bytes | None:
        """Return a whole record, which begins so; None when a page of it is not whole."""
        parts, left = [first], cell.size - len(first)
        if cell.size > len(self._file) * PAGE:
            return None  # no row is longer than the file: nobody's
        if left:
            page = self._page(cell.page)
            after = cell.place + len(first)
            number = integer(page[after : after + 4]) if page else 0
        while left:
            page = self._page(number) if 0 < number <= len(self._file) else None
            if page is None:
                return None
            number = integer(page[:4])
            parts.append(page[4 : 4 + min(left, USABLE - 4)])
            left -= len(parts[-1])
        return b"".join(parts)

    def _page(self, number: int) -> bytes | None:
        if number != self._last[0]:  # a page is asked for as many times as it has rows
            page = self._file.page(number)
            whole = self._is_whole(page, number)
            self._last = number, self._check.clear(page, number) if whole else None
        return self._last[1]

    def _is_whole(self, page: bytes, number: int) -> bool:
        return self._check.is_authentic(page, number) if self.proved else len(page) == PAGE

    def _checked_by(self, key: bytes, salts: Sequence[bytes]) -> PageCheck:
        """Find the salt of the file: a page damaged where it begins leaves it to be found.

        It is told by the parity, and by the safe itself; and one bit of it is soon tried.
        """
        tried = range(2, min(len(self._file), _TRIED) + 1)
        for salt in self._salts(key, salts):
            check = PageCheck(salt, key)
            if any(check.is_authentic(self._file.page(number), number) for number in tried):
                return check
        self.proved = False
        return PageCheck(self._file.salt, key)

    def _salts(self, key: bytes, salts: Sequence[bytes]) -> Iterator[bytes]:
        yield self._file.salt
        yield from salts
        whole = int.from_bytes(self._file.salt, "big")
        yield from ((whole ^ 1 << bit).to_bytes(16, "big") for bit in range(128))
        opener = PageCheck(self._file.salt, key)
        for number in range(2, len(self._file) + 1):
            if len(page := self._file.page(number)) == PAGE:
                for told in _SALT_TOLD.findall(opener.clear(page, number)):
                    yield bytes.fromhex(told.decode("ascii"))


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table's rows look: for each column its name, type, and whether it may be empty.

    ``key``: the place of the column that is the row's own number; it is empty in the record.
    """

    columns: tuple[tuple[str, str, bool], ...]
    key: int

    def fits(self, found: Sequence[int]) -> bool:
        """Tell whether a record of these types is one of its rows."""
        if len(found) != len(self.columns):
            return False
        return all(
            kind == 0 if place == self.key else _is_of(kind, declared, empty=empty)
            for place, (kind, (_, declared, empty)) in enumerate(
                zip(found, self.columns, strict=True)
            )
        )


def shapes(schemas: Schemas) -> dict[str, Shape]:
    """Return how the rows of each table of our schema look."""
    model = in_memory()
    try:
        schemas.apply(model)
        tables = model.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%'"
            " AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT GLOB 'word_*'"
            " AND name NOT GLOB 'sqlite_*'"
        )
        return {str(name): _shape(model, name) for (name,) in tables}
    finally:
        model.close()


def _shape(model: Database, table: str) -> Shape:
    found = model.rows(f"PRAGMA table_xinfo({table})")
    columns = tuple((name, declared, not required) for _, name, declared, required, *_ in found)
    keys = [at for at, one in enumerate(found) if one[5] and one[2] == "INTEGER"]
    return Shape(columns, keys[0] if keys else -1)


def _is_of(kind: int, declared: str, *, empty: bool) -> bool:
    if kind == 0:
        return empty
    if declared == "TEXT":
        return kind >= 13 and kind % 2 == 1
    if declared == "BLOB":
        return kind >= 12 and kind % 2 == 0
    return kind in (*INTEGERS, 8, 9)
