"""The picture of a kit: its sheets, one pile for each hand, with what each is and where it goes."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.core.pdf import Part
from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.words import Words

MOST = 4
"""Sheets of a pile that are drawn: the words tell how many there are."""
WIDE, HIGH, STEP = 22.0, 30.0, 4.0  # pixels at 100 %: a sheet, and how far the next one stands


class KitPicture(QWidget):
    """A pile beside each sentence; what goes into the envelope is tinted as what is dated is."""

    def __init__(self, look: Look, kit: Sequence[tuple[Part, str]]) -> None:
        super().__init__()
        column = column_in(self, look.space(1))
        for part, words in kit:
            column.addWidget(_Line(look, part, words))


class _Line(Words):
    """A sentence, and before it the pile that it is about, which a screen reader does not meet."""

    def __init__(self, look: Look, part: Part, words: str) -> None:
        self._sheets = min(MOST, part.last - part.first + 1)
        self._posted = part.name in ("letter", "bordereau")
        super().__init__(look, words)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self._high()))

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), self._high())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        zoom = self._look.zoom
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("primary"), tokens.EDGE * zoom))
        painter.setBrush(self._look.colour("date_tint" if self._posted else "surface"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - self._before() if mirrored else tokens.EDGE * zoom
        top = (self.height() - self._high()) / 2 + tokens.EDGE * zoom
        for place in range(self._sheets):
            corner = QPointF(left, top) + QPointF(place * STEP, place * STEP) * zoom
            painter.drawRect(QRectF(corner, QSizeF(WIDE, HIGH) * zoom))

    def _high(self) -> int:
        return round((HIGH + (self._sheets - 1) * STEP + 2 * tokens.EDGE) * self._look.zoom)

    def _before(self) -> int:
        return round((WIDE + (MOST - 1) * STEP + 2 * tokens.EDGE) * self._look.zoom)

    def _dress(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        before = self._before() + self._look.side(1)
        self.setContentsMargins(0 if mirrored else before, 0, before if mirrored else 0, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        super()._dress()
