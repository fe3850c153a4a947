"""The only module that knows threads: one keeps, one draws; results come on the window's thread."""

import contextlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.gui.garbage import Garbage
from desktop_app.gui.there import still_there

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside a long piece of work whose result nobody wants any more."""


class Job:
    """A piece of work that was asked for; ``cancel`` makes its result be thrown away.

    ``stopped`` is called when it is cancelled by another than who asked for it. ``over``: nothing
    comes of it any more, whether its result was told or not.
    """

    def __init__(self, stopped: Callable[[], object] | None = None) -> None:
        self.cancelled = self.over = False
        self.stopped = stopped

    def cancel(self) -> None:
        self.cancelled = True


class Jobs(QObject):
    """Runs one thing at a time, in the order asked: work on the safe can never cross.

    What is only looked at (``run_aside``) has a thread of its own, one thing at a time too: on a
    computer at work a page takes a second to draw, and what is typed must be kept within it. What
    may wait for long and touches no safe (``run_apart``) makes nothing wait.

    ``busy`` says when work begins (True) and when nothing is left (False).
    """

    busy = Signal(bool)
    _returned = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._garbage = Garbage(self)
        self._keeping = _Line("papier-libre", self._do)
        self._looking = _Line("papier-libre-pages", self._do)
        self._long: list[Job] = []
        self._stopped = False
        self._waiting = 0  # asked and not told yet
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
        return self._start(self._keeping, _Task(Job(), work, done, failed, unwanted))

    def run_aside(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> Job:
        """Do ``work`` as ``run`` does, in the thread that draws: what ``run`` is given never waits.

        For what a person looks at; ``work`` touches no safe.
        """
        return self._start(self._looking, _Task(Job(), work, done, failed))

    def end(self, work: Callable[[], object]) -> None:
        """Let go of what ``run_aside`` used, in its turn; at once when its thread has stopped."""
        if self._stopped or not self._looking.begun:
            work()
        else:
            task = _Task(Job(), work, None, None, even_at_the_end=True)
            try:
                self._start(self._looking, task)
            except RuntimeError:  # ended without ``stop``, after a failure: Python ended the thread
                self._stopped = True
                self._looking.forget()
                work()

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

        task = _Task(Job(), work, done, failed, counted=False)
        Thread(target=self._do, args=(task,), daemon=True, name="apart").start()
        return task.job

    def run_long(
        self,
        work: Callable[[Callable[[int, int], None]], T],
        *,
        progress: Callable[[int, int], None],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        stopped: Callable[[], object] | None = None,
        gives_way: bool = False,
        unwanted: Callable[[T], object] | None = None,
    ) -> Job:
        """Do ``work`` as ``run`` does, and hear how far it is: done, total.

        What ``work`` is given tells the progress, and raises ``Cancelled`` once the job is
        cancelled: the work then stops there, and neither ``done`` nor ``failed`` is called.
        Locking does not wait for it: ``stop_long`` cancels it, and ``stopped`` is called. Work that
        ``gives_way`` lets what was asked after it be done between two of its steps. ``unwanted`` is
        that of ``run``.
        """
        job = Job(stopped)
        self._long.append(job)

        def tell(so_far: int, total: int) -> None:
            if job.cancelled:
                raise Cancelled
            if gives_way and so_far < total and not self._stopped:
                self._keeping.give_way()
            self._told.emit(lambda: hear(so_far, total))

        def hear(so_far: int, total: int) -> None:
            if not job.cancelled and still_there(progress):
                progress(so_far, total)

        return self._start(self._keeping, _Task(job, lambda: work(tell), done, failed, unwanted))

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
                if job.stopped is not None and still_there(job.stopped):
                    job.stopped()
        self._long.clear()
        return waited

    def _start(self, line: "_Line", task: "_Task") -> Job:
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)
        line.give(task)
        return task.job

    def _do(self, task: "_Task") -> None:
        """Work, in a thread that is not the window's, and send the outcome to the window's."""
        task.work_now()
        if self._stopped and (put_away := task.putting_away()) is not None:
            put_away()  # the window is gone: nobody will take it
        with contextlib.suppress(RuntimeError):  # so is Qt, for what was done apart
            self._returned.emit(task)

    @property
    def stopped(self) -> bool:
        """The program ends: nothing more can be asked."""
        return self._stopped

    def stop(self) -> None:
        """Let the work in hand end, then do no more."""
        self._stopped = True
        self.stop_long()
        for line in (self._keeping, self._looking):
            for task in line.stop():
                if task.even_at_the_end:
                    task.work_now()
        self._garbage.release()

    def _deliver(self, task: "_Task") -> None:
        job = task.job
        if job in self._long:
            self._long.remove(job)
        if task.counted:
            self._waiting -= 1
        try:
            taken = not job.cancelled and task.deliver()
            if not taken and not self._stopped and (put_away := task.putting_away()) is not None:
                self._keeping.submit(put_away)
        finally:
            job.over = True
            task.forget()
            if task.counted and self._waiting == 0:
                self.busy.emit(False)


class _Line:
    """One thread, made with its first task: nothing is, before the first paint.

    Args:
        do: does a task, in the thread.
    """

    def __init__(self, name: str, do: Callable[["_Task"], None]) -> None:
        self._name, self._do = name, do
        self._pool: ThreadPoolExecutor | None = None
        self._queue: deque[_Task] = deque()
        self._stopped = False

    @property
    def begun(self) -> bool:
        """Whether there was a task already."""
        return self._pool is not None

    def give(self, task: "_Task") -> None:
        """Have a task done after those given before it."""
        self._queue.append(task)
        self.submit(self._do_next)

    def submit(self, work: Callable[[], object]) -> None:
        """Have something done that nobody hears of.

        Raises:
            RuntimeError: the thread has ended.
        """
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)
            if self._stopped:
                self._pool.shutdown()
        self._pool.submit(work)

    def give_way(self) -> None:
        """Do now, in the thread, all that waits."""
        while self._queue and not self._stopped:
            self._do_next()

    def forget(self) -> None:
        """Let go of what waits."""
        self._queue.clear()

    def stop(self) -> list["_Task"]:
        """Let the task in hand end, do no more, and return what waited."""
        self._stopped = True
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        left = list(self._queue)
        self._queue.clear()
        return left

    def _do_next(self) -> None:
        """Do the next task, unless it was done on the way."""
        try:
            task = self._queue.popleft()
        except IndexError:
            return
        self._do(task)


@dataclass(eq=False, slots=True)
class _Task:
    """What was asked, whom to tell, and what came of it.

    What it holds speaks of widgets, so the window's thread is the one to let go of it (``forget``):
    the last to hold a page must not be the worker.
    """

    job: Job
    work: Callable[[], Any] | None
    done: Callable[[Any], object] | None
    failed: Callable[[BaseException], object] | None
    unwanted: Callable[[Any], object] | None = None
    counted: bool = True
    even_at_the_end: bool = False
    result: Any = None
    problem: BaseException | None = None
    worked: bool = False

    def work_now(self) -> None:
        """Do the work, unless nobody wants it any more; in the worker."""
        if self.job.cancelled or self.work is None:
            return
        try:
            self.result = self.work()
        except BaseException as problem:
            self.problem = problem
        else:
            self.worked = True

    def deliver(self) -> bool:
        """Tell what came of it; return whether anyone was there to hear it."""
        if self.worked and self.done is not None and still_there(self.done):
            self.done(self.result)
            return True
        if self.problem is not None and self.failed is not None and still_there(self.failed):
            self.failed(self.problem)
            return True
        return False

    def putting_away(self) -> Callable[[], None] | None:
        """Return what puts a result away that nobody takes; nobody is left to hear of a failure."""
        unwanted, result = self.unwanted, self.result
        if unwanted is None or not self.worked:
            return None

        def put() -> None:
            with contextlib.suppress(Exception):
                unwanted(result)

        return put

    def forget(self) -> None:
        """Let go of everything; on the window's thread."""
        self.work = self.done = self.failed = self.unwanted = None
        self.result = self.problem = None
