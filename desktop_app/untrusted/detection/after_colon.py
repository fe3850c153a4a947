"""Words that end in a colon, then white, in a frame: nothing is drawn, and one writes there."""

from collections.abc import Sequence

from desktop_app.core.rect import Rect, area, has, middle, same_row, shared_width, width
from desktop_app.untrusted.detection.frames import SIGNED
from desktop_app.untrusted.detection.rows import clean_text, joined, row_of
from desktop_app.untrusted.detection.sheet import Mark, Sheet, Word

LEAST = 45.0  # points of white
LONGEST = 40  # signs: a longer sentence announces what comes below it
LARGEST = 0.6  # of the page
HIGH = 12.0
MARGIN = 3.0  # points kept from words and sides


def marks(sheet: Sheet, closed: Sequence[Rect], others: Sequence[Mark]) -> list[Mark]:
    """Return the white after colons, in frames where no line says where to write."""
    found: list[Mark] = []
    for word in sheet.words:
        if word.text.endswith(":"):
            mark = _after(word, sheet, closed, [*others, *found])
            if mark is not None:
                found.append(mark)
    return found


def _after(word: Word, sheet: Sheet, closed: Sequence[Rect], others: Sequence[Mark]) -> Mark | None:
    frame = _frame(word, sheet, closed)
    label = joined(row_of(sheet.words, word))
    if frame is None or len(label) > LONGEST or SIGNED.search(label):
        return None
    low, high = word.rect[1], word.rect[3]
    row = word.rect[2], low - 1, frame[2], high + 1
    right = min(
        [
            frame[2],
            *(one.rect[0] for one in sheet.words if _stands_in(one.rect, row)),
            *(one.rect[0] for one in others if _stands_in(one.rect, row)),
        ]
    )
    rect = word.rect[2] + MARGIN, low - 2, right - MARGIN, max(low - 2 + HIGH, high)
    taken = any(same_row(one.rect, rect, 3) and shared_width(one.rect, rect) > 0 for one in others)
    if width(rect) < LEAST or taken:
        return None
    return Mark("text", rect, sure=0.4, label=clean_text(label))


def _frame(word: Word, sheet: Sheet, closed: Sequence[Rect]) -> Rect | None:
    """The smallest frame around a word."""
    around = [cell for cell in closed if has(cell, middle(word.rect))]
    cell = min(around, key=area, default=None)
    if cell is None or area(cell) > LARGEST * sheet.width * sheet.height:
        return None
    return cell


def _stands_in(one: Rect, row: Rect) -> bool:
    return one[0] >= row[0] and same_row(one, row, 2) and one[0] < row[2]
