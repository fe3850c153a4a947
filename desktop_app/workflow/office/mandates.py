"""Mandates of an office: those that end, and whether one may act today in a person's place."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.agreements import Mandate
from desktop_app.workflow.store import Safe

SOON = 30
"""Days before its end from which a mandate is said to end."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The mandates that end within some days, the first to end first; how many in all."""

    mandates: tuple[Mandate, ...]
    total: int


def ending(safe: Safe, on: dt.date, within_days: int = SOON, *, most: int = -1) -> Ending:
    """Return the signed mandates that end from today to so many days on, and no later one does."""
    until = on + dt.timedelta(days=within_days)
    found = safe.mandates.ending(on, until, limit=most)
    return Ending(tuple(found), safe.mandates.count_ending(on, until))
