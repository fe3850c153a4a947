"""A layout of fields in columns of one width; what needs the whole width has a line of its own."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.flow import HALF

NARROWEST = 250
"""Of a column, in pixels of the look at 100 %: under it, all stand one under the other."""


class Columns(QGridLayout):
    """Takes widgets by their place in the order of reading, as a column does.

    Qt's own grid measures them: a sheet has 164 of them, and is laid out while it is built.
    """

    def __init__(self, parent: QWidget, columns: int, look: Look) -> None:
        super().__init__(parent)
        self._wanted, self._columns, self._look = columns, columns, look
        self._held: list[QWidget] = []
        self._row = self._next = 0
        self.setContentsMargins(0, 0, 0, 0)
        for column in range(columns):
            self.setColumnStretch(column, 1)

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """Put a widget at its place in the order of reading."""
        last = place >= len(self._held)
        self._held.insert(place, widget)
        if last:
            self._put(widget)
        else:
            self._lay()

    def removeWidget(self, widget: QWidget) -> None:
        """Let go of a widget; those after it take its place when the next one comes."""
        if widget in self._held:
            self._held.remove(widget)
        super().removeWidget(widget)
        self._lay()

    def setSpacing(self, spacing: int) -> None:
        self.setVerticalSpacing(spacing)
        self.setHorizontalSpacing(2 * spacing)

    def setGeometry(self, rectangle: QRect) -> None:
        """Have as many columns as there is room for."""
        room = max(1, int(rectangle.width() / (NARROWEST * self._look.zoom)))
        columns = min(self._wanted, room)
        if columns != self._columns:
            self._columns = columns
            for column in range(self._wanted):
                self.setColumnStretch(column, 1 if column < columns else 0)
            self._lay()
        super().setGeometry(rectangle)

    def _lay(self) -> None:
        while self.count():
            self.takeAt(0)
        self._row = self._next = 0
        for widget in self._held:
            self._put(widget)

    def _put(self, widget: QWidget) -> None:
        top = Qt.AlignmentFlag.AlignTop
        if widget.property(HALF):
            if self._next == self._columns:
                self._row, self._next = self._row + 1, 0
            self.addWidget(widget, self._row, self._next, 1, 1, top)
            self._next += 1
            return
        if self._next:
            self._row += 1
        self.addWidget(widget, self._row, 0, 1, self._columns, top)
        self._row, self._next = self._row + 1, 0
