"""The paper as it stands, while its questions are still being answered.

What is wrong counts as not said, and what is not said is a blank. Nothing is proved, filed or
printed of it: ``rendering.py`` does that, from answers that were all accepted.
"""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.answers.draft import Answers, Draft
from desktop_app.core.answers.readable import readable
from desktop_app.core.answers.validate import validate, with_answer
from desktop_app.core.authoring.samples import samples_of
from desktop_app.core.deadlines.law import Law
from desktop_app.core.documents.compose import NO_PICTURES, compose_letter
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.facts import lost_facts
from desktop_app.core.documents.model import FilledForm, LetterDocument, Pictures, PrintedPicture
from desktop_app.core.errors import AppError
from desktop_app.core.packs.model import FieldMap, FormDefinition, LetterDefinition
from desktop_app.core.packs.resolve import AnyDefinition, questions_of
from desktop_app.core.pdf import Pdf
from desktop_app.workflow.documents.preparing import deadline_of, is_over, pictures_of
from desktop_app.workflow.interview.definitions import boxes_of, form_of, map_of
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.safes.blanks import OwnBlank
from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Pages to look at, in memory, what they say, and the draft that they show.

    ``otherwise``: the letter with another answer to the question of now: what differs is where its
    answer goes. Empty when that is not known, and for a form, whose map says it.
    """

    pdf: Pdf
    document: LetterDocument | FilledForm
    draft: Draft
    otherwise: bytes = b""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words of a letter's paragraphs; none for a form."""
        document = self.document
        if not isinstance(document, LetterDocument):
            return ()
        return tuple(paragraph.text for paragraph in document.paragraphs)


def glimpse(
    tools: Tools,
    definition: AnyDefinition,
    draft: Draft,
    today: dt.date,
    *,
    signature: PrintedPicture | None = None,
    own: OwnBlank | None = None,
) -> Glimpse:
    """Set a letter alone, or the answers of a form at their places, whatever is missing or wrong.

    ``signature``: the image of one, on a letter. ``own``: the PDF of the form, over which the
    answers are to be laid; without it the boxes are drawn too. Of a paper that we have not got, it
    is the sheet to copy.

    Raises:
        MissingGlyphs, AddressTooWide, AddressTooTall: what must be changed for paper.
    """
    if isinstance(definition, LetterDefinition):
        pictures = pictures_of(tools.catalogue, definition, signature)
        letter = letter_so_far(tools.law, definition, draft, today, pictures)
        return Glimpse(tools.letters.letter(letter), letter, draft)
    field_map = boxes_of(tools.catalogue, draft, own.field_map if own is not None else None)
    if draft.form:  # its boxes may have been corrected since
        definition = form_of(tools.catalogue, draft)
    form = _form_so_far(tools, definition, draft, today, field_map)
    if form.unseen:
        return Glimpse(tools.letters.sheet(tools.sheets.copy_sheet(form)), form, draft)
    return Glimpse(tools.forms.sketch(form, boxes=own is None), form, draft)


def otherwise(
    tools: Tools, definition: LetterDefinition, draft: Draft, today: dt.date, question: str
) -> bytes:
    """Set the letter with another answer to a question; empty when it would say the same.

    What was answered is taken away; where nothing was, something is said, of nobody.
    """
    asked = next((one for one in questions_of(definition) if one.id == question), None)
    if asked is None:
        return b""
    now = letter_so_far(tools.law, definition, draft, today)
    samples = () if draft.answers.get(question) else samples_of(asked, today)
    for typed in ("", *samples):
        other = with_answer(draft, question, typed)
        letter = letter_so_far(tools.law, definition, other, today)
        if letter != now:
            return tools.letters.letter(letter).data
    return b""


def blanks(tools: Tools, said: Interview) -> frozenset[str]:
    """Return the questions of which the paper keeps a blank, to be filled by pen."""
    definition, draft, today = said.definition, said.draft, said.today
    document = (
        letter_so_far(tools.law, definition, draft, today)
        if isinstance(definition, LetterDefinition)
        else _form_so_far(tools, definition, draft, today, map_of(tools.catalogue, draft))
    )
    return frozenset(one.question for one in document.missing)


def _form_so_far(
    tools: Tools, definition: FormDefinition, draft: Draft, today: dt.date, field_map: FieldMap
) -> FilledForm:
    answers = validate(definition, readable(definition, draft, today), today, shown=True)
    return compose_form(definition, field_map, answers, today, tools.catalogue.abbreviations)


def letter_so_far(
    law: Law,
    definition: LetterDefinition,
    draft: Draft,
    today: dt.date,
    pictures: Pictures = NO_PICTURES,
) -> LetterDocument:
    """Compose what can be read of a draft; no page is set."""
    answers = validate(definition, readable(definition, draft, today), today, shown=True)
    late = _is_late(law, definition, answers, today)
    return compose_letter(definition, answers, today, pictures, late=late)


def _is_late(law: Law, definition: LetterDefinition, answers: Answers, today: dt.date) -> bool:
    """Tell whether the last legal day is over; days that contradict each other tell nothing yet."""
    try:
        return is_over(deadline_of(law, definition, answers, today), today)
    except AppError:
        return False


@dataclass(frozen=True, slots=True)
class EditedParagraph:
    """A paragraph in the person's words, and the facts of ours that they no longer state."""

    id: str
    lost: tuple[str, ...]


def edited_paragraphs(letter: LetterDocument) -> tuple[EditedParagraph, ...]:
    """Return the paragraphs that the person wrote herself, in the order of the letter."""
    return tuple(
        EditedParagraph(one.id, lost_facts(one.ours, one.text))
        for one in letter.paragraphs
        if one.edited
    )
