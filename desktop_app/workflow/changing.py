"""A change on a timeline: its days must agree, and what is awaited follows from them."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.core.deadlines.law import Law
from desktop_app.workflow.awaited import settle
from desktop_app.workflow.safes import Safe
from desktop_app.workflow.sense import expect_order
from desktop_app.workflow.timeline import COMPUTED, POSTED, dated, is_decision, last


@contextmanager
def changing(safe: Safe, law: Law, dossier: str, today: dt.date) -> Iterator[None]:
    """Change a timeline: its days must agree, and its dates follow; else nothing is saved."""
    with safe.act():
        yield
        expect_order([e for e in safe.events.timeline(dossier) if e.kind not in COMPUTED])
        settle(safe, law, dossier, today)


def post_again(safe: Safe, dossier: str) -> None:
    """Await the last decision anew, when no posting answers it."""
    events = safe.events.timeline(dossier)
    decided = next((e for e in reversed(events) if is_decision(e) and dated(e)), None)
    sent = last(events, POSTED)
    if decided is not None and (sent is None or sent.day < decided.day):
        safe.events.await_again(decided.id)


def nothing_to_post(safe: Safe, dossier: str) -> None:
    """Await no posting any more."""
    for event in safe.events.timeline(dossier):
        if event.awaited and is_decision(event):
            safe.events.done(event.id)
