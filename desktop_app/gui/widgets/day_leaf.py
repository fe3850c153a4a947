"""A day drawn as a leaf of a calendar: what stands beside it says the same in words."""

import datetime as dt

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app import i18n
from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look

LARGE = 2.0
"""Above this zoom the words need the whole width."""


class DayLeaf(QWidget):
    """The month on a band, the day, its name; none in the system's colours, nor in large letters.

    A screen reader is told nothing of it.
    """

    def __init__(self, look: Look, day: dt.date) -> None:
        super().__init__()
        self._look = look
        self._month, self._number, self._name = i18n.parts_of(day)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        small, large = (QFontMetrics(self._look.font(one)) for one in ("label", "date"))
        wide = max(map(small.horizontalAdvance, (self._month, self._name)))
        band = small.height() + self._look.space(1)
        self._band = band
        self.setFixedSize(wide + self._look.space(3), 2 * band + large.height())
        drawn = self._look.colours is not None and self._look.zoom <= LARGE
        if self.parentWidget() is not None or not drawn:  # shown on no page, it would be a window
            self.setVisible(drawn)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, pen = self._look, tokens.EDGE * self._look.zoom
        painter, accent = QPainter(self), self._look.colour("accent")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        leaf = QPainterPath()
        leaf.addRoundedRect(whole, look.space(0.75), look.space(0.75))
        painter.fillPath(leaf, look.colour("surface"))
        painter.setClipPath(leaf)
        band = QRectF(0, 0, self.width(), self._band)
        painter.fillRect(band, accent)
        painter.setClipping(False)
        painter.setPen(QPen(accent, pen))
        painter.drawPath(leaf)
        under = QRectF(0, self.height() - self._band, self.width(), self._band)
        middle = QRectF(0, self._band, self.width(), self.height() - 2 * self._band)
        self._write(painter, band, "label", "surface", self._month)
        self._write(painter, middle, "date", "ink", self._number)
        self._write(painter, under, "body", "ink", self._name)

    def _write(self, painter: QPainter, place: QRectF, role: str, ink: str, words: str) -> None:
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.colour(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
