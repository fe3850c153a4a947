"""What looks after an open safe: its pages, what rebuilds them, and its own backups."""

import contextlib
import datetime as dt
import shutil
import time
from collections.abc import Callable, Sequence
from math import inf

from desktop_app.core.errors import AppError, Notice
from desktop_app.core.safe_reports import CheckReport, Repaired
from desktop_app.safe import backups, checking, keeping, repair
from desktop_app.safe.backups import Backup, Subject
from desktop_app.safe.checking import Inside
from desktop_app.safe.database import Progress, connect, verify
from desktop_app.safe.disk import Disk, refusal
from desktop_app.safe.documents import Documents
from desktop_app.safe.errors import SafeDamaged, Tell
from desktop_app.safe.layers import Layers, NotProved
from desktop_app.safe.matters import Matters
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.search import Search
from desktop_app.safe.witness import SaveWitness

FOLLOWED = 4 << 20  # bytes: up to there, a copy and its check are a matter of a moment
_LAST_FILED = 3  # a save files one document, a batch some


class Upkeep:
    """Looks after one open safe; ``subject`` returns its files and its keys as they are now."""

    def __init__(
        self,
        subject: Callable[[], Subject],
        disk: Disk,
        schemas: Schemas,
        *,
        documents: Documents,
        words: Search,
        matters: Matters,
    ) -> None:
        self._subject = subject
        self._disk = disk
        self._schemas = schemas
        self._documents = documents
        self._words = words
        self._matters = matters
        self._database = subject().database
        self._database.damaged = self.damaged
        self._damage: SafeDamaged | None = None
        self._witness: SaveWitness | None = None
        self._layers: Layers | None = None
        self._mixed = False  # pages of several moments were found
        self._looked_at = False
        self.beside = False  # another program writes: its save under way is no damage
        self._parity_refused = False  # it was said
        self._backed_up_at = 0.0  # not since the opening

    def watch_pages(self) -> None:
        """From now on, each save says which pages belong together, and renews their parity."""
        subject = self._subject()
        try:
            self._witness = SaveWitness(subject.folder, self._database, subject.key, self._disk)
        except OSError as error:
            raise refusal(error) from error
        self._database.witness = self._witness
        self._layers = Layers(self._subject, self._witness, self._disk)

    def settle_undone(self) -> None:
        """Prove the pages anew where a save that was cut has just been undone."""
        if self._witness is not None:
            self._witness.settle_undone()

    def look_at_last_save(self, tell: Tell) -> None:
        """Tell that the pages of the last save are not those that it wrote."""
        if self.beside:
            return
        if self._witness is not None and self._witness.contradicted:
            self.watch_pages()  # where one only reads, another program may have saved meanwhile
        if self._witness is not None and self._witness.contradicted:
            self._mixed = True
            tell(Notice("pages-mixed"))

    def accept_pages(self) -> None:
        """Go on with pages of several moments: the person has read that they are."""
        if self._witness is not None and self._mixed:
            self._witness.accept()
            self._mixed = False

    @property
    def total(self) -> int | None:
        """The sum of all pages, by which a computer knows this state again; None: not proved."""
        return self._witness.total if self._witness is not None else None

    def flush(self) -> None:
        """Make sure that the parity of the last save has reached the disk."""
        if self._witness is not None:
            self._witness.flush()

    def back_up_here(self, *, on: dt.date, progress: Progress | None = None) -> Backup:
        """Make a proved backup in the safe's own folder, and let the oldest go."""
        known = self._backups()
        made = self._made(known, on, progress)
        keeping.prune([made, *known], shutil.disk_usage(made.path.parent).free)
        return made

    def back_up_if_due(
        self,
        *,
        on: dt.date,
        progress: Progress | None = None,
        tell: Tell,
        closing: bool = False,
    ) -> None:
        """Make the backup that is due; that it cannot be made is said, and stops nothing.

        Before the first one, what rebuilds the pages is looked at, and made anew where it is not of
        the last save. ``closing``: what was saved since waits no more; what would take long is for
        the next opening, whose first backup waits for nothing either.
        """
        erasing = self._matters.still_in_backups is not None  # its end is said
        if closing and (erasing or self._takes_long(on)):
            return
        waited = time.monotonic() - self._backed_up_at if self._backed_up_at else inf
        if not closing and self.look_at_pages(tell):
            self._renew_parity(tell)
        if erasing:
            self._finish_erasing(on, progress, tell)
        elif keeping.is_due(self._subject(), self._backups(), on, inf if closing else waited):
            try:
                self.back_up_here(on=on, progress=progress)
            except AppError as error:
                tell(Notice("backup-not-made"))
                tell(Notice(error.wording, error.parameters))
        self._backed_up_at = self._backed_up_at or time.monotonic()

    def renew_backups(self, *, on: dt.date, progress: Progress | None = None) -> None:
        """Make a whole new backup, then erase those that hold what was erased with its matter."""
        if self._matters.still_in_backups is None:
            return
        made = self._made([], on, progress)
        keeping.erase_all_but(made, self._subject().folder)
        self._matters.gone_from_backups()

    def _made(self, known: Sequence[Backup], on: dt.date, progress: Progress | None) -> Backup:
        """Copy what changed since the newest of these where the safe is large, else all of it."""
        subject = self._subject()
        if self._witness is not None:
            self._witness.settle()
        made = None
        if self._layers is not None and subject.database.path.stat().st_size > FOLLOWED:
            with contextlib.suppress(NotProved):
                made = self._layers.make(self._lain_on(known, on), on, progress)
        made = made or backups.make(subject, self._disk, on, progress)
        self._backed_up_at = time.monotonic()
        self._damage = None
        return made

    def _lain_on(self, known: Sequence[Backup], on: dt.date) -> Backup | None:
        """Return the backup on which the next one may lie.

        Each day all of it is read again first; then its own layer alone, which is small: what was
        damaged since would spoil all that is laid on it.
        """
        last = next(iter(known), None)
        if last is None or self._layers is None or not self._layers.may_lie_on(last, on):
            return None
        if not _of_day(known, on):
            return last if backups.is_whole(last) else None
        return last if not last.beneath or backups.is_itself(last) else None

    def _takes_long(self, on: dt.date) -> bool:
        """Tell whether the next backup copies, or reads, all of a large safe."""
        if self._database.path.stat().st_size <= FOLLOWED:
            return False
        known = self._backups()
        return not _of_day(known, on) or self._lain_on(known, on) is None

    def _backups(self) -> list[Backup]:
        subject = self._subject()
        return backups.all_backups(subject.folder, subject.key, subject.keys.safe_id, self._disk)

    def check(self, progress: Progress) -> CheckReport:
        """Look for damage in everything, the safe staying open."""
        subject = self._subject()
        return checking.check_open(
            self.inside,
            subject.folder,
            subject.key,
            disk=self._disk,
            schemas=self._schemas,
            progress=progress,
        )

    @property
    def inside(self) -> Inside:
        """What a check looks at."""
        mixed = self._witness.mixed if self._witness is not None else lambda: False
        safe_id = self._subject().keys.safe_id
        return Inside(safe_id, self._database, self._words, self._documents, mixed)

    def repair(self, progress: Progress) -> Repaired:
        """Make damaged pages again, and go on with what comes; other threads wait meanwhile.

        Raises:
            As ``repair.repair``: the safe stays open as it was.
        """
        subject = self._subject()
        with self._database.still():
            self._database.close()
            try:
                return repair.repair(
                    subject.folder, subject.key, subject.keys.safe_id, self._disk, progress
                )
            finally:
                self._database.take_place_of(connect(subject.folder.database, subject.key))
                self._mixed = False
                self.watch_pages()

    def damaged(self) -> SafeDamaged:
        """Name the newest good backup; looked for once, for a check may meet much damage."""
        subject = self._subject()
        if not any(subject.key):
            return SafeDamaged()
        if self._damage is None:
            self._damage = backups.damaged(
                subject.folder, subject.key, subject.keys.safe_id, self._disk
            )
        return SafeDamaged.like(self._damage)

    def look_at_pages(self, tell: Tell) -> bool:
        """Go through the pages, once; tell that they are of several moments. Nothing is written.

        False: they could not be read, and it was said.
        """
        witness = self._witness
        if witness is None or self._mixed or self._looked_at or self.beside:
            return True
        self._looked_at = True
        cut = witness.parity_is_stale and witness.had_parity
        try:
            self._mixed = witness.mixed() or (cut and not self._last_save_is_whole())
        except AppError as error:
            tell(Notice(error.wording, error.parameters))
            return False
        if self._mixed:
            tell(Notice("pages-mixed"))
        return True

    def _renew_parity(self, tell: Tell) -> None:
        witness = self._witness
        if witness is not None and witness.parity_is_stale and not self._mixed:
            self._make_parity(witness, tell)  # from the beginning, or since the disk refused it

    def _make_parity(self, witness: SaveWitness, tell: Tell) -> None:
        try:
            witness.make_parity()
        except (AppError, OSError) as refused:
            error = refused if isinstance(refused, AppError) else refusal(refused)
            if not self._parity_refused:
                tell(Notice("parity-not-made"))
                tell(Notice(error.wording, error.parameters))
            self._parity_refused = True
            return
        if witness.had_parity:
            tell(Notice("parity-renewed"))
        self._parity_refused = False
        witness.note_parity()

    def _last_save_is_whole(self) -> bool:
        """Tell whether the pages of a save after which the program was stopped belong together.

        No sum proves them: a copy made in the middle of it has some of them. The trees are gone
        through, and the last documents read.
        """
        if verify(self._database.path, self._subject().key):
            return False
        last = self._documents.last(_LAST_FILED)
        return not any(checking.document_damage(self.inside, one) for one in last)

    def _finish_erasing(self, on: dt.date, progress: Progress | None, tell: Tell) -> None:
        """Finish what was cut, and say so; what cannot be now is tried at the next opening."""
        try:
            self.renew_backups(on=on, progress=progress)
        except AppError as error:
            tell(Notice("erased-in-backups"))
            tell(Notice(error.wording, error.parameters))
        else:
            tell(Notice("erasure-finished"))


def _of_day(known: Sequence[Backup], on: dt.date) -> bool:
    """Tell whether one of these was made on that day."""
    return any(one.manifest.made_on == on for one in known)
