"""Until when? For a procedure and an event, or for a letter and its answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeGuard

from desktop_app.core.deadlines import linked
from desktop_app.core.deadlines.compute import deadline
from desktop_app.core.deadlines.events import find_event
from desktop_app.core.deadlines.legal_time import has_passed
from desktop_app.core.deadlines.near import slug
from desktop_app.core.deadlines.notice import COMES_WITH_NOTICE, read_delay
from desktop_app.core.deadlines.request import (
    ADDRESSES,
    AGREED,
    Request,
)
from desktop_app.core.deadlines.tables import ABROAD, SAME
from desktop_app.core.errors import AppError, Problem, WithProblems
from desktop_app.core.packs.ways import ways_of

if TYPE_CHECKING:
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.deadlines.model import Deadline
    from desktop_app.core.deadlines.request import (
        Address,
        Agreed,
        WrittenDelay,
    )
    from desktop_app.core.deadlines.tables import Event
    from desktop_app.core.packs.model import DeadlineRule, QuestionGroup

SAME_PLACE = "meme-territoire"
NO_GROUPS: Mapping[str, QuestionGroup] = MappingProxyType({})
NOTICE_DELAY, NOTICE_DAY = "delai_ecrit", "dernier_jour_ecrit"
"""Questions of forms/common: a choice that begins with a number is a length, "2-mois"."""


def deadline_for(law: Law, request: Request) -> Deadline:
    """Return the deadline of a procedure, with its steps, sources and warnings.

    Places are understood without accents or capitals ("Même territoire", "Étranger").
    """
    return deadline(
        law,
        replace(
            request,
            territory=slug(request.territory),
            residence=_residence(request.residence),
            released=law.reread_on,
        ),
    )


def _residence(written: str) -> str:
    place = slug(written)
    return {SAME_PLACE: SAME, "a-l-etranger": ABROAD}.get(place, place)


@dataclass(frozen=True, slots=True)
class FittingEvent:
    """An event that starts the delay of a procedure; ``of``: ids that may be named beside it."""

    event: Event
    of: tuple[str, ...]


def fitting_events(law: Law, name: str) -> tuple[FittingEvent, ...]:
    """Return the events that fit a procedure, in the order of its file."""
    procedure = law.procedure(name)
    found = []
    for event_id in law.tables.expand(procedure.events):
        event = law.tables.events[event_id]
        of = linked.before(law, procedure, event_id) if event.of else ()
        found.append(FittingEvent(event, tuple(p.id for p in of)))
    return tuple(found)


def deadline_for_letter(
    law: Law,
    rules: Iterable[DeadlineRule],
    values: Mapping[str, object],
    *,
    holds: Callable[[str], bool],
    today: dt.date,
) -> Deadline | None:
    """Return the deadline of a letter, by the first of its rules that holds and has its dates.

    Args:
        rules: the ``deadline`` rules of the letter's pack.
        values: question id -> typed answer; a date that is unknown or absent skips its rule.
        holds: whether a ``when`` of the pack holds with these answers.

    Returns None when no rule holds: the letter is then written without a date.
    """
    facts = Facts(values, holds, today)
    for rule in rules:
        request = facts.asked(rule)
        if request is not None and _concerned(law, rule):
            return _counted(law, request)
    return None


def _counted(law: Law, request: Request) -> Deadline:
    """Return the usual delay; what missing remedies leave comes only once it is over."""
    usual = deadline_for(law, replace(request, remedies=True))
    end = usual.last_day or usual.prudent_day
    if request.remedies or end is None or not has_passed(end, request.today, usual.clocks):
        return usual
    if law.procedure(request.procedure).without_notice is None:
        return usual
    return deadline_for(law, request)


def _concerned(law: Law, rule: DeadlineRule) -> bool:
    """Tell whether a way in which nothing was notified concerns a procedure: it says what then."""
    event = law.tables.events.get(rule.event)
    if event is None or not event.unnotified:
        return True
    return event.id in law.tables.expand(law.procedure(rule.procedure).events)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a letter's rules are read with: the answers, what holds with them, today."""

    values: Mapping[str, object]
    holds: Callable[[str], bool]
    today: dt.date

    def asked(self, rule: DeadlineRule) -> Request | None:
        """Return what a rule asks of the engine; None when it does not hold, or lacks a date."""
        values = self.values
        date, picked_up = values.get(rule.date), values.get(rule.picked_up)
        if not isinstance(date, dt.date) or not self.holds(rule.when):
            return None
        if rule.picked_up and not isinstance(picked_up, dt.date):
            return None
        return Request(
            procedure=rule.procedure,
            event=rule.event,
            date=date,
            today=self.today,
            of=rule.of,
            picked_up=_day(values, rule.picked_up),
            received=_day(values, rule.received),
            opened=_day(values, rule.opened),
            agreed=_agreed(values, rule.agreed),
            address=_address(values, rule.address),
            remedies=not (rule.untold and self.holds(rule.untold)),
            notice=_notice(values) if rule.event in COMES_WITH_NOTICE else None,
        )


def _day(values: Mapping[str, object], name: str) -> dt.date | None:
    """Return the day of an answer; None when it is not known, or was not asked."""
    found = values.get(name)
    return found if isinstance(found, dt.date) else None


def _agreed(values: Mapping[str, object], name: str) -> Agreed:
    return next((one for one in AGREED if one == values.get(name)), "inconnu")


def _address(values: Mapping[str, object], name: str) -> Address:
    return next((one for one in ADDRESSES if one == values.get(name)), "inconnu")


def _notice(values: Mapping[str, object]) -> WrittenDelay | dt.date | None:
    """Return what the letter received says of its own delay, as the group ``decision`` asks it."""
    last_day = values.get(NOTICE_DAY)
    if isinstance(last_day, dt.date):
        return last_day
    written = str(values.get(NOTICE_DELAY) or "")
    return read_delay(written) if written[:1].isdecimal() else None


def rule_problems(
    law: Law, rules: Iterable[DeadlineRule], groups: Mapping[str, QuestionGroup] = NO_GROUPS
) -> list[tuple[int, Problem]]:
    """Return what is wrong with the ``deadline`` rules of a pack, against the law's files.

    Each problem comes with the position of its rule, from 0; for a rule by the ways of a group, the
    first way that does not fit.
    """
    found: list[tuple[int, Problem]] = []
    for position, rule in enumerate(rules):
        wrong = (_unfit(law, one) for one in ways_of(rule, groups))
        found += [(position, problem) for problem in wrong if problem][:1]
    return found


def _unfit(law: Law, rule: DeadlineRule) -> Problem | None:
    try:
        procedure = law.procedure(rule.procedure)
        if rule.untold and not _concerned(law, rule):
            return None
        find_event(law, rule.event, procedure)
        if rule.of:
            linked.source(law, procedure, rule.event, rule.of)
    except AppError as refusal:
        near = refusal.problems[0].suggestion if _suggests(refusal) else ""
        return Problem(refusal.code, suggestion=near, parameters=refusal.parameters)
    return None


def _suggests(refusal: AppError) -> TypeGuard[WithProblems]:
    return isinstance(refusal, WithProblems) and bool(refusal.problems)
