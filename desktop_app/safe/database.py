"""The only door to databases of SQLCipher: connections, transactions, and what its errors mean.

Every choice below was tried (see FORMAT.md § 5 and DECISIONS): a raw key before anything else,
no creation of a missing file, flushing at each commit, nothing written to the error stream.
"""

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, Literal, Protocol
from urllib.parse import quote

from desktop_app.core.errors import AppError
from desktop_app.safe import engine
from desktop_app.safe.beside import strangers_beside
from desktop_app.safe.disk import is_regular, refusal
from desktop_app.safe.errors import SafeDamaged, StorageFailed
from desktop_app.safe.sqlite_errors import meaning, unreadable

APPLICATION_ID = 0x50415049  # "PAPI"
PAGE = 4096
CHUNK = 1 << 20
Mode = Literal["open", "create", "read", "frozen"]
Row = tuple[Any, ...]
Progress = Callable[[int, int], None]

_URI_MODE = {"open": "rw", "create": "rwc", "read": "ro", "frozen": "ro&immutable=1"}
_WANTED: dict[str, str | int] = {
    "journal_mode": "delete",
    "synchronous": 3,
    "temp_store": 2,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
}


class Witness(Protocol):
    """What is present at each save that counts: it may write in it, and never raises after it."""

    def before_commit(self) -> None: ...

    def committed(self, *, erased: bool) -> None: ...

    def failed(self) -> None: ...

    def close(self) -> None: ...


class Database:
    """One connection. Everything a caller does in ``act`` is saved together or not at all.

    Threads take turns: who asks while another one is in an act waits for its end, and neither reads
    the half of it nor writes into it.

    ``counts_saves``: each act that changes something adds one to the safe's own count; ``saves`` is
    that count after the last one that this connection made, None before.
    ``witness``: is present at these acts.
    ``damaged``: makes the error that says this database is damaged; an open safe names its newest
    good backup in it. ``expect_alone``: called before each act, it refuses to write where another
    program may be writing too. ``renewed``: called when what this connection alone knows may be
    gone: after another one took its place, or an act was undone.
    """

    def __init__(self, connection: Any, path: Path) -> None:
        self._connection = connection
        self.path = path
        self.counts_saves = False
        self.undid = False  # a save that was cut, when it was opened
        self.damaged: Callable[[], SafeDamaged] = SafeDamaged
        self.witness: Witness | None = None
        self.saves: int | None = None
        self._erases = False  # the act under way
        self._file = _identity(path)
        self._turn = RLock()
        self.expect_alone: Callable[[], None] = lambda: None
        self.renewed: Callable[[], None] = lambda: None

    @contextmanager
    def act(self) -> Iterator[None]:
        """Make one transaction of the block; inside another act, take part in it.

        Returns only when the disk has it all.

        Raises:
            DiskFull, ReadOnly, MediaRemoved, SafeDamaged, StorageFailed, LockLost: nothing was
            saved.
        """
        with self._turn:
            if self._connection.in_transaction:
                yield
                return
            self.expect_alone()
            self.execute("BEGIN IMMEDIATE")
            self._erases = False
            before = self._connection.total_changes
            try:
                yield
                counted = self.saves
                if self.counts_saves and self._connection.total_changes != before:
                    counted = int(self.value("UPDATE safe SET saves = saves + 1 RETURNING saves"))
                    if self.witness is not None:
                        self.witness.before_commit()
                self.execute("COMMIT")
            except BaseException:
                self._roll_back()
                with contextlib.suppress(AppError):  # what refused the act is what is told
                    self.renewed()
                if self.witness is not None:
                    self.witness.failed()
                raise
            self.saves = counted
            if self.witness is not None:
                self.witness.committed(erased=self._erases)

    @contextmanager
    def still(self) -> Iterator[None]:
        """Let no other thread save during the block."""
        with self._turn:
            yield

    def execute(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one statement; return the id of the last row it inserted."""
        with self._turn, self._errors():
            return int(self._run(sql, values).lastrowid or 0)

    def changed(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one statement; return how many rows it touched."""
        with self._turn, self._errors():
            return int(self._run(sql, values).rowcount)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return every row of a query."""
        with self._turn, self._errors():
            return list(self._run(sql, values).fetchall())

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, if any."""
        with self._turn, self._errors():
            found: Row | None = self._run(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Return the first value of the first row, or None."""
        found = self.row(sql, values)
        return found[0] if found else None

    def write_blob(self, table: str, column: str, row: int, data: bytes) -> None:
        """Fill a ``zeroblob`` of the right size, in chunks."""
        with (
            self._turn,
            self._errors(),
            self._connection.open_blob(table, column, row, False) as blob,
        ):
            for start in range(0, len(data), CHUNK):
                blob.write(data[start : start + CHUNK])

    def _run(self, sql: str, values: Sequence[Any]) -> Any:
        if sql.startswith(("DELETE", "REPLACE")):
            self._erases = True
        return self._connection.execute(sql, values)

    @property
    def changes(self) -> int:
        """How many rows this connection has written: it grows with each, whatever becomes of it."""
        with self._turn:
            return int(self._connection.total_changes)

    def in_place(self) -> bool:
        """Tell whether the file of this name is still the one that was opened."""
        return self._file is not None and self._file == _identity(self.path)

    def take_place_of(self, other: "Database") -> None:
        """Go on with another connection to the same database; the former leads nowhere now."""
        with contextlib.suppress(Exception):
            self._connection.close()
        if self.witness is not None:
            self.witness.close()
            self.witness = None
        self._connection, self._file = other._connection, other._file
        self.renewed()

    def close(self) -> None:
        """Close; what was not committed is undone."""
        self._connection.close()
        if self.witness is not None:
            self.witness.close()

    def copy_to(self, path: Path, key: bytes, progress: Progress | None = None) -> None:
        """Write a consistent copy under a key, the same one or another; ``path`` is new."""
        target = connect(path, key, "create", working=False)
        step = None if progress is None else lambda _s, left, total: progress(total - left, total)
        try:
            with self._errors(path):
                self._connection.backup(target._connection, pages=1000, progress=step)
        except OSError as error:
            raise StorageFailed from error
        finally:
            target.close()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            try:
                self._connection.rollback()
            except Exception as error:  # the disk went away: SQLite undoes it at the next opening
                if not (_is_sqlcipher(error) or isinstance(error, MemoryError)):
                    raise

    @contextmanager
    def _errors(self, path: Path | None = None) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            if not (_is_sqlcipher(error) or isinstance(error, MemoryError)):
                raise
            found = meaning(error, path or self.path)
            raise (self.damaged() if isinstance(found, SafeDamaged) else found) from error


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another that bears its name; None when it is not there."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino


def verify(path: Path, key: bytes) -> list[str]:
    """Check every page's proof, every tree, every row's rules; return what is wrong, in short.

    The connection can write, though nothing is written: SQLite does not even load the rules of
    rows (CHECK) where it cannot. It takes about 0.8 ms for each document of 40 kB.

    Raises:
        StorageFailed and the others of a disk: it does not let the file be read.
    """
    found = _wrong(path, key)
    if found and (refused := unreadable(path)):
        raise refused
    return found


def _wrong(path: Path, key: bytes) -> list[str]:
    mode: Mode = "open" if os.access(path, os.W_OK) else "read"
    try:
        database = connect(path, key, mode, working=False)
    except SafeDamaged:
        return ["unreadable"]
    try:
        pages = [str(row[0]) for row in database.rows("PRAGMA cipher_integrity_check")]
        if pages:
            return pages
        trees = [str(row[0]) for row in database.rows("PRAGMA integrity_check")]
        links = [f"link {row[0]}" for row in database.rows("PRAGMA foreign_key_check")]
        return [tree for tree in trees if tree != "ok"] + links
    except SafeDamaged:
        return ["malformed"]
    finally:
        database.close()


def connect(path: Path, key: bytes, mode: Mode = "open", *, working: bool = True) -> Database:
    """Open the database of a safe.

    Args:
        path: the file; it must exist, except to create it.
        key: 32 bytes, used raw.
        mode: "read" never writes; "frozen" leaves a journal beside it alone, too.
        working: False for the target of a copy, whose pages must not all stay in memory.

    Raises:
        EngineUnfit: what is installed is no engine for a safe.
        SafeDamaged: missing, cut, damaged, or not of this key (the key file has proved the key).
        ReadOnly, MediaRemoved, DiskFull, StorageFailed.
    """
    library = engine.library()
    if mode == "create":
        _make_empty(path)
    else:
        _expect_files(path, alone=mode == "frozen")
    uri = f"file:{quote(str(path.absolute()))}?mode={_URI_MODE[mode]}"
    try:
        connection = library.connect(
            uri, uri=True, isolation_level=None, timeout=2, check_same_thread=False
        )
    except (library.Error, MemoryError) as error:
        raise meaning(error, path) from error
    database = Database(connection, path)
    try:
        _prepare(database, key, mode, working)
    except BaseException:
        database.close()
        raise
    return database


def _make_empty(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise refusal(error) from error


def in_memory() -> Database:
    """Return an empty database that touches no disk: what a schema is compared with."""
    return Database(engine.library().connect(":memory:", isolation_level=None), Path())


def _expect_files(path: Path, *, alone: bool) -> None:
    """Refuse what SQLite would follow, wait for, or take for an empty database.

    ``alone``: it looks at no file beside the database.
    """
    if not is_regular(path) or path.stat().st_size < PAGE:
        raise SafeDamaged
    if path.stat().st_size % PAGE and not path.with_name(path.name + "-journal").exists():
        raise SafeDamaged  # cut, and nothing there to mend it
    if not alone and strangers_beside(path):
        raise SafeDamaged


def _prepare(database: Database, key: bytes, mode: Mode, working: bool) -> None:
    # First: else each refused page is written on the error stream.
    database.execute("PRAGMA cipher_log_level = NONE")
    database.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    wanted = dict(_WANTED)
    if working:
        wanted["cache_spill"] = 0
    if mode in ("read", "frozen"):
        del wanted["journal_mode"]
    for name, value in wanted.items():
        database.rows(f"PRAGMA {name} = {value}")
    for name, value in wanted.items():  # SQLite ignores in silence what it does not know
        if database.value(f"PRAGMA {name}") != value:
            raise StorageFailed
    if mode != "create" and database.value("PRAGMA application_id") != APPLICATION_ID:
        raise SafeDamaged


def _is_sqlcipher(error: Exception) -> bool:
    return isinstance(error, engine.library().Error)
