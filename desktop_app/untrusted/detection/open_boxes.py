"""Boxes open at the top: a foot and walls that stand on it. Several equal ones are a comb."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from desktop_app.core.grouping import grouped
from desktop_app.untrusted.detection import combs
from desktop_app.untrusted.detection.combs import Box
from desktop_app.untrusted.detection.sheet import Line

LOWEST, HIGHEST = 2.0, 30.0  # points: a wall
REACH, REACH_TYPED = 1.5, 3.6
BELOW = 4.5  # points that a wall may go under its foot
CELL = 26.0  # a wider box is for words
NEXT = 22.0  # points to the next part of a date or an hour
TYPED = 11.0  # a longer row of underscores is for words
MANY = 3  # cells: a comb whose foot may go on
SLIVER = 3.6  # points: a narrower part is the white between two cells


def boxes(feet: Sequence[Line], upright: Sequence[Line]) -> tuple[list[Box], list[Line]]:
    """Return boxes with sides, and the feet that have none."""
    places = [line.at for line in upright]
    found: list[Box] = []
    narrow: list[Box] = []
    bare: list[Line] = []
    for foot in feet:
        reach = REACH_TYPED if foot.typed else REACH
        near = upright[
            bisect_left(places, foot.start - reach) : bisect_right(places, foot.end + reach)
        ]
        walls = [one for one in near if _stands_on(one, foot)]
        if not walls:
            bare.append(foot)
            continue
        for box in _parts(foot, walls):
            (narrow if box.cells else found).append(box)
    found += combs.join(narrow)
    typed = [line for line in bare if line.typed and not line.dotted and line.length <= TYPED]
    spaced = combs.join([Box(one, one.start, one.end, 1, 0) for one in typed])
    spaced = [box for box in spaced if box.cells > 2 or _has_another(box, spaced)]
    found += spaced
    taken = [(box.foot.at, box.start, box.end) for box in spaced]
    bare = [
        line
        for line in bare
        if not any(abs(at - line.at) < 1 and a - 1 <= line.start < b for at, a, b in taken)
    ]
    return found, bare


def _has_another(box: Box, others: Sequence[Box]) -> bool:
    """Two underscores are cells when others stand near: "_ _ / _ _ / _ _ _ _"."""
    return box.cells == 2 and any(
        other is not box
        and other.cells > 1
        and abs(other.foot.at - box.foot.at) < 1.2
        and min(abs(other.start - box.end), abs(box.start - other.end)) < NEXT
        for other in others
    )


def _stands_on(wall: Line, foot: Line) -> bool:
    high = wall.end - foot.at
    return LOWEST <= high <= HIGHEST and foot.at - BELOW <= wall.start <= foot.at + REACH


def _parts(foot: Line, walls: Sequence[Line]) -> list[Box]:
    """Cut a foot at its walls; equal narrow parts beside each other are one comb."""
    high = max(wall.end for wall in walls) - foot.at
    bounds = [foot.start]
    for wall in walls:
        if wall.at - bounds[-1] > 2.0 and foot.end - wall.at > 2.0:
            bounds.append(wall.at)
    bounds.append(foot.end)
    parts = [part for part in pairwise(bounds) if part[1] - part[0] > SLIVER]
    groups = grouped(parts, lambda group, one: _follows(group[-1], one))
    found = [box for group in groups for box in _boxes(foot, group, high)]
    return found if not _is_led_on(found, walls) else found[:-1]


def _is_led_on(parts: Sequence[Box], walls: Sequence[Line]) -> bool:
    """Whether the last part is only where the foot of a comb goes on, up to the next column."""
    if len(parts) < 2 or parts[-1].cells or walls[-1].at > parts[-1].end - REACH_TYPED:
        return False
    return parts[-2].cells >= MANY and parts[-1].start - parts[-2].end <= SLIVER


def _follows(last: tuple[float, float], part: tuple[float, float]) -> bool:
    return part[0] - last[1] <= SLIVER and combs.alike(_wide(part), _wide(last))


def _boxes(foot: Line, group: Sequence[tuple[float, float]], high: float) -> list[Box]:
    if median(map(_wide, group)) > CELL:
        return [Box(foot, a, b, 0, high) for a, b in group]
    gaps = [b[0] - a[1] for a, b in pairwise(group)]
    gap = sum(gaps) / len(gaps) if gaps else None
    return [Box(foot, group[0][0], group[-1][1], len(group), high, gap)]


def _wide(part: tuple[float, float]) -> float:
    return part[1] - part[0]
