"""One place to write or to tick of a blank, as it is seen on its pages."""

from dataclasses import dataclass
from typing import Literal

from desktop_app.core.packs.model import Place
from desktop_app.core.rect import Rect, height, rect_of, shared_height, shared_width, width

CLOSE = 3.0
"""Points: two boxes whose sides are nearer than this are the same box drawn again."""
MOST = 0.6
"""Of the sides of a box that covers most of another."""
FAR = 140.0
"""Points: what moved further away is no longer taken for the same by its words alone."""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A form's number and edition as printed ("15548*02"), its page, and its box as in ``Box``."""

    number: str
    page: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a PDF.

    Attributes:
        name: the field, as ``form inspect`` shows it; empty for a box found on a page.
        option: the id of one possible answer of a field that has several.
        rect: x0, y0, x1, y1 in points from the lower left.
        comb: number of cells; 0 when it is not divided.
    """

    name: str
    kind: Literal["text", "tick"]
    page: int
    rect: Rect
    label: str = ""
    option: str = ""
    comb: int = 0


def same_place(place: Place, box: Box) -> bool:
    """Tell whether a box stands where the map has one: each covers most of the other."""
    if place.page != box.page:
        return False
    one, other = rect_of(place.box), box.rect
    wide, high = max(width(one), width(other)), max(height(one), height(other))
    return shared_width(one, other) > MOST * wide and shared_height(one, other) > MOST * high


def very_same_place(place: Place, box: Box) -> bool:
    """Tell whether a box has the same sides as the map's, to a hair."""
    if place.page != box.page:
        return False
    return all(abs(a - b) <= CLOSE for a, b in zip(rect_of(place.box), box.rect, strict=True))


def alike_in_size(place: Place, box: Box) -> bool:
    """Tell whether a box that stands elsewhere has about the size of the map's."""
    _, _, wide, high = place.box
    return _near(width(box.rect), wide) and _near(height(box.rect), high)


def not_far(place: Place, box: Box) -> bool:
    """Tell whether a box that moved is as high as the map's, and within a sixth of a page of it."""
    if place.page != box.page:
        return False
    x0, y0, _, y1 = box.rect
    x, y, _, high = place.box
    return _near(y1 - y0, high) and abs(x0 - x) <= FAR and abs(y0 - y) <= FAR


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 0.25 * max(one, other)
