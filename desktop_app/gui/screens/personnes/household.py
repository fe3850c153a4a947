"""The household of a person: its members added one by one, known already or new."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.changes import Change, HouseholdChanged, PersonChanged
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.personnes.presenter import (
    Household,
    PeoplePresenter,
    found_people,
    of_name,
)
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages import household as value
from desktop_app.pages.page import Answers, Gesture, Take


class HouseholdScreen(PageView):
    """Who lives with her, and as what ("fille", "conjoint"); then perhaps another one.

    What it says is in ``pages/household.py``.
    """

    def __init__(self, context: Context, asked: to.Household) -> None:
        super().__init__(context, value.heading(asked.name))
        self._asked = asked
        assert context.session.safe is not None
        self._presenter = PeoplePresenter(context.tools, context.session.safe)
        self._refresh()

    def shows(self, changed: Change) -> bool:
        """Tell of who lives with her, or could."""
        return isinstance(changed, PersonChanged | HouseholdChanged)

    def read_again(self) -> None:
        """Begin again at the top: another one may be added."""
        self.focus_heading()
        self._refresh()

    def _refresh(self) -> None:
        person = self._asked.person
        self.context.jobs.run(
            lambda: self._presenter.household(person), done=self._ask, failed=self.say_problem
        )

    def _ask(self, found: Household) -> None:
        self._others = found.others
        self.fill(value.page(self._asked.name, found.sheet, found.others))
        self._half = HalfTyped(self.context, self, f"foyer-{self._asked.person}")
        for name in (value.NAME, value.ROLE):
            answer = self.asks[value.JOIN].answer(name)
            self._half.watch(name, answer)
            if isinstance(line := answer.first(), QLineEdit):
                line.returnPressed.connect(lambda: self.do(Take(value.JOIN)))
        self._half.put_back()

    def own(self, _name: str) -> QWidget:
        """Give the box for a name, where there are many."""
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        search = LineField(self.look, i18n.text("Chercher une personne par son nom"))
        search.edit.textEdited.connect(self._look_for)
        self._told = Words(self.look, "", "hint")
        column.addWidget(search)
        column.addWidget(self._told)
        return place

    def _look_for(self, typed: str) -> None:
        found = of_name(self._others, typed) if typed.strip() else ()
        self.asks.pop(value.WHO, None)
        self.live[value.WHO].put(value.who(found[: value.AT_ONCE]))
        words = found_people(len(found), value.AT_ONCE)
        self._told.say(words if typed.strip() else "")
        announce(self, words)

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
        person, write = self._asked.person, self._presenter
        self.context.gestures.do(
            i18n.text("Ajouté au foyer. Vous pouvez ajouter quelqu’un d’autre."),
            self._half.noted_by(
                lambda: write.live_together(person, other or write.add(name), role)
            ),
            failed=self._not_joined,
        )

    def _not_joined(self, problem: BaseException) -> None:
        self._half.go_on()
        self.say_problem(problem)
