"""From a start and a length to a last day: one small function per mode of counting.

Modes and their order of operations (``forms/law/README.md``): all months in one addition
(distance included), then the clip to the end of the month, then the day of the délai franc, then,
on the last day only, week-ends and holidays. The article of each step comes from
``forms/law/rules.toml``.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.deadlines.calendar import ONE_DAY, SATURDAY, WEEKEND
from desktop_app.core.deadlines.legal_time import elapsed_hours_end
from desktop_app.core.deadlines.model import Step

if TYPE_CHECKING:
    from desktop_app.core.deadlines.calendar import Calendar
    from desktop_app.core.deadlines.procedures import Delay, Mode
    from desktop_app.core.moment import Moment

Article = Callable[[str], str]
COUNTED_BY = (
    "jour-exclu",
    "franc",
    "report",
    "jours",
    "mois",
    "distance",
    "fin-de-mois",
    "heures",
    "heure-legale",
    "fin-annee",
)
"""Rules of ``rules.toml`` on which the steps below rest: each must be there."""
DAYS = {"jours": 1, "semaines": 7}


@dataclass(frozen=True, slots=True)
class Count:
    """A length counted from a start.

    ``nominal`` is the plain quantième: before the day of the délai franc and before week-ends.
    """

    nominal: Moment
    last: Moment
    steps: tuple[Step, ...]


def mode_of(delay: Delay, *, binds_body: bool = False) -> Mode:
    """Return the mode of counting, which follows from the keys of the delay."""
    if delay.unit == "heures":
        return "h"
    if delay.unit == "31-decembre":
        return "a31"
    if delay.unit == "annees":
        return "an"
    if delay.unit in DAYS:
        return "j" if delay.extension else "j0"
    if binds_body:
        return "mb"
    return "mf" if delay.franc else "m"


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day number months later (or earlier), else the last day of the month.

    Source: Code de procédure civile, article 641 al. 2. 28 February + 2 months is 28 April.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def later(start: dt.date, value: int, unit: str) -> dt.date:
    """Return the day that ends a plain length: no délai franc, no week-end.

    The birth of an implicit decision is such a day: it never moves to a working day.
    """
    if unit in DAYS:
        return start + value * DAYS[unit] * ONE_DAY
    return add_months(start, value * (12 if unit == "annees" else 1))


def count(
    delay: Delay,
    start: Moment,
    *,
    mode: Mode,
    calendar: Calendar,
    article: Article,
    distance: int = 0,
    paused: int = 0,
    extension_basis: str = "",
) -> Count:
    """Count a delay from a start.

    Args:
        mode: what ``mode_of`` says.
        calendar: closed days at the court's place.
        article: gives the article of a step's code.
        distance: months to add for the distance (CJA R.421-7); 0 when the delay allows none.
        paused: days during which it did not run; the nominal day never moves by them.
        extension_basis: article of the extension, when it is not the ordinary one.
    """
    if mode == "h":
        return _hours(delay, start, article)
    day = start if type(start) is dt.date else dt.date(start.year, start.month, start.day)
    if mode == "a31":
        return _year_end(delay, day, article)
    steps = [Step("jour-exclu", day + ONE_DAY, article("jour-exclu"))]
    nominal = _add(delay, day, distance, steps, article)
    last = nominal
    if paused:
        last += paused * ONE_DAY
        steps.append(Step("pause", last, "", paused, "jours"))
    if delay.franc:
        last += ONE_DAY
        steps.append(Step("franc", last, article("franc"), 1, "jours"))
    if delay.extension:
        last = _extend(last, calendar, steps, extension_basis or article("report"))
    elif mode == "j0":
        steps.append(Step("sans-report", last))
    return Count(nominal, last, tuple(steps))


def _add(delay: Delay, day: dt.date, distance: int, steps: list[Step], article: Article) -> dt.date:
    if delay.unit in DAYS:
        if distance:  # the month first, then the days
            day = add_months(day, distance)
            steps.append(Step("distance", day, article("distance"), distance, "mois"))
        end = later(day, delay.value, delay.unit)
        steps.append(Step("jours", end, article("jours"), delay.value, delay.unit))
        return end
    months = delay.value * (12 if delay.unit == "annees" else 1)
    end = add_months(day, months + distance)
    steps.append(Step(delay.unit, end, article("mois"), delay.value, delay.unit))
    if distance:
        steps.append(Step("distance", end, article("distance"), distance, "mois"))
    if end.day != day.day:
        steps.append(Step("fin-de-mois", end, article("fin-de-mois"), day.day))
    return end


def _extend(day: dt.date, calendar: Calendar, steps: list[Step], basis: str) -> dt.date:
    """Move a closed last day to the next working day, one step per cause."""
    cause = ""
    while calendar.closed(day):
        holiday = calendar.holiday(day)
        name = holiday.name if holiday else WEEKEND
        if name != cause:
            law = f"{basis} ; {holiday.basis}" if holiday else basis
            code = "report-ferie" if holiday else "report-week-end"
            number = int(bool(holiday) and day.weekday() >= SATURDAY)
            steps.append(Step(code, calendar.next_working(day), law, number, name=name, on=day))
        cause = name
        day += ONE_DAY
    return day


def _hours(delay: Delay, start: Moment, article: Article) -> Count:
    """Count from the hour; without it from midnight, and the last day then has no hour either."""
    begun = start if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())
    length = dt.timedelta(hours=delay.value)
    plain = begun + length
    end = elapsed_hours_end(begun, plain)
    steps = [Step("heures", plain, article("heures"), delay.value, "heures")]
    if end != plain:
        steps.append(Step("changement-heure", end, article("heure-legale"), 1, "heures"))
    if begun == start:
        return Count(end, end, tuple(steps))
    latest = dt.datetime.combine(start, dt.time.max) + length
    return Count(end, latest.date(), (Step("heure-inconnue", begun), *steps))


def _year_end(delay: Delay, day: dt.date, article: Article) -> Count:
    end = dt.date(day.year + delay.value, 12, 31)
    return Count(end, end, (Step("fin-annee", end, article("fin-annee"), delay.value, "annees"),))
