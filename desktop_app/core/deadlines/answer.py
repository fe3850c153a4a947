"""Puts a computation into a ``Deadline``, with its sources and everything to be told beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.deadlines import advice
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.sources import cited

if TYPE_CHECKING:
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.deadlines.model import Advice, Notice, Step
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.core.deadlines.request import Request
    from desktop_app.core.deadlines.start import Start
    from desktop_app.core.deadlines.tables import Event
    from desktop_app.core.moment import Moment


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, once its names are known to exist."""

    law: Law
    request: Request
    procedure: Procedure
    event: Event


def answer(
    asked: Question,
    target: Procedure,
    *,
    start: Start,
    last: Moment | None,
    prudent: Moment | None,
    rule: str,
    steps: Iterable[Step] = (),
    told: Iterable[Advice] = (),
    notice: Notice | None = None,
) -> Deadline:
    """Return the deadline of a target.

    Args:
        start: where the count begins.
        last, prudent: the two dates; None when none may be given.
        rule: mode of counting.
        notice: what the notice received gives by itself, when it was asked.
        told: what the computation itself has to say; the rest is added here.
    """
    outcome = advice.Outcome(target, last, prudent, start, rule)
    return Deadline(
        procedure=target.id,
        title=target.title,
        plain_title=target.plain_title,
        count_from=start.count_from,
        start_prudent=start.prudent,
        start_legal=start.legal,
        last_day=last,
        prudent_day=prudent,
        rule=rule,
        date_type=target.date_type,
        steps=tuple(steps),
        sources=cited(asked.law.tables, target, asked.event),
        warnings=advice.ordered(asked.law, asked.request, outcome, told),
        confidence=target.confidence,
        seen_on=target.seen_on,
        event=asked.event.id,
        notice=notice,
        clocks=asked.law.tables.territories[asked.request.territory].clocks,
    )
