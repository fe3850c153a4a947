"""The real window over real safes, driven by the keyboard alone."""

import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from desktop_app.gui import app as gui_app
from desktop_app.gui.locking import Locking
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.notice import NoticeCard
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.system_keyring import SystemKeyring
from desktop_app.wiring import RealTools
from desktop_app.workflow.store import Safe
from tests.gui.keyboard import strike
from tests.helpers.clocks import Noon

PHRASE = "trois éléphants bleus à Nîmes"
TODAY = dt.date(2026, 11, 25)


class FixedClock(Noon):
    def today(self) -> dt.date:
        return TODAY


class DrivenTools(RealTools):
    """Real tools on a given day; the derivation at its floor, or each test would last seconds."""

    clock = FixedClock()  # type: ignore[assignment]
    safes = Door(choose_kdf=lambda: FLOOR, keyring=SystemKeyring(seconds=0.5))


class Driver:
    """A person at the keyboard: nothing here presses a mouse button."""

    def __init__(self, app: QApplication, tools: RealTools) -> None:
        self.app, self.tools = app, tools
        self.window: MainWindow = gui_app.build(app, tools)
        self.jobs = self.window.context.jobs
        self.locking = app.findChildren(Locking)[-1]
        self.window.show()
        self.window.activateWindow()
        self.settle()

    @property
    def page(self) -> Page:
        page = self.window.page()
        assert page is not None
        return page

    @property
    def safe(self) -> Safe:
        safe = self.window._session.safe
        assert safe is not None
        return safe

    @property
    def is_open(self) -> bool:
        return self.window._session.safe is not None

    def settle(self) -> None:
        """Wait until the worker has nothing left, and the window has shown it."""
        end = time.monotonic() + 60
        for _ in range(3):
            while self.jobs._waiting:
                assert time.monotonic() < end, "the worker never ends"
                self.app.processEvents()
                time.sleep(0.002)
            for _ in range(4):
                self.app.processEvents()
            while any(one.waits for one in getattr(self.window.page(), "longs", ())):
                assert time.monotonic() < end, "a list is never built"
                self.app.processEvents()

    def wait_aside(self) -> None:
        """Wait until the keyring, which is asked beside the worker, has answered."""
        self.until(lambda: all(thread.name != "apart" for thread in threading.enumerate()))
        self.settle()

    def wait_for(self, words: str) -> None:
        """Wait until these words are on the page."""
        self.until(lambda: words in self.words())

    def wait_open(self) -> None:
        """Wait until a safe is open."""
        self.until(lambda: self.is_open)

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something, for 20 seconds at most."""
        end = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < end, self.words()
            self.settle()

    def work(self, work: Callable[[], object]) -> None:
        """Do something in the worker, as screens do."""
        problems: list[BaseException] = []
        self.jobs.run(work, done=lambda _: None, failed=problems.append)
        self.settle()
        if problems:
            raise problems[0]

    def go(self, destination: to.Destination) -> None:
        self.window.go(destination)
        self.settle()

    def focus(self) -> QWidget:
        widget = self.app.focusWidget()
        assert widget is not None, "the keyboard is nowhere"
        return widget

    def to(self, name: str) -> QWidget:
        """Press Tab until the control of this name has the focus."""
        seen = []
        for _ in range(80):
            widget = self.focus()
            if widget.accessibleName().startswith(name):
                return widget
            seen.append(widget.accessibleName())
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{name!r} cannot be reached by Tab: {seen[:25]}")

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self.focus()
        strike(key, held)

    def press(self, name: str) -> None:
        self.to(name)
        self.key(Qt.Key.Key_Space)
        self.settle()

    def type(self, name: str, text: str) -> None:
        """Type where a name says, accents included."""
        widget = self.to(name)
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        none = Qt.KeyboardModifier.NoModifier
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(widget, QKeyEvent(kind, 0, none, letter))
        self.app.processEvents()

    def enter(self) -> None:
        self.key(Qt.Key.Key_Return)
        self.settle()

    def words(self) -> str:
        """Return every text that is seen on the page."""
        labels = self.page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self.page))

    def bar(self) -> str:
        return self.window._bar.saved.text()

    def notices(self) -> str:
        """Return what is to be read now at the top of the page."""
        cards = self.page.findChildren(NoticeCard)
        return "\n".join(card.told.text() for card in cards if card.isVisibleTo(self.page))

    def end(self) -> None:
        """Lock, then take down the window and all that came with it; nothing, a second time."""
        if not isValid(self.window):
            return
        if self.window._session.safe is not None:
            self.window.lock_now()
        self.settle()
        gui_app.dismiss(self.app, self.window)


@pytest.fixture(scope="session")
def qt() -> QApplication:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication([])


Start = Callable[[], Driver]


@pytest.fixture
def start(qt: QApplication) -> Iterator[Start]:
    """Start the program; several times in a test, for it remembers by its files alone."""
    started: list[Driver] = []

    def begin(tools: RealTools | None = None) -> Driver:
        if started:
            started[-1].end()
        started.append(Driver(qt, tools or DrivenTools()))
        return started[-1]

    yield begin
    if started:
        started[-1].end()


@pytest.fixture
def driver(start: Start) -> Driver:
    """The program started on a computer that has no safe."""
    return start()


@pytest.fixture
def in_safe(driver: Driver) -> Driver:
    """The program with its safe open, made as the window makes it."""
    from desktop_app.workflow.safes.care import make_safe

    tools = driver.tools

    def work() -> None:
        made = make_safe(tools.safes, tools.known_safes, PHRASE, on=TODAY)
        driver.window._session.open(made.safe, str(made.path))

    driver.work(work)
    return driver


def safes_under(home: Path) -> list[Path]:
    return sorted(home.rglob("*.coffre"))
