"""The engine against a second one, written apart: day by day, with lists instead of formulas.

Easter comes from a list written by hand, months from counting days one by one.
"""

import datetime as dt

import pytest

EASTER = {
    2026: dt.date(2026, 4, 5),
    2027: dt.date(2027, 3, 28),
    2028: dt.date(2028, 4, 16),
    2029: dt.date(2029, 4, 1),
    2030: dt.date(2030, 4, 21),
    2031: dt.date(2031, 4, 13),
    2032: dt.date(2032, 3, 28),
}
FIXED = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
LOCAL = {
    "metropole": set(),
    "alsace-moselle": {(12, 26)},
    "mayotte": {(4, 27)},
    "reunion": {(12, 20)},
    "guyane": {(6, 10)},
}
DAY = dt.timedelta(days=1)


def is_closed(day, territory=""):
    if day.strftime("%a") in ("Sat", "Sun"):
        return True
    after_easter = (day - EASTER[day.year]).days
    if after_easter in (1, 39, 50) or (day.month, day.day) in FIXED:
        return True
    if territory == "alsace-moselle" and after_easter == -2:
        return True
    return bool(territory) and (day.month, day.day) in LOCAL[territory]


def same_day_number(start, months):
    """Walk month by month; the day wanted, or the last one that the month has."""
    day = start.replace(day=1)
    for _ in range(months):
        day = (day + 31 * DAY).replace(day=1)
    best = day
    while best.day < start.day and (best + DAY).month == day.month:
        best += DAY
    return best


def move(day, closed, step):
    while closed(day):
        day += step
    return day


def by_hand(start, mode, length, territory):
    nominal = same_day_number(start, length) if mode in ("mf", "m") else start + length * DAY
    last = nominal + DAY if mode == "mf" else nominal
    if mode != "j0":
        last = move(last, lambda day: is_closed(day, territory), DAY)
    return last, move(nominal, is_closed, -DAY)


CASES = [
    ("recours-ta", "mf", 2),
    ("oqtf-1mois", "mf", 1),
    ("dalo-injonction", "mf", 4),
    ("caf-cra-pf", "m", 2),
    ("fps-rapo", "m", 1),
    ("caf-contrainte", "j", 15),
    ("visa-rapo", "j", 30),
    ("amende-exoneration", "j", 45),
    ("oqtf-7j", "j0", 7),
    ("exclusion-scolaire", "j0", 8),
]


@pytest.mark.parametrize("territory", LOCAL)
@pytest.mark.parametrize(("procedure", "mode", "length"), CASES, ids=[c[0] for c in CASES])
def test_every_day_of_three_years(law, procedure, mode, length, territory):
    from desktop_app.core.deadlines.dates import dates
    from desktop_app.core.deadlines.request import Request

    target = law.procedure(procedure)
    start = dt.date(2026, 6, 1)
    while start < dt.date(2029, 6, 1):
        asked = Request(procedure, "notification", start, start, territory=territory)
        found = dates(law, asked, target, start)
        assert (found.last, found.prudent) == by_hand(start, mode, length, territory), start
        assert found.mode == mode
        start += DAY
