"""A window counted backwards: the renewal of a residence permit (CESEDA R.431-5 1°)."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.deadlines.calendar import ONE_DAY, Calendar
from desktop_app.core.deadlines.counting import add_months
from desktop_app.core.deadlines.model import Advice, Step
from desktop_app.core.deadlines.procedures import Window


@dataclass(frozen=True, slots=True)
class Opening:
    """The two ends of a window, both included."""

    opens: dt.date
    closes: dt.date
    when: str
    basis: str


def openings(windows: tuple[Window, ...], expiry: dt.date) -> tuple[Opening, ...]:
    """Return the windows before a day, in the order of the law's file: the strictest first."""
    return tuple(
        Opening(
            _before(expiry, w.opens, w.unit), _before(expiry, w.closes, w.unit), w.when, w.basis
        )
        for w in windows
    )


def _before(day: dt.date, value: int, unit: str) -> dt.date:
    return day - value * ONE_DAY if unit == "jours" else add_months(day, -value)


def steps(expiry: dt.date, found: tuple[Opening, ...], prudent: dt.date) -> tuple[Step, ...]:
    """Return the words of the computation: both ends of each window."""
    told = [Step("expiration", expiry)]
    for opening in found:
        told.append(Step("fenetre-ouvre", opening.opens, opening.basis, name=opening.when))
        told.append(Step("fenetre-ferme", opening.closes, opening.basis, name=opening.when))
    return (*told, Step("jour-prudent", prudent))


def advice(found: tuple[Opening, ...], today: dt.date) -> tuple[Advice, ...]:
    """Return what to say when the window is not open yet."""
    if found[0].opens > today:
        return (Advice("fenetre-pas-ouverte", {"day": found[0].opens}),)
    return ()


def prudent_day(opening: Opening, calendar: Calendar) -> dt.date:
    """Return the last working day of a window."""
    return calendar.last_working(opening.closes)
