"""Draws a fictional letter as a PDF, and tells where each fact stands on it."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desktop_app.core.rect import Rect
from desktop_app.pdf.fonts import hebrew_font
from tests.received.letters import Letter, Marked, marked

WIDE, HIGH = 595.0, 842.0
SIZE, LEAD = 10.5, 14.0


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of a letter, as it is written, and its boxes on the page."""

    fact: str
    text: str
    boxes: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a letter stand: x, and y from the top, in points."""

    head: tuple[float, float]
    to: tuple[float, float]
    side: tuple[float, float]
    place: tuple[float, float]
    subject: tuple[float, float]
    left: float = 60
    right: float = 535
    table: bool = False
    band: bool = False
    box: bool = False


LAYOUTS = {
    "classique": Layout((60, 60), (320, 150), (60, 150), (320, 235), (60, 280)),
    "bandeau": Layout((60, 45), (330, 130), (60, 130), (60, 230), (60, 260), band=True),
    "encadre": Layout((200, 50), (310, 140), (60, 140), (310, 225), (60, 270), box=True),
    "moderne": Layout((340, 55), (60, 130), (340, 130), (60, 220), (60, 255)),
    "tableau": Layout((60, 50), (330, 110), (60, 200), (60, 185), (60, 300), table=True),
    "colonne": Layout((60, 60), (330, 120), (60, 230), (215, 215), (215, 250), left=215),
}


@dataclass
class _Pen:
    """Writes lines, and remembers where marked words stand."""

    canvas: Canvas
    font: str
    bold: str
    told: list[Told] = field(default_factory=list)

    def line(
        self, x: float, y: float, text: str, *, size: float = SIZE, bold: bool = False
    ) -> None:
        self.words(x, y, list(_words(text)), size=size, bold=bold)

    def words(
        self, x: float, y: float, words: Sequence[Marked], *, size: float = SIZE, bold: bool = False
    ) -> None:
        """Write words on one line, whose foot is ``y`` from the top."""
        font = self.bold if bold else self.font
        foot = HIGH - y
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, foot, " ".join(word.text for word in words))
        at = x
        for word in words:
            wide = pdfmetrics.stringWidth(word.text, font, size)
            if word.fact:
                box = (at, foot - 0.2 * size, at + wide, foot + 0.75 * size)
                self._tell(word, box)
            at += wide + pdfmetrics.stringWidth(" ", font, size)

    def paragraph(self, left: float, right: float, y: float, text: str) -> float:
        """Write a paragraph, cut between words; returns where the next one begins."""
        line: list[Marked] = []
        for word in _words(text):
            wide = pdfmetrics.stringWidth(
                " ".join(one.text for one in [*line, word]), self.font, SIZE
            )
            if line and wide > right - left:
                self.words(left, y, line)
                line, y = [], y + LEAD
            line.append(word)
        self.words(left, y, line)
        return y + LEAD

    def _tell(self, word: Marked, box: Rect) -> None:
        name, _, text = word.fact.partition("|")
        last = self.told[-1] if self.told else None
        if last and (last.fact, last.text) == (name, text) and last.boxes:
            self.told[-1] = Told(name, text, (*last.boxes, box))
        else:
            self.told.append(Told(name, text, (box,)))


def draw(letter: Letter) -> tuple[bytes, list[Told]]:
    """Return the PDF of a letter, and what stands where."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDE, HIGH), invariant=True)
    pen = _Pen(canvas, *_fonts(letter.font))
    layout = LAYOUTS[letter.layout]
    if layout.band:
        canvas.setFillColor(HexColor("#dce6f2"))
        canvas.rect(0, HIGH - 95, WIDE, 95, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#101010"))
    for number, text in enumerate(letter.head):
        first = number == 0
        pen.line(
            layout.head[0], layout.head[1] + 15 * number, text, size=12 if first else 9, bold=first
        )
    for number, text in enumerate(letter.to):
        pen.line(layout.to[0], layout.to[1] + LEAD * number, text)
    _side(pen, layout, letter.side)
    pen.line(*layout.place, letter.place)
    pen.line(*layout.subject, letter.subject, bold=True, size=11)
    y = layout.subject[1] + 30
    for text in letter.body.strip().split("\n"):
        y = pen.paragraph(layout.left, layout.right, y, text) if text.strip() else y + LEAD / 2
    canvas.setFont(pen.font, 7)
    canvas.drawString(60, 30, "Lettre imaginée pour un essai : ni personne ni bureau n’existe.")
    canvas.showPage()
    canvas.save()
    return out.getvalue(), pen.told


def _side(pen: _Pen, layout: Layout, side: Sequence[str]) -> None:
    x, y = layout.side
    rows = [text for text in side if text]
    if layout.box and rows:
        pen.canvas.rect(x - 6, HIGH - y - 17 * (len(rows) - 1) - 8, 225, 17 * len(rows) + 4)
    for number, text in enumerate(side):
        foot = y + 17 * number
        if layout.table:
            pen.canvas.line(x, HIGH - foot - 5, 535, HIGH - foot - 5)
            label, _, value = text.partition(" | ")
            pen.line(x, foot, label)
            pen.line(x + 170, foot, value, bold=True)
        else:
            pen.line(x, foot, text, size=9.5)


def _words(text: str) -> Iterator[Marked]:
    """Yield the words of a text; a sign that touches a marked word goes with it."""
    found: list[Marked] = []
    for part in marked(text):
        fact = f"{part.fact}|{part.text}" if part.fact else ""
        for number, word in enumerate(part.text.split()):
            touches = number == 0 and found and not fact and not part.text[0].isspace()
            if touches:
                found[-1] = Marked(found[-1].text + word, found[-1].fact)
            else:
                found.append(Marked(word, fact))
    yield from found


@cache
def _fonts(name: str) -> tuple[str, str]:
    if name == "serif":
        return "Times-Roman", "Times-Bold"
    if "Letters" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Letters", str(hebrew_font())))
    return "Letters", "Letters"
