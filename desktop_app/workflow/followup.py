"""What a person notes on a dossier, corrects and takes back; the dates follow each time.

Every act is saved whole or not at all, and leaves in the agenda exactly what is awaited now.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.request import Request
from desktop_app.core.errors import AppError
from desktop_app.workflow.awaited import settle
from desktop_app.workflow.deadlines import deadline_for, fitting_events
from desktop_app.workflow.next_steps import Answer, FollowUp, follow_up
from desktop_app.workflow.safes import Event, Safe
from desktop_app.workflow.sense import (
    DayInFuture,
    NothingPosted,
    expect_after,
    expect_coming,
    expect_order,
    expect_past,
)
from desktop_app.workflow.timeline import (
    ANSWER,
    COMPUTED,
    DECISION,
    NEXT,
    PAPERS_ASKED,
    POSTED,
    PRINTED,
    RECEIPT,
    SILENCE_EXPECTED,
    SILENCE_REACHED,
    TO_DO,
    WRONG_BODY,
    dated,
    day_of,
    is_answer,
    is_asked,
    is_decision,
    last,
    situation,
    start_of,
)

__all__ = [
    "ANSWER",
    "DECISION",
    "NEXT",
    "PAPERS_ASKED",
    "POSTED",
    "PRINTED",
    "RECEIPT",
    "SILENCE_EXPECTED",
    "SILENCE_REACHED",
    "TO_DO",
    "WRONG_BODY",
    "DayInFuture",
    "NothingPosted",
    "day_of",
    "situation",
]


class DayNotOurs(AppError):
    """A day that a letter's answers gave, or that is computed, is not typed again here."""

    code = "day-not-typed"


class NothingToDo(AppError):
    """A reminder says what there will be to do."""

    code = "nothing-to-do"


class SomethingFollows(AppError):
    """What rests on a posting is taken off first."""

    code = "something-follows"


def decision_received(
    safe: Safe, law: Law, dossier: str, *, procedure: str, day: dt.date, today: dt.date
) -> Deadline | None:
    """Write that a decision came, and until when it can be contested.

    Returns the two dates; None when this procedure computes none from a decision.
    """
    expect_past(day, today)
    found = decision_deadline(law, procedure, day, today)
    with _changing(safe, law, dossier, today):
        _nothing_to_post(safe, dossier)
        safe.events.add(
            dossier,
            kind=DECISION,
            day=day,
            procedure=procedure,
            last_day=found.last_day if found else None,
            prudent_day=found.prudent_day if found else None,
            awaited=bool(found and (found.prudent_day or found.last_day)),
        )
    return found


def decision_deadline(
    law: Law, procedure: str, day: dt.date, today: dt.date, start: str = ""
) -> Deadline | None:
    """Return until when a decision received that day can be contested by this procedure.

    ``start``: how the delay runs, an event of the law; the ordinary notification when empty.
    """
    if not procedure:
        return None
    fitting = {one.event.id for one in fitting_events(law, procedure)}
    usual = (start,) if start else ("notification", "reception")
    event = next((e for e in usual if e in fitting), "")
    return deadline_for(law, Request(procedure, event, day, today)) if event else None


def printed(safe: Safe, dossier: str, document: str, *, procedure: str, day: dt.date) -> None:
    """Write that the paper was printed; once a day is enough to know it."""
    for event in safe.events.timeline(dossier):
        if (event.kind, event.document_id, day_of(event)) == (PRINTED, document, day):
            return
    safe.events.add(dossier, kind=PRINTED, day=day, procedure=procedure, document=document)


def posted(
    safe: Safe,
    law: Law,
    dossier: str,
    *,
    procedure: str,
    day: dt.date,
    today: dt.date,
    number: str = "",
    proof: str = "",
) -> None:
    """Write that the letter was posted, with its number and the proof's document.

    The silence is then counted from the posting, the receipt being unknown: it cannot come before.

    Raises:
        DayInFuture, DayTooOld, PostedBeforeDecision.
    """
    expect_past(day, today)
    with _changing(safe, law, dossier, today):
        _nothing_to_post(safe, dossier)
        safe.events.add(
            dossier, kind=POSTED, day=day, procedure=procedure, number=number, document=proof
        )


def receipt_returned(
    safe: Safe, law: Law, dossier: str, *, procedure: str, day: dt.date, today: dt.date
) -> None:
    """Write that the body received the letter that day: the silence counts from it.

    Raises:
        NothingPosted, ReceivedBeforePosted: no letter was posted, or later than that.
    """
    expect_past(day, today)
    with _changing(safe, law, dossier, today):
        safe.events.add(dossier, kind=RECEIPT, day=day, procedure=procedure)


def answer_received(
    safe: Safe,
    law: Law,
    dossier: str,
    *,
    procedure: str,
    answer: Answer,
    day: dt.date,
    today: dt.date,
) -> FollowUp | None:
    """Write what the body answered, and until when each step that it opens may be taken."""
    expect_past(day, today)
    with _changing(safe, law, dossier, today):
        safe.events.add(dossier, kind=ANSWER + answer, day=day, procedure=procedure)
    return _now(safe, law, dossier, procedure, today)


def silence_reached(
    safe: Safe, law: Law, dossier: str, *, procedure: str, today: dt.date
) -> FollowUp | None:
    """Write that nobody answered in time: silence has a meaning, and opens the next steps.

    Raises:
        NothingPosted: the day of receipt is not known, or silence has no meaning yet.
    """
    found = _now(safe, law, dossier, procedure, today)
    usual = found.usual if found else None
    if usual is None or usual.day is None or not usual.reached or usual.estimated:
        raise NothingPosted
    with _changing(safe, law, dossier, today):
        safe.events.add(
            dossier, kind=SILENCE_REACHED, day=usual.day, procedure=procedure, note=usual.meaning
        )
    return found


def papers_asked(
    safe: Safe,
    law: Law,
    dossier: str,
    *,
    procedure: str,
    day: dt.date,
    today: dt.date,
    until: dt.date | None = None,
) -> None:
    """Write that a paper is asked for, and until when it is to be given, when that is said.

    No other date moves: the silence may come later, and the shorter date stays the safer one.

    Raises:
        DayInFuture, DayTooOld, UntilBeforeAsked.
    """
    expect_past(day, today)
    expect_after(until, day)
    with _changing(safe, law, dossier, today):
        safe.events.add(
            dossier,
            kind=PAPERS_ASKED,
            day=day,
            procedure=procedure,
            last_day=until,
            awaited=until is not None,
        )


def wrong_body(
    safe: Safe, law: Law, dossier: str, *, procedure: str, day: dt.date, today: dt.date
) -> None:
    """Write that the body says it is not the right one: it forwards, and the silence goes on.

    Raises:
        DayInFuture, DayTooOld, NothingPosted, AnsweredBeforePosted.
    """
    expect_past(day, today)
    with _changing(safe, law, dossier, today):
        safe.events.add(dossier, kind=WRONG_BODY, day=day, procedure=procedure)


def to_do(safe: Safe, dossier: str, *, what: str, day: dt.date, today: dt.date) -> None:
    """Write what the person wants to be reminded of, and when.

    Raises:
        DayPast, NothingToDo.
    """
    if not what.strip():
        raise NothingToDo
    expect_coming(day, today)
    safe.events.add(dossier, kind=TO_DO, day=day, title=what.strip(), awaited=True)


# ---------------------------------------------------------------------- what is corrected


def may_correct(event: Event) -> bool:
    """Tell whether the day of this event was typed, so that it can be typed again."""
    kinds = (DECISION, PRINTED, POSTED, RECEIPT, PAPERS_ASKED, WRONG_BODY, TO_DO)
    typed = event.kind in kinds or is_answer(event)
    return typed or start_of(event) == "sans-voies-et-delais"


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

    Both dates of the event, and what it brings, are computed again.

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
        found = decision_deadline(law, event.procedure, day, today, start_of(event))
    expect_after(until, day)
    with _changing(safe, law, dossier, today):
        safe.events.rewrite(
            event.id,
            kind=ANSWER + answer if answer else event.kind,
            day=day,
            last_day=found.last_day if found else until,
            prudent_day=found.prudent_day if found else None,
            number=event.number if number is None else number,
            document=event.document_id if proof is None else proof,
        )
        if is_asked(event) and until is None:
            safe.events.done(event.id)
        elif is_asked(event) and event.last_day[:10] != str(until):
            safe.events.await_again(event.id)


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
                e.kind in (RECEIPT, WRONG_BODY) or is_answer(e) for e in _of(left, event.procedure)
            )
            if rests and last(left, POSTED, event.procedure) is None:
                raise SomethingFollows
            _post_again(safe, dossier)
        settle(safe, law, dossier, today)


def put_back(safe: Safe, law: Law, dossier: str, event: Event, *, today: dt.date) -> None:
    """Put an event that was removed back where it was, with its dates."""
    with _changing(safe, law, dossier, today):
        safe.events.put_back(event.id)
        if event.kind == POSTED:
            _nothing_to_post(safe, dossier)
        elif is_decision(event):
            _post_again(safe, dossier)


def _post_again(safe: Safe, dossier: str) -> None:
    """Await the last decision anew, when no posting answers it."""
    events = safe.events.timeline(dossier)
    decided = next((e for e in reversed(events) if is_decision(e) and dated(e)), None)
    sent = last(events, POSTED)
    if decided is not None and (sent is None or sent.day < decided.day):
        safe.events.await_again(decided.id)


def _nothing_to_post(safe: Safe, dossier: str) -> None:
    for event in safe.events.timeline(dossier):
        if event.awaited and is_decision(event):
            safe.events.done(event.id)


@contextmanager
def _changing(safe: Safe, law: Law, dossier: str, today: dt.date) -> Iterator[None]:
    """Change a timeline: its days must agree, and its dates follow; else nothing is saved."""
    with safe.act():
        yield
        expect_order([e for e in safe.events.timeline(dossier) if e.kind not in COMPUTED])
        settle(safe, law, dossier, today)


def _of(events: Iterable[Event], procedure: str) -> list[Event]:
    return [event for event in events if event.procedure == procedure]


def _now(safe: Safe, law: Law, dossier: str, procedure: str, today: dt.date) -> FollowUp | None:
    if not procedure:
        return None
    return follow_up(law, situation(safe.events.timeline(dossier), procedure, today))
