"""Making a safe: the phrase, and where the safe will be."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.choose_phrase import ChoosePhrase
from desktop_app.gui.screens.coffre.presenter import HOME, Then
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.safe_care import NewSafe, make_safe


class NewPhrase(Page):
    """A drawn phrase is proposed; the safe is made in the worker, the window stays alive."""

    def __init__(self, context: Context, *, then: Then = HOME, **_parameters: Any) -> None:
        super().__init__(context.look, i18n.text("Votre phrase secrète"))
        self._context, self._then = context, then
        self._folder: Path | None = None
        look = context.look
        self._choice = ChoosePhrase(context)
        self.add(self._choice)
        self._where = Words(look, i18n.text("Le coffre sera sur cet ordinateur."), "hint")
        self.add(self._where)
        self._state = Words(look, "")
        self.add(self._state)
        self._make = Button(look, i18n.text("Créer le coffre"), self._create, role="primary")
        self.set_actions(
            self._make,
            Button(look, i18n.text("Le mettre sur une clé USB"), self._elsewhere),
            Button(look, i18n.text("Retour"), context.navigator.back, role="plain"),
        )

    def _elsewhere(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, i18n.text("Où mettre le coffre ?"))
        if folder:
            self._folder = Path(folder)
            words = i18n.text("Le coffre sera dans le dossier « {folder} ».")
            self._where.say(words.format(folder=self._folder.name or folder))

    def _create(self) -> None:
        self.clear_problem()
        if self._choice.differs():
            self.say_error(i18n.sentence("phrases-differ"))
            return
        tools, phrase, folder = self._context.tools, self._choice.phrase(), self._folder
        on = tools.clock.today()
        self._make.setEnabled(False)
        self._state.say(i18n.text("Le coffre se prépare. Cela prend quelques secondes."))

        def work() -> NewSafe:
            tools.safes.check_phrase(phrase)
            return make_safe(tools.safes, tools.known_safes, phrase, on=on, folder=folder)

        self._context.jobs.run(work, done=self._made, failed=self._refused)

    def _made(self, made: NewSafe) -> None:
        self._context.session.open(made.safe, str(made.path))
        # The page of the phrase is not returned to.
        self._context.navigator.restart(
            "coffre", step="sheet", words=made.recovery_words, then=self._then
        )

    def _refused(self, problem: BaseException) -> None:
        self._make.setEnabled(True)
        self._state.say("")
        self.say_problem(problem)
