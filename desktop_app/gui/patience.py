"""Waits, for hands that tremble: a strike that answers or leaves, and comes too soon, is dropped.

Asked before everything (``hands``), so that no screen has to think of it. Letters, digits, and
whatever is text where one writes, are never held back; nor is what a screen reader presses, which
is no key.
"""

import time

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from desktop_app.gui.hands import Hands
from desktop_app.gui.strikes import BOUNCE, WAIT, Strikes

_KEY = QEvent.Type
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


def struck_at(event: QInputEvent) -> int:
    """Return when the system says that this was struck, in milliseconds; 0: it does not tell."""
    return event.timestamp()


class Patience:
    """Drops what would answer or leave within 300 ms of a page that turned, or of its own twin.

    ``turned`` is to be told each time what is in view is another thing than before.
    """

    def __init__(self, hands: Hands) -> None:
        self._strikes = Strikes(lambda: time.monotonic() * 1000)
        self._judged: list[tuple[int, int, bool]] = []  # key, time, dropped: as shortcuts, first
        self._clicked: tuple[int, QPoint] | None = None  # what was clicked, by its identity
        self._click_dropped = False
        hands.keys.append(self._key)
        hands.clicks.append(self._click)

    def turned(self) -> None:
        """Another page, another question, or an error that moved everything, is in view."""
        self._strikes.turned()

    # ------------------------------------------------------------------ keys

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        kind, name = event.type(), strike_of(watched, event)
        if kind == _KEY.KeyRelease:
            self._judged = [one for one in self._judged if one[0] != event.key()]
            if name:
                self._strikes.released(name, struck_at(event))
            return False
        dropped = self._judgement(event)
        if dropped is None:
            dropped = self._dropped(name, event)
            if kind == _KEY.ShortcutOverride:
                self._judged.append((event.key(), struck_at(event), dropped))
        if dropped:
            event.accept()  # and it is no shortcut either
        return dropped

    def _judgement(self, event: QKeyEvent) -> bool | None:
        """Return what was decided of this strike, as a shortcut, a moment ago; else None.

        Under a screen reader Qt keeps each key back until the reader has seen it, then sends it
        again, as a shortcut too, without its time: it is the first strike of this key.
        """
        for place, (key, struck, dropped) in enumerate(self._judged):
            again = struck_at(event) == 0
            same = event.type() == _KEY.KeyPress and struck_at(event) == struck
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
        counts = self._strikes.counts(name, struck_at(event), wait=wait)
        return event.isAutoRepeat() or not counts

    # ------------------------------------------------------------------ the mouse, or a finger

    def _click(self, under: QWidget | None, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == _KEY.MouseButtonRelease:
            self._strikes.released("click", struck_at(event))
            dropped, self._click_dropped = self._click_dropped, False
            return dropped
        self._click_dropped = False
        pressed = pressed_by_clicks(under)
        if pressed is None:
            return False
        clicked = id(pressed), event.globalPosition().toPoint()
        if self._clicked is not None and not _same(self._clicked, clicked):
            self._strikes.other()
        self._clicked = clicked
        self._click_dropped = not self._strikes.counts("click", struck_at(event))
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


def pressed_by_clicks(under: QWidget | None) -> QWidget | None:
    """Return what a click there presses, to answer or leave: a button, a closed list, its line.

    What is drawn on a button is a part of it.
    """
    widget = under
    while widget is not None and not _answers(widget):
        widget = None if widget.isWindow() else widget.parentWidget()
    return widget


def _answers(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton | QComboBox):
        return True
    holder = widget.parentWidget()
    return isinstance(holder, QAbstractItemView) and holder.window().windowType() == (
        Qt.WindowType.Popup
    )


def _same(before: tuple[int, QPoint], now: tuple[int, QPoint]) -> bool:
    return before[0] == now[0] or (now[1] - before[1]).manhattanLength() <= NEAR
