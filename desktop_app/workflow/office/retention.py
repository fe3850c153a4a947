"""Retention: whose papers an office has kept for longer than it said, and what is done of it."""

import calendar
import datetime as dt
from dataclasses import dataclass

from desktop_app.core.agreements import Due
from desktop_app.core.office import Office
from desktop_app.workflow.store import Safe

AT_ONCE = 20
"""Of those who are due, how many are read at first: an office knows thousands."""


@dataclass(frozen=True, slots=True)
class ToErase:
    """Who is due, who agrees no more first, then the oldest; how many in all."""

    due: tuple[Due, ...]
    total: int


def to_erase(
    safe: Safe, office: Office, on: dt.date, *, most: int = AT_ONCE, skip: int = 0
) -> ToErase:
    """Return whose last contact is older than the office's months, and who agrees no more."""
    before = months_before(on, office.months)
    found = safe.retention.due(before, on, limit=most, skip=skip)
    return ToErase(tuple(found), safe.retention.count(before, on))


def months_before(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months before; the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
