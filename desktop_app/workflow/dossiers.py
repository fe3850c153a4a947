"""A dossier as a person looks at it: its timeline, its documents, and what comes next."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.deadlines.law import Law
from desktop_app.core.errors import AppError
from desktop_app.workflow.followup import situation
from desktop_app.workflow.next_steps import FollowUp, follow_up
from desktop_app.workflow.ports import Catalogue
from desktop_app.workflow.safes import Dossier, Event, Safe, StoredDocument


@dataclass(frozen=True, slots=True)
class OpenDossier:
    """A dossier with its timeline and documents; ``next`` is None without a known procedure."""

    dossier: Dossier
    procedure: str
    events: tuple[Event, ...]
    documents: tuple[StoredDocument, ...]
    next: FollowUp | None


@dataclass(frozen=True, slots=True)
class NextDate:
    """One date of the agenda: the day to act on first, and the legal one when it differs."""

    event: Event
    act_on: dt.date
    last_day: dt.date | None
    past: bool


def open_dossier(
    safe: Safe, law: Law, catalogue: Catalogue, dossier: str, *, today: dt.date
) -> OpenDossier:
    """Return a dossier with all that is in it."""
    found = safe.dossiers.one(dossier)
    events = tuple(safe.events.timeline(dossier))
    documents = tuple(safe.documents(dossier=dossier))
    procedure = found.procedure or _procedure(events, documents, catalogue)
    after = follow_up(law, situation(events, procedure, today)) if procedure else None
    return OpenDossier(found, procedure, events, documents, after)


def next_dates(safe: Safe, *, today: dt.date) -> tuple[NextDate, ...]:
    """Return the next dates of everyone in the safe, the nearest first, the past ones included."""
    return tuple(next_date(event, today) for event in safe.agenda.next_dates())


def next_date(event: Event, today: dt.date) -> NextDate:
    """Return the day that an awaited event asks to act on."""
    last = _day(event.last_day)
    act_on = _day(event.prudent_day) or last or _day(event.day)
    assert act_on is not None
    return NextDate(event, act_on, last, past=(last or act_on) < today)


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text[:10]) if text else None


def _procedure(
    events: Sequence[Event], documents: Sequence[StoredDocument], catalogue: Catalogue
) -> str:
    """Return the procedure of the dossier's first event, else of its letter."""
    for event in events:
        if event.procedure:
            return event.procedure
    for document in documents:
        if document.kind != "letter" or not document.made_from:
            continue
        try:
            return catalogue.letter(document.made_from).procedure
        except AppError:
            continue  # a pack that is no longer here
    return ""
