"""Tables: a mark of a later column is named by its row's first words and its column's head."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desktop_app.untrusted.detection.rows import joined
from desktop_app.untrusted.detection.sheet import Line, Mark, Sheet, Word

CLOSEST = 20.0  # points from an end of a line to where it may be cut
SIDE = 40.0  # points of height of a line that parts two columns
HEAD = 26.0  # points of height of the words at the head of a column
LONGEST = 60


def split(mark: Mark, upright: Sequence[Line]) -> list[Mark]:
    """Cut a line to write on where a line between two columns crosses it."""
    x0, y0, x1, y1 = mark.rect
    cuts = [
        line.at
        for line in upright
        if line.length > SIDE
        and x0 + CLOSEST < line.at < x1 - CLOSEST
        and line.start < y0 - 3
        and line.end > y1
    ]
    bounds = [x0, *sorted(cuts), x1]
    return [
        replace(mark, rect=(start + 2 * (n > 0), y0, end - 2 * (n < len(cuts)), y1))
        for n, (start, end) in enumerate(pairwise(bounds))
    ]


def add_columns(marks: Sequence[Mark], sheet: Sheet) -> None:
    """Complete the labels of marks that stand in the columns of a table."""
    sides = [line for line in sheet.upright if line.length > SIDE]
    for row in _rows(marks):
        heads = [_head(mark, sheet, sides) for mark in row]
        if len(row) < 2 or len(set(heads)) < len(heads) or not all(heads):
            continue
        first = row[0].label
        for mark, head in zip(row, heads, strict=True):
            own = mark.label if mark is row[0] or _is_named(mark, row) else first
            mark.label = head if not own or own == head else f"{own} ({head})"


def _rows(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Marks of one kind and size on one height."""
    rows: dict[tuple[int, str, int, int], list[Mark]] = {}
    for mark in marks:
        wide = round((mark.rect[2] - mark.rect[0]) / 8)
        rows.setdefault((round(mark.foot / 3), mark.kind, mark.cells, wide), []).append(mark)
    return list(rows.values())


def _is_named(mark: Mark, row: Sequence[Mark]) -> bool:
    """Whether a mark has words of its own, and not those from above that its neighbours have."""
    return mark.beside and sum(one.label == mark.label for one in row) == 1


def _head(mark: Mark, sheet: Sheet, sides: Sequence[Line]) -> str:
    """The words at the top of its column, between two upright lines; empty without them."""
    x = (mark.rect[0] + mark.rect[2]) / 2
    around = [line for line in sides if line.start <= mark.foot + 4 and line.end >= mark.rect[3]]
    left = max((line for line in around if line.at <= x), key=lambda one: one.at, default=None)
    right = min((line for line in around if line.at > x), key=lambda one: one.at, default=None)
    if left is None or right is None:
        return ""
    top = min(left.end, right.end) + 2
    column = [
        word
        for word in sheet.words
        if left.at - 1 <= word.rect[0]
        and word.rect[2] <= right.at + 1
        and mark.rect[3] <= word.rect[1]
        and word.rect[3] <= top
    ]
    return _top_words(column)


def _top_words(column: Sequence[Word]) -> str:
    column = [word for word in column if any(map(str.isalpha, word.text))]
    if not column:
        return ""
    foot = max(word.rect[1] for word in column)
    return joined([word for word in column if word.rect[1] > foot - HEAD])[:LONGEST]
