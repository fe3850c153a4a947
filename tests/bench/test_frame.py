"""The frame of the measures: what is a ratio, what is over, and every file is found."""

import time

import pytest

from desktop_app.safe import kdf, slots
from tests.bench.__main__ import line, modules
from tests.bench.frame import YARD_MS, Row, Yard, derived_once, in_turn, measured_by


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        pytest.param(Row("a", 15, baseline=10, budget=1.7), True, id="ratio inside its budget"),
        pytest.param(Row("a", 18, baseline=10, budget=1.7), False, id="ratio over its budget"),
        pytest.param(Row("a", 90, budget=100), True, id="figure inside its budget"),
        pytest.param(Row("a", 101, budget=100), False, id="figure over its budget"),
        pytest.param(Row("a", 1, baseline=10), None, id="nothing was promised"),
    ],
)
def test_budget(row: Row, kept: bool | None) -> None:
    assert row.kept is kept
    assert ("OVER" in line(row)) is (kept is False)


def test_acts_take_turns_and_the_first_call_is_not_counted() -> None:
    calls = []

    def slow_at_first() -> None:
        time.sleep(0.2 if not calls else 0)
        calls.append("a")

    medians = in_turn([slow_at_first, lambda: calls.append("b")], times=3)
    assert calls == ["a", "b"] * 4
    assert medians[0] < 100


def test_every_file_of_measures_is_found() -> None:
    found = dict(modules([]))
    assert "bench_start" in found
    assert all(callable(rows) for rows in found.values())
    assert list(dict(modules(["start"]))) == ["bench_start"]


def test_a_promise_in_ms_is_a_ratio_of_the_run() -> None:
    """Twice as busy: both are twice as long, and the verdict is the same."""
    for slower in (1, 2, 20):
        yard = Yard(YARD_MS * slower, YARD_MS)
        assert measured_by(Row("a", 90 * slower, budget=100), yard).kept is True
        assert measured_by(Row("a", 110 * slower, budget=100), yard).kept is False
        assert measured_by(Row("a", 110, budget=100, processor=True), yard).kept is False
    for row in (Row("a", 1), Row("a", 1, baseline=2, budget=1), Row("a", 1, budget=5, unit="MB")):
        assert measured_by(row, yard) is row


def test_a_key_is_derived_once_and_then_anew() -> None:
    before = slots.derive
    with derived_once():
        assert slots.derive(b"a", bytes(16), kdf.FLOOR) is slots.derive(b"a", bytes(16), kdf.FLOOR)
    assert slots.derive is before
