"""The ladder of a matter: what is done, where one stands, what may follow and what that costs.

Pure: the law, the timeline and today are given. Words stay those of the law's files.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.road import NO_ROAD
from desktop_app.core.deadlines.verdict import Verdict, first_day, verdict
from desktop_app.core.moment import day_of
from desktop_app.workflow.matter import next_steps
from desktop_app.workflow.matter.next_steps import Situation, follow_up
from desktop_app.workflow.matter.timeline import (
    NEXT,
    POSTED,
    dated,
    is_decision,
    last,
    said_of,
    situation,
    tracks,
)

if TYPE_CHECKING:
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.deadlines.procedures import Delay, Procedure
    from desktop_app.core.deadlines.road import Road
    from desktop_app.core.moment import Moment, Today
    from desktop_app.core.records import Event
    from desktop_app.workflow.matter.next_steps import NextStep, SilenceDay

State = Literal["fait", "ici", "ensuite", "plus-tard"]


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder.

    Attributes:
        state: done, where one stands, what may follow it, or what may follow that.
        procedure: its id; empty for a step outside the law's files, whose titles are the same.
        title: the legal name. ``plain_title``: what one does, shown first.
        told: what a person is told of it on her road: to whom, what, until when, at what cost.
        to, when, court, lawyer, cost, basis: of the law's files; empty when they do not say.
        delay: the delay in words; ``length`` the same when the law's file has no words for it.
        stands: of the step where one stands, what is awaited; empty for the others.
        posted: when its letter left.
        prudent_day, last_day: both dates, None while nothing opens them.
        until: where both come from, a computed deadline or what the safe keeps of one.
        counts: the date that must be inside the delay, as its procedure's ``date_type``.
        silence: what no answer means there, for the step where one stands.
    """

    state: State
    procedure: str
    title: str
    plain_title: str
    told: str = ""
    to: str = ""
    when: str = ""
    delay: str = ""
    length: Delay | None = None
    court: str = ""
    lawyer: str = ""
    cost: str = ""
    basis: str = ""
    stands: next_steps.State | Literal[""] = ""
    posted: dt.date | None = None
    prudent_day: Moment | None = None
    last_day: Moment | None = None
    until: Deadline | Event | None = None
    counts: str = "sans_objet"

    def said(self, today: Today) -> Verdict:
        """Return what is said of its dates on a day."""
        if self.until is None:
            return Verdict("none")
        if isinstance(self.until, Deadline):
            return verdict(self.until, today)
        return said_of(self.until, today, self.counts)

    silence: SilenceDay | None = None


def ladder(
    law: Law,
    events: Sequence[Event],
    procedure: str,
    today: dt.date,
    deadline: Deadline | None = None,
    *,
    road: Road = NO_ROAD,
) -> tuple[Rung, ...]:
    """Return every step from the first letter posted to the last one the law's files know.

    Args:
        procedure: of the last paper made; the letter posted last is taken when it was posted.
        deadline: of this paper, while nothing is on a timeline.
        road: what is known of the person: what cannot concern her is left out.

    Raises the refusals of the deadline engine for impossible days.
    """
    posted = [one for one in tracks(events) if one]
    here = posted[-1] if procedure in posted else procedure
    road = road.through(*posted, here)
    done = [_done(law, events, one, road) for one in posted if one != here]
    now = situation(events, here, today, road)
    found = follow_up(law, now)
    first = _here(law, events, here, road, deadline)
    standing = replace(first, stands=found.state, posted=now.posted, silence=found.usual)
    following = [_following(law, one, road) for one in found.open_steps]
    known = {here, *posted, *(rung.procedure for rung in following)}
    later = [] if now.answer == "favorable" else list(_later(law, found.open_steps, known, road))
    return (*done, standing, *following, *later)


def _done(law: Law, events: Sequence[Event], name: str, road: Road) -> Rung:
    sent = last(events, POSTED, name)
    return replace(_of(law.procedure(name), "fait", road), posted=sent.day if sent else None)


def _here(
    law: Law, events: Sequence[Event], name: str, road: Road, deadline: Deadline | None
) -> Rung:
    """Return where one stands, with the dates of its paper or of the decision it answers."""
    rung = _of(law.procedure(name), "ici", road)
    if deadline is not None and deadline.procedure == name:
        return _dated(rung, deadline)
    runs = (e for e in reversed(events) if is_decision(e) or e.kind == NEXT)
    running = next((e for e in runs if e.procedure == name and dated(e)), None)
    if running is None:
        return rung
    return replace(
        rung, prudent_day=_day(running.prudent_day), last_day=_day(running.last_day), until=running
    )


def _dated(rung: Rung, found: Deadline) -> Rung:
    return replace(rung, prudent_day=first_day(found), last_day=found.last_day, until=found)


def _following(law: Law, step: NextStep, road: Road) -> Rung:
    rung = _step(law, step, "ensuite", road)
    if step.deadline is None:
        return rung
    return _dated(rung, step.deadline)


def _later(law: Law, steps: Sequence[NextStep], known: set[str], road: Road) -> Iterator[Rung]:
    """Yield what may follow the first step that has a file, each once."""
    first = next((one.procedure for one in steps if one.procedure), "")
    if not first:
        return
    then = Situation(first, dt.date.max, road=road.through(first))
    for step in follow_up(law, then).steps:
        if step.procedure not in known or not step.procedure:
            yield _step(law, step, "plus-tard", road)


def _step(law: Law, step: NextStep, state: State, road: Road) -> Rung:
    """Return a step as it is told on this road, be it a procedure of the law's files or not."""
    rung = Rung(state, "", step.title, step.plain_title)
    if step.procedure:
        rung = _of(law.procedure(step.procedure), state, road)
    return replace(
        rung,
        plain_title=step.plain_title,
        told=step.told,
        when=step.when,
        delay=step.delay or rung.delay,
        basis=step.basis or rung.basis,
    )


def _of(procedure: Procedure, state: State, road: Road) -> Rung:
    return Rung(
        state,
        procedure.id,
        procedure.title,
        procedure.plain_title,
        told=road.said(procedure),
        to=next_steps.in_short(procedure.recipient),
        delay=procedure.delay_text,
        length=procedure.delay,
        court=procedure.court,
        lawyer=procedure.lawyer,
        cost=procedure.cost,
        basis=" ; ".join(procedure.basis),
        counts=procedure.date_type,
    )


def _day(moment: Moment | None) -> dt.date | None:
    return day_of(moment) if moment else None
