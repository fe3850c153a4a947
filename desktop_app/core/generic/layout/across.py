"""A table over two facing pages: the words of its rows stand on the first one only."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.generic.facts import Box
from desktop_app.core.rect import middle

LEVEL = 4.0  # points by which boxes of one row may be higher or lower on the other page
LEAST, SHARE = 8, 0.6  # boxes of a page without words for their row; how many go on from before


def with_rows(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Return boxes with the words of the row that they go on from, on the page before."""
    found = list(boxes)
    for page in sorted({one.page for one in boxes}):
        places = [n for n, one in enumerate(found) if one.page == page and not one.row]
        before = [one for one in found if one.page == page - 1 and one.row]
        rows = {n: row for n in places if (row := _row(found[n], before))}
        if len(places) >= LEAST and len(rows) >= SHARE * len(places):
            for n, row in rows.items():
                found[n] = replace(found[n], row=row)
    return tuple(found)


def _row(box: Box, before: Sequence[Box]) -> str:
    y = middle(box.rect)[1]
    near = [one for one in before if abs(middle(one.rect)[1] - y) < LEVEL]
    return near[0].row if near and len({one.row for one in near}) == 1 else ""
