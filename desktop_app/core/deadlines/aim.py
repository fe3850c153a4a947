"""The one day to show first, large."""

import datetime as dt

from desktop_app.core.deadlines.model import Deadline, Moment
from desktop_app.core.deadlines.request import day_of

RESCUE = "secours-un-an"


def aim(found: Deadline, today: dt.date) -> Moment | None:
    """Return the day to act by: the most prudent one that has not passed.

    The year of missing remedies is a rescue, not a plan: while the usual delay runs, its days come
    first, and the year only afterwards. Returns None without a date, or when every day has passed.
    """
    candidates = [*usual_days(found), found.prudent_day, found.last_day]
    return next((day for day in candidates if day is not None and day_of(day) >= today), None)


def usual_days(found: Deadline) -> tuple[dt.date, ...]:
    """Return the prudent and last days of the usual delay, when another one was counted."""
    rescue = next((told.values for told in found.warnings if told.code == RESCUE), None)
    if rescue is None:
        return ()
    days = (rescue["prudent"], rescue["last"])
    return tuple(day for day in days if isinstance(day, dt.date))
