"""Before a form is made: its PDF is read, and its boxes are looked for."""

from desktop_app import i18n
from desktop_app.core.errors import Notice
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.screens.beginning import BeginningPage
from desktop_app.gui.screens.editeur.view import EditorScreen
from desktop_app.gui.starting import start
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from desktop_app.sentences.sign_words import sign_words
from desktop_app.workflow.packs.editing import begin_form
from desktop_app.workflow.packs.editing_form import Editing
from desktop_app.workflow.packs.own_forms import FormAlreadyKnown


def editor(context: Context, asked: to.FormEditor) -> Page:
    """Return the form in hand, or the page that reads this PDF to begin one."""
    editing = context.session.editing
    if isinstance(editing, Editing) and (not asked.pdf or editing.blank == asked.pdf):
        return EditorScreen(context, editing, told=asked.told)
    return ReadingScreen(context, asked)


class ReadingScreen(BeginningPage):
    """Reads the PDF in the worker: it may take fifteen seconds, and can be stopped."""

    def __init__(self, context: Context, asked: to.FormEditor) -> None:
        super().__init__(context, i18n.text("Votre modèle"))
        self._asked = asked
        self.begin(i18n.text("L’abandonner, et lire ce PDF"))

    def _read(self) -> None:
        self.progress.begin(i18n.text("Le formulaire est lu, et ses cases sont cherchées…"))
        tools, safe, asked = self.context.tools, self.context.session.safe, self._asked
        doors = (tools, safe, asked.pdf, asked.name, sign_words)
        job = self.context.jobs.run(
            lambda: begin_form(*doors, changes=asked.changes),
            done=self._begun,
            failed=self._refused,
        )
        self.progress.follow(job, self.context.navigator.back)

    def _begun(self, begun: tuple[Editing, tuple[Notice, ...] | None]) -> None:
        editing, notices = begun
        if notices is None:
            told = [
                i18n.text("Vous n’aviez pas fini ce modèle. Le voici, comme vous l’aviez laissé.")
            ]
        else:
            told = [i18n.sentence(one.code, one.parameters) for one in notices]
        self.context.session.editing = editing
        words = "\n".join(told or [i18n.text("Regardez chaque case sur la page.")])
        self.context.navigator.replace(to.FormEditor(told=words))

    def _refused(self, problem: BaseException) -> None:
        """Say why; a form that is known already can be filled at once."""
        if not isinstance(problem, FormAlreadyKnown):
            super()._refused(problem)
            return
        self.progress.end()
        pack = str(problem.parameters["pack"])
        self.say_error(
            words_of(problem),
            Button(
                self.look,
                i18n.text("Remplir ce formulaire"),
                lambda: start(self.context, self, pack),
            ),
        )
