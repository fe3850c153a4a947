"""Reads a finished PDF back with PDFium: what is where, in millimetres from the top left."""

from dataclasses import dataclass
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

MM = 25.4 / 72


@dataclass(frozen=True)
class Box:
    """A rectangle of the page: left, top, right, bottom in millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    def inside(self, outer: "Box", slack: float = 0.05) -> bool:
        return (
            self.left >= outer.left - slack
            and self.top >= outer.top - slack
            and self.right <= outer.right + slack
            and self.bottom <= outer.bottom + slack
        )

    def touches(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and self.right > other.left
            and self.top < other.bottom
            and self.bottom > other.top
        )


@dataclass(frozen=True)
class Char:
    """One printed character; its box is that of the drawing itself, its size is in points."""

    text: str
    box: Box
    size: float


@dataclass(frozen=True)
class PrintedPage:
    """The words of a page, its characters (no spaces), its drawn lines and its pictures."""

    text: str
    chars: tuple[Char, ...]
    paths: tuple[Box, ...]
    pictures: tuple[Box, ...] = ()

    def lines(self, area: Box) -> list[str]:
        """Return the lines wholly printed in an area, from top to bottom, without spaces."""
        inside = sorted(
            (char for char in self.chars if char.box.inside(area)),
            key=lambda char: round((char.box.top + char.box.bottom) / 2 / 4.0),
        )
        rows = groupby(inside, key=lambda char: round((char.box.top + char.box.bottom) / 2 / 4.0))
        return ["".join(char.text for char in row) for _, row in rows]


def printed_pages(data: bytes) -> list[PrintedPage]:
    """Open a PDF and read every page."""
    with pypdfium2.PdfDocument(data) as document:
        return [_printed(page) for page in document]


def _printed(page: pypdfium2.PdfPage) -> PrintedPage:
    height = page.get_height()
    words = page.get_textpage()
    text = words.get_text_range()
    chars = []
    for index in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words, index)
        if code and not chr(code).isspace() and not raw.FPDFText_IsGenerated(words, index):
            size = raw.FPDFText_GetFontSize(words, index)
            chars.append(Char(chr(code), _box(words.get_charbox(index), height), size))

    def drawn(kind: int) -> tuple[Box, ...]:
        return tuple(_box(one.get_bounds(), height) for one in page.get_objects(filter=[kind]))

    paths, pictures = drawn(raw.FPDF_PAGEOBJ_PATH), drawn(raw.FPDF_PAGEOBJ_IMAGE)
    return PrintedPage(text, tuple(chars), paths, pictures)


def _box(bounds: tuple[float, float, float, float], height: float) -> Box:
    left, bottom, right, top = bounds
    return Box(left * MM, (height - top) * MM, right * MM, (height - bottom) * MM)
