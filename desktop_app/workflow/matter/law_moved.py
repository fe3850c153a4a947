"""Dates that a change of the law moves: found, told, and moved once the person has seen it.

A safe keeps by which rules its dates were computed (``Safe.kept_law``). When the rules of the
program are others, each awaited day is counted both ways: where it differs, and only there, the law
moved it. Nothing is written before she has seen it, or before something else is noted in that
dossier: its timeline says it then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.core.answers.draft_json import read_json
from desktop_app.core.deadlines import counted
from desktop_app.core.deadlines.advice import BODY_MODE
from desktop_app.core.deadlines.verdict import first_day
from desktop_app.core.errors import AppError
from desktop_app.core.moment import day_of
from desktop_app.workflow.interview.definitions import drafted
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.last_day import last_day
from desktop_app.workflow.matter.awaited import expected, note_moved, settle
from desktop_app.workflow.matter.followup import decision_deadline
from desktop_app.workflow.matter.place import road_of
from desktop_app.workflow.matter.timeline import (
    COMPUTED,
    NEXT,
    PRINTED,
    SILENCE_EXPECTED,
    TWO_DAYS,
    is_decision,
    start_of,
)

if TYPE_CHECKING:
    from desktop_app.core.answers.draft import Draft
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.deadlines.model import Deadline
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.core.moment import Moment
    from desktop_app.core.packs.resolve import AnyDefinition
    from desktop_app.core.records import Event
    from desktop_app.workflow.ports import Catalogue
    from desktop_app.workflow.store import Safe


@dataclass(frozen=True, slots=True)
class Days:
    """The day to aim at, and the last legal one; None where there is none."""

    first: Moment | None
    last: Moment | None

    @property
    def acting(self) -> dt.date | None:
        """The day that an agenda shows."""
        found = self.first or self.last
        return day_of(found) if found else None


@dataclass(frozen=True, slots=True)
class MovedDay:
    """A day of a dossier that the law of today counts otherwise.

    Attributes:
        event: what is awaited, as the safe keeps it.
        before, now: its days; without any now, the law counts none any more.
        rule: what one does by the procedure that changed.
        changed_on: since when the law says so, where its file tells it.
        read_on: the day when that rule was last read.
        printed: a paper of the dossier was printed: it holds the former day.
    """

    event: Event
    before: Days
    now: Days
    rule: str
    changed_on: dt.date | None
    read_on: dt.date
    printed: bool = False


def moved(
    safe: Safe,
    law: Law,
    catalogue: Catalogue,
    today: dt.date,
    *,
    dossier: str = "",
    person: str = "",
    used: Law | None = None,
) -> tuple[MovedDay, ...]:
    """Return what the law moves in a safe, of one dossier or of one person, the nearest first.

    Args:
        used: the law in use, when ``law`` is one that is not yet: what it would move is told.
    """
    formers = _formers(safe, law, used)
    touched = frozenset[str]().union(*(counted.touched(one, law) for one in formers))
    if not touched:
        return ()
    recount = _Recount(safe, catalogue, law, formers, today)
    awaited = safe.agenda.next_dates(person=person)
    if dossier:
        awaited = [one for one in safe.events.timeline(dossier) if one.awaited]
    timelines: dict[str, Sequence[Event]] = {}
    found = []
    for event in (one for one in awaited if one.procedure in touched):
        if event.dossier_id not in timelines:
            timelines[event.dossier_id] = safe.events.timeline(event.dossier_id)
        events = timelines[event.dossier_id]
        if (now := recount.days(event, events)) is not None:
            rule = _changed(law, formers, event.procedure)
            printed = any(one.kind == PRINTED for one in events)
            found.append(
                MovedDay(
                    event,
                    days_of(event),
                    now,
                    rule.plain_title,
                    rule.changed_on,
                    rule.seen_on,
                    printed,
                )
            )
    return tuple(found)


def see(
    safe: Safe, law: Law, catalogue: Catalogue, dossier: str, today: dt.date
) -> tuple[MovedDay, ...]:
    """Have the dates of a dossier be those of the law, its timeline saying what moved.

    Once nothing of the safe has moved any more, the former rules are forgotten.
    """
    found = moved(safe, law, catalogue, today, dossier=dossier)
    if not found:
        return ()
    with safe.act():
        for one in found:
            if one.event.kind in COMPUTED and not one.event.document_id:
                continue  # written anew below, as everything that follows from the rest
            _rewrite(safe, one)
            days = {"before": one.before.acting, "now": one.now.acting}
            note_moved(safe, law, one.event, **days, today=today)
        settle(safe, law, dossier, today)
        if not moved(safe, law, catalogue, today):
            safe.kept_law.keep_only(law.fingerprint, counted.written(law))
    return found


def days_of(event: Event) -> Days:
    """Return the days of an event, as the safe keeps them."""
    if event.kind == SILENCE_EXPECTED:
        return Days(event.at, None)
    return Days(event.prudent_day or event.last_day, event.last_day)


def _rewrite(safe: Safe, one: MovedDay) -> None:
    event, now = one.event, one.now
    silence = event.kind == SILENCE_EXPECTED
    safe.events.rewrite(
        event.id,
        kind=event.kind,
        day=now.first if silence and now.first else event.at,
        last_day=None if silence else now.last,
        prudent_day=None if silence else now.first,
        number=event.number,
        document=event.document_id,
        note=event.note,
    )


def _formers(safe: Safe, law: Law, used: Law | None) -> tuple[Law, ...]:
    """Return the laws by which dates of a safe may have been counted, the newest first."""
    kept = [
        law.with_former(counted.read(text))
        for known_by, text in safe.kept_law.all().items()
        if known_by != law.fingerprint
    ]
    if used is not None:
        kept.append(law.with_former({one.id: one for one in used.procedures()}))
    return tuple(reversed(kept))


def _changed(law: Law, formers: Sequence[Law], name: str) -> Procedure:
    """Return the rule that changed: that of the date, else the one that leads to it or follows."""
    for former in formers:
        around = {one.id: one for one in (*former.procedures(), *law.procedures())}
        steps = [step.procedure for step in around[name].next] if name in around else []
        before = [one.id for one in around.values() if any(s.procedure == name for s in one.next)]
        for one in (name, *steps, *before):
            if one in around and counted.differs(former, law, one):
                return around[one]
    return law.procedure(name)


@dataclass(frozen=True, slots=True)
class _Recount:
    safe: Safe
    catalogue: Catalogue
    law: Law
    formers: tuple[Law, ...]
    today: dt.date

    def days(self, event: Event, events: Sequence[Event]) -> Days | None:
        """Return the days that the law moves an event to; None where it does not."""
        if event.kind in COMPUTED and not event.document_id:
            return self._follows(event, events)
        if not (is_decision(event) or event.kind == SILENCE_EXPECTED):
            return None
        kept = days_of(event)
        ways = list(self._ways(event))
        if any(_same(way(self.law), kept) for way in ways):
            return None
        for former in self.formers:
            for way in ways:
                if _same(way(former), kept):
                    now = way(self.law)
                    return _or_kept(now, kept)
        return self._beside(kept, ways[-1:])

    def _follows(self, event: Event, events: Sequence[Event]) -> Days | None:
        """Return the days of what follows from the rest of the timeline."""
        road = road_of(self.safe, self.law, event.dossier_id)
        here = list(_expected(lambda law: expected(law, events, self.today, road), self.law))
        if any(one.is_written(event) for one in here):
            return None
        for former in self.formers:
            there = _expected(lambda law: expected(law, events, self.today, road), former)
            if not any(one.is_days_of(event) for one in there):
                continue
            now = next((one for one in here if one.is_about(event)), None)
            if now is None:
                return Days(None, None)
            if now.is_days_of(event):
                return None  # called otherwise, or what silence means: no day of it moves
            if event.kind == NEXT:
                return Days(now.prudent_day or now.last_day, now.last_day)
            return Days(now.day, None)
        return None

    def _beside(self, kept: Days, ways: Sequence[Callable[[Law], Days | None]]) -> Days | None:
        """Return the days of what no rule alone gave: a shorter delay of its letter holds."""
        for former in self.formers:
            for way in ways:
                was, now = way(former), way(self.law)
                if was is None or now is None or was == now:
                    continue
                last = now.last if _day(kept.last) == _day(was.last) else kept.last
                days = [one for one in (kept.acting, now.acting) if one is not None]
                found = Days(min(days) if days else None, last)
                return None if _same(found, kept) else found
        return None

    def _ways(self, event: Event) -> Iterator[Callable[[Law], Days | None]]:
        """Yield how its days may have been counted: by the answers of its paper, by itself."""
        made = self._answers(event)
        if made is not None:
            yield partial(_of_paper, *made)
        if is_decision(event):
            start = start_of(event)
            start = "" if start in TWO_DAYS else start
            yield partial(_of_decision, event.procedure, event.day, self.today, start)

    def _answers(self, event: Event) -> tuple[AnyDefinition, Draft, dt.date] | None:
        if not event.document_id or not self.safe.holds(event.document_id):
            return None
        paper = self.safe.document(event.document_id)
        if not paper.draft_id:
            return None
        try:
            draft = read_json(self.safe.drafts.one(paper.draft_id).content)
            return drafted(self.catalogue, draft), draft, paper.date
        except AppError:
            return None  # of a newer version, or of a pack that is no longer here


def _expected(work: Callable[[Law], Iterator], law: Law) -> list:  # type: ignore[type-arg]
    try:
        return list(work(law))
    except AppError:  # days that this law cannot count
        return []


def _of_paper(definition: AnyDefinition, draft: Draft, day: dt.date, law: Law) -> Days | None:
    """Return the days that the answers of a paper gave on the day when it was filed."""
    try:
        return _days(last_day(law, Interview(definition, draft, day)))
    except AppError:
        return None


def _of_decision(procedure: str, day: dt.date, today: dt.date, start: str, law: Law) -> Days | None:
    try:
        return _days(decision_deadline(law, procedure, day, today, start))
    except AppError:
        return None


def _days(found: Deadline | None) -> Days | None:
    if found is None:
        return None
    if found.rule == BODY_MODE:
        return Days(found.prudent_day, None)
    return Days(first_day(found) or found.last_day, found.last_day)


def _or_kept(now: Days | None, kept: Days) -> Days:
    """Return the days of now; where the law counts none, the day to aim at stays, alone."""
    if now is None or now.acting is None:
        return Days(kept.first, None)
    return now


def _same(found: Days | None, kept: Days) -> bool:
    return (
        found is not None
        and _day(found.first) == _day(kept.first)
        and _day(found.last) == _day(kept.last)
    )


def _day(moment: Moment | None) -> dt.date | None:
    return day_of(moment) if moment else None
