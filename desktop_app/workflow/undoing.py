"""Gestures that can be undone while the safe is open: what each changed, and the queue of reverses.

The queue is a value in memory. Nothing of it outlives a lock (``gui/gestures.py``).
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from desktop_app.core.changes import Reverse
from desktop_app.workflow.store import Safe

T = TypeVar("T")

LIMIT = 100
"""Gestures that can be undone in turn; the oldest is forgotten then."""


@dataclass(frozen=True, slots=True)
class Done:
    """A gesture that was done: what was told of it, what it changed, and how it is undone.

    ``turn``: gestures that have the same, one after the other, are undone together as one: what is
    typed in one box; "" for a gesture of its own. ``what``: what comes back once it is undone, when
    that can be said better than by what it changed.
    """

    told: str
    reverse: Reverse
    turn: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Queue:
    """What can be undone, the last gesture at the end."""

    gestures: tuple[Done, ...] = ()

    @property
    def last(self) -> Done | None:
        """Return what is undone first."""
        return self.gestures[-1] if self.gestures else None

    def after(self, done: Done) -> "Queue":
        """Return the queue after a gesture; one that changed nothing is no gesture."""
        if not done.reverse:
            return self
        last = self.last
        if last is not None and done.turn and last.turn == done.turn:
            both = Done(done.told, last.reverse.then(done.reverse), done.turn, done.what)
            return Queue((*self.gestures[:-1], both))
        return Queue((*self.gestures, done)[-LIMIT:])

    def without(self, done: Done) -> "Queue":
        """Return the queue once this was undone, or never can be."""
        return Queue(tuple(one for one in self.gestures if one is not done))


def do(safe: Safe, work: Callable[[], T]) -> tuple[T, Reverse]:
    """Do a gesture; return what it returned, and its reverse."""
    with safe.recorded() as recording:
        result = work()
    return result, recording.reverse


def undo(safe: Safe, done: Done, *, on: dt.date) -> None:
    """Undo a gesture, whole or not at all.

    Raises:
        ChangedSince: something of it was changed since; nothing is undone.
    """
    safe.undo(done.reverse, on=on)
