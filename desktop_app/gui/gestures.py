"""Gestures on the safe: done in the worker, told on the page with « Annuler », undone in turn.

The queue of reverses is the session's, and ends with the safe that is open.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.core.errors import AppError
from desktop_app.core.record import record
from desktop_app.gui.jobs import Job, Jobs
from desktop_app.gui.session import Session
from desktop_app.gui.there import still_there

if TYPE_CHECKING:
    from desktop_app.core.changes import Reverse
    from desktop_app.workflow.ports import Clock
    from desktop_app.workflow.store import Safe

T = TypeVar("T")


def nothing_more(_result: object) -> None:
    """Do no more once it is done: the page that shows it is told."""


class Gestures(QObject):
    """Does what changes answers, papers, events or people.

    ``changed`` tells what a gesture changed, or an undoing: pages that show it read it again.
    ``told`` tells what is said of it; ``refused``, why a gesture cannot be undone.
    """

    changed = Signal(object)
    told = Signal(object)
    refused = Signal(object)

    def __init__(
        self, jobs: Jobs, session: Session, clock: "Callable[[], Clock]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._session, self._clock = jobs, session, clock
        self._undoing = Job()  # what the next one waits for
        self._undoing.over = True

    def do(
        self,
        words: str,
        work: Callable[[], T],
        *,
        done: Callable[[T], object] = nothing_more,
        failed: Callable[[BaseException], object],
        quiet: bool = False,
    ) -> None:
        """Do ``work``, keep its reverse, tell the pages; then say ``words``, with « Annuler ».

        ``quiet``: it goes with something else that the page says.
        """
        from desktop_app.workflow import undoing

        safe = self._session.safe
        assert safe is not None
        asked = _Asked(self, self._session, safe, words, done, failed, quiet)
        self._jobs.run(lambda: undoing.do(safe, work), done=asked.end, failed=asked.refused)

    def do_long(
        self,
        words: str,
        work: "Callable[[Callable[[int, int], None]], T]",
        *,
        progress: Callable[[int, int], None],
        done: Callable[[T], object],
        failed: Callable[[BaseException], object],
        stopped: Callable[[], object],
    ) -> Job:
        """Do ``work`` as ``do`` does, and hear how far it is; stopped, it leaves nothing done."""
        from desktop_app.workflow import undoing

        safe = self._session.safe
        assert safe is not None
        asked = _Asked(self, self._session, safe, words, done, failed, False)
        return self._jobs.run_long(
            lambda tell: undoing.do(safe, lambda: work(tell)),
            progress=progress,
            done=asked.end,
            failed=asked.refused,
            stopped=stopped,
        )

    def tell_kept(self, words: str) -> None:
        """Say what was done to the answers in hand, which are being saved: it can be undone."""
        from desktop_app.pages import undone

        if self._session.safe is not None:
            self.told.emit(undone.offered(words))

    def undo(self) -> None:
        """Undo the gesture done last, once all that is under way is done."""
        if self._session.safe is None:
            from desktop_app.pages import undone

            self.told.emit(undone.without_safe())
            return
        if not self._undoing.over:
            return
        # What is half typed is kept first: it is what is undone then.
        last = self._session.saver() if self._session.saver is not None else None
        self._undoing = self._jobs.run(last or bool, done=self._undo_last, failed=self.refused.emit)

    def _undo_last(self, kept: object) -> None:
        from desktop_app.pages import undone
        from desktop_app.workflow import undoing

        session, safe = self._session, self._session.safe
        if isinstance(kept, undoing.Done):
            session.did(kept)
        queue, on = session.undoable or undoing.Queue(), self._clock().today()
        last = queue.last
        if safe is None or last is None:
            return

        def end(_none: object) -> None:
            session.undoable = queue.without(last)
            self.changed.emit(last.reverse.changed)
            self.told.emit(undone.came_back(last, session.undoable))

        def failed(problem: BaseException) -> None:
            if isinstance(problem, AppError) and problem.code == "changed-since":
                session.undoable = queue.without(last)
            self.refused.emit(problem)

        self._undoing = self._jobs.run(
            lambda: undoing.undo(safe, last, on=on), done=end, failed=failed
        )


@record(frozen=True)
class _Asked(Generic[T]):
    """A gesture under way. Its reverse is kept, and the pages told, even if its page is left."""

    gestures: Gestures
    session: Session
    safe: "Safe"
    words: str
    done: Callable[[T], object]
    failed: Callable[[BaseException], object]
    quiet: bool

    def end(self, found: "tuple[T, Reverse]") -> None:
        from desktop_app.pages import undone
        from desktop_app.workflow import undoing

        result, reverse = found
        gesture = undoing.Done(self.words, reverse)
        if self.session.safe is self.safe:
            self.session.did(gesture)
        self.gestures.changed.emit(reverse.changed)
        if still_there(self.done):
            self.done(result)
        if not self.quiet:
            self.gestures.told.emit(undone.told(gesture))

    def refused(self, problem: BaseException) -> None:
        if still_there(self.failed):
            self.failed(problem)
