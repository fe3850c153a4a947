"""Tells the page in view what was just done, with « Annuler »; and of what changed under it."""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from desktop_app.core.errors import AppError
from desktop_app.gui.accessible import announce
from desktop_app.gui.gestures import Gestures
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.session import Session
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to

if TYPE_CHECKING:
    from desktop_app.core.changes import Change
    from desktop_app.gui.writing import Writing
    from desktop_app.pages.page import Told
    from desktop_app.workflow.store import Safe

_OF_EVERYTHING = (to.Home, to.Week, to.Documents)
"""Pages that show a little of all that is kept: they are made anew, whatever changed."""


class Window(Protocol):
    """What shows one page at a time."""

    @property
    def place(self) -> to.Destination:
        """Return where one is."""

    def page(self) -> Page | None:
        """Return the page in view."""

    def replace(self, destination: to.Destination) -> None:
        """Go there, without a way back here."""

    def back(self) -> None:
        """Go to the page before."""


class Telling(QObject):
    """Between the gestures and whatever page is in view when they are done."""

    def __init__(
        self, window: Window, gestures: Gestures, jobs: Jobs, session: Session, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._gestures, self._jobs, self._session = window, gestures, jobs, session
        self._last: Told | None = None
        gestures.told.connect(self._tell)
        gestures.changed.connect(self._changed)
        gestures.refused.connect(self._refused)

    def _tell(self, told: "Told") -> None:
        self._last = told
        page = self._window.page()
        if page is None:
            return
        from desktop_app.gui.widgets.told import ToldCard

        card = ToldCard(page.look, told, self._gestures.undo)
        page.clear_error()
        page.put_told(card)
        # Once the page in view is: what is said before a new page is cut by its heading.
        QTimer.singleShot(0, card, lambda: announce(card, told.words))

    def _changed(self, changed: "frozenset[Change]") -> None:
        from desktop_app.core.changes import PersonChanged

        if PersonChanged(self._session.person) in changed:
            self._say_for_whom()
        self._look_at_answers(changed)
        self._look_at_paper(changed)
        page, place = self._window.page(), self._window.place
        if page is None:
            return
        safe = self._session.safe
        self._jobs.run(
            lambda: _is_gone(safe, place),
            done=lambda gone: self._show_again(page, gone, changed),
            failed=self._refused,
        )

    def _show_again(self, page: Page, gone: bool, changed: "frozenset[Change]") -> None:
        """Have the page in view read again, unless the gesture has led to another meanwhile."""
        if page is not self._window.page():
            return
        if gone:
            self._window.back()
        elif isinstance(self._window.place, _OF_EVERYTHING):
            self._window.replace(self._window.place)
        else:
            page.hear(changed)
            return
        self._tell_again()

    def _tell_again(self) -> None:
        if self._last is not None:
            self._tell(self._last)

    def _look_at_answers(self, changed: "frozenset[Change]") -> None:
        """Have the interview in hand hold the answers that came back, and its page show them."""
        from desktop_app.core.changes import AnswersChanged

        writing = self._session.writing
        drafts = [one.draft for one in changed if isinstance(one, AnswersChanged)]
        if writing is not None and writing.draft_id in drafts:
            writing.read_again(partial(self._show_answers, writing))

    def _show_answers(self, writing: "Writing", same: bool) -> None:
        """Show what came back; the ``same`` answers leave one at the letter that they make."""
        page = self._window.page()
        if same and page is not None and isinstance(self._window.place, to.Letter):
            page.read_again()
            return
        self._session.saver = None  # what the page still shows was undone: it is kept no more
        match self._window.place:
            case to.Questions() | to.AllQuestions() | to.OnPage() | to.Check() as place:
                self._window.replace(place)
            case (
                to.LastDay()
                | to.PaperSoFar()
                | to.Letter()
                | to.FilledForm()
                | to.Print()
                | to.WhatNext()
            ):
                self._window.replace(to.Check(writing=writing))  # what was made says the former
        self._tell_again()

    def _look_at_paper(self, changed: "frozenset[Change]") -> None:
        """A paper in hand that is no longer where it was filed can be filed again."""
        from desktop_app.core.changes import PaperChanged

        safe, paper = self._session.safe, self._session.in_hand
        if safe is None or PaperChanged(paper.document) not in changed:
            return

        def told(thrown: bool) -> None:
            if thrown:
                paper.dossier = paper.document = ""

        self._jobs.run(
            lambda: not safe.holds(paper.document),
            done=told,
            failed=lambda _gone: told(True),
        )

    def _say_for_whom(self) -> None:
        """Write for her under her name of now; for oneself when she is gone."""
        session, safe, person = self._session, self._session.safe, self._session.person

        def name() -> str:
            found = None if safe is None else safe.people.there(person)
            return found.name if found is not None else ""

        self._jobs.run(
            name,
            done=lambda found: session.write_for(person if found else "", found),
            failed=self._refused,
        )

    def _refused(self, problem: BaseException) -> None:
        if (page := self._window.page()) is not None:
            page.say_problem(problem)


def _is_gone(safe: "Safe | None", place: to.Destination) -> bool:
    """Tell whether a page is of somebody, or of a dossier, that is no longer there."""
    if safe is None:
        return False
    try:
        match place:
            case to.Person(person) | to.Record(person) | to.Household(person):
                safe.people.one(person)
            case to.Dossier(dossier) | to.RecordEvent(dossier) | to.AddPapers(dossier):
                safe.dossiers.one(dossier)
    except AppError as problem:
        if problem.code != "not-in-safe":
            raise
        return True
    return False
