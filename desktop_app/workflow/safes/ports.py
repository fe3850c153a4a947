"""The encrypted safe as a workflow sees it: Protocols that ``desktop_app/safe`` implements."""

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Literal, Protocol

from desktop_app.core.errors import Notice
from desktop_app.workflow.safes.parts import (
    Access,
    Agenda,
    Bin,
    Dossiers,
    Drafts,
    Events,
    Moment,
    People,
)
from desktop_app.workflow.safes.records import (
    Dossier,
    Event,
    Person,
    Rotated,
    SavedDraft,
    SlotInfo,
    StoredDocument,
    Value,
)
from desktop_app.workflow.safes.reports import CheckReport, Exported, Restored

__all__ = [
    "Access",
    "Agenda",
    "Bin",
    "CreatedSafe",
    "Dossier",
    "Dossiers",
    "Drafts",
    "Event",
    "Events",
    "Moment",
    "Order",
    "People",
    "Person",
    "Progress",
    "Rotated",
    "Safe",
    "SafeDoor",
    "SavedDraft",
    "SlotInfo",
    "StoredDocument",
    "Tell",
    "Value",
]

Tell = Callable[[Notice], None]
Progress = Callable[[int, int], None]
Order = Literal["newest", "relevance"]


class Safe(Protocol):
    """The encrypted archive, open; a context manager that closes it."""

    @property
    def id(self) -> str: ...
    @property
    def read_only(self) -> bool: ...
    @property
    def last_day_seen(self) -> dt.date | None:
        """The latest day on which this safe was opened; None when it never was."""
        ...

    def believe(self, day: dt.date) -> None:
        """Take this day for the last one seen, even an earlier one: the person says it is right."""
        ...

    def have_read(self, code: str = "") -> None:
        """Note that the person has read what is said until then: one notice, or all of them."""
        ...

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
    @property
    def bin(self) -> Bin: ...
    @property
    def access(self) -> Access: ...

    def act(self) -> AbstractContextManager[None]:
        """Save everything done in the block together, or nothing of it."""
        ...

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
    def rename_person(self, person: str, name: str) -> None: ...
    def documents(self, person: str = "", dossier: str = "") -> Sequence[StoredDocument]: ...
    def document(self, document: str) -> StoredDocument: ...
    def content(self, document: str) -> bytes: ...
    def search(
        self,
        text: str,
        limit: int = 50,
        order: Order = "newest",
        *,
        person: str = "",
        skip: int = 0,
    ) -> Sequence[StoredDocument]: ...
    def count(self, text: str, *, person: str = "") -> int: ...
    def backup(
        self, out: Path, *, on: dt.date, replace: bool = False, progress: Progress | None = None
    ) -> None: ...
    def back_up_if_due(
        self, *, on: dt.date, progress: Progress | None = None, tell: Tell | None = None
    ) -> None: ...
    def check(self, *, progress: Progress | None = None) -> CheckReport: ...
    def rotate(self, phrase: str, *, on: dt.date, recovery: bool = True) -> Rotated: ...
    def come_back(self) -> None:
        """Take the safe up again where its medium was pulled and put back; else do nothing."""
        ...

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

    def draw_phrase(self, words: int = 6) -> str:
        """Return a phrase of French words drawn by chance: 6 at home, 8 in an association."""
        ...

    def draw_words(self) -> tuple[str, ...]:
        """Return twelve words for a recovery sheet; they open nothing yet."""
        ...

    def create(
        self,
        path: Path,
        phrase: str,
        *,
        on: dt.date,
        recovery: bool = True,
        words: tuple[str, ...] = (),
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
    def knows(self, path: Path, typed: str) -> bool:
        """Tell whether this is the phrase, or the words, of a safe that is not opened."""
        ...

    def may_open_without_phrase(self, path: Path) -> bool: ...
    def ask_keyring(self, path: Path) -> Any: ...
    def open_without_phrase(
        self, path: Path, *, on: dt.date, held: Any = None, tell: Tell = ...
    ) -> Safe: ...
    def strength(self, phrase: str) -> int: ...
    def check_phrase(self, phrase: str) -> None: ...
    def check(
        self, path: Path, typed: str, *, on: dt.date, full: bool = False, tell: Tell = ...
    ) -> CheckReport: ...
    def export(self, path: Path, out: Path, typed: str, *, tell: Tell = ...) -> Exported: ...
    def restore(self, path: Path, new: Path, typed: str) -> Restored: ...
