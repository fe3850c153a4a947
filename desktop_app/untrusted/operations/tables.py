"""A list of a spreadsheet (XLSX) or of a text (CSV), as rows of words. Nothing of it is computed.

A formula gives the value that the spreadsheet saved with it; links to other files are not followed.
"""

import csv
import datetime as dt
import io
import os
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

os.environ["OPENPYXL_LXML"] = "False"  # one reader of XML, in packages that hold no other too
import openpyxl

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.errors import PdfEmpty, PdfTooHeavy
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How a file of parts begins; and a spreadsheet of before, or one behind a password."""
_MEMBERS = 2_000
_SHEETS = 1 << 20
"""Rows of a sheet, at most: those without a word count too."""
_TEXT_ROWS = 5 * ceilings.TABLE_ROWS
"""Rows of a text, at most, those without a word too."""
_SEPARATORS = ";\t,|"
_LOOKED_AT = 20
"""Lines by which it is seen what parts the columns."""
_FIRST = "sep="


def accept(subject: Subject, asked: Asked) -> Outcome:
    """Answer as for a document of one page."""
    if not subject.data:
        raise PdfEmpty
    return {"pages": 1, "encrypted": False, "layers": subject.layers}, []


def rows(subject: Subject, asked: Asked) -> Outcome:
    """All the rows that have a word, each with its line."""
    data = subject.data
    if data.startswith(_OLD) or (data.startswith(_ZIP) and not _is_workbook(data)):
        return {"other": True, "rows": [], "lines": []}, []
    if data.startswith(_ZIP):
        return _of_workbook(data), []
    return _bounded(enumerate_lines(data)), []


def _is_workbook(data: bytes) -> bool:
    """Whether it is the file of a spreadsheet, and of a bearable size."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        held = parts.infolist()
        if len(held) > _MEMBERS or sum(one.file_size for one in held) > ceilings.TABLE_UNPACKED:
            raise PdfTooHeavy
        return any(one.filename == "xl/workbook.xml" for one in held)


def _of_workbook(data: bytes) -> dict[str, Any]:
    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    shown = [one for one in book.worksheets if one.sheet_state == "visible"] or book.worksheets
    shown[0].reset_dimensions()  # what the file says of its size may be a million rows
    found = enumerate(islice(shown[0].iter_rows(values_only=True), _SHEETS), 1)
    told = _bounded((line, [_words(cell) for cell in row]) for line, row in found)
    return told | {"sheets": len(shown) - 1}


def _words(cell: object) -> str:
    """Return what a cell shows: a day as it is written here, a whole number without decimals."""
    match cell:
        case bool():
            return "oui" if cell else "non"
        case dt.datetime() | dt.date():
            return f"{cell.day:02}/{cell.month:02}/{cell.year:04}"
        case float():
            whole = cell.is_integer() and abs(cell) < 1 << 53
            return str(int(cell)) if whole else f"{cell}".replace(".", ",")
        case str() if cell.startswith("#") and cell.endswith(("!", "?", "/A")):
            return ""  # a formula that failed
        case _:
            return "" if cell is None else str(cell)


def enumerate_lines(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield each row of a text, with the line where it ends."""
    text = _decoded(data)
    if text[:4].lower() == _FIRST:  # what a spreadsheet writes for itself
        first, _, text = text.partition("\n")
        separator, before = first[4:5] or ";", 1
    else:
        separator, before = _separator(text), 0
    try:
        found = list(_read(text, separator, csv.QUOTE_MINIMAL))
    except csv.Error:  # a quote that is never closed would swallow all that follows
        found = list(_read(text, separator, csv.QUOTE_NONE))
    for line, row in found:
        yield line + before, row


def _read(text: str, separator: str, quoting: Any) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=separator, quoting=quoting, strict=True
    )
    for row in islice(reader, _TEXT_ROWS):
        yield reader.line_num, row


def _decoded(data: bytes) -> str:
    """Return the text: UTF-8 with its mark or not, UTF-16 with its mark, else as Windows writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise ValueError
    return text


def _separator(text: str) -> str:
    """Return what parts the columns: what parts most lines in as many as the first."""
    lines = [one for one in text[: 1 << 16].splitlines() if one.strip()][:_LOOKED_AT]

    def agreement(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        first = counts[0] if counts else 0
        return (sum(one == first for one in counts) if first else 0), first

    return max(_SEPARATORS, key=agreement)


def _bounded(found: Iterable[tuple[int, list[str]]]) -> dict[str, Any]:
    """Return the rows that have a word, within the ceilings."""
    kept: list[list[str]] = []
    lines: list[int] = []
    cut: list[tuple[int, int]] = []
    for line, row in found:
        while row and not row[-1].strip():
            row.pop()
        if not row:
            continue
        if len(kept) > ceilings.TABLE_ROWS or len(row) > ceilings.TABLE_COLUMNS:
            return {"long": True, "rows": [], "lines": []}
        cut += [(len(kept), n) for n, cell in enumerate(row) if len(cell) > ceilings.TABLE_CELL]
        kept.append([_whole(cell[: ceilings.TABLE_CELL]) for cell in row])
        lines.append(line)
    return {"rows": kept, "lines": lines, "cut": cut}


def _whole(cell: str) -> str:
    """Return the words of a cell; halves of signs that are none are marked."""
    return cell.encode("utf-8", "replace").decode()
