"""Python's garbage is collected on the window's thread only, whatever thread makes it.

Python collects wherever an object happens to be made. In the worker, that was the end of whole
pages, with their timers and layouts, while the window's thread was taking them down: Qt's objects
end on the thread they live in, or the program dies without a word.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250
"""Between two looks at how much was made."""


class Garbage(QObject):
    """Collects in the place of Python, from its making to ``release``; made by the window.

    Of several windows in one process, the last to release leaves it to Python again.
    """

    _at_work = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        Garbage._at_work += 1
        self._released = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect_what_is_due)
        self._timer.start()

    def collect_what_is_due(self) -> None:
        """Collect the oldest generation that is due, by Python's own measures; mostly none is."""
        made, allowed = gc.get_count(), gc.get_threshold()
        due = [one for one in (0, 1, 2) if made[one] > allowed[one] > 0]
        if due:
            gc.collect(max(due))

    def release(self) -> None:
        """Leave it to Python again: no other thread works any more."""
        if self._released:
            return
        self._released = True
        self._timer.stop()
        Garbage._at_work -= 1
        if not Garbage._at_work:
            gc.enable()
