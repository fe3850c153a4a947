"""The letter as it will be printed, and each paragraph with its reason."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.files import write_file
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.screens.document.presenter import DocumentPresenter, ParagraphRow
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.making import Made

EDIT_LINES = 6


def _keep_nothing(_draft: Draft) -> None:
    """Without a safe, nothing is written."""


class DocumentScreen(Page):
    """Opened with a draft; ``keep`` saves it when the person changes a paragraph here."""

    def __init__(
        self,
        context: Context,
        *,
        draft: Draft,
        keep: Callable[[Draft], None] = _keep_nothing,
        **_parameters: Any,
    ) -> None:
        super().__init__(context.look, i18n.text("Votre lettre"))
        self._context = context
        self._presenter = DocumentPresenter(context.tools, draft, keep)
        self._state = Words(context.look, i18n.text("La lettre se prépare…"))
        self.add(self._state)
        self._preview = Preview(context.look, context.jobs, self._refused)
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
        self._context.jobs.run(self._presenter.make, done=self._show_made, failed=self._refused)

    def _show_made(self, made: Made) -> None:
        self._presenter.made = made
        proof = made.proof
        words = i18n.text("{verified} valeurs sur {total} relues sur la page").format(
            verified=proof.verified, total=proof.total
        )
        proved = not proof.problems and proof.verified == proof.total
        self._say(f"✓ {words}" if proved else f"✗ {words}", "done" if proved else "error")
        self._print.setEnabled(proved)
        self._save.setEnabled(proved)
        self._preview.show_document(
            made.pdf.pages, lambda page, zoom: self._presenter.picture(made, page, zoom)
        )
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
        self._say(i18n.text("La lettre se prépare…"), "body")
        self._make()

    def _go_print(self) -> None:
        self._context.navigator.go(
            "imprimer", made=self._presenter.made, draft=self._presenter.draft
        )

    def _save_pdf(self) -> None:
        made = self._presenter.made
        if made is None:
            return
        path, _kind = QFileDialog.getSaveFileName(
            self, i18n.text("Où enregistrer ?"), str(Path.home() / "lettre.pdf"), "PDF (*.pdf)"
        )
        if path:
            self._context.jobs.run(
                lambda: write_file(path, made.pdf.data),
                done=lambda _none: self._say(i18n.text("Le PDF est enregistré."), "done"),
                failed=self._refused,
            )

    def _refused(self, problem: BaseException) -> None:
        self._say(words_of(problem), "error")

    def _say(self, words: str, role: str) -> None:
        self._state.play(role)
        self._state.say(words)
        announce(self._state, words, urgent=role == "error")
