"""Lines ruled under heads side by side are rows of a table of which no upright line is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, around, has, middle, same_row, shared_width
from desktop_app.untrusted.detection.sheet import Line, Mark, Sheet, Word
from desktop_app.untrusted.detection.writing_lines import LINE

REACH, NEXT = 28.0, 14.0  # points from the first line up to its heads, and to their first row
APART = 24.0  # points of white between two heads
LEVEL = 4.0  # points by which words of one row may be higher or lower
LETTERS, LONGEST = 3, 40  # of a head
OVER = 6.0  # points by which the row of heads may be longer than the lines
INDENT = 20.0  # points on both sides of the heads: they stand in the middle of their columns
NARROWEST = 24.0  # points of a column
BESIDE = 60.0  # points from a line to words that name it


def parted(marks: Sequence[Mark], others: Sequence[Mark], sheet: Sheet) -> list[Mark]:
    """Return the marks, those of several lines under heads as a box for each line and column.

    Args:
        others: every mark known: a row in which one writes is no row of heads.
    """
    found: list[Mark] = []
    for mark in marks:
        taken = [other.rect for other in others if other is not mark]
        sides = _sides(mark, taken, sheet) if mark.lines > 1 else []
        found += _boxes(mark, sides) if sides else [mark]
    return found


def _boxes(mark: Mark, sides: Sequence[float]) -> Iterator[Mark]:
    high = min(mark.leading, LINE)
    for foot in mark.feet:
        for left, right in pairwise(sides):
            rect = left, foot.at, right - 2, foot.at + high
            yield replace(mark, rect=rect, lines=1, leading=0.0, indent=0.0, feet=[foot])


def _sides(mark: Mark, taken: Sequence[Rect], sheet: Sheet) -> list[float]:
    """Where the columns under the heads of a mark begin, and the last one ends."""
    first = mark.feet[0]
    if mark.indent > 2 or _is_named(first, sheet.words):
        return []
    heads = _heads(first, sheet.words)
    if len(heads) < 2 or any(same_row(one, head) for one in taken for head in heads):
        return []
    x0, _, x1, _ = mark.rect
    if heads[0][0] < x0 - OVER or heads[-1][2] > x1 + OVER:
        return []
    if heads[0][0] - x0 > INDENT and x1 - heads[-1][2] > INDENT:
        cuts = [(one[2] + other[0]) / 2 for one, other in pairwise(heads)]
    else:
        cuts = [head[0] - 2 for head in heads[1:]]
    sides = [x0, *cuts, x1]
    return sides if all(b - a >= NARROWEST for a, b in pairwise(sides)) else []


def _is_named(line: Line, words: Sequence[Word]) -> bool:
    """Whether words stand on the row of a line, before it or after it."""
    row = line.start - BESIDE, line.at, line.end + BESIDE, line.at + LINE
    return any(has(row, middle(word.rect)) for word in words)


def _heads(line: Line, words: Sequence[Word]) -> list[Rect]:
    """The heads above the first line; of two rows when that shows more of them."""
    near = [
        word
        for word in words
        if shared_width(word.rect, (line.start, 0, line.end, 0)) > 0
        and LINE / 2 < word.rect[1] - line.at <= REACH + NEXT
    ]
    rows = grouped(
        sorted(near, key=lambda one: middle(one.rect)[1]),
        lambda row, one: middle(one.rect)[1] - middle(row[0].rect)[1] < LEVEL,
    )
    if not rows or rows[0][0].rect[1] - line.at > REACH:
        return []
    low = _in_columns(rows[0])
    if len(rows) > 1 and middle(rows[1][0].rect)[1] - middle(rows[0][0].rect)[1] <= NEXT:
        both = _in_columns([*rows[0], *rows[1]])
        return both if len(both) > len(low) else low
    return low


def _in_columns(words: Sequence[Word]) -> list[Rect]:
    """Words as columns, as far as white parts them; none where one of them is no head."""
    columns = grouped(
        sorted(words, key=lambda one: one.rect[0]),
        lambda column, one: one.rect[0] - max(word.rect[2] for word in column) < APART,
    )
    return (
        [around(word.rect for word in column) for column in columns]
        if all(map(_is_head, columns))
        else []
    )


def _is_head(words: Sequence[Word]) -> bool:
    said = " ".join(word.text for word in words)
    letters = sum(map(str.isalpha, said))
    return letters >= LETTERS and len(said) <= LONGEST and not said.startswith("(")
