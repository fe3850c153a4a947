"""A choice as a line of a table: a badge, what it is, its day, where one is; or one column."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen

from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import laid_out, plain
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages.page import Cells

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip
_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
BADGE, WHAT, DAY, STATE = 7.5, 18, 14, 14
"""Letters of each column; the second takes what is left."""
_TONES = {"late": "error", "soon": "accent", "": "ink"}


class TableLine(LongButton):
    """A whole sentence for the ear and for a narrow page; columns where there is room for them."""

    role = "body"

    def __init__(self, look: Look, words: str, cells: Cells) -> None:
        super().__init__(look, words)
        self._cells = cells
        self._texts = [laid_out(plain(one)) for one in (cells.what, cells.day, cells.state)]
        self.setProperty("role", "line")

    def heightForWidth(self, width: int) -> int:
        return max(self._look.target(), self._high(width) + 2 * self._look.space(1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        # Its only edge is the line under it: a page of boxes would be all that is seen.
        painter, edge = QPainter(self), self._look.space(tokens.EDGE / 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown():
            painter.fillRect(self.rect(), self._look.colour("side"))
        painter.setPen(QPen(self._look.colour("edge"), edge))
        painter.drawLine(0, self.height() - edge, self.width(), self.height() - edge)
        columns = self._columns(self.width())
        if not columns:
            self._draw_words(painter)
            return
        self._draw_badge(painter, self._place(0, columns[0]))
        left = columns[0]
        tones = ("ink", _TONES[self._cells.tone], "ink")
        for text, wide, tone in zip(self._texts, columns[1:], tones, strict=True):
            painter.setFont(self._font_of(tone))
            painter.setPen(self._look.colour(tone))
            painter.drawText(self._place(left, wide - self._gap()), _START | _FLAGS, text)
            left += wide

    def _draw_badge(self, painter: QPainter, place: QRect) -> None:
        letters, high = self._cells.badge, self._look.space(4.25)
        font = self._look.font("hint")
        font.setBold(True)
        wide = max(self._look.space(5.5), QFontMetrics(font).horizontalAdvance(letters) + high // 2)
        seen = QRectF(place.left(), place.center().y() - high / 2, wide, high)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            seen.moveRight(place.right())
        edge = self._look.space(tokens.EDGE / 8)
        seen.adjust(edge, edge, -edge, -edge)
        painter.setPen(QPen(self._look.colour("edge"), edge))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(seen, high / 2, high / 2)
        painter.setFont(font)
        painter.setPen(self._look.colour("ink"))
        painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, letters)

    def _columns(self, width: int) -> list[int]:
        """Return how wide each is, in pixels; nothing where the sentence stands alone."""
        letter = self._look.letter(self.font())
        badge, day, state = (round(one * letter) for one in (BADGE, DAY, STATE))
        what = width - badge - day - state
        return [badge, what, day, state] if what >= WHAT * letter else []

    def _high(self, width: int) -> int:
        """Return how high the words are, in pixels."""
        columns = self._columns(width)
        if not columns:
            return self._text_height(width)
        tones = ("ink", _TONES[self._cells.tone], "ink")
        room = [
            QFontMetrics(self._font_of(tone))
            .boundingRect(0, 0, wide - self._gap(), 1 << 16, _FLAGS, text)
            .height()
            for text, wide, tone in zip(self._texts, columns[1:], tones, strict=True)
        ]
        return max(*room, self._look.space(4.25))

    def _font_of(self, tone: str) -> QFont:
        font = QFont(self.font())
        font.setBold(tone != "ink")
        return font

    def _gap(self) -> int:
        return self._look.space(1)

    def _place(self, left: int, wide: int) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - wide
        return QRect(left, 0, wide, self.height())

    def _dress(self) -> None:
        super()._dress()
        self.setMaximumWidth((1 << 24) - 1)  # columns are as wide as the page

    def _left(self) -> int:
        return 0

    def _right(self) -> int:
        return 0
