"""Titles of the parts of a page: on a dark bar, larger than the rest, in capitals, numbered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.rect import Rect, has, middle, same_row
from desktop_app.untrusted.detection.layout.runs import Run
from desktop_app.untrusted.detection.sheet import Sheet, Word

MOST = 60  # of one page
LONGEST, SHORTEST = 90, 4  # signs
LARGER = 1.3  # times the height of most words
CAPITALS = 0.8  # share of the letters
NUMBERED = re.compile(r"(?:[1-9]\d?|[IVX]{1,4}|[A-H])\s?(?:[.)°/–-]|[ ]-)\s?[^\W\d]")
NEAR, SQUARE = 60.0, 18.0  # points
GIANT = 3.0  # times: the form's own name


@dataclass(frozen=True, slots=True)
class Heading:
    """A title and where it stands."""

    text: str
    rect: Rect


def headings(sheet: Sheet, rows: Sequence[Run], boxes: Sequence[Rect]) -> list[Heading]:
    """Return the titles of a page, from its top; words beside a box are no title but its name.

    Args:
        rows: the runs of words of the page.
    """
    usual = _usual_height(sheet.words)
    bars = [bar for bar in sheet.inked if not any(has(bar, middle(box)) for box in boxes)]
    found = []
    for row in rows:
        rect, text = row.rect, row.text
        on_bar = any(has(bar, middle(rect)) for bar in bars)
        names = not on_bar and any(_names(rect, box) for box in boxes)
        if names or not SHORTEST <= len(text) <= LONGEST:
            continue
        if on_bar or _is_title(text, row.high / usual if usual else 1):
            found.append(Heading(text, rect))
    return found[:MOST]


def _is_title(text: str, larger: float) -> bool:
    letters = [one for one in text if one.isalpha()]
    if len(letters) < SHORTEST or larger > GIANT:
        return False
    capitals = sum(map(str.isupper, letters)) >= CAPITALS * len(letters)
    return capitals or larger >= LARGER or bool(NUMBERED.match(text))


def _names(rect: Rect, box: Rect) -> bool:
    """Whether words lead to a box, or follow the square that they name."""
    if not same_row(rect, box):
        return False
    before = -2 <= box[0] - rect[2] < NEAR
    is_square = box[2] - box[0] < SQUARE
    return before or (is_square and -2 <= rect[0] - box[2] < NEAR / 2)


def _usual_height(words: Sequence[Word]) -> float:
    heights = sorted(word.rect[3] - word.rect[1] for word in words if len(word.text) > 2)
    return heights[len(heights) * 3 // 4] if heights else 0.0
