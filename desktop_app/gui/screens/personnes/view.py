"""Personnes: who documents are written for. The banner changes only by a gesture made here."""

from desktop_app.core.changes import Change, HouseholdChanged, PersonChanged
from desktop_app.gui.context import Context
from desktop_app.gui.discretion import Names, hides_names
from desktop_app.gui.for_whom import go_on
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages import people as value
from desktop_app.pages.office_consent import nothing_is_kept
from desktop_app.pages.page import Answers, Found, Gesture, Page
from desktop_app.workflow.people import people, searching


class Personnes(PageView):
    """One card for each person. What it says is in ``pages/people.py``.

    In an office initials stand for names until one asks for them, and one box finds by anything.
    """

    def __init__(self, context: Context, asked: to.People) -> None:
        super().__init__(context, value.whom() if asked.first else value.heading())
        self._waited = asked.first
        self._office = context.tools.mode == "association"
        self._hidden = hides_names(context)
        if self._hidden:
            self._names = Names(self, self._turn_names)
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
        now = self.context.session.person
        if not self._office:
            return value.page(searching.found(self._safe, "", most=value.AT_ONCE), now)
        searching.begin_office(self._safe)
        some = searching.found(self._safe, "", most=value.AT_ONCE)
        return value.office_page(some, now, hidden=self._hidden, waited=self._waited)

    def _show(self, page: Page) -> None:
        self.fill(page)
        if not self._office:
            self._half = HalfTyped(self.context, self, "personnes")
            self._half.keep(self.asks[value.NEW])

    def look_for(self, _name: str, typed: str, skip: int) -> Found:
        """Return the next people who may be meant."""
        found = searching.found(self._safe, typed, skip=skip, most=value.AT_ONCE)
        return value.found(found, self.context.session.person, hidden=self._hidden)

    def perform(self, gesture: Gesture) -> None:
        """Write for someone, show or hide the names, or add the person named."""
        match gesture:
            case value.WriteFor(person, name):
                self.context.session.write_for(person, name)
                if self._waited:
                    go_on(self.context, self)
                    return
                # The first page of an office is of everyone: what it is about is asked on another.
                self.context.navigator.go(to.Situations() if self._office else to.Home())
            case value.WithoutKeeping():
                self.context.session.hold_back("", "")
                self.context.navigator.say_saved(nothing_is_kept())
                go_on(self.context, self)
            case value.WriteForMe():
                self.context.session.write_for("", "")
                self.refresh()
            case value.ShowNames():
                self._names.toggle()
            case Answers(_, values):
                self._add(values.get(value.NAME, ""))

    def _turn_names(self, names: bool) -> None:
        self._hidden = not names
        self.refresh()

    def _add(self, name: str) -> None:
        if not name:
            self.tell_problem(value.unnamed())
            return
        safe, on = self._safe, self.context.tools.clock.today()
        self.context.gestures.do(
            done.person_added(),
            self._half.noted_by(lambda: people.add_person(safe, name, on=on)),
            failed=self._half.not_noted(self.say_problem),
        )
