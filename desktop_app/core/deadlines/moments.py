"""Reads a day, or a day and an hour, as the command line's contract writes them."""

import datetime as dt
import re

from desktop_app.core.deadlines.errors import DateDoesNotExist, DateNotUnderstood
from desktop_app.core.deadlines.model import Moment

SHAPE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?", re.ASCII)


def read_moment(written: str) -> Moment:
    """Return YYYY-MM-DD as a date and YYYY-MM-DDTHH:MM as a datetime without time zone.

    Raises:
        DateNotUnderstood: another shape.
        DateDoesNotExist: 31 February, 25:00.
    """
    if not SHAPE.fullmatch(written.strip()):
        raise DateNotUnderstood()
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
