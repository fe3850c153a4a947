"""What is said when a safe is made, checked, exported, restored or given a new key."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, Literal

from desktop_app.core.record import record


@record(frozen=True)
class Created:
    """A new safe: its id, and the words of its recovery sheet (shown once, kept nowhere)."""

    id: str
    recovery_words: tuple[str, ...]


@record(frozen=True)
class SlotInfo:
    """One slot as shown: ``name`` is a helper's, kept inside the safe; ``used`` opened it now."""

    id: str
    kind: str
    name: str
    added_on: str
    used: bool


@record(frozen=True)
class Damage:
    """One thing wrong.

    Attributes:
        code: page, pages-mixed, unreadable, structure, schema, document, document-words, backup.
        where: a file of the safe's folder.
        page: its number, from 1; 0 when it is not about a page.
        document: its id.
    """

    code: str
    where: str
    page: int = 0
    document: str = ""


@record(frozen=True)
class CheckReport:
    """The outcome of a check.

    ``newest_good_backup``: the name, from the safe's folder, and the day of the one read whole just
    now; None when none is good.
    """

    state: Literal["ok", "damaged"]
    pages_checked: int
    problems: tuple[Damage, ...] = ()
    newest_good_backup: tuple[str, dt.date] | None = None


@record(frozen=True)
class Exported:
    """Attributes:
    documents: how many files were written.
    lost: ids and titles of the documents that could not be.
    lost_rows: table -> how many of its rows could not be read, at most.
    newest_good_backup: its name and day, looked for when something is lost.
    unnamed: how many of the files are of documents of which nothing else is left.
    rows: table -> how many of its rows came out.
    contents: table -> its rows, as they are written beside the files.
    written: the name of each folder and file that was made, in that order.
    """

    documents: int
    lost: tuple[tuple[str, str], ...]
    lost_rows: dict[str, int]
    newest_good_backup: tuple[str, dt.date] | None = None
    unnamed: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    contents: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict, repr=False)
    written: tuple[str, ...] = field(default=(), repr=False)


@record(frozen=True)
class Restored:
    """A safe brought back: its id, the day of the backup, how many documents it holds."""

    id: str
    made_on: dt.date
    documents: int


@record(frozen=True)
class Repaired:
    """The numbers (from 1) of the pages that were damaged and are whole again; none: none was."""

    pages: tuple[int, ...]


@record(frozen=True)
class Rotated:
    """A new key.

    Attributes:
        recovery_words: new ones (shown once, kept nowhere); empty without a recovery sheet.
        removed: how many slots of other people are gone: each of them must be added again.
        old_backups: how many backups still open with what opened the safe before.
        sticks: how many files on a stick open it no more.
    """

    recovery_words: tuple[str, ...]
    removed: int
    old_backups: int
    sticks: int = 0
