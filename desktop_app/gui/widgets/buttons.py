"""What can be pressed: the one main action, the others, and choices as large as a finger."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import laid_out, plain


class Button(QPushButton):
    """A button in a role: primary (one a page), secondary, plain.

    As wide as its words; where there is no room for that, its words go to the next line.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        pressed: Callable[[], object],
        *,
        role: str = "secondary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._heights: dict[tuple[int, int, int], int] = {}
        self.say(text)
        self.setProperty("role", role)
        self.setAutoDefault(True)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked: pressed())
        look.changed.connect(self._dress)
        self._dress()

    def say(self, text: str, name: str = "") -> None:
        """Show these words, and be called so; ``name`` where they do not stand alone."""
        # An ampersand in a text is an ampersand, not a shortcut.
        self.setText(plain(text).replace("&", "&&"))
        self.setAccessibleName(name or plain(text))

    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A layout asks all buttons of a list for the same widths at each thing added to it.
        hint = self.sizeHint()
        asked = width, hint.width(), hint.height()  # both change with the style
        if asked not in self._heights:
            lines = len(self._lines(width))
            self._heights[asked] = hint.height() + (lines - 1) * self.fontMetrics().lineSpacing()
        return self._heights[asked]

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._frame() + self._longest_word()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        lines = self._lines(self.width())
        if len(lines) < 2:
            super().paintEvent(event)
            return
        # Rare, and these names cost 5 ms: not before the first paint.
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = "\n".join(lines)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _lines(self, width: int) -> list[str]:
        """Return the words as they are cut into lines at a width; a word is never cut."""
        words = self.text()
        room = width - self._frame()
        if self._wide(words) <= room:
            return [words]
        lines: list[str] = []
        for word in self._pieces():
            if lines and self._wide(f"{lines[-1]} {word}") <= room:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        return lines

    def _frame(self) -> int:
        """Return what a button takes beside its words."""
        return self.sizeHint().width() - self._wide(self.text())

    def _longest_word(self) -> int:
        return max(map(self._wide, self._pieces()), default=0)

    def _pieces(self) -> list[str]:
        """Return what a line may end after: words, with the marks that belong to them."""
        return laid_out(self.text()).split(" ")

    def _wide(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words.replace("&&", "&"))

    def _dress(self) -> None:
        self._heights.clear()
        role = self.property("role")
        font = self._look.font("bar" if role == "bar" else "button")
        font.setBold(role == "primary")
        self.setFont(font)
        self.updateGeometry()
