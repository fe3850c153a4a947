"""What the clocks show in a place, and the two nights when they change: for delays in hours.

Source: directive 2000/84/CE: summer time begins and ends on the last Sundays of March and October,
at 01:00 UTC; in metropolitan France at 02:00 and 03:00 on the clock. Overseas territories have no
summer time, so that taking one hour off there is only more prudent; Saint-Pierre-et-Miquelon keeps
that of North America, from the second Sunday of March to the first of November, at 02:00 on the
clock. How far each clock is from UTC: décret n° 2017-292 of 6 March 2017.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.moment import Moment, Now, Today, day_of

Summer = Literal["", "europe", "amerique"]
ONE_HOUR, ONE_DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
MARCH, OCTOBER, NOVEMBER = 3, 10, 11


def last_sunday(year: int, month: int) -> dt.date:
    """Return the last Sunday of March or October, months of 31 days."""
    end = dt.date(year, month, 31)
    return end - (end.weekday() + 1) % 7 * ONE_DAY


@dataclass(frozen=True, slots=True)
class LegalTime:
    """The clocks of a place: their hours ahead of UTC, and whose summer time they keep."""

    utc: int = 1
    summer: Summer = "europe"

    def shows(self, at: dt.datetime) -> dt.datetime:
        """Return what the clocks show there at a moment, without time zone."""
        utc = at.astimezone(dt.UTC).replace(tzinfo=None)
        winter = utc + self.utc * ONE_HOUR
        return winter + ONE_HOUR if self._is_summer(utc, winter) else winter

    def _is_summer(self, utc: dt.datetime, winter: dt.datetime) -> bool:
        """``winter``: what the clocks would show without summer time."""
        if self.summer == "europe":  # at one moment in all its countries
            first, end = last_sunday(utc.year, MARCH), last_sunday(utc.year, OCTOBER)
            return _at(first, 1) <= utc < _at(end, 1)
        first, end = _first_sunday(utc.year, MARCH), _first_sunday(utc.year, NOVEMBER)
        return self.summer == "amerique" and _at(first + 7 * ONE_DAY, 2) <= winter < _at(end, 1)


PARIS = LegalTime()


def has_passed(end: Moment, today: Today, clocks: LegalTime = PARIS) -> bool:
    """Tell whether a last day, or a last moment by the clocks of a place, is surely over.

    Of a day alone only its beginning is known: an hour of that day is still to come.
    """
    if not isinstance(end, dt.datetime):
        return end < day_of(today)
    return end < clocks.shows(today.at) if isinstance(today, Now) else end <= _at(today, 0)


def _at(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour))


def _first_sunday(year: int, month: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + (6 - first.weekday()) * ONE_DAY


def elapsed_hours_end(start: dt.datetime, plain: dt.datetime) -> dt.datetime:
    """Return the earlier of the two ends of a delay in hours: by the clock, or by hours elapsed.

    Args:
        start, plain: times on the clock, without time zone; ``plain`` is start + the hours.

    In October the clock shows an hour twice: the hours have elapsed one hour before the clock says
    so. In March the clock is ahead, and its end is already the earlier one.
    """
    change = dt.datetime.combine(last_sunday(start.year, OCTOBER), dt.time(3))
    return plain - ONE_HOUR if start < change <= plain else plain
