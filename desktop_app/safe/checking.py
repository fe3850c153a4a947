"""``check``: what is damaged, page by page, and which backup is good."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.core.safe_reports import CheckReport, Damage
from desktop_app.safe import backups
from desktop_app.safe.database import Database, Progress, verify
from desktop_app.safe.disk import Disk
from desktop_app.safe.documents import Documents
from desktop_app.safe.errors import DocumentDamaged
from desktop_app.safe.folder import DATABASE, SafeFolder
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.pages import PageReport, check_pages
from desktop_app.safe.search import Search


@dataclass(frozen=True, slots=True)
class Inside:
    """What is looked at in a safe that is open."""

    safe_id: bytes
    database: Database
    words: Search
    documents: Documents
    mixed: Callable[[], bool]  # whether its pages are of several moments


def check_open(
    inside: Inside,
    folder: SafeFolder,
    key: bytes,
    *,
    disk: Disk,
    schemas: Schemas,
    progress: Progress,
) -> CheckReport:
    """Check everything of a safe that stays open.

    ``progress`` hears documents and backups done, of all; what it raises stops the check.
    """
    safe_id = inside.safe_id
    documents = inside.documents.all()
    known = backups.all_backups(folder, key, safe_id, disk)
    total = len(documents) + len(known) + 2  # the pages, then the structure
    progress(0, total)
    pages = check_pages(folder.database, key)
    problems = damaged_pages(pages)
    progress(1, total)
    if not problems:
        problems = structure(inside, key, schemas)
        for done, document in enumerate(documents, 2):
            progress(done, total)
            problems += document_damage(inside, document.id)
    reread = backups.Reread()
    for done, backup in enumerate(known, 2 + len(documents)):
        progress(done, total)
        if not reread.is_whole(backup):
            problems.append(Damage("backup", backup.name))
    progress(total, total)
    good = backups.named_good(folder, key, safe_id, disk)
    return CheckReport("damaged" if problems else "ok", pages.pages, tuple(problems), good)


def damaged_pages(pages: PageReport) -> list[Damage]:
    """Return the damage of each page that is not what was written."""
    return [Damage("page", DATABASE, page=page) for page in pages.damaged]


def document_damage(inside: Inside, uid: str) -> list[Damage]:
    """Return the damage of one document, read whole."""
    try:
        inside.documents.content(uid)
    except DocumentDamaged:
        return [Damage("document", DATABASE, document=uid)]
    return []


def structure(inside: Inside, key: bytes, schemas: Schemas) -> list[Damage]:
    """Return what is wrong of the database itself, its tables and its word index."""
    found = [Damage("structure", DATABASE) for _ in verify(inside.database.path, key)[:1]]
    if inside.mixed():
        found.append(Damage("pages-mixed", DATABASE))
    if not schemas.is_ours(inside.database):
        found.append(Damage("schema", DATABASE))
    if not inside.words.is_sound():
        found.append(Damage("document-words", DATABASE))
    return found
