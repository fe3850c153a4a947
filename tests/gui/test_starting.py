"""Questions that are slow to come: the window says so where it is always seen, and goes on."""

from threading import Event
from typing import Any

import pytest

from desktop_app.core.errors import UnknownPack
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.starting import start
from desktop_app.workflow.interview import saving
from tests.gui.keyboard import until

WAIT = "Les questions se préparent…"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Event:
    """The pack is read once this event is set, as on a slow computer."""
    ready, begin = Event(), saving.begin

    def slow(*given: Any) -> Any:
        ready.wait(10)
        return begin(*given)

    monkeypatch.setattr(saving, "begin", slow)
    return ready


def test_a_long_wait_is_said_and_then_the_questions_come(
    window: MainWindow, context: Context, read: Event
) -> None:
    page = window.page()
    assert page is not None
    start(context, page, "caf-indu-rsa")
    until(lambda: window._bar.saved.text() == WAIT, "nothing is said meanwhile")
    read.set()
    until(lambda: isinstance(window.page(), Questions))
    assert window._bar.saved.text() != WAIT


def test_a_refusal_ends_the_wait(
    window: MainWindow, context: Context, read: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.page()
    assert page is not None
    told: list[BaseException] = []
    monkeypatch.setattr(page, "say_problem", told.append)
    start(context, page, "no-such-pack")
    until(lambda: window._bar.saved.text() == WAIT)
    read.set()
    until(lambda: told)
    assert isinstance(told[0], UnknownPack)
    assert window._bar.saved.text() == ""
