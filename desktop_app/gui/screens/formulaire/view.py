"""An official form, in one of three ways: on its PDF, onto the paper form, or copied by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.files import read_file, write_file
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.workflow.making import Made, make_copy_sheet, make_on_blank, make_on_paper

SCREEN_DPI = 96


class FormScreen(Page):
    """Opened with a draft of a form."""

    def __init__(self, context: Context, *, draft: Draft, **_parameters: Any) -> None:
        super().__init__(context.look, i18n.text("Votre formulaire"))
        self._context, self._draft = context, draft
        self._made: Made | None = None
        self._say_replaced()
        self.add(Words(context.look, i18n.text("Comment avez-vous ce formulaire ?"), "subheading"))
        for words, chosen in (
            (i18n.text("J’ai le PDF officiel : le remplir"), self._on_blank),
            (i18n.text("J’ai le formulaire en papier : imprimer dessus"), self._on_paper),
            (i18n.text("Je vais le recopier à la main"), self._copy),
        ):
            way = LongButton(context.look, words)
            way.clicked.connect(lambda _=False, chosen=chosen: chosen())
            self.add(way)
        self._state = Words(context.look, "")
        self.add(self._state)
        self._preview = Preview(context.look, context.jobs, self._refused)
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
        definition = self._context.tools.catalogue.form(self._draft.pack)
        if not definition.withdrawn:
            return
        words = (
            i18n.text("Ce formulaire a été remplacé : demandez le n° {successor} au guichet.")
            if definition.successor
            else i18n.text("Ce formulaire n’est plus en service : demandez lequel utiliser.")
        )
        self.add(Words(self.look, words.format(successor=definition.successor), "date"))

    def _on_blank(self) -> None:
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
        tools = self._context.tools
        return tools, self._draft, tools.clock.today()

    def _make(self, make: Callable[[], Made]) -> None:
        self._say(i18n.text("Le formulaire se prépare…"), "body")
        self._context.jobs.run(make, done=self._show_made, failed=self._refused)

    def _show_made(self, made: Made) -> None:
        self._made = made
        self._say(*_told(made))
        self._print.setEnabled(made.proved)
        self._save.setEnabled(made.proved)
        self._preview.show()
        self._preview.show_document(
            made.pdf.pages,
            lambda page, zoom: self._context.tools.render_page(
                made.pdf.data, page, SCREEN_DPI * zoom
            ),
        )

    def _go_print(self) -> None:
        self._context.navigator.go("imprimer", made=self._made, draft=self._draft)

    def _save_pdf(self) -> None:
        made = self._made
        if made is None:
            return
        path, _kind = QFileDialog.getSaveFileName(
            self, i18n.text("Où enregistrer ?"), str(Path.home() / "formulaire.pdf"), "PDF (*.pdf)"
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


def _told(made: Made) -> tuple[str, str]:
    """Return what to say of a form that was made, and in which role."""
    proof = made.proof
    if not proof.total:
        return i18n.text("La feuille à recopier est prête."), "done"
    words = i18n.text("{verified} valeurs sur {total} relues sur la page").format(
        verified=proof.verified, total=proof.total
    )
    if not made.proved:
        return f"✗ {words}", "error"
    if proof.overflow:
        more = i18n.plural(
            "{n} réponse continue sur l’annexe.",
            "{n} réponses continuent sur l’annexe.",
            len(proof.overflow),
        )
        return f"✓ {words}. {more}", "done"
    return f"✓ {words}", "done"
