"""Lists written for a spreadsheet: CSV, and XLSX by openpyxl.

A spreadsheet computes what begins like a formula, and somebody else's name may begin so: in a CSV
such a cell begins with an apostrophe (which ``workflow/people/lists/reading.py`` takes off again);
in an XLSX each cell says that it is text, and only what would be taken off has one more.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Literal

COMPUTED = "=+-@\t\r'"
NEUTRAL = "'"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Rows = Iterable[Sequence[str]]


def write_table(head: Sequence[str], rows: Rows, kind: Literal["csv", "xlsx"]) -> bytes:
    """Return a list as a file; what stands above the columns is its first line."""
    return _csv(head, rows) if kind == "csv" else _xlsx(head, rows)


def _csv(head: Sequence[str], rows: Rows) -> bytes:
    """UTF-8 with its mark, semicolons: as spreadsheets open it in France, at a press."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_MINIMAL)
    for row in (head, *rows):
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def _harmless(cell: str) -> str:
    return f"{NEUTRAL}{cell}" if cell[:1] and cell[0] in COMPUTED else cell


def _xlsx(head: Sequence[str], rows: Rows) -> bytes:
    import openpyxl  # with the first spreadsheet that is written
    from openpyxl.cell import WriteOnlyCell

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Liste")
    sheet.freeze_panes = "A2"
    for row in (head, *rows):
        cells = []
        for words in row:
            neutral = words[:1] == NEUTRAL and words[1:2] and words[1] in COMPUTED
            shown = _NOT_XML.sub(" ", f"{NEUTRAL}{words}" if neutral else words)
            cell = WriteOnlyCell(sheet, shown or None)
            if words:
                cell.data_type = "s"  # never a formula, whatever it begins with
                cell.number_format = "@"
            cells.append(cell)
        sheet.append(cells)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
