"""What a person notes on a dossier; the dates follow each time.

Every act is saved whole or not at all, and leaves in the agenda exactly what is awaited now.
"""

import datetime as dt
from collections.abc import Collection

from desktop_app.core.deadlines.advice import BODY_MODE
from desktop_app.core.deadlines.events import WITHOUT_REMEDIES
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.request import Request
from desktop_app.core.deadlines.usual import usual_days
from desktop_app.core.deadlines.verdict import first_day
from desktop_app.core.errors import AppError
from desktop_app.core.moment import iso
from desktop_app.workflow.guidance.deadlines import deadline_for, fitting_events
from desktop_app.workflow.matter.changing import changing, nothing_to_post
from desktop_app.workflow.matter.next_steps import Answer, FollowUp, follow_up
from desktop_app.workflow.matter.place import road_of
from desktop_app.workflow.matter.sense import (
    NothingPosted,
    expect_after,
    expect_coming,
    expect_past,
)
from desktop_app.workflow.matter.timeline import (
    ANSWER,
    DECISION,
    PAPERS_ASKED,
    POSTED,
    PRINTED,
    RECEIPT,
    SILENCE_EXPECTED,
    SILENCE_REACHED,
    TO_DO,
    WRONG_BODY,
    decision_kind,
    is_asked,
    situation,
)
from desktop_app.workflow.store import Safe


class NothingToDo(AppError):
    """A reminder says what there will be to do."""


def delay_runs(safe: Safe, dossier: str, found: Deadline, *, document: str = "") -> None:
    """Write the delay of a paper as the paper says it; nothing is awaited without a day.

    Until the day when a body must answer, an answer is awaited: the person has nothing to post.
    """
    until = found.prudent_day if found.rule == BODY_MODE else None
    safe.events.add(
        dossier,
        kind=SILENCE_EXPECTED if until else decision_kind(_start(found)),
        day=until or found.count_from,
        last_day=None if until else found.last_day,
        prudent_day=None if until else first_day(found),
        procedure=found.procedure,
        document=document,
        note=iso(found.notice.last_day) if found.notice and not until else "",
        awaited=bool(until or found.prudent_day or found.last_day),
    )


def _start(found: Deadline) -> str:
    """Return what started a delay; missing remedies, whatever the way it came, when they count."""
    return WITHOUT_REMEDIES if usual_days(found) else found.event


def decision_received(
    safe: Safe, law: Law, dossier: str, *, procedure: str, day: dt.date, today: dt.date
) -> Deadline | None:
    """Write that a decision came, and until when it can be contested.

    Returns the two dates; None when this procedure computes none from a decision.
    """
    expect_past(day, today)
    found = decision_deadline(law, procedure, day, today)
    with changing(safe, law, dossier, today):
        for event in safe.events.timeline(dossier):
            same = (event.kind, event.procedure, event.day) == (DECISION, procedure, day)
            if event.awaited and same:
                safe.events.done(event.id)
        safe.events.add(
            dossier,
            kind=DECISION,
            day=day,
            procedure=procedure,
            last_day=found.last_day if found else None,
            prudent_day=first_day(found) if found else None,
            awaited=bool(found and (found.prudent_day or found.last_day)),
        )
    return found


def decision_deadline(
    law: Law, procedure: str, day: dt.date, today: dt.date, start: str = ""
) -> Deadline | None:
    """Return until when a decision received that day can be contested by this procedure.

    ``start``: how the delay runs, an event of the law; the ordinary notification when empty.
    None too where the only delay is the body's own, which no decision starts.
    """
    if not procedure:
        return None
    fitting = {one.event.id for one in fitting_events(law, procedure)}
    usual = (start,) if start else ("notification", "reception")
    event = next((e for e in usual if e in fitting), "")
    found = deadline_for(law, Request(procedure, event, day, today)) if event else None
    return found if found is not None and found.rule != BODY_MODE else None


def printed(safe: Safe, dossier: str, document: str, *, procedure: str, day: dt.date) -> None:
    """Write that the paper was printed; once a day is enough to know it."""
    for event in safe.events.timeline(dossier):
        if (event.kind, event.document_id, event.day) == (PRINTED, document, day):
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
    papers: Collection[str] = (),
) -> None:
    """Write that the letter was posted, with its number and the proof's document.

    ``papers``: ids of the letters that it may be, whose last day is no longer awaited.

    The silence is then counted from the posting, the receipt being unknown: it cannot come before.

    Raises:
        DayInFuture, DayTooOld, PostedBeforeDecision.
    """
    expect_past(day, today)
    with changing(safe, law, dossier, today):
        nothing_to_post(safe, dossier, procedure, papers)
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
    with changing(safe, law, dossier, today):
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
    with changing(safe, law, dossier, today):
        for event in safe.events.timeline(dossier):
            if event.awaited and is_asked(event) and event.procedure == procedure:
                safe.events.done(event.id)  # who answers no longer waits for a paper
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
    with changing(safe, law, dossier, today):
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
    with changing(safe, law, dossier, today):
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
    with changing(safe, law, dossier, today):
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


def _now(safe: Safe, law: Law, dossier: str, procedure: str, today: dt.date) -> FollowUp | None:
    if not procedure:
        return None
    events = safe.events.timeline(dossier)
    return follow_up(law, situation(events, procedure, today, road_of(safe, law, dossier)))
