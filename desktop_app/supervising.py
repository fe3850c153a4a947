"""Keeps the window of a public terminal there: it comes back by itself, after an end or a crash.

One process that does nothing else: it loads no window, and holds nothing of anybody. A window that
ends at once, again and again (no display, a broken library), is waited for longer each time, up to
a minute: the computer stays usable for who mends it, and no disk fills with complaints.
"""

import contextlib
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence

from desktop_app import interpreter

COMMAND = "terminal"
QUICK_S = 20.0
"""A window that ends sooner than this did not serve anybody."""
LONGEST_S = 60.0


def pauses(lasted: Iterator[float]) -> Iterator[float]:
    """Yield how long to wait before each new window, from how long the one before lasted.

    One that served is followed at once; after those that did not: 1 second, 2, 4… ``LONGEST_S``.
    """
    wait = 0.0
    for one in lasted:
        wait = 0.0 if one >= QUICK_S else min(LONGEST_S, 2 * wait or 1.0)
        yield wait


def window_command(arguments: Sequence[str] | None = None) -> list[str]:
    """Return what starts the window: this very program, without the word that named this one."""
    given = list(sys.orig_argv[1:] if arguments is None else arguments)
    at = given.index(COMMAND) if COMMAND in given else len(given)
    return [*interpreter.command(), *given[:at]]


def keep_there(
    command: Sequence[str], *, clock: Callable[[], float] = time.monotonic, most: int = 0
) -> int:
    """Start the window, and again each time it ends, until this process is told to stop.

    Args:
        most: stop after so many windows; 0: never by itself.

    Returns:
        How many windows were started.
    """
    stop = threading.Event()
    child: list[subprocess.Popen[bytes]] = []

    def told(_signal: int, _frame: object) -> None:
        stop.set()
        for one in child:
            with contextlib.suppress(ProcessLookupError):
                one.terminate()

    before = {one: signal.signal(one, told) for one in (signal.SIGTERM, signal.SIGINT)}
    started = 0

    def lasted() -> Iterator[float]:
        nonlocal started
        while not stop.is_set():
            begun = clock()
            child[:] = [subprocess.Popen(command)]  # noqa: S603 (ourselves)
            started += 1
            child[0].wait()
            child.clear()
            yield clock() - begun

    try:
        for wait in pauses(lasted()):
            if started == most or stop.wait(wait):
                break
    finally:
        for one, former in before.items():
            signal.signal(one, former)
    return started
