"""What Python throws away is thrown away on the window's thread: a page never ends elsewhere."""

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.gui.context import Context
from tests.gui.conftest import in_worker
from tests.gui.keyboard import until

PROJECT = Path(__file__).parents[2]
FAST = (200, 16)
SLOW = (2000, 1000)


@pytest.fixture
def collected_on() -> Iterator[set[threading.Thread]]:
    """The threads on which garbage was collected during the test, Python being made eager."""
    threads: set[threading.Thread] = set()

    def hear(phase: str, _told: dict[str, int]) -> None:
        if phase == "start":
            threads.add(threading.current_thread())

    before = gc.get_threshold()
    gc.set_threshold(50, 3, 3)
    gc.callbacks.append(hear)
    yield threads
    gc.callbacks.remove(hear)
    gc.set_threshold(*before)


class Ring:
    """Something that holds itself: only a collection ends it."""

    def __init__(self, held: object = None) -> None:
        self.itself, self.held = self, held


def test_the_worker_collects_nothing(context: Context, collected_on: set[threading.Thread]) -> None:
    collected_on.clear()
    lost = Ring(QLabel("a page that was left"))
    gone = weakref.ref(lost)
    del lost
    in_worker(context, lambda: [Ring() for _ in range(2000)])
    until(lambda: gone() is None, "what was left was never collected")
    assert collected_on == {threading.main_thread()}


def test_what_was_asked_is_let_go_of_by_the_window(context: Context) -> None:
    """The worker may be the last to hold what a callback speaks of: it must not be."""
    ended_on: list[threading.Thread] = []

    class Told:
        def __del__(self) -> None:
            ended_on.append(threading.current_thread())

        def hear(self, _result: object) -> None: ...

    told: Any = Told()
    context.jobs.run(lambda t=told: bool(t), done=told.hear, failed=told.hear)
    del told
    until(lambda: bool(ended_on), "what was asked is still held")
    assert ended_on == [threading.main_thread()]


def left_behind(*how: str) -> "subprocess.CompletedProcess[str]":
    """Leave pages behind, their timers running, in a process of their own."""
    command = [sys.executable, "-m", "tests.gui.left_behind", *how]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def test_pages_left_behind_end_where_their_timers_run() -> None:
    done = left_behind()
    assert (done.returncode, done.stdout, done.stderr) == (0, "window\n", "")


def test_without_a_keeper_they_would_end_in_the_worker() -> None:
    """What killed the window: Qt then strikes timers that are dead, where it happens to be."""
    assert left_behind("anywhere").stdout == "worker\n"


def test_python_collects_again_once_the_worker_has_stopped(context: Context) -> None:
    assert not gc.isenabled()
    context.jobs.stop()
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("seed", "size"),
    [(1, FAST), *(pytest.param(n, SLOW, marks=pytest.mark.slow) for n in range(2, 5))],
)
def test_keys_and_clicks_at_random_break_nothing(seed: int, size: tuple[int, int]) -> None:
    """Some gestures over some screens; slow: 2,000 over all, four programs keeping both cores."""
    burn = [sys.executable, "-c", "while True: pass"]
    burners = [subprocess.Popen(burn) for _ in range(4 if size == SLOW else 0)]
    gestures, screens = size
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.gui.stress", str(seed), str(gestures), str(screens)],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()
    told = done.stdout + done.stderr
    assert done.returncode == 0, told
    assert "Qt: " not in done.stdout, told
