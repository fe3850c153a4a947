"""Draws a fictional letter as a PDF, and tells where each fact stands on it."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
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
    picture: bool = False
    """The head is a picture: no word of it is in the text of the PDF."""
    columns: float = 0
    """How wide one column of the body is, where it has two."""


LAYOUTS = {
    "classique": Layout((60, 60), (320, 150), (60, 150), (320, 235), (60, 280)),
    "bandeau": Layout((60, 45), (330, 130), (60, 130), (60, 230), (60, 260), band=True),
    "encadre": Layout((200, 50), (310, 140), (60, 140), (310, 225), (60, 270), box=True),
    "moderne": Layout((340, 55), (60, 130), (340, 130), (60, 220), (60, 255)),
    "tableau": Layout((60, 50), (330, 110), (60, 200), (60, 185), (60, 300), table=True),
    "colonne": Layout((60, 60), (330, 120), (60, 230), (215, 215), (215, 250), left=215),
    "deux-colonnes": Layout((60, 50), (330, 120), (60, 120), (60, 210), (60, 245), columns=225),
    "image": Layout((60, 50), (320, 140), (60, 150), (320, 230), (60, 275), picture=True),
    "trois-blocs": Layout((60, 50), (60, 130), (330, 130), (330, 50), (60, 230), left=110),
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
    _head(pen, layout, letter.head)
    for number, text in enumerate(letter.to):
        pen.line(layout.to[0], layout.to[1] + LEAD * number, text)
    _side(pen, layout, letter.side)
    pen.line(*layout.place, letter.place)
    pen.line(*layout.subject, letter.subject, bold=True, size=11)
    _body(pen, layout, letter.body.strip().split("\n"))
    canvas.setFont(pen.font, 7)
    canvas.drawString(60, 30, "Lettre imaginée pour un essai : ni personne ni bureau n’existe.")
    canvas.showPage()
    canvas.save()
    return out.getvalue(), pen.told


def _head(pen: _Pen, layout: Layout, head: Sequence[str]) -> None:
    x, y = layout.head
    if layout.picture:
        image = Image.new("L", (1400, 60 * len(head) + 20), 255)
        font = ImageFont.truetype(str(hebrew_font()), 46)
        for number, text in enumerate(head):
            ImageDraw.Draw(image).text((4, 60 * number), text, 0, font)
        high = image.height / 4
        pen.canvas.drawImage(ImageReader(image), x, HIGH - y - high + 12, image.width / 4, high)
        return
    for number, text in enumerate(head):
        first = number == 0
        pen.line(x, y + 15 * number, text, size=12 if first else 9, bold=first)


def _body(pen: _Pen, layout: Layout, paragraphs: Sequence[str]) -> None:
    """Write the paragraphs; where there are two columns, the second half in the second one."""
    top = layout.subject[1] + 30
    half = (len(paragraphs) + 1) // 2 if layout.columns else len(paragraphs)
    second = layout.right - layout.columns
    for left, right, here in (
        (
            layout.left,
            layout.left + layout.columns if layout.columns else layout.right,
            paragraphs[:half],
        ),
        (second, layout.right, paragraphs[half:]),
    ):
        y = top
        for text in here:
            y = pen.paragraph(left, right, y, text) if text.strip() else y + LEAD / 2


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
    if name == "machine":
        return "Courier", "Courier-Bold"
    if "Letters" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Letters", str(hebrew_font())))
    return "Letters", "Letters"
