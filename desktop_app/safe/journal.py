"""A rollback journal beside the database: the one of its last, unfinished save, or a stranger.

SQLite would play any journal that it finds complete. One of another moment, left by a
synchronisation or put there, would bring old pages back, each of them authentic. So the count of
saves that it holds must be the database's own, or one less. (SQLite's change counter cannot tell:
under SQLCipher it is made of encrypted bytes.)

Source: https://www.sqlite.org/fileformat2.html, § 3 (journal).
"""

import contextlib
import struct
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.safe.beside import strangers_beside
from desktop_app.safe.cells import cells, values
from desktop_app.safe.database import PAGE
from desktop_app.safe.disk import Disk, is_regular
from desktop_app.safe.errors import SafeDamaged
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.pages import SALT, PageCheck

SAFE_PAGE = 2  # the table "safe" is the first one made, and its row is changed by every act
_SAVES_COLUMN = 3
_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = struct.Struct(">8sIIIII")
_RECORD = 4 + PAGE + 4
_SECTOR_LIMIT = 65536


def expect_own_journal(database: Path, key: bytes) -> None:
    """Refuse a complete journal that is not of this database's last save, or another such file.

    Raises:
        SafeDamaged: nothing was played back.
    """
    if strangers_beside(database):
        raise SafeDamaged
    path = database.with_name(database.name + "-journal")
    if not is_regular(path) or not is_complete(path):
        return
    with database.open("rb") as file:
        salt = file.read(SALT)
        file.seek((SAFE_PAGE - 1) * PAGE)
        present = file.read(PAGE)
    check = PageCheck(salt, key)
    if not check.is_authentic(present, SAFE_PAGE):
        return  # torn by the very cut that the journal mends, or damaged: SQLite will say
    former = _kept(path, SAFE_PAGE)
    if former is None or not check.is_authentic(former, SAFE_PAGE):
        raise SafeDamaged
    age = saves_in(check.clear(present)) - saves_in(check.clear(former))
    if age not in (0, 1):
        raise SafeDamaged


def note_undoing(folder: SafeFolder, disk: Disk) -> bool:
    """Tell whether SQLite is about to undo a save that was cut, and note it for a next opening.

    The pages that it puts back are enciphered anew: the sum of all pages is no longer theirs.
    Where the disk refuses the note, only a cut before they are proved anew would lose it.
    """
    journal = folder.database.with_name(folder.database.name + "-journal")
    if not (is_regular(journal) and is_complete(journal)):
        return False
    with contextlib.suppress(AppError):
        disk.write(folder.undone, [b""], of_safe=True)
    return True


def saves_in(page: bytes) -> int:
    """Return the count of saves in the only row of the table "safe", from its page.

    Raises:
        SafeDamaged: the page is not that one.
    """
    found = [page[one.place : one.place + one.size] for one in cells(page, SAFE_PAGE)]
    row = values(found[0]) if len(found) == 1 else None
    saves = row[_SAVES_COLUMN] if row is not None and len(row) > _SAVES_COLUMN else None
    if not isinstance(saves, int):
        raise SafeDamaged
    return saves


def is_complete(path: Path) -> bool:
    """Tell whether SQLite would play it back."""
    with path.open("rb") as file:
        header = file.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return False
    magic, records, _, _, sector, page = _HEADER.unpack(header)
    return bool(magic == _MAGIC and records and page == PAGE and 32 <= sector <= _SECTOR_LIMIT)


def _kept(path: Path, number: int) -> bytes | None:
    """Return a page as the journal kept it, of those that are played back; None without it."""
    with path.open("rb") as file:
        _, records, _, _, sector, _ = _HEADER.unpack(file.read(_HEADER.size))
        file.seek(sector)
        for _ in range(records):
            if len(record := file.read(_RECORD)) < _RECORD:
                return None
            if int.from_bytes(record[:4], "big") == number:
                return record[4 : 4 + PAGE]
    return None
