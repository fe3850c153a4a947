"""What the heartbeat and the old computer say of figures; slow, the whole walk of an office."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.heartbeat import Beat, Held, told
from tests.bench.old_pc import Took

PROJECT = Path(__file__).parents[2]


def held(gesture: str, *own: float) -> Held:
    return Held(gesture, [Beat(one * 3, one, one * 2) for one in own])


def test_the_first_time_is_told_apart() -> None:
    """It loads and compiles: what comes after it is what a person meets all day."""
    found = held("documents: opened", 400, 20, 30, 40)
    assert (found.first, found.middle("own"), found.middle("wall")) == (400, 30, 90)
    assert held("once", 50).middle("own") == 50


def test_what_holds_the_window_longest_comes_first_and_what_is_over_is_named() -> None:
    table = list(told([held("a", 1, 99), held("b", 1, 101)], 100))
    assert [line.split(":")[0][0] for line in table[1:3]] == ["b", "a"]
    assert [line.endswith("OVER") for line in table[1:3]] == [True, False]
    assert table[-1].endswith("over 100 ms: 1.")
    assert "101.0 ms" in table[-1]


@pytest.mark.parametrize(
    ("took", "said"),
    [
        pytest.param(Took(149, 90), "ok", id="the clock keeps it, busy as it is"),
        pytest.param(Took(700, 30), "too busy to tell", id="the processor would keep it"),
        pytest.param(Took(700, 38), "OVER", id="the processor breaks it already"),
    ],
)
def test_a_promise_on_an_old_computer(took: Took, said: str) -> None:
    assert took.verdict(0.25, 150) == said


@pytest.mark.slow
def test_no_gesture_holds_the_window_in_an_office(tmp_path: Path) -> None:
    """100,000 papers, 13,000 people, 300 packs: every screen, in a process of its own."""
    order = [sys.executable, "-m", "tests.bench.heartbeat", "--times", "2"]
    walked = subprocess.run(
        [*order, "--cache", tmp_path / "kept"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert walked.returncode == 0, walked.stdout[-6000:] + walked.stderr[-3000:]
    assert "personnes: people, more" in walked.stdout
