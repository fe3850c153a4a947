"""A list of people from elsewhere, read in a child process."""

from typing import Annotated

import msgspec

from desktop_app.core.table import Table
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.errors import (
    PdfEmpty,
    PdfRefused,
    PdfTooHeavy,
    PdfTookTooLong,
    TableEmpty,
    TableOtherKind,
    TableTooHeavy,
    TableTooLong,
    TableUnreadable,
)
from desktop_app.untrusted.worker import Worker

_Cell = Annotated[str, msgspec.Meta(max_length=ceilings.TABLE_CELL)]
_Row = Annotated[list[_Cell], msgspec.Meta(max_length=ceilings.TABLE_COLUMNS)]
_Line = Annotated[int, msgspec.Meta(ge=1)]
_Place = tuple[Annotated[int, msgspec.Meta(ge=0)], Annotated[int, msgspec.Meta(ge=0)]]
_MOST = ceilings.TABLE_ROWS + 1  # the words above the columns


class _Read(msgspec.Struct, forbid_unknown_fields=True):
    rows: Annotated[list[_Row], msgspec.Meta(max_length=_MOST)]
    lines: Annotated[list[_Line], msgspec.Meta(max_length=_MOST)]
    cut: list[_Place] = []
    sheets: Annotated[int, msgspec.Meta(ge=0)] = 0
    other: bool = False
    long: bool = False


def read_table(data: bytes) -> Table:
    """Return the first sheet of a spreadsheet (XLSX), or a text (CSV), as rows of words.

    Raises:
        TableRefused: it cannot be read, and why.
    """
    found = _read(data)
    if found.other:
        raise TableOtherKind
    if found.long:
        raise TableTooLong(limit=ceilings.TABLE_ROWS)
    if len(found.rows) < 2:
        raise TableEmpty
    if len(found.lines) != len(found.rows):
        raise TableUnreadable
    wide = max(map(len, found.rows))
    head, *rows = (tuple(row + [""] * (wide - len(row))) for row in found.rows)
    cut = frozenset((row - 1, column) for row, column in found.cut if row)
    return Table(head, tuple(rows), tuple(found.lines[1:]), found.sheets, cut)


def _read(data: bytes) -> _Read:
    try:
        with Worker("tables").open(data) as worker:
            found, _ = worker.ask("rows", _Read)
            return found
    except PdfEmpty as empty:
        raise TableEmpty from empty
    except (PdfTooHeavy, PdfTookTooLong) as heavy:
        raise TableTooHeavy from heavy
    except PdfRefused as refused:
        raise TableUnreadable from refused
