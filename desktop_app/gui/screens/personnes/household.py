"""The household of a person: its members added one by one, known already or new."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.packs.model import Choice, Question
from desktop_app.core.records import Person
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.screens.personnes.presenter import (
    Household,
    PeoplePresenter,
    found_people,
    household_line,
    of_name,
)
from desktop_app.gui.widgets.answers.choice import ChoiceAnswer
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to

AT_ONCE = 20
"""Persons to choose among; an office that knows more writes the beginning of a name."""


class HouseholdScreen(Page):
    """Who lives with her, and as what ("fille", "conjoint"); then perhaps another one."""

    def __init__(self, context: Context, asked: to.Household) -> None:
        heading = i18n.text("Qui vit avec {name} ?").format(name=asked.name)
        super().__init__(context.look, heading)
        self._context, self._person = context, asked.person
        assert context.session.safe is not None
        self._presenter = PeoplePresenter(context.tools, context.session.safe)
        self._who: ChoiceAnswer | None = None
        self._refresh()

    def _refresh(self) -> None:
        person = self._person
        self._context.jobs.run(
            lambda: self._presenter.household(person), done=self._ask, failed=self.say_problem
        )

    def _ask(self, found: Household) -> None:
        self.clear()
        self._others = found.others
        if told := household_line(found.sheet):
            self.add(Words(self.look, told, "done"))
        if len(found.others) > AT_ONCE:
            search = LineField(self.look, i18n.text("Chercher une personne par son nom"))
            search.edit.textEdited.connect(self._look_for)
            self.add(search)
            self._told = Words(self.look, "", "hint")
            self.add(self._told)
        self._place = QWidget()
        self._choices = QVBoxLayout(self._place)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self.add(self._place)
        self._offer(found.others if len(found.others) <= AT_ONCE else ())
        label = (
            i18n.text("Ou écrivez le nom d’une nouvelle personne")
            if found.others
            else i18n.text("Écrivez le nom de la personne")
        )
        self._name = LineField(self.look, label)
        self._role = LineField(
            self.look,
            i18n.text("Quel est son lien avec cette personne ?"),
            characters=24,
            hint=i18n.text("Par exemple : fille, conjoint."),
        )
        for field in (self._name, self._role):
            field.edit.returnPressed.connect(self._join)
            self.add(field)
        self._half = HalfTyped(self._context, self, f"foyer-{self._person}")
        self._half.watch("name", self._name)
        self._half.watch("role", self._role)
        self._half.put_back()
        self.set_actions(
            Button(self.look, i18n.text("Ajouter au foyer"), self._join, role="primary"),
            Button(self.look, i18n.text("Retour"), self._context.navigator.back, role="plain"),
        )

    def _look_for(self, typed: str) -> None:
        found = of_name(self._others, typed) if typed.strip() else ()
        self._offer(found[:AT_ONCE])
        words = found_people(len(found), AT_ONCE)
        self._told.say(words if typed.strip() else "")
        announce(self, words)

    def _offer(self, others: Sequence[Person]) -> None:
        """Show whom one may choose."""
        while (item := self._choices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._who = None
        if not others:
            return
        label = Words(self.look, i18n.text("Quelle personne ?"))
        choices = tuple(Choice(id=one.id, label=one.name) for one in others)
        question = Question(id="personne", kind="choice", label=label.text(), choices=choices)
        self._who = ChoiceAnswer(self.look, question, label)
        self._who.describe("", "")
        self._choices.addWidget(label)
        self._choices.addWidget(self._who)

    def _join(self) -> None:
        self.clear_problem()
        other = str(self._who.answer()) if self._who is not None else ""
        name = self._name.text().strip()
        if not (other or name):
            self.say_error(i18n.text("Choisissez une personne, ou écrivez son nom."))
            return
        if other and name:
            self.say_error(
                i18n.text("Une seule à la fois : effacez le nom écrit, ou ajoutez-le ensuite.")
            )
            return
        person, role, write = self._person, self._role.text(), self._presenter
        self._context.jobs.run(
            self._half.noted_by(
                lambda: write.live_together(person, other or write.add(name), role)
            ),
            done=lambda _: self._joined(),
            failed=self._not_joined,
        )

    def _not_joined(self, problem: BaseException) -> None:
        self._half.go_on()
        self.say_problem(problem)

    def _joined(self) -> None:
        words = i18n.text("Ajouté au foyer. Vous pouvez ajouter quelqu’un d’autre.")
        self._context.navigator.say_saved(words)
        self.focus_heading()
        self._refresh()
