"""Where a box stands that a person names by the words printed beside it.

Words have their places in points from the lower left of the page as it is seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.authoring.asking import FIRST_CELLS, Shape
from desktop_app.core.authoring.boxes import NEW_SIZE, fitted
from desktop_app.core.generic.facts import Printed
from desktop_app.core.generic.wording import capital, clean, in_small, plain_words
from desktop_app.core.packs.model import Place
from desktop_app.core.rect import Box, Rect, around, height, meet, rect_of, same_row

GAP = 4.0
"""Points between words and a box."""
SQUARE = 10.0
"""The side of a square to tick."""
CELL = 14.0
"""How wide a cell of a comb is."""
LEAST_HIGH = 8.0
"""Points: between two rows of words a box is as high."""
LEAST_ROOM = 40.0
"""Points: with less at the right of its words, a box stands under them."""
MARGIN = 30.0
"""Points at the right of a page where nobody writes."""
WRITTEN = 12.0
"""Points: a line to write on is as high."""
SMALL = 22.0
"""Points: what is drawn no larger, and as high as wide, is a square to tick."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a box stands, and the words of the paper that name it."""

    box: Box
    words: str


def beside(
    words: Sequence[Printed],
    said: str,
    shape: Shape,
    page: tuple[float, float],
    there: Sequence[Place],
) -> Spot | None:
    """Return where a box stands beside these words; None when the page does not say them.

    Said several times on the page, they are those with no box beside them yet, and rather the whole
    of what is printed there.

    Args:
        said: what the person typed of them; capitals, accents and signs are not looked at.
        there: the boxes of the page.
    """
    taken = [rect_of(one.box) for one in there]
    found: list[tuple[bool, bool, Spot]] = []
    for run in _runs(words, plain_words(said).split()):
        spot = _at(run, words, shape, page, taken)
        has_one = any(meet(rect_of(spot.box), one) for one in taken)
        found.append((has_one, _goes_on(run[-1], words), spot))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _goes_on(last: Printed, words: Sequence[Printed]) -> bool:
    """Tell whether other words follow at once: "Nom" of "Nom de naissance" is not all of it."""
    return any(
        0 < one.rect[0] - last.rect[2] <= 2 * GAP and any(map(str.isalnum, one.text))
        for one in words
        if same_row(one.rect, last.rect)
    )


def drawn(box: Box) -> tuple[Box, Shape]:
    """Return a box that was drawn by hand, and what it is for: a small square is ticked.

    A stroke is a line to write on.
    """
    x, y, wide, high = box
    if max(wide, high) <= SMALL and max(wide, high) < 2 * min(wide, high):
        return box, "tick"
    return (x, y, wide, max(high, WRITTEN)), "text"


def _runs(words: Sequence[Printed], said: Sequence[str]) -> Iterator[tuple[Printed, ...]]:
    """Yield the printed words that say these, one after the other on one row."""
    bare = [plain_words(one.text).split() for one in words]
    for start in range(len(words) if said else 0):
        found: list[str] = []
        for end in range(start, len(words)):
            if end > start and not same_row(words[end].rect, words[end - 1].rect):
                break
            found += bare[end]
            if found[: len(said)] == list(said) and bare[start]:
                yield tuple(words[start : end + 1])
            if len(found) >= len(said) or found != list(said[: len(found)]):
                break


def _at(
    run: Sequence[Printed],
    words: Sequence[Printed],
    shape: Shape,
    page: tuple[float, float],
    taken: Sequence[Rect],
) -> Spot:
    named = " ".join(one.text for one in run)
    mine = {id(one) for one in run}
    # Dots and dashes are what one writes on.
    inked = [one.rect for one in words if id(one) not in mine and any(map(str.isalnum, one.text))]
    box = _box(_with_colon(run, words), [*inked, *taken], shape, page)
    return Spot(fitted(*box, page), in_small(capital(clean(named))) or named)


def _with_colon(run: Sequence[Printed], words: Sequence[Printed]) -> Rect:
    """Return where words stand, and the sign that ends them, a little apart."""
    found = around([one.rect for one in run])
    ends = (
        one.rect
        for one in words
        if one.text.strip() in (":", "?", "*") and same_row(found, one.rect)
        if 0 <= one.rect[0] - found[2] <= 2 * GAP
    )
    return around([found, *ends])


def _box(words: Rect, others: Sequence[Rect], shape: Shape, page: tuple[float, float]) -> Box:
    left, low, right, top = words
    high = max(height(words) + 2, NEW_SIZE[1] - 4)
    if shape == "tick":
        before = (left - GAP - SQUARE, low, left - GAP, low + SQUARE)
        free = before[0] >= 0 and not any(meet(before, one) for one in others)
        x = before[0] if free else right + GAP
        return x, (low + top - SQUARE) / 2, SQUARE, SQUARE
    row = (right, low, page[0], top)
    ends = [one[0] - GAP for one in others if same_row(row, one) and one[0] >= right]
    room = min([page[0] - MARGIN, *ends]) - right - GAP
    if room >= LEAST_ROOM:
        return _between_rows((right + GAP, low - 2, _wide(shape, room), high), row, others)
    under = (left, low - GAP - high, page[0], low - GAP)
    ends = [one[0] - GAP for one in others if same_row(under, one) and one[0] > left]
    room = max(min([page[0] - MARGIN, *ends]) - left, LEAST_ROOM)
    return left, low - GAP - high, _wide(shape, room), high


def _between_rows(box: Box, row: Rect, others: Sequence[Rect]) -> Box:
    """Return a box no higher than the room that the rows above and under its own leave."""
    x, y, wide, high = box
    near = [one for one in others if one[0] < x + wide and x < one[2] and not same_row(one, row)]
    foot = max([y, *(one[3] for one in near if one[3] <= row[3] and one[1] < row[1])])
    top = min([y + high, *(one[1] for one in near if one[1] >= row[1])])
    return x, foot, wide, max(top - foot, LEAST_HIGH)


def _wide(shape: Shape, room: float) -> float:
    return min(room, FIRST_CELLS * CELL) if shape == "comb" else min(room, 2 * NEW_SIZE[0])


def middle(page: tuple[float, float], shape: Shape) -> Box:
    """Return a box in the middle of a page, where nothing says better."""
    wide, high = (SQUARE, SQUARE) if shape == "tick" else (_wide(shape, NEW_SIZE[0]), NEW_SIZE[1])
    return fitted((page[0] - wide) / 2, (page[1] - high) / 2, wide, high, page)
