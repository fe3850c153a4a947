"""Each letter of a page with the box of its own outline, as PDFium reads it."""

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, the tight box of its outline and where it begins, in the page's own space."""

    text: str
    box: Rect
    at: tuple[float, float] = (0.0, 0.0)


def letters(data: bytes, pages: Iterable[int], *, fields: bool) -> dict[int, list[Letter]]:
    """The letters of some pages (from 1); ``fields`` first puts what fields show on the page."""
    document: Any = pdfium.PdfDocument(data)
    if fields:
        document.init_forms()
    found = {}
    for number in sorted(set(pages)):
        page = document[number - 1]
        if fields:
            page.flatten()
            page.close()
            page = document[number - 1]
        words = page.get_textpage()
        found[number] = list(_letters(words))
        words.close()
        page.close()
    document.close()
    return found


def _letters(words: Any) -> Iterable[Letter]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for place in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words.raw, place)
        if code and not chr(code).isspace() and not raw.FPDFText_IsGenerated(words.raw, place):
            left, bottom, right, top = words.get_charbox(place)
            raw.FPDFText_GetCharOrigin(words.raw, place, x, y)
            yield Letter(chr(code), (left, bottom, right, top), (x.value, y.value))
