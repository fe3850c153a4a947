"""A photo or a scan of a paper, made straight: a JPEG of its pixels, nothing else of the file."""

import math

from PIL import Image, ImageOps

from desktop_app.untrusted import ceilings
from desktop_app.untrusted.operations.pictures import (  # fmt: skip
    in_eight_bits,
    of_pixels,
    on_white,
    opened,
)
from desktop_app.untrusted.operations.scans import turn_of
from desktop_app.untrusted.operations.standing import Corners, corners_of, flat
from desktop_app.untrusted.operations.subject import Asked, Outcome, Subject

QUALITY = 80
LOOKED_AT = 1_754  # pixels: the long side of an A4 page at 150 dots an inch
PAPER = 150  # of 255: half of a page of paper is lighter


def sheet(subject: Subject, asked: Asked) -> Outcome:
    """The paper upright, its sides straight where they are seen on a darker ground, level."""
    side = ceilings.PAPER_SIDE
    with opened(subject) as image:
        image.draft("RGB", (side, side))
        image.load()
        upright = ImageOps.exif_transpose(image)
    page = on_white(in_eight_bits(upright)).convert("RGB")
    page.thumbnail((side, side))
    if (corners := corners_of(page.convert("L"))) is not None:
        page = flat(page, corners).resize(_size(page, corners), Image.Resampling.BICUBIC)
    if turn := _turn(page):
        page = page.rotate(turn, Image.Resampling.BICUBIC, fillcolor="white")
    return {"width": page.width, "height": page.height}, [of_pixels(page, "JPEG", QUALITY)]


def _turn(page: Image.Image) -> float:
    """By how many degrees it must be turned; what is no page of paper is left as it is."""
    grey = page.convert("L")
    grey.thumbnail((LOOKED_AT, LOOKED_AT))
    counts, lighter = grey.histogram(), grey.width * grey.height // 2
    return turn_of(grey) if sum(counts[PAPER:]) > lighter else 0.0


def _size(page: Image.Image, corners: Corners) -> tuple[int, int]:
    """How large the sheet is in its picture: the mean of its sides that face each other."""
    points = [(x * page.width, y * page.height) for x, y in corners]
    top, right, bottom, left = (math.dist(points[n], points[(n + 1) % 4]) for n in range(4))
    return max(1, round((top + bottom) / 2)), max(1, round((left + right) / 2))
