"""When names and matters wait for a gesture: in an association, a visitor may see the screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.gui.context import Context

KEY = Qt.Key.Key_Control  # told in ``pages/office_home.py``
SECONDS = 20
"""For how long names stay in view; told in ``pages/office_home.py``."""
HELD_MS = 300
"""A key held for less begins a shortcut, or hushes a screen reader."""


def hides_names(context: Context) -> bool:
    """Tell whether initials stand for names, on a page about everyone, until one asks for them."""
    return context.tools.mode == "association"


def waits_to_be_asked(context: Context) -> bool:
    """Tell whether a page keeps to itself what it knows of everyone, until one asks for it.

    At home the safe is one's own; once a person is chosen, what is shown is hers alone.
    """
    return context.tools.mode == "association" and not context.session.person


class Names(QObject):
    """Shows names for a while: as long as a key is held, or at a gesture, until the next one.

    They hide by themselves after a time, when the page goes, and when the window is no longer the
    one in which one works.

    Args:
        page: on which they are; it ends with it.
        turn: shows them on the page (True), or hides them.
    """

    def __init__(self, page: QWidget, turn: Callable[[bool], object]) -> None:
        super().__init__(page)
        self.shown = False
        self._by_key, self._turn = False, turn
        self._held = QTimer(self, singleShot=True, interval=HELD_MS)
        self._held.timeout.connect(self._show_held)
        self._end = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._end.timeout.connect(self.hide)
        page.installEventFilter(self)

    def toggle(self) -> None:
        """Show them, or hide them again."""
        if self.shown:
            self.hide()
        else:
            self._show()

    def hide(self) -> None:
        """Hide them, now."""
        self._held.stop()
        self._end.stop()
        self._by_key = False
        if self.shown:
            self.shown = False
            self._turn(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the key, and what takes the page out of one's hands."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._key(event)
        elif kind in (QEvent.Type.Hide, QEvent.Type.WindowDeactivate):
            self.hide()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> None:
        pressed = event.type() == QEvent.Type.KeyPress
        if event.key() == KEY and pressed:
            self._held.start()
        elif event.key() == KEY and event.type() == QEvent.Type.KeyRelease:
            self._held.stop()
            if self._by_key:
                self.hide()
        elif pressed:
            self._held.stop()  # a shortcut

    def _show_held(self) -> None:
        if not self.shown:
            self._by_key = True
            self._show()

    def _show(self) -> None:
        self.shown = True
        self._end.start()
        self._turn(True)
