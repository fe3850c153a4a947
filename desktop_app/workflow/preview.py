"""The paper as it stands, while its questions are still being answered.

What is wrong counts as not said, and what is not said is a blank. Nothing is proved, filed or
printed of it: ``making.py`` does that, from answers that were all accepted.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.readable import readable
from desktop_app.core.answers.validate import validate
from desktop_app.core.definitions.model import LetterDefinition
from desktop_app.core.definitions.resolve import AnyDefinition
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm, LetterDocument
from desktop_app.workflow.definitions import map_of
from desktop_app.workflow.ports import Pdf
from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Pages to look at, in memory, what they say, and the draft that they show."""

    pdf: Pdf
    document: LetterDocument | FilledForm
    draft: Draft

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
    if isinstance(definition, LetterDefinition):
        letter = letter_so_far(definition, draft, today)
        return Glimpse(tools.letters.letter(letter), letter, draft)
    answers = validate(definition, readable(definition, draft, today), today, blanks=True)
    field_map = map_of(tools.catalogue, draft)
    form = compose_form(definition, field_map, answers, today, tools.catalogue.abbreviations)
    return Glimpse(tools.forms.sketch(form), form, draft)


def letter_so_far(definition: LetterDefinition, draft: Draft, today: dt.date) -> LetterDocument:
    """Compose what can be read of a draft; no page is set."""
    answers = validate(definition, readable(definition, draft, today), today, blanks=True)
    return compose_letter(definition, answers, today)


def our_words(definition: LetterDefinition, draft: Draft, today: dt.date) -> Mapping[str, str]:
    """Return what we would write, with the answers of today, where the person wrote herself."""
    if not draft.edited:
        return {}
    ours = dataclasses.replace(draft, edited=MappingProxyType({}))
    letter = letter_so_far(definition, ours, today)
    return {one.id: one.text for one in letter.paragraphs if one.id in draft.edited}
