"""The day of an office, as its first page shows it: what presses, who is there, what is suspended.

Each list is limited where it is read: an office knows thousands.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.moment import Now, Today, day_of
from desktop_app.core.visits import Queue, queue
from desktop_app.workflow.interview.saving import ELSEWHERE
from desktop_app.workflow.matter.dossiers import NOT_COUNTED, NextDate, next_date
from desktop_app.workflow.office.mandates import ending
from desktop_app.workflow.office.retention import to_erase
from desktop_app.workflow.office.settings import is_set_up, office
from desktop_app.workflow.ports import Catalogue
from desktop_app.workflow.store import Safe

PAST, COMING, SUSPENDED = 3, 6, 3
"""Dossiers whose day passed, dossiers whose day comes, interviews left: shown on the first page."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Somebody of the office: her id, her name, her file number."""

    person_id: str = ""
    name: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle of the helper, as far as the first page tells of it; ``to_read``: she only reads it,
    somebody else writes there.
    """

    id: str
    to_read: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """A dossier that presses; ``past``: its day went by, by so many ``days``; else it comes.

    ``circle``: the one that it is in; None of the safe of all.
    """

    whose: Whose
    next: NextDate
    past: bool
    days: int
    circle: Circle | None = None


@dataclass(frozen=True, slots=True)
class Suspended:
    """An interview left today, to be taken up at the very question."""

    draft: str
    whose: Whose
    title: str


@dataclass(frozen=True, slots=True)
class Due:
    """How many mandates end soon, and how many people are due for erasure."""

    mandates: int
    to_erase: int


@dataclass(frozen=True, slots=True)
class Day:
    """What the first page of an office tells.

    Attributes:
        today: the day by which things are counted; ``counted`` False: it is in doubt.
        matters: the dossiers that press; ``past_left`` and ``left`` more are not read.
        queue: who is received, waits, is expected.
        suspended: what was left today, the last one first.
        due: what is to be looked at one of these days, counted apart: it takes longer.
        closed: visits that former days had left open, and that were just closed.
        set_up: the office has its rules; where it has none yet, setting it up is proposed.
        reserved_left: dossiers of her circles that press too, and are not shown (``reserved.py``).
        moved: dates that a change of the law moves, and that nobody has seen yet.
        unread: a circle of hers could not be read now: its dates are not there.
    """

    today: Today
    counted: bool
    matters: tuple[Matter, ...]
    past_left: int
    left: int
    queue: Queue
    suspended: tuple[Suspended, ...]
    closed: int
    due: Due | None = None
    set_up: bool = True
    reserved_left: int = 0
    unread: bool = False
    moved: int = 0

    @property
    def time(self) -> dt.time | None:
        """Return the hour at which it was read; None where it is not known."""
        return self.today.at.time() if isinstance(self.today, Now) else None


def read(safe: Safe, catalogue: Catalogue, today: Today, *, counted: bool = True) -> Day:
    """Read it, in the worker; what former days left open is closed, where something can be written.

    Everyone has a file number from then on. Not ``counted``, today being in doubt: nothing is near,
    and nothing of before is closed.
    """
    day = day_of(today)
    closed = 0 if safe.read_only or not counted else safe.visits.close_before(day)
    if not safe.read_only and not safe.numbers.begun:
        safe.numbers.begin()
    matters, past_left, left = pressing(safe, today, counted=counted)
    return Day(
        today,
        counted,
        matters,
        past_left,
        left,
        queue(safe.visits.of_day(day)),
        tuple(_suspended(safe, catalogue, day)),
        closed,
        set_up=safe.read_only or is_set_up(safe),
    )


def pressing(
    safe: Safe, today: Today, *, counted: bool, circle: Circle | None = None
) -> tuple[tuple[Matter, ...], int, int]:
    """Return the dossiers of a safe that press; how many more are past, and to come."""
    day = day_of(today)
    found = safe.agenda.pressing(day, past=PAST, coming=COMING)
    matters = tuple(
        Matter(
            Whose(one.event.person_id, one.event.person, one.number),
            date := next_date(one.event, today if counted else NOT_COUNTED),
            one.past,
            abs((date.act_on - day).days),
            circle,
        )
        for one in found.shown
    )
    return matters, found.past_left, found.coming_left


def due(safe: Safe, day: dt.date) -> Due:
    """Count what is to be looked at, in the worker."""
    ends = ending(safe, day, most=0).total
    return Due(ends, to_erase(safe, office(safe), day, most=0).total)


def _suspended(safe: Safe, catalogue: Catalogue, day: dt.date) -> Sequence[Suspended]:
    drafts = safe.drafts.unfinished(without=ELSEWHERE, limit=SUSPENDED)
    of_today = [one for one in drafts if one.saved_on == day]
    if not of_today:
        return ()
    numbers = safe.numbers.of([one.person_id for one in of_today if one.person_id])
    titles = {one.id: one.plain_title for one in catalogue.search()}
    found = []
    for draft in of_today:
        person = safe.people.there(draft.person_id) if draft.person_id else None
        whose = (
            Whose(person.id, person.name, numbers.get(person.id)) if person is not None else Whose()
        )
        found.append(Suspended(draft.id, whose, titles.get(draft.pack, "")))
    return found


def receive(safe: Safe, visit: str, *, at: dt.time) -> None:
    """Receive somebody, as the helper at work.

    Raises:
        VisitChanged, NotFound.
    """
    member = safe.team.at_work
    safe.visits.receive(visit, helper=member.id if member is not None else "", at=at)
