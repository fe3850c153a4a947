"""Dates that a change of the law moves, of nobody: sooner, later, given no more, of the body."""

import datetime as dt
from collections.abc import Iterator

from desktop_app.core.records import Event
from desktop_app.workflow.matter.law_moved import Days, MovedDay
from desktop_app.workflow.matter.timeline import DECISION, SILENCE_EXPECTED

DAY = dt.date(2026, 11, 3)
SINCE = dt.date(2026, 12, 1)
FIRST, LAST = dt.date(2026, 12, 28), dt.date(2027, 1, 4)
SOONER, SOONEST = dt.date(2026, 11, 26), dt.date(2026, 12, 3)


def event(kind: str, dossier: str, day: dt.date = DAY) -> Event:
    """Return what is awaited."""
    return Event(
        "e1", kind, "", day, LAST, FIRST, "caf-rapo-rsa", "Ana Diaz", "p1", dossier, "d1", "", "",
        "", True,
    )  # fmt: skip


def moved_days() -> Iterator[MovedDay]:
    """Yield one of each."""
    rule, was = "Contester ce qu’on a décidé sur mon RSA", Days(FIRST, LAST)
    yield MovedDay(
        event(DECISION, "Ma dette"), was, Days(SOONER, SOONEST), rule, SINCE, SINCE, True
    )
    yield MovedDay(event(DECISION, "Mon aide"), Days(SOONER, SOONEST), was, rule, None, SINCE)
    yield MovedDay(event(DECISION, "Mon loyer"), was, Days(FIRST, SOONEST), rule, None, SINCE)
    yield MovedDay(event(DECISION, "Mon refus"), was, Days(None, None), rule, None, SINCE)
    awaited = event(SILENCE_EXPECTED, "Ma réponse", LAST)
    yield MovedDay(awaited, Days(LAST, None), Days(dt.date(2027, 3, 4), None), rule, SINCE, SINCE)
