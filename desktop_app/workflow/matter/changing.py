"""A change on a timeline: its days must agree, and what is awaited follows from them."""

import datetime as dt
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from desktop_app.core.deadlines.law import Law
from desktop_app.workflow.matter.awaited import settle
from desktop_app.workflow.matter.sense import expect_order
from desktop_app.workflow.matter.timeline import COMPUTED, POSTED, dated, is_decision, last
from desktop_app.workflow.store import Safe


@contextmanager
def changing(safe: Safe, law: Law, dossier: str, today: dt.date) -> Iterator[None]:
    """Change a timeline: its days must agree, and its dates follow; else nothing is saved."""
    with safe.act():
        yield
        expect_order([e for e in safe.events.timeline(dossier) if e.kind not in COMPUTED])
        settle(safe, law, dossier, today)


def nothing_to_post(safe: Safe, dossier: str, procedure: str, papers: Collection[str] = ()) -> None:
    """Await no more the decisions that a letter of this procedure answers; others stay.

    ``papers``: ids of the letters it may be; the last day that they gave is theirs.
    """
    for event in safe.events.timeline(dossier):
        answered = event.procedure == procedure or event.document_id in papers
        if event.awaited and is_decision(event) and answered:
            safe.events.done(event.id)


def post_again(safe: Safe, dossier: str, procedure: str) -> None:
    """Await anew the last decision that a letter of this procedure answered, if none answers it.

    A decision that a paper gave is awaited too: an extra reminder harms less than a lost day.
    """
    events = safe.events.timeline(dossier)
    decided = [e for e in events if is_decision(e) and dated(e)]
    answered = [e for e in decided if e.procedure == procedure or e.document_id]
    sent = last(events, POSTED, procedure)
    if answered and (sent is None or sent.day < answered[-1].day):
        safe.events.await_again(answered[-1].id)
