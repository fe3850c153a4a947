"""A blank that no pack knows, beside what is known of its number: what may be carried over.

The person has an edition that came after the pack, or before it. What of the known map is on her
blank too is filled; what is new there is listed for her; nothing is guessed.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.core.answers.draft import Answers, Draft
from desktop_app.core.editions.boxes import Box, PrintedNumber
from desktop_app.core.editions.carry import carried_over, names_in
from desktop_app.core.editions.compare import Comparison, as_it_was, compare
from desktop_app.core.editions.identity import knows_no_place, same_words
from desktop_app.core.editions.inspected import InspectedForm
from desktop_app.core.errors import AppError
from desktop_app.core.generic.facts import Box as Fact
from desktop_app.core.generic.facts import FormFacts
from desktop_app.core.generic.model import GenericForm, write_generic
from desktop_app.core.generic.together import together
from desktop_app.core.language.template import condition_of
from desktop_app.core.packs.model import FieldMap, FormDefinition, Question
from desktop_app.core.packs.resolve import ENCLOSURES_SECTION, questions_of
from desktop_app.core.unknown import UNKNOWN
from desktop_app.workflow.ports import Catalogue, FormWriter

ENOUGH = 0.3  # of the map's boxes, found again: a blank that prints the number is one of this form
SIGNED = 0.6  # without the number


@dataclass(frozen=True, slots=True)
class OtherEdition:
    """A blank beside the known map that it resembles most.

    Attributes:
        known: that map.
        printed: the form's number as the blank prints it; None when it does not, or not in words.
        page_sizes: of the blank.
    """

    definition: FormDefinition
    known: FieldMap
    printed: PrintedNumber | None
    comparison: Comparison
    page_sizes: tuple[tuple[float, float], ...]

    @property
    def edition(self) -> str:
        """The edition that the blank says it is; empty when it does not say."""
        return self.printed.number if self.printed else ""

    @property
    def same_edition(self) -> bool:
        """The same edition by its number, made again with other boxes."""
        return is_same_edition(self.known.edition, self.edition)

    def carried_over(self) -> FieldMap:
        """Return the known map where this blank has the same boxes, and nothing else."""
        edition = self.edition or f"{self.definition.number}*??"
        return carried_over(self.comparison, edition, self.page_sizes)


def complete(forms: FormWriter, other: OtherEdition, blank: bytes, today: dt.date) -> GenericForm:
    """Return the form of another edition: what both share by its own questions, the rest asked.

    Raises:
        PdfRefused: the blank cannot be used.
    """
    facts, _notices = forms.read(blank).facts()
    return completed(other, facts, today)


def completed(
    other: OtherEdition, facts: FormFacts, today: dt.date, password: str = ""
) -> GenericForm:
    """Return the same of a blank whose facts are known already."""
    carried = other.carried_over()
    return together(
        other.definition, carried, other.comparison, facts, seen_on=today, password=password
    )


def moved_to(form: GenericForm, draft: Draft) -> Draft:
    """Return the same answers for the form of another edition; none is lost."""
    return dataclasses.replace(draft, pack=form.definition.id, form=write_generic(form))


class FormEditionUnknown(AppError):
    """The blank is another edition of this form: ``found`` says what differs."""

    def __init__(self, found: OtherEdition) -> None:
        self.found = found
        super().__init__(
            number=found.definition.number,
            known=found.known.edition,
            n=len(found.comparison.matches),
        )


def is_same_edition(known: str, printed: str) -> bool:
    """Tell whether a printed number is that of a known edition, of which there may be two files.

    Those are told apart after a comma: "11580*05, avec cases".
    """
    return bool(printed) and known.partition(",")[0] == printed


def nearest(
    catalogue: Catalogue, blank: InspectedForm | FormFacts, pack: str = ""
) -> OtherEdition | None:
    """Return the known map that a blank resembles most; None when it resembles none.

    Args:
        blank: one that is not known, as it was inspected or as its questions are made.
        pack: the only form to look at; any when empty.
    """
    boxes = boxes_of(blank)
    packs = [pack] if pack else _candidates(catalogue, blank, boxes)
    found = [one for name in packs for one in _resembling(catalogue, name, blank, boxes)]
    return max(found, key=_likeness, default=None)


def _candidates(
    catalogue: Catalogue, blank: InspectedForm | FormFacts, boxes: Iterable[Box]
) -> Sequence[str]:
    numbers = {one.number.partition("*")[0] for one in blank.numbers}
    names = {box.name for box in boxes if box.name}
    return catalogue.may_resemble(numbers, blank.sight.words, names)


def boxes_of(blank: InspectedForm | FormFacts) -> tuple[Box, ...]:
    """Return the boxes of a blank where something can be written or ticked."""
    if isinstance(blank, FormFacts):
        return tuple(box for one in blank.boxes if one.is_asked for box in _boxes_of_fact(one))
    return tuple(box for field in blank.fields for box in _boxes(field))


def without_box(
    maps: Iterable[FieldMap], definition: FormDefinition, field_map: FieldMap, answers: Answers
) -> tuple[Question, ...]:
    """Return the questions answered that another of these maps has a box for, and this has not.

    Their answers stay in the draft: the person is told, and may say them by letter.
    """
    elsewhere = names_in(place for one in maps for place in one.place)
    silent = elsewhere - names_in(field_map.place)
    return tuple(
        question
        for question in questions_of(definition)
        if question.id in silent and answers.values.get(question.id, UNKNOWN) is not UNKNOWN
    )


def without_any_box(
    definition: FormDefinition, field_map: FieldMap, answers: Answers
) -> tuple[Question, ...]:
    """Return the questions answered that the one blank of a form has no box for.

    Those that only decide what is asked, and those on papers to join, have none anywhere.
    """
    deciding = {name for one in questions_of(definition) for name in condition_of(one.when).names}
    placed = names_in(field_map.place) | deciding
    return tuple(
        question
        for section in definition.section
        for question in section.question
        if section.id != ENCLOSURES_SECTION
        and question.id not in placed
        and answers.values.get(question.id, UNKNOWN) is not UNKNOWN
    )


def _resembling(
    catalogue: Catalogue,
    pack: str,
    form: InspectedForm | FormFacts,
    boxes: tuple[Box, ...],
) -> Iterator[OtherEdition]:
    try:
        definition = catalogue.form(pack)
        maps = catalogue.field_maps(pack)
    except AppError:
        return  # a broken pack is no help, and is said elsewhere
    printed = next((one for one in form.numbers if _is_of(one, definition)), None)
    worded = [one for one in definition.blank if same_words(one, form.sight)]
    for field_map in maps:
        blank = next((one for one in worded if one.edition == field_map.edition), None)
        if printed is None and blank is None and not _same_names(field_map, boxes):
            continue
        same = printed is not None and is_same_edition(field_map.edition, printed.number)
        if blank is not None and knows_no_place(blank) and not form.sight.fields:
            comparison = as_it_was(field_map)
        else:
            comparison = compare(field_map, boxes, same_edition=same or blank is not None)
        least = (ENOUGH if printed or blank else SIGNED) * len(field_map.place)
        if len(comparison.matches) >= max(1, least):
            yield OtherEdition(definition, field_map, printed, comparison, form.page_sizes)


def _is_of(printed: PrintedNumber, definition: FormDefinition) -> bool:
    return printed.number.partition("*")[0] == definition.number


def _same_names(field_map: FieldMap, boxes: Iterable[Box]) -> bool:
    """Tell whether enough fields have the map's names for the comparison to be worth its time."""
    own = {place.field for place in field_map.place if place.field}
    return bool(own) and len(own & {box.name for box in boxes}) >= SIGNED * len(own)


def _likeness(one: OtherEdition) -> tuple[bool, int]:
    return one.printed is not None, len(one.comparison.matches)


def _boxes(field: Mapping[str, Any]) -> Iterator[Box]:
    """Yield the boxes of a field as ``form inspect`` describes it."""
    if field["read_only"] or not field["rect"]:
        return
    name = "" if field.get("detected") else field["name"]
    label = "" if field["label"] == field["name"] else field["label"]
    rect = tuple(field["rect"])
    comb = field["max_length"] if field["comb"] else 0
    if field["type"] in ("text", "choice"):
        yield Box(name, "text", field["page"], rect, label, comb=comb)
    elif field["type"] == "tick":
        yield Box(name, "tick", field["page"], rect, label)
    elif field["type"] == "one_of":
        for one in field["options"]:
            words = one["label"] if one["label"] != one["id"] else label
            yield Box(name, "tick", one["page"], tuple(one["rect"]), words, option=one["id"])


def _boxes_of_fact(one: Fact) -> Iterator[Box]:
    """Yield the boxes of what was seen around a field, as ``_boxes`` of what was inspected."""
    name = "" if one.found else one.name
    words = one.spots[0].words if one.found else one.known
    label = "" if words == one.name else words
    comb = one.max_length if one.comb else 0
    if one.type in ("text", "choice"):
        yield Box(name, "text", one.page, one.rect, label, comb=comb)
    elif one.type == "tick":
        yield Box(name, "tick", one.page, one.rect, label)
    elif one.type == "one_of":
        for option in one.options:
            spot = one.spots[option.spots[0] if option.spots else 0]
            own = option.label if option.label != option.id else label
            yield Box(name, "tick", spot.page, spot.rect, own, option=option.id)
