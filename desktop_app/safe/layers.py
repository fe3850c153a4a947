"""Backups of a large safe: a whole copy of its pages, then only those that changed since.

A document never changes once it is filed, so a backup costs what was saved since the one before.
Each is a folder of ``backups/`` like any other: its pages lie over those of the backups that its
manifest names, down to a whole one. All are the database's own pages, under its own salt, so that
the sum of pages (``page_sum``) proves what they are together without their being read again.

FORMAT.md § 7 gives the files.
"""

import datetime as dt
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.safe import rights
from desktop_app.safe.backups import (  # fmt: skip
    Backup,
    Subject,
    damaged,
    described,
    expect_room,
    is_whole,
)
from desktop_app.safe.database import PAGE, Progress, verify
from desktop_app.safe.disk import Disk, is_regular, refusal
from desktop_app.safe.errors import BackupNotVerified, BackupTruncated, SafeDamaged
from desktop_app.safe.keys import encode
from desktop_app.safe.manifest import KEYS, LAYER, MANIFEST, WHOLE, Pages, seal
from desktop_app.safe.page_sum import MODULUS, PageNumbers
from desktop_app.safe.pages import PageFile
from desktop_app.safe.stack import RECORD, Stack, record
from desktop_app.safe.witness import SaveWitness

MOST_LAYERS = 30
PART_OF_WHOLE = 4  # all layers together are no more than this part of what they lie on
DAYS_OF_WHOLE = 7
_TOGETHER = 64  # pages written at once


class NotProved(Exception):
    """The pages copied are not those that the saves told of: they are to be copied otherwise."""


class Layers:
    """Makes the backups of one open safe; ``witness`` tells which pages its saves change."""

    def __init__(self, subject: Callable[[], Subject], witness: SaveWitness, disk: Disk) -> None:
        self._subject = subject
        self._witness = witness
        self._disk = disk
        self._last = ""  # the backup since which ``_changed`` are the pages that changed
        self._changed = witness.follow()

    def may_lie_on(self, last: Backup | None, on: dt.date) -> bool:
        """Tell whether what changed since a backup is enough.

        Not where something was erased since the whole copy was made: it would be kept with it.
        """
        if last is None or last.lost or self._witness.total is None:
            return False
        whole, *layers = last.pile
        pages = whole.manifest.pages
        if pages is None or pages.salt != self._witness.pages.salt:
            return False
        if pages.erased != self._erased():
            return False
        aged = abs((on - whole.manifest.made_on).days) >= DAYS_OF_WHOLE
        heavy = sum(one.size for one in layers) * PART_OF_WHOLE > whole.size
        return not (aged or heavy or len(layers) >= MOST_LAYERS)

    def make(self, last: Backup | None, on: dt.date, progress: Progress | None = None) -> Backup:
        """Copy what changed since ``last``, or all without one; proved before it has its name.

        Raises:
            NotProved; SafeDamaged: a page is not what was saved.
            DiskFull, ReadOnly, MediaRemoved, StorageFailed.
        """
        subject = self._subject()
        folder, key = subject.folder, subject.key
        name = secrets.token_hex(8)
        part, final = (folder.backups / (name + end) for end in (".part", ""))
        try:
            rights.make_folder(folder.backups)
            rights.make_folder(part)
            if last is None:
                made, member = self._copy(part / WHOLE, progress), WHOLE
            else:
                made, member = self._lay(part / LAYER, last), LAYER
            keys = [encode(subject.keys, key)]
            self._disk.write(part / KEYS, keys, of_safe=True)
            manifest = described(subject, on, part, (member, KEYS), made)
            self._disk.write(part / MANIFEST, [seal(manifest, key)], of_safe=True)
            self._disk.rename(part, final)
        except OSError as error:
            raise refusal(error) from error
        finally:
            shutil.rmtree(part, ignore_errors=True)
        self._last = name
        return Backup(final, manifest, () if last is None else last.pile)

    def _copy(self, to: Path, progress: Progress | None) -> tuple[int, Pages]:
        """Copy all pages; those that are saved meanwhile are copied again at the end."""
        subject, live = self._subject(), self._witness.pages
        expect_room(subject.folder.path, len(live) * PAGE)
        self._take_changed()
        self._disk.write(to, self._heard(live, progress), of_safe=True)
        with subject.database.still():
            again = self._take_changed()
            self._disk.patch(to, (((n - 1) * PAGE, live.page(n)) for n in again))
            saves, pages = self._now(())
        self._disk.flush(to)
        copied = PageFile(to)
        try:
            if PageNumbers(copied, subject.key).of_all() != pages.total:
                raise NotProved
        finally:
            copied.close()
        if verify(to, subject.key):
            raise self._damaged()
        return saves, pages

    def _lay(self, to: Path, last: Backup) -> tuple[int, Pages]:
        """Copy the pages that changed since a backup; read back, they make its sum ours."""
        subject, live = self._subject(), self._witness.pages
        former = last.manifest.pages
        assert former is not None
        with opened(last) as below:
            other = set() if self._last == last.path.name else _different(live, below)
            with subject.database.still():
                changed = sorted(other.union(self._take_changed()))
                expect_room(subject.folder.path, len(changed) * RECORD)
                self._disk.write(to, (record(n, live.page(n)) for n in changed), of_safe=True)
                names = tuple(one.path.name for one in last.pile)
                saves, pages = self._now(names)
            there = PageNumbers(below, subject.key).of(n for n in changed if n <= len(below))
        whole, *layers = (one.path for one in last.pile)
        with Stack(whole / WHOLE, [*(one / LAYER for one in layers), to], pages.count) as above:
            check = self._witness.check
            if not all(check.is_authentic(above.page(n), n) for n in changed):
                raise self._damaged()
            here = PageNumbers(above, subject.key).of(changed)
        if (former.total - there + here) % MODULUS != pages.total:
            raise NotProved
        return saves, pages

    def _take_changed(self) -> list[int]:
        """Return the pages that changed since it was asked last; until it is told, of no backup."""
        changed, self._last = sorted(self._changed), ""
        self._changed.clear()
        return changed

    def _now(self, under: tuple[str, ...]) -> tuple[int, Pages]:
        total = self._witness.total
        if total is None:
            raise NotProved
        live = self._witness.pages
        saves = int(self._subject().database.value("SELECT saves FROM safe"))
        return saves, Pages(len(live), live.salt, total, self._erased(), under)

    def _erased(self) -> int:
        return int(self._subject().database.value("SELECT coalesce(max(id), 0) FROM erasure"))

    def _heard(self, live: PageFile, progress: Progress | None) -> Iterator[bytes]:
        count = len(live)
        for done in range(0, count, _TOGETHER):
            if progress is not None:
                progress(done, count)
            numbers = range(done + 1, min(done + _TOGETHER, count) + 1)
            yield b"".join(map(live.page, numbers))

    def _damaged(self) -> SafeDamaged:
        subject = self._subject()
        return damaged(subject.folder, subject.key, subject.keys.safe_id, self._disk)


def opened(backup: Backup) -> Stack:
    """Return the pages of a backup that lies on others.

    Raises:
        BackupTruncated: one of them is not there.
    """
    pages = backup.manifest.pages
    if pages is None or backup.lost:
        raise BackupTruncated
    whole, *layers = (one.path for one in backup.pile)
    try:
        return Stack(whole / WHOLE, [layer / LAYER for layer in layers], pages.count)
    except FileNotFoundError as error:
        raise BackupTruncated from error


def expect_whole(backup: Backup, key: bytes) -> None:
    """Refuse a backup that is not, page for page, what was sealed.

    Raises:
        BackupTruncated, BackupNotVerified.
    """
    whole, *over = (one.path for one in backup.pile)
    keys = (one / KEYS for one in (whole, *over))
    parts = (whole / WHOLE, *(one / LAYER for one in over), *keys)
    if backup.lost or not all(map(is_regular, parts)):
        raise BackupTruncated
    if not is_whole(backup):
        raise BackupNotVerified(reason="database")
    with opened(backup) as stack:
        pages = backup.manifest.pages
        if pages is None or PageNumbers(stack, key).of_all() != pages.total:
            raise BackupNotVerified(reason="database")


def _different(live: PageFile, below: Stack) -> set[int]:
    """Return the pages that are not the same any more."""
    last = len(below)
    numbers = range(1, len(live) + 1)
    return {n for n in numbers if n > last or live.proof(n) != below.proof(n)}
