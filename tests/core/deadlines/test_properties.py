"""Laws of the engine, whatever the procedure, the place and the day."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines import calendar
from desktop_app.core.deadlines.dates import dates
from desktop_app.core.deadlines.request import Request
from desktop_app.core.deadlines.tables import Holiday

LAW = FolderLaw()
DATED = [p for p in LAW.procedures() if (p.delay or p.answer_delay) and p.id != "oqtf-48h"]
ORDINARY = [p for p in DATED if p.delay and p.delay.extension]

days = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))
procedures = st.sampled_from(DATED)
ordinary = st.sampled_from(ORDINARY)
territories = st.sampled_from(sorted(LAW.tables.territories))
residences = st.sampled_from(["", "etranger", *sorted(LAW.tables.territories)])


def counted(procedure, start, territory="metropole", residence="", law=LAW):
    asked = Request(
        procedure.id, "notification", start, start, territory=territory, residence=residence
    )
    return dates(law, asked, procedure, start)


class WithOneMoreHoliday:
    """The law with a holiday added, here or everywhere."""

    def __init__(self, day, territory):
        extra = Holiday(
            name="test",
            on=day.strftime("%m-%d"),
            territories=(territory,) if territory else (),
            sources=(),
            confidence="haute",
            seen_on=day,
        )
        self.tables = replace(LAW.tables, holidays=[*LAW.tables.holidays, extra])


@given(ordinary, days, territories, residences)
def test_an_ordinary_deadline_never_ends_on_a_closed_day(procedure, start, territory, residence):
    found = counted(procedure, start, territory, residence)
    place = calendar.of_territory(LAW.tables.holidays, territory, optional=True)

    assert not place.closed(found.last)


@given(procedures, days, territories, residences)
def test_the_prudent_day_is_open_and_never_after_the_last_one(
    procedure, start, territory, residence
):
    found = counted(procedure, start, territory, residence)

    assert start < found.prudent <= found.last
    if found.mode == "mb":
        assert found.prudent == found.last
    assert not calendar.national(LAW.tables.holidays).closed(found.prudent)


@given(procedures, days, territories, st.integers(0, 60))
def test_a_later_start_never_gives_an_earlier_day(procedure, start, territory, later):
    first = counted(procedure, start, territory)
    second = counted(procedure, start + dt.timedelta(days=later), territory)

    assert first.last <= second.last
    assert first.prudent <= second.prudent


@given(ordinary, days, territories, st.integers(-10, 10), st.booleans())
def test_one_more_holiday_never_shortens_the_last_day_nor_lengthens_the_prudent_one(
    procedure, start, territory, offset, everywhere
):
    before = counted(procedure, start, territory)
    day = before.last + dt.timedelta(days=offset)
    if (day.month, day.day) == (2, 29):
        day -= dt.timedelta(days=1)
    more = WithOneMoreHoliday(day, "" if everywhere else territory)
    after = counted(procedure, start, territory, law=more)

    assert after.last >= before.last
    if after.mode != "mb":
        assert after.prudent <= before.prudent


@given(procedures, days, territories, residences)
def test_living_far_never_shortens(procedure, start, territory, residence):
    near, far = (
        counted(procedure, start, territory),
        counted(procedure, start, territory, residence),
    )

    assert far.last >= near.last
    if far.without_distance:
        assert far.without_distance.last == near.last


@given(st.builds(dt.datetime.combine, days, st.times()))
def test_48_hours_are_never_more(start):
    procedure = LAW.procedure("oqtf-48h")
    found = counted(procedure, start)

    assert dt.timedelta(hours=47) <= found.last - start <= dt.timedelta(hours=48)
    assert found.prudent == found.last


@pytest.mark.parametrize("procedure", ORDINARY, ids=lambda p: p.id)
def test_the_steps_tell_the_same_days_as_the_answer(procedure):
    found = counted(procedure, dt.date(2026, 12, 31))

    assert found.count.steps[-1].moment == found.last
    assert found.count.nominal in [step.moment for step in found.count.steps]
