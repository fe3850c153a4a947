"""What a page draws, as level and upright strokes and its letters: read by PDFium.

Slanted strokes and curves are left out, but for the corners of rounded boxes.
"""

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2.raw

from desktop_app.core.rect import Rect, area, holds, shared_area
from desktop_app.untrusted.detection import typed
from desktop_app.untrusted.detection.cropped import cropped
from desktop_app.untrusted.detection.sheet import Line, Sheet
from desktop_app.untrusted.operations.geometry import Seen
from desktop_app.untrusted.operations.letters import letters

pdfium: Any = pypdfium2.raw

OBJECTS, POINTS, DEEP = 20_000, 200_000, 6
STRAIGHT, LEAN, FURTHEST = 0.35, 0.04, 1.0  # points, or share of a length, that a stroke may lean
THIN = 2.4  # points: a painted rectangle that thin is a stroke
BROAD = 6.0  # points: a stroke that hides what is under it
WHITE = 245  # of 255: lighter paint is the paper itself
PALE = 235  # of 255: lighter strokes are not seen
DARK = 205  # of 255: darker thin paint is a stroke
SHADED = 215  # of 255: on darker paint nobody writes
FEW = 20  # lines drawn over a picture: a frame, not a form
CLEAR = 256  # no paint at all
TINTED = 2_000.0  # square points: a tinted ground on which white boxes may lie
WHOLE = 0.5  # of the page: a larger picture is the page itself
ROUNDED = 26  # points of a path: a rounded box has no more
CIRCLE = (5.0, 14.0)  # points: how wide a circle to tick is

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


@dataclass(slots=True)
class Strokes:
    """Strokes under collection, in the page as seen."""

    level: list[Line] = field(default_factory=list)
    upright: list[Line] = field(default_factory=list)
    inked: list[Rect] = field(default_factory=list)
    grounds: list[Rect] = field(default_factory=list)
    art: list[Rect] = field(default_factory=list)
    pictures: list[Rect] = field(default_factory=list)
    white: list[Rect] = field(default_factory=list)
    tinted: list[Rect] = field(default_factory=list)
    circles: list[Rect] = field(default_factory=list)

    def is_picture(self, width: float, height: float) -> bool:
        """Whether pictures cover most of a page on which few lines are drawn."""
        page = (0.0, 0.0, width, height)
        covered = sum(shared_area(page, one) for one in self.pictures)
        return covered > WHOLE * width * height and len(self.level) + len(self.upright) < FEW

    def add(self, one: Point, other: Point, thick: float, *, dotted: bool = False) -> None:
        """Keep a segment that is level or upright."""
        x0, x1 = sorted((one[0], other[0]))
        y0, y1 = sorted((one[1], other[1]))
        if _is_straight(x1 - x0, y1 - y0):
            self.level.append(Line((y0 + y1) / 2, x0, x1, thick, dotted=dotted))
        elif _is_straight(y1 - y0, x1 - x0):
            self.upright.append(Line((x0 + x1) / 2, y0, y1, thick, dotted=dotted))

    def part(self, left: float, right: float, low: float, high: float) -> None:
        """Take out what level lines show between two places."""
        kept: list[Line] = []
        for line in self.level:
            if low <= line.at <= high and line.start < left and right < line.end:
                kept += [replace(line, end=left), replace(line, start=right)]
            else:
                kept.append(line)
        self.level = kept

    def add_box(self, box: Rect, thick: float) -> None:
        """Keep the four sides of a box."""
        x0, y0, x1, y1 = box
        corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
        for one, other in itertools.pairwise(corners):
            self.add(one, other, thick)


def _is_straight(along: float, across: float) -> bool:
    return along > 1.0 and across <= max(STRAIGHT, min(FURTHEST, LEAN * along))


def sheet_of(page: Any, seen: Seen) -> Sheet:
    """Read a page of PDFium; coordinates become those of the page as seen."""
    strokes = Strokes()
    left = [OBJECTS, POINTS]
    for raw, matrix in _paths(page.raw, None, left, 0):
        if pdfium.FPDFPageObj_GetType(raw) == pdfium.FPDF_PAGEOBJ_IMAGE:
            strokes.pictures.append(_picture(matrix, seen))
            strokes.art.append(strokes.pictures[-1])
        else:
            _read_path(raw, matrix, seen, strokes, left)
        if left[1] <= 0:
            break
    found = typed.read(letters(page, seen))
    size = seen.page()
    sheet = Sheet(
        size.width,
        size.height,
        (*strokes.level, *found.rows),
        (*strokes.upright, *found.bars),
        tuple(found.words),
        (*found.squares, *dict.fromkeys(strokes.circles)),
        tuple(strokes.inked),
        tuple(one for one in strokes.art if area(one) < WHOLE * size.width * size.height),
        strokes.is_picture(size.width, size.height),
        tuple(strokes.white),
        tuple(strokes.tinted),
    )
    return cropped(sheet)


def _paths(
    container: Any, outer: Matrix | None, left: list[int], depth: int
) -> Iterator[tuple[Any, Matrix]]:
    """Every path and picture, those of forms within forms too, with their matrix to the page."""
    if depth:
        count, get = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
    else:
        count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    for index in range(count(container)):
        left[0] -= 1
        if left[0] < 0:
            return
        one = get(container, index)
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind not in (
            pdfium.FPDF_PAGEOBJ_PATH,
            pdfium.FPDF_PAGEOBJ_FORM,
            pdfium.FPDF_PAGEOBJ_IMAGE,
        ):
            continue
        found = pdfium.FS_MATRIX()
        if not pdfium.FPDFPageObj_GetMatrix(one, found):
            continue
        matrix = found.a, found.b, found.c, found.d, found.e, found.f
        whole = _product(matrix, outer) if outer else matrix
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield one, whole
        elif depth < DEEP:
            yield from _paths(one, whole, left, depth + 1)


def _picture(matrix: Matrix, seen: Seen) -> Rect:
    """Where a picture stands: it fills the unit square of its own space."""
    a, b, c, d, e, f = matrix
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return seen.rect((min(xs), min(ys), max(xs), max(ys)))


def _product(one: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


@dataclass(slots=True)
class _Part:
    """One outline of a path: its points; where it is curved."""

    points: list[Point] = field(default_factory=list)
    curved: int = 0
    closed: bool = False

    def box(self) -> Rect:
        xs, ys = zip(*self.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


def _read_path(raw: Any, matrix: Matrix, seen: Seen, strokes: Strokes, left: list[int]) -> None:
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(raw, fill, stroked):
        return
    ink = _light(raw, pdfium.FPDFPageObj_GetStrokeColor) if stroked.value else CLEAR
    if ink < CLEAR and ink > WHITE and strokes.level:
        _wipe(raw, matrix, seen, strokes)
    drawn = ink < PALE
    paint = _light(raw, pdfium.FPDFPageObj_GetFillColor) if fill.value else CLEAR
    if not drawn and (paint == CLEAR or (paint >= WHITE and not strokes.grounds)):
        return
    parts = list(_outlines(raw, matrix, seen, left))
    if drawn:
        width = ctypes.c_float()
        pdfium.FPDFPageObj_GetStrokeWidth(raw, width)
        scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
        dotted = pdfium.FPDFPageObj_GetDashCount(raw) > 0
        for part in parts:
            _stroke(part, max(width.value * scale, 0.1), strokes, dotted=dotted)
    if paint < WHITE:
        _paint(parts, paint, strokes)
    elif paint < CLEAR:
        _leave_white(parts, strokes)


def _light(raw: Any, get: Any) -> int:
    """How light a colour is, from 0 to 255; CLEAR when it is transparent."""
    r, g, b, a = (ctypes.c_uint() for _ in range(4))
    if not get(raw, r, g, b, a):
        return 0
    if a.value < 10:
        return CLEAR
    return int(0.3 * r.value + 0.59 * g.value + 0.11 * b.value)


def _outlines(raw: Any, matrix: Matrix, seen: Seen, left: list[int]) -> Iterator[_Part]:
    part = _Part()
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    for index in range(pdfium.FPDFPath_CountSegments(raw)):
        left[1] -= 1
        if left[1] < 0:
            return
        segment = pdfium.FPDFPath_GetPathSegment(raw, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and part.points:
            yield part
            part = _Part()
        u, v = a * x.value + c * y.value + e, b * x.value + d * y.value + f
        point = seen.rect((u, v, u, v))[:2]
        part.points.append((point[0], point[1]))
        part.curved += kind == pdfium.FPDF_SEGMENT_BEZIERTO
        part.closed = part.closed or bool(pdfium.FPDFPathSegment_GetClose(segment))
    if part.points:
        yield part


def _stroke(part: _Part, thick: float, strokes: Strokes, *, dotted: bool) -> None:
    if part.curved:
        if _is_rounded(part):
            strokes.add_box(part.box(), thick)
        elif _is_circle(part):
            strokes.circles.append(part.box())
        return
    points = part.points + part.points[:1] * part.closed
    for one, other in itertools.pairwise(points):
        strokes.add(one, other, thick, dotted=dotted)


def _is_rounded(part: _Part) -> bool:
    """Whether an outline with curves is a box with round corners: its sides lie on its box."""
    if len(part.points) > ROUNDED or part.curved % 3 or not 3 <= part.curved <= 12:
        return False
    x0, y0, x1, y1 = part.box()
    if x1 - x0 < 5 or y1 - y0 < 5:
        return False
    sides = set()
    points = part.points + part.points[:1]
    for one, other in itertools.pairwise(points):
        for axis, (low, high) in enumerate(((x0, x1), (y0, y1))):
            if abs(one[axis] - other[axis]) < STRAIGHT:
                sides |= {(axis, place) for place in (low, high) if abs(one[axis] - place) < 0.3}
    return len(sides) == 4


def _is_circle(part: _Part) -> bool:
    """Whether an outline is a circle as small as one to tick."""
    x0, y0, x1, y1 = part.box()
    least, most = CIRCLE
    return (
        8 <= part.curved <= len(part.points) <= ROUNDED
        and least <= x1 - x0 <= most
        and abs((x1 - x0) - (y1 - y0)) < STRAIGHT
    )


def _paint(parts: Sequence[_Part], light: int, strokes: Strokes) -> None:
    boxes = [part.box() for part in parts if not part.curved and len(part.points) in (4, 5)]
    strokes.art += [part.box() for part in parts if part.curved]
    plain = [part.box() for part in parts if len(part.points) <= ROUNDED]
    strokes.grounds += [one for one in plain if area(one) > TINTED]
    for place, box in enumerate(boxes):
        x0, y0, x1, y1 = box
        if min(x1 - x0, y1 - y0) <= THIN and light >= DARK:
            continue  # a gap of a tinted ground
        if y1 - y0 <= THIN and x1 - x0 > y1 - y0:
            strokes.add((x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2), y1 - y0)
        elif x1 - x0 <= THIN:
            strokes.add(((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1), x1 - x0)
        elif any(_is_border(box, other) for other in boxes[:place] + boxes[place + 1 :]):
            strokes.add_box(box, 1.0)
        elif light < SHADED:
            strokes.inked.append(box)
        else:
            strokes.tinted.append(box)


def _leave_white(parts: Sequence[_Part], strokes: Strokes) -> None:
    """White boxes on a tinted ground are boxes."""
    for part in parts:
        box = part.box()
        if (
            part.curved
            or len(part.points) not in (4, 5)
            or min(box[2] - box[0], box[3] - box[1]) < 6
        ):
            continue
        if any(holds(ground, box, 0.0) and ground != box for ground in strokes.grounds):
            strokes.add_box(box, 0.5)
            strokes.white.append(box)


def _wipe(raw: Any, matrix: Matrix, seen: Seen, strokes: Strokes) -> None:
    """A thick upright stroke of white parts the level lines under it."""
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(raw, width)
    thick = width.value * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
    if thick < BROAD:
        return
    for part in _outlines(raw, matrix, seen, [POINTS, POINTS]):
        x0, y0, x1, y1 = part.box()
        if len(part.points) == 2 and _is_straight(y1 - y0, x1 - x0):
            middle = (x0 + x1) / 2
            strokes.part(middle - thick / 2, middle + thick / 2, y0, y1)


def _is_border(outer: Rect, inner: Rect) -> bool:
    """Whether two outlines painted together leave a thin frame between them."""
    gaps = (
        inner[0] - outer[0],
        inner[1] - outer[1],
        outer[2] - inner[2],
        outer[3] - inner[3],
    )
    return all(0 < gap <= THIN for gap in gaps) or all(0 < -gap <= THIN for gap in gaps)
