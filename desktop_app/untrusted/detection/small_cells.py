"""Small closed cells: squares to tick, or cells of a comb."""

from collections.abc import Sequence

from desktop_app.untrusted.detection.sheet import Rect

SMALLEST, LARGEST = 4.5, 21.0  # points: a square to tick
SQUARE = 1.4  # the longer side over the shorter one
CELL = (26.0, 32.0)  # the widest and the highest cell of a comb
NEAR = 0.3  # of a width: squares further apart are to tick


def is_small(rect: Rect) -> bool:
    """Whether a closed cell may be a square to tick or a cell of a comb."""
    wide, high = rect[2] - rect[0], rect[3] - rect[1]
    return SMALLEST <= wide <= CELL[0] and SMALLEST <= high <= CELL[1]


def is_square(rect: Rect) -> bool:
    """Whether it is a square that one ticks."""
    wide, high = rect[2] - rect[0], rect[3] - rect[1]
    longer, shorter = max(wide, high), min(wide, high)
    return shorter >= SMALLEST and longer <= LARGEST and longer <= SQUARE * shorter


def rows(rects: Sequence[Rect]) -> list[list[Rect]]:
    """Cells of one size that follow each other closely, left to right; most stand alone."""
    found: list[list[Rect]] = []
    for rect in sorted(rects, key=lambda one: (round(one[1]), one[0])):
        if found and _follows(found[-1][-1], rect):
            found[-1].append(rect)
        else:
            found.append([rect])
    return found


def _follows(one: Rect, other: Rect) -> bool:
    wide = one[2] - one[0]
    return (
        abs(one[1] - other[1]) < 1.2
        and abs(one[3] - other[3]) < 1.2
        and abs(wide - (other[2] - other[0])) < max(1.2, 0.15 * wide)
        and -1.5 <= other[0] - one[2] <= NEAR * wide
    )
