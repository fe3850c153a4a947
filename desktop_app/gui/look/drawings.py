"""Line drawings of our own, beside words and never instead of them; a screen reader skips them.

Each is strokes on a grid of 24 by 24, drawn in one colour of the theme at any size.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.gui.look.strokes import SHEET, Arc, Box, Line, Stroke, line

GRID = 24.0
SIDE = 28  # pixels at 100 %
SEEN = 56  # of what is on a disk, where its own picture may come
OF_FILES = ("image", "papier")
PEN = 1.7  # on the grid


_WRITTEN = (line((9, 11), (15, 11)), line((9, 14), (15, 14)), line((9, 17), (15, 17)))

DRAWINGS: dict[str, tuple[Stroke, ...]] = {
    "marque": (*SHEET, *_WRITTEN),  # the program's own mark
    "lettre": (Box(3, 5, 18, 14), line((3.5, 6.5), (12, 13), (20.5, 6.5))),
    "demande": (  # a hand's pen on a line
        line((4, 21), (20, 21)),
        line((6, 17), (7, 13), (16, 4), (19, 7), (10, 16), (6, 17)),
        line((13.5, 6.5), (16.5, 9.5)),
    ),
    "formulaire": (
        *SHEET,
        Box(8.5, 10, 3, 3, 0.5),
        Box(8.5, 15, 3, 3, 0.5),
        line((14, 11.5), (15.5, 11.5)),
        line((14, 16.5), (15.5, 16.5)),
    ),
    "documents": (
        line((3, 19), (3, 5), (9, 5), (11, 8), (21, 8), (21, 19), (3, 19)),
        line((3, 11.5), (21, 11.5)),
    ),
    "document": (*SHEET, line((9, 12), (15, 12)), line((9, 16), (13, 16))),
    "semaine": (
        Box(3, 5, 18, 16),
        line((3, 10), (21, 10)),
        line((8, 3), (8, 7)),
        line((16, 3), (16, 7)),
        line((8, 15), (11, 18), (16, 13)),
    ),
    "personnes": (
        Arc(9, 8, 3.5),
        Arc(9, 20, 6, 0, 180),
        Arc(16.5, 9.5, 2.5),
        Arc(16.5, 20, 5, 0, 90),
    ),
    "coffre": (
        Box(4, 11, 16, 10),
        line((8, 11), (8, 8)),
        Arc(12, 8, 4, 0, 180),
        line((16, 8), (16, 11)),
        Arc(12, 15, 1.2),
        line((12, 16.2), (12, 18)),
    ),
    "reprendre": (  # where one left off: a bookmark
        line((6, 3), (18, 3), (18, 21), (12, 16.5), (6, 21), (6, 3)),
        line((9.5, 8), (14.5, 8)),
    ),
    "bureau": (
        line((3, 9), (12, 4), (21, 9), (3, 9)),
        line((6, 9), (6, 18)),
        line((10, 9), (10, 18)),
        line((14, 9), (14, 18)),
        line((18, 9), (18, 18)),
        line((3, 18.5), (21, 18.5)),
        line((3, 21), (21, 21)),
    ),
    "clé": (
        Box(5, 10, 14, 11),
        Box(8, 4, 8, 6, 0.5),
        line((11, 6.5), (11, 7.5)),
        line((13, 6.5), (13, 7.5)),
    ),
    "image": (
        Box(3, 4, 18, 16),
        Arc(8.5, 9.5, 1.8),
        line((3.5, 18), (9.5, 13), (13, 16), (16.5, 11.5), (20.5, 16)),
    ),
    "photo": (  # a camera, from before
        Box(3, 7, 18, 12.5),
        Arc(12, 13.2, 3.4),
        line((8.5, 7), (10, 4.5), (14, 4.5), (15.5, 7)),
    ),
    "papier": (  # one sheet of a file, as a reader shows it: a picture, then lines
        Box(4, 2.5, 16, 19),
        Box(8, 6.5, 8, 5, 0.5),
        line((8, 15), (16, 15)),
        line((8, 18), (13, 18)),
    ),
    "urgent": (
        line((12, 3), (22, 20.5), (2, 20.5), (12, 3)),
        line((12, 9), (12, 14.5)),
        line((12, 17.4), (12, 17.6)),
    ),
    "inconnu": (
        Arc(12, 12, 9),
        Arc(12, 9.7, 2.7, 180, -225),
        line((13.8, 11.7), (12, 13.3), (12, 14.5)),
        line((12, 17), (12, 17.2)),
    ),
}


def strokes(name: str) -> tuple[Stroke, ...]:
    """Return a drawing: one of ``DRAWINGS``, or of those of offices, loaded with the first."""
    if name in DRAWINGS:
        return DRAWINGS[name]
    from desktop_app.gui.look.offices import OFFICES

    return OFFICES[name]


def draw(
    painter: QPainter, name: str, place: QRectF, colour: QColor, tint: QColor | None = None
) -> None:
    """Draw one of them into a square place; ``tint`` fills its body, which is its first stroke."""
    scale = place.width() / GRID
    pen = QPen(colour, PEN * scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    for stroke in strokes(name):
        painter.setBrush(Qt.BrushStyle.NoBrush if tint is None else tint)
        _draw(painter, stroke, place.topLeft(), scale)
        tint = None
    painter.restore()


def _draw(painter: QPainter, stroke: Stroke, origin: QPointF, scale: float) -> None:
    def square(x: float, y: float, width: float, height: float) -> QRectF:
        return QRectF(origin.x() + x * scale, origin.y() + y * scale, width * scale, height * scale)

    if isinstance(stroke, Line):
        points = [origin + QPointF(x, y) * scale for x, y in stroke.points]
        painter.drawPolygon(points) if points[0] in points[3:] else painter.drawPolyline(points)
    elif isinstance(stroke, Box):
        box = square(stroke.x, stroke.y, stroke.width, stroke.height)
        painter.drawRoundedRect(box, stroke.corner * scale, stroke.corner * scale)
    else:
        around, side = stroke.radius, 2 * stroke.radius
        circle = square(stroke.x - around, stroke.y - around, side, side)
        sixteenths = (round(16 * stroke.start), round(16 * stroke.span))
        whole = stroke.span == 360
        painter.drawEllipse(circle) if whole else painter.drawArc(circle, *sixteenths)
