"""A paper that we had not got, brought at last: its form, once a person confirmed its boxes.

Its questions are the prepared ones, then those of the boxes that no line is about.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

import msgspec

from desktop_app.core.editions.carry import names_in
from desktop_app.core.generic import own_words
from desktop_app.core.generic.build import generic_form
from desktop_app.core.generic.by_label import Pair, paired_with
from desktop_app.core.generic.facts import FormFacts
from desktop_app.core.generic.model import MAP, GenericForm
from desktop_app.core.packs.files import FORM_FILE
from desktop_app.core.packs.listed import UNNUMBERED
from desktop_app.core.packs.model import NOT_PREPARED, FieldMap, FormDefinition, Place, Section
from desktop_app.core.packs.resolve import questions_of
from desktop_app.core.packs.write import write_toml


@dataclass(frozen=True)
class Paired:
    """What a blank has of a prepared form.

    Attributes:
        definition: the prepared form, resolved.
        asked: the questions of the blank as of any PDF that no pack knows.
        pairs: in the order of the blank.
        left: the lines that no box of the blank is surely about.
    """

    definition: FormDefinition
    facts: FormFacts
    asked: GenericForm
    pairs: tuple[Pair, ...]
    left: tuple[Place, ...]

    @property
    def printed(self) -> str:
        """The form's number as the blank prints it; empty where none can be read."""
        own = self.definition.number
        numbers = [one.number for one in self.facts.numbers]
        mine = (one for one in numbers if one.partition("*")[0] == own)
        return next(mine, numbers[0] if numbers else "")


def pair(
    definition: FormDefinition,
    lines: FieldMap,
    facts: FormFacts,
    seen_on: dt.date,
    password: str = "",
) -> Paired:
    """Match the lines of a prepared form with the boxes of a blank, by their words alone."""
    asked = tuple(questions_of(definition))
    generic = generic_form(
        facts,
        definition.title,
        seen_on,
        password=password,
        taken=frozenset(question.id for question in asked),
        offered=frozenset(key for question in asked for key in question.remember.split()),
        row_by_row=False,
    )
    kinds = {question.id: question.kind for question in asked}
    found = paired_with(lines.place, generic, kinds)
    order = {id(place): n for n, place in enumerate(generic.field_map.place)}
    pairs = sorted(found, key=lambda one: order[id(one.spot.boxes[0])])
    taken = {id(one.line) for one in pairs}
    left = tuple(line for line in lines.place if id(line) not in taken)
    return Paired(definition, facts, generic, tuple(pairs), left)


def confirmed(paired: Paired, refused: Set[str] = frozenset()) -> GenericForm:
    """Return the form of this blank: the pairs but those refused, then what else it asks.

    What no box is about is still asked: its answers are for the sheet to copy, or for no paper.
    """
    kept = [one for one in paired.pairs if one.name not in refused]
    written = {_where(place) for one in kept for place in one.spot.boxes}
    rest = tuple(one for one in paired.asked.field_map.place if _where(one) not in written)
    needed = {name for place in rest for name in names_in((place,))}
    form, blank = paired.asked.definition, paired.asked.definition.blank[0]
    edition = paired.printed or blank.edition
    more = [_kept(section, needed) for section in form.section]
    whole = msgspec.structs.replace(
        paired.definition,
        id=form.id,
        number=_number(paired.definition),
        edition=edition,
        prepared=NOT_PREPARED,
        section=(*paired.definition.section, *(one for one in more if one.question)),
        blank=(msgspec.structs.replace(blank, edition=edition),),
    )
    places = (*(place for one in kept for place in one.places), *rest)
    field_map = msgspec.structs.replace(
        paired.asked.field_map, edition=edition, place=tuple(_once(places))
    )
    return GenericForm(definition=whole, field_map=field_map, password=paired.asked.password)


def own_texts(
    prepared: FormDefinition, form: GenericForm, asked: int, name: str
) -> Mapping[str, bytes]:
    """Return the texts of a pack of one's own, by which the same blank is known again.

    It holds nothing of anybody: the words and the places of a blank.

    Args:
        prepared: the prepared form, as its file is.
        form: that of the blank, as it was confirmed.
        asked: how many sections the prepared form has, resolved; those of the blank come after.
    """
    definition = msgspec.structs.replace(
        prepared,
        id=name,
        number=_number(prepared),
        edition=form.definition.edition,
        prepared=NOT_PREPARED,
        section=(*prepared.section, *form.definition.section[asked:]),
        blank=form.definition.blank,
    )
    return {FORM_FILE: write_toml(definition), MAP: write_toml(form.field_map)}


def _number(definition: FormDefinition) -> str:
    """A paper that bears no number has none, once it is here."""
    return "" if definition.number == UNNUMBERED else definition.number


def _once(places: Iterable[Place]) -> Iterator[Place]:
    """Yield the places, each with words of its own."""
    said: set[str] = set()
    for place in places:
        label, count = place.label, 1
        while label in said:
            count += 1
            label = f"{place.label} ({count})"
        said.add(label)
        yield place if label == place.label else msgspec.structs.replace(place, label=label)


def _kept(section: Section, needed: Set[str]) -> Section:
    left = tuple(one for one in section.question if one.id in needed)
    title = own_words.OTHERS.format(title=section.title)
    return msgspec.structs.replace(section, id=f"autres_{section.id}", title=title, question=left)


def _where(place: Place) -> tuple[str, str, int, tuple[float, ...]]:
    return place.field, place.option, place.page, place.box
