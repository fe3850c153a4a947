"""From a question to its two dates, with the steps that explain them.

``deadline`` is the one entry point: the command line, the letters and the screens all call it. The
day of the event, the place and today's date are inputs; nothing here reads a clock.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.deadlines import check, events, window
from desktop_app.core.deadlines.answer import Question, answer
from desktop_app.core.deadlines.calendar import national
from desktop_app.core.deadlines.dates import Counted, dates
from desktop_app.core.deadlines.model import Advice, Step
from desktop_app.core.deadlines.notice import compared, expect_notice
from desktop_app.core.deadlines.start import Start
from desktop_app.core.moment import day_of

if TYPE_CHECKING:
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.deadlines.model import Deadline
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.core.deadlines.request import Request

NO_DATE_UNDER = "basse"
WITHOUT_PRUDENT_DAY = ("h", "mb")


def deadline(law: Law, request: Request) -> Deadline:
    """Return the deadline that a request asks for.

    Raises:
        UnknownProcedure, UnknownEvent, UnknownTerritory: with a near miss.
        PlaceElsewhere: the law is another one there.
        EventDoesNotFit, NoDeadline, OfNeeded, OfDoesNotFit, SilenceOpensNothing: with what fits.
        DateInFuture, DateTooOld, HourNotExpected and the other refusals of ``check``.
    """
    procedure = law.procedure(request.procedure)
    check.places(law.tables, request)
    check.not_elsewhere(request, procedure)
    event = events.find_event(law, request.event, procedure)
    check.moments(request, procedure, event)
    expect_notice(request)
    asked = Question(law, request, procedure, event)
    if event.start == "window":
        return _window(asked)
    begin = events.start(law, request, procedure, event)
    if any(target.confidence == NO_DATE_UNDER for target in begin.targets):
        return _card(asked, begin.targets[0])
    if event.id == events.WITHOUT_REMEDIES and procedure.missing_remedies == "inopposable":
        return _open_ended(asked, begin)
    return _dated(asked, begin)


def _dated(asked: Question, begin: Start) -> Deadline:
    law, request = asked.law, asked.request
    counted = [dates(law, request, t, begin.count_from, begin.longer) for t in begin.targets]
    chosen, *others = sorted(counted, key=Counted.sort_key)
    first = dates(law, request, chosen.procedure, begin.prudent, begin.delay)
    prudent = chosen.prudent if begin.earliest is None else first.prudent
    found = compared(law, request, chosen, begin, prudent)
    steps = [*begin.steps, *chosen.count.steps] if begin.opposable else []
    steps += found.steps
    if found.last is not None:
        steps.append(Step("dernier-jour", found.last))
    steps += begin.earliest_steps
    if chosen.mode not in WITHOUT_PRUDENT_DAY:
        steps.append(Step("jour-prudent", found.prudent))
    told = [*found.told, *_after_all(asked, begin, first), *begin.advice]
    told += [
        Advice("autre-suite", {"title": other.procedure.plain_title, "last": other.last})
        for other in others
    ]
    told += _variants(asked, begin, chosen)
    told += _rescue(asked, begin, chosen.procedure)
    if near := chosen.without_distance:
        told.append(Advice("distance-comptee", {"last": near.last, "prudent": near.prudent}))
    return answer(
        asked,
        chosen.procedure,
        start=begin,
        last=found.last,
        prudent=found.prudent,
        rule=chosen.mode,
        steps=steps,
        told=told,
        notice=found.notice,
    )


def _open_ended(asked: Question, begin: Start) -> Deadline:
    """Missing remedies that make the delay not opposable: yet act in the usual time."""
    usual = dates(asked.law, asked.request, asked.procedure, begin.count_from)
    first = dates(asked.law, asked.request, asked.procedure, begin.prudent)
    steps = [
        *begin.steps,
        *usual.count.steps,
        *begin.earliest_steps,
        Step("jour-prudent", first.prudent),
    ]
    return answer(
        asked,
        asked.procedure,
        start=replace(begin, opposable=False, earliest=begin.prudent),
        last=None,
        prudent=first.prudent,
        rule=usual.mode,
        steps=steps,
        told=[Advice("inopposable", {"prudent": first.prudent, "last": usual.last})],
    )


def _card(asked: Question, target: Procedure) -> Deadline:
    """Low confidence: no date is ever shown, only the warning and whom to call."""
    return answer(
        asked,
        target,
        start=Start((target,), asked.request.date, opposable=False),
        last=None,
        prudent=None,
        rule="",
        told=[Advice("confiance-basse")],
    )


def _window(asked: Question) -> Deadline:
    """A window counted backwards from the end of a permit: the strictest one is kept."""
    expiry = day_of(asked.request.date)
    found = window.openings(asked.procedure.window, expiry)
    prudent = window.prudent_day(found[0], national(asked.law.tables.holidays))
    return answer(
        asked,
        asked.procedure,
        start=Start((asked.procedure,), expiry),
        last=found[0].closes,
        prudent=prudent,
        rule="fenetre",
        steps=window.steps(expiry, found, prudent),
        told=window.advice(found, day_of(asked.request.today)),
    )


def _after_all(asked: Question, begin: Start, first: Counted) -> list[Advice]:
    """An express refusal that came after the delay opened by the silence may open nothing.

    Source: CJA R.421-2. ``first`` is the delay of the silence.
    """
    if asked.event.id != events.REFUSED or begin.earliest is None:
        return []
    if day_of(asked.request.date) <= day_of(first.last):
        return []
    return [Advice("refus-expres-tardif", {"born": begin.earliest, "last": first.last})]


def _variants(asked: Question, begin: Start, chosen: Counted) -> list[Advice]:
    """Say what the dates would be in the other cases that the law tells apart."""
    found = []
    for case, day in begin.variants:
        other = dates(asked.law, asked.request, chosen.procedure, day, begin.delay)
        values = {"born": day, "last": other.last, "prudent": other.prudent}
        sooner = other.sort_key() < chosen.sort_key()
        code = "autre-cas-plus-tot" if sooner else "autre-cas"
        found.append(Advice(code, {"case": case, **values}))
    return found


def _rescue(asked: Question, begin: Start, target: Procedure) -> list[Advice]:
    """The year of missing remedies is a rescue, not a plan: the usual delay is told beside it."""
    if not begin.untold and asked.event.id != events.WITHOUT_REMEDIES:
        return []
    usual = dates(asked.law, asked.request, target, begin.count_from)
    first = dates(asked.law, asked.request, target, begin.prudent)
    code = "inopposable" if begin.untold == "inopposable" else "secours-un-an"
    return [Advice(code, {"prudent": first.prudent, "last": usual.last})]
