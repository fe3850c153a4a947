"""An open safe: its rooms, and the gestures that concern the whole of it."""

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from desktop_app.core.changes import Recording, Reverse
from desktop_app.core.errors import AppError
from desktop_app.core.records import StoredDocument
from desktop_app.core.safe_reports import CheckReport, Exported, Repaired, Rotated
from desktop_app.files import ReadOnly
from desktop_app.hardening import keep_in_memory
from desktop_app.safe import circle_marks, erasing, keystore, leaving, rotation, salvage, warnings
from desktop_app.safe.access import Access
from desktop_app.safe.acts import Acts
from desktop_app.safe.agenda import Agenda
from desktop_app.safe.backups import Backup, Subject
from desktop_app.safe.ballast import Ballast
from desktop_app.safe.beside_writer import Beside
from desktop_app.safe.bin import Bin
from desktop_app.safe.conflicts import Conflicts
from desktop_app.safe.consents import Consents
from desktop_app.safe.database import Database, Progress
from desktop_app.safe.disk import Disk
from desktop_app.safe.documents import Documents
from desktop_app.safe.dossiers import Dossiers
from desktop_app.safe.drafts import Drafts
from desktop_app.safe.entry import Entry
from desktop_app.safe.errors import CirclesThere, Tell
from desktop_app.safe.events import Events
from desktop_app.safe.figures import Figures
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.hold import Hold
from desktop_app.safe.kdf import Kdf
from desktop_app.safe.kept_law import KeptLaw
from desktop_app.safe.live_slots import LiveSlots
from desktop_app.safe.mandates import Mandates
from desktop_app.safe.matters import Matters
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.numbers import Numbers
from desktop_app.safe.people import People
from desktop_app.safe.person_keys import Keys
from desktop_app.safe.recording import Recorder
from desktop_app.safe.records import Filing
from desktop_app.safe.register import Register
from desktop_app.safe.remains import Remains
from desktop_app.safe.retention import Retention
from desktop_app.safe.sealed_name import seal
from desktop_app.safe.search import Order, Search
from desktop_app.safe.seen import Seen, State
from desktop_app.safe.short_codes import ShortCodes
from desktop_app.safe.system_keyring import SystemKeyring
from desktop_app.safe.tally import Tally
from desktop_app.safe.team import Team
from desktop_app.safe.undoing import Undoing
from desktop_app.safe.upkeep import Upkeep
from desktop_app.safe.visits import Visits


class Safe:
    """The encrypted archive, open. Use it in a ``with`` block, or ``close`` it.

    Attributes:
        id: the safe's own, 32 hexadecimal digits.
        read_only: nothing can be written (a protected folder, another computer's safe).
        beside: who writes it meanwhile, and what she saved; None where nobody does.
        people, dossiers, drafts, events, agenda, bin, matters: one per thing kept.
        kept_law: by which rules of law its dates were computed.
        short_codes: by which a helper comes back to the page that she hid.
        visits: who is received in an office, and who waits.
        numbers, keys: the file number of each person, and by what else she is found.
        consents, mandates, register, tally, retention: of an office.
        access: who may open it.
        acts: who did what; team: the office, where this is one's.
        upkeep: what looks after its pages and its backups.
        circles: the restricted safes beside it that the same phrase opens; set by the door.
        circle: the title of the circle that it is; "" of a safe of its own.
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
        keep_in_memory(self._key)
        self.older_than_seen = False
        ballast = Ballast(entry.folder.ballast, disk)
        self.acts = Acts(database)
        self.people = People(database)
        self.numbers = Numbers(database)
        self.keys = Keys(database)
        self.dossiers = Dossiers(database, self.people)
        self.drafts = Drafts(database, self.people, self.dossiers, ballast)
        self.events = Events(database, self.dossiers)
        self.figures = Figures(database, self.dossiers)
        self.agenda = Agenda(database)
        self.kept_law = KeptLaw(database)
        self.words = Search(database)
        self.short_codes = ShortCodes(database)
        self.visits = Visits(database, self.people)
        self.register = Register(database, lambda: self.acts.author)
        self.tally = Tally(database)
        remains = Remains(database, self.register, self.tally)
        self.bin = Bin(database, self.words, ballast, remains, self._expect_may_erase)
        self.matters = Matters(database, self.words, ballast, remains, self._expect_may_erase)
        self.retention = Retention(database, self.bin, self.register)
        self.consents = Consents(database, self.people, self.register, self.acts)
        self.mandates = Mandates(database, self.people, self.register, self.acts)
        self._documents = Documents(database, self.people, self.dossiers, self.words)
        self._recorder = Recorder(database)
        self._undoing = Undoing(database, self._documents, self.words, ballast)
        slots = LiveSlots(
            folder=entry.folder,
            database=database,
            key=self._key,
            keys=entry.unlocked.keys,
            used=entry.unlocked.slot,
            disk=disk,
        )
        self.team = Team(database, slots, self.acts, read_only=self.read_only)
        slots.role_of, database.renewed = self.team.role_of_way, self.team.resume
        self._own = bytearray(entry.unlocked.own)
        keep_in_memory(self._own)
        self.access = Access(
            slots,
            database,
            disk=disk,
            choose_kdf=choose_kdf,
            keyring=keyring,
            team=self.team,
            own=self._own,
        )
        self.circles: Any = None  # ``circles.Circles``, which opens safes
        self.circle = ""
        self.upkeep = Upkeep(
            lambda: self._subject,
            disk,
            schemas,
            documents=self._documents,
            words=self.words,
            matters=self.matters,
        )
        self.conflicts = Conflicts(
            entry.folder,
            database,
            self._key,
            entry.unlocked.keys.safe_id,
            words=self.words,
            disk=disk,
            schemas=schemas,
            read_only=self.read_only,
        )
        self._hold = Hold(entry, lambda: self._subject, disk, self.upkeep.damaged)
        self.beside = Beside(database, entry, self._key) if entry.beside else None

    def know_circle(self) -> None:
        """Know again the title of the circle that it is."""
        self.circle = circle_marks.title(self.database)
        if self.circle:
            self.access.slots.kind_names = circle_marks.KIND_NAMES

    @property
    def folder(self) -> SafeFolder:
        """Where it lies."""
        return self._entry.folder

    def same_key(self) -> keystore.Unlock:
        """Return what opens this safe anew while it is open, its phrase not being typed again."""
        slots = self.access.slots
        return keystore.by_key(slots.live_key(), slots.used, bytes(self._own))

    def sign_as(self, name: str) -> None:
        """Say in the lock who writes, to those who can open it; on a full disk it is not said."""
        with contextlib.suppress(AppError):
            self._entry.lock.who = seal(name, bytes(self._key), self._safe_id)
            self._entry.lock.sign()

    @property
    def state(self) -> State:
        """How far it has come, by which this computer knows it again."""
        total = self.upkeep.total
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
        if not self.read_only:
            if code in ("", "pages-mixed"):
                self.upkeep.accept_pages()
            warnings.read(self.database, self.access.slots.used, code)

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

    def loose(self, person: str = "", *, limit: int, skip: int = 0) -> Sequence[StoredDocument]:
        """Return the first documents that are in no dossier, the newest first, after ``skip``."""
        return self._documents.loose(person, limit=limit, skip=skip)

    def count_loose(self, person: str = "") -> int:
        """Return how many documents are in no dossier."""
        return self._documents.count_loose(person)

    def count_documents(self) -> int:
        """Return how many documents there are, whoever's."""
        return self._documents.count()

    def holds(self, document: str) -> bool:
        """Tell whether a document is here, and not in the bin."""
        return self._documents.there(document)

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
        """Write one zip that can leave; it is read back and proved before this returns.

        Raises:
            RightKept: of an office; as ``leaving.leave``.
        """
        self.team.expect_right("backup")
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
        return self.upkeep.back_up_here(on=on, progress=progress)

    def back_up_if_due(
        self,
        *,
        on: dt.date,
        progress: Progress | None = None,
        tell: Tell | None = None,
        closing: bool = False,
    ) -> None:
        """Make the backup that is due; that it cannot be made is said.

        Of a safe that is only read, its pages are looked at, as before any backup.

        ``closing``: the safe is about to be closed; what would take long is left to the next
        opening.
        """
        heard = tell or self._entry.tell
        if self.read_only:
            self.upkeep.look_at_pages(heard)
        else:
            self.upkeep.back_up_if_due(on=on, progress=progress, tell=heard, closing=closing)

    def renew_backups(self, *, on: dt.date, progress: Progress | None = None) -> None:
        """Make a new backup, then erase those that hold what was erased with its matter."""
        self.upkeep.renew_backups(on=on, progress=progress)

    def check(self, *, progress: Progress | None = None) -> CheckReport:
        """Look for damage in everything, the safe staying open; ``progress`` may stop it.

        ``progress`` hears steps done and their number; what it raises goes through.
        """
        return self.upkeep.check(progress or _unheard)

    def repair(self, *, progress: Progress | None = None) -> Repaired:
        """Make damaged pages again, and go on with what comes; the others wait meanwhile.

        ``progress`` hears pages looked at; what it raises stops all, and nothing changes.

        Raises:
            SafeDamaged: they do not all come back; the safe stays open as it was.
            LockLost, DiskFull, ReadOnly, MediaRemoved, StorageFailed.
        """
        self._hold.expect_alone()
        try:
            return self.upkeep.repair(progress or _unheard)
        finally:
            self._hold.know_again()

    def export(self, out: Path, *, progress: Progress | None = None) -> Exported:
        """Write everything that can be read in clear, in a new folder; say what is lost.

        ``progress`` hears pages, then documents; what it raises stops all.

        Raises:
            FolderNotEmpty, NotWritten; SafeDamaged where nothing can be read.
            RightKept: of an office.
        """
        self.team.expect_right("backup")
        return salvage.export_open(
            self._subject,
            out,
            disk=self._disk,
            schemas=self._schemas,
            progress=progress or _unheard,
        )

    def rotate(self, phrase: str, *, on: dt.date, recovery: bool = True) -> Rotated:
        """Put the safe under a new key that this phrase opens, then close it.

        Raises:
            OnlyResponsable: of an office; as ``rotation.rotate``.
        """
        self.team.expect_responsable()
        self._hold.expect_alone()
        rotated = rotation.rotate(
            self._subject,
            phrase,
            kdf=self._choose_kdf(),
            disk=self._disk,
            on=on,
            recovery=recovery,
            kept=self.acts.author,
            also=self.access.hand_over_own(phrase) if self.folder.circle_folders() else None,
        )
        self.close()
        return rotated

    def come_back(self) -> None:
        """Take the safe up again where its medium was pulled and put back; else do nothing.

        Raises:
            As ``Hold.come_back``.
        """
        if not self.read_only and any(self._key) and self._hold.come_back():
            self.upkeep.watch_pages()
            self.upkeep.settle_undone()

    def close(self) -> None:
        """Close its circles, then the database; drop the key, let the lock go."""
        if self.circles is not None:
            self.circles.close()
        if not self.read_only and any(self._key):
            self._remember()
        self._shut()
        self._entry.lock.release()

    def erase(self) -> None:
        """Erase all of it, its own backups too, and close it: nothing brings it back from here.

        What the keyring holds for it is not touched (``KeyringSlot.empty``): it opens nothing.

        Raises:
            CirclesThere: what its circles hold would be lost to their readers.
            LockLost, ReadOnly, NotAllowed, MediaRemoved, StorageFailed.
            OnlyResponsable: of an office.
        """
        if self.read_only:
            raise ReadOnly
        self.team.expect_responsable()
        if self.folder.circle_folders():
            raise CirclesThere
        self._hold.expect_alone()
        self._shut()
        try:
            erasing.erase(self._entry.folder, self._disk, self._entry.lock.release)
        finally:
            self._entry.lock.release()
        self._seen.forget(self.id)

    def _expect_may_erase(self) -> None:
        self.team.expect_right("erase")

    def _shut(self) -> None:
        self.upkeep.flush()
        self.database.close()
        for secret in (self._key, self._own):
            for position in range(len(secret)):
                secret[position] = 0

    @property
    def _safe_id(self) -> bytes:
        return self.access.slots.keys.safe_id

    @property
    def _subject(self) -> Subject:
        return Subject(self._entry.folder, self.database, bytes(self._key), self.access.slots.keys)

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


def _unheard(_done: int, _total: int) -> None:
    """Hear how far it is, and say it to nobody."""
