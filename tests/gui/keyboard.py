"""Typing as a person does, accents too: QTest.keyClicks aborts on what is not ASCII."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.gui.widgets.page import Page

PATIENCE = 60.0  # under load, and watched by strace, a page may take long to come
CALM_MS = 1000
"""Between two strikes of a calm hand; the program waits 300 ms for one that trembles."""
_EVENTS = {
    QEvent.Type.ShortcutOverride,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
}


class _Hand(QObject):
    """Writes the time of each strike on its events, as the system does; Qt's tests write none.

    The hand is calm: time goes on by itself, and by ``CALM_MS`` more at each strike.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stamp, self._struck = 1_000_000, time.monotonic()

    def strike(self, events: Callable[[], object], after: int | None = None) -> None:
        """Send the events of one strike; ``after``: so many milliseconds after the one before."""
        now = time.monotonic()
        passed = round((now - self._struck) * 1000) + CALM_MS
        self.stamp += passed if after is None else after
        self._struck = now
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)  # the last one is asked first
        try:
            events()
        finally:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _EVENTS and isinstance(event, QInputEvent):
            event.setTimestamp(self.stamp)
        return False


_hand = _Hand()


def strike(
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    on: QWidget | None = None,
    after: int | None = None,
) -> None:
    """Strike a key where the focus is, calmly, or so many milliseconds ``after`` the last one."""
    _hand.strike(lambda: QTest.keyClick(on or held(), key, modifier), after)


def click(
    widget: QWidget,
    at: QPoint | None = None,
    *,
    after: int | None = None,
    kind: QEvent.Type = QEvent.Type.MouseButtonPress,
) -> None:
    """Click in a widget, in its middle by default; ``kind``: what Qt calls its press."""
    place = widget.rect().center() if at is None else at
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def events() -> None:
        for one, held_down in (
            (kind, left),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            glob = widget.mapToGlobal(place)
            event = QMouseEvent(one, place, glob, left, held_down, none)
            QCoreApplication.sendEvent(widget, event)

    _hand.strike(events, after)


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
