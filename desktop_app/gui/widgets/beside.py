"""A text, and at its end what can be done with it; one above the other in large letters."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QWidget

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.flow import HighAsNeeded

LARGE = 2.0
"""Above this zoom each of the two needs the whole width."""


class Beside(QWidget):
    """As high as its two parts need at its width."""

    def __init__(self, look: Look, text: QWidget, action: QWidget) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        parts = _Parts(self, look)
        parts.addWidget(text)
        parts.addWidget(action)


class _Parts(HighAsNeeded):
    """Two items: Qt's own boxes share the height evenly where a part of them may grow."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.invalidate)

    def heightForWidth(self, width: int) -> int:
        return max(place.bottom() for place in self._places(QRect(0, 0, width, 0))) + 1

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        widths = [size.width() for size in sizes]
        width = max(widths) if self._above() else sum(widths) + self._gap()
        return QSize(width, max(size.height() for size in sizes))

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def setGeometry(self, rectangle: QRect) -> None:
        super().setGeometry(rectangle)
        for item, place in zip(self._items, self._places(rectangle), strict=True):
            item.setGeometry(place)

    def _above(self) -> bool:
        return self._look.zoom > LARGE

    def _gap(self) -> int:
        return self._look.space(1)

    def _places(self, area: QRect) -> tuple[QRect, QRect]:
        """Return where the two go; an area without height takes what they need."""
        text, action = self._items
        wide = min(action.sizeHint().width(), area.width())
        if self._above():
            first = QRect(area.x(), area.y(), area.width(), _height(text, area.width()))
            top = first.bottom() + 1 + self._gap()
            second = QRect(area.x(), top, wide, _height(action, wide))
            return self._mirrored(first, area), self._mirrored(second, area)
        room = area.width() - wide - self._gap()
        heights = _height(text, room), _height(action, wide)
        middle = area.y() + max(*heights, area.height()) // 2
        first = QRect(area.x(), middle - heights[0] // 2, room, heights[0])
        second = QRect(area.right() + 1 - wide, middle - heights[1] // 2, wide, heights[1])
        return self._mirrored(first, area), self._mirrored(second, area)

    def _mirrored(self, place: QRect, area: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return place
        return QRect(area.x() + area.right() - place.right(), place.y(), *place.size().toTuple())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
