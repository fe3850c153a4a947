"""When nobody touches a public terminal: its page is hidden, one is warned, then all is erased.

Two minutes, then fifteen, then three more to answer by any key, as many times as one likes
(WCAG 2.2.1 asks for ten). Nothing of this exists at home, where no time is counted but the lock's.
"""

import time
from collections.abc import Callable
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.input_watcher import InputWatcher
from desktop_app.gui.locking import close_dialogs
from desktop_app.gui.widgets.words import Words

HIDE_S = 2 * 60
WARN_S = 15 * 60
ANSWER_S = 3 * 60
SPOKEN_EVERY_S = 30


class State(Enum):
    """What is shown after so much time without use."""

    USED = "used"
    HIDDEN = "hidden"
    WARNED = "warned"
    ENDED = "ended"


def state_after(seconds: float) -> State:
    """Return what is to be shown after this time without use."""
    if seconds < HIDE_S:
        return State.USED
    if seconds < WARN_S:
        return State.HIDDEN
    return State.WARNED if seconds < WARN_S + ANSWER_S else State.ENDED


def seconds_left(seconds: float) -> int:
    """Return how long one may still answer, in whole seconds."""
    return max(0, round(WARN_S + ANSWER_S - seconds))


class Cover(Protocol):
    """The window, as far as hiding its page goes."""

    def cover(self, heading: str, words: str) -> Words: ...
    def uncover(self) -> None: ...


class IdleTimer(QObject):
    """Watches a public terminal; ends with what tells that somebody is there.

    Args:
        inputs: tell that somebody is there.
        window: what is hidden; an untouched first page never is.
        end: erases everything and shows the first page again.
        clock: seconds that never go back.
    """

    def __init__(
        self,
        app: QApplication,
        window: Cover,
        *,
        inputs: InputWatcher,
        end: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(inputs)
        self._app, self._window, self._end, self._clock = app, window, end, clock
        self._last, self._state, self._begun = clock(), State.USED, False
        self._words: Words | None = None
        self._spoken = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        inputs.life.append(self._hear)

    def _hear(self, event: QEvent) -> bool:
        self._last, self._begun = self._clock(), True
        if self._state is State.USED:
            return False
        self._show(State.USED)
        return event.type() != QEvent.Type.MouseMove  # this key only shows the page again

    def forget(self) -> None:
        """Begin again: the session has ended."""
        self._last, self._begun = self._clock(), False
        self._show(State.USED)

    def look(self) -> None:
        """Do what the time without use asks; called each second."""
        seconds = self._clock() - self._last
        wanted = state_after(seconds) if self._begun else State.USED
        if wanted is not self._state:
            self._show(wanted)
        if wanted is State.WARNED:
            self._count(seconds)

    def _show(self, wanted: State) -> None:
        before, self._state = self._state, wanted
        if wanted is State.ENDED:
            self._end()
        elif wanted is State.USED:
            if before is not State.USED:
                self._window.uncover()
        else:
            close_dialogs(self._app)
            hidden = wanted is State.HIDDEN
            heading = (
                i18n.text("Cette page est cachée") if hidden else i18n.text("Êtes-vous encore là ?")
            )
            words = i18n.text("Appuyez sur une touche pour continuer.") if hidden else ""
            self._words, self._spoken = self._window.cover(heading, words), -1

    def _count(self, seconds: float) -> None:
        """Say how long is left; a screen reader hears it every half minute."""
        left = seconds_left(seconds)
        minutes, rest = divmod(left, 60)
        parts = [i18n.plural("{n} minute", "{n} minutes", minutes)] if minutes else []
        if rest or not minutes:
            parts.append(i18n.plural("{n} seconde", "{n} secondes", rest))
        words = i18n.text(
            "Sans réponse, tout sera effacé dans {time}. Appuyez sur une touche pour continuer."
        ).format(time=" ".join(parts))
        if self._words is None:
            return
        self._words.say(words)
        if (turn := left // SPOKEN_EVERY_S) != self._spoken:
            self._spoken = turn
            announce(self._words, words, urgent=True)
