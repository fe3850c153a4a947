"""What can be pressed: the one main action, the others, and choices as large as a finger."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import plain


class Button(QPushButton):
    """A button in a role: primary (one a page), secondary, plain."""

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
        # An ampersand in a text is an ampersand, not a shortcut.
        self.setText(plain(text).replace("&", "&&"))
        self.setAccessibleName(plain(text))
        self.setProperty("role", role)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked: pressed())
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font("button"))
        self.updateGeometry()
