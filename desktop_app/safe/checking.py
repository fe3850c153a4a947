"""``check``: what is damaged, page by page, and which backup is good."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from desktop_app.safe import backups
from desktop_app.safe.backups import Backup, newest_good
from desktop_app.safe.database import Progress, verify
from desktop_app.safe.disk import Disk, is_regular
from desktop_app.safe.entry import Entry
from desktop_app.safe.errors import DocumentDamaged, SafeDamaged
from desktop_app.safe.folder import DATABASE, SafeFolder
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.pages import PageReport, check_pages
from desktop_app.safe.store import Safe


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing wrong.

    Attributes:
        code: page, unreadable, structure, schema, document, document-words, backup.
        where: a file of the safe's folder.
        page: its number, from 1; 0 when it is not about a page.
        document: its id.
    """

    code: str
    where: str
    page: int = 0
    document: str = ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The outcome of a check. ``newest_good`` was read whole just now."""

    state: Literal["ok", "damaged"]
    pages_checked: int
    problems: tuple[Damage, ...] = ()
    newest_good: Backup | None = field(default=None)

    @property
    def newest_good_backup(self) -> tuple[str, dt.date] | None:
        """Return its name, from the safe's folder, and its day."""
        good = self.newest_good
        return None if good is None else (good.name, good.manifest.made_on)


def check(
    entry: Entry, open_safe: Callable[[], Safe], *, disk: Disk, schemas: Schemas, full: bool
) -> CheckReport:
    """Check a safe that may not open any more.

    Args:
        entry: keys proved, lock held; released when this returns.
        open_safe: opens it, in the ordinary way.
        full: also every row, every document's fingerprint, the word index and every backup.
    """
    folder, key = entry.folder, entry.unlocked.key
    try:
        try:
            with open_safe() as safe:  # first: it mends what a power cut left half done
                pages = _pages(entry)
                problems = _damaged_pages(pages)
                if full and not problems:
                    problems += _content(safe, key, schemas)
        except SafeDamaged:
            pages = _pages(entry)
            problems = _damaged_pages(pages) or [Damage("unreadable", DATABASE)]
        if full:
            problems += _backups(entry, disk)
        good = newest_good(folder, key, entry.unlocked.keys.safe_id, disk)
    finally:
        entry.lock.release()
    return CheckReport("damaged" if problems else "ok", pages.pages, tuple(problems), good)


def check_open(
    safe: Safe, folder: SafeFolder, key: bytes, *, disk: Disk, schemas: Schemas, progress: Progress
) -> CheckReport:
    """Check everything of a safe that stays open.

    ``progress`` hears documents and backups done, of all; what it raises stops the check.
    """
    safe_id = safe.access.keys.safe_id
    documents = safe.documents()
    known = backups.all_backups(folder, key, safe_id, disk)
    total = len(documents) + len(known) + 2  # the pages, then the structure
    progress(0, total)
    pages = check_pages(folder.database, key)
    problems = _damaged_pages(pages)
    progress(1, total)
    if not problems:
        problems = _structure(safe, key, schemas)
        for done, document in enumerate(documents, 2):
            progress(done, total)
            problems += _document(safe, document.id)
    for done, backup in enumerate(known, 2 + len(documents)):
        progress(done, total)
        if not backups.is_whole(backup):
            problems.append(Damage("backup", backup.name))
    progress(total, total)
    good = newest_good(folder, key, safe_id, disk)
    return CheckReport("damaged" if problems else "ok", pages.pages, tuple(problems), good)


def _pages(entry: Entry) -> PageReport:
    if not is_regular(entry.folder.database):
        return PageReport(0, ())
    return check_pages(entry.folder.database, entry.unlocked.key)


def _damaged_pages(pages: PageReport) -> list[Damage]:
    return [Damage("page", DATABASE, page=page) for page in pages.damaged]


def _content(safe: Safe, key: bytes, schemas: Schemas) -> list[Damage]:
    found = _structure(safe, key, schemas)
    for (uid,) in safe.database.rows("SELECT uid FROM document WHERE binned_on IS NULL"):
        found += _document(safe, uid)
    return found


def _document(safe: Safe, uid: str) -> list[Damage]:
    try:
        safe.content(uid)
    except DocumentDamaged:
        return [Damage("document", DATABASE, document=uid)]
    return []


def _structure(safe: Safe, key: bytes, schemas: Schemas) -> list[Damage]:
    found = [Damage("structure", DATABASE) for _ in verify(safe.database.path, key)[:1]]
    if not schemas.is_ours(safe.database):
        found.append(Damage("schema", DATABASE))
    if not safe.words.is_sound():
        found.append(Damage("document-words", DATABASE))
    return found


def _backups(entry: Entry, disk: Disk) -> list[Damage]:
    known = backups.all_backups(entry.folder, entry.unlocked.key, entry.unlocked.keys.safe_id, disk)
    return [Damage("backup", backup.name) for backup in known if not backups.is_whole(backup)]
