"""The usual delay, where missing remedies leave a whole year."""

import datetime as dt

from desktop_app.core.deadlines.model import Deadline

RESCUE = "secours-un-an"


def usual_days(found: Deadline) -> tuple[dt.date, ...]:
    """Return the prudent and last days of the usual delay, when another one was counted.

    The year of missing remedies is a rescue, not a plan: while the usual delay runs, its days come
    first, and the year only afterwards.
    """
    rescue = next((told.values for told in found.warnings if told.code == RESCUE), None)
    if rescue is None:
        return ()
    days = (rescue["prudent"], rescue["last"])
    return tuple(day for day in days if isinstance(day, dt.date))
