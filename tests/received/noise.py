"""What scanners and telephones make of a letter: a picture, and where each point of the page went.

Every kind is drawn from the letter's own name, so that it is the same each time.
"""

import io
import random
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from desktop_app.core.rect import Rect
from tests.received.drawing import HIGH, WIDE

Matrix = tuple[float, ...]
"""Eight numbers: from a point of the picture to a point of the page, both from the upper left."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture of a page, as a file, and how a point of the page is found on it."""

    data: bytes
    size: tuple[int, int]
    corners: tuple[Point, Point, Point, Point]
    """Of the page on the picture: upper left, upper right, lower right, lower left."""

    def box(self, box: Rect) -> Rect:
        """Return where a box of the page stands, in points of a page as wide as an A4 one."""
        matrix = _through(((0, 0), (WIDE, 0), (WIDE, HIGH), (0, HIGH)), self.corners)
        x0, y0, x1, y1 = box
        points = [_at(matrix, (x, HIGH - y)) for x in (x0, x1) for y in (y0, y1)]
        scale = WIDE / min(self.size)
        xs, ys = zip(*points, strict=True)
        high = self.size[1]
        return (
            min(xs) * scale,
            (high - max(ys)) * scale,
            max(xs) * scale,
            (high - min(ys)) * scale,
        )


def scanned(pdf: bytes, name: str, dpi: int) -> Taken:
    """A scan: askew by a degree or so, grey, a little grain, a JPEG."""
    chance = random.Random(f"{name} {dpi}")
    page = _page(pdf, dpi)
    turn = chance.uniform(-1.5, 1.5)
    return _taken(_grained(page, chance, 6), _turned(page.size, turn), page.size, chance, 75)


def photographed(pdf: bytes, name: str) -> Taken:
    """A photo by hand: perspective, a table around, a shadow, warm light."""
    chance = random.Random(f"{name} photo")
    page = _page(pdf, 230)
    wide, high = page.size[0] + 300, page.size[1] + 300
    corners = tuple(
        (
            150 + x * page.size[0] + chance.uniform(-70, 70),
            150 + y * page.size[1] + chance.uniform(-70, 70),
        )
        for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))
    )
    taken = _laid(page, corners, (wide, high), (92, 70, 52))  # type: ignore[arg-type]
    lit = ImageChops.multiply(taken, _shadow(taken.size, chance).convert("RGB"))
    warm = ImageChops.multiply(lit, Image.new("RGB", lit.size, (255, 246, 226)))
    soft = _grained(warm.filter(ImageFilter.GaussianBlur(0.7)), chance, 8)
    return Taken(_jpeg(soft, 80), soft.size, corners)  # type: ignore[arg-type]


def shadowed(pdf: bytes, name: str) -> Taken:
    """A flat photo, half of it in the shadow of a hand."""
    chance = random.Random(f"{name} shadow")
    page = _page(pdf, 200)
    dark = ImageChops.multiply(page, _shadow(page.size, chance, 0.35).convert("RGB"))
    return _taken(dark, _turned(page.size, 0.4), page.size, chance, 80)


def blurred(pdf: bytes, name: str) -> Taken:
    """A photo a little out of focus."""
    chance = random.Random(f"{name} blur")
    page = _page(pdf, 200).filter(ImageFilter.GaussianBlur(1.6))
    return _taken(page, _turned(page.size, -0.6), page.size, chance, 80)


KINDS: dict[str, Callable[[bytes, str], Taken]] = {
    "scan 300": lambda pdf, name: scanned(pdf, name, 300),
    "scan 200": lambda pdf, name: scanned(pdf, name, 200),
    "scan 150": lambda pdf, name: scanned(pdf, name, 150),
    "photo": photographed,
    "ombre": shadowed,
    "flou": blurred,
}


def _page(pdf: bytes, dpi: int) -> Image.Image:
    drawn = pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72)
    return drawn.to_pil().convert("RGB")


def _taken(
    page: Image.Image,
    corners: tuple[Point, Point, Point, Point],
    size: tuple[int, int],
    chance: random.Random,
    quality: int,
) -> Taken:
    flat = _laid(page, corners, size, (250, 250, 250))
    return Taken(_jpeg(flat, quality + chance.randint(-5, 5)), size, corners)


def _laid(
    page: Image.Image,
    corners: tuple[Point, Point, Point, Point],
    size: tuple[int, int],
    around: tuple[int, int, int],
) -> Image.Image:
    wide, high = page.size
    back = _through(corners, ((0, 0), (wide, 0), (wide, high), (0, high)))
    return page.transform(
        size, Image.Transform.PERSPECTIVE, back, Image.Resampling.BICUBIC, fillcolor=around
    )


def _turned(size: tuple[int, int], degrees: float) -> tuple[Point, Point, Point, Point]:
    import math

    wide, high = size
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))

    def turn(x: float, y: float) -> Point:
        dx, dy = x - wide / 2, y - high / 2
        return wide / 2 + dx * cosine - dy * sine, high / 2 + dx * sine + dy * cosine

    return turn(0, 0), turn(wide, 0), turn(wide, high), turn(0, high)


def _grained(image: Image.Image, chance: random.Random, grain: int) -> Image.Image:
    small = Image.effect_noise((image.width // 2, image.height // 2), grain * 2)
    noise = small.resize(image.size).convert("RGB")
    return ImageChops.add(image, noise, 1, -128)


def _shadow(size: tuple[int, int], chance: random.Random, dark: float = 0.55) -> Image.Image:
    """Light that falls off to one side, and the soft edge of a hand."""
    light = Image.new("L", (64, 64), 255)
    draw = ImageDraw.Draw(light)
    edge = chance.randint(20, 40)
    draw.polygon([(0, 64), (0, edge), (edge + 14, 64)], fill=int(255 * dark))
    draw.rectangle((chance.randint(44, 54), 0, 64, 64), fill=int(255 * (dark + 0.2)))
    return light.filter(ImageFilter.GaussianBlur(7)).resize(size, Image.Resampling.BICUBIC)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _at(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f, g, h = matrix
    x, y = point
    under = g * x + h * y + 1
    return (a * x + b * y + c) / under, (d * x + e * y + f) / under


def _through(given: tuple[Point, ...], found: tuple[Point, ...]) -> Matrix:
    """Return the perspective that leads four points to four others."""
    rows = []
    for (x, y), (u, v) in zip(given, found, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for column in range(8):
        pivot = max(range(column, 8), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for row in range(8):
            if row != column:
                factor = rows[row][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return tuple(row[8] for row in rows)
