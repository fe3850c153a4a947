"""Heads of columns that no lines close: "Vous-même" and "Votre conjoint" over boxes side by side.

Words on one height, of which each has boxes below, are heads where rows below them ask the same
on each side. A head may stand over others: "1er mois, Vous-même".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.core.rect import Rect, around, middle, same_row
from desktop_app.untrusted.detection.layout.runs import Run
from desktop_app.untrusted.detection.sheet import Line, Sheet

LONGEST = 60  # signs
MOST = 2  # heads over a box
LEVEL, ROW = 7.0, 6.0  # points between the middles of two heads; of two boxes of one row
LINE = 4.0  # points by which the words of one line may be higher or lower
NEXT, ALIGNED = 4.0, 6.0  # points between two lines of one head; between their middles
REACH = 60.0  # points from a head down to the first box of its column
SEARCHED = 120.0  # points below heads in which the white between their columns is looked for
LEAST = 2  # rows that ask the same in two columns
OVER = 3.0  # points by which a box, or words, may cross the white between two columns
WIDER = 1.3  # times: a head over other heads
SAME = 4.0  # points between the left sides of boxes of one column
LABEL = 12.0  # points by which the same columns may be parted elsewhere
PEOPLE = re.compile(
    r"\b(vous|conjoint|concubin|demandeu|parent|père|mère|enfant|personne|époux|épouse|titulaire)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]{2}|%|€")


@dataclass(frozen=True, slots=True)
class Heads:
    """Heads that stand beside each other, and where their columns stand.

    Attributes:
        sides: between the columns, and around them all.
        foot, top: heights between which the boxes of the columns stand.
    """

    runs: tuple[Run, ...]
    sides: tuple[float, ...]
    foot: float
    top: float
    names: tuple[str, ...]

    def place(self, box: Rect) -> int | None:
        """Return over which column a box stands, from 0; None when it is in none."""
        x, y = middle(box)
        if not self.foot - 1 <= y <= self.top + 1 or _crosses(box, self.sides):
            return None
        return next((n for n, (a, b) in enumerate(pairwise(self.sides)) if a <= x <= b), None)

    def wide(self, place: int) -> float:
        return self.sides[place + 1] - self.sides[place]


def heads_of(found: Sequence[Run], boxes: Sequence[Rect], sheet: Sheet) -> list[Heads]:
    """Return the heads of a page, from its top."""
    rows = _rows(boxes)
    free = [run for run in found if not any(same_row(run.rect, box) for box in boxes)]
    heads: list[Heads] = []
    for level in _levels(free):
        one = _heads(level, free, rows, sheet)
        if one is not None and not any(_is_label(one, other) for other in heads):
            heads.append(one)
    return heads


def _is_label(one: Heads, other: Heads) -> bool:
    """Whether words name boxes of two people, whose columns have their heads above."""
    alike = len(one.sides) == len(other.sides) and all(
        abs(a - b) < LABEL for a, b in zip(one.sides[1:-1], other.sides[1:-1], strict=True)
    )
    inside = alike and one.top > other.foot
    people = [any(map(PEOPLE.search, each.names)) for each in (one, other)]
    texts = [run.text for run in one.runs]
    return inside and (len(set(texts)) < len(texts) or people == [False, True])


def column_words(box: Rect, heads: Sequence[Heads]) -> str:
    """Return the heads over a box, the narrowest first; empty where there are none.

    Of heads as wide the nearest is said; those of the same words are counted unless a wider one
    tells them apart.
    """
    over = [(one, place) for one in heads if (place := one.place(box)) is not None]
    over.sort(key=lambda each: (each[0].wide(each[1]), each[0].top))
    levels: list[tuple[Heads, int]] = []
    for one, place in over:
        if not levels or one.wide(place) > WIDER * levels[-1][0].wide(levels[-1][1]):
            levels.append((one, place))
    levels = levels[:MOST]
    names = [
        one.names[place] if number + 1 == len(levels) else one.runs[place].text
        for number, (one, place) in enumerate(levels)
    ]
    return ", ".join(names)


def _levels(found: Sequence[Run]) -> Iterator[list[Run]]:
    """Heads of one height, two at least, none of them long; each with its next lines."""
    level: list[Run] = []
    for run in [*sorted(_blocks(found), key=lambda one: -middle(one.rect)[1]), None]:
        if run and level and middle(level[0].rect)[1] - middle(run.rect)[1] < LEVEL:
            level.append(run)
            continue
        said = [one for one in level if _LETTER.search(one.text) and len(one.text) <= LONGEST]
        if len(said) > 1 and len(said) == len(level):
            yield sorted(said, key=lambda one: one.rect[0])
        level = [run] if run else []


def _blocks(found: Sequence[Run]) -> Iterator[Run]:
    """The lines of one head, as one run."""
    left = sorted(found, key=lambda one: -one.rect[1])
    beside = {id(one): sum(_is_level(one, other) for other in found) for one in found}
    while left:
        run = left.pop(0)
        most = beside[id(run)]
        while (
            line := next(
                (one for one in left if _goes_on(run, one) and beside[id(one)] <= most), None
            )
        ) is not None:
            left.remove(line)
            text = f"{run.text} {line.text}"
            run = Run(text, around((run.rect, line.rect)), run.high, line.asks)
        yield run


def _is_level(one: Run, other: Run) -> bool:
    return abs(middle(one.rect)[1] - middle(other.rect)[1]) < LINE


def _goes_on(run: Run, line: Run) -> bool:
    """Whether a line is the next one of a head: as high, in the middle of it or at its left."""
    one, other = run.rect, line.rect
    near = -3 <= one[1] - other[3] <= NEXT and abs(run.high - line.high) < LINE
    aligned = abs(middle(one)[0] - middle(other)[0]) < ALIGNED or abs(one[0] - other[0]) < 1
    return near and aligned and len(run.text) + len(line.text) < LONGEST


def _rows(boxes: Sequence[Rect]) -> list[list[Rect]]:
    """Boxes of one height, from the top of the page."""
    rows: list[list[Rect]] = []
    for box in sorted(boxes, key=lambda one: -middle(one)[1]):
        if rows and abs(middle(rows[-1][0])[1] - middle(box)[1]) < ROW:
            rows[-1].append(box)
        else:
            rows.append([box])
    return rows


def _heads(
    level: Sequence[Run], free: Sequence[Run], rows: Sequence[Sequence[Rect]], sheet: Sheet
) -> Heads | None:
    """Return the heads that runs of one height are; None when they are none."""
    foot = min(run.rect[1] for run in level)
    below = [row for row in rows if row[0][3] < foot + OVER]
    if not below or foot - below[0][0][3] > REACH:
        return None
    sides = _sides(level, below, sheet)
    if sides is None:
        return None
    held, twins = _extent(sides, foot, below, free)
    ruled = all(_is_ruled(side, foot, sheet.upright) for side in sides[1:-1])
    if twins < (1 if ruled else LEAST):
        return None
    empty = [
        not any(a < middle(box)[0] < b for row in held for box in row) for a, b in pairwise(sides)
    ]
    names = _told([run.text for run in level], empty)
    return Heads(tuple(level), sides, min(box[1] for box in held[-1]), foot, names)


def _sides(
    level: Sequence[Run], below: Sequence[Sequence[Rect]], sheet: Sheet
) -> tuple[float, ...] | None:
    """Where columns part: a line between two heads, else the widest white between them."""
    foot = min(run.rect[1] for run in level)
    near = [box for row in below for box in row if foot - box[3] < SEARCHED]
    words = [one.rect for one in sheet.words if 0 < foot - middle(one.rect)[1] < SEARCHED]
    first = min([run.rect[0] for run in level] + [box[0] for box in near])
    sides = [min(first, level[0].rect[0]) - OVER]
    for one, other in pairwise(level):
        x0, x1 = middle(one.rect)[0], middle(other.rect)[0]
        line = _line(one.rect[2], other.rect[0], foot, sheet.upright)
        side = line if line is not None else _white(x0, x1, near, words)
        if side is None:
            return None
        sides.append(side)
    return (*sides, sheet.width)


def _line(left: float, right: float, foot: float, upright: Sequence[Line]) -> float | None:
    """The line that stands between two heads, and goes on below them."""
    lines = [
        one.at
        for one in upright
        if left - 1 <= one.at <= right + 1 and one.start < foot + 1 and one.end > foot
    ]
    return lines[0] if lines and max(lines) - min(lines) < OVER else None


def _white(x0: float, x1: float, boxes: Sequence[Rect], words: Sequence[Rect]) -> float | None:
    """The middle of the widest white between two heights, over which nothing stands."""
    across = [one for one in (*boxes, *words) if one[0] > x0 or one[2] < x1]
    taken = sorted((max(one[0], x0) + 1, min(one[2], x1) - 1) for one in across)
    best, edge, side = 0.0, x0, None
    for start, end in [*taken, (x1, x1)]:
        if end <= x0 or start >= x1 + 1:
            continue
        if start - edge > best:
            best, side = start - edge, (start + edge) / 2
        edge = max(edge, end)
    return side


def _extent(
    sides: Sequence[float], foot: float, below: Sequence[Sequence[Rect]], free: Sequence[Run]
) -> tuple[list[Sequence[Rect]], int]:
    """The rows of boxes of the columns, and how many of them ask the same in two columns."""
    held: list[Sequence[Rect]] = []
    lefts: set[int] = set()
    twins, last = 0, foot
    for row in below:
        across = sum(_crosses(box, sides) for box in row)
        if 2 * across > len(row):
            break
        here = [sum(a < middle(box)[0] < b for box in row) for a, b in pairwise(sides)]
        own = {round(box[0] / SAME) for box in row}
        parted = any(
            row[0][3] - 1 < middle(run.rect)[1] < last - 1 and _crosses(run.rect, sides)
            for run in free
        )
        if held and parted and not all({one - 1, one, one + 1} & lefts for one in own):
            break
        held.append(row)
        lefts |= own
        twins += len({size for size in here if size}) == 1 and sum(map(bool, here)) > 1
        last = min(box[1] for box in row)
    return held, twins


def _crosses(rect: Rect, sides: Sequence[float]) -> bool:
    return any(rect[0] < side - OVER and rect[2] > side + OVER for side in sides[1:-1])


def _is_ruled(side: float, foot: float, upright: Sequence[Line]) -> bool:
    return any(abs(one.at - side) < OVER and one.start < foot for one in upright)


def _told(texts: Sequence[str], empty: Sequence[bool]) -> tuple[str, ...]:
    """Heads of the same words are told by the head before them that has no box, else counted."""
    found: list[str] = []
    group = ""
    for place, text in enumerate(texts):
        group = text if empty[place] else group
        if texts.count(text) < 2:
            found.append(text)
        elif group and group != text:
            found.append(f"{group}, {text}")
        else:
            found.append(f"{texts[: place + 1].count(text)}. {text}")
    return tuple(found)
