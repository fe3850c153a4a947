"""A known form on a blank of another edition: its own questions, then those of the new boxes.

What is found again is answered by the form's questions, what is new is asked as on any PDF that no
pack knows; the form so made is kept with its draft.
"""

import dataclasses
import datetime as dt

import msgspec

from desktop_app.core.editions.compare import Comparison
from desktop_app.core.generic.build import generic_form
from desktop_app.core.generic.facts import Box, FormFacts
from desktop_app.core.generic.model import GenericForm
from desktop_app.core.packs.model import FieldMap, FormDefinition, Section
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.rect import Rect

NEW = "nouvelles"
"""Before the id of a section of new boxes."""


def together(
    definition: FormDefinition,
    carried: FieldMap,
    comparison: Comparison,
    facts: FormFacts,
    *,
    seen_on: dt.date,
    password: str = "",
) -> GenericForm:
    """Return one form for one blank.

    Args:
        definition: resolved.
        carried: its map, carried over to the blank (``carry.py``).
        facts: of that blank.
    """
    asked = tuple(questions_of(definition))
    left = dataclasses.replace(facts, boxes=_new(facts, comparison))
    made = generic_form(
        left,
        definition.title,
        seen_on,
        password=password,
        taken=frozenset(question.id for question in asked),
        offered=frozenset(key for question in asked for key in question.remember.split()),
    )
    known = {place.label for place in carried.place}
    fresh = tuple(
        msgspec.structs.replace(place, label=f"{place.label} (nouveau)")
        if place.label in known
        else place
        for place in made.field_map.place
    )
    edition = carried.edition
    blank = msgspec.structs.replace(made.definition.blank[0], edition=edition)
    whole = msgspec.structs.replace(
        definition,
        id=made.definition.id,
        edition=edition,
        section=(*definition.section, *map(_section, made.definition.section)),
        blank=(blank,),
    )
    places = (*carried.place, *fresh)
    return GenericForm(
        definition=whole,
        field_map=msgspec.structs.replace(carried, place=places),
        password=password,
    )


def _section(section: Section) -> Section:
    return msgspec.structs.replace(
        section, id=f"{NEW}_{section.id}", title=f"Cases nouvelles, {section.title}"
    )


def _new(facts: FormFacts, comparison: Comparison) -> tuple[Box, ...]:
    """Return the boxes of a blank of which nothing was found again."""
    fields = {one.box.name for one in comparison.matches if one.box.name}
    places = {(one.box.page, _rounded(one.box.rect)) for one in comparison.matches}
    return tuple(
        box
        for box in facts.boxes
        if (box.found or box.name not in fields)
        and not any((spot.page, _rounded(spot.rect)) in places for spot in box.spots)
    )


def _rounded(rect: Rect) -> tuple[int, ...]:
    return tuple(round(side) for side in rect)
