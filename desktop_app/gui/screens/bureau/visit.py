"""One visit: who it is, received, ended. What it says is in ``pages/office_visit.py``."""

from collections.abc import Callable

from desktop_app.core.changes import Change, VisitsChanged
from desktop_app.core.visits import Visit
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import office_home as home
from desktop_app.pages import office_visit as value
from desktop_app.pages.page import Found, Gesture
from desktop_app.workflow.office import day as office
from desktop_app.workflow.people import searching


class VisitScreen(PageView):
    """Does one gesture, and goes back to the day."""

    def __init__(self, context: Context, asked: to.Visit) -> None:
        super().__init__(context, value.heading())
        self._visit = asked.visit
        self.read_again()

    def shows(self, changed: Change) -> bool:
        """Tell of the visits."""
        return isinstance(changed, VisitsChanged)

    def read_again(self) -> None:
        """Read it in the worker, and show it."""
        safe, clock = self.context.session.safe, self.context.tools.clock
        if safe is None:
            return

        def show(found: Visit) -> None:
            self.fill(value.page(found, clock.now().at.time()))

        self.run(lambda: safe.visits.one(self._visit), show)

    def look_for(self, _name: str, typed: str, skip: int) -> Found:
        """Return whom what is typed may mean; nobody, while nothing is."""
        safe = self.context.session.safe
        if safe is None or not typed.strip():
            return home.nothing_typed()
        return value.found(self._visit, searching.found(safe, typed, skip=skip, most=home.AT_ONCE))

    def perform(self, gesture: Gesture) -> None:
        """Note it, then go back to the day; who it is, is said on this page."""
        safe, at = self.context.session.safe, self.context.tools.clock.now().at.time()
        if safe is None:
            return
        match gesture:
            case home.Receive(visit=visit):
                self._do(home.is_received(), lambda: office.receive(safe, visit, at=at))
            case home.EndVisit(visit):
                self._do(home.has_ended(), lambda: safe.visits.end(visit, at=at))
            case value.IsThere(visit):
                self._do(value.noted(), lambda: safe.visits.come(visit, at=at))
            case value.Leaves(visit):
                self._do(value.left(), lambda: safe.visits.leave(visit, at=at))
            case value.Names(visit, person):
                self.gesture(value.noted(), lambda: safe.visits.name(visit, person))

    def _do(self, words: str, work: Callable[[], object]) -> None:
        self.gesture(words, work, lambda _none: self.context.navigator.back())
