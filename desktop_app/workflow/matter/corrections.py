"""What was noted on a dossier, corrected, taken off and put back; the dates follow each time."""

import datetime as dt

from desktop_app.core.deadlines.calendar import national
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.verdict import first_day
from desktop_app.core.errors import AppError
from desktop_app.core.moment import Moment, day_of
from desktop_app.core.records import Event
from desktop_app.workflow.matter.awaited import settle
from desktop_app.workflow.matter.changing import changing, nothing_to_post, post_again
from desktop_app.workflow.matter.followup import decision_deadline
from desktop_app.workflow.matter.next_steps import Answer
from desktop_app.workflow.matter.sense import expect_after, expect_coming, expect_past
from desktop_app.workflow.matter.timeline import (
    ANSWER,
    DECISION,
    PAPERS_ASKED,
    POSTED,
    PRINTED,
    RECEIPT,
    TO_DO,
    TWO_DAYS,
    WRONG_BODY,
    is_answer,
    is_asked,
    is_decision,
    last,
    start_of,
)
from desktop_app.workflow.store import Safe


class DayNotOurs(AppError, code="day-not-typed"):
    """A day that a letter's answers gave, or that is computed, is not typed again here."""


class SomethingFollows(AppError):
    """What rests on a posting is taken off first."""


def may_correct(event: Event) -> bool:
    """Tell whether the day of this event was typed, so that it can be typed again."""
    kinds = (DECISION, PRINTED, POSTED, RECEIPT, PAPERS_ASKED, WRONG_BODY, TO_DO)
    typed = event.kind in kinds or is_answer(event)
    return typed or start_of(event) in ("sans-voies-et-delais", *TWO_DAYS)


def correct(
    safe: Safe,
    law: Law,
    dossier: str,
    event: Event,
    *,
    day: dt.date,
    today: dt.date,
    number: str | None = None,
    proof: str | None = None,
    answer: Answer = "",
    until: dt.date | None = None,
) -> None:
    """Write another day, number, proof or answer in place of what was noted.

    Both dates of the event, and what it brings, are computed again; a shorter delay that the letter
    itself gave still holds.

    Raises:
        DayNotOurs: the day of this event is not typed here.
        DayInFuture, DayTooOld, and the refusals of ``expect_order``: nothing was changed.
    """
    if not may_correct(event):
        raise DayNotOurs
    if event.kind == TO_DO:
        expect_coming(day, today)
    else:
        expect_past(day, today)
    found = None
    if is_decision(event):
        found = decision_deadline(law, event.procedure, day, today, _way(event))
    expect_after(until, day)
    with changing(safe, law, dossier, today):
        safe.events.rewrite(
            event.id,
            kind=ANSWER + answer if answer else event.kind,
            day=day,
            last_day=found.last_day if found else until,
            prudent_day=_aimed_at(law, event, found, day, today) if found else None,
            number=event.number if number is None else number,
            document=event.document_id if proof is None else proof,
            note=event.note if found is None or day == event.day else "",  # it ran from that day
        )
        if is_asked(event) and until is None:
            safe.events.done(event.id)
        elif is_asked(event) and event.last_day != until:
            safe.events.await_again(event.id)


def _way(event: Event) -> str:
    """Return how a decision is counted again: of two starts, the legal one is typed here."""
    start = start_of(event)
    return "" if start in TWO_DAYS else start


def _aimed_at(
    law: Law, event: Event, found: Deadline, day: dt.date, today: dt.date
) -> Moment | None:
    """Return the day to aim at after a correction: a shorter delay of the letter still holds.

    The safe keeps that delay only as a day earlier than the law's. It moves with a day corrected
    backwards, and never later: the letter may have written it as a date.
    """
    first = first_day(found)
    before = decision_deadline(law, event.procedure, event.day, today, _way(event))
    usual = first_day(before) if before else None
    if first is None or usual is None or not event.prudent_day:
        return first
    kept = day_of(event.prudent_day)
    if start_of(event) in TWO_DAYS:  # it ran from a day that is not typed here
        return min(kept, day_of(first))
    if kept >= day_of(usual):
        return first
    moved = kept + min(day - event.day, dt.timedelta())
    shorter = national(law.tables.holidays).last_working(moved)
    return min(shorter, day_of(first))


def remove(safe: Safe, law: Law, dossier: str, event: Event, *, today: dt.date) -> None:
    """Take an event off the timeline, with the dates it brought; it can be put back.

    A letter that was not posted after all is to be posted again.

    Raises:
        SomethingFollows: a receipt or an answer rests on this posting.
    """
    with safe.act():
        safe.events.remove(event.id, on=today)
        if event.kind == POSTED:
            left = safe.events.timeline(dossier)
            rests = any(
                e.kind in (RECEIPT, WRONG_BODY) or is_answer(e)
                for e in left
                if e.procedure == event.procedure
            )
            if rests and last(left, POSTED, event.procedure) is None:
                raise SomethingFollows
            post_again(safe, dossier, event.procedure)
        settle(safe, law, dossier, today)


def put_back(safe: Safe, law: Law, dossier: str, event: Event, *, today: dt.date) -> None:
    """Put an event that was removed back where it was, with its dates."""
    with changing(safe, law, dossier, today):
        safe.events.put_back(event.id)
        if event.kind == POSTED:
            nothing_to_post(safe, dossier, event.procedure)
        elif is_decision(event):
            post_again(safe, dossier, event.procedure)
