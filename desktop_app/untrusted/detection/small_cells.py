"""Small closed cells: squares to tick, or cells of a comb."""

from collections.abc import Sequence

from desktop_app.core.grouping import grouped
from desktop_app.core.rect import Rect, middle

SMALLEST, LARGEST = 4.5, 21.0  # points: a square to tick
SQUARE = 1.4  # the longer side over the shorter one
CELL = (26.0, 32.0)  # the widest and the highest cell of a comb
TABLE = 8  # cells: a longer row under another one is a comb of two lines
NEAR = 0.3  # of a width: squares further apart are to tick
TICKED = 0.8  # of the shorter side of a cell of a table


def is_small(rect: Rect) -> bool:
    """Whether a closed cell may be a square to tick or a cell of a comb."""
    wide, high = rect[2] - rect[0], rect[3] - rect[1]
    return SMALLEST <= wide <= CELL[0] and SMALLEST <= high <= CELL[1]


def is_square(rect: Rect) -> bool:
    """Whether it is a square that one ticks."""
    wide, high = rect[2] - rect[0], rect[3] - rect[1]
    longer, shorter = max(wide, high), min(wide, high)
    return shorter >= SMALLEST and longer <= LARGEST and longer <= SQUARE * shorter


def middle_of(cell: Rect) -> Rect:
    """The square in the middle of a cell, where one ticks."""
    x, y = middle(cell)
    half = TICKED * min(cell[2] - cell[0], cell[3] - cell[1]) / 2
    return x - half, y - half, x + half, y + half


def rows(rects: Sequence[Rect]) -> list[list[Rect]]:
    """Cells of one size that follow each other closely, left to right; most stand alone."""
    read = sorted(rects, key=lambda one: (round(one[1]), one[0]))
    return grouped(read, lambda row, one: _follows(row[-1], one))


def _follows(one: Rect, other: Rect) -> bool:
    wide = one[2] - one[0]
    return (
        abs(one[1] - other[1]) < 1.2
        and abs(one[3] - other[3]) < 1.2
        and abs(wide - (other[2] - other[0])) < max(1.2, 0.15 * wide)
        and -1.5 <= other[0] - one[2] <= NEAR * wide
    )


def is_comb(row: Sequence[Rect]) -> bool:
    """Whether cells that follow each other are one comb; two squares side by side are to tick."""
    if len(row) < 2:
        return False
    gap, wide, high = row[1][0] - row[0][2], row[0][2] - row[0][0], row[0][3] - row[0][1]
    return len(row) > 2 or gap <= 1.0 or (gap <= 0.2 * wide and high >= 1.15 * wide)


def is_of_table(row: Sequence[Rect], rows: Sequence[Sequence[Rect]]) -> bool:
    """Whether a row of touching cells has another right above or below it: one ticks in those."""
    if not 2 <= len(row) <= TABLE or row[1][0] - row[0][2] > 1.0:
        return False
    return any(
        len(other) == len(row)
        and other is not row
        and abs(other[0][0] - row[0][0]) < 1.5
        and abs(other[-1][2] - row[-1][2]) < 1.5
        and min(abs(other[0][1] - row[0][3]), abs(row[0][1] - other[0][3])) < 1.5
        for other in rows
    )
