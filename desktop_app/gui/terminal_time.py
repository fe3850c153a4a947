"""The time of a session on a public terminal, where its manager set one: told before it ends.

It begins with the first gesture, and ends with the limit, or with the hours of the terminal. It is
told ten minutes before, then two; each stays in view until one has read it. A copy or a print that
is under way at the end keeps what it has done.
"""

import datetime as dt
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer

from desktop_app.core.terminal import Terminal
from desktop_app.gui.input_watcher import InputWatcher
from desktop_app.pages import terminal_time as words

TOLD_MIN = (10, 2)
LOOK_MS = 1000


class SessionTime(QObject):
    """Counts one session.

    Args:
        tell: has a sentence read.
        end: erases everything.
        now: the moment, for the hours of the terminal.
        clock: seconds that never go back.
    """

    def __init__(
        self,
        terminal: Terminal,
        inputs: InputWatcher,
        *,
        tell: Callable[[str], object],
        end: Callable[[], object],
        now: Callable[[], dt.datetime],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(inputs)
        self._terminal, self._tell, self._end = terminal, tell, end
        self._now, self._clock = now, clock
        self._begun: float | None = None
        self._told: set[int] = set()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        if terminal.minutes or terminal.openings:
            self._timer.start()
            inputs.life.append(self._hear)

    def _hear(self, _event: QEvent) -> bool:
        if self._begun is None:
            self._begun = self._clock()
        return False

    def forget(self) -> None:
        """Begin again: the session has ended."""
        self._begun = None
        self._told.clear()

    def left(self) -> float | None:
        """Return how many minutes are left; None where nothing limits them, or nobody began."""
        if self._begun is None:
            return None
        ends: list[float] = []
        if self._terminal.minutes:
            ends.append(self._terminal.minutes - (self._clock() - self._begun) / 60)
        now = self._now()
        closes = self._terminal.closes(now)
        if closes is not None:
            ends.append((closes - now).total_seconds() / 60)
        return min(ends, default=None)

    def look(self) -> None:
        """Tell what is left, or end; called each second."""
        left = self.left()
        if left is None:
            return
        if left <= 0:
            self.forget()
            self._end()
            return
        due = [one for one in TOLD_MIN if left <= one and one not in self._told]
        if due:
            self._told.update(due)
            self._tell(words.left(max(1, round(left))))
