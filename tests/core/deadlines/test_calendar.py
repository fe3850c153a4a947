import datetime as dt

import pytest

from desktop_app.core.deadlines import calendar

EASTERS = [
    dt.date(2026, 4, 5),
    dt.date(2027, 3, 28),
    dt.date(2028, 4, 16),
    dt.date(2029, 4, 1),
    dt.date(2030, 4, 21),
    dt.date(2031, 4, 13),
    dt.date(2032, 3, 28),
    # The earliest and the latest of the century.
    dt.date(2008, 3, 23),
    dt.date(2038, 4, 25),
]


@pytest.mark.parametrize("day", EASTERS, ids=str)
def test_easter(day):
    assert calendar.easter(day.year) == day


def holidays(law, territory, year, *, good_friday=True):
    place = calendar.of_territory(law.tables.holidays, territory, optional=good_friday)
    return sorted(calendar.falls_on(h, year) for h in place.holidays)


def test_the_eleven_national_holidays_of_2027(law):
    assert holidays(law, "metropole", 2027) == [
        dt.date(2027, 1, 1),
        dt.date(2027, 3, 29),
        dt.date(2027, 5, 1),
        dt.date(2027, 5, 6),
        dt.date(2027, 5, 8),
        dt.date(2027, 5, 17),
        dt.date(2027, 7, 14),
        dt.date(2027, 8, 15),
        dt.date(2027, 11, 1),
        dt.date(2027, 11, 11),
        dt.date(2027, 12, 25),
    ]


@pytest.mark.parametrize(
    ("territory", "day"),
    [
        ("mayotte", (4, 27)),
        ("martinique", (5, 22)),
        ("guadeloupe", (5, 27)),
        ("saint-martin", (5, 27)),
        ("guyane", (6, 10)),
        ("saint-barthelemy", (10, 9)),
        ("reunion", (12, 20)),
    ],
    ids=str,
)
def test_one_local_holiday_overseas(law, territory, day):
    extra = set(holidays(law, territory, 2027)) - set(holidays(law, "metropole", 2027))

    assert extra == {dt.date(2027, *day)}


def test_alsace_and_moselle_have_26_december_and_perhaps_good_friday(law):
    national = set(holidays(law, "metropole", 2027))

    assert set(holidays(law, "alsace-moselle", 2027)) - national == {
        dt.date(2027, 3, 26),
        dt.date(2027, 12, 26),
    }
    assert set(holidays(law, "alsace-moselle", 2027, good_friday=False)) - national == {
        dt.date(2027, 12, 26)
    }


@pytest.mark.parametrize(
    "day",
    [dt.date(2027, 7, 21), dt.date(2027, 3, 26), dt.date(2027, 5, 28)],
    ids=["Schœlcher day", "Good Friday", "28 May"],
)
def test_days_that_other_lists_add_are_no_holidays_here(law, day):
    for territory in ("guadeloupe", "martinique", "saint-martin"):
        assert day not in holidays(law, territory, 2027)


def test_the_prudent_calendar_has_no_local_holiday(law):
    national = calendar.national(law.tables.holidays)

    assert not national.closed(dt.date(2027, 3, 26))
    assert not national.closed(dt.date(2028, 5, 22))
    assert national.closed(dt.date(2027, 5, 17))


def test_last_and_next_working_days(law):
    national = calendar.national(law.tables.holidays)

    # Christmas 2026 is a Friday.
    assert national.next_working(dt.date(2026, 12, 25)) == dt.date(2026, 12, 28)
    assert national.last_working(dt.date(2026, 12, 27)) == dt.date(2026, 12, 24)
    assert national.last_working(dt.date(2026, 12, 24)) == dt.date(2026, 12, 24)
