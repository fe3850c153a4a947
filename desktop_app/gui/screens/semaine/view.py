"""Cette semaine: the next dates of everyone, the prudent one first and large."""

import datetime as dt
from typing import Any

from desktop_app import i18n
from desktop_app.gui import timeline_words
from desktop_app.gui.context import Context
from desktop_app.gui.screens.semaine.presenter import Group, grouped
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.dossiers import NextDate, next_dates


class Semaine(Page):
    """A list of sentences; each date opens its dossier."""

    def __init__(self, context: Context, **_parameters: Any) -> None:
        super().__init__(context.look, i18n.text("Cette semaine"))
        self._context = context
        self._today = context.tools.clock.today()
        safe = context.session.safe
        if safe is None:
            self._empty(i18n.text("Sans coffre, aucune date n’est gardée."))
            return
        today = self._today
        context.jobs.run(
            lambda: next_dates(safe, today=today), done=self._show_dates, failed=self.say_problem
        )

    def _show_dates(self, found: tuple[NextDate, ...]) -> None:
        if not found:
            self._empty(i18n.text("Rien à faire cette semaine."))
            return
        for group in grouped(found, self._today):
            self._group(group, self._today)
        self._actions_at_foot()

    def _group(self, group: Group, today: dt.date) -> None:
        self.add(Words(self.look, group.title, "subheading"))
        for one in group.dates:
            _frame, column = self.card()
            column.addWidget(Words(self.look, timeline_words.when(one, today), "date"))
            column.addWidget(Words(self.look, timeline_words.what_is_awaited(one.event)))
            for words in (
                timeline_words.for_whom(one.event),
                timeline_words.besides(one, today),
            ):
                if words:
                    column.addWidget(Words(self.look, words, "hint"))
            column.addWidget(self._open(one))

    def _open(self, one: NextDate) -> Button:
        dossier = one.event.dossier_id
        button = Button(
            self.look,
            i18n.text("Ouvrir le dossier"),
            lambda: self._context.navigator.go("dossier", dossier=dossier),
        )
        about = timeline_words.for_whom(one.event)
        button.setAccessibleName(i18n.labelled(i18n.text("Ouvrir le dossier"), about))
        return button

    def _empty(self, words: str) -> None:
        self.add(Words(self.look, words))
        self.add(
            Words(
                self.look,
                i18n.text(
                    "Une date vient ici quand vous rangez une lettre dans le coffre, "
                    "ou quand vous notez une décision reçue."
                ),
                "hint",
            )
        )
        self._actions_at_foot()

    def _actions_at_foot(self) -> None:
        navigator = self._context.navigator
        self.set_actions(
            Button(self.look, i18n.text("Mes documents"), lambda: navigator.go("documents")),
            Button(self.look, i18n.text("Retour"), navigator.back, role="plain"),
        )
