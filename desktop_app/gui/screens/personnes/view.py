"""Personnes: who documents are written for. The banner changes only by a gesture made here."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.personnes.presenter import (
    PeoplePresenter,
    household_line,
    known_line,
)
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.row import RowButton
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.people import PersonSheet


class Personnes(Page):
    """One card for each person; nothing crosses from one to another without a gesture."""

    def __init__(self, context: Context, **_parameters: Any) -> None:
        super().__init__(context.look, i18n.text("Personnes"))
        self._context = context
        safe = context.session.safe
        if safe is None:
            self.add(Words(self.look, i18n.text("Sans coffre, aucune personne n’est gardée.")))
            self._foot()
            return
        self._presenter = PeoplePresenter(context.tools, safe)
        self._refresh()

    def _refresh(self) -> None:
        self._context.jobs.run(
            self._presenter.everyone, done=self._show_everyone, failed=self.say_problem
        )

    def _show_everyone(self, sheets: tuple[PersonSheet, ...]) -> None:
        self.clear()
        if not sheets:
            self.add(Words(self.look, i18n.text("Personne encore. Ajoutez-vous, ou un proche.")))
        for sheet in sheets:
            self._person(sheet, len(sheets))
        self._ask_name()
        self._foot()

    def _person(self, sheet: PersonSheet, count: int) -> None:
        _frame, column = self.card()
        column.addWidget(Words(self.look, sheet.name, "subheading"))
        if self._context.session.person == sheet.id:
            words = i18n.text("Vous écrivez pour cette personne en ce moment.")
            column.addWidget(Words(self.look, words, "done"))
        if told := household_line(sheet):
            column.addWidget(Words(self.look, told))
        self._known(sheet, column)
        write = i18n.text("Écrire pour cette personne")
        gesture = RowButton(self.look, write, lambda: self._write_for(sheet))
        gesture.setAccessibleName(i18n.labelled(write, sheet.name))
        column.addWidget(gesture)
        row, flow = FlowLayout.row(self.look.space(2))
        go = self._context.navigator.go
        for words, pressed in (
            (i18n.text("Ses documents"), lambda: go("documents", person=sheet.id)),
        ):
            flow.addWidget(self._named(words, sheet.name, pressed))
        if count > 1:
            words = i18n.text("Ajouter à son foyer")
            flow.addWidget(
                self._named(
                    words, sheet.name, lambda: go("foyer", person=sheet.id, name=sheet.name)
                )
            )
        column.addWidget(row)

    def _known(self, sheet: PersonSheet, column: QVBoxLayout) -> None:
        if not sheet.known:
            words = i18n.text("Ses réponses viendront ici, avec leur date, à la première lettre.")
            column.addWidget(Words(self.look, words, "hint"))
        for known in sheet.known:
            column.addWidget(Words(self.look, known_line(known)))

    def _named(self, words: str, name: str, pressed: Any) -> Button:
        button = Button(self.look, words, pressed)
        button.setAccessibleName(i18n.labelled(words, name))
        return button

    def _ask_name(self) -> None:
        self._name = LineField(self.look, i18n.text("Nom d’une nouvelle personne"))
        self._name.edit.returnPressed.connect(self._add)
        self.add(self._name)

    def _foot(self) -> None:
        back = Button(self.look, i18n.text("Retour"), self._context.navigator.back, role="plain")
        if self._context.session.safe is None:
            self.set_actions(back)
            return
        buttons = [
            Button(self.look, i18n.text("Ajouter cette personne"), self._add, role="primary")
        ]
        if self._context.session.person:
            buttons.append(Button(self.look, i18n.text("Écrire pour moi"), self._write_for_me))
        self.set_actions(*buttons, back)

    def _add(self) -> None:
        name = self._name.text()
        if not name.strip():
            self.say_error(i18n.text("Écrivez d’abord le nom de la personne."))
            return
        self._context.jobs.run(
            lambda: self._presenter.add(name),
            done=lambda _id: self._refresh(),
            failed=self.say_problem,
        )

    def _write_for(self, sheet: PersonSheet) -> None:
        self._context.session.write_for(sheet.id, sheet.name)
        self._context.navigator.go("accueil")

    def _write_for_me(self) -> None:
        self._context.session.write_for("", "")
        self._refresh()
