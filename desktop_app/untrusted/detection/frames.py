"""Larger closed cells: what is left to write in, beside or below their own words."""

import re
from collections.abc import Sequence

from desktop_app.core.rect import Rect, has, middle
from desktop_app.untrusted.detection.sheet import Mark, Word

NARROWEST, LOWEST = 12.0, 7.0
SEVERAL_LINES = 27.0  # points of height in which one writes more than one line
LARGEST = 0.5  # of the page
FREE = 11.0  # points of height, or
FREE_WIDE = 50.0  # points of width, left beside the words
MOST_ROWS = 3  # of printed words: more is a text, not the name of a box
SIGNED_WORDS = 16  # at most: more is a text that also asks for a signature
SIGNED = re.compile(r"signature|cachet|tampon|visa\b", re.IGNORECASE)


def mark_of(cell: Rect, words: Sequence[Word], page: tuple[float, float]) -> Mark | None:
    """Return where one writes in a closed cell, if one does; ``words`` are those of the page."""
    wide, high = cell[2] - cell[0], cell[3] - cell[1]
    if wide < NARROWEST or high < LOWEST or wide * high > LARGEST * page[0] * page[1]:
        return None
    inside = [word for word in words if has(cell, middle(word.rect))]
    said = " ".join(word.text for word in inside)
    asks_more = sum(word.text.endswith(":") for word in inside) > 1
    if SIGNED.search(said) and len(inside) <= SIGNED_WORDS and not asks_more:
        return Mark("signature", cell, walled=True, sure=0.8, label=said)
    if not inside:
        return Mark("text", cell, walled=True, sure=0.85, lines=_lines(high))
    free = _below(cell, inside) or _beside(cell, inside)
    if free is None:
        return None
    return Mark("text", free, walled=True, sure=0.6, lines=_lines(free[3] - free[1]), label=said)


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
