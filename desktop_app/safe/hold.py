"""What an open safe holds of its folder: the lock, and a database that nobody else writes."""

from collections.abc import Callable

from desktop_app.files import MediaRemoved
from desktop_app.safe import keystore
from desktop_app.safe.backups import Subject
from desktop_app.safe.database import connect
from desktop_app.safe.disk import Disk
from desktop_app.safe.entry import Entry
from desktop_app.safe.errors import KeysChanged, LockLost, OnlyReadHere, SafeDamaged
from desktop_app.safe.journal import note_undoing
from desktop_app.safe.lock import Lock


class Hold:
    """Proves before each save that the safe is still ours to write."""

    def __init__(
        self,
        entry: Entry,
        subject: Callable[[], Subject],
        disk: Disk,
        damaged: Callable[[], SafeDamaged],
    ) -> None:
        self._entry = entry
        self._subject = subject
        self._disk = disk
        self._damaged = damaged
        self._database = subject().database
        self._overtaken = False
        self.know_again()
        if not entry.read_only:
            self._database.expect_alone = self.expect_alone
        elif entry.beside:
            self._database.expect_alone = _refuse

    def know_again(self) -> None:
        """Take what the database is now for what we left in it."""
        self._version = self._database.value("PRAGMA data_version")

    def expect_alone(self) -> None:
        """Refuse to write when the lock was taken away and another program wrote meanwhile.

        Raises:
            LockLost.
        """
        if self._entry.lock.expect_ours():
            self._overtaken = self._overtaken or self._was_changed()
        if self._overtaken:
            raise LockLost

    def come_back(self) -> bool:
        """Take the safe up again where its medium was pulled and put back; tell whether it was.

        What was open leads to the former mount, for ever: the files that bear the names now are
        another device's, even when every byte is the same.

        Raises:
            MediaRemoved: it is not back.
            SafeDamaged: what is there now is not this safe, or an older one.
            AlreadyOpen, SafeLockedElsewhere: somebody opened it meanwhile.
            The others as ``connect``.
        """
        folder, database = self._entry.folder, self._database
        if database.in_place() and self._entry.lock.reaches():
            return False
        if not folder.database.is_file():
            raise MediaRemoved
        lock, subject = Lock(folder.lock), self._subject()
        lock.who = self._entry.lock.who
        lock.take()
        try:
            note_undoing(folder, self._disk)
            found = connect(folder.database, subject.key, "open")
            row, saves = found.row("SELECT id, saves FROM safe"), database.saves
            is_ours = row is not None and row[0] == subject.keys.safe_id
            if row is None or not is_ours or (saves is not None and row[1] < saves):
                found.close()
                raise self._damaged()
            lock.sign()
        except BaseException:
            lock.release()
            raise
        database.take_place_of(found)
        self.know_again()
        self._entry.lock.give_way(lock)
        return True

    def _was_changed(self) -> bool:
        if self._database.value("PRAGMA data_version") != self._version:
            return True
        subject = self._subject()
        try:
            keystore.expect_unchanged(subject.folder, self._disk, subject.keys, subject.key)
        except KeysChanged:
            return True
        return False


def _refuse() -> None:
    raise OnlyReadHere
