"""Building a long list little by little, so that the window answers all the while."""

import time
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

SECONDS = 0.015
"""Of one turn of the window, at most a little more than the last thing built needs."""


class Slices(QObject):
    """``begin`` builds what is seen first at once; the rest follows, in order, in slices."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._timer: QTimer | None = None

    def begin(self, builders: Iterable[Callable[[], object]], first: int) -> None:
        """Build these in place of what still waited."""
        self._waiting = deque(builders)
        for _ in range(min(first, len(self._waiting))):
            self._waiting.popleft()()
        self._go_on()

    @property
    def waits(self) -> bool:
        """Whether something is still to be built."""
        return bool(self._waiting)

    def finish(self) -> None:
        """Build at once all that still waits."""
        while self._waiting:
            self._waiting.popleft()()

    def _slice(self) -> None:
        end = time.monotonic() + SECONDS
        while self._waiting and time.monotonic() < end:
            self._waiting.popleft()()
        self._go_on()

    def _go_on(self) -> None:
        if not self._waiting:
            return
        if self._timer is None:  # most lists are short: none is ever wanted
            self._timer = QTimer(self, interval=0, singleShot=True)
            self._timer.timeout.connect(self._slice)
        self._timer.start()
