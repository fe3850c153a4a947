"""The only module that knows threads: one worker, results come back on the window's thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside a long piece of work whose result nobody wants any more."""


class Job:
    """A piece of work that was asked for; ``cancel`` makes its result be thrown away."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class Jobs(QObject):
    """Runs one thing at a time, in the order asked: work on the safe can never cross.

    What is only looked at (``run_aside``) waits until nothing else does.

    ``busy`` says when work begins (True) and when nothing is left (False).
    """

    busy = Signal(bool)
    _returned = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._stopped = False
        self._waiting = 0  # asked and not told yet
        self._given = 0  # of these, those given to the worker
        self._aside: list[tuple[Job, Callable[[], None]]] = []
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._told.connect(lambda tell: tell(), Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> Job:
        """Do ``work`` in the worker, then ``done`` or ``failed`` on the window's thread.

        ``work`` must not touch a widget.
        """
        return self._start(Job(), work, done, failed)

    def run_long(
        self,
        work: Callable[[Callable[[int, int], None]], T],
        *,
        progress: Callable[[int, int], None],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> Job:
        """Do ``work`` as ``run`` does, and hear how far it is: done, total.

        What ``work`` is given tells the progress, and raises ``Cancelled`` once the job is
        cancelled: the work then stops there, and neither ``done`` nor ``failed`` is called.
        """
        job = Job()

        def tell(so_far: int, total: int) -> None:
            if job.cancelled:
                raise Cancelled
            self._told.emit(lambda: None if job.cancelled else progress(so_far, total))

        return self._start(job, lambda: work(tell), done, failed)

    def run_aside(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> Job:
        """Do ``work`` once nothing else waits: what ``run`` is given meanwhile passes before it.

        For what a person looks at, in short pieces; never for what she keeps.
        """
        return self._start(Job(), work, done, failed, aside=True)

    def end(self, work: Callable[[], object]) -> None:
        """Let go of what the worker used, in its turn; at once when the worker has stopped."""
        if self._stopped:
            work()
        else:
            self.run(work, done=lambda _none: None, failed=lambda _problem: None)

    def _start(
        self,
        job: Job,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        *,
        aside: bool = False,
    ) -> Job:
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)

        def run() -> None:
            if job.cancelled:
                self._returned.emit((job, lambda: None))
                return
            try:
                result = work()
            except BaseException as problem:
                self._returned.emit((job, _call(failed, problem)))
            else:
                self._returned.emit((job, _call(done, result)))

        if aside and self._given:
            self._aside.append((job, run))
        else:
            self._give(run)
        return job

    def _give(self, run: Callable[[], None]) -> None:
        self._given += 1
        self._worker().submit(run)

    def _give_aside(self) -> None:
        """Give the worker, which has nothing to do, one thing that waited aside."""
        while self._aside and not self._given:
            job, run = self._aside.pop(0)
            if job.cancelled:
                self._waiting -= 1
            else:
                self._give(run)

    def _worker(self) -> "ThreadPoolExecutor":
        """Return the one thread, made with the first work: nothing is, before the first paint."""
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="papier-libre")
            if self._stopped:
                self._pool.shutdown()
        return self._pool

    def stop(self) -> None:
        """Let the work in hand end, then do no more."""
        self._stopped = True
        self._aside.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, returned: tuple[Job, Callable[[], None]]) -> None:
        job, deliver = returned
        self._waiting -= 1
        self._given -= 1
        try:
            if not job.cancelled:
                deliver()
        finally:
            self._give_aside()
            if self._waiting == 0:
                self.busy.emit(False)


def _call(function: Callable[[Any], None], value: Any) -> Callable[[], None]:
    return lambda: function(value) if _still_there(function) else None


def _still_there(function: Callable[..., Any]) -> bool:
    """Tell whether the widgets that a callback speaks of still exist.

    A person may have left the screen while the work was done: its widgets are gone, and to touch
    one would be an error. What the work did stands; only telling it is dropped.
    """
    cells = getattr(function, "__closure__", None) or ()
    spoken_of = [getattr(function, "__self__", None), *(cell.cell_contents for cell in cells)]
    return all(isValid(thing) for thing in spoken_of if isinstance(thing, QObject))
