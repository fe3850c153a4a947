"""Which rules were read too long ago: of a paper, and of all that is at hand."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.deadlines.freshness import Kind, Old, Read, oldest
from desktop_app.core.deadlines.law import Law
from desktop_app.core.packs.listed import is_numbered
from desktop_app.core.packs.model import FormDefinition, LetterDefinition, PackHeader
from desktop_app.core.packs.resolve import AnyDefinition
from desktop_app.workflow.ports import Catalogue


def old_paper(law: Law, definition: AnyDefinition, today: dt.date) -> Old | None:
    """Return the oldest reading that a letter or form still rests on past its day; None: none.

    What a person made herself, or a PDF that no pack knows, rests on no rule.
    """
    kind, sources = _kind(definition), [one for one in definition.source if one.articles]
    official = isinstance(definition, FormDefinition) and is_numbered(definition.edition)
    if not sources and not official:
        return None
    read = law.review.old("source", sources, today)
    return oldest((law.review.old(kind, [definition], today), read))


@dataclass(frozen=True, slots=True)
class ToReadAgain:
    """A rule past the day by which it must be read again; ``owner``: of what it is, by its name."""

    owner: str
    kind: Kind
    title: str
    seen_on: dt.date
    review_by: dt.date


def to_read_again(catalogue: Catalogue, law: Law, day: dt.date) -> tuple[ToReadAgain, ...]:
    """Return every rule that must be read again on a day, the one that waits longest first."""
    review = law.review
    found = [
        ToReadAgain(owner, kind, title, rule.seen_on, by)
        for owner, kind, title, rule in (*_packs(catalogue), *_law(law))
        if (by := review.review_by(kind, rule)) < day
    ]
    return tuple(sorted(found, key=lambda one: (one.review_by, one.kind, one.owner, one.title)))


Named = tuple[str, Kind, str, Read]


def _kind(definition: PackHeader) -> Kind:
    return "letter" if isinstance(definition, LetterDefinition) else "form"


def _packs(catalogue: Catalogue) -> Iterator[Named]:
    for item in catalogue.search():
        letter = item.kind == "letter"
        one: AnyDefinition = catalogue.letter(item.id) if letter else catalogue.form(item.id)
        yield one.id, _kind(one), one.plain_title, one
        yield from ((one.id, "source", source.title, source) for source in one.source)


def _law(law: Law) -> Iterator[Named]:
    tables = law.tables
    for procedure in law.procedures():
        yield procedure.id, "procedure", procedure.plain_title, procedure
    for event in tables.events.values():
        yield event.id, "event", event.title, event
    for rule in tables.rules.values():
        yield rule.code, "rule", rule.basis, rule
    for holiday in tables.holidays:
        yield holiday.name, "territory", holiday.name, holiday
    for territory in tables.territories.values():
        yield territory.id, "territory", territory.name, territory
    for source in tables.sources.values():
        yield source.code, "text", source.title, source
    for court in law.courts:
        yield court.name, "court", court.name, court
    for body in law.bodies.bodies.values():
        yield body.id, "body", body.name, body
    yield from _told(law)


def _told(law: Law) -> Iterator[Named]:
    for emergency in law.emergencies:
        yield emergency.id, "emergency", emergency.title, emergency
        yield from ((emergency.id, "emergency", one.label, one) for one in emergency.call)
    for remains in law.late:
        yield remains.id, "late", remains.label, remains
    for reply in law.replies:
        yield reply.id, "reply", reply.help, reply
    for helper in law.helpers.rows:
        yield helper.id, "helper", helper.label, helper
    for amount in law.amounts:
        yield amount.id, "amount", amount.title, amount
    for pending in law.state.pending:
        yield pending.id, "pending", pending.title, pending
