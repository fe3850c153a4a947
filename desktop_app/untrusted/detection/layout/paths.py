"""Where a box stands: under which line that announces it, in which row and which column.

What tells apart two boxes of one name. Each is empty where the page has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.core.rect import Rect, height, middle, same_row, shared_width, width
from desktop_app.untrusted.detection.layout.heads import Heads, column_words
from desktop_app.untrusted.detection.layout.runs import Run
from desktop_app.untrusted.detection.rows import clean_text, joined
from desktop_app.untrusted.detection.sheet import Line, Sheet, Word

LONGEST, SHORTEST = 110, 3  # signs
FURTHEST = 240.0  # points from a box up to the line that announces it
INDENT = 6.0  # points by which such a line may begin further right than its box
REACH = 300.0  # points by which it may end before its box
NEXT = 5.0  # points of white between two lines of one paragraph
SQUARE, ANSWER = 18.0, 14.0  # points: a side of a square, and the white before its words
CAPTION = 5.0  # points of white between a box and its name below
SIDE = 40.0  # points of height of a line that parts two columns
HEAD = 26.0  # points of height of the words at the head of a column


@dataclass(frozen=True, slots=True)
class Path:
    """The words of the line above a box that announces it, of its row, and of its column."""

    lead: str = ""
    row: str = ""
    column: str = ""


def paths(
    boxes: Sequence[Rect],
    sheet: Sheet,
    found: Sequence[Run],
    titles: Sequence[Rect],
    heads: Sequence[Heads],
) -> list[Path]:
    """Return the path of each box of a page.

    Args:
        titles: of the parts of the page: a line over the title of a part announces nothing in it.
    """
    leads = [run for run in found if _announces(run, found, boxes)]
    squares = [box for box in boxes if width(box) < SQUARE and height(box) < SQUARE]
    starts = [run for run in found if not any(_is_of(run.rect, one) for one in squares)]
    sides = [line for line in sheet.upright if line.length > SIDE]
    return [
        Path(
            _lead(box, leads, titles),
            _row(box, starts, sheet, squares),
            column_words(box, heads) or column_of(box, sheet, sides),
        )
        for box in boxes
    ]


def _announces(run: Run, others: Sequence[Run], boxes: Sequence[Rect]) -> bool:
    """Whether a line has no box of its own, and is no line of a paragraph but its last."""
    if not len(run.text) >= SHORTEST or not any(map(str.isalpha, run.text)):
        return False
    if any(same_row(run.rect, box) or _is_caption(run.rect, box) for box in boxes):
        return False
    below = any(_is_next(run, one) for one in others)
    above = any(_is_next(one, run) for one in others)
    return len(run.text) <= LONGEST and (run.asks or not (below or above))


def _is_of(words: Rect, square: Rect) -> bool:
    """Whether words follow a square: they are its answer, and begin no row."""
    return -2 <= words[0] - square[2] < ANSWER and same_row(words, square)


def _is_caption(words: Rect, box: Rect) -> bool:
    """Whether words stand right below a box, as its name may."""
    near = -2 <= box[1] - words[3] < CAPTION
    return near and shared_width(words, box) > 0.5 * min(width(words), width(box))


def _is_next(one: Run, other: Run) -> bool:
    """Whether a line follows another one in a paragraph."""
    return (
        -2 <= one.rect[1] - other.rect[3] <= NEXT
        and abs(one.rect[0] - other.rect[0]) < INDENT
        and abs(one.high - other.high) < 2
    )


def _lead(box: Rect, leads: Sequence[Run], titles: Sequence[Rect]) -> str:
    top = box[3]
    limit = min((one[1] for one in titles if one[1] > top - 3), default=top + FURTHEST)
    near = [
        run
        for run in leads
        if top - 3 <= run.rect[1] < min(limit + 1, top + FURTHEST)
        and run.rect[0] <= box[0] + INDENT
        and run.rect[2] > box[0] - REACH
    ]
    nearest = min(near, key=lambda one: (one.rect[1], -one.rect[0]), default=None)
    return nearest.text if nearest else ""


def _row(box: Rect, found: Sequence[Run], sheet: Sheet, squares: Sequence[Rect]) -> str:
    """The words that begin the row of a box: of the first cell with words, else the first run."""
    if cell := _first_cell(box, sheet, squares):
        return cell
    band = box[0], box[1], box[2], min(box[3], box[1] + 14) if height(box) < 30 else box[3]
    before = [
        run
        for run in found
        if same_row(run.rect, band, 0.4 * min(height(run.rect), height(band)))
        and run.rect[2] <= box[0] + 2
        and any(map(str.isalpha, run.text))
    ]
    first = min(before, key=lambda one: one.rect[0], default=None)
    return first.text if first and len(first.text) <= LONGEST else ""


def _first_cell(box: Rect, sheet: Sheet, squares: Sequence[Rect]) -> str:
    """The words of the first cell of a table's row, between upright lines."""
    y = middle(box)[1]
    own = [one for one in squares if one[1] - 2 < y < one[3] + 2]
    sides = sorted(
        {
            round(line.at, 1)
            for line in sheet.upright
            if line.start < y < line.end
            and not any(one[0] - 3 < line.at < one[2] + 3 for one in own)
        }
    )
    left = [at for at in sides if at < box[0] + 2]
    for start, end in pairwise(left):
        words = _in_cell(start, end, box, sheet)
        if end - start > 20 and any(map(str.isalpha, "".join(word.text for word in words))):
            text = clean_text(joined(words))
            return text if len(text) <= LONGEST else ""
    return ""


def _in_cell(start: float, end: float, box: Rect, sheet: Sheet) -> list[Word]:
    return [
        word
        for word in sheet.words
        if start - 1 <= word.rect[0]
        and word.rect[2] <= end + 2
        and box[1] - 2 <= middle(word.rect)[1] <= box[3] + 2
    ]


def column_of(box: Rect, sheet: Sheet, sides: Sequence[Line]) -> str:
    """The words at the top of its column, between two upright lines; empty without them."""
    x, y = middle(box)
    around = [line for line in sides if line.start <= y and line.end >= box[3] - 2]
    left = max((one for one in around if one.at <= x), key=lambda one: one.at, default=None)
    right = min((one for one in around if one.at > x), key=lambda one: one.at, default=None)
    if left is None or right is None:
        return ""
    top = min(left.end, right.end) + 2
    words = [
        word
        for word in sheet.words
        if left.at - 1 <= word.rect[0]
        and word.rect[2] <= right.at + 1
        and box[3] <= word.rect[1]
        and word.rect[3] <= top
        and any(map(str.isalpha, word.text))
    ]
    if not words:
        return ""
    foot = max(word.rect[1] for word in words)
    text = clean_text(joined(one for one in words if one.rect[1] > foot - HEAD))
    return text if len(text) <= LONGEST else ""
