"""An official form, in one of three ways: on its PDF, onto the paper form, or copied by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.screens.paper import PaperPage, proof_told
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.workflow.definitions import form_of
from desktop_app.workflow.making import Made, make_copy_sheet, make_on_blank, make_on_paper


class FormScreen(PaperPage):
    """Opened with a draft of a form."""

    def __init__(self, context: Context, *, draft: Draft, **_parameters: Any) -> None:
        super().__init__(context, i18n.text("Votre formulaire"))
        self._draft = draft
        self._made: Made | None = None
        self._say_replaced()
        self.add(Words(context.look, i18n.text("Comment avez-vous ce formulaire ?"), "subheading"))
        own = i18n.text("Remplir le PDF que j’ai ouvert")
        for words, chosen in (
            (own if draft.form else i18n.text("J’ai le PDF officiel : le remplir"), self._on_blank),
            (i18n.text("J’ai le formulaire en papier : imprimer dessus"), self._on_paper),
            (i18n.text("Je vais le recopier à la main"), self._copy),
        ):
            way = LongButton(context.look, words)
            way.clicked.connect(lambda _=False, chosen=chosen: chosen())
            self.add(way)
        self.add(self.state)
        self._preview = Preview(context.look, context.jobs, context.tools.viewer, self.refused)
        self._preview.hide()
        self.add(self._preview)
        look = context.look
        self._print = Button(look, i18n.text("Imprimer"), self._go_print, role="primary")
        self._save = Button(look, i18n.text("Enregistrer en PDF"), self._save_pdf)
        for button in (self._print, self._save):
            button.setEnabled(False)
        back = Button(look, i18n.text("Retour"), context.navigator.back, role="plain")
        self.set_actions(self._print, self._save, back)

    def _say_replaced(self) -> None:
        definition = form_of(self.context.tools.catalogue, self._draft)
        if not definition.withdrawn:
            return
        words = (
            i18n.text("Ce formulaire a été remplacé : demandez le n° {successor} au guichet.")
            if definition.successor
            else i18n.text("Ce formulaire n’est plus en service : demandez lequel utiliser.")
        )
        self.add(Words(self.look, words.format(successor=definition.successor), "date"))

    def _on_blank(self) -> None:
        """Fill the PDF that was opened, here or by the draft's safe; else ask where it is."""
        blank = self.context.session.blanks.get(self._draft.pack)
        if blank is not None:
            self._make(lambda: make_on_blank(*self._subject(), blank))
            return
        path, _kind = QFileDialog.getOpenFileName(
            self, i18n.text("Où est le formulaire vide ?"), str(Path.home()), "PDF (*.pdf)"
        )
        if path:
            self._make(lambda: make_on_blank(*self._subject(), read_file(path)))

    def _on_paper(self) -> None:
        self._make(lambda: make_on_paper(*self._subject()))

    def _copy(self) -> None:
        self._make(lambda: make_copy_sheet(*self._subject()))

    def _subject(self) -> tuple[Any, Draft, Any]:
        tools = self.context.tools
        return tools, self._draft, tools.clock.today()

    def _make(self, make: Callable[[], Made]) -> None:
        self.say(i18n.text("Le formulaire se prépare…"), "body")
        self.context.jobs.run(make, done=self._show_made, failed=self.refused)

    def _show_made(self, made: Made) -> None:
        self._made = made
        self.say(*proof_told(made))
        self._print.setEnabled(made.proved)
        self._save.setEnabled(made.proved)
        self._preview.show()
        self.show_pages(self._preview, made)

    def _go_print(self) -> None:
        self.context.navigator.go("imprimer", made=self._made, draft=self._draft)

    def _save_pdf(self) -> None:
        self.save_pdf(self._made, "formulaire.pdf")
