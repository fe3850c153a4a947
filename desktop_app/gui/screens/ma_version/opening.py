"""Before a letter is changed: it is read, or the one in hand is taken up again."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.beginning import BeginningPage
from desktop_app.gui.screens.ma_version.view import OwnLetterScreen
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from desktop_app.workflow.packs.editing_letter import LetterEditing, begin


def own_letter(context: Context, asked: to.LetterEditor) -> Page:
    """Return the letter in hand, or the page that reads this one to begin a version of it."""
    editing = context.session.editing
    if isinstance(editing, LetterEditing) and asked.pack in ("", editing.name or editing.origin):
        return OwnLetterScreen(context, editing)
    return OpeningLetter(context, pack=asked.pack)


class OpeningLetter(BeginningPage):
    """Copies one of our letters; opens one of the person's own as it was saved."""

    def __init__(self, context: Context, *, pack: str) -> None:
        super().__init__(context, i18n.text("Ma version de la lettre"))
        self._pack = pack
        self.begin(i18n.text("L’abandonner, et ouvrir cette lettre"))

    def _read(self) -> None:
        self.progress.begin(i18n.text("La lettre s’ouvre…"))
        catalogue, pack = self.context.tools.catalogue, self._pack
        called = i18n.text("{title} (ma version)")
        self.context.jobs.run(
            lambda: begin(catalogue, pack, called), done=self._open, failed=self._refused
        )
