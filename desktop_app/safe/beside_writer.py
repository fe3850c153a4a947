"""A safe that is read while somebody else writes it: who, what she saved since, whether she ended.

Each question is of the disk as it is now; nothing is written, and no question waits.
"""

from desktop_app.core.errors import AppError
from desktop_app.core.invisible import INVISIBLE
from desktop_app.core.writer import Writer
from desktop_app.safe.database import Database
from desktop_app.safe.entry import Entry
from desktop_app.safe.errors import AlreadyOpen
from desktop_app.safe.lock import is_elsewhere
from desktop_app.safe.sealed_name import unseal

_LONGEST = 60  # characters of a computer's name
_FIRST, _LAST = 1_000_000_000, 10_000_000_000  # seconds: a note is a file that anybody may write


class Beside:
    """What can be known of who writes; ``key`` is emptied with the safe."""

    def __init__(self, database: Database, entry: Entry, key: bytearray) -> None:
        self._database, self._entry, self._key = database, entry, key
        self._version = self._state()

    def writer(self) -> Writer:
        """Return who writes it now, or wrote it last on another computer that never finished."""
        lock, keys = self._entry.lock, self._entry.unlocked.keys
        note = lock.note()
        host, since = note.get("host"), note.get("time")
        named = INVISIBLE.sub("", host)[:_LONGEST] if isinstance(host, str) else ""
        told = isinstance(since, int) and _FIRST < since < _LAST
        return Writer(
            who=INVISIBLE.sub("", unseal(note.get("who"), bytes(self._key), keys.safe_id)),
            computer=named,
            since=since if told and isinstance(since, int) else None,
            here=bool(note) and not is_elsewhere(note),
            gone=self._nobody_holds(),
        )

    def has_ended(self) -> bool:
        """Tell whether who wrote it has ended, well or not: it can be taken over at once.

        False where another computer's note is there: only a person decides that it has.
        """
        return self._nobody_holds() and not is_elsewhere(self._entry.lock.note())

    def was_saved(self) -> bool:
        """Tell whether something was saved since the opening, or since ``seen``."""
        return self._state() != self._version

    def seen(self) -> None:
        """Note that what is there now is what was read."""
        self._version = self._state()

    def moved(self) -> bool:
        """Tell whether the database is another file since: mended, or under a new key.

        What is read here is then the past: it is to be opened again.
        """
        return not self._database.in_place()

    def _nobody_holds(self) -> bool:
        try:
            return self._entry.lock.is_free()
        except AppError:
            return False

    def _state(self) -> int | None:
        """Return what changes with each save of another program; None while one is under way."""
        try:
            return int(self._database.value("PRAGMA data_version"))
        except AlreadyOpen:
            return None
