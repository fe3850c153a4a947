"""The household of a person: its members added one by one, known already or new."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_app import i18n
from desktop_app.core.changes import Change, HouseholdChanged, PersonChanged
from desktop_app.gui.context import Context
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import household as value
from desktop_app.pages.page import Answers, Found, Gesture, Long, Page
from desktop_app.workflow.people import people, searching
from desktop_app.workflow.people.people import Listed
from desktop_app.workflow.store import Safe


class HouseholdScreen(PageView):
    """Who lives with her, and as what ("fille", "conjoint"); then perhaps another one.

    What it says is in ``pages/household.py``.
    """

    def __init__(self, context: Context, asked: to.Household) -> None:
        super().__init__(context, value.heading(asked.name))
        self._asked = asked
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self.refresh()

    def shows(self, changed: Change) -> bool:
        """Tell of who lives with her, or could."""
        return isinstance(changed, PersonChanged | HouseholdChanged)

    def refresh(self) -> None:
        """Read it in the worker, and show it."""
        self.run(self._read, self._show)

    def _read(self) -> Page:
        person, name = self._asked.person, self._asked.name
        household = people.household(self._safe, person)
        return value.page(name, household, *self._others())

    def _show(self, page: Page) -> None:
        self.fill(page)
        self._half = HalfTyped(self.context, self, f"foyer-{self._asked.person}")
        self._half.keep(self.asks[value.JOIN])

    def look_for(self, _name: str, typed: str, _skip: int) -> Found:
        """Return who is called so; nobody before a letter is typed."""
        if not typed.strip():
            return Found("", Long((), value.AT_ONCE))
        return value.found(*self._others(typed))

    def _others(self, typed: str = "") -> tuple[Sequence[Listed], int]:
        """Return who could join, two of one name told apart, and how many could."""
        safe, person = self._safe, self._asked.person
        others, total = people.others(safe, person, typed, most=value.AT_ONCE)
        return searching.apart(safe, others), total

    def perform(self, gesture: Gesture) -> None:
        """Add whom one chose, or named."""
        assert isinstance(gesture, Answers)
        self._join(gesture.values)

    def _join(self, values: Mapping[str, Any]) -> None:
        known = self.asks.get(value.WHO)
        other = str(known.typed()[value.WHO]) if known is not None else ""
        name, role = values.get(value.NAME, ""), values.get(value.ROLE, "")
        if (problem := value.not_one(other, name)) is not None:
            self.tell_problem(problem)
            return
        person, safe, on = self._asked.person, self._safe, self.context.tools.clock.today()

        def join() -> None:
            who = other or people.add_person(safe, name, on=on)
            people.live_together(safe, person, who, role, on=on)

        self.context.gestures.do(
            i18n.text("Ajouté au foyer. Vous pouvez ajouter quelqu’un d’autre."),
            self._half.noted_by(join),
            failed=self._half.not_noted(self.say_problem),
        )
