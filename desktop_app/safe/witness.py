"""What is present at each save of an open safe: the sum of its pages, and their parity."""

import contextlib
from dataclasses import replace

from desktop_app.core.errors import AppError
from desktop_app.safe.database import Database
from desktop_app.safe.disk import Disk, is_regular, refusal
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.page_sum import PageSum
from desktop_app.safe.pages import PageCheck, PageFile
from desktop_app.safe.parity import MOST_LATE, Parity, State, lane_of, pages_of_schema

MOST_SAVES = 10  # that the parity waits for: the backup follows no closer
_MADE = "parity"  # setting: the salt of the database of which a parity was made


class SaveWitness:
    """Keeps the sum in the database, and the parity beside it, from one save to the next.

    Nothing that befalls the parity stops a save: it is then of an earlier state, and made anew.
    It says at each save of which one it is; the lanes that saves wrote to are renewed together, at
    the tenth, at a backup and at the closing. A save that erases waits for nothing: what it erased
    is out of the parity when it is acknowledged.

    Attributes:
        contradicted: the parity was written after the very last save, and of other pages, or after
            one that is not here: it is left as it is, for it may bring them back.
        had_parity: one was made of this database already.
        pages, check: the pages of the database, and what proves each.
    """

    def __init__(self, folder: SafeFolder, database: Database, key: bytes, disk: Disk) -> None:
        self._database = database
        self.pages = self._file = PageFile(folder.database)
        self.check = self._check = PageCheck(self._file.salt, key)
        self._followed: list[set[int]] = []
        self._sum = PageSum(database, self._file, self._check, key)
        self._parity = Parity(folder.parity, key, disk)
        found = self._parity.state()
        kept = found.kept if found else ()
        self._kept: tuple[int, ...] | None = kept if found and found == self._now(kept) else None
        self._late = set(found.late) if found else set[int]()
        self._waiting = 0
        self.contradicted = bool(
            found
            and self._kept is None
            and found.salt == self._file.salt
            and found.saves >= self._sum.saves
        )
        self._undone, self._disk = folder.undone, disk
        self._renewing = False
        self.had_parity = bool(
            database.value("SELECT value = ? FROM setting WHERE name = ?", (self._salt, _MADE))
        )

    @property
    def parity_is_stale(self) -> bool:
        """Whether the parity is of no state, or of an earlier one."""
        return self._kept is None and not self.contradicted

    @property
    def total(self) -> int | None:
        """The sum of all pages, by which a computer knows this state again; None: not proved."""
        return self._sum.total

    def before_commit(self) -> None:
        """Write the sum in the save itself."""
        self._sum.before_commit()

    def committed(self, *, erased: bool) -> None:
        """Note in the parity which of its lanes were written to, or renew them."""
        changed = self._sum.committed()
        for one in self._followed:
            one.update(changed)
        if self._kept is not None and changed:
            self._late.update(map(lane_of, changed))
            self._waiting += 1
            waits = self._waiting < MOST_SAVES and len(self._late) <= MOST_LATE and not erased
            self._follow_up(self._kept, waits=waits)

    def settle(self) -> None:
        """Renew the lanes that are late."""
        if self._kept is not None and self._late:
            self._follow_up(self._kept)

    def failed(self) -> None:
        """Forget a save that was not made; what it had written was put back."""
        if changed := self._sum.failed():
            self._kept = None
            for one in self._followed:
                one.update(changed)
            if not self._renew_sum():
                with contextlib.suppress(AppError):
                    self._disk.write(self._undone, [b""], of_safe=True)

    def settle_undone(self) -> None:
        """Prove anew the pages of a save that was cut, once SQLite has undone it."""
        if self._database.undid or is_regular(self._undone):
            self.contradicted = False
            self._kept = None
            if self._renew_sum():
                self._database.undid = False
                with contextlib.suppress(OSError):
                    self._undone.unlink(missing_ok=True)

    def _renew_sum(self) -> bool:
        if self._renewing:
            return False
        self._renewing = True
        try:
            self._sum.renew()
        except (AppError, OSError):
            return False  # the next save says that nothing is proved
        finally:
            self._renewing = False
        return True

    def mixed(self) -> bool:
        """Tell whether pages of several moments lie together; the whole file is gone through.

        Raises:
            StorageFailed and the others of a disk: it does not let itself be read.
        """
        try:
            return self.contradicted or self._sum.mixed()
        except OSError as error:
            raise refusal(error) from error

    def accept(self) -> None:
        """Go on with pages of several moments, as a person wants: they are of one from now on."""
        self._sum.renew()
        self.contradicted = False
        self._kept = None

    def follow(self) -> set[int]:
        """Return a set that each save adds the pages to which it wrote."""
        followed = set[int]()
        self._followed.append(followed)
        return followed

    def make_parity(self) -> None:
        """Write the whole parity anew; saves may go on meanwhile.

        Raises:
            DiskFull, ReadOnly, MediaRemoved, StorageFailed: there is none, or the former one.
        """
        with self._database.still():
            self._sum.prove_again()
            kept = pages_of_schema(self._check, self._file.page)
            state, self._kept = self._now(kept), None
            self._late.clear()
            meanwhile = self.follow()
        made = False
        try:
            if state is not None:
                self._parity.make(state, self._file.page)
                made = True
        finally:
            with self._database.still():
                self._followed = [one for one in self._followed if one is not meanwhile]
                if made:
                    self._late.update(map(lane_of, meanwhile))
                    self._follow_up(kept)

    def note_parity(self) -> None:
        """Note that there is one, so that it is missed when it is lost."""
        if not self.had_parity:
            with self._database.act():
                self._database.execute(
                    "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
                    (_MADE, self._salt),
                )
            self.had_parity = True

    def flush(self) -> None:
        """Make sure that the parity of the last save has reached the disk."""
        self.settle()
        if self._kept is not None:
            with contextlib.suppress(AppError, OSError):
                self._parity.flush()

    def close(self) -> None:
        """Close the file; the database is closed."""
        self._file.close()

    @property
    def _salt(self) -> str:
        return self._file.salt.hex()

    def _follow_up(self, kept: tuple[int, ...], *, waits: bool = False) -> None:
        """Have the parity be of the last save: its late lanes renewed, or else only named."""
        state = self._now(kept)
        self._kept = None
        if state is None:
            return
        with contextlib.suppress(AppError, OSError):
            if waits:
                self._parity.note(replace(state, late=frozenset(self._late)))
            else:
                self._parity.renew(state, self._late, self._file.page)
                self._late.clear()
                self._waiting = 0
            self._kept = kept

    def _now(self, kept: tuple[int, ...]) -> State | None:
        if self._sum.total is None:
            return None
        return State(self._file.salt, len(self._file), self._sum.saves, self._sum.total, kept)
