"""Until when? For a procedure and an event, or for a letter and its answers."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeGuard

from desktop_app.core.deadlines import linked
from desktop_app.core.deadlines.compute import deadline
from desktop_app.core.deadlines.events import find_event
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.near import fold
from desktop_app.core.deadlines.notice import COMES_WITH_NOTICE, read_delay
from desktop_app.core.deadlines.request import Request, WrittenDelay
from desktop_app.core.deadlines.tables import ABROAD, SAME, Event
from desktop_app.core.definitions.model import DeadlineRule
from desktop_app.core.errors import AppError, Problem, WithProblems

SAME_PLACE = "meme-territoire"
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
            territory=fold(request.territory),
            residence=_residence(request.residence),
            released=law.reread_on,
        ),
    )


def _residence(written: str) -> str:
    place = fold(written)
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
    values: Mapping[str, Any],
    *,
    holds: Callable[[str], bool],
    today: dt.date,
    territory: str = "metropole",
    residence: str = "",
) -> Deadline | None:
    """Return the deadline of a letter, by the first of its rules that holds and has its dates.

    Args:
        rules: the ``deadline`` rules of the letter's pack.
        values: question id -> typed answer; a date that is unknown or absent skips its rule.
        holds: whether a ``when`` of the pack holds with these answers.

    Returns None when no rule holds: the letter is then written without a date.
    """
    for rule in rules:
        date, picked_up = values.get(rule.date), values.get(rule.picked_up)
        if not isinstance(date, dt.date) or not holds(rule.when):
            continue
        if rule.picked_up and not isinstance(picked_up, dt.date):
            continue
        request = Request(
            procedure=rule.procedure,
            event=rule.event,
            date=date,
            today=today,
            of=rule.of,
            picked_up=picked_up if rule.picked_up else None,
            territory=territory,
            residence=residence,
            notice=_notice(values) if rule.event in COMES_WITH_NOTICE else None,
        )
        return deadline_for(law, request)
    return None


def _notice(values: Mapping[str, Any]) -> WrittenDelay | dt.date | None:
    """Return what the letter received says of its own delay, as the group ``decision`` asks it."""
    last_day = values.get(NOTICE_DAY)
    if isinstance(last_day, dt.date):
        return last_day
    written = str(values.get(NOTICE_DELAY) or "")
    return read_delay(written) if written[:1].isdecimal() else None


def rule_problems(law: Law, rules: Iterable[DeadlineRule]) -> list[tuple[int, Problem]]:
    """Return what is wrong with the ``deadline`` rules of a pack, against the law's files.

    Each problem comes with the position of its rule, from 0.
    """
    found: list[tuple[int, Problem]] = []
    for position, rule in enumerate(rules):
        try:
            procedure = law.procedure(rule.procedure)
            find_event(law, rule.event, procedure)
            if rule.of:
                linked.source(law, procedure, rule.event, rule.of)
        except AppError as refusal:
            near = refusal.problems[0].suggestion if _suggests(refusal) else ""
            problem = Problem(refusal.code, suggestion=near, parameters=refusal.parameters)
            found.append((position, problem))
    return found


def _suggests(refusal: AppError) -> TypeGuard[WithProblems]:
    return isinstance(refusal, WithProblems) and bool(refusal.problems)
