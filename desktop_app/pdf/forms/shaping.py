"""Letters whose shape and order depend on their neighbours: Arabic, Hebrew, Devanagari.

A line that has such letters is drawn whole here: cut into runs, each shaped by HarfBuzz with the
font of its script. HarfBuzz is loaded the first time that such a letter is met, never before.
All measures are parts of the letters' size.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from desktop_app.core.rect import Rect
from desktop_app.pdf.fonts import arabic_font, filling_font, hebrew_font
from desktop_app.pdf.forms.reading_order import runs

ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
HEBREW = "\u0591-\u05f4\ufb1d-\ufb4f"
DEVANAGARI = "\u0900-\u097f\ua8e0-\ua8ff"
MARKS = "\u200e\u200f"  # invisible, before a line: from left to right, from right to left
SHAPED = re.compile(f"[{ARABIC}{HEBREW}{DEVANAGARI}{MARKS}]")
JOINERS = "\u200c\u200d"  # zero width: they keep two letters apart, or join them
JOINING = re.compile(f"(?<=[{ARABIC}{DEVANAGARI}])[{JOINERS}]+(?=[{ARABIC}{DEVANAGARI}])")
FACES = (("Arabic", re.compile(f"[{ARABIC}]")), ("Hebrew", re.compile(f"[{HEBREW}]")))
OTHERS = "Latin"  # and Greek, Cyrillic, Devanagari
PLAIN = {"kern": False, "liga": False}  # Latin letters as they are in every other box
MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Signs drawn together: a letter with its marks, or several letters in one.

    Attributes:
        face: whose glyphs they are.
        text: the letters, in the order in which they are read.
        parts: the number of each glyph, and how far it is moved right and up (font units).
        advance: how far it moves the next one.
        ink: bottom, top, left and right of its ink; all 0 for a space.
        backwards: it is read from right to left.
    """

    face: str
    text: str
    parts: tuple[tuple[int, int, int], ...]
    advance: float
    ink: Rect
    backwards: bool


def is_shaped(text: str) -> bool:
    """Whether a text has letters that cannot be drawn one after the other."""
    return not text.isascii() and SHAPED.search(text) is not None


def joiners(text: str) -> frozenset[int]:
    """Where the joiners are that change the shape of the letters around them."""
    return frozenset(place for found in JOINING.finditer(text) for place in range(*found.span()))


def can_shape(letter: str) -> bool:
    """Whether one of the fonts of these letters has this one."""
    if letter in JOINERS:
        return True
    return SHAPED.match(letter) is not None and ord(letter) in _letters(face_of(letter))


@lru_cache(maxsize=2048)
def clusters(line: str) -> tuple[Cluster, ...]:
    """Return what a line is made of, as it stands on paper, the leftmost first."""
    found: list[Cluster] = []
    for text, backwards in runs(line):
        stretches = list(_stretches(text))
        for face, part in reversed(stretches) if backwards else stretches:
            found += _shape(face, part, backwards=backwards)
    return tuple(one for one in found if one.text not in MARKS)


def cells(text: str) -> list[str]:
    """Cut a text into letters with their marks, as they stand on paper, the leftmost first."""
    found: list[str] = []
    for run, backwards in runs(text):
        letters: list[str] = []
        for letter in run:
            if letters and unicodedata.category(letter) in ("Mn", "Mc", "Cf"):
                letters[-1] += letter
            else:
                letters.append(letter.translate(MIRRORED) if backwards else letter)
        found += reversed(letters) if backwards else letters
    return found


def face_of(letter: str) -> str:
    """The name of the font for a letter."""
    return next((name for name, letters in FACES if letters.match(letter)), OTHERS)


def _stretches(text: str) -> Iterator[tuple[str, str]]:
    """The stretches of a run that have one font; marks and joiners have that of their letter."""
    faces: list[str] = []
    for letter in text:
        follows = faces and unicodedata.category(letter) in ("Mn", "Cf")
        faces.append(faces[-1] if follows else face_of(letter))
    start = 0
    for face, same in groupby(faces):
        end = start + len(list(same))
        yield face, text[start:end]
        start = end


def _shape(face: str, text: str, *, backwards: bool) -> Iterator[Cluster]:
    library, font = harfbuzz(), hb_font(face)
    buffer = library.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    library.shape(font, buffer, PLAIN if face == OTHERS and not is_shaped(text) else {})
    glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, some in groupby(glyphs, key=lambda one: int(one[0].cluster)):
        letters = text[start : ends[start]]
        shown = letters.translate(MIRRORED) if backwards else letters
        yield _cluster(face, shown, list(some), backwards=backwards)


def _cluster(
    face: str, text: str, glyphs: Sequence[tuple[Any, Any]], *, backwards: bool
) -> Cluster:
    font, x = hb_font(face), 0
    units = font.face.upem
    parts, boxes = [], []
    for info, place in glyphs:
        right, up = x + place.x_offset, place.y_offset
        x += place.x_advance
        extents = font.get_glyph_extents(info.codepoint)
        if extents is not None and extents.width:
            left, top = right + extents.x_bearing, up + extents.y_bearing
            boxes.append((top + extents.height, top, left, left + extents.width))
            parts.append((info.codepoint, right, up))
    ink: Rect = (0.0, 0.0, 0.0, 0.0)
    if boxes:
        lows, tops, lefts, rights = zip(*boxes, strict=True)
        ink = min(lows) / units, max(tops) / units, min(lefts) / units, max(rights) / units
    return Cluster(face, text, tuple(parts), x / units, ink, backwards)


def harfbuzz() -> Any:
    """The shaper, loaded when it is first needed."""
    import uharfbuzz

    return uharfbuzz


@cache
def hb_font(face: str) -> Any:
    """Return a font as HarfBuzz has it (a variable font's regular default)."""
    library = harfbuzz()
    path = {"Arabic": arabic_font, "Hebrew": hebrew_font, OTHERS: filling_font}[face]()
    return library.Font(library.Face(library.Blob.from_file_path(str(path))))


@cache
def _letters(face: str) -> frozenset[int]:
    return frozenset(hb_font(face).face.unicodes)
