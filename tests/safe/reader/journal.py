"""A rollback journal: whether it is of the last save of its database (FORMAT.md § 5)."""

import struct

from tests.safe.reader import database
from tests.safe.reader.pages import SIZE, Pages, authentic
from tests.safe.reader.verdict import RefusedError

_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_OWN_PAGE = 2
_RECORD = 4 + SIZE + 4


def settled(db: bytes, journal: bytes | None, key: bytes) -> bytes:
    """The database as it is once an unfinished save is undone."""
    pages = _pages(journal) if journal else {}
    if journal and journal.endswith(_MAGIC):  # it names another file
        raise RefusedError("safe-damaged")
    if not journal or not pages:
        return db
    mac_key = Pages(db, key).mac_key()
    if not authentic(Pages(db, key).page(_OWN_PAGE), _OWN_PAGE, mac_key):
        return database.played_back(db, journal, key)
    own = pages.get(_OWN_PAGE)
    if own is None or not authentic(own, _OWN_PAGE, mac_key):
        raise RefusedError("safe-damaged")
    before = bytearray(db)
    before[SIZE : 2 * SIZE] = own
    then, now = _saves(bytes(before), key), _saves(db, key)
    if then not in (now, now - 1):
        raise RefusedError("safe-damaged")
    return database.played_back(db, journal, key)


def has_pages(journal: bytes) -> bool:
    """Whether there is something to play back."""
    return bool(_pages(journal))


def _saves(db: bytes, key: bytes) -> int:
    rows = database.ask(db, key, "SELECT json_object('saves', saves) FROM safe;")
    return int(str(rows[0]["saves"]))


def _pages(journal: bytes) -> dict[int, bytes]:
    """Pages in the journal; none: there is nothing to play back."""
    found: dict[int, bytes] = {}
    if journal[:8] != _MAGIC or len(journal) < 28:
        return found
    count, _, _, sector, size = struct.unpack_from(">5I", journal, 8)
    if size != SIZE or not 32 <= sector <= 65536:
        return found
    for at in range(sector, min(sector + count * _RECORD, len(journal)), _RECORD):
        record = journal[at : at + _RECORD]
        if len(record) == _RECORD:
            found.setdefault(int.from_bytes(record[:4], "big"), record[4:-4])
    return found
