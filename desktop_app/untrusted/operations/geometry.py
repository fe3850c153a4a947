"""From the PDF's own space to the page as it is seen: boxes and rotation."""

import math
from dataclasses import dataclass
from typing import cast

import pikepdf

from desktop_app.core.rect import height, shared, width
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.model import Page, Rect, Turn

DEPTH = 64
LETTER = (0.0, 0.0, 612.0, 792.0)  # what readers assume without any box
FAR = 1e6


@dataclass(frozen=True, slots=True)
class Seen:
    """The visible box of a page in its own space, and how far it is turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turn: Turn

    def page(self) -> Page:
        """The page as it is seen, with the matrix back to the PDF's own space."""
        wide, high = self.right - self.left, self.top - self.bottom
        matrix = {
            0: (1.0, 0.0, 0.0, 1.0, self.left, self.bottom),
            90: (0.0, 1.0, -1.0, 0.0, self.right, self.bottom),
            180: (-1.0, 0.0, 0.0, -1.0, self.right, self.top),
            270: (0.0, -1.0, 1.0, 0.0, self.left, self.top),
        }[self.turn]
        if self.turn in (90, 270):
            wide, high = high, wide
        side = ceilings.PAGE_SIDE
        return Page(width=min(wide, side), height=min(high, side), turn=self.turn, to_user=matrix)

    def rect(self, box: Rect) -> Rect:
        """A rectangle of the PDF's own space, as it is seen."""
        x0, y0, x1, y1 = box
        left, bottom, right, top = self.left, self.bottom, self.right, self.top
        if self.turn == 0:
            return x0 - left, y0 - bottom, x1 - left, y1 - bottom
        if self.turn == 90:
            return y0 - bottom, right - x1, y1 - bottom, right - x0
        if self.turn == 180:
            return right - x1, top - y1, right - x0, top - y0
        return top - y1, x0 - left, top - y0, x1 - left


def seen(page: pikepdf.Object) -> Seen:
    """Read a page's boxes and rotation, inherited or not."""
    media = box_of(_inherited(page, "/MediaBox")) or LETTER
    crop = box_of(_inherited(page, "/CropBox")) or media
    box = _common(media, crop)
    turn = cast(Turn, round(number(_inherited(page, "/Rotate")) / 90) * 90 % 360)
    return Seen(*box, turn)


def box_of(value: object) -> Rect | None:
    """Four numbers as a box, lower left corner first; None when they are none."""
    if not isinstance(value, pikepdf.Array) or len(value) < 4:
        return None
    a, b, c, d = numbers(value)[:4]
    if not -FAR <= min(a, b, c, d) <= max(a, b, c, d) <= FAR:
        a, b, c, d = (max(-FAR, min(FAR, one)) for one in (a, b, c, d))
    return (a, b, c, d) if a <= c and b <= d else (min(a, c), min(b, d), max(a, c), max(b, d))


def numbers(array: pikepdf.Object) -> list[float]:
    """The items of an array as finite numbers, 0 for anything else.

    Four numbers are read twice as fast in what qpdf would write of them than one after the other.
    """
    try:
        found = [float(item) for item in array.unparse(resolved=True)[1:-1].split()]
    except ValueError:  # an item that is no number, or stands elsewhere
        found = []
    return found if found and math.isfinite(sum(found)) else [number(one) for one in list(array)]


def number(value: object) -> float:
    """A finite number, 0 for anything else."""
    if value is None:
        return 0.0
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return 0.0
    return found if math.isfinite(found) else 0.0


def _common(media: Rect, crop: Rect) -> Rect:
    for candidate in (shared(media, crop), media):
        if width(candidate) >= 1 and height(candidate) >= 1:
            return candidate
    return LETTER


def _inherited(page: pikepdf.Object, key: str) -> object:
    node: object = page
    for _ in range(DEPTH):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None
