"""A PDF with fields as flat pages that look the same, and the places of its fields as the truth.

Kept: the looks of fields as they are when nothing is filled (frames, grounds, cells). Taken out:
fields, values, ticks, and buttons with their looks (paper has none). No truth: what is hidden, lies
outside its page, is smaller than 3 points, or is the same place a second time. Excused (neither
missed nor wrong): frames to sign in and places which the form itself fills. Fields of one letter
that follow each other closely are one comb.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import pikepdf

from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, area, around, height, shared, shared_area, width
from desktop_app.untrusted.operations.geometry import box_of, number, seen
from tests.corpus.boxes.looks import empty_look

Kind = Literal["text", "comb", "tick"]
HIDDEN, NO_VIEW = 1 << 1, 1 << 5  # of an annotation
READ_ONLY = 1 << 0  # of a field
MULTI_LINE, PASSWORD, FILE, COMB = 1 << 12, 1 << 13, 1 << 20, 1 << 24  # of a text field
PUSH_BUTTON = 1 << 16
SMALLEST = 3.0  # points
VISIBLE = 0.5  # of a field: less on its page is nowhere
ROW = 3.0  # points by which letters of one comb may stand higher or lower
MANY, NARROW, CELL = 4, 0.95, 18.0  # fields; of a height; points: as narrow as a letter
CELLS_DIFFER, CELLS_APART = 0.25, 1.6  # of a cell's width
SAME = 0.8  # of two fields together: one place
DEPTH = 32


@dataclass(frozen=True, slots=True)
class Box:
    """One place to write on, in points of the page as seen; ``cells`` of a comb."""

    kind: Kind
    rect: Rect
    cells: int = 0
    excused: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """One page: its size as seen and its places."""

    width: float
    height: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Flat:
    """A file without fields, and the truth of each of its pages."""

    data: bytes
    pages: tuple[Labelled, ...]

    @property
    def count(self) -> int:
        """How many places can be found."""
        return sum(not box.excused for page in self.pages for box in page.boxes)


def flatten(data: bytes) -> Flat:
    """Make a form flat.

    Raises:
        pikepdf.PdfError: the file cannot be read, or asks for a password.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        again = bool(_form(pdf).get("/NeedAppearances", False))
        pages = tuple(_page(pdf, page.obj, again=again) for page in pdf.pages)
        if "/AcroForm" in pdf.Root:
            pdf.Root.AcroForm.NeedAppearances = False
        pdf.flatten_annotations("all")
        for page in pdf.pages:
            if "/Annots" in page.obj:
                del page.obj["/Annots"]
        if "/AcroForm" in pdf.Root:
            del pdf.Root["/AcroForm"]
        out = io.BytesIO()
        pdf.save(out)
        return Flat(out.getvalue(), pages)


def _form(pdf: pikepdf.Pdf) -> Any:
    form = pdf.Root.get("/AcroForm")
    return form if isinstance(form, pikepdf.Dictionary) else pikepdf.Dictionary()


def _page(pdf: pikepdf.Pdf, page: Any, *, again: bool) -> Labelled:
    """Empty the looks of the fields of a page, and return where they are."""
    boxes: list[Box] = []
    kept = []
    for widget in _annotations(page):
        if widget.get("/Subtype") != "/Widget":
            kept += [widget] if widget.get("/Subtype") not in ("/Link", "/Popup") else []
            continue
        box = _box(widget, page)
        if box is None or _is_button(widget):
            continue
        look = empty_look(pdf, widget, _kind_of(widget), box.cells, again=again)
        if look is not None:
            widget.AP = pikepdf.Dictionary(N=look)
            kept.append(widget)
        if not any(_same(box, other) for other in boxes):
            boxes.append(box)
    if "/Annots" in page:
        page.Annots = pikepdf.Array(kept)
    size = seen(page).page()
    return Labelled(size.width, size.height, tuple(_combs(boxes)))


def _combs(boxes: Sequence[Box]) -> list[Box]:
    """Join fields of one letter."""
    found = [box for box in boxes if not _is_letter(box)]
    letters = (box for box in boxes if _is_letter(box))
    read = sorted(letters, key=lambda one: (round(one.rect[1]), one.rect[0]))
    for run in grouped(read, lambda run, one: _follows(run[-1], one)):
        if len(run) < (2 if all(box.cells for box in run) else MANY):
            found += [replace(box, cells=0) for box in run]
        else:
            rect = around(box.rect for box in run)
            found.append(Box("comb", rect, len(run), all(box.excused for box in run)))
    return found


def _is_letter(box: Box) -> bool:
    """Whether one letter is to stand there: the file says it, or the shape does."""
    return box.cells == 1 or (
        box.kind == "text" and width(box.rect) <= min(NARROW * height(box.rect), CELL)
    )


def _follows(one: Box, other: Box) -> bool:
    """Tell whether a letter is of one comb with the one before it.

    Not the rule by which the program joins cells: what it finds is measured by this.
    """
    wide, gap = width(one.rect), other.rect[0] - one.rect[2]
    return (
        abs(one.rect[1] - other.rect[1]) < ROW
        and abs(width(other.rect) - wide) < CELLS_DIFFER * wide
        and -ROW < gap < CELLS_APART * wide
    )


def _annotations(page: Any) -> Iterator[Any]:
    found = page.get("/Annots")
    if isinstance(found, pikepdf.Array):
        yield from (one for one in found if isinstance(one, pikepdf.Dictionary))


def _box(widget: Any, page: Any) -> Box | None:
    """Where a field stands and what it is; None when nobody sees it."""
    rect = box_of(widget.get("/Rect"))
    kind = _kind_of(widget)
    if rect is None or not kind or int(number(widget.get("/F"))) & (HIDDEN | NO_VIEW):
        return None
    space = seen(page)
    size = space.page()
    full = space.rect(rect)
    found = shared(full, (0.0, 0.0, size.width, size.height))
    if min(width(found), height(found)) < SMALLEST or area(found) < VISIBLE * area(full):
        return None
    flags = int(number(_inherited(widget, "/Ff")))
    if kind == "/Btn":
        return Box("tick", found, excused=bool(flags & READ_ONLY))
    excused = kind == "/Sig" or bool(flags & READ_ONLY)
    cells = int(number(_inherited(widget, "/MaxLen")))
    if kind == "/Tx" and flags & COMB and not flags & (MULTI_LINE | PASSWORD | FILE) and cells > 1:
        return replace(Box("comb", found, cells), excused=excused)
    return Box("text", found, cells=1 if kind == "/Tx" and cells == 1 else 0, excused=excused)


def _kind_of(widget: Any) -> str:
    return str(_inherited(widget, "/FT") or "")


def _is_button(widget: Any) -> bool:
    flags = int(number(_inherited(widget, "/Ff")))
    return _kind_of(widget) == "/Btn" and bool(flags & PUSH_BUTTON)


def _inherited(widget: Any, key: str) -> Any:
    node = widget
    for _ in range(DEPTH):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None


def _same(one: Box, other: Box) -> bool:
    """Whether two fields are one place; a square in a line is not that line."""
    together = shared_area(one.rect, other.rect)
    whole = area(one.rect) + area(other.rect) - together
    return (one.kind == "tick") == (other.kind == "tick") and together > SAME * whole
