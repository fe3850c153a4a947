"""Sends a document, then looks from time to time at what becomes of it, by short jobs.

It belongs to the worker, not to a screen: when the person goes on to another one, the queue's copy
of the document is still erased once it is printed, and coming back finds how it stands. It knows a
ticket and what was ordered, nothing of the document.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.pdf import Pdf
from desktop_app.gui.jobs import Jobs
from desktop_app.workflow.printing import (
    ENDED,
    UNKNOWN,
    Kind,
    News,
    Order,
    Printing,
    Progress,
    Standing,
)

# Looked at each second at first; an old printer that warms up is not asked too often.
STEPS_MS = ((20, 1_000), (120, 3_000), (1_800, 10_000))
SURE = 3
"""Looks in a row that must see a trouble: a printer still tells the last one when it begins."""


class Follower(QObject):
    """``told`` gives the ``News`` of the last document sent, on the window's thread."""

    told = Signal(object)

    def __init__(self, jobs: Jobs, service: Printing, about: int = 0) -> None:
        """``about`` is a hash that tells one document from another, and nothing else of it."""
        for before in jobs.findChildren(Follower):
            if not before.unfinished:
                before.deleteLater()
        super().__init__(jobs)
        self._jobs, self._service, self._about = jobs, service, about
        self._ticket = ""
        self.order, self.trial = Order(""), False
        self.last = News("gone")
        self._busy, self._unwanted = False, False
        self._began, self._seen = 0.0, 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    @classmethod
    def at_work(cls, jobs: Jobs, about: int) -> "Follower | None":
        """Return the one that still follows this document, if any."""
        return next((one for one in jobs.findChildren(cls) if one._at_work_on(about)), None)

    @classmethod
    def all_tickets(cls, jobs: Jobs) -> tuple[tuple[str, str], ...]:
        """Return the ticket and the printer of each document that waits in a queue."""
        at_work = (one for one in jobs.findChildren(cls) if one._ticket)
        return tuple((one._ticket, one.order.printer) for one in at_work)

    def take_up(self, ticket: str, printer: str) -> None:
        """Follow what an earlier process sent, as if it had been sent now."""
        self.order, self._ticket, self._began = Order(printer), ticket, time.monotonic()
        self._tell("waiting")
        self._wait()

    def _at_work_on(self, about: int) -> bool:
        return self._about == about and self.unfinished

    @property
    def unfinished(self) -> bool:
        """A document is on its way, or waits in the queue."""
        return self._busy or bool(self._ticket)

    def send(self, make: Callable[[], Pdf], order: Order, *, trial: bool = False) -> None:
        """Have ``make`` give the document, in the worker, and send it; ``trial`` is remembered.

        What was sent before and still waits is taken out of the queue first: to begin again is
        not to print twice.
        """
        if self._busy:
            return
        service, before = self._service, self._ticket
        self._timer.stop()
        self.order, self.trial, self._ticket = order, trial, ""
        self._busy, self._unwanted = True, False
        self._began, self._seen = time.monotonic(), 0
        self._tell("sending")

        def work() -> str:
            if before:
                service.cancel(before)
            return service.send(make(), order)

        self._jobs.run(work, done=self._sent, failed=self._refused)

    def cancel(self) -> None:
        """Take the document back, wherever it is by now."""
        self._timer.stop()
        if self._busy:
            self._unwanted = True
            self._service.stop_sending()
        elif self._ticket:
            service, ticket = self._service, self._ticket
            self._jobs.run(
                lambda: service.cancel(ticket), done=self._cancelled, failed=self._not_cancelled
            )

    def _sent(self, ticket: str) -> None:
        self._busy, self._ticket = False, ticket
        if self._unwanted and ticket:
            self.cancel()
        elif ticket:
            self._tell("waiting")
            self._wait()
        else:
            self._tell("left")

    def _refused(self, problem: BaseException) -> None:
        self._busy = False
        if self._unwanted:
            self._tell("cancelled")
        else:
            self._tell("refused", problem=problem)

    def _cancelled(self, _none: None) -> None:
        self._ticket = ""
        self._tell("cancelled")

    def _not_cancelled(self, problem: BaseException) -> None:
        self._tell("lost", problem=problem)
        self._wait()

    def _wait(self) -> None:
        wait = next((ms for seconds, ms in STEPS_MS if self._seconds() < seconds), 0)
        if wait:
            self._timer.start(wait)
        else:
            self._ticket = ""
            self._tell("tired")

    def _look(self) -> None:
        if self._jobs.stopped or not self._ticket:
            return
        service, ticket, printer = self._service, self._ticket, self.order.printer
        self._jobs.run(
            lambda: (ticket, *_looked(service, ticket, printer)),
            done=self._found,
            failed=self._lost,
        )

    def _found(self, found: tuple[str, Progress, Standing]) -> None:
        ticket, progress, standing = found
        if ticket != self._ticket or self._busy:
            return  # cancelled, or sent again, while it was looked for
        self._seen = self._seen + 1 if standing.trouble else 0
        if self._seen < SURE:
            standing = Standing(standing.state)
        if progress in ENDED:
            self._ticket = ""
        self._tell(progress, standing)
        if progress not in ENDED:
            self._wait()

    def _lost(self, problem: BaseException) -> None:
        if not self._ticket or self._busy:
            return
        self._tell("lost", problem=problem)
        self._wait()

    def _seconds(self) -> int:
        return round(time.monotonic() - self._began)

    def _tell(
        self,
        kind: Kind,
        standing: Standing = UNKNOWN,
        problem: BaseException | None = None,
    ) -> None:
        self.last = News(kind, standing, self._seconds(), problem)
        self.told.emit(self.last)


def _looked(service: Printing, ticket: str, printer: str) -> tuple[Progress, Standing]:
    """Return how far a document is and, while it is not printed, how its printer is."""
    progress = service.progress(ticket)
    if progress in ENDED:
        service.forget(ticket)  # printed or not: the queue keeps what it gave up too
        return progress, UNKNOWN
    return progress, service.standing(printer)
