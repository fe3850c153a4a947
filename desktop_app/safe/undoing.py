"""Undoing a gesture: the rows it changed are put back, all in one act, or nothing is.

It is refused where something it would put back, or take away, was changed since: then nothing is
lost. A paper is never erased so: one that the gesture filed goes to the bin, and with it the
dossier or the person that the gesture opened for it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from desktop_app.core.changes import Reverse, RowChange
from desktop_app.safe.ballast import Ballast
from desktop_app.safe.database import Database
from desktop_app.safe.documents import Documents
from desktop_app.safe.errors import ChangedSince
from desktop_app.safe.recording import KEYS
from desktop_app.safe.search import Search

Row = tuple[str, tuple[Any, ...]]
_FOLLOWING = {"draft": {"question", "saved_on", "saves"}, "dossier": {"last_contact_on"}}
"""Columns that follow from other acts (where one is, when one last wrote) may have moved on."""
_WHO_DID_IT = "act"  # nothing rests on it: it goes with what it tells of


class Undoing:
    """Undoes what was recorded of one database."""

    def __init__(
        self, database: Database, documents: Documents, search: Search, ballast: Ballast
    ) -> None:
        self._database = database
        self._documents = documents
        self._search = search
        self._ballast = ballast
        self._pointing: dict[str, list[tuple[str, str]]] = {}

    def undo(self, reverse: Reverse, *, on: dt.date) -> None:
        """Put back what a gesture changed; it works on a full disk too.

        Raises:
            ChangedSince: something of it is no longer as the gesture left it.
        """
        changes = reverse.rows

        def work() -> None:
            with self._database.act():
                self._database.execute("PRAGMA defer_foreign_keys = 1")
                for change in changes:
                    self._expect_as_left(change)
                self._put_back(changes, on)

        self._ballast.urgently(work)

    def _put_back(self, changes: tuple[RowChange, ...], on: dt.date) -> None:
        kept = _kept(changes)
        ordered = sorted(changes, key=lambda one: list(KEYS).index(one.table))
        for one in ordered:
            if one.before is not None and one.after is None:
                self._insert(one.table, one.before)
        for one in ordered:
            if one.before is not None and one.after is not None:
                self._rewrite(one, {name: one.before[name] for name in one.differing()})
        for one in reversed(ordered):
            if one.before is None and (one.table, one.key) in kept:
                self._throw(one, on)
            elif one.before is None:
                self._take_away(one)

    def _expect_as_left(self, change: RowChange) -> None:
        """Find the row as the gesture left it, where the gesture changed it."""
        where, found = _where(change), None
        row = self._database.row(f"SELECT 1 FROM {change.table} WHERE {where}", change.key)
        if change.after is None or row is None:
            if (row is None) is not (change.after is None):
                raise ChangedSince
            return
        written = list(change.after) if change.before is None else change.differing()
        names = [name for name in written if name not in _FOLLOWING.get(change.table, ())]
        if not names:
            return
        sql = f"SELECT {', '.join(names)} FROM {change.table} WHERE {where}"
        found = self._database.row(sql, change.key)
        if found != tuple(change.after[name] for name in names):
            raise ChangedSince

    def _insert(self, table: str, row: Mapping[str, Any]) -> None:
        marks = ", ".join("?" * len(row))
        sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"
        self._database.execute(sql, tuple(row.values()))

    def _rewrite(self, change: RowChange, wanted: Mapping[str, Any]) -> None:
        """Give the columns their former values; the index of words follows."""
        document = change.key[0] if change.table == "document" and "binned_on" in wanted else None
        if document is not None and wanted["binned_on"] is not None:
            self._search.forget(document)
        columns = ", ".join(f"{name} = ?" for name in wanted)
        sql = f"UPDATE {change.table} SET {columns} WHERE {_where(change)}"
        self._database.execute(sql, (*wanted.values(), *change.key))
        if document is not None and wanted["binned_on"] is None:
            self._search.index(document)
        if change.table == "person" and "name" in wanted and change.before is not None:
            self._documents.know_again(change.before["uid"])

    def _throw(self, change: RowChange, on: dt.date) -> None:
        """Put in the bin what holds a paper, and the paper."""
        if "binned_on" in (change.after or {}):
            self._rewrite(change, {"binned_on": on.isoformat()})

    def _take_away(self, change: RowChange) -> None:
        """Take a row away that nothing done since rests on."""
        if KEYS[change.table] == ("id",):
            for table, column in self._pointing_at(change.table):
                sql = f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1"
                if self._database.row(sql, change.key) is not None:
                    raise ChangedSince
        self._database.execute(f"DELETE FROM {change.table} WHERE {_where(change)}", change.key)

    def _pointing_at(self, table: str) -> list[tuple[str, str]]:
        """Return what may rest on a row of a table; read once: a list is thousands of rows."""
        if table not in self._pointing:
            self._pointing[table] = self._read_pointing_at(table)
        return self._pointing[table]

    def _read_pointing_at(self, table: str) -> list[tuple[str, str]]:
        tables = self._database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        return [
            (name, row[3])
            for (name,) in tables
            for row in self._database.rows(f"PRAGMA foreign_key_list({name})")
            if row[2] == table and name != _WHO_DID_IT
        ]


def _where(change: RowChange) -> str:
    return " AND ".join(f"{name} = ?" for name in KEYS[change.table])


def _kept(changes: Iterable[RowChange]) -> set[Row]:
    """Return the rows that stay: the papers that were filed, and what was opened to hold them."""
    new = {
        (one.table, one.key): one.after
        for one in changes
        if one.before is None and one.after is not None
    }
    kept: set[Row] = set()
    for (table, key), row in new.items():
        if table == "document":
            kept |= {(table, key), ("dossier", (row["dossier"],)), ("person", (row["person"],))}
    kept &= set(new)
    # What is told in a dossier that goes to the bin goes with it.
    kept |= {
        place
        for place, row in new.items()
        if place[0] == "event" and ("dossier", (row["dossier"],)) in kept
    }
    return kept
