"""Cells on one foot, or each on its own: which of them are one comb."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, has, middle
from desktop_app.untrusted.detection.sheet import Line, Word

EQUAL, SLACK = 0.2, 1.2  # share of a width, or points, by which two equal cells may differ
NEAR = 0.75  # of a width: cells further apart are no longer one comb
JUMP, SLIP = 1.6, 0.6  # a gap that much wider parts two combs
ROW = 1.2  # points by which the feet of one comb may be higher or lower
HIGHEST = 6.0  # points above a foot in which a printed sign takes a cell


@dataclass(frozen=True, slots=True)
class Box:
    """One or several cells on a foot; ``cells`` is 0 for a line or a box for words.

    Attributes:
        wall: height of its sides, 0 without any.
        gap: white between its cells; nothing when it has only one.
    """

    foot: Line
    start: float
    end: float
    cells: int
    wall: float
    gap: float | None = None

    @property
    def cell(self) -> float:
        """The width of one cell."""
        count = max(self.cells, 1)
        return (self.end - self.start - (self.gap or 0.0) * (count - 1)) / count

    def rect(self, high: float) -> Rect:
        """Its rectangle, that high."""
        return self.start, self.foot.at, self.end, self.foot.at + high


def alike(one: float, other: float) -> bool:
    """Whether two cells are equally wide."""
    return abs(one - other) <= max(EQUAL * min(one, other), SLACK)


def join(cells: Sequence[Box]) -> list[Box]:
    """Join cells that follow each other on one height at one distance."""
    found: list[Box] = []
    for run in _runs(cells):
        gaps = [b.start - a.end for a, b in pairwise(run)]
        inner = [box.gap for box in run if box.gap is not None]
        least = max(min([*gaps, *inner], default=0.0), 0.0)
        group = [run[0]]
        for cell, gap in zip(run[1:], gaps, strict=True):
            if gap > JUMP * least + SLIP:
                found.append(_joined(group))
                group = []
            group.append(cell)
        found.append(_joined(group))
    return found


def _runs(cells: Sequence[Box]) -> list[list[Box]]:
    raised = sorted(cells, key=lambda one: one.foot.at)
    rows = grouped(raised, lambda row, one: one.foot.at - row[0].foot.at < ROW)
    read = (sorted(row, key=lambda one: one.start) for row in rows)
    return [run for row in read for run in grouped(row, lambda run, one: _follows(run[-1], one))]


def _follows(one: Box, other: Box) -> bool:
    return alike(one.cell, other.cell) and -1 <= other.start - one.end <= NEAR * one.cell


def _joined(group: Sequence[Box]) -> Box:
    if len(group) == 1:
        return group[0]
    gaps = [b.start - a.end for a, b in pairwise(group)]
    return Box(
        group[0].foot,
        group[0].start,
        group[-1].end,
        sum(box.cells for box in group),
        max(box.wall for box in group),
        sum(gaps) / len(gaps),
    )


def free_parts(box: Box, words: Sequence[Word]) -> list[Box]:
    """Cut a comb at the cells which hold a printed sign: the "h" of an hour, a bar in a date."""
    if box.cells < 2:
        return [box]
    wide = (box.end - box.start) / box.cells
    inner = box.rect(max(box.wall, HIGHEST))
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
