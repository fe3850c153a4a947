"""A form whose paper we have not got: its sheet, its letter, and its PDF once it is brought."""

from pathlib import Path

from desktop_app import i18n
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.screens.formulaire.view import FormScreen
from desktop_app.gui.starting import open_questions, start_letter_of
from desktop_app.pages import destinations as to
from desktop_app.pages import filled_form as page
from desktop_app.pages.page import Chosen, Gesture
from desktop_app.workflow.documents.prepared import Brought, bring, go_on_known
from desktop_app.workflow.interview.definitions import form_of
from desktop_app.workflow.interview.place import Place


def form_screen(context: Context, asked: to.FilledForm) -> FormScreen:
    """Return the screen of a form: of one that we have, or of one whose paper we have not got."""
    prepared = form_of(context.tools.catalogue, asked.draft).prepared
    return (PreparedScreen if prepared else FormScreen)(context, asked)


class PreparedScreen(FormScreen):
    """What can be done before the paper is at hand; a PDF that is brought is looked at first."""

    def perform(self, gesture: Gesture) -> None:
        """Write its letter, open its PDF, or go the ways of any form."""
        match gesture:
            case Chosen(_, path):
                self._bring(path)
            case page.WriteRequest():
                start_letter_of(self.context, self, self._draft)
            case _:
                super().perform(gesture)

    def _bring(self, path: str) -> None:
        """Open the PDF of a form whose paper we had not got; its boxes are then confirmed."""
        tools, pack = self.context.tools, self._draft.pack
        forms, catalogue, today = tools.forms, tools.catalogue, tools.clock.today()
        name = Path(path).name

        def read() -> Brought:
            return bring(forms, catalogue, pack, read_file(path), name, today=today)

        self.say(i18n.text("Le PDF est lu, page par page…"))
        self.context.jobs.run(read, done=self._brought, failed=self.refused)

    def _brought(self, brought: Brought) -> None:
        context, writing = self.context, self._writing
        if brought.paired is not None:
            self.do(to.Matched(brought, writing))
        elif writing is not None:
            context.session.blanks[brought.pack] = go_on_known(
                writing, context.tools.catalogue, brought
            )
            writing.keep()
            open_questions(context, writing, Place(writing.question).in_now(writing.interview))
