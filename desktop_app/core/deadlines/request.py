"""What is asked of the engine: which procedure, what happened, when, and where."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from desktop_app.core.deadlines.procedures import Unit
    from desktop_app.core.moment import Moment, Today

Agreed = Literal["oui", "non", "inconnu"]
AGREED: tuple[Agreed, ...] = get_args(Agreed)
Address = Literal["signalee", "reexpediee", "non-signalee", "inconnu"]
ADDRESSES: tuple[Address, ...] = get_args(Address)
Judge = Literal["", "administratif", "judiciaire"]
JUDGES: tuple[Judge, ...] = get_args(Judge)


@dataclass(frozen=True, slots=True)
class WrittenDelay:
    """A length as the notice received writes it: "2 mois"."""

    value: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Request:
    """One question: until when?

    Attributes:
        procedure, event: ids of the law's files.
        date: the day of the event, with its hour when the delay is in hours and it is known.
        today: today's date, or this very moment, an input like the others.
        of: the procedure that was refused or left without an answer, when the event is about one.
        picked_up: for a registered letter, the day at the counter.
        received: the day it came, where ``date`` is what is written on it; None: not known.
        opened: for a message on an account, the day it was opened; None: never, or not known.
        agreed: whether she had agreed to decisions by the account alone.
        remedies: False when the notice does not say how to contest it, nor until when.
        address: for a letter sent to a former address, whether the body knew of the new one.
        asked: the day legal aid was asked for, when the event is a decision on it.
        acknowledged: for a silence, whether the body had sent a receipt of the request.
        judge: which one, where a procedure may go to either and it changes the delay.
        paused: the days of a mediation by the fund's own mediator: from its admission to its end.
        territory: the court's place.
        residence: where the person lives; empty for the same place.
        good_friday: in Alsace and Moselle, whether the commune has a Protestant or mixed church.
        request_received: for a refusal, the day the body had received the request, when known.
        notice: what the notice itself gives, a length or the last day it writes; None: nothing.
        released: day before which today's date cannot be true; None when not checked.
    """

    procedure: str
    event: str
    date: Moment
    today: Today
    of: str = ""
    picked_up: dt.date | None = None
    received: dt.date | None = None
    opened: dt.date | None = None
    agreed: Agreed = "inconnu"
    remedies: bool = True
    address: Address = "inconnu"
    asked: dt.date | None = None
    acknowledged: Agreed = "inconnu"
    judge: Judge = ""
    paused: tuple[dt.date, dt.date] | None = None
    territory: str = "metropole"
    residence: str = ""
    good_friday: bool = True
    request_received: dt.date | None = None
    notice: WrittenDelay | dt.date | None = None
    released: dt.date | None = None
