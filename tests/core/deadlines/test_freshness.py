"""How long what was read may be said: a default by kind of rule, and what a rule says itself."""

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.deadlines.freshness import (
    Schedule,
    Span,
    check_spans,
    months_between,
    next_day,
)

SEEN = dt.date(2026, 11, 24)
YEAR, CHANGES = Span(id="procedure", months=12), Span(id="amount", changes=("01-01", "04-01"))
SCHEDULE = Schedule({"procedure": YEAR, "amount": CHANGES})


@dataclass(frozen=True)
class Rule:
    """Anything that was read."""

    seen_on: dt.date = SEEN
    review_by: dt.date | None = None


def test_a_rule_holds_for_the_months_of_its_kind_that_day_included() -> None:
    assert SCHEDULE.review_by("procedure", Rule()) == dt.date(2027, 11, 24)
    assert SCHEDULE.old("procedure", [Rule()], dt.date(2027, 11, 24)) is None
    late = SCHEDULE.old("procedure", [Rule()], dt.date(2027, 11, 25))
    assert late is not None
    assert (late.months, late.seen_on) == (12, SEEN)


@pytest.mark.parametrize(
    ("seen", "last"),
    [
        (dt.date(2026, 11, 28), dt.date(2026, 12, 31)),
        (dt.date(2027, 1, 1), dt.date(2027, 3, 31)),
        (dt.date(2027, 4, 1), dt.date(2027, 12, 31)),
    ],
)
def test_an_amount_holds_until_the_eve_of_the_next_change(seen: dt.date, last: dt.date) -> None:
    assert SCHEDULE.review_by("amount", Rule(seen)) == last


def test_what_a_rule_says_itself_wins() -> None:
    sooner = Rule(review_by=dt.date(2027, 3, 31))
    assert SCHEDULE.old("procedure", [Rule(), sooner], dt.date(2027, 4, 1)) is not None
    longer = Rule(review_by=dt.date(2031, 12, 31))
    assert SCHEDULE.old("procedure", [longer], dt.date(2031, 12, 31)) is None


def test_the_oldest_reading_is_told() -> None:
    older = Rule(dt.date(2026, 2, 1))
    late = SCHEDULE.old("procedure", [Rule(), older], dt.date(2028, 2, 2))
    assert late is not None
    assert (late.seen_on, late.months) == (older.seen_on, 24)


def test_nothing_is_old_while_todays_date_is_in_doubt() -> None:
    assert SCHEDULE.old("procedure", [Rule()], dt.date.min) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 400))
def test_months_are_whole_ones(start: dt.date, days: int) -> None:
    end = start + dt.timedelta(days=days)
    months = months_between(start, end)
    assert months * 28 <= days <= months * 31 + 31


def test_the_next_such_day_is_after() -> None:
    assert next_day("01-01", dt.date(2027, 1, 1)) == dt.date(2028, 1, 1)


def test_a_kind_without_an_end_is_told() -> None:
    places = [one.place for one in check_spans([Span(id="procedure"), CHANGES])]
    assert "kind 1" in places
    assert "kind, event" in places
    wrong = check_spans([Span(id="amount", changes=("13-45",))])
    assert "kind 1, changes" in [one.place for one in wrong]
