"""Where a finished page differs from its blank, by so much that ink must be there."""

import math
from functools import lru_cache

from PIL import Image, ImageChops

from desktop_app.untrusted.model import Rect

CHANGE = 60  # of 255 grey levels
STROKE = 0.4  # of a line's height: a printed stroke as high may hide a letter

Span = tuple[float, float]
Drawn = tuple[Image.Image, float]
"""A page in grey, and its pixels a point."""


class Changes:
    """Where a page differs from its blank, in points of the page as seen."""

    def __init__(self, picture: Image.Image, blank: Image.Image, scale: float) -> None:
        self.difference = ImageChops.difference(picture, blank)
        self.blank = blank
        self.scale = scale
        self._unseen = _evenly_grey(blank.size)

    def crop(self, rect: Rect) -> tuple[Image.Image, int, int]:
        """A part where what changed too little is 0, and where it is."""
        place = self._pixels(rect)
        part = ImageChops.subtract(self.difference.crop(place), self._unseen)
        return part, place[0], place[1]

    def _pixels(self, rect: Rect) -> tuple[int, int, int, int]:
        x0, y0, x1, y1 = rect
        wide, high = self.difference.size
        left, top = max(0, math.floor(x0 * self.scale)), max(0, high - math.ceil(y1 * self.scale))
        right = min(wide, math.ceil(x1 * self.scale))
        bottom = min(high, high - math.floor(y0 * self.scale))
        return left, top, max(left, right), max(top, bottom)

    def counts(self, core: Rect, rect: Rect) -> tuple[int, int]:
        """How many pixels changed in a rectangle's core, and in all of it."""
        left, top, right, bottom = place = self._pixels(rect)
        if left == right or top == bottom:
            return 0, 0
        part = self.difference.crop(place)
        if int(part.getextrema()[1]) <= CHANGE:  # type: ignore[arg-type]
            return 0, 0
        x0, y0, x1, y1 = self._pixels(core)
        inner = part.crop((x0 - left, y0 - top, x1 - left, y1 - top))
        return _changed(inner), _changed(part)

    def ink(self, rect: Rect, letters: list[Span], *, upright: bool) -> tuple[Rect | None, int]:
        """Where ink is in a line, and in how many of its letters there is none."""
        part, left, top = self.crop(rect)
        found = part.getbbox()
        if found is None:
            return None, len(letters)
        across, down = part.getprojection() if letters else ((), ())
        start = -left
        if not upright:  # from the foot of the page, as the spans are
            across, start = down[::-1], len(down) - (self.difference.height - top)
        inked = bytes(across)
        bare = [span for span in letters if not self._any(inked, start, span)]
        hidden = sum(self._is_hidden(rect, span, upright=upright) for span in bare)
        return self._points(found, left, top), len(bare) - hidden

    def _is_hidden(self, rect: Rect, span: Span, *, upright: bool) -> bool:
        """Whether a printed stroke stands where a letter is: it may hide its ink."""
        x0, y0, x1, y1 = rect
        place = (span[0], y0, span[1], y1) if upright else (x0, span[0], x1, span[1])
        printed = ImageChops.subtract(
            ImageChops.invert(self.blank.crop(self._pixels(place))), self._unseen
        )
        found = printed.getbbox()
        if found is None:
            return False
        high, line = (found[3] - found[1], y1 - y0) if upright else (found[2] - found[0], x1 - x0)
        return high >= STROKE * line * self.scale

    def _any(self, inked: bytes, shift: int, span: Span) -> bool:
        """Whether any ink is along a span, or one pixel beside it."""
        start = max(0, int(span[0] * self.scale) + shift - 1)
        return inked.find(1, start, max(0, math.ceil(span[1] * self.scale) + shift + 1)) >= 0

    def _points(self, found: tuple[int, int, int, int], left: int, top: int) -> Rect:
        high = self.difference.height
        return (
            (left + found[0]) / self.scale,
            (high - top - found[3]) / self.scale,
            (left + found[2]) / self.scale,
            (high - top - found[1]) / self.scale,
        )


@lru_cache(maxsize=4)
def _evenly_grey(size: tuple[int, int]) -> Image.Image:
    """What is taken away from a difference: only more than that is a change."""
    return Image.new("L", size, CHANGE)


def _changed(part: Image.Image) -> int:
    return sum(part.histogram()[CHANGE + 1 :])


def changes(picture: Drawn, blank: Drawn) -> Changes | None:
    """Compare two pictures of a page; None when they have not the same size."""
    if blank[0].size != picture[0].size:
        return None
    return Changes(picture[0], blank[0], picture[1])
