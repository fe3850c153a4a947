"""A page that is a picture, as a sheet: its lines found in the pixels, once it stands straight.

Slower and less exact than what a page draws; its words are not read.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PIL import Image, ImageChops, ImageFilter

from desktop_app.core.rect import Rect
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.detection.pixels import WORDS, Blob, Ink, blobs, is_clear, is_solid
from desktop_app.untrusted.detection.sheet import Line, Mark, Sheet, Word
from desktop_app.untrusted.operations.standing import Standing, corners_of, flat
from desktop_app.untrusted.operations.white_cells import Ground, cells_of, ground_of, rect_of

DPI = 150
SCALE = DPI / 72
AROUND = 12  # pixels: the paper near a stroke, to which it is compared
CONTRAST = 18  # of 255: how much darker ink is
PAPER, GRAINS, MOST_CONTRAST = 0.7, 5.0, 70  # of the pixels; times as dark as most of these
TURNS = 3.0  # degrees, on each side
STEPS = ((0.25, 2), (0.05, 2))  # degrees, and how many times smaller the picture is looked at
SHORTEST, SHORTEST_WALL = 12, 8  # pixels: a foot, a wall
THICK, THICKEST = 5, 8  # pixels: more is no line; a long one may be thicker
SPARSE = 0.3  # of its rectangle: what is left of a frame is no word
CLEAR = (3, 5)  # rows from a line that are white
INK_AROUND = 0.25  # share of them that walls may take
SOLID = 0.9  # of a line
TALLEST, LOWEST = 14, 5  # pixels: of a slice, of a word
DOT, DOTS = 3, 20  # pixels of half the size: how high and how long a row of dots is
HOLE, HOLE_SQUARE, HOLE_FULL = (8, 34), 1.3, 0.9  # pixels; sides; of its rectangle
EDGE = 10  # pixels
MEET = 4  # pixels between lines that touch
LONG = 90  # pixels: no stem of a letter is that long; words may stand on a longer line


def sheet_of_picture(page: Any, width: float, height: float) -> tuple[Sheet, Standing]:
    """Return the lines and unread words of a page, and how it stood before it was straight.

    Args:
        page: of PDFium.
        width, height: of the page as seen, in points.
    """
    colours = _seen(page)
    corners = corners_of(colours.convert("L"))
    colours = flat(colours, corners) if corners else colours
    ground = ground_of(colours)
    darker = _darker(ground.level if ground else colours.convert("L"))
    limit = _limit(darker)
    turn = skew(_ink(darker, limit))
    darker = darker.rotate(turn, Image.Resampling.BICUBIC) if turn else darker
    ink = _ink(darker, limit)
    if corners:
        ink = _inside(ink)
    level = _lines(ink, SHORTEST)
    # A wall has white on one side at least: another one may stand close.
    standing = _lines(ink.transpose(Image.Transpose.TRANSPOSE), SHORTEST_WALL, sides=1)
    upright = [one for one in standing if one.wide > LONG or _meets_one(one, level)]
    scale = ink.height / height
    holes = _holes(ink)
    words, rows = _rest(_without(ink, level, upright, holes), scale, height)
    return (
        Sheet(
            width,
            height,
            (*(_level(one, scale, height) for one in level), *rows),
            tuple(_upright(one, scale, height) for one in upright),
            words,
            tuple(rect_of(one, scale, height) for one in holes),
            is_picture=True,
            tinted=_white_cells(ground, turn, scale, height),
        ),
        Standing(corners, turn),
    )


def as_it_stood(marks: Sequence[Mark], stood: Standing, width: float, height: float) -> list[Mark]:
    """Return marks where they stand on the page as it is, before it was made straight."""
    found = []
    for mark in marks:
        rect = stood.back(mark.rect, width, height)
        scale = (rect[3] - rect[1]) / (mark.rect[3] - mark.rect[1])
        leading, indent = mark.leading * scale, mark.indent * scale
        found.append(replace(mark, rect=rect, leading=leading, indent=indent))
    return found


def _white_cells(
    ground: Ground | None, turn: float, scale: float, height: float
) -> tuple[Rect, ...]:
    if ground is None:
        return ()
    whites = [one.rotate(turn, Image.Resampling.NEAREST) if turn else one for one in ground.whites]
    return tuple(rect_of(one, scale, height) for one in cells_of(whites))


def _limit(darker: Image.Image) -> int:
    """How much darker than its paper ink is: more, where the paper itself is grainy."""
    counts, left = darker.histogram(), PAPER * darker.width * darker.height
    grain = next(level for level in range(256) if (left := left - counts[level]) <= 0)
    return max(CONTRAST, min(round(GRAINS * grain), MOST_CONTRAST))


def _ink(darker: Image.Image, limit: int) -> Image.Image:
    return darker.point([0] * limit + [255] * (256 - limit))


def _inside(ink: Image.Image) -> Image.Image:
    """Without the edge of the sheet, which is no line."""
    kept = Image.new("L", ink.size)
    box = (EDGE, EDGE, ink.width - EDGE, ink.height - EDGE)
    kept.paste(ink.crop(box), box)
    return kept


def _seen(page: Any) -> Image.Image:
    width, height = page.get_size()
    scale = min(SCALE, math.sqrt(ceilings.PIXELS_A_PAGE / max(1.0, width * height)))
    picture: Image.Image = page.render(scale=scale).to_pil()
    return picture.convert("RGB")


def _darker(grey: Image.Image) -> Image.Image:
    """How much darker each point of a page is than the paper around it."""
    paper = grey.filter(ImageFilter.BoxBlur(AROUND))
    return ImageChops.subtract(paper, grey)


def turn_of(grey: Image.Image) -> float:
    """By how many degrees a picture of a page must be turned, as ``skew``."""
    darker = _darker(grey)
    return skew(_ink(darker, _limit(darker)))


def skew(ink: Image.Image) -> float:
    """By how many degrees, counter-clockwise, a page must be turned to stand straight."""
    best, around = 0.0, TURNS
    for step, smaller in STEPS:
        small = ink.reduce(smaller)
        count = round(around / step)
        tries = [best + step * number for number in range(-count, count + 1)]
        best = max(tries, key=lambda angle: (_sharpness(small, angle), -abs(angle)))
        around = step
    return 0.0 if abs(best) < 0.05 else round(best, 2)


def _sharpness(small: Image.Image, angle: float) -> float:
    """How much rows of ink and rows of paper differ: most when lines are level.

    Nothing is smoothed: it would favour the one angle at which nothing is to be turned.
    """
    turned_image = small.rotate(angle, Image.Resampling.NEAREST) if angle else small
    # Floats: an average of bytes would be rounded to the same few values at every angle.
    rows = turned_image.convert("F").resize((1, small.height), Image.Resampling.BOX).tobytes()
    return sum((a - b) ** 2 for a, b in pairwise(memoryview(rows).cast("f")))


def _lines(ink: Image.Image, shortest: int, sides: int = 2) -> list[Blob]:
    data = Ink(ink.width, ink.height, ink.tobytes())
    return [
        blob
        for blob in blobs(data, shortest)
        if blob.high <= (THICKEST if blob.wide > LONG else THICK)
        and blob.wide >= 2 * blob.high
        and is_solid(data, blob, SOLID)
        and is_clear(data, blob, CLEAR, INK_AROUND, 1 if blob.wide > LONG else sides)
    ]


def _holes(ink: Image.Image) -> list[Blob]:
    """Squares to tick whose frame is whole, its sides too short or too worn for lines."""
    paper = ImageChops.invert(ink.filter(ImageFilter.MaxFilter(3)))
    least, most = HOLE
    return [
        Blob(one.x0 - 2, one.y0 - 2, one.x1 + 2, one.y1 + 2)
        for one in blobs(Ink(paper.width, paper.height, paper.tobytes()), least, 1)
        if least <= min(one.wide, one.high)
        and max(one.wide, one.high) <= min(most, HOLE_SQUARE * min(one.wide, one.high))
        and one.area >= HOLE_FULL * one.wide * one.high
    ]


def _meets_one(wall: Blob, level: Sequence[Blob]) -> bool:
    """Whether an upright blob (of the picture turned over its diagonal) touches a level one."""
    x = (wall.y0 + wall.y1) / 2
    return any(
        one.x0 - MEET <= x <= one.x1 + MEET
        and (
            abs(one.y0 - wall.x1) <= MEET
            or abs(one.y1 - wall.x0) <= MEET
            or wall.x0 < one.y0 < wall.x1
        )
        for one in level
    )


def _level(blob: Blob, scale: float, height: float) -> Line:
    at = height - (blob.y0 + blob.y1) / 2 / scale
    return Line(at, blob.x0 / scale, blob.x1 / scale, _thick(blob, scale))


def _upright(blob: Blob, scale: float, height: float) -> Line:
    """A blob of the picture turned over its diagonal."""
    at = (blob.y0 + blob.y1) / 2 / scale
    return Line(at, height - blob.x1 / scale, height - blob.x0 / scale, _thick(blob, scale))


def _thick(blob: Blob, scale: float) -> float:
    """Of a line that leans a little, its own thickness and not that of its rectangle."""
    high = blob.area / blob.wide
    return min(1.2, high / scale / 2) if high <= THICK else high / scale


def _without(
    ink: Image.Image, level: Sequence[Blob], upright: Sequence[Blob], holes: Sequence[Blob]
) -> Image.Image:
    """The ink without its lines and squares."""
    rest = ink.copy()
    for blob in level:
        rest.paste(0, (blob.x0 - 1, blob.y0 - 2, blob.x1 + 1, blob.y1 + 2))
    for blob in upright:
        rest.paste(0, (blob.y0 - 1, blob.x0 - 1, blob.y1 + 1, blob.x1 + 1))
    for blob in holes:
        rest.paste(0, (blob.x0 - 2, blob.y0 - 2, blob.x1 + 2, blob.y1 + 2))
    return rest


def _rest(
    rest: Image.Image, scale: float, height: float
) -> tuple[tuple[Word, ...], tuple[Line, ...]]:
    """What is left of the ink without its lines: words, and rows of dots."""
    small = rest.reduce(2).point(_any)
    found: list[Word] = []
    rows: list[Line] = []
    for blob in blobs(Ink(small.width, small.height, small.tobytes()), 1, WORDS):
        is_frame = blob.high > TALLEST and blob.area < SPARSE * blob.wide * blob.high
        if blob.high <= DOT and blob.wide >= DOTS:
            foot = height - 2 * blob.y1 / scale
            ends = 2 * blob.x0 / scale, 2 * blob.x1 / scale
            rows.append(Line(foot, *ends, typed=True, dotted=True))
            continue
        if 2 * blob.high < LOWEST or blob.wide < 2 or is_frame:
            continue
        for top in range(blob.y0, blob.y1, TALLEST):  # rows that touch are cut into slices
            foot = min(top + TALLEST, blob.y1)
            box: Rect = (
                2 * blob.x0 / scale,
                height - 2 * foot / scale,
                2 * blob.x1 / scale,
                height - 2 * top / scale,
            )
            found.append(Word("", box))
    return tuple(found), tuple(rows)


def _any(value: int) -> int:
    return 255 if value > 60 else 0
