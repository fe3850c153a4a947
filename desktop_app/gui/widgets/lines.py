"""Several lines to type in, under their label; Tab leaves the box."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.words import Words


class Lines(QPlainTextEdit):
    """A box of so many lines; what is longer scrolls in it."""

    def __init__(self, look: Look, text: str = "", lines: int = 6) -> None:
        super().__init__(text)
        self._look, self._lines = look, lines
        self.setTabChangesFocus(True)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font())
        height = self.fontMetrics().lineSpacing() * self._lines
        self.setFixedHeight(height + self._look.space(4))


class LinesField(QWidget):
    """A label and a box of ``lines`` lines."""

    def __init__(self, look: Look, label: str, text: str, *, lines: int = 6) -> None:
        super().__init__()
        self.edit = Lines(look, text, lines)
        self.edit.setAccessibleName(label)
        caption = Words(look, label)
        caption.setBuddy(self.edit)
        column = column_in(self, look.space(1))
        column.addWidget(caption)
        column.addWidget(self.edit)

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.toPlainText()

    def begin(self) -> None:
        """Put the focus where one types."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, start: int, end: int) -> None:
        """Select a part of the words; nothing when it has no length."""
        if start < end:
            cursor = self.edit.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
            self.edit.setTextCursor(cursor)
