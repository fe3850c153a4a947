"""Where each letter stands, whatever the order in which PDFium reads a line."""

import ctypes
from collections import defaultdict
from functools import lru_cache
from typing import Any

import pypdfium2.raw

from desktop_app.untrusted.facts import Letter
from desktop_app.untrusted.model import Rect

pdfium: Any = pypdfium2.raw
MOST = 20_000  # letters of one box
STRIP = 16  # points: how high


def placed(texts: Any, box: Rect, along: tuple[float, float]) -> list[Letter]:
    """Return the letters that begin in a box of the PDF's own space; words run ``along``."""
    found: list[Letter] = []
    strips = _letters(texts)
    for strip in range(int(box[1] // STRIP), int(box[3] // STRIP) + 1):
        for letter, x, y in strips.get(strip, ()):
            if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                far, below = x * along[0] + y * along[1], x * along[1] - y * along[0]
                found.append(Letter(letter, round(far, 2), round(below, 2)))
    return found[:MOST]


@lru_cache(maxsize=2)  # a page and its blank
def _letters(texts: Any) -> dict[int, list[tuple[str, float, float]]]:
    """Every letter that a page draws, with where it begins on its line, by strips of the page."""
    found: dict[int, list[tuple[str, float, float]]] = defaultdict(list)
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(texts.count_chars()):
        code = pdfium.FPDFText_GetUnicode(texts, index)
        drawn = code and not pdfium.FPDFText_IsGenerated(texts, index)
        if drawn and pdfium.FPDFText_GetCharOrigin(texts, index, x, y):
            letter = "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
            found[int(y.value // STRIP)].append((letter, x.value, y.value))
    return found
