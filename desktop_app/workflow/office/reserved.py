"""What presses, and who is known, in the circles of a helper: beside the day of her office's safe.

For their reader alone: a circle that her phrase does not open is not opened, read nor counted.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.core.errors import AppError
from desktop_app.core.moment import Today
from desktop_app.workflow.office.day import COMING, PAST, Circle, Day, Matter, pressing
from desktop_app.workflow.people import searching
from desktop_app.workflow.people.people import Found, Listed
from desktop_app.workflow.store import Safe, Tell


@dataclass(frozen=True, slots=True)
class Sought:
    """Whom what is typed may mean: in the safe of all, then in the circles.

    Attributes:
        here: of the safe of all.
        reserved: of the circles, each with hers.
        total: how many of the circles there are.
        left: how many are still to come, wherever they are.
    """

    here: Found
    reserved: tuple[tuple[Circle, Listed], ...] = ()
    total: int = 0
    left: int = 0


def opened(office: Safe, *, on: dt.date, tell: Tell) -> Sequence[Safe]:
    """Return the circles of the phrase, opened once; what is told is of hers alone."""
    circles = office.circles
    return circles.open if circles.looked else circles.open_mine(on=on, tell=tell, hers_alone=True)


def beside(day: Day, circles: Sequence[Safe], today: Today) -> Day:
    """Return the day with what presses in these circles, sorted with the rest; for the worker.

    One that cannot be read now stops none of the others, and is told (``Day.unread``).
    """
    known = {one.next.event.dossier_id for one in day.matters}
    matters, left, unread = list[Matter](), 0, False
    for safe in circles:
        try:
            found, past, coming = pressing(
                safe, today, counted=day.counted, circle=Circle(safe.id, safe.read_only)
            )
        except AppError:
            unread = True
            continue
        # One that a cut left at both places is told once, where it was.
        matters += [one for one in found if one.next.event.dossier_id not in known]
        left += past + coming
    shown = (*_nearest(day, matters, past=True), *_nearest(day, matters, past=False))
    there = [one for one in shown if one.circle is not None]
    over = sum(one.past and one.circle is None for one in shown)
    came = sum(not one.past and one.circle is None for one in shown)
    return replace(
        day,
        matters=shown,
        past_left=day.past_left + sum(one.past for one in day.matters) - over,
        left=day.left + sum(not one.past for one in day.matters) - came,
        reserved_left=left + len(matters) - len(there),
        unread=unread,
    )


def found(safe: Safe, circles: Sequence[Safe], typed: str, *, skip: int, most: int) -> Sought:
    """Return whom what is typed may mean, after ``skip``; those of the circles come last."""
    here = searching.found(safe, typed, skip=skip, most=most)
    reserved, total, room = list[tuple[Circle, Listed]](), 0, most - len(here.people)
    for one, some in _each(circles, typed, skip - here.total, room):
        reserved += [(Circle(one.id, one.read_only), person) for person in some.people]
        total += some.total
    shown = len(here.people) + len(reserved)
    return Sought(here, tuple(reserved), total, max(0, here.total + total - skip - shown))


def _each(
    circles: Sequence[Safe], typed: str, skip: int, room: int
) -> Iterator[tuple[Safe, Found]]:
    """Yield whom each circle knows, ``skip`` of them all being shown; as many as there is room."""
    for one in circles:
        try:
            some = searching.found(one, typed, skip=max(0, skip), most=room)
        except AppError:
            continue
        skip, room = skip - some.total, room - len(some.people)
        yield one, some


def _nearest(day: Day, more: Sequence[Matter], *, past: bool) -> Sequence[Matter]:
    found = [one for one in (*day.matters, *more) if one.past == past]
    return sorted(found, key=lambda one: one.days)[: PAST if past else COMING]
