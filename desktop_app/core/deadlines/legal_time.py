"""The two nights of the year when the clocks change, for delays counted in hours.

Source: directive 2000/84/CE: summer time begins and ends on the last Sundays of March and October,
at 01:00 UTC; in metropolitan France at 02:00 and 03:00 on the clock. Overseas territories have no
summer time (Saint-Pierre-et-Miquelon keeps that of North America), so that taking one hour off
there is only more prudent.
"""

import datetime as dt

ONE_HOUR = dt.timedelta(hours=1)
MARCH, OCTOBER = 3, 10


def last_sunday(year: int, month: int) -> dt.date:
    """Return the last Sunday of March or October, months of 31 days."""
    end = dt.date(year, month, 31)
    return end - dt.timedelta(days=(end.weekday() + 1) % 7)


def elapsed_hours_end(start: dt.datetime, plain: dt.datetime) -> dt.datetime:
    """Return the earlier of the two ends of a delay in hours: by the clock, or by hours elapsed.

    Args:
        start, plain: times on the clock, without time zone; ``plain`` is start + the hours.

    In October the clock shows an hour twice: the hours have elapsed one hour before the clock says
    so. In March the clock is ahead, and its end is already the earlier one.
    """
    change = dt.datetime.combine(last_sunday(start.year, OCTOBER), dt.time(3))
    return plain - ONE_HOUR if start < change <= plain else plain
