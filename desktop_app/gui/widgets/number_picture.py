"""A small sheet of paper, drawn by us, with the place marked where its number stands.

It stands beside the words that say it, and a screen reader skips it.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.core.documents.model import NumberPlace
from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look

A4 = (595.0, 842.0)
WIDE, MOST = 12, 200  # steps of space; pixels: in large letters the room is for words
LEAST = (0.34, 0.07)  # of the sheet: a mark that is seen
USUAL = ((0.62, 0.04, 0.34, 0.07), (0.04, 0.9, 0.92, 0.07))
"""Where most forms bear their number: x, y from the top, width and height, as parts of a sheet."""
LINES = tuple((y / 20, 0.86 if y % 4 else 0.5) for y in range(4, 18))


class NumberPicture(QWidget):
    """``place`` is None when it is not known where the number stands: the usual places are marked.

    ``number`` is written in the mark when there is room.
    """

    def __init__(self, look: Look, place: NumberPlace | None) -> None:
        super().__init__()
        self._look, self._place = look, place
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        wide = min(self._look.space(WIDE), MOST)
        across, down = self._place.page_size if self._place else A4
        return QSize(wide, round(wide * min(down / across, 1.5)))

    def marks(self) -> list[QRectF]:
        """Return what is marked, in pixels of the widget."""
        wide, high = self.width() - 4, self.height() - 4
        return [
            QRectF(2 + x * wide, 2 + y * high, w * wide, h * high) for x, y, w, h in self._parts()
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(self._look.colour("edge"), tokens.EDGE))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRect(sheet)
        for y, wide in LINES:
            at = sheet.top() + y * sheet.height()
            left = sheet.left() + 0.07 * sheet.width()
            painter.drawLine(round(left), round(at), round(left + wide * sheet.width()), round(at))
        painter.setPen(QPen(self._look.colour("error"), tokens.RING_WIDTH))
        for mark in self.marks():
            painter.drawRoundedRect(mark, tokens.CORNER, tokens.CORNER)
        painter.end()

    def _parts(self) -> tuple[tuple[float, float, float, float], ...]:
        if self._place is None:
            return USUAL
        (across, down), (x, y, wide, high) = self._place.page_size, self._place.box
        w, h = max(wide / across * 1.3, LEAST[0]), max(high / down * 1.6, LEAST[1])
        left = min(max((x + wide / 2) / across - w / 2, 0.03), 0.97 - w)
        top = min(max(1 - (y + high / 2) / down - h / 2, 0.02), 0.98 - h)
        return ((left, top, w, h),)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
