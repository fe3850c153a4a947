"""A box that the network saw, as a mark: its sides where lines are drawn, its cells counted."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.core.rect import Rect
from desktop_app.untrusted.detection.frames import SEVERAL_LINES
from desktop_app.untrusted.detection.sheet import Line, Mark, Sheet

if TYPE_CHECKING:
    from tests.corpus.learned.page import Box

NEAR = 3.0  # points from a side to the line that is meant
ALONG = 0.5  # of a side: as long a line is meant
WALL = 0.25  # of a comb's height: as high a wall parts two cells
INSIDE = 3.0  # points from the ends of a comb to its walls
ALIKE = 1.6  # times: the widest cell beside the narrowest


def mark_of(box: "Box", sheet: Sheet) -> Mark:
    """Return the place where one writes or ticks."""
    x0, y0, x1, y1 = box.rect
    rect = (
        _moved(x0, (y0, y1), sheet.upright),
        _moved(y0, (x0, x1), sheet.level),
        _moved(x1, (y0, y1), sheet.upright),
        _moved(y1, (x0, x1), sheet.level),
    )
    if rect[2] - rect[0] < NEAR or rect[3] - rect[1] < NEAR:
        rect = box.rect
    if box.kind == "tick":
        return Mark("tick", rect, walled=True, sure=box.sure)
    if box.kind == "comb" and (cells := _cells(rect, sheet.upright)) > 1:
        return Mark("comb", rect, cells=cells, walled=True, sure=box.sure)
    several = rect[3] - rect[1] >= SEVERAL_LINES
    return Mark("text", rect, lines=0 if several else 1, sure=box.sure)


def _moved(at: float, along: tuple[float, float], lines: Iterable[Line]) -> float:
    """A side, on the nearest line that goes with it; where it is when none does."""
    low, high = along
    near = (
        line.at
        for line in lines
        if abs(line.at - at) <= NEAR
        and min(line.end, high) - max(line.start, low) >= ALONG * (high - low)
    )
    return min(near, key=lambda place: abs(place - at), default=at)


def _cells(rect: Rect, upright: Sequence[Line]) -> int:
    """How many cells walls of one height make of a comb; 0 when they are uneven."""
    x0, y0, x1, y1 = rect
    walls = [
        line.at
        for line in upright
        if x0 + INSIDE < line.at < x1 - INSIDE
        and min(line.end, y1) - max(line.start, y0) >= WALL * (y1 - y0)
    ]
    places = [x0]
    for at in sorted(walls):
        if at - places[-1] > INSIDE:
            places.append(at)
    wide = [b - a for a, b in pairwise([*places, x1])]
    return len(wide) if len(wide) > 1 and max(wide) <= ALIKE * min(wide) else 0
