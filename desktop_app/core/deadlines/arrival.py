"""A decision that came on no sure day: two starts are found, the earliest and the legal one.

The ways, each named by the ``start`` of an event of ``forms/law/events.toml``:

=========  ==================================  =================================================
start      earliest                            legal
=========  ==================================  =================================================
account    the day it was put on the account   the opening; for who had agreed, the opening within
                                               ``hold`` days, else what ``unopened`` says
letter     the date written on it              the day it came; none when that day is not known
deemed     ``clear_days`` after the sending,   the day after those clear days
           or the real receipt if earlier
pickup     the first presentation: the slip    the day at the counter; the slip, once the ``hold``
                                               days are over
moved      the presentation there              the day it was learned, if the body knew of the new
                                               address; that of the presentation, if it did not
aid        the decision on legal aid           ``hold`` days later, when it is settled; the naming
                                               of the lawyer, if it is later
=========  ==================================  =================================================

Sources: CRPA L.112-15, R.112-17 to R.112-20 (account); CJA R.611-8-6 and R.751-4-1, CESEDA
R.531-17 (the end of ``hold``); CSS R.142-1-A I and Cass. opinion 21 Jan. 2002 n° 0020001 (letter:
the body proves the day); CGCT L.2333-87 II, not read, and CGPPP L.2323-7-1, which has the same
words (deemed); CE 24 April 2012 n° 341146, as reported, and Code des postes R.1-1-6 (pickup); CE
18 March 2005 n° 254040 (moved); décret 2020-1717 art. 43, wording of 2021 (aid).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.deadlines.model import Advice, Step
from desktop_app.core.moment import day_of

if TYPE_CHECKING:
    from desktop_app.core.deadlines.calendar import Calendar
    from desktop_app.core.deadlines.request import Request
    from desktop_app.core.deadlines.tables import Event, StartKind

AGREED = "oui"


@dataclass(frozen=True, slots=True)
class Arrival:
    """The two days of one arrival.

    Attributes:
        legal: None when no day is sure enough.
        learned: the body notified nothing as it must: ``legal`` is the day the person knew.
    """

    earliest: dt.date
    legal: dt.date | None
    steps: tuple[Step, ...] = ()
    earliest_steps: tuple[Step, ...] = ()
    advice: tuple[Advice, ...] = ()
    learned: bool = False


def arrived(request: Request, event: Event, calendar: Calendar) -> Arrival | None:
    """Return the two days of an arrival, or None for an event whose day is one sure day.

    Args:
        calendar: national, for days that count only when they are worked.
    """
    found = _WAYS.get(event.start)
    return found(request, event, calendar) if found else None


def _on_account(request: Request, event: Event, calendar: Calendar) -> Arrival:
    deposit, opened = day_of(request.date), request.opened
    agreed = event.agreed or request.agreed == AGREED
    held = _held(deposit, event, calendar)
    first = (Step("prudent-depot", deposit, event.basis),)
    if agreed and not (opened is not None and opened <= held):
        return _unopened(deposit, held, event, first)
    if opened is None:
        return Arrival(deposit, None, (), first, (Advice("compte-jamais-ouvert"),))
    code = "compte-avec-accord" if agreed else "compte-sans-accord"
    told = () if opened == deposit or event.told else (Advice(code, {"day": deposit}),)
    step = Step("depart-ouverture", opened, event.basis)
    return Arrival(deposit, opened, (step,), first, told)


def _held(deposit: dt.date, event: Event, calendar: Calendar) -> dt.date:
    if not event.working:
        return deposit + dt.timedelta(days=event.hold)
    day = deposit
    for _ in range(event.hold):
        day = calendar.next_working(day + dt.timedelta(days=1))
    return day


def _unopened(deposit: dt.date, held: dt.date, event: Event, first: tuple[Step, ...]) -> Arrival:
    """What the law holds of a message that was not opened in time."""
    if event.unopened == "fin":
        code = "depart-jours-ouvres" if event.working else "depart-fin"
        step = Step(code, held, event.basis, event.hold, "jours", on=deposit)
        return Arrival(deposit, held, (step,), first)
    late = Step("depart-depot", deposit, event.basis, event.hold, "jours")
    told = () if event.told else (Advice("compte-ouvert-tard"),)
    return Arrival(deposit, deposit, (late,), (), told)


def _by_letter(request: Request, event: Event, _calendar: Calendar) -> Arrival:
    written, received = day_of(request.date), request.received
    first = (Step("prudent-date-ecrite", written, event.basis),)
    if received is None:
        return Arrival(written, None, (), first, (Advice("sans-jour-recu", {"day": written}),))
    step = Step("depart", received, event.basis, name=event.title)
    told = () if received == written else (Advice("compter-de-la-date", {"day": written}),)
    return Arrival(written, received, (step,), first, told)


def _at_the_counter(request: Request, event: Event, _calendar: Calendar) -> Arrival:
    slip, picked_up = day_of(request.date), request.picked_up
    assert picked_up is not None, "checked by check.moments"
    if picked_up > slip + dt.timedelta(days=event.hold):
        late = Step("depart-presentation", slip, event.basis, event.hold, "jours")
        return Arrival(slip, slip, (late,), (), (Advice("garde-depassee"),))
    step = Step("depart-retrait", picked_up, event.basis, event.hold, "jours")
    return Arrival(slip, picked_up, (step,), (Step("prudent-presentation", slip, event.basis),))


def _deemed(request: Request, event: Event, _calendar: Calendar) -> Arrival:
    clear = dt.timedelta(days=event.clear_days)
    sent = day_of(request.date)
    end = sent + clear
    earliest = min(end, request.received or end)
    legal = end + dt.timedelta(days=1)
    step = Step("depart-envoi", legal, event.basis, event.clear_days, "jours", on=sent)
    code = "prudent-envoi" if earliest == end else "prudent-recu"
    first = Step(code, earliest, event.basis, event.clear_days, "jours", on=sent)
    return Arrival(earliest, legal, (step,), (first,), (Advice("recu-selon-la-loi"),))


def _moved(request: Request, event: Event, _calendar: Calendar) -> Arrival:
    """Sent to a former address: regular if the body could not know the new one."""
    presented, learned = day_of(request.date), request.received
    if request.address == "non-signalee":
        step = Step("depart-adresse", presented, event.basis)
        return Arrival(presented, presented, (step,))
    first = (Step("prudent-presentation", presented, event.basis),)
    if learned is None or request.address == "inconnu":
        told = Advice("ancienne-adresse-a-dire", {"day": presented})
        return Arrival(presented, None, (), first, (told,))
    known = request.address == "signalee"
    step = Step("depart-appris" if known else "depart-reexpedie", learned, event.basis)
    return Arrival(presented, learned, (step,), first, learned=known)


def _legal_aid(request: Request, event: Event, _calendar: Calendar) -> Arrival:
    """A new delay of the same length, once the decision on the aid can no longer be contested."""
    day, granted = day_of(request.date), request.received
    if event.received and granted is None:
        return Arrival(day, day, (Step("depart", day, event.basis, name=event.title),))
    notified = granted or day
    settled = notified + dt.timedelta(days=event.hold)
    first = (Step("prudent-date-ecrite", min(notified, day), event.basis),)
    if day > settled:  # the lawyer was named later
        step = Step("depart", day, event.basis, name=event.title)
    else:
        step = Step("depart-aide", settled, event.basis, event.hold, "jours", on=notified)
    return Arrival(min(notified, day), max(settled, day), (step,), first)


_WAYS: dict[StartKind, Callable[[Request, Event, Calendar], Arrival]] = {
    "account": _on_account,
    "letter": _by_letter,
    "pickup": _at_the_counter,
    "deemed": _deemed,
    "moved": _moved,
    "aid": _legal_aid,
}
