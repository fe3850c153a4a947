"""One line to type in, under its label: as wide as what it expects, never wider than the page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop_app.gui.accessible import EXPLAINS
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.words import Words


class Edit(QLineEdit):
    """A line edit that asks for a number of characters, and accepts fewer."""

    def __init__(self, look: Look, characters: int) -> None:
        super().__init__()
        self._look, self._characters = look, characters
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        width = letter * self._characters + self._look.space(4)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(12), super().minimumSizeHint().height())

    def _dress(self) -> None:
        self.setFont(self._look.font())
        self.updateGeometry()


class LineField(QWidget):
    """A label, a hint and a line; the label is the line's name for screen readers."""

    def __init__(self, look: Look, label: str, *, characters: int = 40, hint: str = "") -> None:
        super().__init__()
        self.edit = Edit(look, characters)
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(hint)
        caption = Words(look, label)
        caption.setBuddy(self.edit)
        column = column_in(self, look.space(1))
        column.addWidget(caption)
        if hint:
            explained = Words(look, hint, "hint")
            explained.setProperty(EXPLAINS, True)
            column.addWidget(explained)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit)
        row.addStretch(1)
        column.addLayout(row)

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def begin(self) -> None:
        """Put the focus where one types."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
