"""Which strike counts, by its own time: a hand that trembles strikes twice. No Qt here.

Times are milliseconds. An event brings its own, counted from a moment that only the system knows; a
page turns at a time of our clock. ``Strikes`` puts both on the events' scale.
"""

from collections.abc import Callable

WAIT = 300.0
"""How long what answers or leaves waits after a page turned, or after the same strike."""
BOUNCE = 100.0
"""The same for an arrow that chooses among several: a hand that walks a list is slower."""
BROKEN = 10_000.0
"""An event that seems to be so late came from another clock: it is begun anew."""
DRIFT = 1e-4
"""How much slower than ours the events' clock may run."""


class Strikes:
    """Remembers the last strike and when the page turned last.

    ``now`` is our own clock, in milliseconds; it never goes back.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._ahead: float | None = None  # our clock minus the events', without any delay between
        self._heard = 0.0
        self._turned: float | None = None
        self._last: tuple[str, float] = ("", 0.0)

    def turned(self) -> None:
        """The page turned now, or what is on it is not what it was."""
        self._turned = self._now() - (self._ahead or 0.0)

    def counts(self, strike: str, stamp: int, *, wait: float = WAIT) -> bool:
        """Tell whether this strike counts; one that does not lets the next wait too.

        ``stamp`` is the event's own time; 0 where it has none: it is taken for struck just now.
        """
        time = self._time(stamp)
        name, before = self._last
        self._last = (strike, time)
        twin = name == strike and time - before < wait
        return not twin and not (self._turned is not None and time - self._turned < WAIT)

    def released(self, strike: str, stamp: int) -> None:
        """The hand leaves the key only now: its twin is counted from here."""
        if self._last[0] == strike:
            self._last = (strike, max(self._last[1], self._time(stamp)))

    def other(self) -> None:
        """Something else was struck: what comes next is no twin."""
        self._last = ("", 0.0)

    def _time(self, stamp: int) -> float:
        """Return when an event was struck, on the events' clock."""
        now = self._now()
        if not stamp:
            return now - (self._ahead or 0.0)
        ahead = now - stamp
        if self._ahead is None or ahead - self._ahead > BROKEN:
            self._begin(ahead)
        else:  # the least is the one without a delay
            self._ahead = min(self._ahead + (now - self._heard) * DRIFT, ahead)
        self._heard = now
        return float(stamp)

    def _begin(self, ahead: float) -> None:
        """Begin anew with the time of this event: what was noted before was on another clock."""
        self._ahead = ahead
        self._turned, self._last = None, ("", 0.0)
