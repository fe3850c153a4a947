"""The paper as it stands, while its questions are still being answered.

What is wrong counts as not said, and what is not said is a blank. Nothing is proved, filed or
printed of it: ``making.py`` does that, from answers that were all accepted.
"""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.readable import readable
from desktop_app.core.answers.validate import validate
from desktop_app.core.definitions.model import LetterDefinition
from desktop_app.core.definitions.resolve import AnyDefinition
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm, LetterDocument
from desktop_app.workflow.ports import Pdf
from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Pages to look at, in memory, and what they say."""

    pdf: Pdf
    document: LetterDocument | FilledForm

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words of a letter's paragraphs; none for a form."""
        document = self.document
        if not isinstance(document, LetterDocument):
            return ()
        return tuple(paragraph.text for paragraph in document.paragraphs)

    def page_of(self, question: str) -> int:
        """Return the page of a form where a question is answered; 0 when it is not known."""
        document = self.document
        if not isinstance(document, FilledForm):
            return 0
        return next((one.page for one in document.values if one.question == question), 0)


def glimpse(tools: Tools, definition: AnyDefinition, draft: Draft, today: dt.date) -> Glimpse:
    """Set a letter alone, or the answers of a form at their places, whatever is missing or wrong.

    Raises:
        MissingGlyphs, AddressTooWide, AddressTooTall: what must be changed for paper.
    """
    answers = validate(definition, readable(definition, draft, today), today, blanks=True)
    if isinstance(definition, LetterDefinition):
        letter = compose_letter(definition, answers, today)
        return Glimpse(tools.letters.letter(letter), letter)
    form = compose_form(definition, tools.catalogue.field_map(draft.pack), answers, today)
    return Glimpse(tools.forms.sketch(form), form)
