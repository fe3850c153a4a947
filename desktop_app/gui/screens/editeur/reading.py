"""Before a form is made: its PDF is read, and its boxes are looked for."""

from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.authoring.history import History
from desktop_app.gui.context import Context
from desktop_app.gui.editing import Editing
from desktop_app.gui.errors import words_of
from desktop_app.gui.model_autosave import taken_up
from desktop_app.gui.screens.beginning import BeginningPage
from desktop_app.gui.screens.editeur.view import EditorScreen
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to

if TYPE_CHECKING:
    from desktop_app.workflow.packs.own_forms import Begun


def editor(context: Context, asked: to.FormEditor) -> Page:
    """Return the form in hand, or the page that reads this PDF to begin one."""
    editing = context.session.editing
    if isinstance(editing, Editing) and (not asked.pdf or editing.blank == asked.pdf):
        return EditorScreen(context, editing, told=asked.told)
    return ReadingScreen(context, pdf=asked.pdf, name=asked.name)


class ReadingScreen(BeginningPage):
    """Reads the PDF in the worker: it may take fifteen seconds, and can be stopped."""

    def __init__(self, context: Context, *, pdf: bytes, name: str) -> None:
        super().__init__(context, i18n.text("Votre modèle"))
        self._pdf, self._name = pdf, name
        self.begin(i18n.text("L’abandonner, et lire ce PDF"))

    def _read(self) -> None:
        self.progress.begin(i18n.text("Le formulaire est lu, et ses cases sont cherchées…"))
        tools, pdf, name = self.context.tools, self._pdf, self._name
        safe = self.context.session.safe

        def work() -> "Begun | Editing":
            from desktop_app.workflow.packs.own_forms import begin
            from desktop_app.workflow.packs.pack_drafts import of_blank

            if safe is not None and (draft := of_blank(safe, pdf)):
                left = taken_up(safe, tools.catalogue, draft)
                assert isinstance(left, Editing)
                return left
            today = tools.clock.today()
            return begin(tools.forms, tools.catalogue, tools.law, pdf, title=name, today=today)

        job = self.context.jobs.run(work, done=self._begun, failed=self._refused)
        self.progress.follow(job, self.context.navigator.back)

    def _begun(self, begun: "Begun | Editing") -> None:
        if isinstance(begun, Editing):
            words = i18n.text(
                "Vous n’aviez pas fini ce modèle. Le voici, comme vous l’aviez laissé."
            )
            self._open(begun, words)
            return
        kept = begun.form if begun.name else None
        editing = Editing(self._pdf, History(begun.form), kept=kept, name=begun.name)
        told = [i18n.sentence(one.code, one.parameters) for one in begun.notices]
        self._open(editing, "\n".join(told or [i18n.text("Regardez chaque case sur la page.")]))

    def _open(self, editing: Editing, told: str) -> None:
        self.context.session.editing = editing
        self.context.navigator.replace(to.FormEditor(told=told))

    def _refused(self, problem: BaseException) -> None:
        """Say why; a form that is known already can be filled at once."""
        from desktop_app.workflow.packs.own_forms import FormAlreadyKnown

        if not isinstance(problem, FormAlreadyKnown):
            super()._refused(problem)
            return
        self.progress.end()
        pack = str(problem.parameters["pack"])
        self.say_error(
            words_of(problem),
            Button(self.look, i18n.text("Remplir ce formulaire"), lambda: self._fill(pack)),
        )

    def _fill(self, pack: str) -> None:
        from desktop_app.gui.starting import start

        start(self.context, self, pack)
