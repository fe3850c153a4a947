"""Tells the page in view what was just done, with « Annuler »; and of what changed under it."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from desktop_app.gui.accessible import announce
from desktop_app.gui.gestures import Gestures
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.session import Session
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

    def __init__(
        self, window: Window, gestures: Gestures, jobs: Jobs, session: Session, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._gestures, self._jobs, self._session = window, gestures, jobs, session
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
        from desktop_app.core.changes import PersonChanged

        if PersonChanged(self._session.person) in changed:
            self._say_for_whom()
        if (page := self._window.page()) is not None:
            page.hear(changed)

    def _say_for_whom(self) -> None:
        """Write for her under her name of now; for oneself when she is gone."""
        session, safe, person = self._session, self._session.safe, self._session.person

        def name() -> str:
            found = () if safe is None else safe.people.all()
            return next((one.name for one in found if one.id == person), "")

        self._jobs.run(
            name,
            done=lambda found: session.write_for(person if found else "", found),
            failed=self._refused,
        )

    def _refused(self, problem: BaseException) -> None:
        if (page := self._window.page()) is not None:
            page.say_problem(problem)
