"""The store of people, dossiers, documents and events, as a Protocol: a safe, open.

``desktop_app/safe`` is one; a team's, on a server, would be another. It is the only twin of a type
of the safe: records are in ``core/records.py``, and who opens a safe names ``Door`` itself.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from desktop_app.core.changes import Recording, Reverse
from desktop_app.core.errors import Notice
from desktop_app.core.moment import Moment
from desktop_app.core.records import (
    Dossier,
    Event,
    Matter,
    Person,
    SavedDraft,
    StoredDocument,
    Value,
)
from desktop_app.core.safe_reports import CheckReport, Exported, Repaired, Rotated

if TYPE_CHECKING:
    from desktop_app.safe.access import Access

Tell = Callable[[Notice], None]
Progress = Callable[[int, int], None]
Order = Literal["newest", "relevance"]


class People(Protocol):
    """Persons and what is known of each."""

    def all(self) -> Sequence[Person]: ...
    def one(self, person: str) -> Person: ...
    def there(self, person: str) -> Person | None: ...
    def find(
        self, text: str = "", *, limit: int, skip: int = 0, without: Collection[str] = ()
    ) -> Sequence[Person]: ...
    def count(self, text: str = "", *, without: Collection[str] = ()) -> int: ...
    def add(self, name: str, *, on: dt.date) -> str: ...
    def own(self) -> str: ...
    def make_own(self, name: str, *, on: dt.date) -> str: ...
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
    def of_others(self, person: str, prefix: str, *, source: str) -> Mapping[str, Value]: ...
    def forget(self, person: str, field: str) -> None: ...
    def new_household(self, name: str = "") -> str: ...
    def join(
        self, household: str, person: str, *, role: str = "", since: dt.date | None
    ) -> None: ...
    def leave(self, household: str, person: str, *, until: dt.date) -> None: ...
    def household_of(self, person: str) -> Sequence[tuple[Person, str]]: ...
    def household_id(self, person: str) -> str: ...


class Drafts(Protocol):
    """Answers saved after each question."""

    def begin(
        self, pack: str, content: str, *, on: dt.date, person: str = "", dossier: str = ""
    ) -> str: ...
    def save(self, draft: str, content: str, *, question: str, on: dt.date) -> None: ...
    def finish(self, draft: str) -> None: ...
    def forget(self, draft: str) -> None: ...
    def file(self, draft: str, dossier: str) -> None: ...
    def of_dossier(self, dossier: str) -> Sequence[SavedDraft]: ...
    def one(self, draft: str) -> SavedDraft: ...
    def last(self, pack: str) -> SavedDraft | None: ...
    def unfinished(
        self,
        begins: str = "",
        *,
        without: Collection[str] = (),
        person: str = "",
        skip: int = 0,
        limit: int = -1,
    ) -> Sequence[SavedDraft]: ...
    def count(self, *, without: Collection[str] = (), person: str = "") -> int: ...


class Dossiers(Protocol):
    """The dossiers of everyone, the newest first."""

    def all(self, person: str = "") -> Sequence[Dossier]: ...
    def one(self, dossier: str) -> Dossier: ...
    def there(self, dossier: str) -> Dossier | None: ...
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
    def rewrite(
        self,
        event: str,
        *,
        kind: str,
        day: Moment,
        last_day: Moment | None = None,
        prudent_day: Moment | None = None,
        number: str = "",
        document: str = "",
        note: str = "",
    ) -> None: ...
    def done(self, event: str) -> None: ...
    def await_again(self, event: str) -> None: ...
    def forget(self, event: str) -> None: ...
    def remove(self, event: str, *, on: dt.date) -> None: ...
    def put_back(self, event: str) -> None: ...
    def timeline(self, dossier: str) -> Sequence[Event]: ...
    def removed(self, dossier: str) -> Sequence[Event]: ...


class Agenda(Protocol):
    """The next dates of everyone."""

    def next_dates(self, *, until: dt.date | None = None, person: str = "") -> Sequence[Event]: ...


class Bin(Protocol):
    """What is thrown away, and erasing for good."""

    def all(self) -> Sequence[StoredDocument]: ...
    def dossiers(self) -> Sequence[Dossier]: ...
    def people(self) -> Sequence[Person]: ...
    def put(self, uid: str, *, on: dt.date, kind: str = "document") -> None: ...
    def take_back(self, uid: str, *, kind: str = "document") -> None: ...
    def erase(self, kind: str, uid: str, *, on: dt.date) -> None: ...
    def empty(self, *, on: dt.date) -> int: ...


class Matters(Protocol):
    """A whole matter, erased at once and for good."""

    def whole(self, *, dossier: str = "", draft: str = "", document: str = "") -> Matter: ...
    def erase(self, matter: Matter, *, on: dt.date) -> None: ...
    def note_copy(self, paper: str) -> None: ...
    @property
    def backups_out(self) -> int: ...
    @property
    def still_in_backups(self) -> int | None: ...


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
    def matters(self) -> Matters: ...
    @property
    def access(self) -> "Access": ...

    def act(self) -> AbstractContextManager[None]:
        """Save everything done in the block together, or nothing of it."""
        ...

    def recorded(self) -> AbstractContextManager[Recording]:
        """Record what the block changes, with its reverse."""
        ...

    def undo(self, reverse: Reverse, *, on: dt.date) -> None:
        """Put back what a gesture changed, whole or not at all; a paper goes to the bin.

        Raises:
            ChangedSince: something of it is no longer as the gesture left it.
        """
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
        draft: str = "",
    ) -> str: ...
    def rename_person(self, person: str, name: str) -> None: ...
    def documents(
        self,
        person: str = "",
        dossier: str = "",
        made_from: str = "",
        data: bytes = b"",
        draft: str = "",
    ) -> Sequence[StoredDocument]: ...
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
        self,
        *,
        on: dt.date,
        progress: Progress | None = None,
        tell: Tell | None = None,
        closing: bool = False,
    ) -> None: ...
    def renew_backups(self, *, on: dt.date, progress: Progress | None = None) -> None:
        """Make the safe's own backups hold nothing of what was erased with its matter.

        A new one is made and proved first; nothing is done where nothing was erased so.
        """
        ...

    def check(self, *, progress: Progress | None = None) -> CheckReport: ...
    def repair(self, *, progress: Progress | None = None) -> Repaired:
        """Make damaged pages again, and go on with what comes."""
        ...

    def export(self, out: Path, *, progress: Progress | None = None) -> Exported:
        """Write everything that can be read in clear, in a new folder; say what is lost."""
        ...

    def rotate(self, phrase: str, *, on: dt.date, recovery: bool = True) -> Rotated: ...
    def come_back(self) -> None:
        """Take the safe up again where its medium was pulled and put back; else do nothing."""
        ...

    def erase(self) -> None:
        """Erase all of it, its own backups too, and close it."""
        ...

    def close(self) -> None: ...
    def __enter__(self) -> "Safe": ...
    def __exit__(self, *reason: object) -> None: ...
