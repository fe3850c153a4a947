"""What hands do is heard at the doors of the program, and at nothing else; it ends with its window.

Every event here comes in by the handle of a window, as the system's do.
"""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from shiboken6 import isValid

from desktop_app.gui import app as application
from desktop_app.gui.input_watcher import InputWatcher
from desktop_app.gui.locking import Locking
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.pages import destinations as to
from desktop_app.wiring import RealTools
from desktop_app.workflow.store import Safe
from tests.gui.conftest import TestTools
from tests.gui.keyboard import click, door, held, strike, tab_to, until
from tests.gui.staying import what_stays

SOON = 100
NONE = Qt.KeyboardModifier.NoModifier
NOBODY = Qt.MouseButton.NoButton


def hands_of(window: MainWindow) -> InputWatcher:
    assert window.inputs is not None
    return window.inputs


def move(top: QWidget) -> None:
    at = QPointF(top.rect().center())
    event = QMouseEvent(QEvent.Type.MouseMove, at, top.mapToGlobal(at), NOBODY, NOBODY, NONE)
    QCoreApplication.sendEvent(door(top), event)


def wheel(top: QWidget) -> None:
    at, still = QPointF(top.rect().center()), Qt.ScrollPhase.NoScrollPhase
    turned = QPoint(0, -120)
    event = QWheelEvent(at, top.mapToGlobal(at), QPoint(), turned, NOBODY, NONE, still, False)
    QCoreApplication.sendEvent(door(top), event)


def press(top: QWidget) -> None:
    QTest.mouseClick(door(top), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))


def key(top: QWidget) -> None:
    QTest.keyClick(door(top), Qt.Key.Key_Shift)


WAYS = (move, wheel, press, key)


@pytest.fixture
def clock(window: MainWindow, safe: Safe) -> QTimer:
    """The time without use, with a safe open, not running: it runs once somebody is there."""
    assert safe is not None
    found = hands_of(window).findChildren(Locking)[0]._timer
    found.stop()
    return found


# ------------------------------------------------------------------ somebody is there


@pytest.mark.parametrize("way", WAYS)
def test_whatever_is_done_in_the_window_puts_the_lock_off(
    way: Callable[[QWidget], None], window: MainWindow, clock: QTimer
) -> None:
    way(window)
    assert clock.isActive()


@pytest.mark.parametrize("way", WAYS)
def test_a_window_of_files_is_life_too(
    way: Callable[[QWidget], None], window: MainWindow, clock: QTimer
) -> None:
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.open()
    until(lambda: dialog.isAncestorOf(held()), "the window of files has no focus")
    clock.stop()
    way(dialog)
    assert clock.isActive()
    dialog.reject()
    dialog.deleteLater()


def test_an_open_list_is_life_too(window: MainWindow, clock: QTimer) -> None:
    popup = opened(closed_list(window))
    clock.stop()
    move(popup)
    assert clock.isActive()


def test_the_window_is_life_while_another_has_the_focus(window: MainWindow, clock: QTimer) -> None:
    other = QLabel("Ailleurs")
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.activateWindow()
    other.setFocus()
    until(other.hasFocus, "the other window has no focus")
    clock.stop()
    wheel(window)
    assert clock.isActive()
    other.deleteLater()  # its own: Qt's focus may hold it a while


# ------------------------------------------------------------------ strikes, where they come in


def closed_list(window: MainWindow) -> ClosedList:
    window.go(to.Settings())
    page = window.page()
    assert page is not None
    found = next(iter(page.findChildren(ClosedList)))
    tab_to(found.accessibleName())
    return found


def opened(box: ClosedList) -> QWidget:
    box.showPopup()
    QCoreApplication.processEvents()
    popup = QApplication.activePopupWidget()
    assert popup is not None, "the list does not open"
    assert popup.isAncestorOf(held())
    return popup


def test_a_key_struck_twice_in_an_open_list_takes_once(window: MainWindow) -> None:
    """The second one would open the list again, or press what has the focus then."""
    taken: list[int] = []
    closed_list(window).activated.connect(taken.append)
    strike(Qt.Key.Key_Space)
    QCoreApplication.processEvents()
    assert QApplication.activePopupWidget() is not None
    strike(Qt.Key.Key_Return)
    strike(Qt.Key.Key_Return, after=SOON)
    QCoreApplication.processEvents()
    assert QApplication.activePopupWidget() is None
    assert len(taken) == 1


def test_a_click_right_after_the_list_opened_takes_nothing(window: MainWindow) -> None:
    """A list opens under the pointer: the twin of the click that opened it took a line of it."""
    box = closed_list(window)
    before, taken = box.currentIndex(), []
    box.activated.connect(taken.append)
    click(box)
    QCoreApplication.processEvents()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    other = box.view().visualRect(box.model().index((before + 1) % box.count(), 0)).center()
    click(box.view().viewport(), other, after=SOON)
    assert taken == []
    assert QApplication.activePopupWidget() is popup


def test_two_windows_do_not_judge_each_other(
    make_window: Callable[[RealTools], MainWindow],
) -> None:
    one, other = make_window(TestTools()), make_window(TestTools())
    heard: list[str] = []
    for name, window in (("one", one), ("other", other)):
        hands_of(window).life.append(lambda _event, n=name: bool(heard.append(n)))  # type: ignore[misc]
    other.activateWindow()
    until(lambda: other.isAncestorOf(held()))
    move(other)
    assert heard == ["other"]


# ------------------------------------------------------------------ what is looked at


class Looking(InputWatcher):
    """Writes down what it was made to look at."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        super().__init__(app, window, parent)
        self.seen: set[type] = set()
        self.strangers: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWindow) and watched is not self._focus:
            self.strangers.append(f"{event.type()} of {watched}")
        self.seen.add(type(watched))
        return super().eventFilter(watched, event)


def test_only_doors_and_the_focus_are_looked_at_while_pages_go(
    window: MainWindow, qt: QApplication
) -> None:
    """Python made a face for every object of every event, for those half taken down too."""
    looking = Looking(window, window)
    qt.processEvents()
    for destination in (to.Help(), to.Settings(), to.Find(), to.Home()):
        window.go(destination)
        for _ in range(3):
            strike(Qt.Key.Key_Tab)
            qt.processEvents()
        move(window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(looking.seen) > 1
    assert looking.strangers == []


# ------------------------------------------------------------------ all of it ends with the window


class PublicTools(TestTools):
    """Those of a public terminal."""

    mode = "public"  # type: ignore[assignment]


@pytest.mark.parametrize("tools", [TestTools, PublicTools])
def test_what_a_window_brought_goes_with_it(
    qt: QApplication, tools: Callable[[], RealTools]
) -> None:
    before, stayed = qt.children(), what_stays()
    window = application.build(qt, tools())
    window.show()
    qt.processEvents()
    watched = held()
    jobs, look, hands = window.context.jobs, window.context.look, hands_of(window)
    jobs.run(bool, done=lambda _none: None, failed=lambda _problem: None)
    assert not gc.isenabled()
    application.dismiss(qt, window)
    assert not any(isValid(one) for one in (window, jobs, look, hands, watched))
    assert jobs.stopped
    assert gc.isenabled()
    assert [one for one in qt.children() if one not in before and type(one) is QObject] == []
    qt.aboutToQuit.emit()  # nobody is left to hear it
    assert [one for one in what_stays() if one not in stayed] == []


def test_garbage_is_left_to_python_by_the_last_window_only(
    make_window: Callable[[RealTools], MainWindow],
) -> None:
    one, other = make_window(TestTools()), make_window(TestTools())
    one.context.jobs.stop()
    assert not gc.isenabled()
    other.context.jobs.stop()
    other.context.jobs.stop()
    assert gc.isenabled()


def test_a_file_that_leaves_a_window_is_told(qt: QApplication) -> None:
    before = what_stays()
    window = application.build(qt, TestTools())
    left = [one.split(" at ")[0] for one in what_stays()]
    application.dismiss(qt, window)
    assert {"MainWindow", "Jobs", "Look", "InputWatcher", "Locking", "SuspendWatcher"} <= set(left)
    assert "Python's garbage, which nobody collects" in left
    assert [one for one in what_stays() if one not in before] == []
