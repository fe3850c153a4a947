"""What a dossier's timeline holds, and where the matter stands: reading only, all of it pure.

A dossier may see several letters, each of its own procedure (the appeal, then the reasons asked
for): what happened to each is read apart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.core.deadlines.events import WITHOUT_REMEDIES
from desktop_app.core.deadlines.moments import SHAPE, read_moment
from desktop_app.core.deadlines.road import NO_ROAD
from desktop_app.core.deadlines.verdict import Verdict, of_body, of_days
from desktop_app.workflow.matter.next_steps import Situation

if TYPE_CHECKING:
    from desktop_app.core.deadlines.cases import ReplyKind
    from desktop_app.core.deadlines.road import Road
    from desktop_app.core.moment import Moment, Today
    from desktop_app.core.records import Event
    from desktop_app.workflow.matter.next_steps import Answer

DECISION = "decision-received"
"""A delay that runs: the bare kind when a decision was received, else followed by what started it,
an event of the law (``decision-received-rejet-implicite``)."""
PRINTED = "letter-printed"
REWRITTEN = "letter-rewritten"
"""The person changed our words, or took some out, before the letter was made."""
POSTED = "posted"
RECEIPT = "receipt-returned"
SILENCE_EXPECTED = "silence-expected"
SILENCE_REACHED = "silence-reached"
ANSWER = "answer-received-"  # then the answer: the program's words, never the person's
NEXT = "deadline"
PAPERS_ASKED = "papers-asked"
WRONG_BODY = "wrong-body"
TO_DO = "to-do"  # what the person wants to be reminded of, in her own words

LAW_MOVED = "law-moved"
"""A rule changed, and a day with it: the title is what one does by it, the note both days and since
when (``moved_note``)."""

COMPUTED = frozenset({SILENCE_EXPECTED, NEXT})
"""What the program writes by itself from the rest, and writes anew when the rest changes."""
TWO_DAYS = frozenset(
    {
        "compte-en-ligne",
        "lettre-simple",
        "lrar-retiree",
        "lrar-sans-avis",
        "ancienne-adresse",
        "lre",
        "ofpra-electronique",
        "telerecours",
        "greffe-non-reclame",
        "deux-recours-rejetes",
        "aj-accordee",
        "aj-refusee",
        "aj-recours-rejete",
    }
)
"""Starts of which the day kept is the legal one: the prudent day ran from an earlier one."""
PLAIN_STARTS = frozenset({"notification", "reception"})
KNOWN_ANSWERS: tuple[Answer, ...] = (
    "refus",
    "partielle",
    "tardive",
    "favorable",
    "fin-mediation",
)


def is_decision(event: Event) -> bool:
    """Tell whether a delay to act runs from this event."""
    return event.kind == DECISION or event.kind.startswith(f"{DECISION}-")


def decision_kind(start: str) -> str:
    """Return the kind of a decision from which a delay runs by this event of the law."""
    return DECISION if not start or start in PLAIN_STARTS else f"{DECISION}-{start}"


def start_of(event: Event) -> str:
    """Return the event of the law by which a decision's delay runs; "" for the ordinary one."""
    return event.kind.removeprefix(DECISION).removeprefix("-")


def moved_note(before: dt.date | None, now: dt.date | None, changed_on: dt.date | None) -> str:
    """Return the note of a day that the law moved."""
    return " ".join(one.isoformat() if one else "-" for one in (before, now, changed_on))


def moved_days(note: str) -> tuple[dt.date | None, ...]:
    """Return the three days of such a note; nothing of another one."""
    try:
        days = tuple(None if one == "-" else dt.date.fromisoformat(one) for one in note.split(" "))
    except ValueError:
        return ()
    return days if len(days) == 3 else ()


def notice_of(event: Event) -> Moment | None:
    """Return until when the letter that brought a decision says itself; it is kept as its note."""
    written = is_decision(event) and SHAPE.fullmatch(event.note)
    return read_moment(event.note) if written else None


def is_answer(event: Event) -> bool:
    """Tell whether the body answered."""
    return event.kind.startswith(ANSWER)


def answer_of(event: Event) -> Answer:
    """Return what the body answered, "" when it is no answer."""
    return answer(event.kind.removeprefix(ANSWER))


def answer(said: str) -> Answer:
    """Return what was said to be the answer, "" when it is none of those that there are."""
    return next((one for one in KNOWN_ANSWERS if one == said), "")


def is_asked(event: Event) -> bool:
    """Tell whether a paper is asked for."""
    return event.kind == PAPERS_ASKED


def reply_of(event: Event) -> ReplyKind | None:
    """Return what this event is among the replies of which the law says something."""
    kinds: dict[str, ReplyKind] = {
        PAPERS_ASKED: "papers-asked",
        WRONG_BODY: "wrong-body",
        f"{ANSWER}partielle": "partial-answer",
        f"{ANSWER}tardive": "late-appeal",
    }
    return kinds.get(event.kind)


def dated(event: Event) -> bool:
    """Tell whether an event has a day to act on, beside its own."""
    return bool(event.prudent_day or event.last_day)


def said_of(event: Event, today: Today, counts: str = "sans_objet") -> Verdict:
    """Return what is said of the day of an awaited event, as the safe keeps it.

    ``counts``: the date that must be inside, as its procedure's ``date_type``: posting, receipt…

    The last day of missing remedies is a rescue: it only ends what may be done. A day that an
    office or the person chose is no legal one.
    """
    prudent, legal = event.prudent_day, event.last_day
    if event.kind == SILENCE_EXPECTED:
        return of_body(legal or prudent or event.day, today)
    if is_decision(event) or event.kind == NEXT:
        first = prudent or legal
        if first is None:
            return Verdict("none")
        rescue = legal is not None and start_of(event) == WITHOUT_REMEDIES
        said = of_days(first, legal, today, untold=rescue, counts=counts)
        return said if said.is_over else replace(said, notice=notice_of(event))
    chosen = prudent or legal or event.day
    return of_days(chosen, legal or chosen, today, untold=True)


def last(events: Sequence[Event], kind: str, procedure: str | None = None) -> Event | None:
    """Return the last event of a kind, of one procedure when it is named."""
    found = (e for e in reversed(events) if e.kind == kind)
    return next((e for e in found if procedure in (None, e.procedure)), None)


def tracks(events: Iterable[Event]) -> tuple[str, ...]:
    """Return the procedures of the letters posted, in their order."""
    return tuple(dict.fromkeys(e.procedure for e in events if e.kind == POSTED))


def cycles(events: Sequence[Event], procedure: str) -> tuple[Sequence[Event], ...]:
    """Return what followed each letter of a procedure, from its posting on.

    A letter posted again before any answer moves no date: it belongs to the first one. After an
    answer, or another decision, it is a new one.
    """
    starts: list[int] = []
    answered = True
    for place, event in enumerate(events):
        if event.kind == POSTED and event.procedure == procedure and answered:
            starts.append(place)
            answered = False
        elif is_decision(event) or (is_answer(event) and event.procedure == procedure):
            answered = True
    return tuple(events[i:j] for i, j in pairwise([*starts, len(events)]))


def situation(
    events: Sequence[Event], procedure: str, today: dt.date, road: Road = NO_ROAD
) -> Situation:
    """Return where a letter of this procedure stands: the last one that began something."""
    found = cycles(events, procedure)
    road = road.through(*filter(None, tracks(events)))
    return standing(found[-1] if found else (), procedure, today, road)


def standing(
    cycle: Sequence[Event], procedure: str, today: dt.date, road: Road = NO_ROAD
) -> Situation:
    """Return where one letter stands, from what followed it."""
    since = [event for event in cycle if event.procedure == procedure]
    received = next((e for e in since if e.kind == RECEIPT), None)
    answered = next((e for e in reversed(since) if is_answer(e)), None)
    return Situation(
        procedure,
        today,
        posted=since[0].day if since else None,
        received=received.day if received else None,
        answered=answered.day if answered else None,
        answer=answer_of(answered) if answered else "",
        road=road,
    )


def silence_noted(events: Sequence[Event], procedure: str) -> Event | None:
    """Return that nobody answered the last letter of this procedure, when it was noted."""
    found = cycles(events, procedure)
    return last(found[-1], SILENCE_REACHED, procedure) if found else None


def unanswered(events: Sequence[Event]) -> str:
    """Return the procedure of the last letter posted, while no answer to it was noted; else ""."""
    name = matter(events)
    return name if name and not situation(events, name, dt.date.max).answer else ""


def matter(events: Sequence[Event]) -> str:
    """Return the procedure of the last letter posted that is a step of one; "" when none is."""
    return next((name for name in reversed(tracks(events)) if name), "")
