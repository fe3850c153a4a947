"""Hides the page at once, by one key that is the same everywhere; it never erases, nor closes.

What was typed is saved behind. An open safe stays open for ``LOCKS_AFTER_MS``, so that one comes
back to the very page; then it is locked as by Ctrl+L. In an office a helper may have a short code,
which brings her page back for ``WITH_CODE_MS``, whatever is typed meanwhile.
"""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.gui import debounce, screens
from desktop_app.gui.context import Context
from desktop_app.gui.input_watcher import InputWatcher
from desktop_app.gui.locking import clear_clipboard, close_dialogs
from desktop_app.gui.session import Work
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages.titles import PROGRAM

if TYPE_CHECKING:
    from desktop_app.workflow.store import ShortCode

KEY = Qt.Key.Key_F12  # named in ``pages/hidden.py``
LOCKS_AFTER_MS = 2 * 60_000
WITH_CODE_MS = 30 * 60_000
_STRIKES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress}


class Window(Protocol):
    """The window, as far as hiding its page goes."""

    def cover(self, heading: str, words: str) -> Words: ...
    def cover_by(self, page: Page) -> None: ...
    def uncover(self) -> None: ...
    def repaint(self) -> None: ...


class Hiding(QObject):
    """Hears the key before anything else, where one types and in a window of files too.

    Args:
        inputs: tell what is struck; ends with it.
        unsaved: return what saves what is in hand.
        lock: locks the safe.
        locking: whether that is under way: the page is hidden already.
    """

    def __init__(
        self,
        app: QApplication,
        context: Context,
        window: Window,
        *,
        inputs: InputWatcher,
        unsaved: Callable[[], Sequence[Work]],
        lock: Callable[[], object],
        locking: Callable[[], bool],
    ) -> None:
        super().__init__(inputs)
        self._app, self._context, self._window = app, context, window
        self._unsaved, self._locking = unsaved, locking
        self._on = False
        self._struck, self._heard, self._rest = 0, 0.0, 0.0
        self._timer = QTimer(self, singleShot=True, interval=LOCKS_AFTER_MS)
        self._timer.timeout.connect(lock)
        self._office = context.tools.mode == "association"
        if self._office:
            context.session.changed.connect(self._read_code)
        inputs.life.append(self._hear)

    def rested(self) -> float:
        """Return for how long nothing had been struck before the last key or click, in ms."""
        return self._rest

    def hide(self) -> None:
        """Hide the page, then save what is in hand behind it."""
        if self._on or self._locking():
            return
        self._on = True
        self._window.cover(PROGRAM, "")
        close_dialogs(self._app)
        self._window.repaint()  # now: what comes back and erases may have to be loaded first
        clear_clipboard()
        self._put()
        for work in self._unsaved():
            # Not kept: nothing is lost, it stays in hand behind, and is tried again by the lock.
            self._context.jobs.run(work, done=self._kept, failed=lambda _not_kept: None)
        session = self._context.session
        if session.opened is not None:
            self._timer.start(LOCKS_AFTER_MS if session.code is None else WITH_CODE_MS)

    def hide_if_coded(self) -> bool:
        """Hide the page where a code brings it back, and tell whether it does: nobody is there."""
        if self._context.session.code is None:
            return False
        self.hide()
        return self._on

    # ------------------------------------------------------------------ beside the idle timer

    def cover(self, heading: str, words: str) -> Words:
        """Say this in the place of what hides now, or of the page."""
        return self._window.cover(heading, words)

    def uncover(self) -> None:
        """Show what was there before ``cover``: a page that was hidden on purpose stays hidden."""
        if self._on:
            self._put()
        else:
            self._window.uncover()

    def _hear(self, event: QEvent) -> bool:
        if event.type() in _STRIKES and isinstance(event, QInputEvent):
            self._count(event)
        if isinstance(event, QKeyEvent) and event.key() == KEY and not event.isAutoRepeat():
            self.hide()
        elif self._timer.isActive() and self._context.session.code is None:
            self._timer.start()  # the phrase is being typed
        return False

    def _count(self, event: QInputEvent) -> None:
        """Know how long the hand has rested; a reader sends keys again without their time."""
        stamp, heard = debounce.struck_at(event), time.monotonic() * 1000
        timed = stamp and self._struck
        self._rest = stamp - self._struck if timed else heard - self._heard
        self._struck, self._heard = stamp, heard

    def _put(self) -> None:
        safe, code = self._context.session.opened, self._context.session.code
        coded = safe is not None and code is not None
        by_phrase = safe is not None and safe.access.by_phrase
        asked = to.Hidden(phrase=by_phrase and not coded, code=coded, office=self._office)
        self._window.cover_by(screens.make(self._context, asked))

    def _kept(self, what: object) -> None:
        from desktop_app.workflow.undoing import Done

        if isinstance(what, Done):
            self._context.session.did(what)

    def over(self) -> None:
        """The page is shown again."""
        self._on = False
        self._context.session.wrong_tries = 0
        self._timer.stop()

    def _read_code(self) -> None:
        """Know who works now, and her code: to hide, and to come back, the safe is not asked."""
        session = self._context.session
        safe = session.safe and session.main_safe  # a circle knows no code
        if safe is None:
            return

        def read() -> "tuple[ShortCode | None, str]":
            from desktop_app.workflow.office import short_code  # once a safe is open

            return short_code.of_now(safe), short_code.at_work(safe)[1]

        def known(found: "tuple[ShortCode | None, str]") -> None:
            if session.safe is None or session.main_safe is not safe:
                return
            session.code, helper = found
            if helper != session.helper:
                session.helper = helper
                session.changed.emit()  # the bar says it

        self._context.jobs.run(read, done=known, failed=lambda _closed: None)
