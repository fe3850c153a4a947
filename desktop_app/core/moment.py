"""A day; with its hour where a delay is counted in hours."""

import datetime as dt

Moment = dt.date | dt.datetime


def day_of(moment: Moment) -> dt.date:
    """Return the day of a moment, without its hour."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def iso(moment: Moment) -> str:
    """Return a moment as text: 2026-11-24, or 2026-11-24T16:30."""
    if isinstance(moment, dt.datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat()


def iso_if(moment: Moment | None) -> str | None:
    """Return the same; None where there is none."""
    return iso(moment) if moment is not None else None
