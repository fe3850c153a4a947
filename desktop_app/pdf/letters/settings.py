"""How a person's letters are set: their envelopes, their printer's shift, the size of the text."""

from dataclasses import dataclass
from typing import Any, Literal

from desktop_app.pdf.letters.errors import WindowShiftTooFar

Window = Literal["dl", "c5", "none"]
LIMIT_MM = 15


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """Settings of letters.

    Attributes:
        window: dl (220 × 110, sheet folded in three), c5 (229 × 162, folded in two), none.
        dx_mm, dy_mm: corrections found with the test page, positive to the right and downwards.
        size: points of the body: 11, 12, or 16 for large print; the recipient stays at 10.
    """

    window: Window = "dl"
    dx_mm: float = 0.0
    dy_mm: float = 0.0
    size: int = 11

    def __post_init__(self) -> None:
        if max(abs(self.dx_mm), abs(self.dy_mm)) > LIMIT_MM:
            raise WindowShiftTooFar(limit=LIMIT_MM)


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where a window is on the sheet, in millimetres from the top left corner.

    ``centre_y`` is the middle of the recipient's block; ``below`` where printing may begin again.
    ``inner`` is always visible, ``outer`` may become so: x, y, width, height.
    """

    centre_y: float
    below: float
    folds: tuple[float, ...]
    inner: tuple[float, float, float, float]
    outer: tuple[float, float, float, float]


LEFT_MM = 110.0
GEOMETRIES: dict[Window, Geometry] = {
    "dl": Geometry(62, 92, (99, 198), (100, 45, 90, 34), (90, 34, 110, 56)),
    # the place of a C5 window varies by maker: this one is 100 × 45, 20 from the right and 60 from
    # the bottom; the test page tells
    "c5": Geometry(72.7, 106, (148.5,), (109, 57, 81, 31.5), (90, 43.5, 119, 58.5)),
    "none": Geometry(62, 92, (), (100, 45, 90, 34), (90, 34, 110, 56)),
}


def window_data(settings: LetterSettings) -> dict[str, Any]:
    """Return what ``letter.typ`` reads: the block's left edge and middle, and what follows it."""
    geometry = GEOMETRIES[settings.window]
    return {
        "x": LEFT_MM + settings.dx_mm,
        "y": geometry.centre_y + settings.dy_mm,
        "below": geometry.below + max(settings.dy_mm, 0),
        "folds": list(geometry.folds),
    }
