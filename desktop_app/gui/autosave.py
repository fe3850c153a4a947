"""When what is typed is saved: half a second after the first key, however long the hand goes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

REST_MS = 400
"""With the time that the disk takes, all that was typed is in the safe within a second."""


class Autosave(QObject):
    """Calls ``save`` on the window's thread; it only takes what is typed: the worker writes."""

    def __init__(self, parent: QObject, save: Callable[[], object]) -> None:
        super().__init__(parent)
        self._save = save
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self.now)

    def touched(self) -> None:
        """Save soon; a key that comes meanwhile does not put it off."""
        if not self._timer.isActive():
            self._timer.start()

    def now(self) -> None:
        """Save at once what waits, or what is there."""
        self._timer.stop()
        self._save()

    def stop(self) -> None:
        """What waited was saved, or given up, otherwise."""
        self._timer.stop()
