"""Each mode of counting, and its traps, derived by hand."""

import datetime as dt

import pytest

from desktop_app.core.deadlines import calendar
from desktop_app.core.deadlines.counting import add_months, count, mode_of
from desktop_app.core.deadlines.procedures import Delay


@pytest.fixture
def counted(law):
    def counted(delay, start, *, territory="metropole", distance=0, binds_body=False):
        return count(
            delay,
            start,
            mode=mode_of(delay, binds_body=binds_body),
            calendar=calendar.of_territory(law.tables.holidays, territory, optional=True),
            article=law.tables.article,
            distance=distance,
        )

    return counted


def months(value, **keys):
    return Delay(value=value, unit="mois", extension=True, **keys)


@pytest.mark.parametrize(
    ("delay", "mode"),
    [
        (Delay(value=2, unit="mois", franc=True, extension=True), "mf"),
        (Delay(value=2, unit="mois", extension=True), "m"),
        (Delay(value=15, unit="jours", extension=True), "j"),
        (Delay(value=8, unit="jours"), "j0"),
        (Delay(value=48, unit="heures"), "h"),
        (Delay(value=1, unit="annees"), "an"),
        (Delay(value=2, unit="31-decembre"), "a31"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_mode_follows_from_the_keys(delay, mode):
    assert mode_of(delay) == mode


def test_a_delay_that_binds_the_body_has_its_own_mode():
    assert mode_of(months(1), binds_body=True) == "mb"


@pytest.mark.parametrize(
    ("start", "value", "end"),
    [
        pytest.param((2027, 1, 31), 1, (2027, 2, 28), id="no 31 February: last day of the month"),
        pytest.param((2028, 1, 31), 1, (2028, 2, 29), id="leap year"),
        pytest.param((2027, 2, 28), 2, (2027, 4, 28), id="28 February stays the 28th"),
        pytest.param((2028, 2, 29), 12, (2029, 2, 28), id="29 February, one year later"),
        pytest.param((2026, 12, 31), 2, (2027, 2, 28), id="over the end of the year"),
        pytest.param((2026, 11, 30), 3, (2027, 2, 28), id="30 November + 3 months"),
        pytest.param((2027, 3, 31), 3, (2027, 6, 30), id="30 days in June"),
        pytest.param((2027, 1, 31), -2, (2026, 11, 30), id="backwards"),
        pytest.param((2027, 1, 15), 0, (2027, 1, 15), id="nothing"),
        pytest.param((2026, 10, 13), 4, (2027, 2, 13), id="an implicit decision, four months"),
    ],
)
def test_months(start, value, end):
    assert add_months(dt.date(*start), value) == dt.date(*end)


def test_months_and_distance_are_one_addition(counted):
    # 31 December + 2 = 28 February, + 1 = 28 March; but 31 December + 3 = 31 March.
    found = counted(months(2, franc=True, distance=True), dt.date(2026, 12, 31), distance=1)

    assert found.nominal == dt.date(2027, 3, 31)
    assert found.last == dt.date(2027, 4, 1)


def test_the_franc_day_comes_after_the_clip_to_the_month(counted):
    assert counted(months(2, franc=True), dt.date(2027, 12, 30)).last == dt.date(2028, 3, 1)


def test_the_extension_is_only_for_the_last_day(counted):
    # The quantième is Sunday 24 January 2027; the franc day, Monday, is open and stays.
    found = counted(months(2, franc=True), dt.date(2026, 11, 24))

    assert found.nominal == dt.date(2027, 1, 24)
    assert found.last == dt.date(2027, 1, 25)


def test_a_holiday_next_to_a_week_end_moves_twice(counted):
    # Friday 25 December 2026, then the week-end.
    found = counted(Delay(value=15, unit="jours", extension=True), dt.date(2026, 12, 10))

    assert found.last == dt.date(2026, 12, 28)
    assert [(s.code, s.name) for s in found.steps[-2:]] == [
        ("report-ferie", "Noël"),
        ("report-week-end", "week-end"),
    ]


def test_26_december_only_in_alsace_and_moselle(counted):
    delay = months(2, franc=True)

    assert counted(delay, dt.date(2028, 10, 24)).last == dt.date(2028, 12, 26)
    assert counted(delay, dt.date(2028, 10, 24), territory="alsace-moselle").last == dt.date(
        2028, 12, 27
    )


def test_days_without_extension_may_end_on_a_closed_day(counted):
    found = counted(Delay(value=7, unit="jours"), dt.date(2026, 12, 18))

    assert found.last == dt.date(2026, 12, 25)
    assert found.steps[-1].code == "sans-report"


@pytest.mark.parametrize(
    ("year", "last"),
    [(1, (2027, 12, 31)), (2, (2028, 12, 31))],
    ids=["N + 1", "N + 2, a Sunday: no extension"],
)
def test_31_december(counted, year, last):
    assert counted(Delay(value=year, unit="31-decembre"), dt.date(2026, 1, 1)).last == dt.date(
        *last
    )


def test_one_year_has_no_extension(counted):
    # 20 November 2027 is a Saturday.
    assert counted(Delay(value=1, unit="annees"), dt.date(2026, 11, 20)).last == dt.date(
        2027, 11, 20
    )


@pytest.mark.parametrize(
    ("start", "last"),
    [
        pytest.param("2026-12-04T16:30", "2026-12-06T16:30", id="over a Sunday"),
        pytest.param("2026-12-30T23:59", "2027-01-01T23:59", id="over the new year"),
        pytest.param("2026-10-24T16:30", "2026-10-26T15:30", id="clocks go back"),
        pytest.param("2027-03-27T16:30", "2027-03-29T16:30", id="clocks go forward"),
        pytest.param("2026-10-25T03:00", "2026-10-27T03:00", id="just after the change"),
        pytest.param("2026-10-23T02:59", "2026-10-25T02:59", id="just before the change"),
        pytest.param("2026-10-23T03:00", "2026-10-25T02:00", id="ends at the change"),
    ],
)
def test_48_hours(counted, start, last):
    found = counted(Delay(value=48, unit="heures"), dt.datetime.fromisoformat(start))

    assert found.last == dt.datetime.fromisoformat(last)


def test_every_step_rests_on_an_article(counted):
    found = counted(months(2, franc=True, distance=True), dt.date(2026, 12, 31), distance=1)

    assert [s.code for s in found.steps] == ["jour-exclu", "mois", "distance", "franc"]
    assert all(s.article for s in found.steps)
