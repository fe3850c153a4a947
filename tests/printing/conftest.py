"""One scheduler for the tests of a folder's run; each test adds printers of its own."""

import datetime as dt
from collections.abc import Iterator

import pytest

from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.rendering import Made, make_letter, make_on_blank, make_on_paper
from tests.gui.conftest import (  # noqa: F401 (the real window, for the print screen)
    context,
    make_window,
    qt,
    safe,
    safe_folder,
    window,
)
from tests.printing.queue import Cups, cups

TODAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="module")
def running() -> Iterator[Cups]:
    with cups() as service:
        yield service


@pytest.fixture
def service(running: Cups, monkeypatch: pytest.MonkeyPatch) -> Cups:
    """The scheduler, which this test's process finds as a program does."""
    for name, value in running.environment.items():
        monkeypatch.setenv(name, value)
    return running


@pytest.fixture(scope="session")
def tools() -> RealTools:
    return RealTools()


@pytest.fixture(scope="session")
def letter(tools: RealTools) -> Made:
    """A letter and all its sheets: copy, counter sheet, papers to enclose."""
    return make_letter(tools, tools.demo.letter, TODAY)


@pytest.fixture(scope="session")
def form(tools: RealTools) -> Made:
    """A form filled on its blank."""
    return make_on_blank(tools, tools.demo.form, TODAY, tools.demo.blank)


@pytest.fixture(scope="session")
def on_paper(tools: RealTools) -> Made:
    """The answers alone, to be printed onto the paper form."""
    return make_on_paper(tools, tools.demo.form, TODAY)
