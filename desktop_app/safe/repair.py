"""``repair``: damaged pages are made again of their parity, beside; proved; then swapped.

Where the parity does not bring a page, one of the safe's own backups may have it, unchanged since.

A page is believed when it is authentic at its place, and the sum that the last save wrote says that
all pages are of that save: one of before, erased since perhaps, is refused.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.safe_reports import Repaired
from desktop_app.files import ReadOnly
from desktop_app.safe import backups
from desktop_app.safe.database import PAGE, Progress, connect, verify
from desktop_app.safe.disk import Disk, is_regular, refusal
from desktop_app.safe.entry import Entry
from desktop_app.safe.errors import BackupTruncated, SafeDamaged
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.journal import is_complete
from desktop_app.safe.layers import opened
from desktop_app.safe.page_sum import PageNumbers, proved
from desktop_app.safe.pages import PageCheck, PageFile
from desktop_app.safe.parity import Parity, State
from desktop_app.safe.stack import Stack

_BACKUPS = 3  # looked into, the newest
_COUNT = 28  # in the first page: how many pages there are


def closed(entry: Entry, disk: Disk, progress: Progress) -> Repaired:
    """Make the damaged pages of a closed safe again; nothing changes unless all of them come.

    Args:
        entry: keys proved, lock held; released when this returns.
        progress: hears pages looked at, of all; what it raises stops all.

    Raises:
        SafeDamaged: a page does not come back, or what comes is of an earlier moment.
        DiskFull, ReadOnly, MediaRemoved, StorageFailed.
    """
    unlocked = entry.unlocked
    try:
        if entry.read_only:
            raise ReadOnly
        return repair(entry.folder, unlocked.key, unlocked.keys.safe_id, disk, progress)
    finally:
        entry.lock.release()


def repair(
    folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk, progress: Progress
) -> Repaired:
    """Make them again where nobody has the database open; as ``closed``, of a lock one holds."""
    try:
        return _repair(folder, key, safe_id, disk, progress)
    except SafeDamaged as error:
        raise backups.damaged(folder, key, safe_id, disk) from error
    except OSError as error:
        raise refusal(error) from error
    finally:
        with contextlib.suppress(OSError):
            folder.next_database.unlink(missing_ok=True)


def _repair(
    folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk, progress: Progress
) -> Repaired:
    journal = folder.database.with_name(folder.database.name + "-journal")
    if not is_regular(folder.database) or (is_regular(journal) and is_complete(journal)):
        raise SafeDamaged  # an unfinished save goes first: opening undoes it
    copies = _copies(folder, key, safe_id, disk)
    found = _Found(folder.database, key, Parity(folder.parity, key, disk), progress, copies)
    try:
        found.complete()
        if found.is_untouched and _is_present(folder.database, key, safe_id, found):
            return Repaired(())
        if not found.made:
            found.put_right()
        disk.write(folder.next_database, found.pages(), of_safe=True)
    finally:
        found.close()
    if not _is_present(folder.next_database, key, safe_id, found):
        raise SafeDamaged
    if verify(folder.next_database, key):
        raise SafeDamaged
    disk.rename(folder.next_database, folder.database)
    journal.unlink(missing_ok=True)
    return Repaired(tuple(sorted(found.made)))


def _copies(folder: SafeFolder, key: bytes, safe_id: bytes, disk: Disk) -> list[Stack]:
    """Return the pages of the newest backups that are the database's own pages."""
    found: list[Stack] = []
    for backup in backups.all_backups(folder, key, safe_id, disk):
        if backup.manifest.pages is not None and len(found) < _BACKUPS:
            with contextlib.suppress(BackupTruncated):
                found.append(opened(backup))
    return found


class _Found:
    """The pages of a damaged database: those that are whole, and those made again.

    ``copies``: pages of backups, closed with it.
    """

    def __init__(
        self, path: Path, key: bytes, parity: Parity, progress: Progress, copies: list[Stack]
    ) -> None:
        self.state = parity.state()
        self._copies = copies
        self._parity = parity
        self._progress = progress
        self._file = PageFile(path)
        self._begins = self._salt(key)
        self._check = PageCheck(self._begins, key)
        self.made: dict[int, bytes] = {}
        self._count = self._named() or (self.state.pages if self.state else len(self._file))

    def complete(self) -> None:
        """Make again every page that is not authentic; one may bring others of its lane."""
        missing = [number for number in self._numbers() if not self._is_whole(number)]
        while missing:
            left = [number for number in missing if not self._make(number, missing)]
            if left == missing:
                left = self._left_by_backups(missing)
            if left == missing:
                raise SafeDamaged
            missing = left
        self._count = self._named()

    @property
    def is_untouched(self) -> bool:
        """Whether no page had to be made, and the file ends with the last one."""
        return not self.made and self._file.size == self._count * PAGE

    def put_right(self) -> None:
        """Make again authentic pages of another moment, one of a lane: the parity knows better."""
        if self.state is None:
            return
        for number in range(1, self._count + 1):
            again = self._parity.rebuilt(self.state, number, self.page)
            if again != self.page(number) and again and self._check.is_authentic(again, number):
                self.made[number] = again

    def pages(self) -> Iterator[bytes]:
        """Yield all of them, in order."""
        for number in range(1, self._count + 1):
            yield self.page(number)

    def page(self, number: int) -> bytes:
        """Return a page, made again where it had to be."""
        return self.made.get(number) or self._file.page(number)

    def close(self) -> None:
        self._file.close()
        for copy in self._copies:
            copy.close()

    def _salt(self, key: bytes) -> bytes:
        """Return the salt of the file: its own where the parity is lost, or that of a backup."""
        if self.state is not None:
            return self.state.salt
        salts = [self._file.salt, *(copy.salt for copy in self._copies)]
        second = self._file.page(2)
        return next((one for one in salts if PageCheck(one, key).is_authentic(second, 2)), salts[0])

    def _left_by_backups(self, missing: list[int]) -> list[int]:
        """Take pages of backups, one of each lane: the parity knows the others better.

        What changed since the backup does not come back: the sum of all pages is not right then.
        """
        made: set[int] = set()
        others: set[int] = set()
        for number in missing:
            whole = (copy.page(number) for copy in self._copies)
            found = next((page for page in whole if self._proves(page, number)), None)
            if number not in others and found is not None:
                self.made[number] = found
                made.add(number)
                if self.state is not None:
                    others.update(self._parity.others(self.state, number))
        return [number for number in missing if number not in made]

    def _named(self) -> int:
        """Return how many pages the first one says there are; 0 when it is not authentic."""
        if not self._check.is_authentic(first := self.page(1), 1):
            return 0
        return int.from_bytes(self._check.clear(first, 1)[_COUNT : _COUNT + 4], "big")

    def _numbers(self) -> Iterator[int]:
        for number in range(1, self._count + 1):
            if number % 500 == 1:
                self._progress(number - 1, self._count)
            yield number

    def _is_whole(self, number: int) -> bool:
        return self._proves(self._file.page(number), number)

    def _proves(self, page: bytes, number: int) -> bool:
        """Tell whether a page is authentic; no proof covers the salt that begins the first."""
        salted = number != 1 or page.startswith(self._begins)
        return salted and self._check.is_authentic(page, number)

    def _make(self, number: int, missing: list[int]) -> bool:
        if self.state is None:
            return False
        for candidate in self._candidates(self.state, number, set(missing) - set(self.made)):
            if candidate is not None and self._proves(candidate, number):
                self.made[number] = candidate
                return True
        return False

    def _candidates(self, state: State, number: int, missing: set[int]) -> Iterator[bytes | None]:
        if number <= state.pages and not missing & set(self._parity.others(state, number)):
            yield self._parity.rebuilt(state, number, self.page)
        yield self._parity.kept_page(state, number)


def _is_present(path: Path, key: bytes, safe_id: bytes, found: _Found) -> bool:
    """Tell whether a database is this safe's, as its last save left it.

    The pages apart from that save's sum are proved by the parity's header alone.
    """
    database = connect(path, key, working=False)
    file = PageFile(path)
    try:
        if database.value("SELECT id FROM safe") != safe_id:
            return False
        sums = proved(database, PageNumbers(file, key), file.salt)
    finally:
        database.close()
        file.close()
    if sums is None:
        return False
    (row, total), state = sums, found.state
    if state is not None and state.salt == file.salt and state.saves >= row.saves:
        return (state.saves, state.total) == (row.saves, total)
    return not row.apart.intersection(found.made)
