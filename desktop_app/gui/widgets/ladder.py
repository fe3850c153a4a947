"""The ladder of a matter, drawn: two uprights, a numbered rung a step, a frame where one stands.

Each step's words stand beside its rung: they say all that the drawing shows, so that a screen
reader, a large zoom and a copy need nothing else.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import Words
from desktop_app.pages.page import Rung

WIDTH = 8.0  # in steps of space: where the words begin
UPRIGHTS = (1.0, 6.5)
MOST_ZOOM = 2.0
NUMBER = 1.75  # radius of the number's circle


class LadderStep(QWidget):
    """One rung, where it stands, its title; what else is known of it goes under them, in
    ``column``. ``first`` and ``last`` end the uprights.
    """

    def __init__(self, look: Look, number: int, rung: Rung, *, first: bool, last: bool) -> None:
        super().__init__()
        self._look, self._number, self._rung = look, number, rung
        self._first, self._last = first, last
        self.column = QVBoxLayout(self)
        self._state = Words(look, rung.state, "hint")
        # Heard with its title: alone, a number or a state says nothing.
        self._state.setAccessibleName(f"{number}. {rung.state}")
        self.column.addWidget(self._state)
        self.column.addWidget(Words(look, rung.title, "subheading"))
        look.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._in_words_alone():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        self._draw(painter)

    def _in_words_alone(self) -> bool:
        """In the largest letters the words need the whole line, and say what the drawing shows."""
        return self._look.zoom > MOST_ZOOM

    def _draw(self, painter: QPainter) -> None:
        space, colour = self._look.space, self._look.colour
        left, right = (space(place) for place in UPRIGHTS)
        middle = self._state.y() + self._state.fontMetrics().lineSpacing()
        edge = tokens.EDGE * self._look.zoom
        if self._rung.here:
            painter.setPen(QPen(colour("primary"), edge))
            frame = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge - space(1))
            painter.drawRoundedRect(frame, space(1), space(1))
        painter.setPen(QPen(colour("edge"), 2 * edge))
        top = middle if self._first else 0
        foot = middle if self._last else self.height()
        for x in (left, right):
            painter.drawLine(QPointF(x, top - space(1) * self._first), QPointF(x, foot))
        painter.setPen(QPen(colour("primary"), 3 * edge))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        self._draw_number(painter, QPointF((left + right) / 2, middle))

    def _draw_number(self, painter: QPainter, centre: QPointF) -> None:
        """Draw the number on its rung: filled when done or here, hollow while only possible."""
        colour, radius = self._look.colour, NUMBER * self._look.space(1)
        reached = self._rung.reached or self._rung.here
        painter.setPen(QPen(colour("primary"), tokens.EDGE * self._look.zoom))
        painter.setBrush(colour("primary" if reached else "surface"))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(colour("on_primary" if reached else "ink"))
        painter.setFont(self._look.font("subheading"))
        place = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(2 * centre.x(), 0)
            painter.scale(-1, 1)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _dress(self) -> None:
        space = self._look.space
        left = 0 if self._in_words_alone() else space(WIDTH)
        self.column.setContentsMargins(left, space(1), self._look.side(1), space(3))
        self.column.setSpacing(space(0.5))
        self.update()
