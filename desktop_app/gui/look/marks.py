"""Ticks and radio buttons drawn by us: an edge that shows, a mark that is not only a colour.

Drawn by the widget, not by a style of Qt: a style in Python is called thousands of times a page.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look

SIDE = 24  # pixels at 100 %


def draw(painter: QPainter, look: Look, place: QRectF, *, is_round: bool, checked: bool) -> None:
    """Draw the circle of one choice, or the square of one of several, into a square place."""
    width = tokens.EDGE * look.zoom
    frame = place.adjusted(width, width, -width, -width)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("primary" if checked else "edge"), width))
    painter.setBrush(look.colour("surface"))
    if is_round:
        painter.drawEllipse(frame)
    else:
        painter.drawRoundedRect(frame, 3 * look.zoom, 3 * look.zoom)
    if checked:
        _dot(painter, look, frame) if is_round else _check(painter, look, frame)
    painter.restore()


def _dot(painter: QPainter, look: Look, frame: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("primary"))
    radius = frame.width() * 0.28
    painter.drawEllipse(frame.center(), radius, radius)


def _check(painter: QPainter, look: Look, frame: QRectF) -> None:
    pen = QPen(look.colour("primary"), frame.width() * 0.16)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    places = ((0.22, 0.52), (0.42, 0.74), (0.80, 0.26))
    painter.drawPolyline(
        [QPointF(frame.x() + x * frame.width(), frame.y() + y * frame.height()) for x, y in places]
    )
