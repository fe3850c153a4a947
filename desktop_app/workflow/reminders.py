"""What may be written when nobody answers and no step of the law has a letter at hand. Pure."""

from collections.abc import Collection, Iterable

from desktop_app.core.deadlines.counting import add_months
from desktop_app.workflow.next_steps import FollowUp, Situation
from desktop_app.workflow.ports import CatalogueItem

PATIENCE_MONTHS = 1
"""How long one waits where the law gives silence no meaning: our choice, not a legal delay."""


def reminders(
    letters: Iterable[CatalogueItem], now: Situation, after: FollowUp, *, made: Collection[str]
) -> tuple[CatalogueItem, ...]:
    """Return the second letter of a procedure, else the reminder of a request; nothing too early.

    Args:
        made: the packs of the papers already made: a second letter is not proposed twice.
    """
    if not _waited_enough(now, after):
        return ()
    fitting = [one for one in letters if now.procedure in one.follows]
    second = [one for one in fitting if one.procedure == now.procedure and one.id not in made]
    return tuple(second or [one for one in fitting if not one.procedure])


def _waited_enough(now: Situation, after: FollowUp) -> bool:
    begins = now.received or now.posted
    if begins is None or now.answer:
        return False
    usual = after.usual
    day = usual.day if usual is not None else add_months(begins, PATIENCE_MONTHS)
    return day is not None and day <= now.today
