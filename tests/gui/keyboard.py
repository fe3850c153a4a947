"""Typing as a person does, accents too: QTest.keyClicks aborts on what is not ASCII."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputEvent, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop_app.gui import debounce
from desktop_app.gui.widgets.page import Page

PATIENCE = 60.0  # under load, and watched by strace, a page may take long to come
CALM_MS = 1000
"""Between two strikes of a calm hand; the program waits 300 ms for one that trembles."""


class _Hand:
    """Gives each strike a time of its own; Qt's tests count theirs from the start of the process.

    The hand is calm: time goes on by itself, and by ``CALM_MS`` more at each strike.
    """

    def __init__(self) -> None:
        self.stamp, self._struck = 1_000_000, time.monotonic()
        self._striking = False
        debounce.struck_at = self.struck_at

    def strike(self, events: Callable[[], object], after: int | None = None) -> None:
        """Send the events of one strike; ``after``: so many milliseconds after the one before."""
        now = time.monotonic()
        passed = round((now - self._struck) * 1000) + CALM_MS
        self.stamp += passed if after is None else after
        self._struck = now
        self._striking = True
        try:
            events()
        finally:
            self._striking = False

    def struck_at(self, event: QInputEvent) -> int:
        """Return the time of the strike; that of the event, for one that is no strike of ours."""
        return self.stamp if self._striking else event.timestamp()


_hand = _Hand()


def door(widget: QWidget | None = None) -> QWindow:
    """Return where the system's events come in: the window of a widget, else that of the keys."""
    found = QGuiApplication.focusWindow() if widget is None else widget.window().windowHandle()
    assert found is not None, "no window has the keyboard"
    return found


def strike(
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    after: int | None = None,
) -> None:
    """Strike a key where the focus is, calmly, or so many milliseconds ``after`` the last one.

    It comes in by its window and may be a shortcut, as a real one.
    """
    held()
    _hand.strike(lambda: QTest.keyClick(door(), key, modifier), after)


def click(
    widget: QWidget,
    at: QPoint | None = None,
    *,
    after: int | None = None,
    kind: QEvent.Type = QEvent.Type.MouseButtonPress,
) -> None:
    """Click in a widget, in its middle by default; ``kind``: what Qt calls its press.

    It is scrolled into view first, as one would: what is out of view meets no click.
    """
    place = widget.rect().center() if at is None else at
    show(widget, place)
    top, left, none = widget.window(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    there = widget.mapTo(top, place)
    met = top.childAt(there) or top
    assert met is widget or widget.isAncestorOf(met), f"the click meets {met}, not {widget}"

    def events() -> None:
        for one, held_down in (
            (kind, left),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            event = QMouseEvent(one, there, top.mapToGlobal(there), left, held_down, none)
            QCoreApplication.sendEvent(door(top), event)

    _hand.strike(events, after)


def show(widget: QWidget, place: QPoint) -> None:
    """Scroll until this place of a widget is in view."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and (content := above.widget()) is not None:
            there = widget.mapTo(content, place)
            above.ensureVisible(there.x(), there.y())
        above = None if above.isWindow() else above.parentWidget()


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
        strike(key)


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


def until(condition: Callable[[], object], what: str = "", seconds: float | None = None) -> None:
    """Wait for the worker and the window: ``PATIENCE`` as it is now, unless ``seconds`` says."""
    end = time.monotonic() + (PATIENCE if seconds is None else seconds)
    while not condition():
        assert time.monotonic() < end, what or "nothing came"
        QCoreApplication.processEvents()
        time.sleep(0.002)  # QTest.qWait would not let the worker run


def heading(page: Page | None) -> str:
    """Return the heading of a page."""
    assert page is not None
    return page.heading.text()


def around(page: Page, key: Qt.Key) -> list[QWidget]:
    """Return where Tab or Shift+Tab stops, once round from the heading."""
    page.heading.setFocus(Qt.FocusReason.OtherFocusReason)
    press(key)
    stops: list[QWidget] = []
    while held() is not page.heading:
        assert held() not in stops, f"{name(held())}: round and round"
        stops.append(held())
        press(key)
    return stops
