"""The pages of one moment: a sum, kept in the database itself, of what every page is known by.

Each page is authentic by itself, and that proves nothing of the others: one old page put back, a
copy made during a save, two synchronisations mixed are made of authentic pages all the same. The
sum is of one number for each page, drawn from its number and its proof under a key of the safe's
own: who does not know the key cannot choose pages whose numbers fall right.

A save cannot hold the proofs of the pages that it is about to write. So its sum leaves these pages
*apart*, by their numbers, and the next save takes them in. It costs a save one more page.

FORMAT.md § 5 gives the row.
"""

import contextlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from desktop_app.safe.database import PAGE, Database
from desktop_app.safe.pages import PageCheck, PageFile
from desktop_app.safe.slots import sub_key

_ROW = "pages"
_LABEL = b"papier-libre/page-sum/1"
_LONGEST = 9_500  # a setting holds 10,000 characters
MODULUS = 1 << 256
_FREE_LIST = 32  # in the first page: where the list of free pages begins
_SECTOR = 20  # in the journal: how far its first record is
_RECORD = 4 + PAGE + 4
_ALONE = 3  # tries of a reading that saves go across, before they are made to wait


@dataclass(frozen=True, slots=True)
class Sum:
    """What a save wrote of the pages.

    ``total``: of all but those ``apart``; None: nothing is proved. ``salt``: of the file it is of,
    for a copy has other pages.
    """

    saves: int
    salt: bytes
    total: int | None
    apart: frozenset[int]


class Proofs(Protocol):
    """Pages that are known by their proofs."""

    def __len__(self) -> int: ...
    def proof(self, number: int) -> bytes: ...


class PageNumbers:
    """Draws a page's number, and sums them."""

    def __init__(self, file: Proofs, key: bytes) -> None:
        self._file = file
        self._key = sub_key(key, _LABEL)

    def of(self, numbers: Iterable[int]) -> int:
        """Return the sum of these pages."""
        return sum(map(self._drawn, numbers)) % MODULUS

    def of_each(self, numbers: Iterable[int]) -> dict[int, int]:
        """Return what each of these pages adds to the sum."""
        return {number: self._drawn(number) for number in numbers}

    def of_all(self, but: frozenset[int] = frozenset()) -> int:
        """Return the sum of every page but these."""
        return self.of(n for n in range(1, len(self._file) + 1) if n not in but)

    def _drawn(self, number: int) -> int:
        known = number.to_bytes(4, "little") + self._file.proof(number)
        return int.from_bytes(hmac.digest(self._key, known, "sha256"), "little")


class PageSum:
    """Keeps the sum of an open database: it is called at each of its saves.

    Attributes:
        saves: how many there were.
        total: the sum of all pages after the last one; None where nothing is proved.
    """

    def __init__(self, database: Database, file: PageFile, check: PageCheck, key: bytes) -> None:
        self._database = database
        self._file = file
        self._check = check
        self._numbers = PageNumbers(file, key)
        self._next: Sum | None = None
        self._save = _Save(database.path, file, check)
        self._before: dict[int, int] = {}  # what each page apart added, before the save
        self._after: dict[int, int] = {}  # and after it: most are written by the next one too
        self._of_row: frozenset[int] = frozenset()  # what the last row took that no page named
        self._put_back = False  # pages were, by a save that was not made: their row knows others
        self.saves = self._count()
        self.total = self._left()

    def before_commit(self) -> None:
        """Write the sum of the pages that this save leaves alone: its last gesture.

        Where the disk does not let them be read, the save goes on, and nothing is proved.
        """
        apart: frozenset[int] = frozenset()
        self._save = _Save(self._database.path, self._file, self._check)
        try:
            found = self._changed(self._of_row)
            while not found <= apart:  # the row itself takes a page, most often that of last time
                if apart:
                    self._of_row = found - apart
                apart |= found
                self._write(apart)
                found = self._changed()
        except OSError:
            self.total = None
            self._write(apart)

    def committed(self) -> frozenset[int]:
        """Take in the pages that this save wrote; return their numbers."""
        done, self._next = self._next, None
        if done is None:
            return frozenset()
        self.saves = done.saves
        try:
            here = self._numbers.of_each(self._there(done.apart))
        except OSError:
            self.total, self._after = None, {}
            return done.apart
        self._after = here
        if done.total is None:
            self.total = None
            return done.apart
        self.total = (done.total + sum(here.values())) % MODULUS
        # Of free pages, only some are taken; a page that is written is enciphered anew.
        return frozenset(n for n in done.apart if here.get(n) != self._before.get(n))

    def failed(self) -> frozenset[int]:
        """Forget a save that was not made, or of which nobody knows whether it was.

        Pages that it had written are enciphered anew when they are put back, so that nothing proves
        them until ``renew``; their numbers are returned, and those of others.
        """
        done, self._next = self._next, None
        if done is None:
            return frozenset()
        self.total, self._put_back, self._after = None, True, {}
        return done.apart

    def mixed(self) -> bool:
        """Tell whether pages of several moments lie together; the proof of every page is read."""
        for attempt in range(_ALONE):
            row = read(self._database)
            with self._database.still() if attempt == _ALONE - 1 else contextlib.nullcontext():
                found = self._numbers.of_all(row.apart if row else frozenset())
                if read(self._database) == row:  # else a save went across
                    return row is not None and self._contradicts(row, found)
        return False

    def prove_again(self) -> None:
        """Take a sum where a disk that did not let pages be read left none."""
        if self.total is None:
            self.total = self._left()

    def renew(self) -> None:
        """Take the pages that are there for those of one moment: a person goes on with them.

        Raises:
            DiskFull, ReadOnly, MediaRemoved, StorageFailed; OSError: nothing is proved.
        """
        with self._database.act():  # first: beginning may put back what a save had written
            self.total = self._numbers.of_all()
            self._database.execute("UPDATE safe SET saves = saves")

    def _write(self, apart: frozenset[int]) -> None:
        total = None
        if self.total is not None:
            known = {n: self._after[n] for n in apart if n in self._after}
            others = (n for n in self._there(apart) if n not in known)
            self._before = known | self._numbers.of_each(others)
            total = (self.total - sum(self._before.values())) % MODULUS
        self._next = Sum(self._count(), self._file.salt, total, apart)
        _write(self._database, self._next)

    def _left(self) -> int | None:
        """Return the sum of all pages that the last save left; of an older safe, those there."""
        row = read(self._database)
        if self._put_back or row is None or row.salt != self._file.salt or row.total is None:
            return self._numbers.of_all()
        return (row.total + self._numbers.of(row.apart)) % MODULUS

    def _contradicts(self, row: Sum, found: int) -> bool:
        if row.salt != self._file.salt or row.total is None:
            return False
        return self._count() != row.saves or found != row.total

    def _count(self) -> int:
        return int(self._database.value("SELECT saves FROM safe"))

    def _there(self, numbers: Iterable[int]) -> list[int]:
        count = len(self._file)
        return [number for number in numbers if number <= count]

    def _changed(self, likely: Iterable[int] = ()) -> frozenset[int]:
        """Return the pages that the save under way writes, or may write, and those ``likely``.

        The journal has those that there were, but for the first, which a save may take last, and
        free ones that are used again: of these it has the page that lists them.
        """
        count = int(self._database.value("PRAGMA page_count"))
        found = {1, *self._save.journalled(), *range(len(self._file) + 1, count + 1)}
        for trunk, leaves in self._save.free:
            if trunk in found:
                found.update(leaves)
        found.update(number for number in likely if number <= count)
        return frozenset(found)


class _Save:
    """What is known of the save under way; until its end the database's file does not change."""

    def __init__(self, database: Path, file: PageFile, check: PageCheck) -> None:
        self._journal = database.with_name(database.name + "-journal")
        self._file = file
        self._check = check
        self._place = 0
        self._found: set[int] = set()

    def journalled(self) -> set[int]:
        """Return the pages of which the journal keeps the former state; it only grows."""
        with self._journal.open("rb", buffering=0) as file:
            if not self._place:
                self._place = int.from_bytes(file.read(_SECTOR + 4)[_SECTOR:], "big")
            while True:
                file.seek(self._place)
                record = file.read(4)
                if len(record) < 4:
                    return self._found
                self._found.add(int.from_bytes(record, "big"))
                self._place += _RECORD

    @cached_property
    def free(self) -> list[tuple[int, list[int]]]:
        """Each page of the list of free pages, and those that it lists."""
        return [*self._free()]

    def _free(self) -> Iterator[tuple[int, list[int]]]:
        header = self._check.clear(self._file.page(1), 1)
        trunk = int.from_bytes(header[_FREE_LIST : _FREE_LIST + 4], "big")
        seen: set[int] = set()
        while trunk and trunk not in seen and trunk <= len(self._file):
            seen.add(trunk)
            page = self._check.clear(self._file.page(trunk), trunk)
            numbers = [int.from_bytes(page[at : at + 4], "big") for at in range(0, len(page), 4)]
            yield trunk, numbers[2 : 2 + min(numbers[1], len(numbers) - 2)]
            trunk = numbers[0]


def proved(database: Database, numbers: PageNumbers, salt: bytes) -> tuple[Sum, int] | None:
    """Return the last save's sum, and that of all pages, where they agree; else None."""
    row = read(database)
    if row is None or row.salt != salt or row.total is None:
        return None
    rest = numbers.of_all(row.apart)
    if rest != row.total or int(database.value("SELECT saves FROM safe")) != row.saves:
        return None
    return row, (rest + numbers.of(row.apart)) % MODULUS


def read(database: Database) -> Sum | None:
    """Return the sum that the last save wrote; None where there is none."""
    text = database.value("SELECT value FROM setting WHERE name = ?", (_ROW,))
    try:
        saves, salt, total, pages = str(text).split(" ")
        found = None if total == "-" else int(total, 16)
        return Sum(int(saves), bytes.fromhex(salt), found, frozenset(_numbers(pages)))
    except ValueError:
        return None


def _write(database: Database, what: Sum) -> None:
    total = "-" if what.total is None else f"{what.total:064x}"
    pages = _ranges(what.apart)
    if len(pages) > _LONGEST:
        total, pages = "-", ""
    text = f"{what.saves} {what.salt.hex()} {total} {pages}"
    database.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (_ROW, text))


def _ranges(numbers: Iterable[int]) -> str:
    """Write page numbers: "1-3,7"."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in found)


def _numbers(text: str) -> Iterator[int]:
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)
