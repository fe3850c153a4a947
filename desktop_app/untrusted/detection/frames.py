"""Larger closed cells: what is left to write in, beside or below their own words."""

import re
from collections.abc import Iterable, Sequence

from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, area, has, height, holds, middle
from desktop_app.untrusted.detection.sheet import Mark, Word

NARROWEST, LOWEST = 12.0, 7.0
SEVERAL_LINES = 27.0  # points of height in which one writes more than one line
LARGEST = 0.5  # of the page
ONE_LINE = 19.0  # points of a higher cell, from its foot, in which one line is written
FREE = 11.0  # points of height, or
FREE_WIDE = 50.0  # points of width, left beside the words
MOST_ROWS = 3  # of printed words: more is a text, not the name of a box
MARGIN = 3.0  # points kept from the bars of a date
PARTING = frozenset("/-.:|h")
UNIT, FREE_BEFORE, ROW_HIGH = 7, 0.5, 13.0  # signs; of the width; points of one row of words
NAME = 4  # letters: fewer name nothing
AT_END, AT_START = 8.0, 20.0  # points
TOUCH = 2.5  # points between two cells that touch
APART = 36.0  # points of white that part two names in one cell
SIGN = 18.0  # points from the left of a cell in which a drawn sign may stand
AROUND = 0.3  # of a frame, what the boxes in it take: it is no box itself
SIGNED_WORDS = 16  # at most: more is a text that also asks for a signature
SIGNED = re.compile(r"signature|cachet|tampon|visa\b", re.IGNORECASE)


def marks_of(cell: Rect, words: Sequence[Word], page: tuple[float, float]) -> list[Mark]:
    """Return where one writes in a closed cell, if one does; ``words`` are those of the page."""
    wide, high = cell[2] - cell[0], cell[3] - cell[1]
    if wide < NARROWEST or high < LOWEST or wide * high > LARGEST * page[0] * page[1]:
        return []
    inside = [word for word in words if has(cell, middle(word.rect))]
    said = " ".join(word.text for word in inside)
    asks_more = sum(word.text.endswith(":") for word in inside) > 1
    if SIGNED.search(said) and len(inside) <= SIGNED_WORDS and not asks_more:
        return [Mark("signature", cell, walled=True, sure=0.8, label=said)]
    if not inside:
        return [Mark("text", _written(cell), walled=True, sure=0.85, lines=_lines(high))]
    if all(word.text in PARTING for word in inside) and high <= SEVERAL_LINES:
        return [Mark("text", part, walled=True, sure=0.8) for part in _between(cell, inside)]
    return [
        Mark("text", _written(part), walled=True, sure=0.6, lines=_lines(height(part)), label=label)
        for part, label in _beside_words(cell, inside, said)
    ]


def _beside_words(cell: Rect, inside: Sequence[Word], said: str) -> list[tuple[Rect, str]]:
    """What printed words leave free in a cell, and which of them name it."""
    below, heads = _below(cell, inside), _heads(inside)
    if below is not None and len(heads) > 1:
        return _under(below, heads)
    ways = _beside, _after_unit, _before, _above
    free = below or next((free for way in ways if (free := way(cell, inside))), None)
    return [(free, said)] if free else []


def beside_art(cell: Rect, art: Sequence[Rect]) -> Rect | None:
    """What a drawn sign at its left leaves of a cell; a picture leaves nothing."""
    inside = [one for one in art if has(cell, middle(one))]
    if not inside:
        return cell
    right = max(one[2] for one in inside) + 1
    is_free = right - cell[0] <= SIGN and cell[2] - right >= 2 * NARROWEST
    return (right, *cell[1:]) if is_free else None


def is_around(cell: Rect, empty: Iterable[Rect]) -> bool:
    """Whether empty cells that lie in a larger one are its boxes."""
    inner = {one for one in empty if one != cell and holds(cell, one, 0.0)}
    return sum(map(area, inner)) >= AROUND * area(cell)


def is_head(cell: Rect, below: Sequence[Rect], words: Sequence[Word]) -> bool:
    """Whether a cell with words heads a column: the next one below is as wide, and empty."""
    if not any(has(cell, middle(word.rect)) for word in words):
        return False
    return any(
        abs(other[3] - cell[1]) < TOUCH
        and abs(other[0] - cell[0]) < TOUCH
        and abs(other[2] - cell[2]) < TOUCH
        and not any(has(other, middle(word.rect)) for word in words)
        for other in below
    )


def _written(cell: Rect) -> Rect:
    """Where one line is written in a cell that is higher than it needs: at its foot."""
    x0, y0, x1, y1 = cell
    return cell if y1 - y0 >= SEVERAL_LINES else (x0, y0, x1, min(y1, y0 + ONE_LINE))


def _lines(high: float) -> int:
    return 1 if high < SEVERAL_LINES else 0  # 0: several, as many as fit


def _below(cell: Rect, inside: Sequence[Word]) -> Rect | None:
    """Under a name printed at the top left, when all its words are there."""
    foot = min(word.rect[1] for word in inside) - 1
    top = max(word.rect[3] for word in inside)
    left = min(word.rect[0] for word in inside)
    few = top - foot <= MOST_ROWS * 12 and top - foot < 0.6 * (cell[3] - cell[1])
    if foot - cell[1] < FREE or cell[3] - top > 7 or left - cell[0] > 12 or not few:
        return None
    return cell[0], cell[1], cell[2], foot


def _beside(cell: Rect, inside: Sequence[Word]) -> Rect | None:
    """To the right of a name that fills the height of a low cell and ends in a colon."""
    right = max(word.rect[2] for word in inside)
    last = max(inside, key=lambda word: word.rect[2])
    if cell[3] - cell[1] > SEVERAL_LINES or cell[2] - right < FREE_WIDE:
        return None
    if not last.text.endswith(":"):
        return None
    return right + 2, cell[1], cell[2], cell[3]


def _before(cell: Rect, inside: Sequence[Word]) -> Rect | None:
    """To the left of a unit, or of cents, printed at the right end of a low cell."""
    left, said = min(word.rect[0] for word in inside), "".join(word.text for word in inside)
    wide = cell[2] - cell[0]
    right = max(word.rect[2] for word in inside)
    if cell[3] - cell[1] > SEVERAL_LINES or len(said) > UNIT or cell[2] - right > AT_END:
        return None
    if left - cell[0] < FREE_BEFORE * wide:
        return None
    return (cell[0], cell[1], left - 1, cell[3]) if left - cell[0] >= 2 * NARROWEST else None


def _above(cell: Rect, inside: Sequence[Word]) -> Rect | None:
    """Over a name printed at the foot."""
    top, foot = max(word.rect[3] for word in inside) + 1, min(word.rect[1] for word in inside)
    if cell[3] - top < FREE or foot - cell[1] > 7 or top - foot > ROW_HIGH:
        return None
    letters = sum(sign.isalpha() for word in inside for sign in word.text)
    return (cell[0], top, cell[2], cell[3]) if letters >= NAME else None


def _after_unit(cell: Rect, inside: Sequence[Word]) -> Rect | None:
    """To the right of a currency, or of a number, that begins the cell."""
    right, said = max(word.rect[2] for word in inside), "".join(word.text for word in inside)
    if len(said) >= NAME or right - cell[0] > AT_START or cell[2] - right < FREE_WIDE:
        return None
    return right + 1, cell[1], cell[2], cell[3]


def _between(cell: Rect, inside: Sequence[Word]) -> list[Rect]:
    """Between the bars of a date."""
    lefts = [cell[0], *(word.rect[2] for word in inside)]
    rights = [*(word.rect[0] for word in inside), cell[2]]
    parts = zip(sorted(lefts), sorted(rights), strict=True)
    return [
        (a + MARGIN, cell[1], b - MARGIN, cell[3]) for a, b in parts if b - a > 2 * MARGIN + LOWEST
    ]


def _heads(inside: Sequence[Word]) -> list[list[Word]]:
    """Words in columns, as far as white parts them from top to foot."""

    def near(head: Sequence[Word], one: Word) -> bool:
        return one.rect[0] - max(word.rect[2] for word in head) < APART

    return grouped(sorted(inside, key=lambda one: one.rect[0]), near)


def _under(free: Rect, heads: Sequence[Sequence[Word]]) -> list[tuple[Rect, str]]:
    """What is free under each head, and its words."""
    lefts = [min(word.rect[0] for word in head) - 2 for head in heads]
    bounds = [free[0], *lefts[1:], free[2]]
    return [
        ((start, free[1], end, free[3]), " ".join(word.text for word in head))
        for head, start, end in zip(heads, bounds, bounds[1:], strict=False)
    ]
