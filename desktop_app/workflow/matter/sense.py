"""Which days make sense on a timeline: a wrong date typed is the most common mistake."""

import datetime as dt
from collections.abc import Sequence
from itertools import takewhile

from desktop_app.core.errors import AppError
from desktop_app.core.records import Event
from desktop_app.workflow.matter.timeline import (
    DECISION,
    POSTED,
    RECEIPT,
    WRONG_BODY,
    is_answer,
    tracks,
)

OLDEST_YEARS = 10
"""Nothing followed here began earlier: a year was mistyped."""


class DayInFuture(AppError):
    """What happened cannot have happened after today."""


class DayTooOld(AppError):
    """The year is not the one meant."""


class DayPast(AppError):
    """One is not reminded of what is past."""


class DayTooFar(AppError):
    """The year is not the one meant."""


class NothingPosted(AppError):
    """A receipt, an answer or a silence comes after a letter."""


class PostedBeforeDecision(AppError):
    """A letter cannot contest a decision that was not received yet."""


class ReceivedBeforePosted(AppError):
    """The body cannot have received a letter before it left."""


class AnsweredBeforePosted(AppError):
    """The body cannot have answered a letter before it left."""


class AnsweredBeforeReceived(AppError):
    """The body cannot have answered a letter before it had it."""


class UntilBeforeAsked(AppError):
    """A paper cannot be due before it was asked for."""


def expect_after(until: dt.date | None, day: dt.date) -> None:
    """Refuse a last day to obey that comes before the request itself.

    Raises:
        UntilBeforeAsked.
    """
    if until is not None and until < day:
        raise UntilBeforeAsked


def expect_past(day: dt.date, today: dt.date) -> None:
    """Refuse a day that cannot be.

    Raises:
        DayInFuture, DayTooOld.
    """
    if day > today:
        raise DayInFuture
    if day.year < today.year - OLDEST_YEARS:
        raise DayTooOld


def expect_coming(day: dt.date, today: dt.date) -> None:
    """Refuse a day on which nobody can be reminded of anything.

    Raises:
        DayPast, DayTooFar.
    """
    if day < today:
        raise DayPast
    if day.year > today.year + OLDEST_YEARS:
        raise DayTooFar


def expect_order(events: Sequence[Event]) -> None:
    """Refuse a timeline whose days contradict one another, letter by letter.

    Raises:
        NothingPosted, PostedBeforeDecision, ReceivedBeforePosted, AnsweredBeforePosted,
        AnsweredBeforeReceived.
    """
    for procedure in tracks(events):
        sent = min(e.day for e in events if e.kind == POSTED and e.procedure == procedure)
        if (decided := _first_decided(events, procedure)) and sent < decided:
            raise PostedBeforeDecision
        received = _days(events, procedure, receipts=True)
        if any(day < sent for day in received):
            raise ReceivedBeforePosted
        answered = _days(events, procedure, receipts=False)
        if any(day < sent for day in answered):
            raise AnsweredBeforePosted
        if received and any(day < min(received) for day in answered):
            raise AnsweredBeforeReceived
    posted = tracks(events)
    rests = [e for e in events if e.kind in (RECEIPT, WRONG_BODY) or is_answer(e)]
    if any(e.procedure not in posted for e in rests):
        raise NothingPosted


def _first_decided(events: Sequence[Event], procedure: str) -> dt.date | None:
    """Return the first decision that a letter contests; what comes after an answer is another."""
    before = takewhile(lambda event: not is_answer(event), events)
    decided = (e for e in before if e.kind == DECISION and e.procedure == procedure)
    return next((event.day for event in decided), None)


def _days(events: Sequence[Event], procedure: str, *, receipts: bool) -> list[dt.date]:
    return [
        e.day
        for e in events
        if e.procedure == procedure
        and (e.kind == RECEIPT if receipts else is_answer(e) or e.kind == WRONG_BODY)
    ]
