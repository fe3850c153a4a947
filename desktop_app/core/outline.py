"""A box of a page, to be outlined on the picture of it."""

from dataclasses import dataclass

from desktop_app.core.rect import Rect


@dataclass(frozen=True, slots=True)
class Outline:
    """One box to show.

    Attributes:
        rect: of its page.
        size: width and height of the page, in points.
        strong: it is the one of now; the others are thin.
    """

    page: int
    rect: Rect
    size: tuple[float, float]
    strong: bool = False
