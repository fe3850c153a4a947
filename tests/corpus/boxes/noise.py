"""Flat pages as paper comes back: pictures of them, worse in six ways, always the same for a seed.

The truth is moved with the page: turned, or seen from aside.
"""

import io
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from desktop_app.core.rect import Rect
from tests.corpus.boxes.flatten import Box, Flat, Labelled

DPI = (150, 200, 240, 300)
FAX = 204  # dots an inch
TURN, ASIDE = 2.5, 0.035  # degrees; share of a side by which a corner of a photograph wanders
MARGIN = 0.04  # of a photograph: what is seen around the page
JPEG = (55, 80)
Point = tuple[float, float]
Homography = tuple[float, ...]  # eight numbers: from the picture made to the one it is made of


@dataclass(slots=True)
class Shot:
    """One page under way: its picture, and where points of the flat page are in it (0 to 1)."""

    picture: Image.Image
    chance: random.Random
    corners: tuple[Point, Point, Point, Point] = ((0, 0), (1, 0), (1, 1), (0, 1))

    def turn_to(self, corners: tuple[Point, Point, Point, Point], ground: int) -> None:
        """Put the corners of the page elsewhere in a picture of the same size."""
        wide, high = self.picture.size
        there = [(x * wide, y * high) for x, y in corners]
        here = [(0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high)]
        self.picture = self.picture.transform(
            self.picture.size,
            Image.Transform.PERSPECTIVE,
            homography(there, here),
            Image.Resampling.BICUBIC,
            fillcolor=ground,
        )
        self.corners = corners


def scan(shot: Shot) -> None:
    """A good scanner: hardly turned, hardly blurred."""
    _turn(shot, shot.chance.uniform(-0.3, 0.3))
    _blur(shot, shot.chance.uniform(0.4, 0.8))
    _grain(shot, 6)


def skew(shot: Shot) -> None:
    """A page laid askew."""
    side = shot.chance.choice((-1, 1))
    _turn(shot, side * shot.chance.uniform(0.8, TURN))
    _blur(shot, shot.chance.uniform(0.4, 0.8))
    _grain(shot, 6)


def shadow(shot: Shot) -> None:
    """A book's fold, a lid left open, a stain."""
    _turn(shot, shot.chance.uniform(-0.6, 0.6))
    _shade(shot, 110)
    _blur(shot, 0.7)
    _grain(shot, 8)


def photograph(shot: Shot) -> None:
    """By hand, from aside, under a lamp."""
    chance = shot.chance
    ground = chance.randint(40, 150)
    corners = [
        (
            x + (MARGIN + chance.uniform(0, ASIDE)) * (1 if x == 0 else -1),
            y + (MARGIN + chance.uniform(0, ASIDE)) * (1 if y == 0 else -1),
        )
        for x, y in shot.corners
    ]
    shot.turn_to((corners[0], corners[1], corners[2], corners[3]), ground)
    _shade(shot, 80)
    _blur(shot, chance.uniform(0.7, 1.2))
    _grain(shot, 12)


def fax(shot: Shot) -> None:
    """Black or white, with specks and breaks."""
    _turn(shot, shot.chance.uniform(-0.8, 0.8))
    _blur(shot, 0.6)
    _grain(shot, 60)
    level = shot.chance.randint(150, 190)
    shot.picture = shot.picture.point([0] * level + [255] * (256 - level))


def faint(shot: Shot) -> None:
    """A printer at the end of its ink."""
    _turn(shot, shot.chance.uniform(-0.4, 0.4))
    left = shot.chance.uniform(0.25, 0.45)
    shot.picture = shot.picture.point([round(255 - (255 - n) * left) for n in range(256)])
    _blur(shot, 0.6)
    _grain(shot, 10)


KINDS: dict[str, Callable[[Shot], None]] = {
    "scan": scan,
    "skew": skew,
    "shadow": shadow,
    "photograph": photograph,
    "fax": fax,
    "faint": faint,
}


def worse(flat: Flat, kind: str, seed: str) -> Flat:
    """Return the pages as pictures.

    Args:
        kind: one of ``KINDS``.
        seed: the same one always gives the same pictures.
    """
    document = pypdfium2.PdfDocument(flat.data)
    out, first, pages = io.BytesIO(), True, []
    for place, labelled in enumerate(flat.pages):
        chance = random.Random(f"{seed}/{kind}/{place}")
        dpi = FAX if kind == "fax" else chance.choice(DPI)
        shot = Shot(_rendered(document[place], dpi), chance)
        KINDS[kind](shot)
        picture = _squeezed(shot, kind)
        picture.save(out, "PDF", resolution=dpi, append=not first)
        size = picture.width * 72 / dpi, picture.height * 72 / dpi
        pages.append(_moved(labelled, shot.corners, size))
        first = False
    document.close()
    return Flat(out.getvalue(), tuple(pages))


def _rendered(page: pypdfium2.PdfPage, dpi: int) -> Image.Image:
    picture: Image.Image = page.render(scale=dpi / 72, grayscale=True).to_pil()
    page.close()
    return picture.convert("L")


def _squeezed(shot: Shot, kind: str) -> Image.Image:
    """As it is kept: by JPEG with its traces, or one bit a point."""
    if kind == "fax":
        return shot.picture.convert("1", dither=Image.Dither.NONE)
    kept = io.BytesIO()
    shot.picture.save(kept, "JPEG", quality=shot.chance.randint(*JPEG))
    return Image.open(kept)


def _turn(shot: Shot, degrees: float) -> None:
    """Around the middle, on white."""
    wide, high = shot.picture.size
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    turned = []
    for x, y in shot.corners:
        dx, dy = (x - 0.5) * wide, (y - 0.5) * high
        turned.append(
            ((dx * cosine - dy * sine) / wide + 0.5, (dx * sine + dy * cosine) / high + 0.5)
        )
    shot.turn_to((turned[0], turned[1], turned[2], turned[3]), 255)


def _blur(shot: Shot, radius: float) -> None:
    shot.picture = shot.picture.filter(ImageFilter.GaussianBlur(radius * shot.picture.width / 1650))


def _grain(shot: Shot, strength: float) -> None:
    """Specks of a seeded chance; drawn on a tile, since a page of them takes a second."""
    side = 256
    tile = Image.frombytes("L", (side, side), shot.chance.randbytes(side * side))
    middle = 128
    tile = tile.point([round(middle + (n - 127.5) * strength / 74) for n in range(256)])
    specks = Image.new("L", shot.picture.size)
    for x in range(0, specks.width, side):
        for y in range(0, specks.height, side):
            turned = tile.rotate(shot.chance.choice((0, 90, 180, 270)))
            specks.paste(turned, (x, y))
    shot.picture = ImageChops.add(shot.picture, specks, offset=-middle)


def _shade(shot: Shot, deepest: int) -> None:
    """Light that falls off to one side, and a band of shadow."""
    chance, (wide, high) = shot.chance, shot.picture.size
    small = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270)))
    depth = chance.uniform(0.4, 1.0) * deepest
    small = small.point([round(255 - depth * n / 255) for n in range(256)])
    draw = ImageDraw.Draw(small)
    at, band = chance.randint(0, 255), chance.randint(6, 30)
    draw.rectangle((at - band, 0, at + band, 255), fill=round(255 - 0.8 * deepest))
    light = small.filter(ImageFilter.GaussianBlur(10)).resize(
        (wide, high), Image.Resampling.BICUBIC
    )
    shot.picture = ImageChops.multiply(shot.picture, light)


def _moved(page: Labelled, corners: Sequence[Point], size: tuple[float, float]) -> Labelled:
    wide, high = size
    there = homography([(0, 0), (1, 0), (1, 1), (0, 1)], list(corners))

    def moved(rect: Rect) -> Rect:
        x0, y0, x1, y1 = rect
        spots = []
        for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)):
            u, v = project(there, (x / page.width, 1 - y / page.height))
            spots.append((u * wide, (1 - v) * high, u * wide, (1 - v) * high))
        return _even(spots)

    boxes: tuple[Box, ...] = tuple(replace(box, rect=moved(box.rect)) for box in page.boxes)
    return Labelled(wide, high, boxes)


def _even(spots: Sequence[Rect]) -> Rect:
    """The upright rectangle nearest to a slanted one: through the middles of its sides."""
    (ax, ay, *_), (bx, by, *_), (cx, cy, *_), (dx, dy, *_) = spots
    return (ax + dx) / 2, (ay + by) / 2, (bx + cx) / 2, (cy + dy) / 2


def project(by: Homography, point: Point) -> Point:
    """Where a point is put."""
    a, b, c, d, e, f, g, h = by
    x, y = point
    w = g * x + h * y + 1
    return (a * x + b * y + c) / w, (d * x + e * y + f) / w


def homography(here: Sequence[Point], there: Sequence[Point]) -> Homography:
    """The eight numbers that put four points on four others."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(here, there, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for place in range(8):
        best = max(range(place, 8), key=lambda n: abs(rows[n][place]))
        rows[place], rows[best] = rows[best], rows[place]
        lead = rows[place][place]
        rows[place] = [one / lead for one in rows[place]]
        for n in range(8):
            if n != place and (factor := rows[n][place]):
                rows[n] = [a - factor * b for a, b in zip(rows[n], rows[place], strict=True)]
    return tuple(row[8] for row in rows)
