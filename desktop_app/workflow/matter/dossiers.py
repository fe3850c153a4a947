"""A dossier as a person looks at it: its timeline, its documents, and what comes next."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.core.acts import Act
from desktop_app.core.deadlines.cases import Reply
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.verdict import Verdict
from desktop_app.core.errors import AppError
from desktop_app.core.moment import Today, day_of
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.core.records import Dossier, Event, StoredDocument
from desktop_app.workflow.guidance.at_hand import letters_for
from desktop_app.workflow.guidance.urgent import emergency_of
from desktop_app.workflow.matter.ladder import Rung, ladder
from desktop_app.workflow.matter.law_moved import MovedDay, moved
from desktop_app.workflow.matter.letter_steps import Papers, papers_of
from desktop_app.workflow.matter.next_steps import FollowUp, Situation, follow_up
from desktop_app.workflow.matter.place import road_of
from desktop_app.workflow.matter.reminders import reminders, waited
from desktop_app.workflow.matter.timeline import (
    POSTED,
    last,
    reply_of,
    said_of,
    situation,
    tracks,
)
from desktop_app.workflow.ports import Catalogue
from desktop_app.workflow.store import Safe

NOTED = ("event-noted", "event-corrected", "event-put-back", "document-filed")
"""Acts by which it is said who noted something of a dossier."""
NOT_COUNTED = dt.date.min
"""In place of a today that is in doubt: dates are told, nothing is near and nothing is past."""


@dataclass(frozen=True, slots=True)
class OpenDossier:
    """A dossier with its timeline and documents.

    Attributes:
        procedure: of the last paper made in it, else of its first event; "" when none is known.
        events: what happened and what is to come, in the order of their days.
        removed: the events taken off it, which can be put back.
        next: what follows the paper under way; None without a known procedure.
        ladder: every step from the first to the last possible one; empty without a known procedure.
        emergency: what to do today, when the procedure presses so much; else "".
        replies: what the law says of those that were noted, by the id of the event.
        letters: for each step that may follow, by its procedure, the letters at hand for it: a debt
            and a sanction on the RSA go to the same appeal by two letters.
        reminders: when nobody answered for long, what may be written meanwhile.
        papers: the letters and forms made, each with the step that it is.
        waited: nobody answered for long.
        moved: dates that the law of today counts otherwise, and that nobody has seen yet.
        acts: by the id of an event or a document, who noted it or corrected it last: of an office.
    """

    dossier: Dossier
    procedure: str
    events: tuple[Event, ...]
    removed: tuple[Event, ...]
    documents: tuple[StoredDocument, ...]
    next: FollowUp | None
    ladder: tuple[Rung, ...]
    emergency: str
    replies: dict[str, Reply]
    letters: dict[str, tuple[CatalogueItem, ...]]
    reminders: tuple[CatalogueItem, ...]
    papers: Papers
    waited: bool
    acts: Mapping[str, Act] = field(default_factory=dict)
    moved: tuple[MovedDay, ...] = ()

    @property
    def paper(self) -> StoredDocument | None:
        """The last letter or form made in this dossier."""
        return next(iter(self.papers.made), None)

    @property
    def sent(self) -> Event | None:
        """The last posting."""
        return last(self.events, POSTED)


@dataclass(frozen=True, slots=True)
class NextDate:
    """One date of the agenda: the day to act on first, and what is said of it today."""

    event: Event
    act_on: dt.date
    said: Verdict

    @property
    def last_day(self) -> dt.date | None:
        """The last legal day, when there is one to tell."""
        return day_of(self.said.last_day) if self.said.last_day else None

    @property
    def past(self) -> bool:
        """Whether nothing can be done, or awaited, in time any more."""
        return self.said.state in ("over", "body-over")


def open_dossier(
    safe: Safe, law: Law, catalogue: Catalogue, dossier: str, *, today: dt.date
) -> OpenDossier:
    """Return a dossier with all that is in it."""
    found = safe.dossiers.one(dossier)
    events = tuple(safe.events.timeline(dossier))
    documents = tuple(safe.documents(dossier=dossier))
    papers = papers_of(found, events, documents, catalogue.search())
    procedure = papers.matter
    now = situation(events, procedure, today, road_of(safe, law, dossier))
    after = _after(law, now)
    letters = _letters(catalogue, events, procedure, after)
    outside = last(events, POSTED, "")
    told = (*(one.id for one in events), *(one.id for one in documents))
    return OpenDossier(
        found,
        procedure,
        events,
        tuple(safe.events.removed(dossier)),
        documents,
        after,
        ladder(law, events, procedure, today, road=now.road) if after else (),
        emergency_of(law, procedure),
        _replies(law, events),
        letters,
        reminders(
            catalogue.search(kind="letter"),
            now,
            after,
            made={document.made_from for document in documents},
            reminded=outside.day if outside else None,
        ),
        papers=papers,
        waited=waited(now, after),
        acts=safe.acts.last(told, kinds=NOTED),
        moved=moved(safe, law, catalogue, today, dossier=dossier),
    )


def next_dates(safe: Safe, *, today: Today) -> tuple[NextDate, ...]:
    """Return the next dates of everyone in the safe, the nearest first, the past ones included."""
    return tuple(next_date(event, today) for event in safe.agenda.next_dates())


def next_date(event: Event, today: Today) -> NextDate:
    """Return the day that an awaited event asks to act on."""
    act_on = event.prudent_day or event.last_day or event.day
    return NextDate(event, day_of(act_on), said_of(event, today))


def _after(law: Law, now: Situation) -> FollowUp | None:
    """Return what follows; None when nothing can be computed: a dossier opens all the same."""
    try:
        return follow_up(law, now) if now.procedure else None
    except AppError:  # this computer's date went back, or the procedure is of a newer version
        return None


def _replies(law: Law, events: Sequence[Event]) -> dict[str, Reply]:
    told = {reply.id: reply for reply in law.replies}
    kinds = {event.id: reply_of(event) for event in events}
    return {event: told[kind] for event, kind in kinds.items() if kind is not None}


def _letters(
    catalogue: Catalogue, events: Sequence[Event], procedure: str, after: FollowUp | None
) -> dict[str, tuple[CatalogueItem, ...]]:
    """Return the letters of what may follow and of what was noted, where there are some."""
    wanted = {step.procedure for step in after.steps} if after else set()
    wanted |= {event.procedure for event in events}
    letters, before = catalogue.search(kind="letter"), {procedure, *tracks(events)}
    found = {one: letters_for(letters, one, before) for one in wanted if one}
    return {one: items for one, items in found.items() if items}
