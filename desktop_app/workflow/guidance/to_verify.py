"""What a lawyer must still verify, the gravest first: a wrong day or judge loses a right."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.arguments.plead import names_arguments
from desktop_app.core.deadlines.courts import Court
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.procedures import Procedure
from desktop_app.core.packs.bodies import Body
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.core.packs.resolve import AnyDefinition
from desktop_app.core.packs.review import UNSURE, doubtful
from desktop_app.core.sourced import Statement
from desktop_app.workflow.ports import Catalogue

Gravity = Literal["deadline", "court", "danger", "letter", "form", "address"]
GRAVEST: tuple[Gravity, ...] = ("deadline", "court", "danger", "letter", "form", "address")
"""When a delay ends and from when it runs; papers for a judge; what to do today; other letters and
forms; where one writes to, and who helps."""
FIRST: tuple[Gravity, ...] = ("deadline", "court")
"""What a lawyer must read before anything else."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A point of law that a lawyer must still read again.

    Attributes:
        owner: the letter, form, procedure or rule that rests on it.
        kind: of owner.
        articles: as they are cited.
    """

    gravity: Gravity
    owner: str
    kind: str
    title: str
    articles: tuple[str, ...]
    seen_on: dt.date
    confidence: str


def to_verify(catalogue: Catalogue, law: Law) -> tuple[Doubt, ...]:
    """Return every point in doubt, of the papers at hand and of the law; the gravest first."""
    procedures = {one.id: one for one in law.procedures()}
    found = [
        *_procedures(procedures.values()),
        *_statements(law),
        *_arguments(law),
        *(
            doubt
            for item in catalogue.search()
            for doubt in _of_paper(catalogue, item, procedures.get(item.procedure))
        ),
    ]
    unsure_first = sorted(found, key=lambda one: one.confidence != UNSURE)
    return tuple(sorted(unsure_first, key=lambda one: GRAVEST.index(one.gravity)))


def _of_paper(
    catalogue: Catalogue, item: CatalogueItem, procedure: Procedure | None
) -> Iterator[Doubt]:
    letter = item.kind == "letter"
    definition: AnyDefinition = catalogue.letter(item.id) if letter else catalogue.form(item.id)
    pleads = letter and names_arguments(definition)
    bank = {one.title for one in catalogue.bank.arguments.values()} if pleads else set[str]()
    judged = procedure is not None and bool(procedure.court)
    gravity: Gravity = "court" if judged else "letter" if letter else "form"
    for one in doubtful(definition.source):
        if one.title in bank:  # told once, not for each paper that pleads it
            continue
        articles, seen = one.articles, one.seen_on
        yield Doubt(gravity, item.id, item.kind, one.title, articles, seen, one.confidence)


def _arguments(law: Law) -> Iterator[Doubt]:
    """Yield the arguments in doubt: papers for a judge say them."""
    for one in law.bank.arguments.values():
        if one.to_verify:
            articles, seen = one.articles, one.seen_on
            yield Doubt("court", one.id, "argument", one.title, articles, seen, one.confidence)


def _procedures(procedures: Iterable[Procedure]) -> Iterator[Doubt]:
    """Yield what is in doubt of each procedure: its delay first, else its judge."""
    for one in procedures:
        if one.to_verify or one.confidence == UNSURE:
            gravity: Gravity = "deadline" if one.delay else "court" if one.court else "letter"
            title, seen = one.title, one.seen_on
            yield Doubt(gravity, one.id, "procedure", title, one.basis, seen, one.confidence)


Named = tuple[str, str, Statement]


def _is_doubtful(one: Statement) -> bool:
    """Tell whether a rule is in doubt, or where one writes to."""
    address = isinstance(one, Body | Court) and one.address_to_verify
    return one.to_verify or one.confidence == UNSURE or address


def _statements(law: Law) -> Iterator[Doubt]:
    """Yield what is in doubt of the common tables."""
    tables, bodies = law.tables, law.bodies.bodies.values()
    groups: tuple[tuple[Gravity, str, Iterable[Named]], ...] = (
        ("deadline", "event", ((one.id, one.title, one) for one in tables.events.values())),
        ("deadline", "rule", ((one.code, one.basis, one) for one in tables.rules.values())),
        ("deadline", "late", ((one.id, one.label, one) for one in law.late)),
        ("danger", "emergency", ((one.id, one.title, one) for one in law.emergencies)),
        ("letter", "reply", ((one.id, one.help, one) for one in law.replies)),
        ("letter", "amount", ((one.id, one.title, one) for one in law.amounts)),
        ("address", "body", ((one.id, one.name, one) for one in bodies)),
        ("address", "court", ((one.name, one.name, one) for one in law.courts)),
    )
    for gravity, kind, rows in groups:
        for owner, title, one in rows:
            if _is_doubtful(one):
                basis, seen = (one.basis,) if one.basis else (), one.seen_on
                yield Doubt(gravity, owner, kind, title, basis, seen, one.confidence)
    for helper in law.helpers.rows:
        if helper.to_verify:
            told, seen = helper.label, helper.seen_on
            yield Doubt("address", helper.id, "helper", told, (), seen, helper.confidence)
