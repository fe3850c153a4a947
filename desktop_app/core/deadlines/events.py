"""From what happened to the day from which the delay runs, and whose delay it is."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.deadlines import errors, linked
from desktop_app.core.deadlines.arrival import Arrival, arrived
from desktop_app.core.deadlines.calendar import national
from desktop_app.core.deadlines.counting import later
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.model import Advice, Step
from desktop_app.core.deadlines.near import nearest
from desktop_app.core.deadlines.procedures import Procedure, Silence, Waiting
from desktop_app.core.deadlines.request import Request
from desktop_app.core.deadlines.start import Start
from desktop_app.core.deadlines.tables import Event
from desktop_app.core.errors import Problem
from desktop_app.core.moment import Moment, day_of

REFUSED = "rejet-expres"
WITHOUT_REMEDIES = "sans-voies-et-delais"


def find_event(law: Law, name: str, procedure: Procedure) -> Event:
    """Return an event that fits a procedure; raise with the list of those that fit."""
    fitting = law.tables.expand(procedure.events)
    event = law.tables.events.get(name)
    if event is None:
        near = nearest(name, law.tables.events)
        raise errors.UnknownEvent(
            [Problem("unknown-event-near", suggestion=near)] if near else [],
            events=", ".join(fitting or law.tables.events),
        )
    if not fitting:
        raise errors.NoDeadline(words=procedure.delay_text)
    if name not in fitting:
        raise errors.EventDoesNotFit(events=", ".join(fitting))
    return event


def start(law: Law, request: Request, procedure: Procedure, event: Event) -> Start:
    """Return where the count begins for an event that fits and whose dates are in order."""
    if request.of:
        linked.source(law, procedure, event.id, request.of)  # refuses one that does not lead here
    if event.start == "silence":
        return _after_silence(law, request, procedure)
    if event.start == "waiting":
        return _after_waiting(request, procedure, event)
    found = arrived(request, event, national(law.tables.holidays))
    if found is None:
        begin = _on_the_day(law, request, procedure, event)
    else:
        begin = _with_two_days(_of_targets(law, request, procedure, event), found)
        begin = replace(begin, advice=(*begin.advice, *_told(event)))
    untold = event.unnotified or not request.remedies or (found is not None and found.learned)
    return _without_remedies(begin, procedure, request.judge) if untold else begin


def _without_remedies(begin: Start, procedure: Procedure, judge: str) -> Start:
    """The year, or no delay at all, is of the last legal day alone: act in the usual time."""
    missing = procedure.untold(judge)
    if missing is None or not begin.opposable:
        return begin
    begin = replace(begin, earliest=begin.prudent, untold=missing.effect)
    if missing.effect == "inopposable":
        first = begin.earliest_steps or begin.steps
        return replace(
            begin, count_from=begin.prudent, steps=(), earliest_steps=first, opposable=False
        )
    return replace(begin, steps=(*begin.steps, Step("un-an", begin.count_from, missing.basis)))


def _told(event: Event) -> tuple[Advice, ...]:
    told = (Advice("a-savoir", {"text": event.told}),) if event.told else ()
    return (*told, Advice("jour-discute")) if event.argued else told


def _of_targets(
    law: Law, request: Request, procedure: Procedure, event: Event
) -> tuple[Procedure, ...]:
    if event.of or request.of:
        return linked.targets(law, procedure, event.id, request.of)
    return (procedure,)


def _with_two_days(targets: tuple[Procedure, ...], found: Arrival) -> Start:
    return Start(
        targets,
        found.earliest if found.legal is None else found.legal,
        steps=found.steps,
        advice=found.advice,
        earliest=found.earliest,
        earliest_steps=found.earliest_steps,
        opposable=found.legal is not None,
    )


def _on_the_day(law: Law, request: Request, procedure: Procedure, event: Event) -> Start:
    targets = _of_targets(law, request, procedure, event)
    begins = request.received or request.date
    steps = [_departure(procedure, event, begins)]
    if event.not_before and day_of(begins) < event.not_before:
        begins = event.not_before
        steps.append(Step("depart-transitoire", begins, event.basis))
    begin = Start(targets, begins, event.delay, tuple(steps), _told(event))
    if event.id == REFUSED:
        return _after_a_birth(law, request, procedure, begin)
    if not request.received or request.received == day_of(request.date):
        return begin
    first = (Step("prudent-date-ecrite", request.date),)
    return replace(begin, earliest=request.date, earliest_steps=first)


def _after_a_birth(law: Law, request: Request, procedure: Procedure, begin: Start) -> Start:
    """An express refusal that came once silence had refused: the earliest day is of the silence.

    Source: CJA R.421-2, which leaves nothing to the refusal that came after the delay so opened.
    """
    silent = linked.source(law, procedure, request.event, request.of)
    if silent is None or request.request_received is None:
        return replace(begin, advice=(*begin.advice, Advice("refus-expres-tardif-possible")))
    born = birth(law, silent, request.request_received, request.territory)
    if born is None or born >= day_of(request.date):
        return begin
    return replace(begin, earliest=born, earliest_steps=(Step("prudent-refus-ne", born),))


def _departure(procedure: Procedure, event: Event, begins: Moment) -> Step:
    if procedure.delay is None and procedure.answer_delay:
        return Step("depart-organisme", begins, event.basis)
    missing = procedure.without_notice if event.id == WITHOUT_REMEDIES else None
    return Step("depart", begins, missing.basis if missing else event.basis, name=event.title)


def _after_silence(law: Law, request: Request, procedure: Procedure) -> Start:
    """The implicit decision is born, then the delay runs from its birth."""
    silent = linked.source(law, procedure, request.event, request.of)
    assert silent is not None, "silences always name their procedure"
    own = silent.id == procedure.id and any(s.opens == "cette-demarche" for s in silent.silence)
    targets = (procedure,) if own else linked.targets(law, procedure, request.event, request.of)
    group = law.tables.territories[request.territory].group
    usual, *others = _silences(silent, own, group)
    received = day_of(request.date)
    born = later(received, usual.value, usual.unit)
    step = Step(
        "refus-implicite", born, usual.basis, usual.value, usual.unit, silent.title, received
    )
    unknown = request.acknowledged == "non"
    advice = [Advice("sans-accuse" if unknown else "accuse-de-reception")]
    if usual.since:
        advice.append(Advice("silence-depuis", {"since": usual.since}))
    if born > day_of(request.today):
        advice.insert(0, Advice("refus-pas-ne", {"day": born}))
    variants = tuple((s.when, later(received, s.value, s.unit)) for s in others)
    begin = Start(targets, born, steps=(step,), advice=tuple(advice), variants=variants)
    if not unknown:
        return begin
    return replace(begin, steps=(), earliest=born, earliest_steps=(step,), opposable=False)


def _silences(silent: Procedure, own: bool, group: str) -> Sequence[Silence]:
    """Return the refusals that silence may mean, the usual one first."""
    refusals = [s for s in silent.silence if s.effect == "rejet" and s.where in ("", group)]
    wanted = "cette-demarche" if own else "suite"
    return [s for s in refusals if s.opens == wanted] or refusals


def birth(law: Law, silent: Procedure, received: dt.date, territory: str) -> dt.date | None:
    """Return the day an implicit refusal is born, or None when silence means no refusal."""
    found = _silences(silent, False, law.tables.territories[territory].group)
    return later(received, found[0].value, found[0].unit) if found else None


def _after_waiting(request: Request, procedure: Procedure, event: Event) -> Start:
    """The body has a time to act first; before its end the request is premature."""
    usual, *others = _waitings(procedure, request.of)
    decided = day_of(request.date)
    over = later(decided, usual.value, usual.unit)
    step = Step("delai-organisme", over, usual.basis, usual.value, usual.unit, on=decided)
    advice = (Advice("prematuree", {"day": over}),) if over > day_of(request.today) else ()
    variants = tuple((w.when, later(decided, w.value, w.unit)) for w in others)
    result = Start((procedure,), over, event.delay, (step,), advice, variants)
    return replace(result, advice=(*advice, Advice("delai-organisme-a-lire")))


def _waitings(procedure: Procedure, of: str) -> Sequence[Waiting]:
    mine = [w for w in procedure.waiting if w.of == of]
    return mine or [w for w in procedure.waiting if not w.of]
