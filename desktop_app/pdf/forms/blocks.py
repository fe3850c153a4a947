"""Lines that follow one another in a column, such as an address, are written in one size.

A hand does not change its letters from a line to the next. The size is that of the line that needs
the smallest, which never is below what can be read; each line was already set by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.core.rect import Rect, height, shared_width, width
from desktop_app.pdf.forms.fit import Box, Layout, fit

COLUMN = 4.0  # points between the left sides of boxes of one column
APART = 1.2  # between the boxes of two lines, of the height of the lower one
AS_HIGH = 1.5  # how much higher one box of a block may be than another
SHARED = 0.3  # of the narrower box: a short line stands under a long one
MOST_LINES = 12  # of a block: a longer column is a table


@dataclass(frozen=True, slots=True)
class Lone:
    """A text set in its box, on a page."""

    page: int
    rect: Rect
    layout: Layout
    box: Box


def alike(texts: Sequence[Lone | None]) -> Iterator[tuple[int, Layout]]:
    """Yield the texts (by their index) that are to be set again, each with its new layout."""
    for block in _blocks(texts):
        size = min(one.layout.size for _, one in block)
        for index, one in block:
            if one.layout.size > size and (layout := _smaller(one, size)) is not None:
                yield index, layout


def _smaller(one: Lone, size: float) -> Layout | None:
    """The same line in smaller letters; None where it would not be one line any more."""
    if len(one.layout.lines) > 1:
        return None
    text = one.layout.lines[0].text
    layout = fit(text, replace(one.box, size=size))
    return layout if layout is not None and len(layout.lines) == 1 else None


def _blocks(texts: Sequence[Lone | None]) -> Iterator[list[tuple[int, Lone]]]:
    """Lone lines that follow one another downwards; two at least."""
    lone = [(index, one) for index, one in enumerate(texts) if one is not None and _is_lone(one)]
    lone.sort(key=lambda item: (item[1].page, -item[1].rect[3]))
    blocks: list[list[tuple[int, Lone]]] = []
    lowest: dict[tuple[int, int], list[tuple[int, Lone]]] = {}  # by page, and strip of the page
    for index, one in lone:
        strip = int(one.rect[0] // COLUMN)
        near = (lowest.get((one.page, strip + step)) for step in (0, -1, 1))
        mine = next((block for block in near if block and _follows(block[-1][1], one)), None)
        if mine is None:
            blocks.append(mine := [])
        mine.append((index, one))
        lowest[one.page, strip] = mine
    yield from (block for block in blocks if 1 < len(block) <= MOST_LINES)


def _is_lone(one: Lone) -> bool:
    """Whether a text stands in a box of one line, and is no comb nor turned."""
    upright = abs(one.box.width - width(one.rect)) < 0.01
    return upright and not one.box.cells and not one.box.multi_line and one.box.align == "left"


def _follows(upper: Lone, lower: Lone) -> bool:
    """Whether a box is the next line under another one: of one column, near, as high."""
    if upper.page != lower.page or abs(upper.rect[0] - lower.rect[0]) > COLUMN:
        return False
    highs = height(upper.rect), height(lower.rect)
    narrower = min(width(upper.rect), width(lower.rect))
    return (
        max(highs) <= AS_HIGH * min(highs)
        and -1.0 <= upper.rect[1] - lower.rect[3] <= APART * highs[1]
        and shared_width(upper.rect, lower.rect) >= SHARED * narrower
    )
