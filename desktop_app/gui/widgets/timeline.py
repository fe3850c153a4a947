"""One step of a timeline: a dot, filled when it happened, hollow while it is to come; then words.

The words say by themselves what the dot shows: a screen reader needs nothing else.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import Words

DOT = 7.0  # pixels of radius at 100 %
PEN = 2.0


class TimelineStep(QWidget):
    """A sentence beside its dot; what is added goes under the sentence."""

    def __init__(self, look: Look, sentence: str, *, to_come: bool, last: bool) -> None:
        """``last``: nothing follows, so that no line goes on under the dot."""
        super().__init__()
        self._look, self._to_come, self._last = look, to_come, last
        self._words = Words(look, sentence)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self._words)
        look.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = DOT * self._look.zoom
        first_line = self._words.y() + self._words.fontMetrics().lineSpacing() / 2
        x = self._look.space(1.5)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        centre = QPointF(x, first_line)
        colour = self._look.colour("primary")
        painter.setPen(QPen(colour, PEN * self._look.zoom))
        if not self._last:
            end = QPointF(centre.x(), self.height())
            painter.drawLine(centre + QPointF(0, radius), end)
        painter.setBrush(Qt.BrushStyle.NoBrush if self._to_come else colour)
        painter.drawEllipse(centre, radius, radius)

    def _dress(self) -> None:
        space = self._look.space
        self.column.setContentsMargins(space(4), 0, 0, space(2))
        self.column.setSpacing(space(1))
        self.update()
