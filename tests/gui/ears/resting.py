"""Whether processes rest: nothing of them waits for the processor, and they hardly use it."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

QUIET = 0.45
"""Seconds of rest after which nothing more comes by itself; a page waits 0.4 s at most."""
STEP = 0.025
USED = 0.06
"""Part of a processor that a blinking cursor and a clock may use."""
PATIENCE = 120.0


class Rest:
    """Watches the processes of these ids and what they started."""

    def __init__(self, roots: list[int]) -> None:
        self._roots = roots

    def wait(self, quiet: float = QUIET) -> None:
        """Return once all have rested so long. Under load this takes longer, and is as true."""
        end = time.monotonic() + PATIENCE
        since, used = time.monotonic(), self._used()
        while time.monotonic() - since < quiet:
            assert time.monotonic() < end, "the window or the screen reader never rests"
            time.sleep(STEP)
            now = self._used()
            allowed = USED * (time.monotonic() - since) + 0.01
            if self._busy() or now - used > allowed or now < used:
                since, used = time.monotonic(), now

    def _used(self) -> float:
        """Return the seconds of processor that all threads used so far."""
        total = 0
        for task in self._tasks():
            try:
                total += int((task / "schedstat").read_text().split()[0])
            except (OSError, IndexError, ValueError):
                continue
        return total / 1e9

    def _busy(self) -> bool:
        """Tell whether a thread runs, waits for a processor or for a disk now."""
        for task in self._tasks():
            try:
                state = (task / "stat").read_text().rpartition(")")[2].split()[0]
            except (OSError, IndexError):
                continue
            if state in "RD":
                return True
        return False

    def _tasks(self) -> Iterator[Path]:
        for process in _with_children(self._roots):
            try:
                yield from (Path("/proc") / str(process) / "task").iterdir()
            except OSError:
                continue


def _with_children(roots: Sequence[int]) -> set[int]:
    """Return these processes and all that they started, which still run."""
    parents: dict[int, int] = {}
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                words = (place / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(place.name)] = int(words[1])
    found = set(roots)
    grown = True
    while grown:
        more = {child for child, parent in parents.items() if parent in found} - found
        found |= more
        grown = bool(more)
    return found
