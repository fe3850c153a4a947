"""All that the pages of a damaged database hold, gone through once and sorted by table."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator

from desktop_app.safe.cells import Cell, Value, blob_in, types, values, varint
from desktop_app.safe.database import Progress, Row
from desktop_app.safe.leaves import Leaves, Shape, shapes
from desktop_app.safe.migrations import Schemas

_SEQUENCE = "sqlite_sequence"
_BODY, _TEXT = "body", "document_text"
_BYTES = Shape((("document", "INTEGER", True), ("data", "BLOB", False)), 0)
_COUNTS = Shape((("name", "TEXT", False), ("seq", "INTEGER", False)), -1)
_OWN_ID = re.compile("[2-9a-hjkmnp-z]{12}")  # as records.new_id draws it
_LONGEST_ROW = 4 << 20  # all columns of a row but the bytes of a document
_MOST_ROWS = 1 << 32  # the word index has its pages in rows above
_STRUCTURE_ROW, _AVERAGES_ROW = 10, 1  # of the word index too


class Scraps:
    """The rows that are left; the bytes of documents stay on the disk until they are asked.

    Attributes:
        damaged: how many pages are not whole.
    """

    def __init__(self, leaves: Leaves, schemas: Schemas, progress: Progress) -> None:
        self._leaves = leaves
        self._shapes = {**shapes(schemas), _SEQUENCE: _COUNTS}
        self._of_width: dict[int, list[tuple[str, Shape]]] = defaultdict(list)
        for name, shape in self._shapes.items():
            self._of_width[len(shape.columns)].append((name, shape))
        self._rows: dict[str, dict[int, tuple[Value, ...]]] = defaultdict(dict)
        self._bodies: dict[int, list[Cell]] = defaultdict(list)
        self._counts: dict[str, int] = {}
        self.titles: dict[int, str] = {}
        for cell in leaves.cells(progress):
            self._sort(cell)
        self.damaged = len(leaves.damaged)

    @property
    def holds_anything(self) -> bool:
        """Whether one row at least is left; where pages prove nothing, one paper that is proved."""
        if self._leaves.proved:
            return bool(self._bodies or any(self._rows.values()))
        documents = self.table("document", ["id", "sha256"])
        return any(self.body(row, sha256) is not None for row, sha256 in documents)

    def table(self, name: str, columns: list[str]) -> list[Row]:
        """Return these columns of the rows of a table, in order.

        Where pages prove nothing, only documents are told: their bytes prove them.
        """
        if not self._leaves.proved and name != "document":
            return []
        known = [column for column, _, _ in self._shapes[name].columns]
        places = [known.index(column) for column in columns]
        rows = sorted(self._rows[name].items())
        return [tuple(row[place] for place in places) for _, row in rows]

    def missing(self, name: str) -> int:
        """Return how many rows of a table are not there, at most: some may have been erased."""
        rows = self._rows[name]
        last = max((self._counts.get(name, 0), *rows))
        return last - len(rows) if last < _MOST_ROWS else 0

    def body(self, document: int, sha256: bytes) -> bytes | None:
        """Return the bytes of a document, proved; None where a page of them is not whole."""
        for data in self._data(document):
            if hashlib.sha256(data).digest() == sha256:
                return data
        return None

    def unnamed(self) -> Iterator[tuple[int, bytes]]:
        """Yield the bytes of documents of which nothing else is left, and their rows."""
        rows = self._bodies if self._leaves.proved else ()
        for row in sorted(set(rows) - set(self._rows["document"])):
            yield from ((row, data) for data in self._data(row) if not _is_of_index(row, data))

    def _data(self, row: int) -> Iterator[bytes]:
        for cell in self._bodies.get(row, []):
            record = self._leaves.record(cell, self._leaves.begins(cell))
            if record is not None:
                yield blob_in(record)

    def _sort(self, cell: Cell) -> None:
        begin = self._leaves.begins(cell)
        found = types(begin)
        if found is None or cell.row >= _MOST_ROWS:
            return
        if _BYTES.fits(found):
            self._bodies[cell.row].append(cell)
            return
        tables = [name for name, shape in self._of_width[len(found)] if shape.fits(found)]
        if not tables or cell.size > _LONGEST_ROW:
            return
        record = self._leaves.record(cell, begin)
        row = values(record) if record is not None else None
        if row is not None:
            self._keep(tables, cell.row, row)

    def _keep(self, tables: list[str], number: int, row: tuple[Value, ...]) -> None:
        if _SEQUENCE in tables:
            self._counts[str(row[0])] = int(str(row[1]))
        elif _TEXT in tables and not _OWN_ID.fullmatch(str(row[1])):
            self.titles[number] = str(row[1])
        else:
            table = next(name for name in tables if name != _TEXT)
            key = self._shapes[table].key
            whole = (*row[:key], number, *row[key + 1 :]) if key >= 0 else row
            self._rows[table][number] = whole


def _is_of_index(row: int, data: bytes) -> bool:
    """Tell whether bytes are a row of the word index, which looks as a document's does."""
    if row == _STRUCTURE_ROW and data[:3] == bytes(3):
        return True
    place, count = 0, 0
    while place < len(data) and count < 4:
        try:
            _, place = varint(data, place)
        except IndexError:
            return False
        count += 1
    return place == len(data) and count in ((2, 3) if row == _AVERAGES_ROW else (2,))
