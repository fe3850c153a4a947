"""Before a letter is changed: it is read, or the one in hand is taken up again."""

from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.authoring.history import History
from desktop_app.gui.context import Context
from desktop_app.gui.editing import LetterEditing
from desktop_app.gui.screens.beginning import BeginningPage
from desktop_app.gui.screens.ma_version.view import OwnLetterScreen
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to

if TYPE_CHECKING:
    from desktop_app.core.authoring.letter import EditedLetter


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
        self.context.jobs.run(self._opened, done=self._begun, failed=self._refused)

    def _opened(self) -> LetterEditing:
        from desktop_app.core.packs.resolve import questions_of
        from desktop_app.workflow.packs.own_letters import copy_letter, reopen_letter

        pack, catalogue = self._pack, self.context.tools.catalogue
        definition = catalogue.letter(pack)
        own = catalogue.is_own(pack)
        title = i18n.text("{title} (ma version)").format(title=definition.title)
        letter: EditedLetter = (
            reopen_letter(catalogue, pack) if own else copy_letter(catalogue, pack, title)
        )
        questions = {asked.id: asked for asked in questions_of(definition)}
        return LetterEditing(pack, questions, History(letter), letter, pack if own else "")

    def _begun(self, editing: LetterEditing) -> None:
        self.context.session.editing = editing
        self.context.navigator.replace(to.LetterEditor())
