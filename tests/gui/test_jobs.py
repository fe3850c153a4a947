"""What is kept: in the order asked. What is only looked at: in a thread of its own."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

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

    def __init__(self, run: Ask) -> None:
        self.done: list[str] = []
        self.told: list[str] = []
        self._go = threading.Event()
        run(self._go.wait, done=lambda _: None, failed=lambda _: None)

    def ask(self, run: Ask, name: str) -> object:
        return run(lambda: self.done.append(name), done=lambda _: self.tell(name), failed=print)

    def tell(self, name: str) -> None:
        self.told.append(name)

    def go(self) -> None:
        self._go.set()

    def let_go(self, jobs: Jobs) -> None:
        self.go()
        until(lambda: not jobs._waiting)


def test_in_the_order_asked(jobs: Jobs) -> None:
    held = Held(jobs.run)
    for name in ("a", "b", "c"):
        held.ask(jobs.run, name)
    held.let_go(jobs)
    assert held.done == held.told == ["a", "b", "c"]


def test_a_page_being_drawn_makes_no_saving_wait(jobs: Jobs) -> None:
    """On a computer at work a page took longer than the second in which an answer must be kept."""
    held = Held(jobs.run_aside)
    held.ask(jobs.run_aside, "look again")
    held.ask(jobs.run, "save")
    held.ask(jobs.run, "save again")
    until(lambda: held.told == ["save", "save again"])
    held.let_go(jobs)
    assert held.told == ["save", "save again", "look again"]


def test_pages_are_drawn_one_at_a_time(jobs: Jobs) -> None:
    held = Held(jobs.run_aside)
    for name in ("a", "b", "c"):
        held.ask(jobs.run_aside, name)
    assert held.done == []
    held.let_go(jobs)
    assert held.done == held.told == ["a", "b", "c"]


def test_what_is_looked_at_goes_at_once_when_nothing_else_waits(jobs: Jobs) -> None:
    done: list[str] = []
    jobs.run_aside(lambda: "drawn", done=done.append, failed=print)
    until(lambda: done)
    assert done == ["drawn"]


def test_what_nobody_wants_any_more_is_not_even_done(jobs: Jobs) -> None:
    held = Held(jobs.run_aside)
    job = held.ask(jobs.run_aside, "former")
    held.ask(jobs.run_aside, "present")
    job.cancel()  # type: ignore[attr-defined]
    held.let_go(jobs)
    assert held.done == ["present"]


def test_what_was_used_is_let_go_even_after_the_worker_stopped(jobs: Jobs) -> None:
    held = Held(jobs.run_aside)
    jobs.end(lambda: held.done.append("in its turn"))
    assert held.done == []
    held.let_go(jobs)
    jobs.stop()
    jobs.end(lambda: held.done.append("at once"))
    assert held.done == ["in its turn", "at once"]


def test_what_waits_to_be_let_go_is_let_go_by_the_stop(jobs: Jobs) -> None:
    """A child that draws stayed behind: the page that it drew lasted longer than the window."""
    held = Held(jobs.run_aside)
    jobs.end(lambda: held.done.append("let go"))
    held.ask(jobs.run_aside, "a page that nobody will see")
    threading.Timer(0.2, held.go).start()
    jobs.stop()
    assert held.done == ["let go"]


def test_what_was_never_used_is_let_go_at_once(jobs: Jobs) -> None:
    held = Held(jobs.run)
    jobs.end(lambda: held.done.append("at once"))
    assert held.done == ["at once"]
    held.let_go(jobs)


FAILS = """
from PySide6.QtCore import QCoreApplication
from desktop_app.gui.jobs import Jobs

app = QCoreApplication([])
jobs = Jobs()
jobs.run_aside(lambda: None, done=lambda _none: None, failed=print)


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


def plain(page: QLabel) -> Callable[[Any], object]:
    return page.setText


def in_a_cell(page: QLabel) -> Callable[[Any], object]:
    return lambda words: page.setText(str(words))


def partly_given(page: QLabel) -> Callable[[Any], object]:
    return partial(_say, page)


def by_default(page: QLabel) -> Callable[[Any], object]:
    return lambda words, on=page: on.setText(words)


def in_a_function_in_a_cell(page: QLabel) -> Callable[[Any], object]:
    def say(words: str) -> None:
        page.setText(words)

    return lambda words: say(str(words))


def in_a_method_in_a_cell(page: QLabel) -> Callable[[Any], object]:
    say = page.setText
    return lambda words: say(str(words))


def in_itself_too(page: QLabel) -> Callable[[Any], object]:
    def say(words: str, again: bool = True) -> None:
        if again:
            say(words, False)
        page.setText(words)

    return partial(say)


def _say(page: QLabel, words: str) -> None:
    page.setText(words)


WAYS = (plain, in_a_cell, partly_given, by_default, in_a_function_in_a_cell,
        in_a_method_in_a_cell, in_itself_too)  # fmt: skip


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What goes through a slot as an error: Qt goes on, and says it."""
    found: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: found.append(str(error)))
    return found


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_told_to_a_page_that_is_gone(
    jobs: Jobs, said: list[str], way: Callable[[QLabel], Callable[[Any], object]]
) -> None:
    page, go = QLabel(), threading.Event()
    tell = way(page)
    jobs.run(go.wait, done=tell, failed=tell)
    jobs.run_long(
        lambda progress: progress(1, 2),
        progress=lambda done, _all, tell=tell: tell(str(done)),  # type: ignore[misc]
        done=tell,
        failed=tell,
    )
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)
    go.set()
    until(lambda: jobs.idle)
    assert said == []


@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_is_there_is_told(
    jobs: Jobs, way: Callable[[QLabel], Callable[[Any], object]]
) -> None:
    page = QLabel()
    jobs.run(lambda: "done", done=way(page), failed=print)
    until(lambda: jobs.idle)
    assert page.text() == "done"


def test_a_part_of_a_page_that_is_left_is_told_nothing(jobs: Jobs) -> None:
    """It took the focus away from the page that had come, and said there that a disk failed."""
    page = Left()
    part = QLabel(QWidget(page))
    for left in (False, True):
        page.left = left
        jobs.run(lambda: None, done=lambda _none, left=left: part.setText(str(left)), failed=print)
        until(lambda: jobs.idle)
    assert part.text() == "False"


class Left(QWidget):
    """A page, which the window leaves."""

    left = False
