"""What may be written when nobody answers and no step of the law has a letter at hand. Pure."""

import datetime as dt
from collections.abc import Collection, Iterable

from desktop_app.core.deadlines.counting import add_months
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.workflow.matter.next_steps import FollowUp, Situation

PATIENCE_MONTHS = 1
"""How long one waits where the law gives silence no meaning: our choice, not a legal delay."""


def reminders(
    letters: Iterable[CatalogueItem],
    now: Situation,
    after: FollowUp | None,
    *,
    made: Collection[str],
    reminded: dt.date | None = None,
) -> tuple[CatalogueItem, ...]:
    """Return the second letter of a procedure, else the reminder of a request; nothing too early.

    Args:
        after: what follows; None for a letter that is a step of no procedure.
        made: the packs of the papers already made: a second letter is not proposed twice.
        reminded: when a letter that is a step of no procedure was posted last.
    """
    if not waited(now, after) or (reminded and add_months(reminded, PATIENCE_MONTHS) > now.today):
        return ()
    known = list(letters)
    if not now.procedure:
        return tuple(one for one in known if is_reminder(one))
    fitting = [one for one in known if now.procedure in one.follows]
    second = [one for one in fitting if one.procedure == now.procedure and one.id not in made]
    return tuple(second or filter(is_reminder, fitting))


def is_reminder(item: CatalogueItem) -> bool:
    """Tell whether a letter only reminds of another one: it is no step, and it follows some."""
    return bool(item.follows) and not item.procedure


def waited(now: Situation, after: FollowUp | None) -> bool:
    """Tell whether one waited long enough for an answer that never came."""
    begins = now.received or now.posted
    if begins is None or now.answer:
        return False
    usual = after.usual if after is not None else None
    day = usual.day if usual is not None else add_months(begins, PATIENCE_MONTHS)
    return day is not None and day <= now.today
