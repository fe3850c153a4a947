"""What remains when a delay is over: what to look at first, then the ways that are still open.

Pure: the law and today are given. Nothing is promised; each statement carries its article.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.deadlines.counting import add_months
from desktop_app.workflow.guidance.at_hand import letters_for

if TYPE_CHECKING:
    from desktop_app.core.deadlines.cases import LateCase, Remains
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.core.moment import Moment
    from desktop_app.core.packs.listed import CatalogueItem
    from desktop_app.workflow.ports import Catalogue

RESCUE_MONTHS = 12  # what the case "un-an" of the law's files means


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at: ``until`` is the day to which it still helps, when one is known."""

    told: Remains
    basis: str
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One procedure that remains, with the letters at hand for it."""

    procedure: Procedure
    letters: tuple[CatalogueItem, ...]


@dataclass(frozen=True, slots=True)
class TooLate:
    """Everything that remains of a procedure whose last day has passed.

    ``last_day`` is None when no date was given: the person asks what would remain.
    """

    procedure: Procedure
    last_day: Moment | None
    looks: tuple[Look, ...]
    ways: tuple[Way, ...]


def too_late(
    law: Law,
    catalogue: Catalogue,
    name: str,
    *,
    today: dt.date,
    last_day: Moment | None = None,
    received: dt.date | None = None,
) -> TooLate:
    """Return what remains of a procedure; ``received``: the day of the decision, when known."""
    procedure = law.procedure(name)
    letters = catalogue.search(kind="letter")
    ways = tuple(
        Way(law.procedure(one), letters_for(letters, one, (name,))) for one in procedure.if_late
    )
    return TooLate(procedure, last_day, tuple(_looks(law, procedure, today, received)), ways)


def may_be_late(law: Law) -> tuple[Procedure, ...]:
    """Return the procedures that have a delay, in the order of families."""
    return tuple(one for one in law.procedures() if one.delay is not None)


def _looks(
    law: Law, procedure: Procedure, today: dt.date, received: dt.date | None
) -> Iterator[Look]:
    cases = frozenset(_cases(law, procedure))
    for told in law.late:
        if told.when not in cases:
            continue
        until = _until(told, received)
        if until is not None and until < today:
            continue
        own = procedure.without_notice
        named = own is not None and told.when == own.effect
        yield Look(told, own.basis if own is not None and named else told.basis, until)


def _until(told: Remains, received: dt.date | None) -> dt.date | None:
    if told.when != "un-an" or received is None:
        return None
    return add_months(received, RESCUE_MONTHS)


def _cases(law: Law, procedure: Procedure) -> Iterator[LateCase]:
    yield "toujours"
    if procedure.date_type == "envoi":
        yield "envoi"
    if "aj-accordee" in law.tables.expand(procedure.events):
        yield "aide-juridictionnelle"
    if procedure.without_notice is not None:
        yield procedure.without_notice.effect
