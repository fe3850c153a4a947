"""Public holidays and working days, per territory.

Holidays come from ``forms/law/holidays.toml``, with their articles; only Easter is computed here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.core.deadlines.tables import Holiday

ONE_DAY = dt.timedelta(days=1)
SATURDAY = 5
WEEKEND = "week-end"


@cache
def easter(year: int) -> dt.date:
    """Return Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_century, century_rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_century - moon + 15) % 30
    leap, rest = divmod(of_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leap - epact - rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def falls_on(holiday: Holiday, year: int) -> dt.date:
    """Return the day of a holiday in a year."""
    if holiday.easter is not None:
        return easter(year) + dt.timedelta(days=holiday.easter)
    month, day = holiday.on.split("-")
    return dt.date(year, int(month), int(day))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The closed days of one place: week-ends and the holidays given."""

    holidays: Sequence[Holiday]

    def holiday(self, day: dt.date) -> Holiday | None:
        """Return the holiday that falls on a day, if any."""
        return next((h for h in self.holidays if falls_on(h, day.year) == day), None)

    def closed(self, day: dt.date) -> bool:
        """Return whether a day is a Saturday, a Sunday or a holiday."""
        return day.weekday() >= SATURDAY or self.holiday(day) is not None

    def next_working(self, day: dt.date) -> dt.date:
        """Return the first working day, this one included."""
        while self.closed(day):
            day += ONE_DAY
        return day

    def last_working(self, day: dt.date) -> dt.date:
        """Return the last working day, this one included."""
        while self.closed(day):
            day -= ONE_DAY
        return day


def national(holidays: Sequence[Holiday]) -> Calendar:
    """Return the calendar without local holidays: the one of prudent days."""
    return Calendar(tuple(h for h in holidays if not h.territories))


def of_territory(holidays: Sequence[Holiday], territory: str, *, optional: bool) -> Calendar:
    """Return the calendar of a court's place.

    Args:
        optional: whether holidays that depend on the commune (Good Friday in Alsace and Moselle)
            are counted.
    """
    return Calendar(
        tuple(
            h
            for h in holidays
            if not h.territories or (territory in h.territories and (optional or not h.optional))
        )
    )
