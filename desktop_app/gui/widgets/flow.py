"""Layouts: one that goes to the next line when the line is full, as words do; a bare column."""

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

HALF = "half"
"""Property of a widget that fits in a column of ``Columns``; any other has a line of its own."""
DEEP = 10
"""Layouts within one another on a page, at most."""


def lay_out() -> None:
    """Have all that is to be laid out be so now: Qt does one level a turn, and paints meanwhile."""
    for _ in range(DEEP):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def column_in(widget: QWidget, spacing: int | None = None) -> QVBoxLayout:
    """Give a widget a column that has no margins of its own; without a spacing, the style's."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    if spacing is not None:
        column.setSpacing(spacing)
    return column


class HighAsNeeded(QLayout):
    """A layout of our own: its items, and a height that follows from its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True


class FlowLayout(HighAsNeeded):
    """Items side by side in reading order, mirrored in right-to-left languages."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        self._heights: dict[int, int] = {}
        super().__init__(parent)
        self.setSpacing(spacing)

    @classmethod
    def row(cls, spacing: int) -> tuple[QWidget, "FlowLayout"]:
        """Return a widget as high as its lines need, and its layout."""
        widget = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        widget.setSizePolicy(policy)
        return widget, cls(widget, spacing)

    def heightForWidth(self, width: int) -> int:
        # Qt asks many times for the same widths, and to measure what is in it is slow.
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rectangle: QRect) -> None:
        super().setGeometry(rectangle)
        self._arrange(rectangle, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rectangle: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rectangle.marginsRemoved(margins)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        y = area.y()
        for line in self._lines(area.width()):
            height = max(size.height() for _, size in line)
            x = area.x()
            for item, size in line:
                if move:
                    left = area.right() + area.x() - x - size.width() + 1 if mirrored else x
                    top = y + (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, top), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(y - self.spacing(), area.y()) - rectangle.y() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = _fitted(item, max(width, 1))
            if size.isEmpty():
                continue
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return [self._filled(line, width) for line in lines]

    def _filled(
        self, line: list[tuple[QLayoutItem, QSize]], width: int
    ) -> list[tuple[QLayoutItem, QSize]]:
        """Have a line of things that may grow end where the column does, each a little wider."""
        wide = Qt.Orientation.Horizontal
        if not all(item.expandingDirections() & wide for item, _size in line):
            return line
        taken = sum(size.width() for _item, size in line) + self.spacing() * (len(line) - 1)
        more, left = divmod(max(0, width - taken), len(line))
        return [
            (item, _fitted(item, size.width() + more + (left if place == 0 else 0), grown=True))
            for place, (item, size) in enumerate(line)
        ]


def _fitted(item: QLayoutItem, width: int, *, grown: bool = False) -> QSize:
    """Return the size that an item wants, higher where its words must wrap.

    ``grown``: as wide as it may be.
    """
    size = item.sizeHint()
    if size.width() <= width and not grown:
        return size
    width = min(width, item.maximumSize().width())
    height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
    return QSize(width, height)
