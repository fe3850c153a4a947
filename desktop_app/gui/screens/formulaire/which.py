"""Which edition the person's paper is: where to read it, and the known ones to choose from."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.widgets.edition_card import EditionCard
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages.editions import edition
from desktop_app.workflow.guidance.pack_list import Model, form_model


class WhichEdition(QWidget):
    """Read in the worker; empty for a form made for one PDF, which has one edition.

    ``choice`` is for the screen to put where the edition is chosen, before it is used.
    """

    def __init__(self, context: Context, page: Page, draft: Draft) -> None:
        super().__init__()
        self.choice = QWidget()
        self.choice.hide()
        self._context, self._page, self._draft = context, page, draft
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.look.space(1))
        self._card: EditionCard | None = None
        self._list: ClosedList | None = None
        if draft.form:
            self.hide()
            return
        self._read("", self._show)

    def edition(self) -> str:
        """Return the edition chosen for the paper; empty for the form's own."""
        return self._list.value() if self._list is not None else ""

    def _read(self, edition: str, done: Callable[[Model], None]) -> None:
        catalogue, pack = self._context.tools.catalogue, self._draft.pack
        self._context.jobs.run(
            lambda: form_model(catalogue, pack, edition),
            done=done,
            failed=self._page.say_problem,
        )

    def _show(self, model: Model) -> None:
        if len(model.editions) > 1:
            look = self._context.look
            label = Words(look, i18n.text("Quelle édition est imprimée sur votre formulaire ?"))
            choices = {edition: edition for edition in model.editions}
            self._list = ClosedList(
                look, label, choices, lambda edition: self._read(edition, self._show_card)
            )
            column = QVBoxLayout(self.choice)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.space(1))
            column.addWidget(label)
            column.addWidget(self._list)
            self.choice.show()
        self._show_card(model)

    def _show_card(self, model: Model) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = EditionCard(self._context.look, edition(model))
        self._column.addWidget(self._card)
