"""Boxes open at the top: a foot and walls that stand on it. Several equal ones are a comb."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from desktop_app.untrusted.detection.sheet import Line, Rect, Word, has, middle

LOWEST, HIGHEST = 2.0, 30.0  # points: a wall
REACH, REACH_TYPED = 1.5, 3.6
BELOW = 4.5  # points that a wall may go under its foot
CELL = 26.0  # a wider box is for words
TYPED = 11.0  # a longer row of underscores is for words
EQUAL = 0.2  # of a width
NEAR = 0.75  # of a width: cells further apart are no longer one comb
JUMP, SLIP = 1.6, 0.6  # a gap that much wider parts two combs


@dataclass(frozen=True, slots=True)
class Box:
    """One or several cells on a foot; ``cells`` is 0 for a line or a box for words."""

    foot: Line
    start: float
    end: float
    cells: int
    wall: float  # height of its sides, 0 without any

    def rect(self, high: float) -> Rect:
        """Its rectangle, that high."""
        return self.start, self.foot.at, self.end, self.foot.at + high


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
            (narrow if box.cells == 1 else found).append(box)
    found += _combs(narrow)
    typed = [line for line in bare if line.typed and not line.dotted and line.length <= TYPED]
    spaced = list(_combs([Box(one, one.start, one.end, 1, 0) for one in typed]))
    found += [box for box in spaced if box.cells > 2]
    taken = [(box.foot.at, box.start, box.end) for box in spaced if box.cells > 2]
    bare = [
        line
        for line in bare
        if not any(abs(at - line.at) < 1 and a - 1 <= line.start < b for at, a, b in taken)
    ]
    return found, bare


def free_parts(box: Box, words: Sequence[Word]) -> list[Box]:
    """Cut a comb at the cells which hold a printed sign: the "h" of an hour, a bar in a date."""
    if box.cells < 2:
        return [box]
    wide = (box.end - box.start) / box.cells
    inner = box.rect(max(box.wall, 6.0))
    near = [one for one in words if len(one.text) < 3 and has(inner, middle(one.rect))]
    taken = {int((middle(one.rect)[0] - box.start) / wide) for one in near}
    if not taken or len(taken) == box.cells:
        return [box]
    found: list[list[int]] = []
    for cell in (one for one in range(box.cells) if one not in taken):
        if found and found[-1][-1] == cell - 1:
            found[-1].append(cell)
        else:
            found.append([cell])
    return [
        replace(
            box,
            start=box.start + run[0] * wide,
            end=box.start + (run[-1] + 1) * wide,
            cells=len(run),
        )
        for run in found
    ]


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
    groups: list[list[tuple[float, float]]] = []
    for part in itertools.pairwise(bounds):
        if groups and _alike(part[1] - part[0], groups[-1][-1][1] - groups[-1][-1][0]):
            groups[-1].append(part)
        else:
            groups.append([part])
    found = []
    for group in groups:
        wide = median(b - a for a, b in group)
        if wide > CELL:
            found += [Box(foot, a, b, 0, high) for a, b in group]
        else:
            found.append(Box(foot, group[0][0], group[-1][1], len(group), high))
    return found


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= max(EQUAL * min(one, other), 1.2)


def _combs(cells: Sequence[Box]) -> list[Box]:
    """Join single cells that follow each other on one height at one distance."""
    found: list[Box] = []
    for run in _runs(sorted(cells, key=lambda one: (round(one.foot.at), one.start))):
        gaps = [b.start - a.end for a, b in itertools.pairwise(run)]
        least = min(gaps, default=0.0)
        group = [run[0]]
        for cell, gap in zip(run[1:], gaps, strict=True):
            if gap > JUMP * max(least, 0.0) + SLIP:
                found.append(_joined(group))
                group = []
            group.append(cell)
        found.append(_joined(group))
    return found


def _runs(cells: Sequence[Box]) -> list[list[Box]]:
    runs: list[list[Box]] = []
    for cell in cells:
        last = runs[-1][-1] if runs else None
        if last is not None and _follows(last, cell):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return runs


def _follows(one: Box, other: Box) -> bool:
    wide = one.end - one.start
    return (
        abs(one.foot.at - other.foot.at) < 1.2
        and _alike(wide, other.end - other.start)
        and -1 <= other.start - one.end <= NEAR * wide
    )


def _joined(group: Sequence[Box]) -> Box:
    wall = max(box.wall for box in group)
    return Box(group[0].foot, group[0].start, group[-1].end, len(group), wall)
