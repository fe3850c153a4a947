"""Dates that cannot be true are refused before anything is counted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop_app.core.deadlines import errors
from desktop_app.core.deadlines.counting import add_months
from desktop_app.core.deadlines.near import nearest
from desktop_app.core.deadlines.tables import ABROAD, SAME
from desktop_app.core.errors import Problem
from desktop_app.core.moment import day_of

if TYPE_CHECKING:
    from desktop_app.core.deadlines.procedures import Procedure
    from desktop_app.core.deadlines.request import Request
    from desktop_app.core.deadlines.tables import Event, Tables

ON_LEGAL_AID = ("aj-accordee", "aj-refusee", "aj-recours-rejete", "aj-caduque")

# Only a guard against a wrong year: no delay of these files reaches so far.
OLDEST_YEARS = 30


def places(tables: Tables, request: Request) -> None:
    """Raise ``UnknownTerritory`` for a court's place or a home that does not exist."""
    for place, known in (
        (request.territory, list(tables.territories)),
        (request.residence, [SAME, ABROAD, *tables.territories]),
    ):
        if place not in known:
            near = nearest(place, filter(None, known))
            raise errors.UnknownTerritory(
                [Problem("unknown-territory-near", suggestion=near)] if near else [],
                territories=", ".join(filter(None, known)),
            )


def not_elsewhere(request: Request, procedure: Procedure) -> None:
    """Refuse a place where the procedure does not have its effect; raise ``PlaceElsewhere``."""
    for other in procedure.elsewhere:
        if request.territory in other.territories:
            raise errors.PlaceElsewhere(emergency=other.page)


def moments(request: Request, procedure: Procedure, event: Event) -> None:
    """Raise for an hour that means nothing, and for days that cannot be true."""
    in_hours = procedure.delay is not None and procedure.delay.unit == "heures"
    has_hour = isinstance(request.date, dt.datetime)
    if has_hour and not in_hours:
        raise errors.HourNotExpected()
    _pick_up(request, event)
    _arrival(request, event)
    _unusual(request, procedure, event)
    told = (
        request.picked_up,
        request.received,
        request.opened,
        request.request_received,
        request.asked,
        *(request.paused or ()),
    )
    for moment in (request.date, *told):
        if moment is not None:
            _plausible(day_of(moment), day_of(request.today), event)
    if request.request_received and request.request_received > day_of(request.date):
        raise errors.AnswerBeforeRequest()


def _pick_up(request: Request, event: Event) -> None:
    if event.start != "pickup":
        if request.picked_up is not None:
            raise errors.PickedUpNotExpected()
        return
    if request.picked_up is None:
        raise errors.PickedUpNeeded()
    if request.picked_up < day_of(request.date):
        raise errors.PickedUpBeforePresentation()


def _arrival(request: Request, event: Event) -> None:
    """Refuse what is told of another way to come, and days that contradict one another."""
    told = request.agreed != "inconnu" and not event.agreed
    if event.start != "account" and (request.opened or told):
        raise errors.OpenedNotExpected()
    if request.received and not (event.received or event.start in ("letter", "deemed", "moved")):
        raise errors.ReceivedNotExpected()
    if request.opened and request.opened < day_of(request.date):
        raise errors.OpenedBeforeArrival()
    if event.start == "aid":  # the aid is granted, then a lawyer is named
        return
    if request.received and request.received < day_of(request.date):
        raise errors.ReceivedBeforeDate()


def _unusual(request: Request, procedure: Procedure, event: Event) -> None:
    """Refuse what is told and would change nothing: it would be believed to have been counted."""
    if request.address != "inconnu" and event.start != "moved":
        raise errors.AddressNotExpected()
    if request.acknowledged != "inconnu" and event.start != "silence":
        raise errors.ReceiptNotExpected()
    if request.asked and event.id not in ON_LEGAL_AID:
        raise errors.AskedNotExpected()
    if request.asked and request.asked > day_of(request.date):
        raise errors.AskedAfterAnswer()
    if request.judge and procedure.before_judiciary is None:
        raise errors.JudgeNotExpected()
    if not request.remedies and procedure.without_notice is None:
        raise errors.RemediesNotExpected()
    if request.paused and not procedure.pause:
        raise errors.PauseNotExpected()
    if request.paused and request.paused[0] > request.paused[1]:
        raise errors.PauseEndsBefore()


def _plausible(day: dt.date, today: dt.date, event: Event) -> None:
    if day > today and not event.future:
        raise errors.DateInFuture()
    if day < add_months(today, -12 * OLDEST_YEARS):
        raise errors.DateTooOld(years=OLDEST_YEARS)
    if day > add_months(today, 12 * OLDEST_YEARS):
        raise errors.DateInFuture()
