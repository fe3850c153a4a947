"""A row that opens something: one sentence, on as many lines as it needs."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import Words, plain


class RowButton(QPushButton):
    """A button as wide as the page, whose text is never cut."""

    def __init__(self, look: Look, text: str, pressed: Callable[[], object]) -> None:
        super().__init__()
        self._look = look
        self._words = Words(look, text)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self.setAccessibleName(plain(text))
        self.setProperty("role", "choice")
        self.setAutoDefault(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked: pressed())
        look.changed.connect(self._dress)
        self._dress()

    def say(self, text: str) -> None:
        """Show this sentence in place of the one before."""
        if text != self._words.text():
            self._words.say(text)
            self.setAccessibleName(plain(text))
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._column.totalHeightForWidth(width), self._look.target())

    def sizeHint(self) -> QSize:
        return QSize(self._look.space(40), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(20), self.heightForWidth(max(self.width(), 1)))

    def _dress(self) -> None:
        side, over = self._look.space(2), self._look.space(1)
        self._column.setContentsMargins(side, over, side, over)
        self.updateGeometry()
