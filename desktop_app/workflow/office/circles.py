"""The circles of an office: opened with its safe by one phrase, found by their title."""

import datetime as dt
from collections.abc import Sequence

from desktop_app.core.circles import Reader
from desktop_app.core.errors import AppError
from desktop_app.core.folding import folded
from desktop_app.workflow.store import Circles, Safe, Tell


class NoSuchCircle(AppError):
    """No circle of this title or id is open to who asks; whether there is one is not said."""


class NoSuchReader(AppError):
    """Nobody of this name or number reads the circle."""


def find(opened: Sequence[Safe], wanted: str) -> Safe:
    """Return a circle by its id, or by its title.

    Raises:
        NoSuchCircle.
    """
    for one in opened:
        if wanted == one.id or folded(wanted) == folded(one.circle):
            return one
    raise NoSuchCircle


def only(circles: Circles, wanted: str, *, on: dt.date, tell: Tell) -> Safe:
    """Open the circles of a helper; return this one, which stays open after the office's safe.

    Raises:
        NoSuchCircle.
    """
    opened = circles.open_mine(on=on, tell=tell)
    try:
        found = find(opened, wanted)
    except NoSuchCircle:
        circles.close()
        raise
    return circles.hand_out(found.id)


def find_reader(readers: Sequence[Reader], wanted: str) -> Reader:
    """Return a reader by her name or her number.

    Raises:
        NoSuchReader: nobody, or several of that name.
    """
    found = [one for one in readers if wanted == one.slot or folded(wanted) == folded(one.name)]
    if len(found) != 1 or not wanted:
        raise NoSuchReader
    return found[0]
