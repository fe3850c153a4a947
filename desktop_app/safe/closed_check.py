"""``check`` of a safe that is closed, and may not open any more."""

from collections.abc import Callable

from desktop_app.core.safe_reports import CheckReport, Damage
from desktop_app.safe import backups
from desktop_app.safe.checking import Inside, damaged_pages, document_damage, structure
from desktop_app.safe.disk import Disk, is_regular
from desktop_app.safe.entry import Entry
from desktop_app.safe.errors import SafeDamaged
from desktop_app.safe.folder import DATABASE
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.pages import PageReport, check_pages
from desktop_app.safe.store import Safe


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
                problems = damaged_pages(pages)
                if full and not problems:
                    problems += _content(safe.upkeep.inside, key, schemas)
        except SafeDamaged:
            pages = _pages(entry)
            problems = damaged_pages(pages) or [Damage("unreadable", DATABASE)]
        if full:
            problems += _backups(entry, disk)
        good = backups.named_good(folder, key, entry.unlocked.keys.safe_id, disk)
    finally:
        entry.lock.release()
    return CheckReport("damaged" if problems else "ok", pages.pages, tuple(problems), good)


def _pages(entry: Entry) -> PageReport:
    if not is_regular(entry.folder.database):
        return PageReport(0, ())
    return check_pages(entry.folder.database, entry.unlocked.key)


def _content(inside: Inside, key: bytes, schemas: Schemas) -> list[Damage]:
    found = structure(inside, key, schemas)
    for (uid,) in inside.database.rows("SELECT uid FROM document WHERE binned_on IS NULL"):
        found += document_damage(inside, uid)
    return found


def _backups(entry: Entry, disk: Disk) -> list[Damage]:
    known = backups.all_backups(entry.folder, entry.unlocked.key, entry.unlocked.keys.safe_id, disk)
    is_whole = backups.Reread().is_whole
    return [Damage("backup", backup.name) for backup in known if not is_whole(backup)]
