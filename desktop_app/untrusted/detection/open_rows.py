"""Rows of a table that has no side line at one end: where its level lines end together."""

from collections.abc import Sequence

from desktop_app.core.rect import Rect
from desktop_app.untrusted.detection.sheet import Line

LOWEST, HIGHEST = 10.0, 44.0  # points between two level lines
EVEN = 1.5  # points by which their ends may differ
SHORTEST = 30.0


def sides(level: Sequence[Line]) -> list[Line]:
    """Return the upright lines that one imagines between the ends of level ones."""
    long = [line for line in level if line.length >= SHORTEST and not line.dotted]
    found: list[Line] = []
    for place, one in enumerate(long):
        above = [other for other in long[place + 1 :] if LOWEST <= other.at - one.at <= HIGHEST]
        left = next((other for other in above if abs(other.start - one.start) <= EVEN), None)
        right = next((other for other in above if abs(other.end - one.end) <= EVEN), None)
        found += [Line(one.start, one.at, left.at)] if left else []
        found += [Line(one.end, one.at, right.at)] if right else []
    return found


def has_a_side(cell: Rect, upright: Sequence[Line]) -> bool:
    """Whether a line is drawn on one of its sides at least."""
    return any(
        min(abs(line.at - cell[0]), abs(line.at - cell[2])) <= EVEN
        and line.start <= cell[1] + EVEN
        and cell[3] - EVEN <= line.end
        for line in upright
    )
