"""A paper that we have not got: what is said of it, and nothing that was not seen."""

import re
from collections.abc import Iterator

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.folding import folded
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.listed import UNNUMBERED
from desktop_app.core.packs.model import NOWHERE, PREPARED_MAP, FieldMap, FormDefinition, Place
from desktop_app.core.packs.toml import TomlFile

_NUMBER = re.compile(r"\d{5}")
_NAMED = re.compile(r"\d{5}\*\d{2}")
LEAST = 8
"""Lines: fewer are no form to copy."""


def run(checked: Checked) -> Iterator[Problem]:
    """Report an edition or a box that nobody saw, and what a person would not be told."""
    definition = checked.pack.definition
    if not isinstance(definition, FormDefinition):
        return
    if not definition.prepared:
        for name, (field_map, file) in checked.maps.items():
            yield from _unplaced(name, field_map, file)
        return
    yield from _said(checked, definition)
    if set(checked.maps) != {PREPARED_MAP}:
        yield checked.problem("pack-prepared-map", ("prepared",), name=PREPARED_MAP)
        return
    field_map, file = checked.maps[PREPARED_MAP]
    if field_map.edition or field_map.page_sizes or field_map.number_at:
        yield file.problem("pack-prepared-seen", ("edition",))
    if len(field_map.place) < LEAST:
        yield file.problem("pack-prepared-short", ("place",), n=len(field_map.place), limit=LEAST)
    yield from _lines(field_map, file)
    yield from _lost(checked, field_map)


def _unplaced(name: str, field_map: FieldMap, file: TomlFile) -> Iterator[Problem]:
    """Report the lines of a paper that we have not got in a form that does not say so."""
    if name == PREPARED_MAP:
        yield file.problem("pack-not-prepared", ())
    for position, place in enumerate(field_map.place):
        for key in ("part", "also"):
            if getattr(place, key):
                path = ("place", position, key)
                yield file.problem("pack-prepared-key", path, key=key)


def _said(checked: Checked, definition: FormDefinition) -> Iterator[Problem]:
    """Report what is said of a paper that was not seen, or is not said."""
    prepared = definition.prepared
    if definition.edition or definition.blank or definition.withdrawn or definition.successor:
        yield checked.problem("pack-prepared-seen", ("edition",))
    if not _NUMBER.fullmatch(definition.number) and definition.number != UNNUMBERED:
        yield checked.problem("pack-prepared-number", ("number",))
    named = prepared.named
    if named and not (_NAMED.fullmatch(named) and named.startswith(definition.number)):
        yield checked.problem("pack-prepared-number", ("prepared", "named"))
    if not prepared.send.strip():
        yield checked.problem("pack-prepared-send", ("prepared", "send"))
    if bool(prepared.letter) == bool(prepared.alone):
        yield checked.problem("pack-prepared-letter", ("prepared", "letter"))
    if not any(source.to_verify for source in definition.source):
        yield checked.problem("pack-prepared-unsure", ("source",))


def _lines(field_map: FieldMap, file: TomlFile) -> Iterator[Problem]:
    said: set[str] = set()
    for position, place in enumerate(field_map.place):
        path = ("place", position)
        if place.page or place.box != NOWHERE or place.field or place.option or place.comb:
            yield file.problem("pack-prepared-box", path)
        if not place.part.strip():
            yield file.problem("pack-prepared-part", (*path, "part"))
        if (place.kind == "tick") is not bool(place.when and not place.value):
            yield file.problem("pack-tick-value", (*path, "value"))
        if (label := folded(place.label)) in said:
            yield file.problem("pack-prepared-twice", (*path, "label"), label=place.label[:60])
        said.add(label)


def _lost(checked: Checked, field_map: FieldMap) -> Iterator[Problem]:
    """Report questions that are asked for nothing: no line has their answer."""
    used = {name for place in field_map.place for name in _names(place)}
    deciding = {name for one in checked.questions for name in condition_of(one.when).names}
    for path, question in checked.own_questions():
        if question.id not in used | deciding:
            yield checked.problem("pack-prepared-lost", path, id=question.id)


def _names(place: Place) -> frozenset[str]:
    return text_of(place.value).names | condition_of(place.when).names


CHECK = Check("prepared", "Ce que personne n’a vu ne se dit pas comme un fait.", run)
