"""A decision that came on no sure day: two starts are found, the earliest and the legal one.

Four ways so far, each an event of ``forms/law/events.toml`` named by its ``start``:

=========  ==================================  =================================================
start      earliest                            legal
=========  ==================================  =================================================
account    the day it was put on the account   the opening; with an agreement, the opening within
                                               ``hold`` days, else the day it was put there
letter     the date written on it              the day it came; none when that day is not known
deemed     ``clear_days`` after the sending,   the day after those clear days
           or the real receipt if earlier
pickup     the first presentation: the slip    the day at the counter; the slip, once the ``hold``
                                               days are over
=========  ==================================  =================================================

Sources: CRPA L.112-15, R.112-17 to R.112-20 (account); CSS R.142-1-A I and Cass. opinion 21 Jan.
2002 n° 0020001 (letter: the body proves the day); CGCT L.2333-87 II, not read, and CGPPP
L.2323-7-1, which has the same words (deemed); CE 24 April 2012 n° 341146, as reported, and Code des
postes R.1-1-6 (pickup).
"""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.deadlines.model import Advice, Step
from desktop_app.core.deadlines.request import Request
from desktop_app.core.deadlines.tables import Event
from desktop_app.core.moment import day_of

AGREED = "oui"


@dataclass(frozen=True, slots=True)
class Arrival:
    """The two days of one arrival; ``legal`` is None when no day is sure enough."""

    earliest: dt.date
    legal: dt.date | None
    steps: tuple[Step, ...]
    earliest_steps: tuple[Step, ...]
    advice: tuple[Advice, ...] = ()


def arrived(request: Request, event: Event) -> Arrival | None:
    """Return the two days of an arrival, or None for an event whose day is one sure day."""
    if event.start == "account":
        return _on_account(request, event)
    if event.start == "letter":
        return _by_letter(request, event)
    if event.start == "pickup":
        return _at_the_counter(request, event)
    return _deemed(request, event) if event.start == "deemed" else None


def _on_account(request: Request, event: Event) -> Arrival:
    deposit, opened = day_of(request.date), request.opened
    first = (Step("prudent-depot", deposit, event.basis),)
    in_time = opened is not None and opened <= deposit + dt.timedelta(days=event.hold)
    if request.agreed == AGREED and not in_time:
        late = Step("depart-depot", deposit, event.basis, event.hold, "jours")
        return Arrival(deposit, deposit, (late,), (), (Advice("compte-ouvert-tard"),))
    if opened is None:
        return Arrival(deposit, None, (), first, (Advice("compte-jamais-ouvert"),))
    code = "compte-avec-accord" if request.agreed == AGREED else "compte-sans-accord"
    told = () if opened == deposit else (Advice(code, {"day": deposit}),)
    step = Step("depart-ouverture", opened, event.basis)
    return Arrival(deposit, opened, (step,), first, told)


def _by_letter(request: Request, event: Event) -> Arrival:
    written, received = day_of(request.date), request.received
    first = (Step("prudent-date-ecrite", written, event.basis),)
    if received is None:
        return Arrival(written, None, (), first, (Advice("sans-jour-recu", {"day": written}),))
    step = Step("depart", received, event.basis, name=event.title)
    told = () if received == written else (Advice("compter-de-la-date", {"day": written}),)
    return Arrival(written, received, (step,), first, told)


def _at_the_counter(request: Request, event: Event) -> Arrival:
    slip, picked_up = day_of(request.date), request.picked_up
    assert picked_up is not None, "checked by check.moments"
    if picked_up > slip + dt.timedelta(days=event.hold):
        late = Step("depart-presentation", slip, event.basis, event.hold, "jours")
        return Arrival(slip, slip, (late,), (), (Advice("garde-depassee"),))
    step = Step("depart-retrait", picked_up, event.basis, event.hold, "jours")
    return Arrival(slip, picked_up, (step,), (Step("prudent-presentation", slip, event.basis),))


def _deemed(request: Request, event: Event) -> Arrival:
    clear = dt.timedelta(days=event.clear_days)
    sent = day_of(request.date)
    end = sent + clear
    earliest = min(end, request.received or end)
    legal = end + dt.timedelta(days=1)
    step = Step("depart-envoi", legal, event.basis, event.clear_days, "jours", on=sent)
    code = "prudent-envoi" if earliest == end else "prudent-recu"
    first = Step(code, earliest, event.basis, event.clear_days, "jours", on=sent)
    return Arrival(earliest, legal, (step,), (first,), (Advice("recu-selon-la-loi"),))
