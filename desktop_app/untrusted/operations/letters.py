"""The letters of a page and the ink of each, read by PDFium; empty squares under one name."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw

from desktop_app.untrusted.detection.sheet import Letter
from desktop_app.untrusted.detection.small_cells import is_square
from desktop_app.untrusted.operations.geometry import Seen

pdfium: Any = pypdfium2.raw

LETTERS = 60_000
# Empty squares of symbol fonts (Webdings, Wingdings), under the letters that they stand in for.
DINGBATS = frozenset("coqr\xa8\xa3\uf063\uf06f\uf071\uf072\uf0a8\uf0a3")
SYMBOLS = (b"dings", b"dingbat", b"europeanpi")  # parts of names of fonts
UNNAMED = 0x20  # below: a sign of a font cut down to what the page needs


def letters(page: Any, seen: Seen) -> Iterator[Letter]:
    """Every letter of a page, in the order of its text; spaces have no place."""
    text = page.get_textpage()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    try:
        for index in range(min(text.count_chars(), LETTERS)):
            code = pdfium.FPDFText_GetUnicode(text, index)
            sign = chr(code) if 0 < code < 0x110000 else "\ufffd"
            if sign.isspace() or pdfium.FPDFText_IsGenerated(text, index):
                yield Letter(" ", (0, 0, 0, 0))
                continue
            if not pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top):
                continue
            box = seen.rect((left.value, bottom.value, right.value, top.value))
            odd = sign in DINGBATS or (code < UNNAMED and is_square(box))
            yield Letter("☐" if odd and _is_symbol(text, index) else sign, box)
    finally:
        text.close()


def _is_symbol(text: Any, index: int) -> bool:
    name, flags = ctypes.create_string_buffer(64), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, 64, flags)
    return any(part in name.value.lower() for part in SYMBOLS)
