"""What a finished page shows that is neither its blank nor our ink, pixel by pixel.

Our drawing is put over the picture of the blank by the engine that draws the finished page: where
nothing went wrong the two pictures are the same, to a few grey levels. A box that the form draws
itself is another matter, for each of us draws it in its own way: there a stroke may be thicker or
thinner, by less than a pixel.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from desktop_app.core.rect import meet
from desktop_app.untrusted.model import Rect

raw: Any = pypdfium2.raw

SAME = 16  # of 255 grey levels: the most that one letter differs when nothing is wrong is 14
LEAST = 3  # pixels: a dot of letters of 4 points has more
FOREIGN = [0] * (SAME + 1) + [255] * (255 - SAME)
OTHER_HUE = [0] * 25 + [255] * 231
BEYOND_HALF = [max(0, level - 96) for level in range(256)]  # a stem between two pixels is half grey
ANYTHING = [0] + [255] * 255
REACH = 5  # pixels, an odd number: how wide the edge of a box may be drawn
EDGE = 2  # pixels: how far a box may be drawn from its place

Place = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the blank as it is seen, as it is without its boxes, and what may change there.

    Comments are on both: nothing takes their place.

    Attributes:
        scale: pixels a point.
        emptied, free, unread: as ``PageQuestion`` says, on the page as seen; in a free box
            something may be missing, and nothing darker than it, what is under it, and our ink.
        loose: letters in boxes may stand up to a pixel from their place: a field is drawn by
            another way.
    """

    shown: Image.Image
    bare: Image.Image
    scale: float
    emptied: Sequence[Rect] = ()
    free: Sequence[Rect] = ()
    unread: Sequence[Rect] = ()
    loose: bool = False

    def place(self, rect: Rect, around: int = 1) -> Place:
        """A rectangle in pixels, from the upper left, and some more around it."""
        wide, high = self.shown.size
        x0, y0, x1, y1 = (side * self.scale for side in rect)
        left, top = math.floor(x0) - around, high - math.ceil(y1) - around
        right, foot = math.ceil(x1) + around, high - math.floor(y0) + around
        left, top = min(max(0, left), wide), min(max(0, top), high)
        return left, top, min(max(left, right), wide), min(max(top, foot), high)


class Wanted:
    """What a page must show: our drawing over its blank.

    In it answers take the place of what their boxes showed; or nothing does, for a box may begin
    where another ends.
    """

    def __init__(self, sheet: Sheet, drawing: Any) -> None:
        self.sheet = sheet
        self._drawing = drawing
        self._gives_place = _shows_in_boxes(sheet)
        self.picture = self.inked(_emptied(sheet) if self._gives_place else sheet.shown)

    def pictures(self) -> Iterator[Image.Image]:
        """Every picture that is right, the likeliest first."""
        yield self.picture
        if self._gives_place:
            yield self.inked(self.sheet.shown)

    def inked(self, base: Image.Image) -> Image.Image:
        """Our drawing over a picture, by the engine that draws the finished page."""
        if self._drawing is None:
            return base

        def paint(bitmap: Any, wide: int, high: int) -> None:
            raw.FPDF_RenderPageBitmap(
                bitmap, self._drawing, 0, 0, wide, high, 0, raw.FPDF_GRAYSCALE
            )

        return over(base, paint)


def over(base: Image.Image, paint: Callable[[Any, int, int], None]) -> Image.Image:
    """A picture in grey with more drawn over it by PDFium; ``base`` stays as it was."""
    wide, high = base.size
    maker: Any = pdfium.PdfBitmap
    bitmap = maker.new_native(wide, high, raw.FPDFBitmap_Gray)
    picture: Image.Image = bitmap.to_pil()  # the bitmap's own pixels
    picture.paste(base)
    paint(bitmap, wide, high)
    return picture


class Rest:
    """What is foreign on a page; what is said of one box is no longer said of another place.

    Attributes:
        as_wanted: nothing is, and the page shows the very picture that was the likeliest.
    """

    def __init__(
        self, picture: Image.Image | None, sheet: Sheet, *, as_wanted: bool = False
    ) -> None:
        self._picture = picture
        self._sheet = sheet
        self.as_wanted = as_wanted

    def take(self, rects: Sequence[Rect], around: int = 1) -> int:
        """How many foreign pixels are in some rectangles."""
        if self._picture is None:
            return 0
        found = 0
        for rect in rects:
            place = self._sheet.place(rect, around)
            if place[0] < place[2] and place[1] < place[3]:
                found += _count(self._picture.crop(place))
                self._picture.paste(0, place)
        return found if found >= LEAST else 0

    def left(self) -> int:
        """How many are anywhere else."""
        found = 0 if self._picture is None else _count(self._picture)
        return found if found >= LEAST else 0


def rest_of(picture: Image.Image, wanted: Wanted) -> Rest:
    """Compare a finished page with what it must show."""
    sheet = wanted.sheet
    for expected in wanted.pictures():
        rest = ImageChops.difference(picture, expected)
        found = rest.getbbox()
        if found is None or _most(rest.crop(found)) <= SAME:
            return Rest(None, sheet, as_wanted=expected is wanted.picture)
    rest = ImageChops.difference(picture, wanted.picture)
    if sheet.loose or sheet.shown is not sheet.bare:
        rest = _but_boxes(picture, rest, wanted)
    return Rest(rest.point(FOREIGN), sheet)


def hues_apart(picture: Image.Image, wanted: Image.Image, sheet: Sheet) -> int:
    """How many pixels have another colour, outside the boxes that a form draws itself.

    Of two pictures in colour, small; how light they are is compared elsewhere. In boxes that a
    form draws itself, letters have fringes of colour.
    """
    if picture.size != wanted.size or ImageChops.difference(picture, wanted).getbbox() is None:
        return 0
    mine, theirs = (one.convert("YCbCr").split()[1:] for one in (picture, wanted))
    blue, red = map(ImageChops.difference, mine, theirs)
    rest = ImageChops.lighter(blue, red).point(OTHER_HUE)
    if rest.getbbox() is None:
        return 0
    if sheet.loose or sheet.shown is not sheet.bare:
        shrunk = rest.width / sheet.shown.width
        boxes = ImageChops.difference(sheet.shown, sheet.bare).point(ANYTHING)
        boxes = boxes.resize(rest.size, Image.Resampling.BOX).point(ANYTHING)
        rest = ImageChops.subtract(rest, boxes.filter(ImageFilter.MaxFilter(REACH)))
        for rect in (*sheet.emptied, *sheet.free, *sheet.unread):
            x0, y0, x1, y1 = (side * shrunk for side in sheet.place(rect, EDGE))
            rest.paste(0, (math.floor(x0), math.floor(y0), math.ceil(x1), math.ceil(y1)))
    found = _count(rest)
    return found if found >= LEAST else 0


def apart(picture: Image.Image, other: Image.Image, blank: Image.Image, wanted: Image.Image) -> int:
    """How many pixels differ between two ways of showing a page where its blank's do not."""
    theirs = ImageChops.difference(blank, wanted).point(ANYTHING)
    mine = ImageChops.difference(picture, other).point(FOREIGN)
    if mine.getbbox() is None:
        return 0
    return _count(ImageChops.subtract(mine, theirs.filter(ImageFilter.MaxFilter(REACH))))


def _shows_in_boxes(sheet: Sheet) -> bool:
    """Whether the blank shows anything that answers take the place of; most forms do not."""
    if not sheet.emptied or sheet.shown is sheet.bare:
        return False
    boxes = ImageChops.difference(sheet.shown, sheet.bare)
    return any(boxes.crop(sheet.place(rect)).getbbox() for rect in sheet.emptied)


def _emptied(sheet: Sheet, around: int = 1) -> Image.Image:
    """The blank as seen, without what answers take the place of, to its edge and ``around`` it."""
    base = sheet.shown.copy()
    for rect in sheet.emptied:
        place = sheet.place(rect, around)
        base.paste(sheet.bare.crop(place), place)
    return base


def _but_boxes(picture: Image.Image, rest: Image.Image, wanted: Wanted) -> Image.Image:
    """Leave out what is only a box of the form drawn otherwise, or not at all where it is free."""
    sheet = wanted.sheet
    found = rest.point(FOREIGN).getbbox()
    if found is None:
        return rest
    left, top, right, foot = found
    where = left - REACH, top - REACH, right + REACH, foot + REACH  # black beyond the page
    seen, shown, bare = (one.crop(where) for one in (picture, sheet.shown, sheet.bare))
    boxes = ImageChops.difference(shown, bare).point(ANYTHING).filter(ImageFilter.MaxFilter(REACH))
    alike = _unlike(seen, wanted.picture.crop(where))
    if sheet.emptied:  # another box may begin where one ends
        tight = wanted.inked(_emptied(sheet, 0)).crop(where)
        alike = ImageChops.darker(alike, _unlike(seen, tight))
    kept = Image.composite(alike, rest.crop(where), boxes)
    for rect in sheet.emptied if sheet.loose else ():
        place = _within(where, sheet.place(rect))
        kept.paste(alike.crop(place).point(BEYOND_HALF), place)
    if sheet.free:
        darkest = ImageChops.darker(wanted.inked(sheet.shown), wanted.inked(sheet.bare))
        _draw_edges(darkest, sheet)
        darker = ImageChops.subtract(_around(darkest.crop(where), ImageChops.darker), seen)
        for rect in sheet.free:
            place = _within(where, sheet.place(rect, EDGE))
            kept.paste(darker.crop(place), place)
    for rect in sheet.unread:
        kept.paste(0, _within(where, sheet.place(rect, EDGE)))
    only = Image.new("L", rest.size, 0)
    inner = REACH, REACH, kept.width - REACH, kept.height - REACH
    only.paste(kept.crop(inner), (left, top))
    return only


def _draw_edges(picture: Image.Image, sheet: Sheet) -> None:
    """Draw the edges of boxes that lie over each other: the ticked one is put above the other."""
    drawing = ImageDraw.Draw(picture)
    for rect in sheet.free:
        if any(one is not rect and meet(one, rect) for one in sheet.free):
            left, top, right, foot = sheet.place(rect, 0)
            drawing.rectangle((left, top, right - 1, foot - 1), outline=0)


def _within(where: Place, place: Place) -> Place:
    """A place of the page in a part of its picture."""
    left, top = where[:2]
    return place[0] - left, place[1] - top, place[2] - left, place[3] - top


def _unlike(one: Image.Image, other: Image.Image) -> Image.Image:
    """How far each pixel is from all those around it in the other picture, either way."""
    return ImageChops.lighter(_beyond(one, other), _beyond(other, one))


def _beyond(one: Image.Image, other: Image.Image) -> Image.Image:
    """How much darker, or lighter, each pixel is than all those around it in the other picture."""
    darkest, lightest = _around(other, ImageChops.darker), _around(other, ImageChops.lighter)
    return ImageChops.lighter(ImageChops.subtract(darkest, one), ImageChops.subtract(one, lightest))


def _around(picture: Image.Image, choose: Any) -> Image.Image:
    """The darkest, or lightest, of each pixel and its eight neighbours."""
    across = reduce(choose, (ImageChops.offset(picture, step, 0) for step in (-1, 0, 1)))
    found: Image.Image = reduce(choose, (ImageChops.offset(across, 0, step) for step in (-1, 0, 1)))
    return found


def _most(picture: Image.Image) -> int:
    return int(picture.getextrema()[1])  # type: ignore[arg-type]


def _count(picture: Image.Image) -> int:
    """How many pixels are not black."""
    return picture.width * picture.height - picture.histogram()[0]
