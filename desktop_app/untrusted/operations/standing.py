"""How a sheet of paper stands in its picture: seen from aside, turned; made straight, and back.

The four sides of the sheet are where a darker ground ends, all along; without one, the picture is
the sheet. Points are shares of the picture, from its upper left corner.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
from statistics import median

from PIL import Image

from desktop_app.core.rect import Rect

HIGH = 320  # pixels of the picture in which sides are looked for
REACH = 0.22  # of the picture: no side is further from its edge
STEP, NEAR = 4, 22  # pixels before and after a side; of 255: how much lighter paper is
FIRST = 0.6  # of the sharpest step of a row: the outermost one that sharp is the side
TRIED, OFF = 48, 1.5  # points of a side; pixels by which one may miss it
AGREED = 0.6  # of the rows: fewer that agree are no side
LEAST = 0.45  # of the picture: a smaller sheet is none

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]
Side = tuple[float, float]
"""Where a side begins, from its edge of the picture, and how it leans."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Corners from the upper left, clockwise, when they are seen; degrees to turn it back."""

    corners: Corners | None = None
    turn: float = 0.0

    def straight(self, picture: Image.Image) -> Image.Image:
        """The sheet alone, straight, as large as its picture."""
        found = flat(picture, self.corners) if self.corners else picture
        return found.rotate(self.turn, Image.Resampling.BICUBIC) if self.turn else found

    def back(self, rect: Rect, width: float, height: float) -> Rect:
        """Where a rectangle of the straight sheet stands in the picture, in points of the page."""
        x0, y0, x1, y1 = rect
        a, b, c, d = (
            self._back(one, width, height) for one in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
        )
        return (a[0] + d[0]) / 2, (a[1] + b[1]) / 2, (b[0] + c[0]) / 2, (c[1] + d[1]) / 2

    def _back(self, point: Point, width: float, height: float) -> Point:
        turn = math.radians(-self.turn)
        x, y = point[0] - width / 2, point[1] - height / 2
        u = 0.5 + (x * math.cos(turn) - y * math.sin(turn)) / width
        v = 0.5 - (x * math.sin(turn) + y * math.cos(turn)) / height
        if self.corners:
            a, b, c, d, e, f, g, h = _seen_from_aside(self.corners)
            far = g * u + h * v + 1
            u, v = (a * u + b * v + c) / far, (d * u + e * v + f) / far
        return u * width, (1 - v) * height


def flat(picture: Image.Image, corners: Corners) -> Image.Image:
    """What lies between four corners, drawn over the whole picture."""
    wide, high = picture.size
    a, b, c, d, e, f, g, h = _seen_from_aside(corners)
    by = (a, b * wide / high, c * wide, d * high / wide, e, f * high, g / wide, h / high)
    way = Image.Transform.PERSPECTIVE
    return picture.transform(picture.size, way, by, Image.Resampling.BICUBIC)


def _seen_from_aside(corners: Corners) -> tuple[float, ...]:
    """The eight numbers that put the corners of a square on these."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    ax, ay, bx, by = x1 - x2, y1 - y2, x3 - x2, y3 - y2
    sx, sy = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
    whole = ax * by - bx * ay
    g, h = (sx * by - sy * bx) / whole, (ax * sy - sx * ay) / whole
    return (x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h)


def corners_of(grey: Image.Image) -> Corners | None:
    """Find the corners of a sheet on a darker ground; None when not all of its sides show."""
    small = grey.reduce(max(1, grey.height // HIGH))
    way = Image.Transpose
    left = _side(small)
    right = left and _side(small.transpose(way.FLIP_LEFT_RIGHT))
    top = right and _side(small.transpose(way.TRANSPOSE))
    bottom = top and _side(small.transpose(way.FLIP_TOP_BOTTOM).transpose(way.TRANSPOSE))
    if not (left and right and top and bottom):
        return None
    wide, high = small.size
    right, bottom = (wide - right[0], -right[1]), (high - bottom[0], -bottom[1])
    found = [
        _meeting(*sides) for sides in ((left, top), (right, top), (right, bottom), (left, bottom))
    ]
    a, b, c, d = ((x / wide, y / high) for x, y in found)
    return (a, b, c, d) if _surface((a, b, c, d)) >= LEAST else None


def _meeting(upright: Side, level: Side) -> Point:
    """Where x = upright(y) and y = level(x)."""
    x = (upright[0] + upright[1] * level[0]) / (1 - upright[1] * level[1])
    return x, level[0] + level[1] * x


def _surface(corners: Corners) -> float:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    return abs((cx - ax) * (dy - by) - (dx - bx) * (cy - ay)) / 2


def _side(picture: Image.Image) -> Side | None:
    """The left side of a sheet: from where it begins on each row, one straight line."""
    data, wide = picture.tobytes(), picture.width
    rows = range(0, picture.height, 2)
    found = [
        (float(row), at)
        for row in rows
        if (at := _step(data[row * wide : row * wide + int(REACH * wide) + 2 * STEP])) is not None
    ]
    if len(found) < AGREED * len(rows):
        return None
    some = found[:: max(1, len(found) // TRIED)]
    lean = median((b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(some, 2))
    start = median(at - lean * row for row, at in found)
    near = [(row, at) for row, at in found if abs(at - start - lean * row) <= OFF]
    return _through(near) if len(near) >= AGREED * len(rows) else None


def _step(row: bytes) -> float | None:
    """Where the ground ends on a row: all before it is darker than what follows."""
    sums = [0, *accumulate(row)]
    places = range(1, len(row) - STEP)
    steps = [
        (sums[x + STEP] - sums[x]) / STEP - (sums[x] - sums[max(0, x - STEP)]) / min(x, STEP)
        for x in places
    ]
    sharpest = max(steps, default=0.0)
    if sharpest < NEAR:
        return None
    first = next(place for place, step in enumerate(steps) if step >= FIRST * sharpest)
    peak = max(range(first, min(first + STEP, len(steps))), key=lambda place: steps[place])
    x = places[peak]
    outer = max(1, x // 2)  # a printed frame has white outside
    paper, ground = (sums[x + STEP] - sums[x]) / STEP, sums[outer] / outer
    return float(x) if paper - ground >= NEAR else None


def _through(points: Sequence[Point]) -> Side:
    """The line nearest to points."""
    many = len(points)
    row, at = sum(one[0] for one in points) / many, sum(one[1] for one in points) / many
    spread = sum((one[0] - row) ** 2 for one in points)
    lean = sum((one[0] - row) * (one[1] - at) for one in points) / spread
    return at - lean * row, lean
