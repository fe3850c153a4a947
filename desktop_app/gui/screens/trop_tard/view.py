"""Trop tard ? What remains when a delay is over: what to look at first, then the open ways."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from desktop_app import i18n
from desktop_app.core.deadlines.model import Moment
from desktop_app.core.deadlines.procedures import Procedure
from desktop_app.gui.context import Context
from desktop_app.gui.screens.trouver.presenter import families
from desktop_app.gui.starting import start
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.sentences import case_words
from desktop_app.workflow.guidance.too_late import TooLate, may_be_late, too_late
from desktop_app.workflow.guidance.urgent import emergency_of


class TooLateScreen(Page):
    """Opened with a procedure and its dates; with none, one says first whose delay, then which.

    ``received`` is the day of the decision: it says until when a missing notice helps.
    """

    def __init__(
        self,
        context: Context,
        *,
        procedure: str = "",
        family: str = "",
        last_day: Moment | None = None,
        received: dt.date | None = None,
        **_parameters: Any,
    ) -> None:
        asked = not procedure
        heading = i18n.text("Quel délai est passé ?") if asked else i18n.text("Trop tard ?")
        super().__init__(context.look, heading)
        self._context, self._family = context, family
        tools, jobs = context.tools, context.jobs
        if asked:
            jobs.run(lambda: may_be_late(tools.law), done=self._choose, failed=self.say_problem)
            return
        today = tools.clock.today()

        def read() -> tuple[TooLate, str]:
            found = too_late(
                tools.law,
                tools.catalogue,
                procedure,
                today=today,
                last_day=last_day,
                received=received,
            )
            return found, emergency_of(tools.law, procedure)

        jobs.run(read, done=self._show, failed=self.say_problem)

    # ------------------------------------------------------------------ which delay

    def _choose(self, found: Sequence[Procedure]) -> None:
        if not self._family:
            having = {one.family for one in found}
            for name, words in families().items():
                if name in having:
                    self._offer(words, family=name)
        for one in found:
            if one.family == self._family:
                self._offer(i18n.pack_text(one.plain_title), procedure=one.id)
        self._foot()

    def _offer(self, words: str, **parameters: str) -> None:
        button = LongButton(self.look, words, "bureau" if "family" in parameters else "lettre")
        go = self._context.navigator.go
        button.clicked.connect(lambda _=False: go("trop-tard", **parameters))
        self.add(button)

    # ------------------------------------------------------------------ what remains

    def _show(self, read: tuple[TooLate, str]) -> None:
        found, emergency = read
        self.add(Words(self.look, i18n.pack_text(found.procedure.plain_title), "hint"))
        if emergency:
            self._today(emergency)
        self.add(Words(self.look, case_words.is_past(found)))
        self.add(Words(self.look, i18n.text("À vérifier d’abord"), "subheading"))
        for look in found.looks:
            self._block(i18n.pack_text(look.told.label), case_words.look_lines(look))
        if found.ways:
            self.add(Words(self.look, i18n.text("Ce qui reste ouvert"), "subheading"))
        for way in found.ways:
            name = i18n.pack_text(way.procedure.plain_title)
            column = self._block(name, case_words.way_lines(way))
            for item in way.letters:
                letter = i18n.pack_text(item.plain_title)
                words = i18n.labelled(i18n.text("Écrire la lettre"), letter)
                button = LongButton(self.look, words, "lettre")
                button.clicked.connect(
                    lambda _=False, pack=item.id: start(self._context, self, pack)
                )
                column.addWidget(button)
        self._foot()

    def _today(self, emergency: str) -> None:
        button = LongButton(self.look, i18n.text("Urgent : que faire aujourd’hui"), "urgent")
        go = self._context.navigator.go
        button.clicked.connect(lambda _=False: go("urgent", emergency=emergency))
        self.add(button)

    def _block(self, title: str, lines: Sequence[str]) -> Any:
        _frame, column = self.card()
        column.addWidget(Words(self.look, title, "subheading"))
        for number, words in enumerate(lines):
            column.addWidget(Words(self.look, words, "hint" if number else "body"))
        return column

    def _foot(self) -> None:
        navigator = self._context.navigator
        self.set_actions(
            Button(self.look, i18n.text("Revenir à l’accueil"), lambda: navigator.go("accueil")),
            Button(self.look, i18n.text("Retour"), navigator.back, role="plain"),
        )
        self.focus_heading()
