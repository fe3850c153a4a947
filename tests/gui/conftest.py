"""The real window, with real tools, offscreen; one safe of the test when asked for."""

import datetime as dt
import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import i18n
from desktop_app.gui import app as application
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.wiring import RealTools
from desktop_app.workflow.store import Safe
from tests.gui.hearing import Recorder, overheard
from tests.gui.staying import what_stays
from tests.gui.undoable import watched
from tests.helpers.clocks import Noon
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 24)


class FixedClock(Noon):
    """The day of the test."""

    def today(self) -> dt.date:
        return TODAY


class TestTools(RealTools):
    """Everything real but the date."""

    __test__ = False
    clock = FixedClock()  # type: ignore[assignment]


@pytest.fixture
def qt() -> QApplication:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication([])


@pytest.fixture(scope="module", autouse=True)
def nothing_stays(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail at the end of a file whose windows, or what came with them, are still there.

    Not where a test failed: pytest keeps what it spoke of.
    """
    failed, before = request.session.testsfailed, what_stays()
    yield
    left = [one for one in what_stays() if one not in before]
    gc.freeze()  # what outlives this file is walked by no collection of the next ones
    if request.session.testsfailed == failed:
        assert not left, f"{request.module.__name__} leaves {left}"


@pytest.fixture(autouse=True)
def what_nothing_undoes() -> Iterator[list[str]]:
    """Fail where the window wrote in a safe what nothing can undo."""
    with watched() as found:
        yield found
    assert not found, f"written, and neither recorded nor known: {found}"


@pytest.fixture
def make_window(qt: QApplication) -> Iterator[Callable[[RealTools], MainWindow]]:
    """Builds windows on their first screen, and takes them down."""
    made: list[MainWindow] = []

    def make(tools: RealTools) -> MainWindow:
        made.append(application.build(qt, tools))
        made[-1].show()
        made[-1].activateWindow()
        qt.processEvents()
        return made[-1]

    yield make
    for window in made:
        application.dismiss(qt, window)


@pytest.fixture
def window(make_window: Callable[[RealTools], MainWindow]) -> MainWindow:
    """The window on its first screen, without a safe: nothing is to be kept, it was said."""
    made = make_window(TestTools())
    made.context.session.keeps_nothing = True
    return made


@pytest.fixture
def context(window: MainWindow) -> Context:
    return window.context


@pytest.fixture
def french() -> Iterator[None]:
    """French again after the test, whatever language was spoken in it."""
    yield
    i18n.use("fr")


@pytest.fixture
def safe_folder(tmp_path: Path) -> Path:
    return new_safe(tmp_path, TODAY)


@pytest.fixture
def safe(safe_folder: Path, context: Context) -> Iterator[Safe]:
    """A real safe, opened in the worker as the window does, then closed there."""
    opened: list[Safe] = []
    in_worker(context, lambda: opened.append(open_safe(safe_folder, TODAY)))
    context.session.open(opened[0], str(safe_folder))
    yield opened[0]
    in_worker(context, opened[0].close)


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    with overheard() as heard:
        yield heard


def in_worker(context: Context, work: Callable[[], object]) -> None:
    """Do something in the worker, and wait: what belongs to the safe is done there only."""
    from tests.gui.keyboard import until

    ended: list[object] = []
    context.jobs.run(work, done=lambda _: ended.append(True), failed=ended.append)
    until(lambda: ended)
    assert ended == [True]
