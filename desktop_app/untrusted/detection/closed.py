"""Cells closed on four sides, whoever drew the sides: a rectangle, or lines that meet."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from desktop_app.core.rect import Rect
from desktop_app.untrusted.detection.sheet import Line

REACH = 1.4  # points by which lines that should meet may miss each other
LOWEST = 4.0
MOST = 1_500  # lines of a kind: beyond, this is a drawing and no form


def cells(level: Sequence[Line], upright: Sequence[Line]) -> tuple[Rect, ...]:
    """Return the smallest closed cells, from the top of the page to its foot."""
    if len(level) > MOST or len(upright) > MOST:
        return ()
    places = [line.at for line in upright]
    found = set()
    for place, bottom in enumerate(level):
        near = upright[
            bisect_left(places, bottom.start - REACH) : bisect_right(places, bottom.end + REACH)
        ]
        sides = [one for one in near if one.start - REACH <= bottom.at < one.end - LOWEST]
        for left, right in itertools.pairwise(sides):
            if right.at - left.at < LOWEST:
                continue
            top = _lowest_top(level[place + 1 :], bottom, left, right)
            if top is not None:
                found.add((left.at, bottom.at, right.at, top.at))
    return tuple(sorted(found, key=lambda one: (-one[3], one[0])))


def _lowest_top(above: Sequence[Line], bottom: Line, left: Line, right: Line) -> Line | None:
    limit = min(left.end, right.end) + REACH
    for line in above:
        if line.at > limit:
            return None
        covers = line.start <= left.at + REACH and line.end >= right.at - REACH
        if covers and line.at - bottom.at >= LOWEST:
            return line
    return None
