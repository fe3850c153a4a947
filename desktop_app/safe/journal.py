"""A rollback journal beside the database: the one of its last, unfinished save, or a stranger.

SQLite would play any journal that it finds complete. One of another moment, left by a
synchronisation or put there, would bring old pages back, each of them authentic: so its first page
must be from just before the database's own.

Source: https://www.sqlite.org/fileformat2.html § 3, "The Rollback Journal".
"""

import struct
from pathlib import Path

from desktop_app.safe.database import PAGE
from desktop_app.safe.disk import is_regular
from desktop_app.safe.errors import SafeDamaged
from desktop_app.safe.pages import SALT, PageCheck

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = struct.Struct(">8sIIIII")
_RECORD = 4 + PAGE + 4
_SECTOR_LIMIT = 65536


def expect_own_journal(database: Path, key: bytes) -> None:
    """Refuse a complete journal that is not of this database's last save.

    Raises:
        SafeDamaged: nothing was played back.
    """
    path = database.with_name(database.name + "-journal")
    if not is_regular(path) or path.stat().st_size < _HEADER.size:
        return
    with database.open("rb") as file:
        present = file.read(PAGE)
    check = PageCheck(present[:SALT], key)
    if not check.is_authentic(present, 1):
        return  # torn by the very cut that the journal mends, or damaged: SQLite will say
    former = _first_page(path)
    if former is None:
        return  # not complete: SQLite leaves it alone
    if not check.is_authentic(former, 1):
        raise SafeDamaged
    age = check.change_counter(present) - check.change_counter(former)
    if age not in (0, 1):
        raise SafeDamaged


def _first_page(path: Path) -> bytes | None:
    """Return page 1 as the journal kept it; None when the journal has nothing to play back."""
    with path.open("rb") as file:
        magic, records, _, _, sector, page = _HEADER.unpack(file.read(_HEADER.size))
        if magic != _MAGIC or records == 0 or page != PAGE or not 32 <= sector <= _SECTOR_LIMIT:
            return None
        file.seek(sector)
        while len(record := file.read(_RECORD)) == _RECORD:
            if int.from_bytes(record[:4], "big") == 1:
                return record[4 : 4 + PAGE]
    return b""
