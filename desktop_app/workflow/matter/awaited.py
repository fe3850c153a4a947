"""The dates that a timeline brings, written anew each time that something on it changes.

What a person said is never touched here; what she no longer waits for stays so, as long as its
date is the same.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.deadlines import counted
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.road import NO_ROAD, Road
from desktop_app.core.moment import Moment, day_of
from desktop_app.core.records import Event
from desktop_app.workflow.matter.next_steps import FollowUp, follow_up
from desktop_app.workflow.matter.place import road_of
from desktop_app.workflow.matter.timeline import (
    COMPUTED,
    LAW_MOVED,
    NEXT,
    POSTED,
    SILENCE_EXPECTED,
    SILENCE_REACHED,
    cycles,
    last,
    moved_note,
    standing,
    tracks,
)
from desktop_app.workflow.store import Safe


@dataclass(frozen=True, slots=True)
class Expected:
    """One date to come: ``note``: what the silence will mean."""

    kind: str
    day: dt.date
    procedure: str
    title: str = ""
    note: str = ""
    last_day: Moment | None = None
    prudent_day: Moment | None = None

    def is_over(self, today: dt.date) -> bool:
        """Tell whether nothing can be done in time any more."""
        end = self.last_day or self.prudent_day
        return end is None or day_of(end) < today

    def is_written(self, event: Event) -> bool:
        """Tell whether an event of the safe says the same."""
        return (
            (event.kind, event.procedure, event.title) == (self.kind, self.procedure, self.title)
            and (event.note == self.note or self.kind == NEXT)
            and event.day == self.day
            and _day(event.last_day) == _day(self.last_day)
            and _day(event.prudent_day) == _day(self.prudent_day)
        )

    @property
    def acting(self) -> dt.date:
        """The day that an agenda shows."""
        return day_of(self.prudent_day or self.last_day or self.day)

    def is_about(self, event: Event) -> bool:
        """Tell whether an event of the safe is this date, whatever its days."""
        return (event.kind, event.procedure) == (self.kind, self.procedure)

    def is_days_of(self, event: Event) -> bool:
        """Tell whether an event of the safe is about the same, on the same days."""
        return (
            (event.kind, event.procedure, event.day) == (self.kind, self.procedure, self.day)
            and _day(event.last_day) == _day(self.last_day)
            and _day(event.prudent_day) == _day(self.prudent_day)
        )


def settle(safe: Safe, law: Law, dossier: str, today: dt.date) -> None:
    """Leave in the agenda exactly what the timeline brings. Inside the act that changed it.

    Raises the refusals of the deadline engine for impossible days.
    """
    events, road = safe.events.timeline(dossier), road_of(safe, law, dossier)
    written = [event for event in events if event.kind in COMPUTED]
    wanted = list(expected(law, events, today, road))
    gone = [event for event in written if not any(one.is_written(event) for one in wanted)]
    if gone:
        _tell_moved(
            safe,
            law,
            gone,
            wanted,
            lambda former: expected(former, events, today, road),
            today=today,
        )
    for event in gone:
        safe.events.forget(event.id)
    for one in wanted:
        if not any(one.is_written(event) for event in written):
            safe.events.add(
                dossier,
                kind=one.kind,
                day=one.day,
                title=one.title,
                procedure=one.procedure,
                last_day=one.last_day,
                prudent_day=one.prudent_day,
                note=one.note,
                awaited=True,
                computed=True,
            )
    remember(safe, law)


def remember(safe: Safe, law: Law) -> None:
    """Keep by which rules the dates of a safe are computed now, beside those of before."""
    if law.fingerprint not in safe.kept_law.all():
        safe.kept_law.add(law.fingerprint, counted.written(law))


def note_moved(
    safe: Safe,
    law: Law,
    event: Event,
    *,
    before: dt.date | None,
    now: dt.date | None,
    today: dt.date,
) -> None:
    """Have a timeline tell that the law moved a day; nothing is noted of who wants no more kept."""
    if event.person_id and safe.consents.withdrawn(event.person_id):
        return
    rule = law.procedure(event.procedure)
    safe.events.add(
        event.dossier_id,
        kind=LAW_MOVED,
        day=today,
        title=event.title or rule.plain_title or rule.title,
        procedure=event.procedure,
        note=moved_note(before, now, rule.changed_on),
    )


def _tell_moved(
    safe: Safe,
    law: Law,
    gone: Sequence[Event],
    wanted: Sequence[Expected],
    by: Callable[[Law], Iterator[Expected]],
    *,
    today: dt.date,
) -> None:
    """Tell which dates go because the law counts others, not because the timeline changed."""
    laws = safe.kept_law.all().items()
    for former in (law.with_former(counted.read(t)) for name, t in laws if name != law.fingerprint):
        there = list(by(former))
        for event in gone:
            if not event.awaited or not any(one.is_days_of(event) for one in there):
                continue
            same = (one for one in wanted if one.is_about(event))
            now = next(same, None)
            if now is None or not now.is_days_of(event):
                days = {"before": _acting(event), "now": now.acting if now else None}
                note_moved(safe, law, event, **days, today=today)


def expected(
    law: Law, events: Sequence[Event], today: dt.date, road: Road = NO_ROAD
) -> Iterator[Expected]:
    """Yield what is to come, letter by letter; of a former letter, what is not over yet."""
    road = road.through(*filter(None, tracks(events)))
    for procedure in tracks(events):
        if not procedure:
            continue
        *former, current = cycles(events, procedure)
        for cycle in former:
            found = _of(law, cycle, procedure, today, road)
            yield from (one for one in found if not one.is_over(today))
        yield from _of(law, current, procedure, today, road)


def _of(
    law: Law, cycle: Sequence[Event], procedure: str, today: dt.date, road: Road
) -> Iterator[Expected]:
    now = standing(cycle, procedure, today, road)
    found = follow_up(law, now)
    silence = last(cycle, SILENCE_REACHED, procedure)
    since = now.answered or (silence.day if silence else None)
    if since is not None:
        yield from _steps(found, cycle, since)
    else:
        yield from _silence(found, procedure)


def _silence(found: FollowUp, procedure: str) -> Iterator[Expected]:
    usual = found.usual
    if usual is not None and usual.day is not None:
        yield Expected(SILENCE_EXPECTED, usual.day, procedure, note=usual.meaning)


def _steps(found: FollowUp, events: Sequence[Event], since: dt.date) -> Iterator[Expected]:
    for step in found.steps:
        deadline = step.deadline
        if deadline is None or not (deadline.prudent_day or deadline.last_day):
            continue
        if any(e.kind == POSTED and e.procedure == step.procedure for e in events):
            continue  # that letter left: it has its own dates
        yield Expected(
            NEXT,
            since,
            step.procedure,
            title=step.plain_title,
            last_day=deadline.last_day,
            prudent_day=deadline.prudent_day,
        )


def _acting(event: Event) -> dt.date:
    return day_of(event.prudent_day or event.last_day or event.at)


def _day(moment: Moment | None) -> dt.date | None:
    return day_of(moment) if moment else None
