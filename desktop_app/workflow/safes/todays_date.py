"""Today's date, which a person may be asked about: every delay and every erasure rests on it."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.deadlines import clock
from desktop_app.core.deadlines.law import Law
from desktop_app.core.errors import AppError
from desktop_app.workflow.store import Safe


@dataclass(frozen=True, slots=True)
class DateInDoubt:
    """A date that cannot be believed: ``since`` is the day it should not be before, or far after.

    ``why`` is "before-release", "before-safe" or "too-far".
    """

    why: clock.Doubt
    today: dt.date
    since: dt.date


def in_doubt(law: Law, today: dt.date, safe: Safe | None = None) -> DateInDoubt | None:
    """Return why today's date must be asked; None when it can be believed."""
    released, last_seen = _released(law), safe.last_day_seen if safe is not None else None
    why = clock.doubt(today, released=released, last_seen=last_seen)
    if not why:
        return None
    since = last_seen if why == "before-safe" else released
    return DateInDoubt(why, today, since or today)


def _released(law: Law) -> dt.date | None:
    try:
        return law.reread_on
    except AppError:  # told where the law is used: a safe opens all the same
        return None


def confirm(safe: Safe | None, today: dt.date) -> None:
    """Believe this date from now on: the person says that it is right."""
    if safe is not None and not safe.read_only:
        safe.believe(today)
