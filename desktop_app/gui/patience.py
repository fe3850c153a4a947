"""Waits, for hands that tremble: a strike that answers or leaves, and comes too soon, is dropped.

One filter before everything, so that no screen has to think of it. Letters, digits, and whatever is
text where one writes, are never held back; nor is what a screen reader presses, which is no key.
"""

import time

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from desktop_app.gui.strikes import BOUNCE, WAIT, Strikes

_KEY = QEvent.Type
_KINDS = {
    _KEY.ShortcutOverride,
    _KEY.KeyPress,
    _KEY.KeyRelease,
    _KEY.MouseButtonPress,
    _KEY.MouseButtonDblClick,
    _KEY.MouseButtonRelease,
}
_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
_NAMES: dict[int, str] = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_F2: "take",
    **{int(key): f"arrow {number}" for number, key in enumerate(_ARROWS)},
}
NEAR = 22
"""Pixels: half a target. A second click so near is the twin of the first, elsewhere it is not."""


class Patience(QObject):
    """Drops what would answer or leave within 300 ms of a page that turned, or of its own twin.

    ``turned`` is to be told each time what is in view is another thing than before.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._strikes = Strikes(lambda: time.monotonic() * 1000)
        self._judged: list[tuple[int, int, bool]] = []  # key, time, dropped: as shortcuts, first
        self._clicked: tuple[QObject, QPoint] | None = None
        self._click_dropped = False
        # After the first paint, as the ring does: Python's first look at an event is slow.
        QTimer.singleShot(0, self, lambda: app.installEventFilter(self))

    def turned(self) -> None:
        """Another page, another question, or an error that moved everything, is in view."""
        self._strikes.turned()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _KINDS or not isinstance(watched, QWidget):
            return False
        if isinstance(event, QKeyEvent):
            # Who has the focus is asked first; then, for the same strike, all that hold it.
            return watched.hasFocus() and self._key(watched, event)
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            return self._mouse(watched, event)
        return False

    # ------------------------------------------------------------------ keys

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        kind, name = event.type(), strike_of(watched, event)
        if kind == _KEY.KeyRelease:
            self._judged = [one for one in self._judged if one[0] != event.key()]
            if name:
                self._strikes.released(name, event.timestamp())
            return False
        dropped = self._judgement(event)
        if dropped is None:
            dropped = self._dropped(name, event)
            if kind == _KEY.ShortcutOverride:
                self._judged.append((event.key(), event.timestamp(), dropped))
        if dropped:
            event.accept()  # and it is no shortcut either
        return dropped

    def _judgement(self, event: QKeyEvent) -> bool | None:
        """Return what was decided of this strike, as a shortcut, a moment ago; else None.

        Under a screen reader Qt keeps each key back until the reader has seen it, then sends it
        again, as a shortcut too, without its time: it is the first strike of this key.
        """
        for place, (key, struck, dropped) in enumerate(self._judged):
            again = event.timestamp() == 0
            same = event.type() == _KEY.KeyPress and event.timestamp() == struck
            if key == event.key() and (again or same):
                if event.type() == _KEY.KeyPress:
                    del self._judged[: place + 1]
                return dropped
        return None

    def _dropped(self, name: str, event: QKeyEvent) -> bool:
        if not name:
            if event.key() not in _HELD_WITH:
                self._strikes.other()
            return False
        wait = BOUNCE if name.startswith("arrow") else WAIT
        counts = self._strikes.counts(name, event.timestamp(), wait=wait)
        return event.isAutoRepeat() or not counts

    # ------------------------------------------------------------------ the mouse, or a finger

    def _mouse(self, watched: QWidget, event: QMouseEvent) -> bool:
        if event.type() == _KEY.MouseButtonRelease:
            self._strikes.released("click", event.timestamp())
            dropped, self._click_dropped = self._click_dropped, False
            return dropped
        if not _pressed_by_clicks(watched):
            return False
        place = event.globalPosition().toPoint()
        if self._clicked is not None and not _same(self._clicked, watched, place):
            self._strikes.other()
        self._clicked = (watched, place)
        self._click_dropped = not self._strikes.counts("click", event.timestamp())
        return self._click_dropped


_HELD_WITH = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}


def strike_of(widget: QWidget, event: QKeyEvent) -> str:
    """Return what a key would do there that answers or leaves; "" when it writes, or only looks."""
    key = event.key()
    if key == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return "back"
    name = _NAMES.get(key, "")
    if name == "enter":
        return "" if _writes_lines(widget) else name
    if name == "space":
        return "" if _writes(widget) else name
    if key in _ARROWS:
        return name if isinstance(widget, QRadioButton | QComboBox) else ""
    return name


def _writes_lines(widget: QWidget) -> bool:
    return isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly()


def _writes(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly()
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QAbstractSpinBox) or _writes_lines(widget)


def _pressed_by_clicks(widget: QWidget) -> bool:
    """Tell whether a click there answers or leaves: a button, a closed list, a line of its list."""
    if isinstance(widget, QAbstractButton | QComboBox):
        return True
    holder = widget.parentWidget()
    return isinstance(holder, QAbstractItemView) and holder.window().windowType() == (
        Qt.WindowType.Popup
    )


def _same(clicked: tuple[QObject, QPoint], widget: QWidget, place: QPoint) -> bool:
    before, where = clicked
    return before is widget or (place - where).manhattanLength() <= NEAR
