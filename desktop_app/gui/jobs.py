"""Work aside: one thread keeps, one draws; results come on the window's thread.

Threads are known here and in ``serial_thread.py`` alone.
"""

import contextlib
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.gui.garbage import Garbage
from desktop_app.gui.serial_thread import Job, SerialThread, Task
from desktop_app.gui.there import still_there

__all__ = ["Cancelled", "Job", "Jobs"]
T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside a long piece of work whose result nobody wants any more."""


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
        self._keeping = SerialThread("papier-libre", self._do)
        self._looking = SerialThread("papier-libre-pages", self._do)
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
        return self._start(self._keeping, Task(Job(), work, done, failed, unwanted))

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
        return self._start(self._looking, Task(Job(), work, done, failed))

    def end(self, work: Callable[[], object]) -> None:
        """Let go of what ``run_aside`` used, in its turn; at once when its thread has stopped."""
        if self._stopped or not self._looking.begun:
            work()
        else:
            task = Task(Job(), work, None, None, even_at_the_end=True)
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

        The system's keyring, its messages, and folders that one looks into: a disk of the network
        may never answer. The program ends without it.
        """
        from threading import Thread

        task = Task(Job(), work, done, failed, counted=False)
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

        return self._start(self._keeping, Task(job, lambda: work(tell), done, failed, unwanted))

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

    def _start(self, line: SerialThread, task: Task) -> Job:
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)
        line.give(task)
        return task.job

    def _do(self, task: Task) -> None:
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

    def _deliver(self, task: Task) -> None:
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
