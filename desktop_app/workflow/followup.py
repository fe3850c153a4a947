"""What happened in a dossier, act by act, and the dates that each act brings.

Every act is saved whole or not at all, and leaves in the agenda exactly what is awaited now.
"""

import datetime as dt
from collections.abc import Sequence

from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.request import Request
from desktop_app.core.errors import AppError
from desktop_app.workflow.deadlines import deadline_for, fitting_events
from desktop_app.workflow.next_steps import Answer, FollowUp, Situation, follow_up
from desktop_app.workflow.safes import Event, Safe

DECISION = "decision-received"
PRINTED = "letter-printed"
POSTED = "posted"
RECEIPT = "receipt-returned"
SILENCE_EXPECTED = "silence-expected"
SILENCE_REACHED = "silence-reached"
ANSWER = "answer-received-"  # then the answer: the program's words, never the person's
NEXT = "deadline"

# What is awaited of the person herself, as against what is awaited of the body.
TO_DO = frozenset({DECISION, NEXT})


class DayInFuture(AppError):
    """What happened cannot have happened after today."""

    code = "day-in-future"


class NothingPosted(AppError):
    """A receipt, an answer or a silence comes after a letter."""

    code = "nothing-posted"


def decision_received(
    safe: Safe, law: Law, dossier: str, *, procedure: str, day: dt.date, today: dt.date
) -> Deadline | None:
    """Write that a decision came, and until when it can be contested.

    Returns the two dates; None when this procedure computes none from a decision.
    """
    _expect_past(day, today)
    found = decision_deadline(law, procedure, day, today)
    with safe.act():
        _nothing_awaited(safe, dossier, TO_DO)
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


def decision_deadline(law: Law, procedure: str, day: dt.date, today: dt.date) -> Deadline | None:
    """Return until when a decision received that day can be contested by this procedure."""
    if not procedure:
        return None
    fitting = {one.event.id for one in fitting_events(law, procedure)}
    event = next((e for e in ("notification", "reception") if e in fitting), "")
    return deadline_for(law, Request(procedure, event, day, today)) if event else None


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
    """
    _expect_past(day, today)
    with safe.act():
        _nothing_awaited(safe, dossier, TO_DO | {SILENCE_EXPECTED})
        safe.events.add(
            dossier, kind=POSTED, day=day, procedure=procedure, number=number, document=proof
        )
        _await_silence(safe, law, dossier, Situation(procedure, today, posted=day))


def receipt_returned(
    safe: Safe, law: Law, dossier: str, *, procedure: str, day: dt.date, today: dt.date
) -> None:
    """Write that the body received the letter that day: the silence counts from it.

    Raises:
        NothingPosted: no letter was posted, or later than that.
    """
    _expect_past(day, today)
    sent = _last(safe.events.timeline(dossier), POSTED)
    if sent is None or day < day_of(sent):
        raise NothingPosted
    with safe.act():
        _nothing_awaited(safe, dossier, {SILENCE_EXPECTED})
        safe.events.add(dossier, kind=RECEIPT, day=day, procedure=procedure)
        _await_silence(
            safe, law, dossier, Situation(procedure, today, posted=day_of(sent), received=day)
        )


def answer_received(
    safe: Safe,
    law: Law,
    dossier: str,
    *,
    procedure: str,
    answer: Answer,
    day: dt.date,
    today: dt.date,
) -> FollowUp:
    """Write what the body answered, and until when each step that it opens may be taken."""
    _expect_past(day, today)
    before = situation(safe.events.timeline(dossier), procedure, today)
    if before.posted is None:
        raise NothingPosted
    now = Situation(
        procedure,
        today,
        posted=before.posted,
        received=before.received,
        answered=day,
        answer=answer,
    )
    found = follow_up(law, now)
    with safe.act():
        _nothing_awaited(safe, dossier, TO_DO | {SILENCE_EXPECTED})
        safe.events.add(dossier, kind=ANSWER + answer, day=day, procedure=procedure)
        _await_steps(safe, dossier, found, day)
    return found


def silence_reached(
    safe: Safe, law: Law, dossier: str, *, procedure: str, today: dt.date
) -> FollowUp:
    """Write that nobody answered in time: silence has a meaning, and opens the next steps.

    Raises:
        NothingPosted: the day of receipt is not known, or silence has no meaning yet.
    """
    now = situation(safe.events.timeline(dossier), procedure, today)
    found = follow_up(law, now)
    usual = next((one for one in found.silences if not one.when), None)
    if usual is None or usual.day is None or not usual.reached or usual.estimated:
        raise NothingPosted
    with safe.act():
        _nothing_awaited(safe, dossier, TO_DO | {SILENCE_EXPECTED})
        safe.events.add(
            dossier, kind=SILENCE_REACHED, day=usual.day, procedure=procedure, note=usual.meaning
        )
        _await_steps(safe, dossier, found, usual.day)
    return found


def step_done(safe: Safe, event: str) -> None:
    """Nothing more is awaited from this line of the agenda."""
    safe.events.done(event)


def situation(events: Sequence[Event], procedure: str, today: dt.date) -> Situation:
    """Return where a dossier stands, from its last posting on."""
    sent = _last(events, POSTED)
    since = [e for e in events if sent is not None and e.day >= sent.day]
    received = _last(since, RECEIPT)
    answered = next((e for e in reversed(since) if e.kind.startswith(ANSWER)), None)
    return Situation(
        procedure,
        today,
        posted=day_of(sent) if sent else None,
        received=day_of(received) if received else None,
        answered=day_of(answered) if answered else None,
        answer=_answer(answered),
    )


def day_of(event: Event) -> dt.date:
    """Return the day of an event, without its hour."""
    return dt.date.fromisoformat(event.day[:10])


def _answer(event: Event | None) -> Answer:
    known: tuple[Answer, ...] = ("refus", "partielle", "favorable", "fin-mediation")
    said = event.kind.removeprefix(ANSWER) if event else ""
    return next((answer for answer in known if answer == said), "")


def _last(events: Sequence[Event], kind: str) -> Event | None:
    return next((event for event in reversed(events) if event.kind == kind), None)


def _expect_past(day: dt.date, today: dt.date) -> None:
    if day > today:
        raise DayInFuture


def _nothing_awaited(safe: Safe, dossier: str, kinds: frozenset[str] | set[str]) -> None:
    for event in safe.events.timeline(dossier):
        if event.awaited and event.kind in kinds:
            safe.events.done(event.id)


def _await_silence(safe: Safe, law: Law, dossier: str, now: Situation) -> None:
    if not now.procedure:
        return
    usual = next((one for one in follow_up(law, now).silences if not one.when), None)
    if usual is not None and usual.day is not None:
        safe.events.add(
            dossier,
            kind=SILENCE_EXPECTED,
            day=usual.day,
            procedure=now.procedure,
            note=usual.meaning,
            awaited=True,
        )


def _await_steps(safe: Safe, dossier: str, found: FollowUp, since: dt.date) -> None:
    for step in found.steps:
        if step.deadline is None or not (step.deadline.prudent_day or step.deadline.last_day):
            continue
        safe.events.add(
            dossier,
            kind=NEXT,
            day=since,
            title=step.title,
            procedure=step.procedure,
            last_day=step.deadline.last_day,
            prudent_day=step.deadline.prudent_day,
            note=step.when,
            awaited=True,
        )
