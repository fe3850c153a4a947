"""Opening a PDF form that the person has: known here, or any other one."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog

from desktop_app import i18n
from desktop_app.files import FileTooBig, read_file
from desktop_app.gui.context import Context
from desktop_app.gui.starting import start
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.phrase import PhraseField
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.forms import PdfTooBig
from desktop_app.workflow.generic import OpenedPdf, open_pdf

LOCKED = frozenset({"pdf-encrypted", "pdf-wrong-password"})


class OpenPdf(Page):
    """Asks for the file, and for its password when it is locked; says in words what is refused."""

    def __init__(self, context: Context, **_parameters: Any) -> None:
        super().__init__(context.look, i18n.text("Ouvrir un formulaire PDF"))
        self._context = context
        self._data, self._name = b"", ""
        look = context.look
        self.add(
            Words(
                look,
                i18n.text(
                    "Choisissez le PDF du formulaire vide. "
                    "Le programme y cherche les cases, puis vous pose les questions."
                ),
            )
        )
        self.add(Words(look, i18n.text("Votre fichier n’est pas changé."), "hint"))
        self._state = Words(look, "", "hint")
        self._state.hide()
        self.add(self._state)
        self._password: PhraseField | None = None
        self._choose = Button(look, i18n.text("Choisir le PDF"), self._ask, role="primary")
        self.set_actions(
            self._choose, Button(look, i18n.text("Retour"), context.navigator.back, role="plain")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._context.navigator.back()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ gestures

    def _ask(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, i18n.text("Où est le formulaire vide ?"), str(Path.home()), "PDF (*.pdf)"
        )
        if path:
            self.open(path)

    def open(self, path: str) -> None:
        """Read this file in a child process, and go on with what it is."""
        self._data, self._name = b"", Path(path).name
        self._read(path, "")

    def _read(self, path: str, secret: str) -> None:
        self.clear_problem()
        self._state.say(i18n.text("Le PDF est lu, page par page…"))
        self._state.show()
        self._choose.setEnabled(False)
        tools, data, name = self._context.tools, self._data, self._name

        def work() -> OpenedPdf:
            return open_pdf(tools.forms, tools.catalogue, data or _pdf(path), name, secret)

        self._context.jobs.run(
            work, done=self._opened, failed=lambda problem: self._refused(problem, path)
        )

    def _opened(self, opened: OpenedPdf) -> None:
        self._state.hide()
        self._choose.setEnabled(True)
        if opened.pack:
            self._context.session.blanks[opened.pack] = opened.blank
            start(self._context, self, opened.pack)
        else:
            self._context.navigator.go("cases", opened=opened)

    def _refused(self, problem: BaseException, path: str) -> None:
        self._state.hide()
        self._choose.setEnabled(True)
        self.say_problem(problem)
        if getattr(problem, "code", "") in LOCKED:
            self._ask_password(path)

    def _ask_password(self, path: str) -> None:
        """Have the password of the PDF typed: it is kept with the draft, in the safe only."""
        if self._password is None:
            field = self._password = PhraseField(self.look, i18n.text("Mot de passe de ce PDF"))
            field.entered.connect(lambda: self._read(path, field.text()))
            self.add(field)
            words = i18n.text("Ouvrir avec ce mot de passe")
            self.add(Button(self.look, words, lambda: self._read(path, field.text())))


def _pdf(path: str) -> bytes:
    try:
        return read_file(Path(path))
    except FileTooBig as heavy:
        raise PdfTooBig from heavy
