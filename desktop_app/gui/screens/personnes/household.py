"""Putting somebody in the household of a person."""

from typing import Any

from desktop_app import i18n
from desktop_app.core.definitions.model import Choice, Question
from desktop_app.gui.context import Context
from desktop_app.gui.screens.personnes.presenter import PeoplePresenter
from desktop_app.gui.widgets.answers.choice import ChoiceAnswer
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.safes import Person


class Household(Page):
    """Who, and as what ("fille", "conjoint")."""

    def __init__(self, context: Context, *, person: str, name: str, **_parameters: Any) -> None:
        heading = i18n.text("Qui vit avec {name} ?").format(name=name)
        super().__init__(context.look, heading)
        self._context, self._person = context, person
        assert context.session.safe is not None
        self._presenter = PeoplePresenter(context.tools, context.session.safe)
        self._who: ChoiceAnswer | None = None
        context.jobs.run(
            lambda: self._presenter.others(person), done=self._ask, failed=self.say_problem
        )

    def _ask(self, others: tuple[Person, ...]) -> None:
        back = Button(self.look, i18n.text("Retour"), self._context.navigator.back, role="plain")
        if not others:
            words = i18n.text("Tout le monde est déjà dans ce foyer. Ajoutez d’abord une personne.")
            self.add(Words(self.look, words))
            self.set_actions(back)
            return
        label = Words(self.look, i18n.text("Quelle personne ?"))
        choices = tuple(Choice(id=one.id, label=one.name) for one in others)
        question = Question(id="personne", kind="choice", label=label.text(), choices=choices)
        self._who = ChoiceAnswer(self.look, question, label)
        self._who.describe("", "")
        self._role = LineField(
            self.look,
            i18n.text("Qui est-ce pour elle ?"),
            characters=24,
            hint=i18n.text("Par exemple : fille, conjoint."),
        )
        self._role.edit.returnPressed.connect(self._join)
        for widget in (label, self._who, self._role):
            self.add(widget)
        join = Button(self.look, i18n.text("Ajouter au foyer"), self._join, role="primary")
        self.set_actions(join, back)

    def _join(self) -> None:
        other = str(self._who.answer()) if self._who is not None else ""
        if not other:
            self.say_error(i18n.text("Choisissez une personne de la liste."))
            return
        person, role = self._person, self._role.text()
        self._context.jobs.run(
            lambda: self._presenter.live_together(person, other, role),
            done=lambda _: self._context.navigator.back(),
            failed=self.say_problem,
        )
