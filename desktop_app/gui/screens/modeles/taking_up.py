"""Before a model that was not finished is gone on with: the safe gives it back."""

from desktop_app import i18n
from desktop_app.gui import screens
from desktop_app.gui.context import Context
from desktop_app.gui.screens.beginning import BeginningPage
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from desktop_app.sentences.sign_words import sign_words
from desktop_app.workflow.packs.editing import taken_up


def taking_up(context: Context, asked: to.ResumeModel) -> Page:
    """Return the model in hand when it is this one, or the page that reads it from the safe."""
    editing, editor = context.session.editing, context.session.editor()
    if editing is not None and editor is not None and editing.held.draft == asked.draft:
        return screens.make(context, editor)
    return TakingUp(context, asked.draft)


class TakingUp(BeginningPage):
    """Reads it in the worker, then opens its screen; ``draft`` is its id in the safe."""

    def __init__(self, context: Context, draft: str) -> None:
        super().__init__(context, i18n.text("Votre modèle"))
        self._draft = draft
        self.begin(i18n.text("L’abandonner, et reprendre l’autre"))

    def _read(self) -> None:
        safe = self.context.session.safe
        if safe is not None:
            self.progress.begin(i18n.text("Votre modèle s’ouvre…"))
            catalogue, draft = self.context.tools.catalogue, self._draft
            self.context.jobs.run(
                lambda: taken_up(safe, catalogue, draft, sign_words),
                done=self._open,
                failed=self._refused,
            )
