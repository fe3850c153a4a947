"""Personnes: who documents are written for. The banner changes only by a gesture made here."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.changes import Change, HouseholdChanged, PersonChanged
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.discretion import waits_to_be_asked
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.screens.personnes.presenter import (
    PeoplePresenter,
    matching,
)
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.row import RowButton
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages.household import household_line
from desktop_app.workflow.people.people import PersonSheet

AT_ONCE = 20
"""Persons shown at first."""


class Personnes(Page):
    """One card for each person; nothing crosses from one to another without a gesture."""

    def __init__(self, context: Context, _asked: to.People) -> None:
        super().__init__(context.look, i18n.text("Personnes"))
        self._context = context
        self._added = ""
        safe = context.session.safe
        if safe is None:
            self.add(Words(self.look, i18n.text("Sans coffre, aucune personne n’est gardée.")))
            self._foot()
            return
        self._presenter = PeoplePresenter(context.tools, safe)
        self._refresh()

    def shows(self, changed: Change) -> bool:
        """Tell of each person, and of who lives with whom."""
        return isinstance(changed, PersonChanged | HouseholdChanged)

    def read_again(self) -> None:
        """Show everyone, as they are now."""
        self._refresh()

    def _refresh(self) -> None:
        self._context.jobs.run(
            self._presenter.everyone, done=self._show_everyone, failed=self.say_problem
        )

    def _show_everyone(self, sheets: tuple[PersonSheet, ...]) -> None:
        self.clear()
        self._sheets = sheets
        discreet = waits_to_be_asked(self._context)
        if not sheets:
            self.add(Words(self.look, i18n.text("Personne encore. Ajoutez-vous, ou un proche.")))
        if len(sheets) > AT_ONCE or (discreet and sheets):
            search = LineField(self.look, i18n.text("Chercher une personne par son nom"))
            search.edit.textEdited.connect(self._look_for)
            self.add(search)
        place = QWidget()
        self._list = QVBoxLayout(place)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(self.look.space(2))
        self.add(place)
        if not discreet:
            self._show(sheets, len(sheets))
        elif self._added:
            self._show([one for one in sheets if one.id == self._added], len(sheets))
        elif sheets:
            self._list.addWidget(
                Button(self.look, i18n.text("Voir toutes les personnes"), self._show_all)
            )
        self._ask_name()
        self._foot()

    def _show_all(self) -> None:
        self._look_for("")
        item = self._list.itemAt(1)
        shown = item.widget() if item is not None else None
        if shown is not None and (gesture := shown.findChild(RowButton)) is not None:
            gesture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_for(self, typed: str) -> None:
        """Show whom the name typed so far may be."""
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        found = matching(self._sheets, typed)
        words = i18n.plural("{n} personne trouvée", "{n} personnes trouvées", len(found))
        self._list.addWidget(Words(self.look, words, "hint"))
        announce(self, words)
        self._show(found, len(self._sheets))

    def _show(self, sheets: Sequence[PersonSheet], count: int) -> None:
        """Show the first persons; the others at a gesture, for an office knows hundreds."""
        for sheet in sheets[:AT_ONCE]:
            self._list.addWidget(self._person(sheet, count))
        if others := sheets[AT_ONCE:]:
            words = i18n.plural("Voir {n} autre", "Voir les {n} autres", len(others))
            more = Button(self.look, words, lambda: self._show_more(more, others, count))
            self._list.addWidget(more)

    def _show_more(self, more: Button, sheets: Sequence[PersonSheet], count: int) -> None:
        place = self._list.indexOf(more)
        self._list.removeWidget(more)
        more.hide()
        more.deleteLater()
        self._show(sheets, count)
        item = self._list.itemAt(place)
        shown = item.widget() if item is not None else None
        if shown is not None and (gesture := shown.findChild(RowButton)) is not None:
            gesture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _person(self, sheet: PersonSheet, count: int) -> QWidget:
        frame, column = self.framed()
        column.addWidget(Words(self.look, sheet.name, "subheading"))
        if self._context.session.person == sheet.id:
            words = i18n.text("Vous écrivez pour cette personne en ce moment.")
            column.addWidget(Words(self.look, words, "done"))
        if told := household_line(sheet):
            column.addWidget(Words(self.look, told))
        write = i18n.text("Écrire pour cette personne")
        gesture = RowButton(self.look, write, lambda: self._write_for(sheet))
        gesture.setAccessibleName(i18n.labelled(write, sheet.name))
        column.addWidget(gesture)
        row, flow = FlowLayout.row(self.look.space(2))
        go = self._context.navigator.go
        places: list[tuple[str, Callable[[], object]]] = [
            (i18n.text("Ses documents"), lambda: go(to.Documents(person=sheet.id))),
            (i18n.text("Sa fiche"), lambda: go(to.Person(person=sheet.id))),
        ]
        if count > 1:
            words = i18n.text("Ajouter à son foyer")
            places.append((words, lambda: go(to.Household(person=sheet.id, name=sheet.name))))
        for words, pressed in places:
            flow.addWidget(self._named(words, sheet.name, pressed))
        column.addWidget(row)
        return frame

    def _named(self, words: str, name: str, pressed: Any) -> Button:
        button = Button(self.look, words, pressed)
        button.setAccessibleName(i18n.labelled(words, name))
        return button

    def _ask_name(self) -> None:
        self._name = LineField(self.look, i18n.text("Nom d’une nouvelle personne"))
        self._name.edit.returnPressed.connect(self._add)
        self.add(self._name)
        self._half = HalfTyped(self._context, self, "personnes")
        self._half.watch("name", self._name)
        self._half.put_back()

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
        self._context.gestures.do(
            i18n.text("La personne est ajoutée."),
            self._half.noted_by(lambda: self._add_now(name)),
            failed=self._not_added,
        )

    def _not_added(self, problem: BaseException) -> None:
        self._half.go_on()
        self.say_problem(problem)

    def _add_now(self, name: str) -> None:
        self._added = self._presenter.add(name)

    def _write_for(self, sheet: PersonSheet) -> None:
        self._context.session.write_for(sheet.id, sheet.name)
        self._context.navigator.go(to.Home())

    def _write_for_me(self) -> None:
        self._context.session.write_for("", "")
        self._refresh()
