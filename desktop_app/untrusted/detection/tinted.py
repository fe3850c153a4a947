"""Boxes that only their ground shows: painted pale on paper, or left white on a coloured page."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, area, has, holds, middle, shared_area
from desktop_app.untrusted.detection import open_rows
from desktop_app.untrusted.detection.bands import Bands
from desktop_app.untrusted.detection.closed import cells
from desktop_app.untrusted.detection.joining import join
from desktop_app.untrusted.detection.sheet import Line, Sheet

NARROWEST, LOWEST, HIGHEST = 6.0, 6.0, 160.0  # points
LARGEST = 0.25  # of the page
MOST, FEW = 1_500, 200
MANY = 40  # cells at one distance: a page of combs
ROW, APART, EVEN = 2.0, 0.6, 1.2  # points; of a cell's width; points


def cells_by(sheet: Sheet) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """Cells that lines close, and those of which a side is only where a ground, or lines, end."""
    drawn = cells(sheet.level, sheet.upright)
    if sheet.is_picture:
        return drawn, ()
    grounds = [one for one in (*sheet.tinted, *sheet.inked) if one not in sheet.white][:FEW]
    level = [Line(y, one[0], one[2]) for one in grounds for y in (one[1], one[3])]
    upright = [Line(x, one[1], one[3]) for one in grounds for x in (one[0], one[2])]
    upright += open_rows.sides(sheet.level)
    more = cells(join((*sheet.level, *level)), join((*sheet.upright, *upright)))
    known, words = Bands(drawn), Bands(word.rect for word in sheet.words)
    new = [
        cell
        for cell in more
        if open_rows.has_a_side(cell, sheet.upright)
        and not any(has(cell, middle(word)) for word in words.near(cell[1], cell[3]))
        and not any(shared_area(cell, one) > 0.5 * area(cell) for one in grounds)
        and not any(
            shared_area(cell, one) > 0.8 * area(one) for one in known.near(cell[1], cell[3])
        )
    ]
    held = [one for one in drawn if not any(holds(one, cell, 1.0) for cell in new)]
    return tuple(held), tuple(new)


def with_tinted(closed: Sequence[Rect], sheet: Sheet) -> tuple[Rect, ...]:
    """Add to closed cells the empty grounds which hold and cross no cell."""
    grounds = tuple(dict.fromkeys(sheet.tinted[:MOST]))
    if not grounds:
        return tuple(closed)
    others, words = Bands([*closed, *grounds]), Bands(word.rect for word in sheet.words)
    found: list[Rect] = []
    for one in grounds:
        wide, high = one[2] - one[0], one[3] - one[1]
        if wide < NARROWEST or not LOWEST <= high <= HIGHEST:
            continue
        if area(one) > LARGEST * sheet.width * sheet.height:
            continue
        if any(has(one, middle(word)) for word in words.near(one[1], one[3])):
            continue
        near = [other for other in others.near(one[1], one[3]) if other is not one]
        if not any(_disturbs(other, one) for other in near):
            found.append(one)
    return tuple(sorted((*closed, *found), key=lambda cell: (-cell[3], cell[0])))


def _disturbs(other: Rect, one: Rect) -> bool:
    """Whether a ground is not alone because of another one in it or across it."""
    if holds(other, one, 0.5) and area(other) >= 1.5 * area(one):
        return False
    together = shared_area(one, other)
    return together > 0 and (holds(one, other, 1.0) or together > 0.3 * min(area(one), area(other)))


def combs(sheet: Sheet, cells: Sequence[Rect]) -> list[list[Rect]]:
    """Rows of white cells, where so many stand at one distance that a comb is made of them."""
    grounds = {cell for cell in sheet.tinted if 6 <= cell[2] - cell[0] <= 26}
    rows = [run for level in _levels(grounds & set(cells)) for run in _runs(level)]
    gaps = [b[0] - a[2] for row in rows for a, b in pairwise(row)]
    if len(gaps) < MANY:
        return []
    gap = median(gaps)
    return [row for row in rows if len(row) > 1 and _is_even(row, gap)]


def _is_even(row: Sequence[Rect], gap: float) -> bool:
    """Whether its cells are as far from each other as most are."""
    return abs(median(b[0] - a[2] for a, b in pairwise(row)) - gap) < EVEN


def _levels(cells: Iterable[Rect]) -> list[list[Rect]]:
    """Cells that stand on one height, left to right."""
    raised = sorted(cells, key=lambda one: one[1])
    levels = grouped(raised, lambda level, one: one[1] - level[0][1] < ROW)
    return [sorted(level) for level in levels]


def _runs(level: Sequence[Rect]) -> list[list[Rect]]:
    return grouped(level, lambda run, one: _follows(run[-1], one))


def _follows(one: Rect, other: Rect) -> bool:
    wide = one[2] - one[0]
    return (
        abs(one[1] - other[1]) < ROW
        and abs(one[3] - other[3]) < ROW
        and abs(other[2] - other[0] - wide) < 0.3 * wide
        and -1 < other[0] - one[2] < APART * wide
    )
