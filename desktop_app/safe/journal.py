"""A rollback journal beside the database: the one of its last, unfinished save, or a stranger.

SQLite would play any journal that it finds complete. One of another moment, left by a
synchronisation or put there, would bring old pages back, each of them authentic. So the count of
saves that it holds must be the database's own, or one less. (SQLite's change counter cannot tell:
under SQLCipher it is made of encrypted bytes.)

Source: https://www.sqlite.org/fileformat2.html, § 1.6 (cells), § 2.1 (records), § 3 (journal).
"""

import struct
from pathlib import Path

from desktop_app.safe.database import PAGE
from desktop_app.safe.disk import is_regular
from desktop_app.safe.errors import SafeDamaged
from desktop_app.safe.pages import SALT, PageCheck

SAFE_PAGE = 2  # the table "safe" is the first one made, and its row is changed by every act
_SAVES_COLUMN = 3
_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = struct.Struct(">8sIIIII")
_RECORD = 4 + PAGE + 4
_SECTOR_LIMIT = 65536
_INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def expect_own_journal(database: Path, key: bytes) -> None:
    """Refuse a complete journal that is not of this database's last save.

    Raises:
        SafeDamaged: nothing was played back.
    """
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


def saves_in(page: bytes) -> int:
    """Return the count of saves in the only row of the table "safe", from its page.

    Raises:
        SafeDamaged: the page is not that one.
    """
    try:
        return _saves_in(page)
    except (IndexError, KeyError) as error:
        raise SafeDamaged from error


def _saves_in(page: bytes) -> int:
    leaf, cells = page[0], int.from_bytes(page[3:5], "big")
    if leaf != 0x0D or cells != 1:
        raise SafeDamaged
    place = int.from_bytes(page[8:10], "big")
    _, place = _varint(page, place)  # length of the record
    _, place = _varint(page, place)  # row
    start = place
    length, place = _varint(page, place)
    types = []
    while place < start + length:
        kind, place = _varint(page, place)
        types.append(kind)
    place = start + length + sum(_size(kind) for kind in types[:_SAVES_COLUMN])
    kind = types[_SAVES_COLUMN]
    if kind in (8, 9):
        return kind - 8
    return int.from_bytes(page[place : place + _INTEGER_SIZES[kind]], "big", signed=True)


def _size(kind: int) -> int:
    """Return how many bytes a value of this type takes in a record."""
    if kind >= 12:
        return (kind - 12) // 2
    return 0 if kind in (0, 8, 9) else _INTEGER_SIZES[kind]


def _varint(page: bytes, place: int) -> tuple[int, int]:
    value = 0
    for _ in range(9):
        byte = page[place]
        place += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value, place


def is_complete(path: Path) -> bool:
    """Tell whether SQLite would play it back."""
    with path.open("rb") as file:
        header = file.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return False
    magic, records, _, _, sector, page = _HEADER.unpack(header)
    return bool(magic == _MAGIC and records and page == PAGE and 32 <= sector <= _SECTOR_LIMIT)


def _kept(path: Path, number: int) -> bytes | None:
    """Return a page as the journal kept it; None when it did not keep that one."""
    with path.open("rb") as file:
        sector = _HEADER.unpack(file.read(_HEADER.size))[4]
        file.seek(sector)
        while len(record := file.read(_RECORD)) == _RECORD:
            if int.from_bytes(record[:4], "big") == number:
                return record[4 : 4 + PAGE]
    return None
