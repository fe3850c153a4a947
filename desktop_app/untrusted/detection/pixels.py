"""Strokes and words of a picture: rows of ink become lines, what remains becomes unread words.

Everything is in pixels from the upper left; nothing here knows what a page is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WORN, WORDS = 2, 4  # pixels of paper within one run: of a worn line, between letters
MOST_RUNS = 300_000
END = 5  # pixels


@dataclass(slots=True)
class Ink:
    """A picture: 255 for ink, 0 for paper, one byte a pixel, rows from the top."""

    width: int
    height: int
    data: bytes

    def row(self, number: int, start: int, end: int) -> bytes:
        """A part of a row."""
        return self.data[number * self.width + start : number * self.width + end]


@dataclass(slots=True)
class Blob:
    """Runs of ink that touch, from row to row."""

    x0: int
    y0: int
    x1: int  # beyond the last pixel
    y1: int
    area: int = 0  # of its runs

    @property
    def wide(self) -> int:
        return self.x1 - self.x0

    @property
    def high(self) -> int:
        return self.y1 - self.y0


def blobs(ink: Ink, shortest: int, gap: int = WORN) -> list[Blob]:
    """Join the runs of at least so many pixels that touch each other in neighbouring rows.

    Args:
        gap: pixels of paper that a run may hold.
    """
    found: list[Blob] = []
    before: list[tuple[int, int, Blob]] = []
    merged: dict[int, Blob] = {}
    for row, runs in enumerate(_rows(ink, shortest, gap)):
        now: list[tuple[int, int, Blob]] = []
        place = 0
        for start, end in runs:
            while place < len(before) and before[place][1] < start:
                place += 1
            mine: Blob | None = None
            look = place
            while look < len(before) and before[look][0] <= end:
                other = _root(before[look][2], merged)
                mine = other if mine is None else _merge(mine, other, merged)
                look += 1
            if mine is None:
                mine = Blob(start, row, end, row + 1)
                found.append(mine)
            mine.x0, mine.x1, mine.y1 = min(mine.x0, start), max(mine.x1, end), row + 1
            mine.area += end - start
            now.append((start, end, mine))
        before = now
    return [one for one in found if id(one) not in merged]


def _rows(ink: Ink, shortest: int, gap: int) -> Iterator[list[tuple[int, int]]]:
    left = MOST_RUNS
    ink_run = re.compile(rb"\xff+(?:\x00{1,%d}\xff+)*" % gap)
    for row in range(ink.height):
        line = ink.row(row, 0, ink.width)
        runs = [
            (run.start(), run.end())
            for run in ink_run.finditer(line)
            if run.end() - run.start() >= shortest
        ]
        left -= len(runs)
        yield runs if left > 0 else []


def _root(blob: Blob, merged: dict[int, Blob]) -> Blob:
    while id(blob) in merged:
        blob = merged[id(blob)]
    return blob


def _merge(one: Blob, other: Blob, merged: dict[int, Blob]) -> Blob:
    if one is other:
        return one
    merged[id(other)] = one
    one.area += other.area
    one.x0, one.y0 = min(one.x0, other.x0), min(one.y0, other.y0)
    one.x1, one.y1 = max(one.x1, other.x1), max(one.y1, other.y1)
    return one


def is_clear(ink: Ink, blob: Blob, away: Sequence[int], most: float, sides: int = 2) -> bool:
    """Whether a level blob stands in white, above and below; strokes of letters do not.
    Args:
        away: at how many rows from it to look.
        most: share of ink allowed there; its two ends are left out, where walls may rise.
        sides: how many of the two must be white.
    """
    above = all(_is_paper(ink, blob, blob.y0 - step, most) for step in away)
    below = all(_is_paper(ink, blob, blob.y1 - 1 + step, most) for step in away)
    return above + below >= sides


def _is_paper(ink: Ink, blob: Blob, row: int, most: float) -> bool:
    if not 0 <= row < ink.height:
        return True
    ends = min(END, blob.wide // 4)
    part = ink.row(row, blob.x0 + ends, blob.x1 - ends)
    return part.count(255) <= most * len(part)


def is_solid(ink: Ink, blob: Blob, least: float) -> bool:
    """Whether one row of a blob is nearly all ink: a line, not the feet of letters."""
    return any(
        ink.row(row, blob.x0, blob.x1).count(255) >= least * blob.wide
        for row in range(blob.y0, blob.y1)
    )
