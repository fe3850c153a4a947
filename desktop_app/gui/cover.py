"""What hides the page in view: a page that speaks of nobody, in the place of all the rest."""

from collections.abc import Sequence

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.gui.accessible import COVERED
from desktop_app.gui.widgets.page import Page


class Cover:
    """What it hides stays as it is, out of the window and of what a screen reader finds there,
    until it is lifted.

    Args:
        column: where it stands.
        under: what it hides: all that is there, in order, with how each stretches.
        keys: which do nothing meanwhile.
    """

    def __init__(
        self,
        column: QVBoxLayout,
        under: Sequence[tuple[QWidget, int]],
        keys: Sequence[QShortcut],
    ) -> None:
        self._column, self._under, self._keys = column, under, keys
        self.page: Page | None = None
        self._held: QWidget | None = None

    def put(self, page: Page) -> None:
        """Hide all behind this page, in the place of what hid it before; begin to read it."""
        if self.page is None:
            self._held = QApplication.focusWidget()
        former, self.page = self.page, page
        self._column.addWidget(page, 1)
        if former is None:
            self._take_out()
        else:
            _end(former)
        page.show()
        page.focus_heading()

    def lift(self) -> QWidget | None:
        """Show what it hid; return what had the focus there, if it still is."""
        if self.page is None:
            return None
        _end(self.page)
        self.page = None
        self._put_back()
        held, self._held = self._held, None
        return held if held is not None and isValid(held) else None

    def give_back(self) -> None:
        """Give the window what was taken out of it: it ends, and they with it."""
        if self.page is not None:
            for widget, _stretch in self._under:
                widget.setParent(self._column.parentWidget())

    def _take_out(self) -> None:
        """A widget that is only hidden is still found by who asks the window what is in it."""
        for key in self._keys:
            key.setEnabled(False)
        for widget, _stretch in self._under:
            widget.setProperty(COVERED, True)
            self._column.removeWidget(widget)
            widget.setParent(None)

    def _put_back(self) -> None:
        for key in self._keys:
            key.setEnabled(True)
        for place, (widget, stretch) in enumerate(self._under):
            widget.setProperty(COVERED, False)
            self._column.insertWidget(place, widget, stretch)
            widget.show()


def _end(page: Page) -> None:
    page.left = True
    page.hide()
    page.deleteLater()
