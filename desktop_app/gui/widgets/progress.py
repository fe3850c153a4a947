"""What is being done, how far it is, and a way to stop it: the same on every page.

Nothing is shown of what lasts less than a moment but its words.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.jobs import Job
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.words import Words

_MOMENT_MS = 500


class Progress(QWidget):
    """A sentence; while work lasts, a bar under it, and "Arrêter" when stopping is safe. It takes
    no room while it shows nothing.

    ``soon_ms``: what lasts less shows no bar, so that nothing moves for a moment only.
    ``begin``, ``advance``, ``end``; ``follow`` gives the job that "Arrêter" cancels.
    ``succeeded`` is emitted when it ended well.
    """

    succeeded = Signal()

    def __init__(self, look: Look, words: str = "", *, soon_ms: int = _MOMENT_MS) -> None:
        super().__init__()
        self._job: Job | None = None
        self._stopped: Callable[[], object] = bool
        self.words = Words(look, words)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(i18n.text("Avancement"))
        self._stop = Button(look, i18n.text("Arrêter"), self.stop)
        column = column_in(self, look.space(1))
        for widget in (self.words, self._bar, self._stop):
            column.addWidget(widget)
        self._bar.hide()
        self._stop.hide()
        self._soon = QTimer(self, singleShot=True, interval=soon_ms)
        self._soon.timeout.connect(self._show)
        self._take_room()

    def begin(self, words: str) -> None:
        """Say what is being done."""
        self._job = None
        self._bar.setRange(0, 0)
        self._say(words, "body")
        self._soon.start()

    def follow(self, job: Job, stopped: Callable[[], object]) -> None:
        """Offer to stop this job; ``stopped`` is called once it is, and says what is so."""
        self._job, self._stopped = job, stopped

    def advance(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def end(self, words: str = "", role: str = "done") -> None:
        """Say how it ended; "" leaves nothing there."""
        self._soon.stop()
        held = self._stop.hasFocus()
        self._job = None
        self._bar.hide()
        self._stop.hide()
        self._say(words, role)
        if words and role == "done":
            self.succeeded.emit()
        if held and (following := self.nextInFocusChain()) is not None:
            following.setFocus()

    def stop(self) -> None:
        """Cancel what is followed."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._stopped()

    def _show(self) -> None:
        self._bar.show()
        self._stop.setVisible(self._job is not None)
        self._take_room()

    def _say(self, words: str, role: str) -> None:
        self.words.play(role)
        self.words.say(words)
        self.words.setVisible(bool(words))
        self._take_room()
        if words:
            announce(self.words, words)

    def _take_room(self) -> None:
        if not self.words.text() and self._bar.isHidden():
            self.hide()
        elif self.parentWidget() is not None:  # shown before, it is a window of its own
            self.show()
