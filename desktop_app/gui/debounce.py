"""Waits, for hands that tremble: a strike that answers or leaves, and comes too soon, is dropped.

Asked before everything (``input_watcher``), so that no screen has to think of it. Letters, digits,
and whatever is text where one writes, are never held back; nor is what a screen reader presses,
which is no key.
"""

import time

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.gui.input_watcher import InputWatcher
from desktop_app.gui.strikes import BOUNCE, WAIT, Strikes

_KEY = QEvent.Type
NEAR = 22
"""Pixels: half a target. A second click so near is the twin of the first, elsewhere it is not."""


def struck_at(event: QInputEvent) -> int:
    """Return when the system says that this was struck, in milliseconds; 0: it does not tell."""
    return event.timestamp()


class Debounce:
    """Drops what would answer or leave within 300 ms of a page that turned, or of its own twin.

    ``turned`` is to be told each time what is in view is another thing than before.
    """

    def __init__(self, inputs: InputWatcher) -> None:
        self._strikes = Strikes(lambda: time.monotonic() * 1000)
        self._judged: list[tuple[int, int, bool]] = []  # key, time, dropped: as shortcuts, first
        self._clicked: tuple[int, QPoint] | None = None  # what was clicked, by its identity
        self._click_dropped = False
        inputs.keys.append(self._key)
        inputs.clicks.append(self._click)

    def turned(self) -> None:
        """Another page, another question, or an error that moved everything, is in view."""
        self._strikes.turned()

    # ------------------------------------------------------------------ keys

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        from desktop_app.gui.pressing import strike_of  # at the first key, not at the first paint

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
        from desktop_app.gui.pressing import pressed_by_clicks

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


def _same(before: tuple[int, QPoint], now: tuple[int, QPoint]) -> bool:
    return before[0] == now[0] or (now[1] - before[1]).manhattanLength() <= NEAR
