"""Text of a button that goes to the next line: Qt's own is cut. Others have it in ``marked.py``."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop_app.gui.look import drawings, tokens
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import laid_out, plain

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QAbstractButton as _Button
else:  # two Qt classes cannot be mixed: only the type checker sees the base
    _Button = object


class Wrapping(_Button):
    """What all of them share; the text is painted by us and is always plain."""

    role = "body"

    def set_up(self, look: Look, text: str) -> None:
        """Give the look and the text; once, from the constructor."""
        self._look, self._heights = look, dict[int, int]()
        self.say(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)
        self._dress()

    def say(self, text: str) -> None:
        """Show this text in the place of the one before."""
        self._words = plain(text)
        self._drawn = laid_out(self._words)
        self._heights.clear()
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return the whole text shown."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._look.target(), self._text_height(width) + 2 * self._look.space(1))

    def sizeHint(self) -> QSize:
        width = self._look.space(60)
        natural = self.fontMetrics().horizontalAdvance(self._words) + self._left() + self._right()
        width = min(width, natural + self._look.space(1))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(12), self._look.target())

    def _dress(self) -> None:
        font = self._look.font(self.role)
        self.setFont(font)
        self._heights.clear()
        measure = self._look.letter(font) * tokens.MEASURE
        self.setMaximumWidth(measure + self._left() + self._right())
        self.updateGeometry()

    def _left(self) -> int:
        return self._look.space(2)

    def _right(self) -> int:
        return self._look.space(2)

    def _text_height(self, width: int) -> int:
        # Qt asks many times for the same widths, and to measure a text is slow.
        if width not in self._heights:
            room = max(1, min(width, self.maximumWidth()) - self._left() - self._right())
            needed = self.fontMetrics().boundingRect(0, 0, room, 1 << 16, _FLAGS, self._drawn)
            self._heights[width] = needed.height()
        return self._heights[width]

    def _ink(self) -> str:
        return "ink" if self.isEnabled() else "soft_ink"

    def _draw_words(self, painter: QPainter) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = self._left(), self._right()
        area = self.rect().adjusted(
            right if mirrored else left, 0, -left if mirrored else -right, 0
        )
        painter.setPen(self._look.colour(self._ink()))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, side | _FLAGS, self._drawn)


class LongButton(Wrapping, QPushButton):
    """A choice that leads further: a whole sentence, as wide as a line of text.

    ``drawing``, one of ``look.drawings``, stands before the words and says the same.
    """

    role = "button"

    def __init__(self, look: Look, text: str, drawing: str = "") -> None:
        QPushButton.__init__(self)
        self._drawing = drawing
        self._picture: QImage | None = None
        self.setProperty("role", "choice")
        self.setAutoDefault(True)
        self.set_up(look, text)

    def show_picture(self, picture: "QImage") -> None:
        """Show these pixels in the place of the drawing: they say the same, nearer."""
        self._picture = picture
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        seen = self._drawing in drawings.OF_FILES
        room = self._drawing_side() + self._look.space(1) if seen else 0
        return max(super().heightForWidth(width), room)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # the frame: Qt knows no text of ours
        painter = QPainter(self)
        if self._picture is not None and not self._picture.isNull():
            room, size = self._drawing_place(), self._picture.size()
            shown = QRect(QPoint(), size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
            shown.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(shown, self._picture)
            painter.setPen(self._look.colour("soft_ink"))
            painter.drawRect(shown)  # a white page is seen on a white line
        elif self._drawing:
            place = QRectF(self._drawing_place())
            ink, tint = self._look.colour("primary"), self._look.tint()
            drawings.draw(painter, self._drawing, place, ink, tint)
        self._draw_words(painter)

    def _drawing_place(self) -> QRect:
        side, gap = self._drawing_side(), self._look.space(2)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - side - gap if mirrored else gap
        return QRect(left, (self.height() - side) // 2, side, side)

    def _drawing_side(self) -> int:
        if self._drawing in drawings.OF_FILES:
            return round(drawings.SEEN * min(self._look.zoom, 2))
        return round(drawings.SIDE * self._look.zoom)

    def _left(self) -> int:
        gap = self._look.space(2)
        return gap + self._drawing_side() + gap if self._drawing else gap
