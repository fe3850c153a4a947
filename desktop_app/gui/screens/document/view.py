"""The letter as it will be printed, and each paragraph with its reason."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.gui.context import Context
from desktop_app.gui.screens.document.presenter import DocumentPresenter, ParagraphRow
from desktop_app.gui.screens.paper import PaperPage, proof_told
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.making import Made

EDIT_LINES = 6


def _keep_nothing(_draft: Draft) -> None:
    """Without a safe, nothing is written."""


class DocumentScreen(PaperPage):
    """Opened with a draft; ``keep`` saves it when the person changes a paragraph here."""

    def __init__(
        self,
        context: Context,
        *,
        draft: Draft,
        keep: Callable[[Draft], None] = _keep_nothing,
        **_parameters: Any,
    ) -> None:
        super().__init__(context, i18n.text("Votre lettre"), i18n.text("La lettre se prépare…"))
        self._presenter = DocumentPresenter(context.tools, draft, keep)
        self.add(self.state)
        self._preview = Preview(
            context.look, context.jobs, lambda: context.tools.viewer(drafts=True), self.refused
        )
        self.add(self._preview)
        self._paragraphs = QWidget()
        self._rows = QVBoxLayout(self._paragraphs)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(context.look.space(2))
        self.add(self._paragraphs)
        self._print = Button(
            context.look, i18n.text("Imprimer et envoyer"), self._go_print, role="primary"
        )
        self._save = Button(context.look, i18n.text("Enregistrer en PDF"), self._save_pdf)
        self.set_actions(
            self._print,
            self._save,
            Button(context.look, i18n.text("Retour"), context.navigator.back, role="plain"),
        )
        self._make()

    def _make(self) -> None:
        self._print.setEnabled(False)
        self._save.setEnabled(False)
        self.context.jobs.run(self._presenter.make, done=self._show_made, failed=self.refused)

    def _show_made(self, made: Made) -> None:
        self._presenter.made = made
        self.say(*proof_told(made))
        self._print.setEnabled(made.proved)
        self._save.setEnabled(made.proved)
        self.show_pages(self._preview, made)
        self._fill_rows()

    def _fill_rows(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.deleteLater()
        title = i18n.text("Ce que dit votre lettre, paragraphe par paragraphe")
        self._rows.addWidget(Words(self.look, title, "subheading"))
        for row in self._presenter.rows():
            self._rows.addWidget(self._card(row))

    def _card(self, row: ParagraphRow) -> QWidget:
        card, column = self.framed()
        if row.removed:
            column.addWidget(Words(self.look, i18n.text("Retiré de la lettre."), "error"))
        else:
            column.addWidget(Words(self.look, row.text))
        why = i18n.text("Pourquoi : {meaning}").format(meaning=i18n.pack_text(row.meaning))
        column.addWidget(Words(self.look, why, "hint"))
        if row.basis:
            articles = i18n.text("Textes : {articles}").format(articles=", ".join(row.basis))
            column.addWidget(Words(self.look, articles, "hint"))
        if row.edited:
            column.addWidget(Words(self.look, i18n.text("Avec vos mots."), "hint"))
        buttons, flow = FlowLayout.row(self.look.space(1))
        for button in self._row_buttons(row, card, column):
            flow.addWidget(button)
        column.addWidget(buttons)
        return card

    def _row_buttons(self, row: ParagraphRow, card: QWidget, column: QVBoxLayout) -> list[Button]:
        buttons: list[Button] = []
        if row.removed or row.edited:
            put_back = i18n.text("Remettre nos mots") if row.edited else i18n.text("Le remettre")
            buttons.append(
                Button(self.look, put_back, lambda: self._then(self._presenter.put_back, row.id))
            )
        if not row.removed:
            if row.optional:
                buttons.append(
                    Button(
                        self.look,
                        i18n.text("Le retirer"),
                        lambda: self._then(self._presenter.take_out, row.id),
                    )
                )
            change = Button(self.look, i18n.text("Le modifier"), lambda: None)
            change.clicked.connect(lambda _checked: self._edit(row, column, change))
            buttons.append(change)
        return buttons

    def _edit(self, row: ParagraphRow, column: QVBoxLayout, pressed: Button) -> None:
        pressed.setEnabled(False)
        label = Words(self.look, i18n.text("Vos mots pour ce paragraphe"))
        edit = QPlainTextEdit(row.text)
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(edit.fontMetrics().lineSpacing() * EDIT_LINES + self.look.space(4))
        edit.setAccessibleName(label.text())
        label.setBuddy(edit)
        column.addWidget(label)
        column.addWidget(edit)
        column.addWidget(
            Button(
                self.look,
                i18n.text("Garder ces mots"),
                lambda: self._then(
                    lambda name: self._presenter.write_instead(name, edit.toPlainText()), row.id
                ),
            )
        )
        edit.setFocus()

    def _then(self, change: Callable[[str], None], paragraph: str) -> None:
        change(paragraph)
        self.say(i18n.text("La lettre se prépare…"), "body")
        self._make()

    def _go_print(self) -> None:
        self.context.navigator.go(
            "imprimer", made=self._presenter.made, draft=self._presenter.draft
        )

    def _save_pdf(self) -> None:
        self.save_pdf(self._presenter.made, "lettre.pdf")
