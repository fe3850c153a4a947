"""What lies on a page: boxes and comments, in layers, hidden or not printed; what boxes hold.

PDFium shows a field in a layer, and over a comment, all the same: no picture tells.
"""

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2.raw

from desktop_app.core.rect import Rect

raw: Any = pypdfium2.raw

NO_COMMENT = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET)
UNSEEN = raw.FPDF_ANNOT_FLAG_INVISIBLE | raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
NEAR = 1.0  # points between a box as it was read and as PDFium gives it
LONGEST = 200  # letters of a value that are compared


def has_comments(page: Any) -> bool:
    """Whether any comment lies on a page."""
    return any(_kind(one) not in NO_COMMENT for one in annotations(page))


def has_boxes(page: Any) -> bool:
    """Whether any field's box lies on a page."""
    return any(_kind(one) == raw.FPDF_ANNOT_WIDGET for one in annotations(page))


def lies_otherwise(page: Any, blank: Any, *, flat: bool) -> bool:
    """Whether more lies on a page than on its blank: drawn by a reader, in its own order.

    On a flat one lie links only.
    """
    if not raw.FPDFPage_GetAnnotCount(page):  # as on most flat pages
        return False
    mine, theirs = _lying(page), _lying(blank)
    if flat:
        theirs = (theirs[0], 0, 0, 0)
    return any(one > other for one, other in zip(mine, theirs, strict=True))


def holds_otherwise(page: Any, blank: Any, values: Iterable[tuple[Rect, str]]) -> bool:
    """Whether a box of a page holds another value than it must: what another reader draws.

    A box that holds nothing is said to hold what the form gives it at first, on its blank too.

    Args:
        values: where a box is in the PDF's own space, and what it must hold.
    """
    held = list(_held(page)) if page.formenv else []
    for rect, wanted in values:
        near = _near(held, rect)
        if not near or _letters(wanted) in near:
            continue
        if wanted or not (blank.formenv and near == _near(list(_held(blank)), rect)):
            return True
    return False


def _near(held: Iterable[tuple[Rect, str]], rect: Rect) -> list[str]:
    return [_letters(value) for place, value in held if _apart(place, rect) < NEAR]


def annotations(page: Any) -> Iterator[Any]:
    """Each thing that lies on a page; it is let go when the next one is asked for."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        one = raw.FPDFPage_GetAnnot(page, index)
        yield one
        raw.FPDFPage_CloseAnnot(one)


def _kind(annotation: Any) -> int:
    return int(raw.FPDFAnnot_GetSubtype(annotation))


def _lying(page: Any) -> tuple[int, int, int, int]:
    """How many links a page has; and boxes and comments, in a layer, not seen or not printed."""
    links = count = layered = hidden = 0
    for one in annotations(page):
        if _kind(one) == raw.FPDF_ANNOT_LINK:
            links += 1
            continue
        flags = raw.FPDFAnnot_GetFlags(one)
        count += 1
        layered += bool(raw.FPDFAnnot_HasKey(one, b"OC"))
        hidden += bool(flags & UNSEEN) + (not flags & raw.FPDF_ANNOT_FLAG_PRINT)
    return links, count, layered, hidden


def _held(page: Any) -> Iterator[tuple[Rect, str]]:
    place = raw.FS_RECTF()
    for one in annotations(page):
        if _kind(one) == raw.FPDF_ANNOT_WIDGET and raw.FPDFAnnot_GetRect(one, place):
            size = raw.FPDFAnnot_GetFormFieldValue(page.formenv, one, None, 0)
            text = ctypes.create_string_buffer(size + 2)
            raw.FPDFAnnot_GetFormFieldValue(
                page.formenv, one, ctypes.cast(text, ctypes.POINTER(raw.FPDF_WCHAR)), size
            )
            yield (
                (place.left, place.bottom, place.right, place.top),
                text.raw[:size].decode("utf-16-le", "replace"),
            )


def _apart(one: Rect, other: Rect) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))[:LONGEST]
