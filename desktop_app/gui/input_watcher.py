"""What hands do in our windows, heard where it comes in; no other event is looked at.

A filter on the whole application makes Python look at every event of every object, those that are
being taken down too, and costs time at each. Here only the doors are watched:

- keys, at the control that has the focus: Qt asks it first, and not its window, whether a key is a
  shortcut;
- all the rest at Qt's handle of a window, where the system's events come in: ours, and whatever
  opens over it (a window of files, a closed list) from the moment something in it has the focus.
"""

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
"""Somebody is there."""
_CLICKS = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
}
_KEYS = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease}

HearsLife = Callable[[QEvent], bool]
HearsKeys = Callable[[QWidget, QKeyEvent], bool]
HearsClicks = Callable[[QWidget | None, QMouseEvent], bool]


class InputWatcher(QObject):
    """Tells what is done at the keyboard, with the mouse or a finger; made for one window.

    Whoever hears returns whether the event goes no further; one who keeps it is the last to hear.

    Attributes:
        life: hear each event of ``LIFE``, once, before anything else does.
        keys: hear the keys of who has the focus, and their shortcuts first.
        clicks: hear presses and releases, with the widget that is under them.
    """

    def __init__(self, app: QApplication, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.life: list[HearsLife] = []
        self.keys: list[HearsKeys] = []
        self.clicks: list[HearsClicks] = []
        self._window = window
        self._focus: QWidget | None = None
        self._doors: list[tuple[QWindow, QWidget]] = []
        self._begun = False
        app.focusChanged.connect(self._follow)
        # After the first paint: Python's first look at an event costs 40 ms.
        QTimer.singleShot(0, self, self._begin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._focus:
            return kind in _KEYS and isinstance(event, QKeyEvent) and self._key(event)
        if kind in LIFE and any(hear(event) for hear in self.life):
            return True
        if kind in _CLICKS and isinstance(event, QMouseEvent):
            return self._click(watched, event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        focus = self._focus
        return focus is not None and any(hear(focus, event) for hear in self.keys)

    def _click(self, door: QObject, event: QMouseEvent) -> bool:
        top = next((top for handle, top in self._doors if handle is door), None)
        if top is None or not isValid(top):
            return False
        under = _under(top, event)
        return any(hear(under, event) for hear in self.clicks)

    def _begin(self) -> None:
        self._begun = True
        self._follow()

    # Without arguments: Qt gives who had the focus too, which may be half taken down by then; and
    # who has it now is not always whom it tells.
    def _follow(self) -> None:
        if not self._begun or not isValid(self._window):
            return
        self._open(self._window)
        focus = QApplication.focusWidget()
        if focus is not None and not _is_part_of(focus, self._window):
            focus = None
        if focus is self._focus:
            return
        if self._focus is not None and isValid(self._focus):
            self._focus.removeEventFilter(self)
        self._focus = focus
        if focus is not None:
            focus.installEventFilter(self)  # the last one is asked first
            self._open(focus.window())

    def _open(self, top: QWidget) -> None:
        """Watch the handle of this window too, as long as it lives."""
        self._doors = [door for door in self._doors if isValid(door[0]) and isValid(door[1])]
        handle = top.windowHandle()
        if handle is not None and all(handle is not one for one, _top in self._doors):
            handle.installEventFilter(self)
            self._doors.append((handle, top))

    def let_go(self) -> None:
        """Watch nothing any more."""
        with contextlib.suppress(RuntimeError):  # never connected, or the application is gone
            QApplication.instance().focusChanged.disconnect(self._follow)  # type: ignore[union-attr]
        for watched in (self._focus, *(handle for handle, _top in self._doors)):
            if watched is not None and isValid(watched):
                watched.removeEventFilter(self)
        self._focus, self._doors = None, []
        self.life, self.keys, self.clicks = [], [], []


def _is_part_of(widget: QWidget, window: QWidget) -> bool:
    """Tell whether a widget is in a window, or in one that opened over it."""
    top = widget.window()
    while top is not window:
        over = top.parentWidget()
        if over is None:
            return False
        top = over.window()
    return True


def _under(top: QWidget, event: QMouseEvent) -> QWidget | None:
    """Return what a click meets: while a list is open, nothing but what is in it."""
    popup = QApplication.activePopupWidget()
    if popup is None:
        place = event.position().toPoint()
        return top.childAt(place) or top
    place = popup.mapFromGlobal(event.globalPosition().toPoint())
    return (popup.childAt(place) or popup) if popup.rect().contains(place) else None
