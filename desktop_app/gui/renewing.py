"""A lock ends with its process: what held the key, the phrase or a name is memory no more.

Python cannot wipe what it held: the system does it with the process. The program becomes a fresh
process of itself (``exec``: the former memory is gone before the first instruction of the next),
which asks for the phrase. What it is told fits in one variable and speaks of nobody: the place of
the window, how one likes the program, what is still in the printing queue.

Windows has no ``exec``: there the fresh process is started with the same variable, may come to the
front, and the former one ends at once.
"""

import contextlib
import os
import sys
from collections.abc import Callable
from dataclasses import asdict, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app import i18n, interpreter
from desktop_app.core.record import record
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.session import Locked

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

    from desktop_app.gui.context import Context

TOLD = "PAPIER_LIBRE_LOCKED"
LONGEST_MS = 2_000  # what the worker still does then is no saving: that was done before


@record(frozen=True)
class Handover:
    """What the fresh process is told.

    Attributes:
        place: of the window, as Qt writes it, in base 64.
        state: "active", "behind" (another program has the keyboard) or "minimized".
        language, theme, zoom: as chosen, kept or not.
        locked: what is said once the safe is open again.
        printing: ticket and printer of what is still in the queue.
    """

    place: str = ""
    state: str = "active"
    language: str = ""
    theme: str = ""
    zoom: float = 1.0
    locked: Locked = field(default_factory=Locked)
    printing: tuple[tuple[str, str], ...] = ()

    def geometry(self) -> "QByteArray":
        """Return the place of the window, for Qt."""
        from PySide6.QtCore import QByteArray

        return QByteArray.fromBase64(QByteArray(self.place.encode()))


def taken() -> Handover | None:
    """Return, once, what the process before told this one; None when none did."""
    bury()
    told = os.environ.pop(TOLD, "")
    if not told:
        return None
    import json  # not before the first paint: mostly nothing was told

    try:
        found = json.loads(told)
        said = found.pop("locked")
        erased = said.pop("erased")
        locked = Locked(**said, erased=None if erased is None else tuple(erased))
        printing = tuple((str(one), str(other)) for one, other in found.pop("printing"))
        return Handover(**found, locked=locked, printing=printing)
    except (ValueError, TypeError, AttributeError, KeyError):
        return Handover()  # told by another version of the program: locked all the same


def bury() -> None:
    """Wait for what the process before had started: it ended with its pipes, and stays a zombie.

    To be called before anything is started: it would be waited for too.
    """
    with contextlib.suppress(ChildProcessError, AttributeError):  # none; Windows has no such thing
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def become(handover: Handover) -> None:
    """Become a fresh process of the same program; returns only where the system refuses."""
    import json

    again({TOLD: json.dumps(asdict(handover))})


def again(told: dict[str, str]) -> None:
    """Start this program anew in its own process, with these variables more."""
    command = [*interpreter.command(), *sys.orig_argv[1:]]
    try:
        if sys.platform == "win32":
            _follow(command, os.environ | told)
        os.execve(command[0], command, os.environ | told)  # noqa: S606 (ourselves)
    except OSError:
        return


def _follow(command: list[str], told: dict[str, str]) -> None:
    """Have a process of its own follow this one, which ends: its ``execve`` quotes no space.

    Raises:
        OSError: it cannot be started.
    """
    if sys.platform != "win32":
        return
    import ctypes
    import subprocess

    fresh = subprocess.Popen(command, env=told)  # noqa: S603 (ourselves)
    ctypes.windll.user32.AllowSetForegroundWindow(fresh.pid)
    os._exit(0)


def renew(window: QWidget, context: "Context", locked: Locked) -> None:
    """End this process for a fresh one, which shows the same window on its locked page."""
    from desktop_app.gui.printing.follow import Follower

    if window.isMinimized():
        state = "minimized"
    else:
        state = "active" if window.isActiveWindow() else "behind"
    place = window.saveGeometry().toBase64().data()
    told = Handover(
        place=bytes(place).decode("ascii"),
        state=state,
        language=i18n.current(),
        theme=context.look.theme,
        zoom=context.look.zoom,
        locked=locked,
        printing=Follower.all_tickets(context.jobs),
    )
    Renewal(context.jobs, lambda: become(told)).begin()


def follow(context: "Context", told: Handover) -> None:
    """Go on looking at what the process before had sent: the queue's copy is still erased."""
    if not told.printing:
        return
    from desktop_app.gui.printing.follow import Follower
    from desktop_app.gui.printing.ways import printing

    service = printing(context.tools.render_page)
    for ticket, printer in told.printing:
        Follower(context.jobs, service).take_up(ticket, printer)


class Renewal(QObject):
    """Becomes the fresh process once the worker has nothing left, or after ``LONGEST_MS``."""

    def __init__(self, jobs: Jobs, become: Callable[[], object]) -> None:
        super().__init__(jobs)
        self._jobs, self._become = jobs, become
        self._end = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._end.timeout.connect(self._now)
        # After what was just hidden is really gone: its widgets end their children in the worker.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._when_idle)

    def begin(self) -> None:
        """Begin to end."""
        self._soon.start()
        self._end.start()

    def _when_idle(self) -> None:
        if self._jobs.idle:
            self._now()
        else:
            self._jobs.busy.connect(self._told)

    def _told(self, busy: bool) -> None:
        if not busy:
            self._now()

    def _now(self) -> None:
        self._end.stop()
        self._become()
