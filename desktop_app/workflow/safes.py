"""The encrypted safe as a workflow sees it: Protocols that ``desktop_app/safe`` implements."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, Protocol

from desktop_app.core.errors import Notice

Tell = Callable[[Notice], None]
Order = Literal["newest", "relevance"]
Moment = dt.date | dt.datetime


class StoredDocument(Protocol):
    """One document of the safe, without its bytes.

    ``person`` and ``dossier`` are names, empty when there is none; ``kind``: letter, form,
    received, evidence, other; ``verified`` of ``total`` values were read back.
    """

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def person(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def dossier(self) -> str: ...
    @property
    def dossier_id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def date(self) -> dt.date: ...
    @property
    def media(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def pages(self) -> int: ...
    @property
    def made_from(self) -> str: ...
    @property
    def edition(self) -> str: ...
    @property
    def verified(self) -> int | None: ...
    @property
    def total(self) -> int | None: ...


class Person(Protocol):
    """Someone documents are written for."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


class Value(Protocol):
    """One thing known of a person: where it comes from, and when."""

    @property
    def value(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def given_on(self) -> dt.date: ...


class SavedDraft(Protocol):
    """Answers not finished yet; ``content`` is the JSON that its maker wrote."""

    @property
    def id(self) -> str: ...
    @property
    def pack(self) -> str: ...
    @property
    def content(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def dossier_id(self) -> str: ...
    @property
    def saved_on(self) -> dt.date: ...


class Event(Protocol):
    """A step of a dossier; days are ISO text, "" when there is none."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def day(self) -> str: ...
    @property
    def last_day(self) -> str: ...
    @property
    def prudent_day(self) -> str: ...
    @property
    def procedure(self) -> str: ...
    @property
    def person(self) -> str: ...
    @property
    def person_id(self) -> str: ...
    @property
    def dossier(self) -> str: ...
    @property
    def dossier_id(self) -> str: ...
    @property
    def document_id(self) -> str: ...


class People(Protocol):
    """Persons and what is known of each."""

    def all(self) -> Sequence[Person]: ...
    def add(self, name: str, *, on: dt.date) -> str: ...
    def keep_value(
        self,
        person: str,
        field: str,
        value: str,
        *,
        source: str,
        on: dt.date,
        source_id: str = "",
    ) -> None: ...
    def profile(self, person: str) -> Mapping[str, Value]: ...


class Drafts(Protocol):
    """Answers saved after each question."""

    def begin(
        self, pack: str, content: str, *, on: dt.date, person: str = "", dossier: str = ""
    ) -> str: ...
    def save(self, draft: str, content: str, *, question: str, on: dt.date) -> None: ...
    def finish(self, draft: str) -> None: ...
    def one(self, draft: str) -> SavedDraft: ...
    def unfinished(self) -> Sequence[SavedDraft]: ...


class Dossiers(Protocol):
    """One matter of one person before one body."""

    def add(
        self, title: str, *, on: dt.date, person: str = "", body: str = "", procedure: str = ""
    ) -> str: ...


class Events(Protocol):
    """The timeline of each dossier."""

    def add(
        self,
        dossier: str,
        *,
        kind: str,
        day: Moment,
        title: str = "",
        last_day: Moment | None = None,
        prudent_day: Moment | None = None,
        procedure: str = "",
        number: str = "",
        note: str = "",
        document: str = "",
        awaited: bool = False,
    ) -> str: ...
    def done(self, event: str) -> None: ...
    def timeline(self, dossier: str) -> Sequence[Event]: ...


class Agenda(Protocol):
    """The next dates of everyone."""

    def next_dates(
        self, *, since: dt.date | None = None, until: dt.date | None = None, limit: int = 200
    ) -> Sequence[Event]: ...


class Safe(Protocol):
    """The encrypted archive, open; a context manager that closes it."""

    @property
    def id(self) -> str: ...
    @property
    def read_only(self) -> bool: ...
    @property
    def people(self) -> People: ...
    @property
    def dossiers(self) -> Dossiers: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def events(self) -> Events: ...
    @property
    def agenda(self) -> Agenda: ...

    def add(
        self,
        data: bytes,
        *,
        title: str,
        on: dt.date,
        kind: str = "other",
        text: str = "",
        pages: int = 0,
        media: str = "application/octet-stream",
        person: str = "",
        dossier: str = "",
        made_from: str = "",
        edition: str = "",
        verified: int | None = None,
        total: int | None = None,
    ) -> str: ...
    def documents(self, person: str = "", dossier: str = "") -> Sequence[StoredDocument]: ...
    def document(self, document: str) -> StoredDocument: ...
    def content(self, document: str) -> bytes: ...
    def search(
        self, text: str, limit: int = 50, order: Order = "newest"
    ) -> Sequence[StoredDocument]: ...
    def close(self) -> None: ...
    def __enter__(self) -> "Safe": ...
    def __exit__(self, *reason: object) -> None: ...


class CreatedSafe(Protocol):
    """A new safe; the recovery words are shown once and kept nowhere."""

    @property
    def id(self) -> str: ...
    @property
    def recovery_words(self) -> tuple[str, ...]: ...


class SafeDoor(Protocol):
    """Makes and opens safes; ``typed`` is the phrase or the twelve recovery words."""

    def create(
        self, path: Path, phrase: str, *, on: dt.date, recovery: bool = True
    ) -> CreatedSafe: ...
    def open(
        self,
        path: Path,
        typed: str,
        *,
        on: dt.date,
        read_only: bool = False,
        from_elsewhere: bool = False,
        accept_older: bool = False,
        tell: Tell = ...,
    ) -> Safe: ...
