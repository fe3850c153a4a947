"""Creating and opening safes: every proof comes before the first page is trusted."""

import contextlib
import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import Notice
from desktop_app.files import ReadOnly
from desktop_app.safe import keystore
from desktop_app.safe.database import Database, Mode, connect
from desktop_app.safe.disk import Disk, is_regular, refusal
from desktop_app.safe.errors import (
    FolderNotEmpty,
    SafeDamaged,
    SafeOlder,
    Tell,
    tell_nobody,
)
from desktop_app.safe.folder import BALLAST_SIZE, SafeFolder
from desktop_app.safe.journal import expect_own_journal
from desktop_app.safe.kdf import FLOOR, KEY_BYTES, Kdf, calibrated
from desktop_app.safe.keys import KeyFile
from desktop_app.safe.lock import Lock
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.pages import first_page_is_authentic
from desktop_app.safe.secret import (
    check_new_phrase,
    draw_recovery_words,
    phrase_bytes,
    words_bytes,
)
from desktop_app.safe.slots import Kind, Slot, wrap
from desktop_app.safe.store import Safe


@dataclass(frozen=True, slots=True)
class Created:
    """A new safe: its id, and the words of its recovery sheet (shown once, kept nowhere)."""

    id: str
    recovery_words: tuple[str, ...]


class Door:
    """Makes and opens safes.

    Args:
        disk: what touches the small files.
        choose_kdf: parameters of new phrases; measured on this computer by default.
        schemas: the migrations at hand.
    """

    def __init__(
        self,
        *,
        disk: Disk | None = None,
        choose_kdf: Callable[[], Kdf] = calibrated,
        schemas: Schemas | None = None,
    ) -> None:
        self.disk = disk or Disk()
        self.choose_kdf = choose_kdf
        self.schemas = schemas or Schemas()

    def create(self, path: Path, phrase: str, *, on: dt.date, recovery: bool = True) -> Created:
        """Make a safe in a new or empty folder; nothing is left of one that fails.

        Raises:
            FolderNotEmpty, PhraseTooShort, PhraseTooLong, PhraseTooCommon, NotEnoughMemory,
            DiskFull, ReadOnly, MediaRemoved, StorageFailed.
        """
        check_new_phrase(phrase)
        folder, made = SafeFolder(path), not path.exists()
        _prepare_folder(folder)
        key, safe_id = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(16)
        words = draw_recovery_words() if recovery else ()
        try:
            slots = self._slots(phrase, words, key, safe_id)
            self._fill(folder, KeyFile(safe_id, 1, slots), key, on)
        except BaseException:
            _remove(folder, made)
            raise
        return Created(safe_id.hex(), words)

    def open(
        self,
        path: Path,
        typed: str,
        *,
        on: dt.date,
        read_only: bool = False,
        from_elsewhere: bool = False,
        accept_older: bool = False,
        tell: Tell = tell_nobody,
    ) -> Safe:
        """Open a safe with a phrase, or with its recovery words.

        Args:
            path: the safe's folder.
            typed: the phrase or the twelve words.
            on: today.
            read_only: do not lock, do not write.
            from_elsewhere: take it although another computer has not said that it has finished.
            accept_older: go on with a key file older than the last one seen.
            tell: receives what must be said and stops nothing.

        Raises:
            NotASafe, AlreadyOpen, SafeLockedElsewhere, WrongPassphrase, WordsUnknown,
            WordsOtherSafe, KeysDamaged, KdfRefused, NotEnoughMemory, SafeDamaged, SafeOlder,
            SafeNewer.
        """
        folder, lock = SafeFolder(path), Lock(SafeFolder(path).lock)
        folder.expect_safe()
        read_only = read_only or not _hold(lock, from_elsewhere, tell)
        try:
            unlocked = keystore.unlock(keystore.read_copies(folder, self.disk), typed)
            if not read_only:
                lock.sign()
            database = self._database(folder, unlocked.key, read_only)
        except BaseException:
            lock.release()
            raise
        safe = Safe(
            folder=folder,
            database=database,
            key=unlocked.key,
            keys=unlocked.keys,
            lock=lock,
            read_only=read_only,
            tell=tell,
        )
        try:
            self._compare(safe, accept_older)
            if not read_only:
                self._settle(safe, on, repair=unlocked.to_repair)
        except BaseException:
            safe.close()
            raise
        return safe

    def _slots(
        self, phrase: str, words: tuple[str, ...], key: bytes, safe_id: bytes
    ) -> tuple[Slot, ...]:
        by_phrase = wrap(Kind.PASSPHRASE, phrase_bytes(phrase), key, safe_id, self.choose_kdf())
        if not words:
            return (by_phrase,)
        # The words are 128 random bits: the floor is far more than they need.
        by_words = wrap(Kind.WORDS, words_bytes(" ".join(words)), key, safe_id, FLOOR)
        return by_phrase, by_words

    def _fill(self, folder: SafeFolder, keys: KeyFile, key: bytes, on: dt.date) -> None:
        """Write the new safe; the keys come last, for a folder without keys is no safe."""
        try:
            folder.backups.mkdir(mode=0o700)
        except OSError as error:
            raise refusal(error) from error
        database = connect(folder.database, key, "create")
        try:
            self.schemas.apply(database)
            with database.act():
                database.execute(
                    "INSERT INTO safe (only_row, id, keys_generation, made_on, last_day_seen)"
                    " VALUES (1, ?, ?, ?, ?)",
                    (keys.safe_id, keys.generation, on.isoformat(), on.isoformat()),
                )
        finally:
            database.close()
        self.disk.write(folder.ballast, [secrets.token_bytes(BALLAST_SIZE)])
        self.disk.write(folder.lock, [b""])
        keystore.write(folder, self.disk, keys, key)

    def _database(self, folder: SafeFolder, key: bytes, read_only: bool) -> Database:
        if not read_only:
            finish_swap(folder, key, self.disk)
        if not is_regular(folder.database):
            raise SafeDamaged
        expect_own_journal(folder.database, key)
        mode: Mode = "read" if read_only else "open"
        database = connect(folder.database, key, mode)
        try:
            self.schemas.version(database)
        except BaseException:
            database.close()
            raise
        return database

    def _compare(self, safe: Safe, accept_older: bool) -> None:
        """Check that keys and database are of one safe, and of one moment."""
        row = safe.database.row("SELECT id, keys_generation FROM safe")
        if row is None or row[0] != safe.keys.safe_id:
            raise SafeDamaged
        if safe.keys.generation < row[1]:
            if not accept_older:
                raise SafeOlder
            safe.tell(Notice("keys-older-accepted"))

    def _settle(self, safe: Safe, on: dt.date, *, repair: bool) -> None:
        """Bring everything to its ordinary state: sweep, repair, remember the day."""
        safe.folder.sweep()
        if repair:
            keystore.write(safe.folder, self.disk, safe.keys, safe.key)
            safe.tell(Notice("keys-repaired"))
        seen = str(safe.database.value("SELECT last_day_seen FROM safe"))
        if on.isoformat() < seen:
            safe.tell(Notice("clock-suspect"))
        with safe.database.act():
            safe.database.execute(
                "UPDATE safe SET keys_generation = ?1, last_day_seen = max(last_day_seen, ?2)"
                " WHERE keys_generation <> ?1 OR last_day_seen < ?2",
                (safe.keys.generation, on.isoformat()),
            )
        if not is_regular(safe.folder.ballast):
            with contextlib.suppress(Exception):  # no room for it yet
                self.disk.write(safe.folder.ballast, [secrets.token_bytes(BALLAST_SIZE)])


def _hold(lock: Lock, from_elsewhere: bool, tell: Tell) -> bool:
    """Take the lock; False where nothing can be written."""
    try:
        lock.take(from_elsewhere=from_elsewhere)
    except ReadOnly:
        tell(Notice("opened-read-only"))
        return False
    return True


def finish_swap(folder: SafeFolder, key: bytes, disk: Disk) -> None:
    """Finish a change of database that a cut stopped after the keys had changed (rotation)."""
    if not is_regular(folder.next_database):
        return
    if is_regular(folder.database) and first_page_is_authentic(folder.database, key):
        return  # the keys had not changed: what was being made is swept
    if first_page_is_authentic(folder.next_database, key):
        disk.rename(folder.next_database, folder.database)


def _prepare_folder(folder: SafeFolder) -> None:
    try:
        if folder.path.exists() and (not folder.path.is_dir() or any(folder.path.iterdir())):
            raise FolderNotEmpty
        folder.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.path.chmod(0o700)
    except OSError as error:
        raise refusal(error) from error


def _remove(folder: SafeFolder, made: bool) -> None:
    names = (*folder.keys, folder.database, folder.ballast, folder.lock)
    for path in (*names, folder.database.with_name("safe.db-journal")):
        with contextlib.suppress(OSError):
            path.unlink()
    with contextlib.suppress(OSError):
        folder.backups.rmdir()
    if made:
        with contextlib.suppress(OSError):
            folder.path.rmdir()
