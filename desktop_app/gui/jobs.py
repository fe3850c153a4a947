"""The only module that knows threads: one worker, results come back on the window's thread."""

import contextlib
from collections import deque
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
    """A piece of work that was asked for; ``cancel`` makes its result be thrown away.

    ``stopped`` is called when it is cancelled by another than who asked for it.
    """

    def __init__(self, stopped: Callable[[], object] | None = None) -> None:
        self.cancelled = False
        self.stopped = stopped

    def cancel(self) -> None:
        self.cancelled = True


class Jobs(QObject):
    """Runs one thing at a time, in the order asked: work on the safe can never cross.

    What is only looked at (``run_aside``) waits until nothing else does; what may wait for long
    and touches no safe (``run_apart``) makes nothing wait.

    ``busy`` says when work begins (True) and when nothing is left (False).
    """

    busy = Signal(bool)
    _returned = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._long: list[Job] = []
        self._queue: deque[Callable[[], None]] = deque()
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
        unwanted: Callable[[T], object] | None = None,
    ) -> Job:
        """Do ``work`` in the worker, then ``done`` or ``failed`` on the window's thread.

        ``work`` must not touch a widget. ``unwanted`` receives, in the worker, a result that
        nobody takes any more, when it must be put away: an open safe is closed.
        """
        return self._start(Job(), work, done, failed, unwanted)

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

    def run_apart(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> Job:
        """Do in a thread of its own what may wait for long and touches no safe: nothing waits.

        Only the system's keyring and its messages are spoken to so. The program ends without it.
        """
        from threading import Thread

        job = Job()
        Thread(target=lambda: self._do(job, work, done, failed), daemon=True, name="apart").start()
        return job

    def run_long(
        self,
        work: Callable[[Callable[[int, int], None]], T],
        *,
        progress: Callable[[int, int], None],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        stopped: Callable[[], object] | None = None,
        gives_way: bool = False,
    ) -> Job:
        """Do ``work`` as ``run`` does, and hear how far it is: done, total.

        What ``work`` is given tells the progress, and raises ``Cancelled`` once the job is
        cancelled: the work then stops there, and neither ``done`` nor ``failed`` is called.
        Locking does not wait for it: ``stop_long`` cancels it, and ``stopped`` is called. Work that
        ``gives_way`` lets what was asked after it be done between two of its steps.
        """
        job = Job(stopped)
        self._long.append(job)

        def tell(so_far: int, total: int) -> None:
            if job.cancelled:
                raise Cancelled
            if gives_way and so_far < total:
                self._give_way()
            self._told.emit(lambda: None if job.cancelled else progress(so_far, total))

        return self._start(job, lambda: work(tell), done, failed)

    @property
    def asked_for(self) -> bool:
        """Whether a person waits for the end of a piece of ``run_long``."""
        return any(job.stopped is not None and not job.cancelled for job in self._long)

    @property
    def idle(self) -> bool:
        """Whether nothing is asked for and not told yet."""
        return self._waiting == 0

    def stop_long(self) -> bool:
        """Cancel every piece of ``run_long``, telling who shows it; return ``asked_for``."""
        waited = self.asked_for
        for job in self._long:
            if not job.cancelled:
                job.cancel()
                if job.stopped is not None and _still_there(job.stopped):
                    job.stopped()
        self._long.clear()
        return waited

    def _start(
        self,
        job: Job,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        unwanted: Callable[[T], object] | None = None,
        *,
        aside: bool = False,
    ) -> Job:
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)

        def run() -> None:
            self._do(job, work, done, failed, unwanted, counted=True)

        if aside and self._given:
            self._aside.append((job, run))
        else:
            self._give(run)
        return job

    def _give(self, run: Callable[[], None]) -> None:
        self._given += 1
        self._queue.append(run)
        self._worker().submit(self._do_next)

    def _give_aside(self) -> None:
        """Give the worker, which has nothing to do, one thing that waited aside."""
        while self._aside and not self._given:
            job, run = self._aside.pop(0)
            if job.cancelled:
                self._waiting -= 1
            else:
                self._give(run)

    def _do_next(self) -> None:
        """Do the next thing asked for, unless it was done on the way."""
        with contextlib.suppress(IndexError):
            self._queue.popleft()()

    def _give_way(self) -> None:
        while self._queue and not self._stopped:
            self._do_next()

    def _do(
        self,
        job: Job,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        unwanted: Callable[[T], object] | None = None,
        *,
        counted: bool = False,
    ) -> None:
        """Work, in a thread that is not the window's, and send the outcome to the window's."""
        deliver, put_away = _nothing, _nothing
        if not job.cancelled:
            try:
                result = work()
            except BaseException as problem:
                deliver = _call(failed, problem)
            else:
                deliver = _call(done, result)
                if unwanted is not None:
                    put_away = _quietly(unwanted, result)
        if self._stopped:  # the window is gone: nobody will take it
            put_away()
        with contextlib.suppress(RuntimeError):  # so is Qt, for what was done apart
            self._returned.emit((job, deliver, put_away, counted))

    @property
    def stopped(self) -> bool:
        """The program ends: nothing more can be asked."""
        return self._stopped

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
        self.stop_long()
        self._aside.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, returned: tuple[Job, Callable[[], bool], Callable[[], bool], bool]) -> None:
        job, deliver, put_away, counted = returned
        if job in self._long:
            self._long.remove(job)
        if counted:
            self._waiting -= 1
            self._given -= 1
        try:
            taken = not job.cancelled and deliver()
            if not taken and put_away is not _nothing and not self._stopped:
                self._worker().submit(put_away)
        finally:
            if counted:
                self._give_aside()
                if self._waiting == 0:
                    self.busy.emit(False)


def _nothing() -> bool:
    return False


def _call(function: Callable[[Any], object], value: Any) -> Callable[[], bool]:
    """Return what tells a result, and says whether anyone was there to hear it."""

    def tell() -> bool:
        there = _still_there(function)
        if there:
            function(value)
        return there

    return tell


def _quietly(put_away: Callable[[Any], object], result: Any) -> Callable[[], bool]:
    """Return what puts a result away; nobody is left to be told that it failed."""

    def put() -> bool:
        with contextlib.suppress(Exception):
            put_away(result)
        return True

    return put


def _still_there(function: Callable[..., Any]) -> bool:
    """Tell whether the widgets that a callback speaks of still exist and are not left.

    A person may have left the screen while the work was done: its widgets are gone, or will be, and
    to touch one would be an error. What the work did stands; only telling it is dropped.
    """
    cells = getattr(function, "__closure__", None) or ()
    spoken_of = [getattr(function, "__self__", None), *(cell.cell_contents for cell in cells)]
    objects = [thing for thing in spoken_of if isinstance(thing, QObject)]
    return all(isValid(thing) and not getattr(thing, "left", False) for thing in objects)
