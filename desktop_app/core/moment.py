"""A day; with its hour where a delay is counted in hours."""

import datetime as dt
from dataclasses import dataclass

Moment = dt.date | dt.datetime


@dataclass(frozen=True, slots=True)
class Now:
    """This very moment, by a clock that knows its time zone: that of the computer."""

    at: dt.datetime

    @property
    def day(self) -> dt.date:
        """The day of the calendar where the person is."""
        return self.at.date()


Today = dt.date | Now
"""A day alone, as ``--today`` and the date of a letter give it, or this very moment: it alone tells
that an hour of today has passed."""


def day_of(moment: Moment | Now) -> dt.date:
    """Return the day of a moment, without its hour."""
    if isinstance(moment, Now):
        return moment.day
    return moment.date() if isinstance(moment, dt.datetime) else moment


def iso(moment: Moment) -> str:
    """Return a moment as text: 2026-11-24, or 2026-11-24T16:30."""
    if isinstance(moment, dt.datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat()


def iso_if(moment: Moment | None) -> str | None:
    """Return the same; None where there is none."""
    return iso(moment) if moment is not None else None
