"""A list from elsewhere is read in a child: what it says, and nothing of what it hides."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from desktop_app.core.errors import AppError
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.tables import read_table

TEXTS = {
    "semicolons, UTF-8": "Nom;Né\nÉlodie;14/03/1982\n".encode(),
    "its mark": "\ufeffNom,Né\r\nÉlodie,14/03/1982\r\n".encode(),
    "Windows": "Nom;Né\r\nÉlodie;14/03/1982\r\n".encode("cp1252"),
    "UTF-16": "Nom\tNé\nÉlodie\t14/03/1982\n".encode("utf-16"),
    "a line for spreadsheets": b"sep=,\r\nNom,N\xc3\xa9\r\n\xc3\x89lodie,14/03/1982\r\n",
    "quotes": '"Nom";"Né"\n"Élodie";"14/03/1982"\n'.encode(),
    "empty lines and columns": "Nom;Né;;\n;;;\n\nÉlodie;14/03/1982;;\n".encode(),
}


def workbook(fill: Callable[[openpyxl.Workbook], object]) -> bytes:
    """Return the file of a spreadsheet."""
    book, made = openpyxl.Workbook(), io.BytesIO()
    fill(book)
    book.save(made)
    return made.getvalue()


def rewritten(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the file with one of its parts changed, or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return made.getvalue()


@pytest.mark.parametrize("data", TEXTS.values(), ids=list(TEXTS))
def test_a_text_is_read_however_it_is_written(data: bytes) -> None:
    table = read_table(data)
    assert (table.head, table.rows) == (("Nom", "Né"), (("Élodie", "14/03/1982"),))


def test_lines_are_those_of_the_file() -> None:
    table = read_table(b'Nom;Mot\nA;"deux\nlignes"\n\nB;x\n')
    assert table.rows == (("A", "deux\nlignes"), ("B", "x"))
    assert table.lines == (3, 5)  # where each ends


def test_a_quote_never_closed_swallows_nothing() -> None:
    assert len(read_table(b'Nom;Mot\n"A;1\nB;2\nC;3\n').rows) == 3


def test_a_spreadsheet_says_what_one_sees() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        sheet.append(["Nom", "Né", "Téléphone", "NIR", "Seul", "Somme"])
        day = dt.date(1982, 3, 14)
        sheet.append(["Élodie", day, 612345678, 190117500412312.0, True, 12.5])
        sheet["A9"] = "Plus bas"
        book.create_sheet("Autre").append(["caché"])

    table = read_table(workbook(fill))
    told = ("Élodie", "14/03/1982", "612345678", "190117500412312", "oui", "12,5")
    assert table.rows == (told, ("Plus bas", "", "", "", "", ""))
    assert (table.lines, table.sheets) == ((2, 9), 1)


def test_a_formula_is_not_computed_nor_a_link_followed() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        for row in (["Nom", "Mot"], ["A", "=1+1"], ["B", "='[http://exemple.fr/x.xlsx]F'!A1"]):
            book.active.append(row)
        book.active["A2"].hyperlink = "http://exemple.fr/"

    assert read_table(workbook(fill)).rows == (("A", ""), ("B", ""))


def test_a_long_cell_is_cut_and_said() -> None:
    table = read_table(b"Nom;Mot\nA;" + b"x" * 5_000 + b"\n")
    assert len(table.rows[0][1]) == ceilings.TABLE_CELL
    assert table.cut == {(0, 1)}


def lying_dimension() -> bytes:
    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["Nom", "Mot"])
        book.active["A1048576"] = "Au fond"

    return rewritten(
        workbook(fill),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"A1:B1048576", b"A1:XFD1048576"),
    )


def test_a_sheet_that_says_it_is_huge_is_read_by_what_it_holds() -> None:
    table = read_table(lying_dimension())
    assert (table.rows, table.lines) == ((("Au fond", ""),), (1_048_576,))


def unpacking() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b"<workbook/>")
        for n in range(3):
            parts.writestr(f"xl/worksheets/sheet{n}.xml", bytes(100 << 20))
    return made.getvalue()


def entities() -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{levels}]><worksheet>&a9;</worksheet>'.encode()
    data = workbook(lambda book: book.active.append(["Nom"]))
    return rewritten(data, "xl/worksheets/sheet1.xml", lambda _xml: bomb)


REFUSED = {
    "nothing": (b"", "table-empty"),
    "names of columns alone": (b"Nom;Mot\n", "table-empty"),
    "a cut spreadsheet": (workbook(lambda book: None)[:-200], "table-unreadable"),
    "zeros": (bytes(1000), "table-unreadable"),
    "a spreadsheet of before": (b"\xd0\xcf\x11\xe0" + bytes(600), "table-other-kind"),
    "another zip": (unpacking().replace(b"workbook", b"WORKBOOK"), "table-too-heavy"),
    "a zip bomb": (unpacking(), "table-too-heavy"),
    "entities that grow": (entities(), "table-unreadable"),
    "too many lines": (b"a;b\n" * (ceilings.TABLE_ROWS + 2), "table-too-long"),
    "a million lines": (b"a;b\n" * 1_000_000, "table-too-long"),
    "too many columns": (b"a;" * 500 + b"\nb", "table-too-long"),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=list(REFUSED))
def test_what_cannot_be_read_is_refused_and_said(data: bytes, code: str) -> None:
    with pytest.raises(AppError) as refused:
        read_table(data)
    assert refused.value.code == code
