"""FormDefinition + FieldMap + Answers + today -> FilledForm: what goes in each box of the paper."""

import datetime as dt
from collections.abc import Mapping

from desktop_app.core.answers.draft import Answers
from desktop_app.core.documents.abbreviations import NO_ABBREVIATIONS, Abbreviations
from desktop_app.core.documents.compose import Writer, enclosed
from desktop_app.core.documents.model import FilledForm, NumberPlace, PlacedValue
from desktop_app.core.documents.shortening import Shortened
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.language.typography import french
from desktop_app.core.packs.model import FieldMap, FormDefinition, Place
from desktop_app.core.spaces import plain
from desktop_app.core.unknown import UNKNOWN


def compose_form(
    definition: FormDefinition,
    field_map: FieldMap,
    answers: Answers,
    today: dt.date,
    abbreviations: Abbreviations = NO_ABBREVIATIONS,
) -> FilledForm:
    """Return the form with its answers.

    Every box of the map is there, in the order of the paper: those left empty have neither text
    nor tick, so that the copy sheet can say "laisser vide".

    Args:
        definition: resolved (``packs/resolve.py``).
        field_map: of the edition that is filled.
        answers: made by ``answers/validate.py`` for this definition.
        today: the day on which the form is filled.
        abbreviations: by which answers that do not fit may be written shorter.
    """
    writer = Writer.of(definition, answers, today)
    short = Shortened.of(definition, answers, abbreviations)
    values = tuple(_placed(place, writer, short) for place in field_map.place)
    return FilledForm(
        pack=definition.id,
        title=french(definition.title),
        number=definition.number,
        edition=field_map.edition,
        page_sizes=field_map.page_sizes,
        values=values,
        enclosures=enclosed(definition.enclosure, writer),
        missing=writer.missing_answers(),
        undecided=writer.undecided_answers(),
        warnings=writer.lines(definition.warning),
        successor=definition.successor,
        withdrawn=definition.withdrawn,
        signed_by=definition.signed_by,
        number_at=number_place(field_map),
        seen_on=definition.seen_on,
        get=definition.prepared.get,
        send=definition.prepared.send,
        named=definition.prepared.named,
        source=definition.source[0].title if definition.source else "",
    )


def number_place(field_map: FieldMap) -> NumberPlace | None:
    """Return where an edition bears its number; None when its map does not say."""
    at = field_map.number_at
    if at is None:
        return None
    return NumberPlace(at.page, at.box, field_map.page_sizes[at.page - 1])


def _placed(place: Place, writer: Writer, short: Shortened) -> PlacedValue:
    holds = writer.holds(place.when)
    text = _written(place, writer) if holds and place.kind == "text" else ""
    if place.kind == "tick" and not holds:
        _await_tick(place, writer)
    names = text_of(place.value).names if text else frozenset()

    def render(answers: Mapping[str, object]) -> str:
        return _rendered(place, writer.values, answers)

    return PlacedValue(
        label=place.label,
        page=place.page,
        box=place.box,
        text=text,
        tick=holds and place.kind == "tick",
        field=place.field,
        option=place.option,
        comb=place.comb,
        size=place.size,
        lines=place.lines,
        indent=place.indent,
        align=place.align,
        kind=place.kind,
        shorter=short.texts(text, names, render),
        agreed=short.agreed_text(text, names, render),
        part=place.part,
        question=min(text_of(place.value).names or condition_of(place.when).names, default=""),
    )


def _await_tick(place: Place, writer: Writer) -> None:
    """List as missing the awaited answers that leave a box unticked: it is to tick by pen."""
    silent = {
        name
        for name in condition_of(place.when).names
        if writer.values.get(name, UNKNOWN) is UNKNOWN
    }
    writer.missing.update(writer.awaited & silent)


def _written(place: Place, writer: Writer) -> str:
    """Return what goes in a box, with plain spaces: its cells count characters.

    An answer that was expected and is not there leaves the box empty and is listed as missing; an
    optional one leaves it empty without a word.
    """
    rendered = text_of(place.value).render(writer.values, blank="", as_lines=place.lines > 1)
    writer.missing.update(writer.awaited.intersection(rendered.missing))
    return plain(rendered.text)


def _rendered(place: Place, values: Mapping[str, object], others: Mapping[str, object]) -> str:
    """Return what would go in a box with ``others`` in place of some answers."""
    template = text_of(place.value)
    return plain(template.render({**values, **others}, blank="", as_lines=place.lines > 1).text)
