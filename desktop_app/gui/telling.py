"""Tells the page in view what was just done, with « Annuler »; and of what changed under it."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from desktop_app.gui.accessible import announce
from desktop_app.gui.gestures import Gestures
from desktop_app.gui.widgets.page import Page

if TYPE_CHECKING:
    from desktop_app.core.changes import Change
    from desktop_app.pages.page import Told


class Window(Protocol):
    """What shows one page at a time."""

    def page(self) -> Page | None:
        """Return the page in view."""


class Telling(QObject):
    """Between the gestures and whatever page is in view when they are done."""

    def __init__(self, window: Window, gestures: Gestures, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._gestures = window, gestures
        gestures.told.connect(self._tell)
        gestures.changed.connect(self._changed)
        gestures.refused.connect(self._refused)

    def _tell(self, told: "Told") -> None:
        page = self._window.page()
        if page is None:
            return
        from desktop_app.gui.widgets.told import ToldCard

        card = ToldCard(page.look, told, self._gestures.undo)
        page.put_told(card)
        # Once the page in view is: what is said before a new page is cut by its heading.
        QTimer.singleShot(0, card, lambda: announce(card, told.words))

    def _changed(self, changed: "frozenset[Change]") -> None:
        if (page := self._window.page()) is not None:
            page.hear(changed)

    def _refused(self, problem: BaseException) -> None:
        if (page := self._window.page()) is not None:
            page.say_problem(problem)
