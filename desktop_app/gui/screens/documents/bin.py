"""The bin: what was thrown away can be taken back."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.documents.presenter import document_line
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.safes import Safe, StoredDocument


class BinScreen(Page):
    """One card for each document thrown away."""

    def __init__(self, context: Context, **_parameters: Any) -> None:
        super().__init__(context.look, i18n.text("Corbeille"))
        self._context = context
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._refresh()

    def _refresh(self) -> None:
        self._context.jobs.run(self._safe.bin.all, done=self._show_bin, failed=self.say_problem)

    def _show_bin(self, documents: Sequence[StoredDocument]) -> None:
        self.clear()
        if not documents:
            self.add(Words(self.look, i18n.text("La corbeille est vide.")))
        for document in documents:
            _frame, column = self.card()
            column.addWidget(Words(self.look, document_line(document)))
            words = i18n.text("Reprendre ce document")
            back = Button(self.look, words, partial(self._take_back, document.id))
            back.setAccessibleName(i18n.labelled(words, document.title))
            column.addWidget(back)
        self.set_actions(
            Button(self.look, i18n.text("Retour"), self._context.navigator.back, role="plain")
        )

    def _take_back(self, document: str) -> None:
        safe = self._safe
        self._context.jobs.run(
            lambda: safe.bin.take_back(document),
            done=lambda _: self._taken_back(),
            failed=self.say_problem,
        )

    def _taken_back(self) -> None:
        """Say it in the bar, and begin again at the top: the button that was pressed goes."""
        self._context.navigator.say_saved(i18n.text("Le document est revenu à sa place."))
        self.focus_heading()
        self._refresh()
