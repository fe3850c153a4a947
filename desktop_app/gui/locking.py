"""Locks the safe: by a key, when nobody works, when the window closes; the draft is saved first."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app import i18n
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.session import Session, Work

if TYPE_CHECKING:
    from desktop_app.workflow.safes import Safe

MINUTES_AT_HOME = 15
MINUTES_AT_ASSOCIATION = 5
LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Locking(QObject):
    """Watches for idleness and locks.

    Args:
        cover: hides the page at once, while what is in hand is being saved.
        hide: shows the neutral screen, with the folder of the safe and a sentence to say.
        refused: shows the page again, and says why the answers in hand could not be saved; the
            safe then stays open, for locking never loses anything. What it is given second locks
            all the same, when the person says so.
    """

    def __init__(
        self,
        app: QApplication,
        *,
        jobs: Jobs,
        session: Session,
        minutes: float,
        today: Callable[[], dt.date],
        cover: Callable[[], None],
        hide: Callable[[str, str], None],
        refused: Callable[[BaseException, Callable[[], None]], None],
    ) -> None:
        super().__init__(app)
        self._jobs, self._session, self._today = jobs, session, today
        self._cover, self._hide, self._refused = cover, hide, refused
        self._locking = self._stopped = self._lost = False
        self._then: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(minutes * 60_000))
        self._timer.timeout.connect(self._idle)
        self._app, self._watching = app, False
        session.changed.connect(self._wake)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in LIFE:
            self._wake()
        return False

    def _idle(self) -> None:
        """Lock, unless a person waits for a backup or a check to end: it is no idleness."""
        if self._jobs.asked_for:
            self._wake()
        else:
            self.lock()

    def lock(self, then: Callable[[], object] = lambda: None, *, unsaved: bool = False) -> None:
        """Save what is in hand, close the safe, show the neutral screen, then go on.

        ``unsaved``: without saving, which was refused before and which the person has chosen.
        """
        safe = self._session.safe
        if safe is None and not self._locking:
            then()
            return
        self._then.append(then)
        if self._locking or safe is None:
            return
        self._locking = True
        close_dialogs(self._app)
        works, self._lost = ([], True) if unsaved else (self._unsaved(), False)
        self._cover()
        self._stopped = self._jobs.stop_long()  # not waited for: nothing of the safe is lost
        self._jobs.run(
            lambda: _save_and_close(works, safe), done=lambda _: self._done(), failed=self._failed
        )

    def _unsaved(self) -> list[Work]:
        """Return what saves what is in hand, also from a page that does not show it."""
        session = self._session
        savers = [session.saver]
        if session.writing is not None:
            savers.append(session.writing.saver)
        if session.editing is not None:
            from desktop_app.gui import keeping

            savers.append(lambda: keeping.work(session, self._today()))
        return [work for saver in savers if saver is not None and (work := saver()) is not None]

    def _done(self) -> None:
        folder = self._session.folder
        self._locking = False
        self._session.close()
        clear_clipboard()
        said = (
            i18n.text("Le coffre est fermé, sans vos dernières réponses.")
            if self._lost
            else i18n.text("Le coffre est fermé. Tout ce que vous aviez fait y est.")
        )
        if self._stopped:
            said += " " + i18n.text("Ce qui était en cours est arrêté : recommencez-le.")
        self._hide(folder, said)
        then, self._then = self._then, []
        for go_on in then:
            go_on()

    def _failed(self, problem: BaseException) -> None:
        self._locking = False
        then, self._then = self._then, []
        self._wake()

        def anyway() -> None:
            self.lock(lambda: [go_on() for go_on in then], unsaved=True)

        self._refused(problem, anyway)

    def _wake(self) -> None:
        self._watch(self._session.safe is not None)
        if self._watching:
            self._timer.start()
        else:
            self._timer.stop()

    def _watch(self, wanted: bool) -> None:
        """Look at every event only while there is a safe to lock: each one costs."""
        if wanted and not self._watching:
            self._app.installEventFilter(self)
        elif self._watching and not wanted:
            self._app.removeEventFilter(self)
        self._watching = wanted


def close_dialogs(app: QApplication) -> None:
    """Dismiss what stands before the window: a folder being chosen shows names, and waits."""
    for widget in app.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def clear_clipboard() -> None:
    """Take back what was copied here; what another program copied is not ours."""
    clipboard, mode = QApplication.clipboard(), QClipboard.Mode
    for ours, where in (
        (clipboard.ownsClipboard(), mode.Clipboard),
        (clipboard.ownsSelection(), mode.Selection),
    ):
        if ours:
            clipboard.clear(where)


def _save_and_close(works: Sequence[Work], safe: "Safe") -> None:
    for work in works:
        work()
    safe.close()
