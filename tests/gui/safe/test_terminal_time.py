"""The limit of a session, and the hours of a terminal, are told in time; then all is erased."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop_app.core.terminal import Terminal, terminal_of
from desktop_app.gui.terminal_time import SessionTime

OPEN = terminal_of({"open": ["1-7 10:00-18:00"]})


class Inputs(QObject):
    """Stands where hands are heard."""

    def __init__(self) -> None:
        super().__init__()
        self.life: list[Callable[[QEvent], bool]] = []


class Session:
    """A session whose clock is the test's."""

    def __init__(self, terminal: Terminal, at: str = "2026-11-24 11:00") -> None:
        self.told: list[str] = []
        self.ended, self.seconds = 0, 0.0
        self.start = dt.datetime.fromisoformat(at)
        self.inputs = Inputs()
        self.time = SessionTime(
            terminal,
            self.inputs,  # type: ignore[arg-type]
            tell=self.told.append,
            end=self._end,
            now=lambda: self.start + dt.timedelta(seconds=self.seconds),
            clock=lambda: self.seconds,
        )
        self.time._timer.stop()

    def _end(self) -> None:
        self.ended += 1

    def touch(self) -> None:
        for one in self.inputs.life:
            one(QEvent(QEvent.Type.KeyPress))

    def wait(self, minutes: float) -> None:
        for _ in range(round(minutes * 60)):
            self.seconds += 1
            self.time.look()


@pytest.fixture(autouse=True)
def application(qt: QApplication) -> QApplication:
    return qt


def test_the_limit_is_told_ten_minutes_before_then_two_then_it_ends() -> None:
    session = Session(Terminal(minutes=30))
    session.wait(60)
    assert session.ended == 0, "nobody began"
    session.touch()
    session.wait(19.5)
    assert session.told == []
    session.wait(1)
    assert session.told[0].startswith("Il reste 10 minutes.")
    session.wait(8)
    assert [one[:19] for one in session.told[1:]] == ["Il reste 2 minutes."]
    assert session.ended == 0
    session.wait(2)
    assert session.ended == 1
    session.wait(60)
    assert session.ended == 1, "the next one has not begun"


def test_gestures_do_not_lengthen_it_but_a_new_session_has_it_whole() -> None:
    session = Session(Terminal(minutes=30))
    session.touch()
    session.wait(29)
    session.touch()
    session.wait(2)
    assert session.ended == 1
    session.touch()
    session.wait(15)
    assert session.ended == 1


def test_the_hours_end_it_too_whichever_comes_first() -> None:
    session = Session(OPEN, "2026-11-24 17:45")
    session.touch()
    session.wait(6)
    assert session.told[0].startswith("Il reste 10 minutes.")
    session.wait(10)
    assert session.ended == 1


def test_who_begins_late_is_told_at_once_once() -> None:
    session = Session(OPEN, "2026-11-24 17:59")
    session.touch()
    session.wait(0.5)
    assert [one[:18] for one in session.told] == ["Il reste 1 minute."]


def test_without_a_limit_no_time_is_looked_at() -> None:
    session = Session(Terminal())
    assert session.inputs.life == []
    assert not session.time._timer.isActive()
