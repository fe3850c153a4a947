"""Sentences one under the other, one of them in hand; each as high as a finger and as its words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import plain

SHOWN = 4
"""Rows in view at once: what is under the list stays near."""


class Rows(QListWidget):
    """``taken`` tells the row that the person goes to; what the program shows tells nothing."""

    taken = Signal(int)

    def __init__(self, look: Look, label: QLabel) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(label.text())
        label.setBuddy(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.currentRowChanged.connect(self.taken)
        look.changed.connect(self._dress)
        self._dress()

    def show_rows(self, sentences: Sequence[str], current: int) -> None:
        """Show these sentences, this one in hand."""
        self.blockSignals(True)
        while self.count() > len(sentences):
            self.takeItem(self.count() - 1)
        for row, words in enumerate(map(plain, sentences)):
            item = self.item(row)
            if item is None:
                self.addItem(item := QListWidgetItem())
            if item.text() != words:
                item.setText(words)
                item.setSizeHint(self._size_of(words))
        self.setCurrentRow(current)
        self.blockSignals(False)
        if (item := self.currentItem()) is not None:
            self.scrollToItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        for row in range(self.count()):
            item = self.item(row)
            item.setSizeHint(self._size_of(item.text()))

    def _size_of(self, words: str) -> QSize:
        """Return the room of a sentence: Qt's own is one line high."""
        wide = max(self.viewport().width() - 4 * self._look.space(1), self._look.space(8))
        lines = self.fontMetrics().boundingRect(
            0, 0, wide, 1 << 16, Qt.TextFlag.TextWordWrap, words
        )
        high = max(lines.height() + self._look.space(1), self._look.target())
        return QSize(self._look.space(8), high)

    def _dress(self) -> None:
        self.setFont(self._look.font())
        self.setFixedHeight(self._look.target() * SHOWN + self._look.space(1))
        self._measure()
