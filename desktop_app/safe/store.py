"""An open safe: its rooms, and the gestures that concern the whole of it."""

import datetime as dt
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from desktop_app.core.changes import Recording, Reverse
from desktop_app.core.errors import AppError, Notice
from desktop_app.core.records import StoredDocument
from desktop_app.core.safe_reports import CheckReport, Repaired, Rotated
from desktop_app.files import MediaRemoved, ReadOnly
from desktop_app.safe import (
    backups,
    checking,
    erasing,
    keystore,
    leaving,
    repair,
    rotation,
    warnings,
)
from desktop_app.safe.access import Access
from desktop_app.safe.agenda import Agenda
from desktop_app.safe.backups import Backup, Subject
from desktop_app.safe.ballast import Ballast
from desktop_app.safe.bin import Bin
from desktop_app.safe.checking import Inside
from desktop_app.safe.database import Database, Progress, connect, verify
from desktop_app.safe.disk import Disk, refusal
from desktop_app.safe.documents import Documents
from desktop_app.safe.dossiers import Dossiers
from desktop_app.safe.drafts import Drafts
from desktop_app.safe.entry import Entry
from desktop_app.safe.errors import KeysChanged, LockLost, SafeDamaged, Tell
from desktop_app.safe.events import Events
from desktop_app.safe.kdf import Kdf
from desktop_app.safe.lock import Lock
from desktop_app.safe.matters import Matters
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.people import People
from desktop_app.safe.recording import Recorder
from desktop_app.safe.records import Filing
from desktop_app.safe.search import Order, Search
from desktop_app.safe.seen import Seen, State
from desktop_app.safe.system_keyring import SystemKeyring
from desktop_app.safe.undoing import Undoing
from desktop_app.safe.witness import SaveWitness

_LAST_FILED = 3  # a save files one document, a batch some


class Safe:
    """The encrypted archive, open. Use it in a ``with`` block, or ``close`` it.

    Attributes:
        id: the safe's own, 32 hexadecimal digits.
        read_only: nothing can be written (a protected folder, another computer's safe).
        people, dossiers, drafts, events, agenda, bin, matters: one per thing kept.
        access: who may open it.
    """

    def __init__(
        self,
        *,
        entry: Entry,
        database: Database,
        disk: Disk,
        schemas: Schemas,
        choose_kdf: Callable[[], Kdf],
        seen: Seen,
        keyring: SystemKeyring,
    ) -> None:
        self.id = entry.unlocked.keys.safe_id.hex()
        self.read_only = entry.read_only
        self.database = database
        self._entry = entry
        self._disk = disk
        self._schemas = schemas
        self._choose_kdf = choose_kdf
        self._seen = seen
        self._key = bytearray(entry.unlocked.key)
        self._damage: SafeDamaged | None = None
        self.older_than_seen = False
        self._version = database.value("PRAGMA data_version")
        self._overtaken = False
        self._witness: SaveWitness | None = None
        self._mixed = False  # pages of several moments were found
        self._looked_at = False
        self._backed_up_at = time.monotonic()
        database.damaged = self._damaged
        if not entry.read_only:
            database.expect_alone = self._expect_alone
        ballast = Ballast(entry.folder.ballast, disk)
        self.people = People(database)
        self.dossiers = Dossiers(database, self.people)
        self.drafts = Drafts(database, self.people, self.dossiers, ballast)
        self.events = Events(database, self.dossiers)
        self.agenda = Agenda(database)
        self.words = Search(database)
        self.bin = Bin(database, self.words, ballast)
        self.matters = Matters(database, self.words, ballast)
        self._documents = Documents(database, self.people, self.dossiers, self.words)
        self._recorder = Recorder(database)
        self._undoing = Undoing(database, self._documents, self.words, ballast)
        self.access = Access(
            folder=entry.folder,
            database=database,
            key=self._key,
            keys=entry.unlocked.keys,
            used=entry.unlocked.slot,
            disk=disk,
            choose_kdf=choose_kdf,
            keyring=keyring,
        )

    def watch_pages(self) -> None:
        """From now on, each save says which pages belong together, and renews their parity."""
        key = bytes(self._key)
        try:
            self._witness = SaveWitness(self._entry.folder, self.database, key, self._disk)
        except OSError as error:
            raise refusal(error) from error
        self.database.witness = self._witness

    def look_at_last_save(self, tell: Tell) -> None:
        """Tell that the pages of the last save are not those that it wrote."""
        if self._witness is not None and self._witness.contradicted:
            self._mixed = True
            tell(Notice("pages-mixed"))

    @property
    def state(self) -> State:
        """How far it has come, by which this computer knows it again."""
        total = self._witness.total if self._witness is not None else None
        saves = int(self.database.value("SELECT saves FROM safe"))
        return State(saves, "" if total is None else f"{total:064x}")

    @property
    def last_day_seen(self) -> dt.date | None:
        """The latest day on which this safe was opened; None when it never was."""
        day = self.database.value("SELECT last_day_seen FROM safe")
        return dt.date.fromisoformat(str(day)) if day else None

    def believe(self, day: dt.date) -> None:
        """Take this day for the last one seen, even an earlier one: the person says it is right."""
        with self.database.act():
            self.database.execute("UPDATE safe SET last_day_seen = ?", (day.isoformat(),))

    def have_read(self, code: str = "") -> None:
        """Note that the person has read what is said until then: one notice, or all of them."""
        if code in ("", "safe-older-than-seen", "safe-other-than-seen"):
            self.older_than_seen = False
        if code in ("", "pages-mixed") and self._witness is not None and self._mixed:
            self._witness.accept()
            self._mixed = False
        if not self.read_only:
            warnings.read(self.database, self._entry.unlocked.slot, code)

    def act(self) -> AbstractContextManager[None]:
        """Save everything done in the block together, or nothing of it."""
        return self.database.act()

    def recorded(self) -> AbstractContextManager[Recording]:
        """Record what the block changes, with its reverse."""
        return self._recorder.recorded()

    def undo(self, reverse: Reverse, *, on: dt.date) -> None:
        """Put back what a gesture changed; raises ChangedSince, nothing being undone."""
        self._undoing.undo(reverse, on=on)

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
    ) -> str:
        """File a document and its words in one act; return its id.

        ``person`` and ``dossier`` are names or ids; an unknown name is added. ``draft``: id of the
        answers that it was made of.
        """
        filing = Filing(
            title, on, kind, text, pages, media, made_from, edition, verified, total, draft
        )
        return self._documents.add(data, filing, person=person, dossier=dossier)

    def rename_person(self, person: str, name: str) -> None:
        """Correct a person's name; her documents are found under it."""
        with self.database.act():
            self.people.rename(person, name)
            self._documents.know_again(person)

    def documents(
        self,
        person: str = "",
        dossier: str = "",
        made_from: str = "",
        data: bytes = b"",
        draft: str = "",
    ) -> list[StoredDocument]:
        """Return the documents of a person, a dossier or everyone, the newest first."""
        return self._documents.all(person, dossier, made_from, data, draft)

    def document(self, document: str) -> StoredDocument:
        """Return one document without its bytes."""
        return self._documents.one(document)

    def content(self, document: str) -> bytes:
        """Return the bytes of a document, proved to be those that were filed."""
        return self._documents.content(document)

    def search(
        self,
        text: str,
        limit: int = 50,
        order: Order = "newest",
        *,
        person: str = "",
        skip: int = 0,
    ) -> Sequence[StoredDocument]:
        """Return the documents that hold every word of ``text``, after the ``skip`` first."""
        whose = self.people.row(person) if person else None
        return self._documents.found(self.words.rows(text, limit, order, person=whose, skip=skip))

    def count(self, text: str, *, person: str = "") -> int:
        """Return how many documents hold every word of ``text``."""
        return self.words.count(text, person=self.people.row(person) if person else None)

    def backup(
        self, out: Path, *, on: dt.date, replace: bool = False, progress: Progress | None = None
    ) -> None:
        """Write one zip that can leave; it is read back and proved before this returns."""
        leaving.leave(
            self._subject,
            out,
            disk=self._disk,
            schemas=self._schemas,
            on=on,
            replace=replace,
            progress=progress,
        )

    def back_up_here(self, *, on: dt.date, progress: Progress | None = None) -> Backup:
        """Make a proved backup in the safe's own folder, and let the oldest go."""
        made = backups.make(self._subject, self._disk, on, progress)
        self._backed_up_at = time.monotonic()
        folder = self._entry.folder
        self._damage = None
        known = backups.all_backups(folder, bytes(self._key), self._safe_id, self._disk)
        backups.prune(known, shutil.disk_usage(folder.path).free)
        return made

    def back_up_if_due(
        self, *, on: dt.date, progress: Progress | None = None, tell: Tell | None = None
    ) -> None:
        """Make the day's backup; that it cannot be made is said, and stops nothing.

        The first time, what rebuilds the pages comes first: they are looked at, and their parity is
        made anew where it is not of the last save.
        """
        tell = tell or self._entry.tell
        self._look_at_pages(tell)
        if not self.read_only and self.matters.still_in_backups is not None:
            self._finish_erasing(on, progress, tell)
            return
        waited = time.monotonic() - self._backed_up_at
        if self.read_only or not backups.is_due(self._subject, self._disk, on, waited):
            return
        try:
            self.back_up_here(on=on, progress=progress)
        except AppError as error:
            tell(Notice("backup-not-made"))
            tell(Notice(error.wording, error.parameters))

    def _look_at_pages(self, tell: Tell) -> None:
        witness = self._witness
        if witness is None or self._mixed or self._looked_at:
            return
        self._looked_at = True
        cut = witness.parity_is_stale and witness.had_parity
        self._mixed = witness.mixed() or (cut and not self._last_save_is_whole())
        if self._mixed:
            tell(Notice("pages-mixed"))
        elif witness.parity_is_stale:
            self._make_parity(witness, tell)

    def _make_parity(self, witness: SaveWitness, tell: Tell) -> None:
        try:
            witness.make_parity()
        except AppError as error:
            tell(Notice("parity-not-made"))
            tell(Notice(error.wording, error.parameters))
            return
        if witness.had_parity:
            tell(Notice("parity-renewed"))
        witness.note_parity()

    def _last_save_is_whole(self) -> bool:
        """Tell whether the pages of a save after which the program was stopped belong together.

        No sum proves them: a copy made in the middle of it has some of them. The trees are gone
        through, and the last documents read.
        """
        if verify(self._entry.folder.database, bytes(self._key)):
            return False
        last = self._documents.last(_LAST_FILED)
        return not any(checking.document_damage(self.inside, one) for one in last)

    def renew_backups(self, *, on: dt.date, progress: Progress | None = None) -> None:
        """Make a new backup, then erase those that hold what was erased with its matter."""
        saves = self.matters.still_in_backups
        if saves is None:
            return
        made = backups.make(self._subject, self._disk, on, progress)
        self._damage = None
        backups.erase_all_but(made, self._entry.folder)
        self.matters.gone_from_backups()

    def _finish_erasing(self, on: dt.date, progress: Progress | None, tell: Tell) -> None:
        """Finish what was cut, and say so; what cannot be now is tried at the next opening."""
        try:
            self.renew_backups(on=on, progress=progress)
        except AppError as error:
            tell(Notice("erased-in-backups"))
            tell(Notice(error.wording, error.parameters))
        else:
            tell(Notice("erasure-finished"))

    def check(self, *, progress: Progress | None = None) -> CheckReport:
        """Look for damage in everything, the safe staying open; ``progress`` may stop it.

        ``progress`` hears steps done and their number; what it raises goes through.
        """
        return checking.check_open(
            self.inside,
            self._entry.folder,
            bytes(self._key),
            disk=self._disk,
            schemas=self._schemas,
            progress=progress or (lambda _done, _total: None),
        )

    @property
    def inside(self) -> Inside:
        """What a check looks at."""
        mixed = self._witness.mixed if self._witness is not None else lambda: False
        return Inside(self._safe_id, self.database, self.words, self._documents, mixed)

    def repair(self, *, progress: Progress | None = None) -> Repaired:
        """Make damaged pages again, and go on with what comes; the others wait meanwhile.

        ``progress`` hears pages looked at; what it raises stops all, and nothing changes.

        Raises:
            SafeDamaged: they do not all come back; the safe stays open as it was.
            LockLost, DiskFull, ReadOnly, MediaRemoved, StorageFailed.
        """
        self._expect_alone()
        folder, key = self._entry.folder, bytes(self._key)
        hear = progress or (lambda _done, _total: None)
        with self.database.still():
            self.database.close()
            try:
                return repair.repair(folder, key, self._safe_id, self._disk, hear)
            finally:
                self.database.take_place_of(connect(folder.database, key))
                self._version = self.database.value("PRAGMA data_version")
                self._mixed = False
                self.watch_pages()

    def rotate(self, phrase: str, *, on: dt.date, recovery: bool = True) -> Rotated:
        """Put the safe under a new key that this phrase opens, then close it."""
        self._expect_alone()
        rotated = rotation.rotate(
            self._subject,
            phrase,
            kdf=self._choose_kdf(),
            disk=self._disk,
            on=on,
            recovery=recovery,
        )
        self.close()
        return rotated

    def come_back(self) -> None:
        """Take the safe up again where its medium was pulled and put back; else do nothing.

        What was open leads to the former mount, for ever: the files that bear the names now are
        another device's, even when every byte is the same.

        Raises:
            MediaRemoved: it is not back.
            SafeDamaged: what is there now is not this safe, or an older one.
            AlreadyOpen, SafeLockedElsewhere: somebody opened it meanwhile.
            The others as ``connect``.
        """
        folder, saves = self._entry.folder, self.database.saves
        if self.read_only or not any(self._key):
            return
        if self.database.in_place() and self._entry.lock.reaches():
            return
        if not folder.database.is_file():
            raise MediaRemoved
        lock = Lock(folder.lock)
        lock.take()
        try:
            found = connect(folder.database, bytes(self._key), "open")
            row = found.row("SELECT id, saves FROM safe")
            if row is None or row[0] != self._safe_id or (saves is not None and row[1] < saves):
                found.close()
                raise self._damaged()
            lock.sign()
        except BaseException:
            lock.release()
            raise
        self.database.take_place_of(found)
        self.watch_pages()
        self._version = self.database.value("PRAGMA data_version")
        self._entry.lock.give_way(lock)

    def close(self) -> None:
        """Close the database, drop the key, let the lock go."""
        if not self.read_only and any(self._key):
            self._remember()
        self._shut()
        self._entry.lock.release()

    def erase(self) -> None:
        """Erase all of it, its own backups too, and close it: nothing brings it back from here.

        What the keyring holds for it is not touched (``Access.empty_keyring``): it opens nothing.

        Raises:
            LockLost, ReadOnly, NotAllowed, MediaRemoved, StorageFailed.
        """
        if self.read_only:
            raise ReadOnly
        self._expect_alone()
        self._shut()
        try:
            erasing.erase(self._entry.folder, self._disk)
        finally:
            self._entry.lock.release()
        self._seen.forget(self.id)

    def _shut(self) -> None:
        if self._witness is not None:
            self._witness.flush()
        self.database.close()
        for position in range(len(self._key)):
            self._key[position] = 0

    @property
    def _safe_id(self) -> bytes:
        return self.access.keys.safe_id

    @property
    def _subject(self) -> Subject:
        return Subject(self._entry.folder, self.database, bytes(self._key), self.access.keys)

    def _expect_alone(self) -> None:
        """Refuse to write when the lock was taken away and another program wrote meanwhile."""
        if self._entry.lock.expect_ours():
            self._overtaken = self._overtaken or self._was_changed()
        if self._overtaken:
            raise LockLost

    def _was_changed(self) -> bool:
        if self.database.value("PRAGMA data_version") != self._version:
            return True
        try:
            keystore.expect_unchanged(
                self._entry.folder, self._disk, self.access.keys, bytes(self._key)
            )
        except KeysChanged:
            return True
        return False

    def _damaged(self) -> SafeDamaged:
        """Name the newest good backup; looked for once, for a check may meet much damage."""
        if not any(self._key):
            return SafeDamaged()
        if self._damage is None:
            self._damage = backups.damaged(
                self._entry.folder, bytes(self._key), self._safe_id, self._disk
            )
        return SafeDamaged.like(self._damage)

    def _remember(self) -> None:
        if self.older_than_seen:
            return  # said again until it is read
        try:
            self._seen.remember(self.id, self.state)
        except Exception:  # closed by a rotation, or the key was pulled out: nothing to remember
            return

    def __enter__(self) -> "Safe":
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()
