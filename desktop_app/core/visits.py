"""Who comes to an office on a day: expected, waiting, received, gone. No Qt, no clock."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from desktop_app.core.errors import AppError
from desktop_app.core.record import record

State = Literal["waiting", "received", "ended", "gone"]
"""``gone``: without having been received; somebody who never came too."""
NOTE_LIMIT = 1000


class VisitChanged(AppError):
    """Somebody else received this person, or she left: the list is not what it was."""


@record(frozen=True)
class Visit:
    """One person's coming, on one day.

    Attributes:
        person_id, person, number: "" and None of somebody whose name was not asked.
        dossier_id: what she comes for, "" where it is not known.
        helper_id, helper: who receives her, or received her.
        appointment: when she was expected; None without an appointment.
        arrived: None until she is there.
        note: a few words of the helper's.
    """

    id: str
    state: State
    day: dt.date
    person_id: str = ""
    person: str = ""
    number: int | None = None
    dossier_id: str = ""
    helper_id: str = ""
    helper: str = ""
    appointment: dt.time | None = None
    arrived: dt.time | None = None
    received: dt.time | None = None
    ended: dt.time | None = None
    note: str = ""

    @property
    def expected(self) -> bool:
        """Whether she has an appointment and is not there yet."""
        return self.state == "waiting" and self.arrived is None


@record(frozen=True)
class Queue:
    """The visits of a day, by what is to be done.

    Attributes:
        received: those who are received now, the last one first.
        waiting: those who are there, by the hour of their appointment, else of their coming.
        expected: those who have an appointment and are not there.
    """

    received: tuple[Visit, ...] = ()
    waiting: tuple[Visit, ...] = ()
    expected: tuple[Visit, ...] = ()


def queue(visits: Iterable[Visit]) -> Queue:
    """Return the visits of a day in the order in which they matter."""
    found = tuple(visits)
    received = (one for one in found if one.state == "received")
    waiting = (one for one in found if one.state == "waiting" and not one.expected)
    expected = (one for one in found if one.expected)
    return Queue(
        tuple(sorted(received, key=lambda one: one.received or dt.time.min, reverse=True)),
        tuple(sorted(waiting, key=lambda one: one.appointment or one.arrived or dt.time.max)),
        tuple(sorted(expected, key=lambda one: one.appointment or dt.time.max)),
    )


def minutes(since: dt.time, now: dt.time) -> int:
    """Return how many minutes went by on one day; 0 where the clock went back."""
    first, last = (one.hour * 60 + one.minute for one in (since, now))
    return max(0, last - first)
