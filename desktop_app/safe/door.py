"""The way in: makes safes, opens them, checks them, brings backups back."""

import contextlib
import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.errors import Notice
from desktop_app.core.safe_reports import CheckReport, Created, Exported, Repaired, Restored
from desktop_app.safe import (
    closed_check,
    creation,
    keystore,
    opening,
    repair,
    salvage,
)
from desktop_app.safe.circles import Circles
from desktop_app.safe.database import Progress
from desktop_app.safe.disk import Disk
from desktop_app.safe.entry import Entry, enter
from desktop_app.safe.errors import (
    AlreadyOpen,
    BackupOnlyThere,
    KeyringUnavailable,
    KeysDamaged,
    OnlyHereLost,
    SafeDamaged,
    Tell,
    tell_nobody,
)
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import FLOOR, Kdf, calibrated
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.restore import restore
from desktop_app.safe.secret import check_new_phrase, draw_phrase, draw_recovery_words, strength
from desktop_app.safe.seen import Seen
from desktop_app.safe.store import Safe
from desktop_app.safe.system_keyring import Held, HeldKeys, SystemKeyring
from desktop_app.safe.ways import Ways

Given = keystore.Given
Proof = keystore.Proof


class Door:
    """Everything that begins with a folder and a phrase; ``ways``: what leads into a closed safe.

    Args:
        disk: what touches the small files.
        choose_kdf: parameters of new phrases; measured on this computer by default.
        travels: tells whether a folder goes from one computer to another: on a stick. Its phrases
            then take the floor, whatever this computer could do: the next one may be slow.
        schemas: the migrations at hand.
        memory: file in which this computer remembers how far each safe had come; None remembers
            nothing.
        keyring: the system's; a public terminal never comes here.
        names_who: a safe that is open says which helper writes it, to who can open it: in an
            office. At home the name beside a phrase may be a person's, and is not said.
    """

    def __init__(
        self,
        *,
        disk: Disk | None = None,
        choose_kdf: Callable[[], Kdf] = calibrated,
        travels: Callable[[Path], bool] = lambda _path: False,
        schemas: Schemas | None = None,
        memory: Path | None = None,
        keyring: SystemKeyring | None = None,
        names_who: bool = False,
    ) -> None:
        self._disk = disk or Disk()
        self._choose_kdf, self._travels = choose_kdf, travels
        self._schemas = schemas or Schemas()
        self._seen = Seen(memory, self._disk)
        self._names_who = names_who
        self._keyring = keyring or SystemKeyring()
        self.ways = Ways(self._disk, self._keyring)

    def draw_phrase(self, words: int = 6) -> str:
        """Return a phrase of French words drawn by chance: 6 at home, 8 in an association."""
        return draw_phrase(words)

    def draw_words(self) -> tuple[str, ...]:
        """Return the twelve words of a recovery sheet; they open nothing yet."""
        return draw_recovery_words()

    def create(
        self,
        path: Path,
        phrase: str,
        *,
        on: dt.date,
        recovery: bool = True,
        words: tuple[str, ...] = (),
    ) -> Created:
        """Make a safe in a new or empty folder; nothing is left of one that fails.

        Args:
            path: the safe's folder.
            phrase: what opens it.
            on: today.
            recovery: whether recovery words open it too.
            words: those words, already on a person's sheet; drawn here without them.

        Raises:
            FolderNotEmpty, PhraseTooShort, PhraseTooLong, PhraseTooCommon, NotEnoughMemory,
            DiskFull, ReadOnly, MediaRemoved, StorageFailed.
        """
        check_new_phrase(phrase)
        shown = (words or draw_recovery_words()) if recovery else ()
        keys = creation.keys_of(phrase, shown, self._kdf_of(path))
        creation.create(path, keys, disk=self._disk, schemas=self._schemas, on=on)
        return Created(keys.safe_id.hex(), shown)

    def hold_new(self) -> HeldKeys:
        """Have this computer's keyring hold what will open a safe that is not made yet.

        It may ask its owner for a password: never called where something waits.

        Raises:
            KeyringUnavailable: no safe can be made so.
        """
        new = creation.held_keys()
        self._keyring.write(new.keys.safe_id, new.held)
        return new

    def create_held(self, path: Path, new: HeldKeys, *, on: dt.date) -> None:
        """Make a safe that only this computer's keyring opens, until somebody adds a phrase.

        Raises:
            The same as ``create``, of the folder and the disk.
        """
        creation.create(path, new.keys, disk=self._disk, schemas=self._schemas, on=on)

    def forget_held(self, safe_id: bytes) -> None:
        """Have the keyring hold nothing more for a safe that is not, or no longer, there."""
        with contextlib.suppress(KeyringUnavailable):
            self._keyring.forget(safe_id)

    def open(
        self,
        path: Path,
        given: Given,
        *,
        on: dt.date,
        read_only: bool = False,
        or_read: bool = False,
        from_elsewhere: bool = False,
        accept_older: bool = False,
        trace: bool = True,
        tell: Tell = tell_nobody,
    ) -> Safe:
        """Open a safe with a phrase, with its recovery words, or with a file on a stick.

        Args:
            path: the safe's folder.
            given: the phrase or the twelve words, as typed, or a file on a stick (``stick_key``).
            on: today.
            read_only: do not lock, do not write.
            or_read: where somebody else writes it, read it beside her (``Safe.beside``).
            from_elsewhere: take it although another computer has not said that it has finished.
            accept_older: go on with a key file older than the last one seen.
            trace: let this computer remember how far the safe had come.
            tell: receives what must be said and stops nothing.

        Raises:
            NotASafe, AlreadyOpen, SafeLockedElsewhere, WrongPassphrase, WordsUnknown,
            WordsOtherSafe, KeysDamaged, KdfRefused, NotEnoughMemory, SafeDamaged, SafeOlder,
            SafeNewer.
        """
        told = _once(tell)

        def opened() -> Safe:
            entry = enter(
                SafeFolder(path),
                keystore.by(given),
                disk=self._disk,
                tell=told,
                read_only=read_only,
                from_elsewhere=from_elsewhere,
                or_read=or_read,
            )
            return self._open(entry, on, accept_older, trace=trace)

        return _again(opened, _TRIES_BESIDE) if or_read else _again(opened)

    def take_over(
        self,
        safe: Safe,
        *,
        on: dt.date,
        from_elsewhere: bool = False,
        tell: Tell = tell_nobody,
    ) -> Safe:
        """Return the same safe open to write, now that who wrote it has ended; close this one.

        Raises:
            AlreadyOpen, SafeLockedElsewhere: not yet; this one stays open, to read.
            WrongPassphrase: its keys were changed since: the phrase is to be typed.
            The others as ``open``: this one stays open.
        """
        unlock, told = safe.same_key(), _once(tell)

        def opened() -> Safe:
            entry = enter(
                safe.folder, unlock, disk=self._disk, tell=told, from_elsewhere=from_elsewhere
            )
            return self._open(entry, on, accept_older=False)

        written = _again(opened)
        safe.close()
        return written

    def open_without_phrase(
        self,
        path: Path,
        *,
        on: dt.date,
        held: Held | None = None,
        or_read: bool = False,
        tell: Tell = tell_nobody,
    ) -> Safe:
        """Open a safe with what this computer's keyring holds, asked now or already answered.

        Raises:
            KeyringUnavailable: the phrase is to be asked; the others as ``open``.
        """
        proof, told = held or self.ways.ask_keyring(path), _once(tell)

        def opened() -> Safe:
            try:
                entry = enter(
                    SafeFolder(path),
                    keystore.by(proof),
                    tell=told,
                    disk=self._disk,
                    or_read=or_read,
                )
            except KeyringUnavailable as other:
                if self.ways.only_here(path):
                    raise OnlyHereLost from other
                raise
            return self._open(entry, on, accept_older=False)

        return _again(opened, _TRIES_BESIDE) if or_read else _again(opened)

    def _opened_beside(
        self, path: Path, given: Given, *, on: dt.date, or_read: bool, tell: Tell
    ) -> Safe:
        return self.open(path, given, on=on, or_read=or_read, tell=tell)

    def strength(self, phrase: str) -> int:
        """Return how well one's own phrase resists who tries: 0 (not at all) to 4."""
        return strength(phrase)

    def check_phrase(self, phrase: str) -> None:
        """Refuse a phrase that would protect nothing; raises as ``create``."""
        check_new_phrase(phrase)

    def check(
        self,
        path: Path,
        given: Given,
        *,
        on: dt.date,
        full: bool = False,
        tell: Tell = tell_nobody,
    ) -> CheckReport:
        """Look for damage: every page's proof; ``full``: every row, document and backup too."""
        entry = enter(SafeFolder(path), keystore.by(given), disk=self._disk, tell=tell)
        return closed_check.check(
            entry,
            lambda: self._open(entry, on, accept_older=False),
            disk=self._disk,
            schemas=self._schemas,
            full=full,
        )

    def repair(
        self,
        path: Path,
        proof: Proof,
        *,
        progress: Progress | None = None,
        tell: Tell = tell_nobody,
    ) -> Repaired:
        """Make damaged pages again; nothing changes unless the whole safe is proved after it.

        Raises:
            SafeDamaged: they do not all come back.
            ReadOnly, AlreadyOpen and the others of ``open``.
        """
        entry = enter(SafeFolder(path), keystore.by(proof), disk=self._disk, tell=tell)
        return repair.closed(entry, self._disk, progress or _unheard)

    def export(
        self,
        path: Path,
        out: Path,
        proof: Proof,
        *,
        progress: Progress | None = None,
        tell: Tell = tell_nobody,
    ) -> Exported:
        """Write everything that can be read in clear, in a new folder; say what is lost.

        ``path`` is a safe, or a backup of one. It goes on over damage, and with older keys.
        """
        return salvage.export(
            path,
            out,
            keystore.by(proof),
            disk=self._disk,
            schemas=self._schemas,
            progress=progress or _unheard,
            tell=tell,
        )

    def restore(self, path: Path, new: Path, proof: Proof) -> Restored:
        """Make a safe of a backup, in a new folder, proved before it has its name.

        Raises:
            As ``restore.restore``; BackupOnlyThere: the keyring holds another key.
        """
        try:
            return restore(path, new, keystore.by(proof), disk=self._disk, schemas=self._schemas)
        except KeyringUnavailable as other:
            raise BackupOnlyThere from other

    def _kdf_of(self, folder: Path) -> Kdf:
        return FLOOR if self._travels(folder) else self._choose_kdf()

    def _open(self, entry: Entry, on: dt.date, accept_older: bool, *, trace: bool = True) -> Safe:
        seen = self._seen if trace else Seen(None, self._disk)
        with contextlib.ExitStack() as given_back:
            given_back.callback(entry.lock.release)
            database = opening.open_database(
                entry, disk=self._disk, schemas=self._schemas, on=on, accept_older=accept_older
            )
            given_back.callback(database.close)
            safe = Safe(
                entry=entry,
                database=database,
                disk=self._disk,
                schemas=self._schemas,
                choose_kdf=lambda: self._kdf_of(entry.folder.path),
                seen=seen,
                keyring=self._keyring,
            )
            safe.circles = Circles(safe, self._opened_beside, self._disk, self._schemas)
            given_back.pop_all()  # the safe's own to give back
        try:
            database.counts_saves = not entry.read_only
            safe.upkeep.watch_pages()
            safe.know_circle()  # not before: what finds damage names the newest good backup
            safe.upkeep.beside = entry.beside
            if self._names_who and not entry.read_only:
                safe.sign_as(safe.access.my_name)
            if entry.read_only:
                opening.tell_found(safe, entry, on=on, seen=seen)
                opening.tell_member(safe, entry, on)
            else:
                opening.settle(
                    safe, entry, disk=self._disk, schemas=self._schemas, on=on, seen=seen
                )
                safe.team.begin()
        except BaseException:
            safe.close()
            raise
        return safe


_TRIES_BESIDE, _BETWEEN = 6, 0.2


def _again(opened: Callable[[], Safe], tries: int = 2) -> Safe:
    """Open; what is damaged is asked a second time, and more often beside who writes.

    SQLCipher takes a page that the disk did not let be read, once, for a damaged one; and a save
    under way of somebody else may look like damage.
    """
    for left in range(tries - 1, -1, -1):
        try:
            return opened()
        except (SafeDamaged, KeysDamaged, AlreadyOpen) as refused:
            of_disk = isinstance(refused, SafeDamaged)
            if not left or (tries == 2 and not of_disk):
                raise
            if tries > 2:
                time.sleep(_BETWEEN)
    raise AssertionError


def _once(tell: Tell) -> Tell:
    """Return what tells each thing once."""
    told: list[Notice] = []

    def tell_once(notice: Notice) -> None:
        if notice not in told:
            told.append(notice)
            tell(notice)

    return tell_once


def _unheard(_done: int, _total: int) -> None:
    """Hear how far it is, and say it to nobody."""
