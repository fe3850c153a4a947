"""A closed list under its question; the wheel never changes it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import plain


class ClosedList(QComboBox):
    """Offers ``choices`` (value → words) under ``label``; tells the value that the person takes."""

    def __init__(
        self,
        look: Look,
        label: QLabel,
        choices: Mapping[str, str],
        taken: Callable[[str], object] = bool,
    ) -> None:
        super().__init__()
        self._look = look
        # Without a name of its own, a closed list would be called by its value.
        self.setAccessibleName(label.text())
        label.setBuddy(self)
        for value, words in choices.items():
            self.addItem(plain(words), value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _row: taken(self.value()))
        look.changed.connect(self._dress)
        self._dress()

    def offer(self, choices: Mapping[str, str], value: str) -> None:
        """Offer other choices, this one in view; nobody is told."""
        there = {str(self.itemData(row)): self.itemText(row) for row in range(self.count())}
        if there != {key: plain(words) for key, words in choices.items()}:
            self.clear()
            for key, words in choices.items():
                self.addItem(plain(words), key)
        self.put(value)

    def value(self) -> str:
        """Return the value in view; empty when there is none."""
        return str(self.currentData() or "")

    def put(self, value: str) -> None:
        """Show this value, if it is offered."""
        if (row := self.findData(value)) >= 0:
            self.setCurrentIndex(row)

    def minimumSizeHint(self) -> QSize:
        # As wide as its longest line, else: a printer's long name must not widen the page.
        size = super().minimumSizeHint()
        return QSize(min(size.width(), self._look.space(20)), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an arrow at its end: without one it looks like a line to type in."""
        super().paintEvent(event)
        side = self._look.space(1.5)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = side if mirrored else self.width() - 2 * side
        middle = self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.colour("primary"), self._look.space(0.3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        places = ((left, middle - side / 4), (left + side / 2, middle + side / 4))
        ends = [*places, (left + side, middle - side / 4)]
        painter.drawPolyline([QPointF(x, y) for x, y in ends])

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _dress(self) -> None:
        self.setFont(self._look.font())
