"""A letter or a form, from a draft to finished pages."""

import datetime as dt
from dataclasses import dataclass, replace

from desktop_app.core.answers.conditions import scope
from desktop_app.core.answers.draft import Answers, Draft
from desktop_app.core.answers.formerly import taken_up
from desktop_app.core.answers.validate import validate
from desktop_app.core.deadlines.freshness import Old
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.procedures import Silence
from desktop_app.core.deadlines.road import Following, Road
from desktop_app.core.deadlines.verdict import verdict
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm, LetterDocument, Pictures, PrintedPicture
from desktop_app.core.documents.pleaded import shut_out
from desktop_app.core.language.template import condition_of
from desktop_app.core.packs.model import FieldMap, FormDefinition, LetterDefinition, Question
from desktop_app.core.packs.resolve import AnyDefinition
from desktop_app.core.pdf import Pdf
from desktop_app.workflow.documents.editions import without_any_box, without_box
from desktop_app.workflow.guidance.deadlines import deadline_for_letter
from desktop_app.workflow.guidance.freshness import old_paper
from desktop_app.workflow.interview.definitions import form_of, map_of
from desktop_app.workflow.ports import Catalogue, LetterWriter, SheetMaker


@dataclass(frozen=True, slots=True)
class PreparedLetter:
    """A letter before it is set: what it says, and until when it may be sent."""

    definition: LetterDefinition
    answers: Answers
    document: LetterDocument
    deadline: Deadline | None
    silence: Silence | None = None
    """What no answer to this letter means; None when the law says nothing."""
    steps: tuple[Following, ...] = ()
    """What may follow it, for who answered so."""
    old: Old | None = None
    """What it rests on, where it was read too long ago."""

    @property
    def rewritten(self) -> bool:
        """Tell whether the person changed a paragraph, or took out one that would be there."""
        if any(paragraph.edited for paragraph in self.document.paragraphs):
            return True
        today = self.document.day
        late = is_over(self.deadline, today)
        values = scope(self.definition, self.answers.values, today, late=late)
        return any(
            one.id in self.answers.removed and condition_of(one.when).holds(values)
            for one in self.definition.paragraph
        )

    @property
    def procedure(self) -> str:
        """The procedure this letter is a step of; empty when there is none."""
        return followed(self.definition, self.deadline)


@dataclass(frozen=True, slots=True)
class PreparedForm:
    """A form before it is printed."""

    definition: FormDefinition
    answers: Answers
    document: FilledForm
    deadline: Deadline | None
    unplaced: tuple[Question, ...] = ()
    """Answered, with a box on another edition and none on this one: kept in the draft."""
    answered: bool = True
    """The person said something: what a form writes of itself, such as today, is no answer."""
    old: Old | None = None
    """What it rests on, where it was read too long ago."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing that the person said stands on it."""
        written = any(one.text or one.tick for one in self.document.values)
        return not (self.answered and written)

    @property
    def procedure(self) -> str:
        """The procedure this form is a step of; empty when there is none."""
        return followed(self.definition, self.deadline)


def prepare_letter(
    catalogue: Catalogue,
    law: Law,
    draft: Draft,
    today: dt.date,
    *,
    signature: PrintedPicture | None = None,
) -> PreparedLetter:
    """Compose the letter of a draft; what is not answered is left blank, to be filled by pen.

    Args:
        signature: the image of a signature, when the person asks for it on this letter.

    Raises:
        UnknownPack, InvalidPack: the letter is not at hand, or is broken.
        InvalidAnswers: an answer is wrong; with every problem.
    """
    definition = catalogue.letter(draft.pack)
    answers = validate(definition, taken_up(definition, draft, today), today, blanks=True)
    pictures = pictures_of(catalogue, definition, signature)
    deadline = deadline_of(law, definition, answers, today)
    late = is_over(deadline, today)
    document = compose_letter(definition, answers, today, pictures, late=late)
    shut = shut_out(definition, draft, answers, today)
    document = replace(document, left_out=(*document.left_out, *shut))
    silence = silence_of(law, followed(definition, deadline))
    steps = steps_of(law, followed(definition, deadline), answers)
    old = old_paper(law, definition, today)
    return PreparedLetter(definition, answers, document, deadline, silence, steps, old)


def pictures_of(
    catalogue: Catalogue, definition: LetterDefinition, signature: PrintedPicture | None
) -> Pictures:
    """Return the pictures of a letter: the logo that its pack holds, the signature given.

    Raises: as ``Catalogue.picture``.
    """
    logo = definition.letterhead.logo
    return Pictures(catalogue.picture(definition.id, logo) if logo else None, signature)


def prepare_form(
    catalogue: Catalogue,
    law: Law,
    draft: Draft,
    today: dt.date,
    *,
    edition: str = "",
    field_map: FieldMap | None = None,
) -> PreparedForm:
    """Compose the form of a draft, for one edition of it (the pack's own when none is named).

    ``field_map`` is that of the blank at hand, when there is one.

    Raises: as ``prepare_letter``.
    """
    definition = form_of(catalogue, draft)
    field_map = field_map or map_of(catalogue, draft, edition)
    answers = validate(definition, draft, today, blanks=True)
    document = compose_form(definition, field_map, answers, today, catalogue.abbreviations)
    deadline = deadline_of(law, definition, answers, today)
    unplaced = (
        without_any_box(definition, field_map, answers)
        if draft.form
        else without_box(catalogue.field_maps(draft.pack), definition, field_map, answers)
    )
    answered = any(draft.answers.values())
    old = old_paper(law, definition, today)
    return PreparedForm(definition, answers, document, deadline, unplaced, answered, old)


def write_letter(letters: LetterWriter, prepared: PreparedLetter) -> Pdf:
    """Set the letter alone."""
    return letters.letter(prepared.document)


def write_kit(letters: LetterWriter, sheets: SheetMaker, prepared: PreparedLetter) -> Pdf:
    """Set the letter with its kit: copy, counter sheet, checklist, address, bordereau."""
    document, silence, steps = prepared.document, prepared.silence, prepared.steps
    return letters.kit(document, sheets.kit(document, prepared.deadline, silence, steps))


def followed(definition: AnyDefinition, deadline: Deadline | None) -> str:
    """Return the procedure that a paper is a step of: its own, else that of its last day.

    A letter written for several benefits has no procedure of its own: the answers choose it.
    """
    return definition.procedure or (deadline.procedure if deadline is not None else "")


def silence_of(law: Law, procedure: str) -> Silence | None:
    """Return what the silence on a letter means in the ordinary case, which comes first."""
    if not procedure:
        return None
    silences = law.procedure(procedure).silence
    return next((s for s in silences if s.opens == "suite" and not s.where), None)


def steps_of(law: Law, procedure: str, answers: Answers) -> tuple[Following, ...]:
    """Return what may follow a letter, without what cannot concern who answered so."""
    if not procedure:
        return ()
    return Road(answers=answers.values).following(law.procedure(procedure), law.procedure)


def is_over(deadline: Deadline | None, today: dt.date) -> bool:
    """Tell whether the last legal day is known, and over: what holds in time is not claimed then.

    A delay in hours is over once its day is: the letter has no hour.
    """
    return deadline is not None and verdict(deadline, today).is_over


def deadline_of(
    law: Law, definition: AnyDefinition, answers: Answers, today: dt.date
) -> Deadline | None:
    """Return the last day to act that a pack's rules give with these answers; None without one."""
    seen = scope(definition, answers.values, today)
    return deadline_for_letter(
        law,
        definition.deadline,
        answers.values,
        holds=lambda when: condition_of(when).holds(seen),
        today=today,
    )
