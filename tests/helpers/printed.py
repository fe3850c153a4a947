"""What a flat blank has printed, read with PDFium: squares, cells, rows of underscores.

Pages are read as they are seen: one that lies across is turned first.
"""

import ctypes
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

Rect = tuple[float, float, float, float]
WEBDINGS_SQUARE = "\uf063"  # an empty square to tick, on some flat forms
PATH, MOVE = 2, 2  # FPDF_PAGEOBJ_PATH, FPDF_SEGMENT_MOVETO


def drawn(blank: Path, page: int) -> list[Rect]:
    """Return the bounds of each stroke of a page (left, bottom, right, top), in points.

    One path often draws a whole row of cells: each of its strokes is one here.
    """
    with pdfium.PdfDocument(blank) as document:
        shown = document[page - 1]
        paths = [one for one in shown.get_objects() if one.type == PATH]
        found = _as_seen([rect for path in paths for rect in _strokes(path)], shown)
        shown.close()
    return found


def _strokes(path: Any) -> list[Rect]:
    a, b, c, d, e, f = path.get_matrix().get()
    strokes: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(pdfium_c.FPDFPath_CountSegments(path.raw)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path.raw, number)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium_c.FPDFPathSegment_GetType(segment) == MOVE or not strokes:
            strokes.append([])
        point = a * x.value + c * y.value + e, b * x.value + d * y.value + f
        strokes[-1].append(point)
    return [
        (
            min(x for x, _ in one),
            min(y for _, y in one),
            max(x for x, _ in one),
            max(y for _, y in one),
        )
        for one in strokes
    ]


def underscores(blank: Path, page: int) -> list[Rect]:
    """Return where each underscore of a page stands."""
    return signs(blank, page, "_")


def signs(blank: Path, page: int, which: str) -> list[Rect]:
    """Return where each sign of a page that is one of these stands.

    Squares and cells are often signs of a font of the form's own, without a name: "\\x02".
    """
    with pdfium.PdfDocument(blank) as document:
        shown = document[page - 1]
        words = shown.get_textpage()
        codes = {ord(sign) for sign in which}
        boxes = [
            words.get_charbox(place)
            for place in range(words.count_chars())
            if pdfium_c.FPDFText_GetUnicode(words.raw, place) in codes
        ]
        found = _as_seen(boxes, shown)
        words.close()
        shown.close()
    return found


def _as_seen(rects: list[Rect], page: Any) -> list[Rect]:
    """Turn the rectangles of a page that lies across (turned by 270 degrees)."""
    if page.get_rotation() != 270:
        return rects
    width = page.get_width()
    return [(width - top, left, width - low, right) for left, low, right, top in rects]


def middle(rect: Rect) -> tuple[float, float]:
    """Return the middle of a rectangle."""
    return (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
