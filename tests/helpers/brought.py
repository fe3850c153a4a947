"""A paper that nobody here has seen, as an office might print it: drawn by us, with fields or flat.

It imitates the make of a State's form (a number, parts with bands, words beside boxes, combs,
squares) and is none: its words and its order are invented. It bears the number of a prepared form.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from tests.helpers.forms import COMB, FormPdf
from tests.helpers.paper import paper

PACK, NUMBER = "15481-rsa", "15481*07"
A4 = (595.0, 842.0)
Kind = Literal["text", "comb", "tick"]
Row = tuple[Kind, float, str, tuple[float, float, float, float], int]
"""What it is, where its words begin, the words, the box, and its cells."""

BANDS = (
    (1, 752, "1. VOUS"),
    (1, 486, "2. VOTRE LOGEMENT"),
    (2, 752, "3. VOTRE CONJOINT"),
    (2, 620, "4. VOTRE COMPTE"),
)
ONE: tuple[Row, ...] = (
    ("tick", 60, "Madame", (40, 722, 50, 732), 0),
    ("tick", 140, "Monsieur", (120, 722, 130, 732), 0),
    ("text", 40, "Nom de naissance", (200, 694, 550, 710), 0),
    ("text", 40, "Prénoms", (200, 668, 550, 684), 0),
    ("comb", 40, "Né(e) le", (200, 642, 360, 658), 8),
    ("text", 370, "Commune de naissance", (480, 642, 550, 658), 0),
    ("text", 40, "Numéro de sécurité sociale", (200, 616, 460, 632), 0),
    ("text", 40, "Numéro et nom de la voie", (200, 590, 550, 606), 0),
    ("comb", 40, "Code postal", (200, 564, 290, 580), 5),
    ("text", 310, "Localité", (370, 564, 550, 580), 0),
    ("text", 40, "Adresse mail", (200, 538, 550, 554), 0),
    ("text", 40, "Personne à prévenir", (200, 512, 550, 528), 0),
    ("text", 40, "Dans ce logement depuis le", (200, 456, 330, 472), 0),
    ("text", 40, "Montant des travaux", (200, 430, 330, 446), 0),
)
TWO: tuple[Row, ...] = (
    ("text", 40, "Nom de famille", (200, 722, 550, 738), 0),
    ("text", 40, "Prénom", (200, 696, 550, 712), 0),
    ("text", 40, "Date de naissance", (200, 670, 330, 686), 0),
    ("text", 40, "IBAN", (200, 590, 550, 606), 0),
    ("text", 40, "Fait à", (200, 540, 330, 556), 0),
    ("text", 350, "Le", (380, 540, 480, 556), 0),
)


@cache
def with_fields(number: str = NUMBER) -> bytes:
    """Return the paper with fields, each named as tools name them."""
    form = FormPdf(
        lambda canvas: _page(canvas, 1, ONE, number),
        lambda canvas: _page(canvas, 2, TWO, number),
        size=A4,
    )
    count = 0
    for page, rows in ((1, ONE), (2, TWO)):
        for kind, _, _words, box, cells in rows:
            count += 1
            if kind == "tick":
                form.tick(f"Case{count}", box, page)
            else:
                entries = {"MaxLen": cells, "Ff": COMB} if kind == "comb" else {}
                form.text(f"Texte{count}", box, page, **entries)
    return form.data()


@cache
def flat(number: str = NUMBER) -> bytes:
    """Return the same paper without a field: its boxes are only drawn."""
    return paper(
        lambda canvas: _page(canvas, 1, ONE, number, drawn=True),
        lambda canvas: _page(canvas, 2, TWO, number, drawn=True),
        size=A4,
    )


def _page(
    canvas: Canvas, page: int, rows: tuple[Row, ...], number: str, *, drawn: bool = False
) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(470, 812, f"N° {number}" if number else "")
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(40, 790, "DEMANDE (papier imaginé pour un essai)")
    for _, y, title in (one for one in BANDS if one[0] == page):
        canvas.setFillGray(0.85)
        canvas.rect(36, y - 5, 523, 17, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(40, y, title)
    canvas.setFont("Helvetica", 9)
    for _kind, x, words, box, cells in rows:
        canvas.drawString(x, box[1] + 4, words)
        if drawn:
            for x0, y0, x1, y1 in _cells(box, cells):
                canvas.rect(x0, y0, x1 - x0, y1 - y0)


def _cells(box: tuple[float, float, float, float], cells: int) -> Iterator[tuple[float, ...]]:
    x0, y0, x1, y1 = box
    wide = (x1 - x0) / max(cells, 1)
    for n in range(max(cells, 1)):
        yield x0 + n * wide, y0, x0 + (n + 1) * wide, y1
