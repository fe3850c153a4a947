"""Gestures on the safe: done in the worker, told on the page with « Annuler », undone in turn.

The queue of reverses is the session's, and ends with the safe that is open.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.core.errors import AppError
from desktop_app.gui.jobs import Jobs, still_there
from desktop_app.gui.session import Session

if TYPE_CHECKING:
    from desktop_app.core.changes import Reverse
    from desktop_app.workflow.ports import Clock

T = TypeVar("T")


def _nothing(_result: object) -> None:
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
        self._undoing = False

    def do(
        self,
        words: str,
        work: Callable[[], T],
        *,
        done: Callable[[T], object] = _nothing,
        failed: Callable[[BaseException], object],
        quiet: bool = False,
    ) -> None:
        """Do ``work``, keep its reverse, tell the pages; then say ``words``, with « Annuler ».

        ``quiet``: it goes with something else that the page says.
        """
        from desktop_app.pages import undone
        from desktop_app.workflow import undoing

        session, safe = self._session, self._session.safe
        assert safe is not None

        def end(found: "tuple[T, Reverse]") -> None:
            result, reverse = found
            gesture = undoing.Done(words, reverse)
            if session.safe is safe:
                session.did(gesture)
            self.changed.emit(reverse.changed)
            if still_there(done):
                done(result)
            if not quiet:
                self.told.emit(undone.told(gesture))

        def refused(problem: BaseException) -> None:
            if still_there(failed):
                failed(problem)

        self._jobs.run(lambda: undoing.do(safe, work), done=end, failed=refused)

    def tell_kept(self, words: str) -> None:
        """Say what was done to the answers in hand, which are being saved: it can be undone."""
        from desktop_app.pages import undone

        if self._session.safe is not None:
            self.told.emit(undone.offered(words))

    def undo(self) -> None:
        """Undo the gesture done last, once all that is under way is done."""
        if self._session.safe is None or self._undoing:
            return
        self._undoing = True
        # What is half typed is kept first: it is what is undone then.
        last = self._session.saver() if self._session.saver is not None else None
        self._jobs.run(last or bool, done=self._undo_last, failed=self._failed)

    def _undo_last(self, kept: object) -> None:
        from desktop_app.pages import undone
        from desktop_app.workflow import undoing

        session, safe = self._session, self._session.safe
        if isinstance(kept, undoing.Done):
            session.did(kept)
        queue, on = session.undoable or undoing.Queue(), self._clock().today()
        last = queue.last
        if safe is None or last is None:
            self._undoing = False
            return

        def end() -> None:
            self._undoing = False
            session.undoable = queue.without(last)
            self.changed.emit(last.reverse.changed)
            self.told.emit(undone.came_back(last, session.undoable))

        def failed(problem: BaseException) -> None:
            if isinstance(problem, AppError) and problem.code == "changed-since":
                session.undoable = queue.without(last)
            self._failed(problem)

        self._jobs.run(
            lambda: undoing.undo(safe, last, on=on), done=lambda _none: end(), failed=failed
        )

    def _failed(self, problem: BaseException) -> None:
        self._undoing = False
        self.refused.emit(problem)
