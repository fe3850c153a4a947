"""Reads a day, or a day and an hour, as the command line's contract writes them."""

import datetime as dt
import re

from desktop_app.core.deadlines.errors import (
    DateDoesNotExist,
    DateNotUnderstood,
    HourNotUnderstood,
    YearNotPlausible,
)
from desktop_app.core.moment import Moment

FIRST_YEAR, LAST_YEAR = 1900, 2199
SHAPE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?", re.ASCII)


def read_moment(written: str) -> Moment:
    """Return YYYY-MM-DD as a date and YYYY-MM-DDTHH:MM as a datetime without time zone.

    Raises:
        DateNotUnderstood: another shape.
        YearNotPlausible: a year of two digits, or a wrong one.
        DateDoesNotExist: 31 February, 25:00.
    """
    if not SHAPE.fullmatch(written.strip()):
        raise DateNotUnderstood()
    if not FIRST_YEAR <= int(written.strip()[:4]) <= LAST_YEAR:
        raise YearNotPlausible(first=FIRST_YEAR, last=LAST_YEAR)
    try:
        if "T" in written:
            return dt.datetime.fromisoformat(written.strip())
        return dt.date.fromisoformat(written.strip())
    except ValueError:
        raise DateDoesNotExist() from None


def read_day(written: str) -> dt.date:
    """Return YYYY-MM-DD as a date; an hour is not understood."""
    moment = read_moment(written)
    if isinstance(moment, dt.datetime):
        raise DateNotUnderstood()
    return moment


def read_hour(typed: str) -> dt.time:
    """Return an hour as people write it: 16:30, 16h30, 9 h.

    Raises:
        HourNotUnderstood: another shape, or 25:00.
    """
    hours, _, minutes = typed.strip().lower().replace("h", ":").rstrip(":").partition(":")
    try:
        return dt.time(int(hours), int(minutes or "0"))
    except ValueError:
        raise HourNotUnderstood() from None
