"""What hides the page in view: a page that speaks of nobody, in the place of all the rest."""

from collections.abc import Sequence

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.page import Page


class Cover:
    """What is under it stays as it is, out of reach of the keyboard, until it is lifted.

    Args:
        column: where it stands.
        under: what it hides there.
        keys: which do nothing meanwhile.
    """

    def __init__(
        self,
        look: Look,
        column: QVBoxLayout,
        under: Sequence[QWidget],
        keys: Sequence[QShortcut],
    ) -> None:
        self._look, self._column, self._under, self._keys = look, column, under, keys
        self.page: Page | None = None
        self._held: QWidget | None = None

    def put(self, heading: str, widget: QWidget) -> None:
        """Hide all behind this, and begin to read it."""
        if self.page is None:
            self._held = QApplication.focusWidget()
            self.page = Page(self._look, heading)
            self._column.addWidget(self.page, 1)
        self.page.clear()
        self.page.heading.say(heading)
        self.page.add(widget)
        self._hide(True)
        self.page.show()
        self.page.focus_heading()

    def lift(self) -> QWidget | None:
        """Show what it hid; return what had the focus there, if it still is."""
        if self.page is None:
            return None
        self._hide(False)
        self.page.hide()
        self.page.deleteLater()
        self.page = None
        held, self._held = self._held, None
        return held if held is not None and isValid(held) else None

    def _hide(self, hidden: bool) -> None:
        for key in self._keys:
            key.setEnabled(not hidden)
        for widget in self._under:
            widget.setVisible(not hidden)
