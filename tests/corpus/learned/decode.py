"""From what the network says of each square of a page to boxes.

A box is a group of squares that touch and lie inside one box; its sides are where the squares next
to them say that they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from desktop_app.core.rect import Rect
from desktop_app.untrusted.detection.sheet import Kind
from tests.corpus.learned.network import Array

if TYPE_CHECKING:
    from numpy.typing import NDArray

Places: TypeAlias = "NDArray[np.intp]"
Mask: TypeAlias = "NDArray[np.bool_]"
KINDS = 3  # to write in, letter by letter, to tick
LIKELY = 0.35  # from which a square is inside a box
WITHIN = 0.7  # squares: a nearer side lies between two squares
FAR = 7.0  # squares: a side that is further was not measured
NEAR = 3  # rows or columns of squares, next to a side, that are asked
SMALLEST = 1.2  # squares


@dataclass(frozen=True, slots=True)
class Seen:
    """A box, in squares from the upper left, and how sure it is."""

    kind: Kind
    rect: Rect
    sure: float


def likely(said: Array) -> Array:
    """How likely each square is inside a box of each kind."""
    return (1 / (1 + np.exp(-np.clip(said[:KINDS], -30, 30)))).astype(np.float32)


def boxes(said: Array) -> list[Seen]:
    """Return the boxes of a page, from the 7 numbers of each square."""
    chances, sides = likely(said), said[KINDS:]
    found = []
    for rows, columns in _groups(to_fill(chances), sides):
        each = chances[:, rows, columns]
        rect = _rect(rows, columns, sides[:, rows, columns])
        if min(rect[2] - rect[0], rect[3] - rect[1]) >= SMALLEST:
            sure = float(to_fill(each).mean(axis=1).max())
            found.append(Seen(_kind(each.mean(axis=1)), rect, sure))
    return found


def to_fill(chances: Array) -> Array:
    """To write in, letter by letter or not; and to tick."""
    return np.stack((np.minimum(chances[0] + chances[1], 1), chances[2]))


def _kind(means: Array) -> Kind:
    text, comb, tick = map(float, means)
    if tick > text + comb:
        return "tick"
    return "comb" if comb > text else "text"


def _groups(filled: Array, sides: Array) -> Iterator[tuple[Places, Places]]:
    """Rows and columns of the squares of each box."""
    inside = filled.max(axis=0) >= LIKELY
    across, down = _links(inside, filled.argmax(axis=0), sides)
    begins = inside.copy()
    begins[:, 1:] &= ~across
    runs = begins.ravel().cumsum().reshape(inside.shape)  # each level run has a number, from 1
    roots = np.arange(int(begins.sum()) + 1)
    for one, other in np.unique(np.stack((runs[:-1][down], runs[1:][down]), 1), axis=0):
        a, b = _root(roots, int(one)), _root(roots, int(other))
        roots[max(a, b)] = min(a, b)
    roots = np.array([_root(roots, run) for run in range(len(roots))])
    rows, columns = inside.nonzero()
    names = roots[runs[rows, columns]]
    order = names.argsort(kind="stable")
    cuts = np.flatnonzero(np.diff(names[order])) + 1
    for part in np.split(order, cuts):
        if len(part):
            yield rows[part], columns[part]


def _links(inside: Mask, kinds: Places, sides: Array) -> tuple[Mask, Mask]:
    """Which squares go on to the right, and below: neither says that a side is between them."""
    left, top, right, bottom = sides
    across = inside[:, :-1] & inside[:, 1:] & (kinds[:, :-1] == kinds[:, 1:])
    across &= (right[:, :-1] >= WITHIN) & (left[:, 1:] >= WITHIN)
    down = inside[:-1] & inside[1:] & (kinds[:-1] == kinds[1:])
    down &= (bottom[:-1] >= WITHIN) & (top[1:] >= WITHIN)
    return across, down


def _root(roots: Places, run: int) -> int:
    while roots[run] != run:
        run = int(roots[run])
    return run


def _rect(rows: Places, columns: Places, sides: Array) -> Rect:
    """Where the four sides of a group are, by its squares that are next to them."""
    left = _side(columns, sides[0], -1)
    top = _side(rows, sides[1], -1)
    right = _side(columns, sides[2], 1)
    bottom = _side(rows, sides[3], 1)
    return left, top, right, bottom


def _side(places: Places, far: Array, way: int) -> float:
    """Where a side is: before the first places, or beyond the last ones."""
    end = places.min() if way < 0 else places.max()
    asked = (abs(places - end) < NEAR) & (far < FAR)
    if not asked.any():
        return float(end + (way > 0))
    return float(np.median(places[asked] + 0.5 + way * np.maximum(far[asked], 0)))
