"""Before a model that was not finished is gone on with: the safe gives it back."""

from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.gui import screens
from desktop_app.gui.context import Context
from desktop_app.gui.model_autosave import taken_up
from desktop_app.gui.screens.beginning import BeginningPage
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to

if TYPE_CHECKING:
    from desktop_app.gui.editing import Editing, LetterEditing


def taking_up(context: Context, asked: to.ResumeModel) -> Page:
    """Return the model in hand when it is this one, or the page that reads it from the safe."""
    editing = context.session.editing
    if editing is not None and editing.held.draft == asked.draft:
        return screens.make(context, editing.place)
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
                lambda: taken_up(safe, catalogue, draft), done=self._open, failed=self._refused
            )

    def _open(self, editing: "Editing | LetterEditing") -> None:
        self.context.session.editing = editing
        self.context.navigator.replace(editing.place)
