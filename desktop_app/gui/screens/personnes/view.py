"""Personnes: who documents are written for. The banner changes only by a gesture made here."""

from desktop_app.core.changes import Change, HouseholdChanged, PersonChanged
from desktop_app.gui.context import Context
from desktop_app.gui.discretion import waits_to_be_asked
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages import people as value
from desktop_app.pages.page import Answers, Found, Gesture, Page
from desktop_app.workflow.people import people, searching


class Personnes(PageView):
    """One card for each person. What it says is in ``pages/people.py``."""

    def __init__(self, context: Context, _asked: to.People) -> None:
        super().__init__(context, value.heading())
        self._added = ""
        safe = context.session.safe
        if safe is None:
            self.fill(value.without_safe())
            return
        self._safe = safe
        self.refresh()

    def shows(self, changed: Change) -> bool:
        """Tell of each person, and of who lives with whom."""
        return isinstance(changed, PersonChanged | HouseholdChanged)

    def refresh(self) -> None:
        """Read it in the worker, and show it."""
        self.run(self._read, self._show)

    def _read(self) -> Page:
        found = searching.found(self._safe, "", most=value.AT_ONCE)
        added = people.listed(self._safe, self._added) if self._added else None
        waits, now = waits_to_be_asked(self.context), self.context.session.person
        return value.page(found, now, waits=waits, added=added)

    def _show(self, page: Page) -> None:
        self.fill(page)
        self._half = HalfTyped(self.context, self, "personnes")
        self._half.keep(self.asks[value.NEW])

    def look_for(self, _name: str, typed: str, skip: int) -> Found:
        """Return the next people called so."""
        found = searching.found(self._safe, typed, skip=skip, most=value.AT_ONCE)
        return value.found(found, self.context.session.person)

    def perform(self, gesture: Gesture) -> None:
        """Write for someone, show everyone, or add the person named."""
        match gesture:
            case value.WriteFor(person, name):
                self.context.session.write_for(person, name)
                self.context.navigator.go(to.Home())
            case value.WriteForMe():
                self.context.session.write_for("", "")
                self.refresh()
            case value.ShowAll():
                place = self.searches[value.SEARCH]
                place.look(place.begin_list)
            case Answers(_, values):
                self._add(values.get(value.NAME, ""))

    def _add(self, name: str) -> None:
        if not name:
            self.tell_problem(value.unnamed())
            return
        safe, on = self._safe, self.context.tools.clock.today()

        def add() -> None:
            self._added = people.add_person(safe, name, on=on)

        self.context.gestures.do(
            done.person_added(),
            self._half.noted_by(add),
            failed=self._half.not_noted(self.say_problem),
        )
