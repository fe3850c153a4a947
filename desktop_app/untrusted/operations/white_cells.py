"""White cells that a coloured ground shows, in the pixels of a page: no line goes around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops

from desktop_app.core.rect import Rect
from desktop_app.untrusted.detection.pixels import Blob, Ink, blobs

WHITE = 253  # of 255
GROUNDS = range(140, 243)  # of 255: how light a ground may be in its darkest colour
WINDOW, SHARE, SECOND = 6, 0.12, 0.02  # levels around its own; of the page
SMALLEST, HIGHEST = 12, 170  # pixels: of a cell
WIDEST, FULL = 0.9, 0.88  # of the page; of its rectangle
MOST = 1_500


@dataclass(frozen=True, slots=True)
class Ground:
    """A coloured page: which pixels are white (by each ground), and the page without them."""

    whites: tuple[Image.Image, ...]
    level: Image.Image


def ground_of(colours: Image.Image) -> Ground | None:
    """Find the grounds of a page, two at most; None when the page is mostly plain paper."""
    red, green, blue = colours.split()
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    counts = darkest.histogram()
    whole = sum(counts)
    around = {n: sum(counts[n - WINDOW : n + WINDOW + 1]) for n in GROUNDS}
    peak = max(around, key=lambda n: around[n])
    if around[peak] < SHARE * whole:
        return None
    second = max((n for n in GROUNDS if abs(n - peak) > 2 * WINDOW), key=lambda n: around[n])
    peaks = [peak, second] if around[second] > SECOND * whole else [peak]
    return Ground(
        tuple(_above(darkest, (one + WHITE) // 2) for one in peaks),
        darkest.point([min(n, peak) for n in range(256)]),
    )


def _above(picture: Image.Image, limit: int) -> Image.Image:
    return picture.point([0] * limit + [255] * (256 - limit))


def cells_of(whites: Sequence[Image.Image]) -> list[Blob]:
    """The white areas that are full rectangles, none as wide as the page, each once."""
    found: list[Blob] = []
    for white in whites:
        every = blobs(Ink(white.width, white.height, white.tobytes()), SMALLEST, 1)
        new = [one for one in every if _is_cell(one, white.width)]
        taken = {place for one in found for place in _places(one)}
        found += [one for one in new if not taken.intersection(_places(one))]
    return found[:MOST]


def _is_cell(one: Blob, wide: int) -> bool:
    return (
        SMALLEST <= one.wide <= WIDEST * wide
        and SMALLEST <= one.high <= HIGHEST
        and one.area >= FULL * one.wide * one.high
    )


def _places(one: Blob) -> tuple[tuple[int, int], ...]:
    """Squares of the page in and around its middle, by which it is known again."""
    x, y = (one.x0 + one.x1) // 16, (one.y0 + one.y1) // 16
    return tuple((x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1))


def rect_of(blob: Blob, scale: float, height: float) -> Rect:
    """Where it stands on a page of that height, in points."""
    return (
        blob.x0 / scale,
        height - blob.y1 / scale,
        blob.x1 / scale,
        height - blob.y0 / scale,
    )
