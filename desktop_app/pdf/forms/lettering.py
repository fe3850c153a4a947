"""The fonts that draw answers: what they can write, how wide, how high.

Nearly every line is Latin, Greek or Cyrillic: one letter after the other, of one font. The others
are given to ``shaping.py``.
"""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from threading import Lock
from typing import Any, BinaryIO

from desktop_app.pdf.fonts import filling_font
from desktop_app.pdf.forms import shaped_font, shaping
from desktop_app.pdf.forms.reading_order import is_right_to_left
from desktop_app.pdf.library import Canvas, TTFont, pdfmetrics, rl_config

FONT = "Answers"
A4 = (595.28, 841.89)  # points
CAP_HEIGHT = 0.714  # of the letters' size, Noto Sans
VEDIC = "VEDIC "  # signs that our font has, but cannot put at their place
FORMAT_CHARACTERS = "Cf"  # invisible: direction marks, soft hyphens, joiners
LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n"}

setattr(rl_config, "useA85", 0)  # raw Flate: a third smaller  # noqa: B010
_LOADING = Lock()


@cache
def _font() -> Any:
    with _LOADING:  # a page looked at and one made for printing must share it
        if FONT not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(FONT, str(filling_font())))
    return pdfmetrics.getFont(FONT)


def prepare() -> None:
    """Load the font (about 50 ms, once per process)."""
    _font()


def new_canvas(out: BinaryIO, size: tuple[float, float] = A4) -> Any:
    """Return a reportlab canvas whose only font is ours: it would add its own, not embedded.

    The same drawing always gives the same bytes.
    """
    prepare()
    return Canvas(out, pagesize=size, pageCompression=1, invariant=1, initialFontName=FONT)


def clean(text: str) -> str:
    """Return a text as it will be written: composed letters, plain line ends, nothing invisible."""
    for end, plain in LINE_ENDS.items():
        text = text.replace(end, plain)
    text = unicodedata.normalize("NFC", text.replace("\t", " "))
    kept = shaping.joiners(text) if shaping.is_shaped(text) else frozenset()
    return "".join(
        letter
        for place, letter in enumerate(text)
        if letter == "\n"
        or place in kept
        or unicodedata.category(letter) not in (FORMAT_CHARACTERS, "Cc")
    )


def missing(text: str) -> str:
    """Return the letters that cannot be written, each once: no font of ours has them."""
    return "".join(
        dict.fromkeys(letter for letter in text if letter != "\n" and not _is_written(letter))
    )


@cache
def _is_written(letter: str) -> bool:
    if shaping.is_shaped(letter) or letter in shaping.JOINERS:
        return shaping.can_shape(letter)
    known = ord(letter) in _font().face.charToGlyph
    return known and not unicodedata.name(letter, "").startswith(VEDIC)


def width(text: str, size: float) -> float:
    """Return how wide a line is, in points."""
    if shaping.is_shaped(text):
        return sum(one.advance for one in shaping.clusters(text)) * size
    return sum(map(_advance, text)) * size


@cache
def _advance(letter: str) -> float:
    """How far a letter moves the next one, in parts of its size."""
    face = _font().face
    return float(face.charWidths.get(ord(letter), face.defaultWidth)) / 1000


def extent(texts: Iterable[str], size: float) -> tuple[float, float]:
    """Return how far the ink goes below and above the baseline, in points.

    "É" is a third higher than "E": low boxes must make room for it.
    """
    low, high = 0.0, CAP_HEIGHT / 2
    for text in texts:
        for bottom, top, _, _ in _inks(text):
            low, high = min(low, bottom), max(high, top)
    return low * size, high * size


def _inks(text: str) -> Iterator[tuple[float, float, float, float]]:
    if shaping.is_shaped(text):
        return (one.ink for line in text.split("\n") for one in shaping.clusters(line))
    return map(_ink, set(text))


def ink_spans(text: str, size: float) -> Iterator[tuple[float, float]]:
    """Yield where the ink of each letter begins and ends, from the left of the line."""
    x = 0.0
    if shaping.is_shaped(text):
        letters = [(one.ink, one.advance) for one in shaping.clusters(text)]
    else:
        letters = [(_ink(letter), _advance(letter)) for letter in text]
    for (_, _, left, right), advance in letters:
        if left < right:
            yield (x + left) * size, (x + right) * size
        x += advance


def is_joined(text: str) -> bool:
    """Whether letters of a text change their shape when a word is cut."""
    return shaping.is_shaped(text)


def cells(text: str) -> list[str]:
    """Return what is written in each cell of a comb, the leftmost first."""
    return shaping.cells(text) if shaping.is_shaped(text) else list(text)


def begins_right(text: str) -> bool:
    """Whether a line begins at the right of its box."""
    return shaping.is_shaped(text) and is_right_to_left(text)


def write(canvas: Canvas, text: Any, line: str, size: float) -> None:
    """Write a line where a text object of a canvas stands."""
    if shaping.is_shaped(line):
        text._code.append(shaped_font.shown(canvas, line, size))
        text.setFont(FONT, size)  # for the lines after
    else:
        text.textOut(line)


@cache
def _ink(letter: str) -> tuple[float, float, float, float]:
    """The bottom, top, left and right of a letter's ink, in parts of its size (table ``glyf``)."""
    face = _font().face
    glyph = face.charToGlyph.get(ord(letter))
    start, end = _offsets(glyph) if glyph is not None else (0, 0)
    if end - start < 10:
        return 0.0, 0.0, 0.0, 0.0  # a space
    _, left, bottom, right, top = struct.unpack_from(">hhhhh", _glyphs(), start)
    units = _units()
    return bottom / units, top / units, left / units, right / units


@cache
def _glyphs() -> bytes:
    return bytes(_font().face.get_table("glyf"))


@cache
def _units() -> int:
    found: int = struct.unpack_from(">H", _font().face.get_table("head"), 18)[0]
    return found


def _offsets(glyph: int) -> tuple[int, int]:
    """Where a glyph begins and ends (table ``loca``, short or long)."""
    long_form = struct.unpack_from(">h", _font().face.get_table("head"), 50)[0]
    table = _font().face.get_table("loca")
    if long_form:
        start, end = struct.unpack_from(">II", table, glyph * 4)
        return start, end
    start, end = struct.unpack_from(">HH", table, glyph * 2)
    return start * 2, end * 2
