"""Counts with a bar under each: the words of a row say by themselves what its bar shows."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import Words
from desktop_app.pages.page import Table

THICK = 8.0  # pixels at 100 %


class BarTable(QWidget):
    """A row of words for each count, and its bar, which a screen reader is told nothing of."""

    def __init__(self, look: Look, table: Table) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(0.5))
        column.addWidget(Words(look, " · ".join(table.head), "hint"))
        for cells, bar in zip(table.rows, table.bars, strict=True):
            column.addWidget(Words(look, " · ".join(cells)))
            column.addWidget(_Bar(look, bar))


class _Bar(QWidget):
    """So many thousandths of the width, begun where one begins to read; nothing for a 0."""

    def __init__(self, look: Look, thousandths: int) -> None:
        super().__init__()
        self._look, self._share = look, thousandths / 1000
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFixedHeight(round(THICK * self._look.zoom) if self._share else 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        wide = self.width() * self._share
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - wide if mirrored else 0.0
        painter = QPainter(self)
        painter.fillRect(QRectF(left, 0, wide, self.height()), self._look.colour("primary"))
