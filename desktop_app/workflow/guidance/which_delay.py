"""Which delay applies to me? From who wrote, what is said and how it came, to the procedures.

Several may apply: all are returned, each with what it is about, so that a person can tell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.core.deadlines.cases import is_urgent
from desktop_app.core.deadlines.near import nearest
from desktop_app.core.deadlines.request import Request
from desktop_app.core.errors import Problem, WithProblems
from desktop_app.core.moment import day_of
from desktop_app.workflow.guidance.deadlines import deadline_for
from desktop_app.workflow.guidance.urgent import emergency_of, in_hours

if TYPE_CHECKING:
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.deadlines.model import Deadline
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.core.deadlines.request import Address, Agreed, WrittenDelay
    from desktop_app.core.deadlines.tables import Event
    from desktop_app.core.moment import Today
    from desktop_app.core.packs.listed import CatalogueItem
    from desktop_app.workflow.ports import Catalogue

# All the ways in which a decision comes, groups of events; or in which one learns of it.
NEVER_SENT = ("retenue", "jamais-notifiee")
ARRIVALS = ("@notification", "@stationnement", *NEVER_SENT)
UNTOLD = "sans-voies-et-delais"
LEAVE = "partir"
SILENCE = "silence"
"""The situation in which no letter came at all: nothing is asked of how it did."""
# What a decision says when a delay of a few days may run, whether we have a letter for it or not.
GRAVE = frozenset({LEAVE, "refus", "arret"})


class NoSuchCase(WithProblems, exit_status=2):
    """No letter is about this body, or about this situation; the nearest is suggested."""


@dataclass(frozen=True, slots=True)
class Notified:
    """How a decision came, and when.

    Attributes:
        event: one of ``arrivals``.
        date: the day that this event asks for.
        picked_up: the day at the counter, for the event that needs it.
        received: the day it came, for an event whose date is an earlier one; None when not known.
        opened, agreed: for a message on an account, as in ``Request``.
        address: for a letter sent to a former one, as in ``Request``.
        told: whether the notice says how to contest it, and in what delay; None when unknown.
        notice: the delay or the last day that it writes; None when not said.
    """

    event: str
    date: dt.date
    picked_up: dt.date | None = None
    received: dt.date | None = None
    opened: dt.date | None = None
    agreed: Agreed = "inconnu"
    address: Address = "inconnu"
    told: bool | None = None
    notice: WrittenDelay | dt.date | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One procedure that may apply, the letters for it, and until when, when that can be counted.

    ``emergency`` is the page to read before anything else, when there is one.
    ``rescue`` is the longer delay of a notice that does not state the remedies.
    """

    procedure: Procedure
    letters: tuple[CatalogueItem, ...]
    emergency: str = ""
    deadline: Deadline | None = None
    rescue: Deadline | None = None


def arrivals(law: Law) -> tuple[Event, ...]:
    """Return all the ways in which a decision comes to a person, or in which one learns of it."""
    return tuple(law.tables.events[name] for name in law.tables.expand(ARRIVALS))


def arrivals_of(law: Law, found: Iterable[Candidate], situation: str) -> tuple[Event, ...]:
    """Return the ways in which the letter of a case comes; none where no letter starts a delay.

    A parking notice has its own ways: the post is not what it is for another letter.
    """
    if situation == SILENCE:
        return ()
    fitting = {name for one in found for name in law.tables.expand(one.procedure.events)}
    return tuple(one for one in arrivals(law) if one.id in fitting)


def candidates(
    law: Law, catalogue: Catalogue, family: str, situation: str
) -> tuple[Candidate, ...]:
    """Return the procedures that may apply, in the order of the law; raise ``NoSuchCase``."""
    cases = known_cases(law, catalogue)
    _known(family, cases)
    _known(situation, cases[family])
    here = [
        (item, _procedures(catalogue, item))
        for item in catalogue.search(kind="letter")
        if item.family == family and situation in item.situations
    ]
    grave = _pressing(law, family) if situation in GRAVE else frozenset[str]()
    found = [
        Candidate(
            one,
            tuple(item for item, names in here if one.id in names),
            emergency_of(law, one.id),
        )
        for one in law.procedures()
    ]
    return tuple(one for one in found if one.letters or one.procedure.id in grave)


def _pressing(law: Law, family: str) -> frozenset[str]:
    """Return the procedures of a body that are told with one of a few days: never left out."""
    told = [[law.procedure(name) for name in one.procedures] for one in law.emergencies]
    return frozenset(
        one.id
        for group in told
        if any(map(is_urgent, group))
        for one in group
        if one.family == family
    )


def known_cases(law: Law, catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return, for each body, the situations that a letter with a procedure is about.

    An order to leave has its place where one presses, even without a letter of ours.
    """
    found: dict[str, set[str]] = {
        one.family: {LEAVE}
        for one in law.procedures()
        if in_hours(one) and one.id in _pressing(law, one.family)
    }
    for item in catalogue.search(kind="letter"):
        if item.procedure and item.situations:
            found.setdefault(item.family, set()).update(item.situations)
    return {family: tuple(sorted(names)) for family, names in sorted(found.items())}


def _procedures(catalogue: Catalogue, item: CatalogueItem) -> frozenset[str]:
    """Return the procedures a letter may begin: its own, and those its delays are counted by."""
    rules = catalogue.letter(item.id).deadline
    return frozenset({item.procedure, *(rule.procedure for rule in rules)})


def counted(
    law: Law, found: Iterable[Candidate], notified: Notified, today: Today
) -> tuple[Candidate, ...]:
    """Return the candidates with their dates, the first to end first.

    Raises the refusals of the deadline engine for impossible days.
    """
    return tuple(sorted((_counted(law, one, notified, today) for one in found), key=_end))


def _end(one: Candidate) -> dt.date:
    delay = one.procedure.delay
    if one.procedure.elsewhere and delay is not None:  # pressing, wherever it is
        length = {"heures": 0, "jours": 1}.get(delay.unit, 30) * delay.value
        return dt.date.min + dt.timedelta(days=length)
    day = one.deadline.prudent_day if one.deadline else None
    return day_of(day) if day else dt.date.max


def _counted(law: Law, found: Candidate, notified: Notified, today: Today) -> Candidate:
    procedure = found.procedure
    fitting = law.tables.expand(procedure.events)
    if procedure.delay is None or notified.event not in fitting:
        return found
    if procedure.elsewhere:  # the place comes first: the page of emergency asks it
        return found
    request = Request(
        procedure.id,
        notified.event,
        notified.date,
        today,
        picked_up=notified.picked_up,
        received=notified.received,
        opened=notified.opened,
        agreed=notified.agreed,
        address=notified.address,
        notice=notified.notice,
    )
    usual = deadline_for(law, request)
    if notified.told is not False or UNTOLD not in fitting:
        return replace(found, deadline=usual)
    rescue = deadline_for(law, Request(procedure.id, UNTOLD, notified.date, today))
    return replace(found, deadline=usual, rescue=rescue)


def _known(name: str, names: Iterable[str]) -> None:
    known = sorted(names)
    if name not in known:
        near = nearest(name, known)
        raise NoSuchCase([Problem("no-such-case-near", suggestion=near)] if near else [])
