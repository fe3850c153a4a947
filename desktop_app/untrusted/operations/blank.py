"""Pages drawn and read by PDFium; those of the blank are kept."""

import math
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageChops

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.operations import lying, whole
from desktop_app.untrusted.operations.changes import Drawn
from desktop_app.untrusted.operations.subject import Subject
from desktop_app.untrusted.operations.whole import raw

SCALE = 1.5  # pixels a point
COARSE = 0.75  # of a page of ours, or one on which nothing is asked: it is only compared
SMALL = 0.5  # where colours are compared
AS_SHOWN = raw.FPDF_GRAYSCALE | raw.FPDF_ANNOT
KEPT_PAGES = 50  # of the blank, drawn and read: about 3 MB each


def open_pdf(data: bytes, password: str) -> Any:
    """Open a document."""
    document: Any = pdfium.PdfDocument
    return document(data, password=password or None)


def draw(
    page: Any,
    *,
    forms: bool,
    comments: bool = False,
    printed: bool = False,
    finest: float = SCALE,
) -> Drawn:
    """A page in grey: with its boxes, its comments, as it is printed; and its pixels a point."""
    scale = _scale(page, finest)
    bitmap = page.render(
        scale=scale,
        grayscale=True,
        may_draw_forms=forms,
        draw_annots=forms or comments,
        extra_flags=raw.FPDF_PRINTING if printed else 0,
    )
    return bitmap.to_pil(), scale  # of the bitmap's own pixels, which it keeps


def draw_in_colour(page: Any, drawing: Any = None, *, forms: bool) -> Image.Image:
    """A page as it is shown, small, with a page of our drawing over it."""
    bitmap = page.render(scale=_scale(page, SMALL), may_draw_forms=forms, draw_annots=True)
    if drawing is not None:
        raw.FPDF_RenderPageBitmap(bitmap, drawing, 0, 0, bitmap.width, bitmap.height, 0, 0)
    picture: Image.Image = bitmap.to_pil()
    return picture


def _scale(page: Any, finest: float) -> float:
    width, height = page.get_size()
    return float(min(finest, math.sqrt(ceilings.PIXELS_A_PAGE / max(1.0, width * height))))


def shown_of(
    subject: Subject, number: int, *, forms: bool, comments: bool = False, finest: float = SCALE
) -> Drawn:
    """A page of the blank: with its boxes and comments, with its comments, or without both.

    Each is drawn over the one before: the same pixels, for a tenth of the time.
    """
    drawn: dict[tuple[int, bool, bool, float], Drawn] = subject.kept["drawn"]
    asked = number, forms, comments or forms, finest
    if asked in drawn:
        return drawn[asked]
    page = page_of(subject, number)
    found = before = None
    if forms:
        before = shown_of(subject, number, forms=False, comments=True, finest=finest)
        found = _with_boxes(page, before) if lying.has_boxes(page) else before
    elif comments and not lying.has_comments(page):
        found = shown_of(subject, number, forms=False, finest=finest)
    elif comments:
        before = shown_of(subject, number, forms=False, finest=finest)
    found = found or draw(page, forms=False, comments=comments, finest=finest)
    if before and not ImageChops.difference(found[0], before[0]).getbbox():
        found = before  # nothing more shows: compared once
    if len(drawn) < 2 * KEPT_PAGES:
        drawn[asked] = found
    return found


def _with_boxes(page: Any, before: Drawn) -> Drawn:
    """The boxes of a page over its picture; those of a file without a form are drawn with it."""
    if not page.formenv:
        return draw(page, forms=True, finest=before[1])

    def paint(bitmap: Any, wide: int, high: int) -> None:
        raw.FPDF_FFLDraw(page.formenv, bitmap, page, 0, 0, wide, high, 0, AS_SHOWN)

    return whole.over(before[0], paint), before[1]


def page_of(subject: Subject, number: int) -> Any:
    """A page of the blank (from 1)."""
    pages = subject.kept["pages"]
    if number not in pages:
        if len(pages) >= KEPT_PAGES:
            _let_go(subject, next(iter(pages)))
        pages[number] = subject.kept["blank"][number - 1]
    return pages[number]


def words_of(subject: Subject, number: int) -> Any:
    """The words of a page of the blank."""
    words = subject.kept["words"]
    if number not in words:
        words[number] = page_of(subject, number).get_textpage()
    return words[number]


def _let_go(subject: Subject, number: int) -> None:
    if number in subject.kept["words"]:
        subject.kept["words"].pop(number).close()
    subject.kept["pages"].pop(number).close()
