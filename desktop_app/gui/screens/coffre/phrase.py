"""Beginning a safe: the phrase, and where the safe will be. Nothing is made yet."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.choose_phrase import ChoosePhrase
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to


class NewPhrase(Page):
    """A drawn phrase is proposed; the safe is made after the recovery sheet was read back.

    ``own`` begins with a phrase of one's own.
    """

    def __init__(self, context: Context, asked: to.NewPhrase) -> None:
        super().__init__(context.look, i18n.text("Votre phrase secrète"))
        self._context, self._then = context, asked.then
        self._folder: Path | None = None
        look = context.look
        self._choice = ChoosePhrase(context, own=asked.own)
        self.add(self._choice)
        self._where = Words(look, i18n.text("Le coffre sera sur cet ordinateur."), "hint")
        self.add(self._where)
        self._button = Button(look, i18n.text("Continuer"), self._go_on, role="primary")
        self.set_actions(
            self._button,
            Button(look, i18n.text("Le mettre sur une clé USB"), self._elsewhere),
            Button(look, i18n.text("Retour"), context.navigator.back, role="plain"),
        )

    def _elsewhere(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, i18n.text("Où mettre le coffre ?"))
        if folder:
            self._folder = Path(folder)
            words = i18n.text("Le coffre sera dans le dossier « {folder} ».")
            self._where.say(words.format(folder=self._folder.name or folder))

    def _go_on(self) -> None:
        self.clear_problem()
        if self._choice.differs():
            self.say_error(i18n.sentence("phrases-differ"))
            return
        door = self._context.tools.safes
        plan = to.NewSafePlan(self._choice.phrase(), self._folder)
        self._button.setEnabled(False)

        def work() -> tuple[str, ...]:
            door.check_phrase(plan.phrase)
            return door.draw_words()

        self._context.jobs.run(
            work, done=lambda words: self._show_sheet(plan, words), failed=self._refused
        )

    def _show_sheet(self, plan: to.NewSafePlan, words: tuple[str, ...]) -> None:
        self._context.navigator.go(to.RecoverySheet(words=words, plan=plan, then=self._then))

    def _refused(self, problem: BaseException) -> None:
        self._button.setEnabled(True)
        self.say_problem(problem)
