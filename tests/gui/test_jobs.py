"""One worker: in the order asked, and what is only looked at waits until nothing else does."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.gui.jobs import Jobs
from tests.gui.keyboard import until

Ask = Callable[..., object]


@pytest.fixture
def jobs(qt: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()


class Held:
    """Work that the test lets end."""

    def __init__(self, jobs: Jobs) -> None:
        self.done: list[str] = []
        self.told: list[str] = []
        self._go = threading.Event()
        jobs.run(self._go.wait, done=lambda _: None, failed=lambda _: None)

    def ask(self, run: Ask, name: str) -> object:
        return run(lambda: self.done.append(name), done=lambda _: self.tell(name), failed=print)

    def tell(self, name: str) -> None:
        self.told.append(name)

    def let_go(self, jobs: Jobs) -> None:
        self._go.set()
        until(lambda: not jobs._waiting)


def test_in_the_order_asked(jobs: Jobs) -> None:
    held = Held(jobs)
    for name in ("a", "b", "c"):
        held.ask(jobs.run, name)
    held.let_go(jobs)
    assert held.done == held.told == ["a", "b", "c"]


def test_what_is_looked_at_lets_the_saving_pass(jobs: Jobs) -> None:
    held = Held(jobs)
    held.ask(jobs.run_aside, "look")
    held.ask(jobs.run, "save")
    held.ask(jobs.run_aside, "look again")
    held.ask(jobs.run, "save again")
    held.let_go(jobs)
    assert held.done == ["save", "save again", "look", "look again"]


def test_what_is_looked_at_goes_at_once_when_nothing_else_waits(jobs: Jobs) -> None:
    done: list[str] = []
    jobs.run_aside(lambda: "drawn", done=done.append, failed=print)
    until(lambda: done)
    assert done == ["drawn"]


def test_what_nobody_wants_any_more_is_not_even_done(jobs: Jobs) -> None:
    held = Held(jobs)
    job = held.ask(jobs.run_aside, "former")
    held.ask(jobs.run_aside, "present")
    job.cancel()  # type: ignore[attr-defined]
    held.let_go(jobs)
    assert held.done == ["present"]


def test_what_a_result_asks_comes_before_what_waits_aside(jobs: Jobs) -> None:
    held = Held(jobs)
    jobs.run(lambda: None, done=lambda _: held.ask(jobs.run, "save"), failed=print)
    held.ask(jobs.run_aside, "look")
    held.let_go(jobs)
    assert held.done == ["save", "look"]


def test_what_was_used_is_let_go_even_after_the_worker_stopped(jobs: Jobs) -> None:
    let_go: list[str] = []
    jobs.end(lambda: let_go.append("in its turn"))
    until(lambda: let_go)
    jobs.stop()
    jobs.end(lambda: let_go.append("at once"))
    assert let_go == ["in its turn", "at once"]


FAILS = """
from PySide6.QtCore import QCoreApplication
from desktop_app.gui.jobs import Jobs

app = QCoreApplication([])
jobs = Jobs()
jobs.run(lambda: None, done=lambda _none: None, failed=print)


class Preview:
    def __del__(self):
        jobs.end(lambda: print("let go", flush=True))


preview = Preview()
raise SystemExit(3)
"""


def test_what_was_used_is_let_go_when_the_program_ends_without_a_stop() -> None:
    """Python then ends the worker itself, before the widgets: a trace hid what had failed."""
    ended = subprocess.run(
        [sys.executable, "-c", FAILS], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (3, "let go\n", "")
