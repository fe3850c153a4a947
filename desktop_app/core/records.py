"""What a safe gives back: frozen records, with ids that mean nothing outside."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.moment import Moment, day_of


@dataclass(frozen=True, slots=True)
class Person:
    """Someone documents are written for."""

    id: str
    name: str
    made_on: dt.date


@dataclass(frozen=True, slots=True)
class Value:
    """One thing known of a person.

    ``source`` is typed, draft, document, import or helper; ``source_id`` the draft or document.
    """

    field: str
    value: str
    source: str
    given_on: dt.date
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One matter of one person before one body. ``person`` and ``person_id`` may be empty."""

    id: str
    title: str
    person: str
    person_id: str
    body: str
    procedure: str
    opened_on: dt.date
    closed_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """How a matter ended, and what its figures are counted by.

    ``closed_on`` is None while it goes on; ``outcome`` is of ``core/figures.py: OUTCOMES``, "" when
    nobody said; ``about``: its theme, or what it is known by ("procedure:…", "pack:…").
    """

    closed_on: dt.date | None
    outcome: str
    about: str


@dataclass(frozen=True, slots=True)
class Matter:
    """All that is kept of one matter, by id; ``packs``: what each draft answers.

    ``copies`` of its papers were saved elsewhere, and ``backups`` of the whole safe: as far as the
    safe was told, and out of its reach.
    """

    dossier: str = ""
    drafts: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    copies: int = 0
    backups: int = 0

    def __bool__(self) -> bool:
        return bool(self.dossier or self.drafts or self.documents)


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One document, without its bytes.

    ``person`` and ``dossier`` are names, empty when there is none; ``kind`` is letter, form,
    received, evidence or other; ``made_from`` a pack; ``verified`` of ``total`` values were read
    back (None when that has no meaning); ``draft_id`` the answers it was made of; ``earlier``: its
    dossier holds a later version, made of the same ones.
    """

    id: str
    title: str
    person: str
    person_id: str
    dossier: str
    dossier_id: str
    kind: str
    date: dt.date
    media: str
    size: int
    pages: int
    made_from: str = ""
    edition: str = ""
    verified: int | None = None
    total: int | None = None
    draft_id: str = ""
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """Answers not finished yet. ``content`` is JSON; ``question`` where the person was."""

    id: str
    pack: str
    content: str
    question: str
    person_id: str
    dossier_id: str
    saved_on: dt.date
    finished: bool


@dataclass(frozen=True, slots=True)
class Event:
    """A step of a dossier.

    ``at``, ``last_day`` and ``prudent_day`` have their hour where the delay is in hours.
    """

    id: str
    kind: str
    title: str
    at: Moment
    last_day: Moment | None
    prudent_day: Moment | None
    procedure: str
    person: str
    person_id: str
    dossier: str
    dossier_id: str
    document_id: str
    number: str
    note: str
    awaited: bool

    @property
    def day(self) -> dt.date:
        """The day when it happened."""
        return day_of(self.at)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest awaited date of a dossier, with the file number of whose it is, if she has one.

    ``past``: its day went by.
    """

    event: Event
    number: int | None
    past: bool


@dataclass(frozen=True, slots=True)
class Pressing:
    """The dossiers that press: those just passed, then those that come; how many more of each."""

    shown: tuple[Nearest, ...] = ()
    past_left: int = 0
    coming_left: int = 0
