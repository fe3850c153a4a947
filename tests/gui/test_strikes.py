"""Which strike counts is told by its own time: here every time is written by the test."""

import pytest

from desktop_app.gui.strikes import BOUNCE, Strikes


class Clock:
    """Our own clock, in milliseconds."""

    def __init__(self) -> None:
        self.now = 5_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def strikes(clock: Clock) -> Strikes:
    """One strike of something else was heard, at 1000 of the events' clock."""
    made = Strikes(clock)
    made.counts("tab", 1000)
    made.other()
    return made


@pytest.mark.parametrize(("after", "counts"), [(0, False), (100, False), (299, False), (300, True)])
def test_the_twin_of_a_strike_waits(
    strikes: Strikes, clock: Clock, after: int, counts: bool
) -> None:
    clock.now += 5000
    assert strikes.counts("enter", 6000)
    clock.now += after
    assert strikes.counts("enter", 6000 + after) is counts


def test_a_hand_that_trembles_on_strikes_once(strikes: Strikes) -> None:
    struck = [strikes.counts("enter", 6000 + 150 * turn) for turn in range(6)]
    assert struck == [True] + [False] * 5


def test_a_twin_is_counted_from_the_moment_the_hand_left_the_key(strikes: Strikes) -> None:
    assert strikes.counts("space", 6000)
    strikes.released("space", 6900)
    assert not strikes.counts("space", 7100)
    assert strikes.counts("space", 7400)


def test_another_strike_between_two_makes_them_no_twins(strikes: Strikes) -> None:
    assert strikes.counts("space", 6000)
    assert strikes.counts("enter", 6050)
    assert strikes.counts("space", 6100)
    strikes.other()
    assert strikes.counts("space", 6150)


@pytest.mark.parametrize(("after", "counts"), [(50, False), (299, False), (301, True)])
def test_a_page_that_turned_makes_every_strike_wait(
    strikes: Strikes, clock: Clock, after: int, counts: bool
) -> None:
    clock.now += 5000
    strikes.turned()
    clock.now += after
    assert strikes.counts("space", 6000 + after) is counts


def test_what_was_struck_before_the_page_turned_and_comes_after_it_is_too_soon(
    strikes: Strikes, clock: Clock
) -> None:
    clock.now += 5800  # the window was at work: the page turned long after the key was struck
    strikes.turned()
    assert not strikes.counts("enter", 6500)


def test_an_arrow_walks_as_fast_as_a_hand_does(strikes: Strikes) -> None:
    walked = [strikes.counts("down", 6000 + 120 * turn, wait=BOUNCE) for turn in range(4)]
    assert walked == [True] * 4
    assert not strikes.counts("down", 6000 + 120 * 3 + 40, wait=BOUNCE)


def test_a_strike_without_a_time_of_its_own_is_struck_when_it_comes(
    strikes: Strikes, clock: Clock
) -> None:
    assert strikes.counts("enter", 0)
    clock.now += 100
    assert not strikes.counts("enter", 0)
    clock.now += 400
    assert strikes.counts("enter", 0)


def test_a_clock_that_begins_again_does_not_stop_the_keys(strikes: Strikes, clock: Clock) -> None:
    clock.now += 40_000_000
    strikes.turned()
    assert strikes.counts("enter", 3), "the system counts from nothing again"
    clock.now += 50
    assert not strikes.counts("enter", 53)


def test_a_clock_a_little_slower_than_ours_does_not_make_strikes_wait_for_ever(
    strikes: Strikes, clock: Clock
) -> None:
    stamp = 1000
    for _ in range(600):  # ten hours, a strike a minute; the events' clock loses 3 ms each
        clock.now += 60_000
        stamp += 59_997
        strikes.counts("tab", stamp)
    strikes.turned()
    clock.now += 320
    assert strikes.counts("enter", stamp + 320)
