"""Dates of which only the bars are printed: "le    /    /    ", on white."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, height, meet, middle
from desktop_app.untrusted.detection.sheet import Mark, Sheet, Word

NARROWEST, WIDEST = 12.0, 62.0  # points between two bars
ROW = 2.0  # points by which they may stand higher or lower
LONGER = 1.7  # times: a year has more figures than a month
MARGIN, LOW, HIGH = 3.0, 2.0, 12.0  # points
LEAST = 9.0


def marks(sheet: Sheet, others: Sequence[Mark]) -> list[Mark]:
    """Return the white before, between and after bars, where nothing else was found."""
    found: list[Mark] = []
    for row in _rows(word for word in sheet.words if word.text.strip() == "/"):
        for rect in _parts(row, sheet):
            if rect[2] - rect[0] >= LEAST and not any(meet(rect, one.rect) for one in others):
                found.append(Mark("text", rect, sure=0.7))
    return found


def _rows(bars: Iterator[Word]) -> list[list[Word]]:
    """Bars that follow each other as those of a date do: two, or one alone is none."""
    read = sorted(bars, key=lambda one: (-round(middle(one.rect)[1] / ROW), one.rect[0]))
    rows = grouped(read, lambda row, one: _follows(row[-1], one))
    return [row for row in rows if len(row) == 2]


def _follows(one: Word, other: Word) -> bool:
    gap = other.rect[0] - one.rect[2]
    return abs(one.rect[1] - other.rect[1]) <= ROW and NARROWEST <= gap <= WIDEST


def _parts(row: Sequence[Word], sheet: Sheet) -> list[Rect]:
    """The day, the month and the year, as far as no word and no upright line stands there."""
    first, last = row[0].rect, row[-1].rect
    gap = last[0] - first[2]
    low = first[1] - LOW
    high = max(low + HIGH, first[1] + height(first) + LOW)
    left = max([first[0] - gap, *(x + 1 for x in _sides(sheet, low, high) if x <= first[0])])
    right = min(
        [last[2] + LONGER * gap, *(x - 1 for x in _sides(sheet, low, high) if x >= last[2])]
    )
    bounds = [(left, first[0]), *((a.rect[2], b.rect[0]) for a, b in pairwise(row))]
    bounds.append((last[2], right))
    inner = [(word.rect[0] + word.rect[2]) / 2 for word in _words(sheet, low, high)]
    if any(first[2] < x < last[0] for x in inner):
        return []
    return [(a + MARGIN, low, b - MARGIN, high) for a, b in bounds]


def _words(sheet: Sheet, low: float, high: float) -> list[Word]:
    return [word for word in sheet.words if low < middle(word.rect)[1] < high]


def _sides(sheet: Sheet, low: float, high: float) -> list[float]:
    """Where words end or begin, and upright lines stand, at these heights."""
    words = [word for word in _words(sheet, low, high) if word.text.strip() != "/"]
    lines = [line.at for line in sheet.upright if line.start < high and low < line.end]
    return [x for word in words for x in (word.rect[0], word.rect[2])] + lines
