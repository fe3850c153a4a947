"""How far what was printed lies from what was sent, in millimetres from the paper's corner."""

from dataclasses import dataclass

import pypdfium2

from tests.helpers.pages import MM, Box, printed_pages

MOST_MM = 0.1
"""What issue 3 allows between the document and the paper."""


@dataclass(frozen=True)
class Distance:
    """The greatest distance met, over ``marks`` characters and lines of ``pages`` pages.

    ``sheet_mm`` is by how much the page itself changed: A4 is 595 or 595.276 points wide.
    """

    mm: float
    sheet_mm: float
    pages: int
    marks: int


def distance(sent: bytes, printed: bytes) -> Distance:
    """Compare the place of every character and line, and the size of every page.

    The measure is from the upper left corner of the sheet: a window, a paper form and a ruler are
    laid there. What is missing, added or out of order is no distance: it fails.
    """
    before, after = printed_pages(sent), printed_pages(printed)
    assert len(before) == len(after), "not the same pages"
    greatest, marks = 0.0, 0
    for one, other in zip(before, after, strict=True):
        assert [c.text for c in one.chars] == [c.text for c in other.chars], "not the same words"
        assert len(one.paths) == len(other.paths), "not the same lines"
        boxes = [c.box for c in one.chars] + list(one.paths)
        printed_boxes = [c.box for c in other.chars] + list(other.paths)
        marks += len(boxes)
        pairs = zip(boxes, printed_boxes, strict=True)
        greatest = max([greatest, *(_apart(*pair) for pair in pairs)])
    assert marks, "nothing to measure"
    return Distance(greatest, _page_sizes(sent, printed), len(before), marks)


def _apart(one: Box, other: Box) -> float:
    sides = ((one.left, other.left), (one.top, other.top))
    far_sides = ((one.right, other.right), (one.bottom, other.bottom))
    return max(abs(a - b) for a, b in (*sides, *far_sides))


def _page_sizes(sent: bytes, printed: bytes) -> float:
    return max(
        abs(a - b) * MM
        for one, other in zip(_sizes(sent), _sizes(printed), strict=True)
        for a, b in zip(one, other, strict=True)
    )


def _sizes(data: bytes) -> list[tuple[float, float]]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_size() for page in document]
