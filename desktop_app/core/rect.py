"""Rectangles of a page: ``(x0, y0, x1, y1)``, points from the lower left of the page as seen."""

from collections.abc import Iterable

POINTS_A_MM = 72 / 25.4
Rect = tuple[float, float, float, float]
Box = tuple[float, float, float, float]
"""``(x, y, width, height)``: as field maps write the place of an answer."""


def rect_of(box: Box) -> Rect:
    """The rectangle of a box."""
    x, y, wide, high = box
    return x, y, x + wide, y + high


def width(rect: Rect) -> float:
    """From the left side to the right one."""
    return rect[2] - rect[0]


def height(rect: Rect) -> float:
    """From the foot to the top."""
    return rect[3] - rect[1]


def shared_width(one: Rect, other: Rect) -> float:
    """How many points two rectangles share from left to right; less than 0 is the gap."""
    return min(one[2], other[2]) - max(one[0], other[0])


def shared_height(one: Rect, other: Rect) -> float:
    """How many points two rectangles share from their foot up; less than 0 is the gap."""
    return min(one[3], other[3]) - max(one[1], other[1])


def shared(one: Rect, other: Rect) -> Rect:
    """The rectangle that two share; its sides have crossed when they do not meet."""
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def shared_area(one: Rect, other: Rect) -> float:
    """The surface that two rectangles share; 0 when they do not meet."""
    return max(0.0, shared_width(one, other)) * max(0.0, shared_height(one, other))


def area(rect: Rect) -> float:
    """The surface of a rectangle; 0 when its sides have crossed."""
    return shared_area(rect, rect)


def same_row(one: Rect, other: Rect, least: float = 2.0) -> bool:
    """Whether two rectangles stand beside each other."""
    return shared_height(one, other) > least


def meet(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share more than a side; one without a surface may lie in another."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def holds(outer: Rect, inner: Rect, slack: float = 1.0) -> bool:
    """Whether a rectangle lies in another one, to a slack."""
    return (
        outer[0] - slack <= inner[0]
        and outer[1] - slack <= inner[1]
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def around(rects: Iterable[Rect]) -> Rect:
    """The rectangle around others, of which there is one at least."""
    lefts, feet, rights, tops = zip(*rects, strict=True)
    return min(lefts), min(feet), max(rights), max(tops)


def middle(rect: Rect) -> tuple[float, float]:
    """The centre of a rectangle."""
    return (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2


def has(rect: Rect, point: tuple[float, float]) -> bool:
    """Whether a point is in a rectangle."""
    return rect[0] <= point[0] <= rect[2] and rect[1] <= point[1] <= rect[3]
