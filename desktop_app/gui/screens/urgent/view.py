"""Urgent: what to do today, before any form: whom to call, what to keep, what may follow."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from desktop_app import i18n
from desktop_app.core.deadlines.cases import Asked, Emergency
from desktop_app.gui.context import Context
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.screens.urgent.last_moment import LastMomentAsked
from desktop_app.gui.starting import follow, start
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.sentences import case_words
from desktop_app.workflow.guidance.urgent import EmergencyPage, Following, page_at, page_of


class UrgentScreen(Page):
    """Opened with an emergency; with none, one says which. Then where, when the law depends on it.

    ``pack``: the letter it is shown before, of a ``dossier`` when it follows in one.
    """

    def __init__(
        self,
        context: Context,
        *,
        emergency: str = "",
        place: str = "",
        pack: str = "",
        dossier: str = "",
        **_parameters: Any,
    ) -> None:
        super().__init__(context.look, i18n.text("Urgent"))
        self._context, self._pack, self._dossier = context, pack, dossier
        tools, jobs = context.tools, context.jobs
        if emergency:
            law, catalogue = tools.law, tools.catalogue
            jobs.run(
                lambda: (
                    page_at(law, catalogue, emergency, place)
                    if place
                    else page_of(law, catalogue, emergency)
                ),
                done=self._show if place else self._open,
                failed=self.say_problem,
            )
        else:
            jobs.run(lambda: tools.law.emergencies, done=self._choose, failed=self.say_problem)

    def _choose(self, found: Sequence[Emergency]) -> None:
        self.add(Words(self.look, i18n.text("Quel est votre cas ?"), "subheading"))
        go = self._context.navigator.go
        for one in found:
            button = LongButton(self.look, i18n.pack_text(one.title), "urgent")
            button.clicked.connect(lambda _=False, name=one.id: go("urgent", emergency=name))
            self.add(button)
        self._foot()

    def _open(self, page: EmergencyPage) -> None:
        if page.told.asks is None:
            self._show(page)
        else:
            self._where(page.told, page.told.asks)

    def _where(self, told: Emergency, asked: Asked) -> None:
        """Ask the place first: what the page says would be false elsewhere."""
        title = i18n.pack_text(told.title)
        self.heading.say(title)
        self.add(Words(self.look, i18n.pack_text(asked.label), "subheading"))
        for one in asked.choices:
            button = LongButton(self.look, i18n.pack_text(one.label), "urgent")
            button.clicked.connect(lambda _=False, place=one.id: self._at(told.id, place))
            self.add(button)
        self._foot(on=False)

    def _at(self, emergency: str, place: str) -> None:
        self._context.navigator.go(
            "urgent", emergency=emergency, place=place, pack=self._pack, dossier=self._dossier
        )

    def _show(self, page: EmergencyPage) -> None:
        told = page.told
        title = i18n.pack_text(told.title)
        self.retitle(title)
        self.add(Words(self.look, i18n.pack_text(told.help)))
        column = self._block(i18n.text("À faire aujourd’hui"))
        for number, one in enumerate(told.today, 1):
            column.addWidget(Words(self.look, f"{number}. {i18n.pack_text(one.label)}"))
        if any(one.procedure.delay is not None for one in page.following):
            self.add(LastMomentAsked(self._context, self, page))
        column = self._block(i18n.text("Qui appeler"))
        for contact in told.call:
            column.addWidget(Words(self.look, case_words.contact(contact)))
        for words in case_words.contacts_seen(told.call):
            column.addWidget(Words(self.look, words, "hint"))
        column = self._block(i18n.text("À garder"))
        for one in told.keep:
            column.addWidget(Words(self.look, f"– {i18n.pack_text(one.label)}"))
        if page.following:
            self.add(Words(self.look, i18n.text("Ensuite"), "subheading"))
        for following in page.following:
            self._following(following)
        self.add(Words(self.look, case_words.source(told), "hint"))
        if not told.discreet:
            self._sheet(page)
        self._foot()

    def _following(self, found: Following) -> None:
        column = self._block(i18n.pack_text(found.procedure.plain_title))
        for words in case_words.following_lines(found):
            column.addWidget(Words(self.look, words, "hint"))
        for item in found.letters:
            words = i18n.labelled(i18n.text("Écrire la lettre"), i18n.pack_text(item.plain_title))
            button = LongButton(self.look, words, "lettre")
            button.clicked.connect(lambda _=False, pack=item.id: self._write(pack))
            column.addWidget(button)

    def _sheet(self, page: EmergencyPage) -> None:
        """Offer the page on paper: one takes it along, and ticks."""
        look, today = self.look, self._context.tools.clock.today()
        letters, listed = self._context.tools.letters, case_words.listed(page)
        state = Progress(look)
        out = SheetOut(self._context, self, state)
        words = i18n.text("Imprimer cette feuille")
        self.add(Button(look, words, lambda: out.print(lambda: letters.agenda(listed, today))))
        self.add(state)

    def _write(self, pack: str) -> None:
        if self._dossier and pack == self._pack:
            follow(self._context, self, self._dossier, pack, warned=True)
        else:
            start(self._context, self, pack, warned=True)

    def _block(self, title: str) -> QVBoxLayout:
        _frame, column = self.card()
        column.addWidget(Words(self.look, title, "subheading"))
        return column

    def _foot(self, *, on: bool = True) -> None:
        """End the page; ``on``: the letter that one came from may be gone on with."""
        look, navigator = self.look, self._context.navigator
        back = Button(look, i18n.text("Retour"), navigator.back, role="plain")
        if self._pack and on:
            words = i18n.text("Continuer vers la lettre")
            go_on = Button(look, words, lambda: self._write(self._pack), role="primary")
            self.set_actions(go_on, back)
        else:
            home = Button(look, i18n.text("Revenir à l’accueil"), lambda: navigator.go("accueil"))
            self.set_actions(home, back)
        self.focus_heading()
