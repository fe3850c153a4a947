"""One thread that does one task after the other, and what a task is; results are told elsewhere."""

import contextlib
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop_app.core.record import record
from desktop_app.gui.there import still_there

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor


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


@record(frozen=False, eq=False)
class Task:
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


class SerialThread:
    """One thread, made with its first task: nothing is, before the first paint.

    Args:
        do: does a task, in the thread.
    """

    def __init__(self, name: str, do: Callable[[Task], None]) -> None:
        self._name, self._do = name, do
        self._pool: ThreadPoolExecutor | None = None
        self._queue: deque[Task] = deque()
        self._stopped = False

    @property
    def begun(self) -> bool:
        """Whether there was a task already."""
        return self._pool is not None

    def give(self, task: Task) -> None:
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

    def stop(self) -> list[Task]:
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
