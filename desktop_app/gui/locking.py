"""Locks the safe: by a key, when nobody works, when the window closes.

The page is hidden first, then the draft is saved, then the process is renewed.
"""

import contextlib
import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.core.record import record
from desktop_app.gui.input_watcher import InputWatcher
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.session import Locked, Session, Work

if TYPE_CHECKING:
    from desktop_app.workflow.store import Safe

MINUTES_AT_HOME = 15
MINUTES_AT_ASSOCIATION = 5
RETRY_MS = 5_000


@record(frozen=True)
class Held:
    """What the hidden page offers while the answers in hand cannot be saved.

    Attributes:
        problem: why they could not be.
        again: try now; it is tried every ``RETRY_MS`` too.
        anyway: lock without saving: what was typed since is lost, and the person says so.
        proves: for the worker: tells whether a phrase opens the safe, read or not.
        show: show the page again, to somebody who gave the phrase.
    """

    problem: BaseException
    again: Callable[[], None]
    anyway: Callable[[], None]
    proves: Callable[[str], bool]
    show: Callable[[], None]


class Locking(QObject):
    """Watches for idleness and locks; ends with what tells that somebody is there.

    Args:
        inputs: tell that somebody is there.
        cover: hides the page at once, before anything else is tried.
        hide: shows the neutral screen, where the phrase is asked.
        hold: fills the cover while what is in hand cannot be saved. The safe and the answers stay
            in memory, for locking never loses anything; nobody sees them.
        uncover: shows the page again.
        hides: where a helper's code brings her page back, hides it in the place of locking, and
            tells so: nobody worked for a while.
        renew: once everything is saved and closed: goes on as a fresh process, for memory cannot
            be wiped. Not called when the window closes.
    """

    def __init__(
        self,
        app: QApplication,
        *,
        inputs: InputWatcher,
        jobs: Jobs,
        session: Session,
        minutes: float,
        today: Callable[[], dt.date],
        cover: Callable[[], object],
        hide: Callable[[], object],
        hold: Callable[[Held], object],
        uncover: Callable[[], object],
        renew: Callable[[Locked], object],
        hides: Callable[[], bool] = bool,
    ) -> None:
        super().__init__(inputs)
        self._jobs, self._session, self._today = jobs, session, today
        self._cover, self._hide, self._hold = cover, hide, hold
        self._uncover, self._renew, self._hides = uncover, renew, hides
        self._locking = self._stopped = self._lost = self._trying = False
        self._works: list[Work] = []
        self._then: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(minutes * 60_000))
        self._timer.timeout.connect(self._idle)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._save)
        self._app = app
        session.changed.connect(self._wake)
        inputs.life.append(self._hear)

    def _hear(self, _event: QEvent) -> bool:
        if self._session.opened is not None:
            self._timer.start()
        return False

    def _idle(self) -> None:
        """Lock, unless a person waits for a backup or a check to end: it is no idleness.

        Her page is only hidden where she has a code: the time to lock runs on behind it.
        """
        if self._hides() or self._jobs.asked_for:
            self._wake()
        else:
            self.lock()

    def lock(self, then: Callable[[], object] = lambda: None) -> None:
        """Hide the page, save what is in hand, close the safe, ask for the phrase, then go on."""
        if self._session.opened is None and not self._locking:
            then()
            return
        self._then.append(then)
        if self._locking:
            return
        self._locking, self._lost, self._works = True, False, []
        self._cover()  # the page goes first, whatever the disk says
        close_dialogs(self._app)
        self._works = self.unsaved()
        self._stopped = self._jobs.stop_long()  # not waited for: nothing of the safe is lost
        self._save()

    @property
    def locking(self) -> bool:
        """Whether it is under way: the page is hidden until the safe is closed."""
        return self._locking

    def unsaved(self) -> list[Work]:
        """Return what saves what is in hand, also from a page that does not show it."""
        session = self._session
        savers = [session.saver]
        if session.writing is not None:
            savers.append(session.writing.saver)
        savers += [writing.saver for writing in session.aside]
        if session.editing is not None:
            from desktop_app.workflow.packs.editing import keeping

            savers.append(lambda: keeping(session.safe, session.editing, self._today()))
        return [work for saver in savers if saver is not None and (work := saver()) is not None]

    def _save(self) -> None:
        """Save what is left to save, then close, in the worker; what was saved is not again."""
        safe, works, on = self._session.opened, self._works, self._today()
        main = self._session.main
        if safe is None or self._trying or not self._locking:
            return
        self._trying = True
        self._jobs.run(
            lambda: _save_and_close(works, safe, on, main),
            done=lambda _: self._done(),
            failed=self._failed,
        )

    def _done(self) -> None:
        self._locking = self._trying = False
        self._session.close()
        clear_clipboard()
        erased, self._session.erased = self._session.erased, None
        locked = Locked(stopped=self._stopped, lost=self._lost, erased=erased)
        self._session.locked = locked
        self._hide()
        then, self._then = self._then, []
        for go_on in then:
            go_on()
        if self._session.editing is None:  # else a model that no safe has would be lost
            self._renew(locked)

    def _failed(self, problem: BaseException) -> None:
        """Stay hidden, say why, and try again: the disk may be there or have room soon."""
        self._trying = False
        if not self._locking:
            return
        self._retry.start()
        safe = self._session.opened
        assert safe is not None
        office = self._session.main_safe or safe
        self._hold(Held(problem, self._save, self._anyway, office.access.proves, self._show))

    def _anyway(self) -> None:
        if not self._trying:
            self._works, self._lost = [], True
            self._save()

    def _show(self) -> None:
        """Show the page again to whoever proved to know the phrase."""
        if self._trying:
            return
        self._retry.stop()
        self._locking, self._then, self._works = False, [], []
        self._wake()
        self._uncover()

    def _wake(self) -> None:
        if self._session.opened is not None:
            self._timer.start()
        else:
            self._timer.stop()


def close_dialogs(app: QApplication) -> None:
    """Dismiss what stands before the window: a folder being chosen shows names, and waits."""
    while (popup := app.activePopupWidget()) is not None and popup.close():
        pass
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


def _save_and_close(
    works: list[Work], safe: "Safe", on: dt.date, main: "Safe | None" = None
) -> None:
    """Do each work once, the safe taken up again where its medium came back; then close it.

    Nothing is left to lose once all is saved: a medium that is gone does not hold the lock. Its own
    backup is made first where that is a matter of a moment, the page being hidden already.
    """
    if works:
        safe.come_back()
    while works:
        works[0]()
        works.pop(0)
    with contextlib.suppress(Exception):
        safe.back_up_if_due(on=on, tell=lambda _notice: None, closing=True)
    with contextlib.suppress(Exception):
        safe.close()
    if main is not None:  # the safe of the office, whose circle this one is, closes its circles too
        with contextlib.suppress(Exception):
            main.close()
