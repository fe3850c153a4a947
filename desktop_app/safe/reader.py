"""Reads a database that may be damaged: by SQLite until it refuses, then page by page."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.safe.database import Database, Mode, Progress, Row, connect
from desktop_app.safe.errors import SafeDamaged
from desktop_app.safe.leaves import Leaves
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.scraps import Scraps


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a table that can be read, and how many more there were at most."""

    rows: list[Row]
    missing: int


class Reader:
    """The rows and documents of one database; ``salts``: what its own may be, where it is lost."""

    def __init__(
        self,
        path: Path,
        key: bytes,
        mode: Mode,
        *,
        schemas: Schemas,
        progress: Progress,
        salts: Sequence[bytes] = (),
    ) -> None:
        self._path, self._mode, self._key = path, mode, key
        self._schemas, self._salts = schemas, salts
        self.progress = progress
        self._database: Database | None = None
        self._leaves: Leaves | None = None
        self._scraps: Scraps | None = None

    def table(self, name: str, columns: list[str]) -> Found:
        """Return the rows of a table that can be read."""
        rows = self._rows(f"SELECT {', '.join(columns)} FROM {name} ORDER BY rowid")
        if rows is not None:
            return Found(rows, 0)
        return Found(self.scraps.table(name, columns), self.scraps.missing(name))

    def members(self, columns: list[str]) -> list[Row]:
        """Return who lives with whom, by SQLite alone: none once the database is damaged."""
        sql = f"SELECT {', '.join(columns)} FROM household_member ORDER BY household, person"
        return (None if self.is_damaged else self._rows(sql)) or []

    def numbers(self) -> dict[int, int]:
        """Return the file number of each person by her row, by SQLite alone; none at home."""
        there = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'person_number'"
        if self.is_damaged or not self._rows(there):  # a safe older than the office has no numbers
            return {}
        return dict(self._rows("SELECT person, number FROM person_number") or [])

    def body(self, document: int, sha256: bytes) -> bytes | None:
        """Return the bytes of a document, proved to be those that were filed."""
        query = "SELECT data FROM body WHERE document = ?"
        found = None if self.is_damaged else self._rows(query, (document,))
        if found is None:
            return self.scraps.body(document, sha256)
        return found[0][0] if found and hashlib.sha256(found[0][0]).digest() == sha256 else None

    @property
    def is_damaged(self) -> bool:
        """Whether SQLite has refused something: from then on bytes are read from the pages."""
        return self._scraps is not None

    @property
    def scraps(self) -> Scraps:
        """All that the pages hold, gone through once."""
        if self._scraps is None:
            self._leaves = Leaves(self._path, self._key, self._salts)
            self._scraps = Scraps(self._leaves, self._schemas, self.progress)
        return self._scraps

    def close(self) -> None:
        """Let the file go, and forget what was read of it."""
        for one in (self._database, self._leaves):
            if one is not None:
                one.close()
        self._database = self._leaves = self._scraps = None

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row] | None:
        try:
            if self._database is None:
                self._database = connect(self._path, self._key, self._mode)
            return self._database.rows(sql, values)
        except SafeDamaged:
            if self._database is not None:  # one damaged page spoils its whole connection
                self._database.close()
            self._database = None
            return None
