"""Typing as a person does, accents too: QTest.keyClicks aborts on what is not ASCII."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.gui.widgets.page import Page

PATIENCE = 10.0


def type_text(widget: QWidget, text: str) -> None:
    """Type each character into a widget."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QCoreApplication.sendEvent(widget, event)


def held() -> QWidget:
    """Return the control that has the focus: there is always one."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the focus is lost"
    return widget


def press(key: Qt.Key, times: int = 1) -> None:
    """Press a key where the focus is, once the window has settled."""
    for _ in range(times):
        QCoreApplication.processEvents()
        QTest.keyClick(held(), key)


def write(text: str) -> None:
    """Type where the focus is, which a separator may move: day, month, year."""
    for character in text:
        type_text(held(), character)


def name(widget: QWidget) -> str:
    """Return how a screen reader calls a control."""
    return widget.accessibleName() or str(widget.property("text") or "")


def tab_to(wanted: str, most: int = 200) -> QWidget:
    """Press Tab until the control whose name begins so has the focus.

    What the page shows may still be read by the worker: so many presses, and some patience.
    """
    end, pressed = time.monotonic() + PATIENCE, 0
    while pressed < most or time.monotonic() < end:
        if name(held()).startswith(wanted):
            return held()
        press(Qt.Key.Key_Tab)
        pressed += 1
        if pressed >= most:
            time.sleep(0.002)  # lets the worker run
    raise AssertionError(f"Tab never reaches « {wanted} »")


def choose(wanted: str) -> None:
    """Go to a button by Tab and press it."""
    tab_to(wanted)
    press(Qt.Key.Key_Return)


def until(condition: Callable[[], object], what: str = "", seconds: float = PATIENCE) -> None:
    """Wait for the worker and the window."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, what or "nothing came"
        QCoreApplication.processEvents()
        time.sleep(0.002)  # QTest.qWait would not let the worker run


def heading(page: Page | None) -> str:
    """Return the heading of a page."""
    assert page is not None
    return page.heading.text()
