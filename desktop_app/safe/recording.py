"""What a gesture changed, row by row: noted by triggers of this connection alone, in its memory.

Nothing of it is written in the safe (``temp_store`` is memory), and what changed is known whatever
wrote it: a new act on the safe is recorded like the others.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desktop_app.core.changes import (
    AgreedChanged,
    AnswersChanged,
    Change,
    DossierChanged,
    EventsChanged,
    HouseholdChanged,
    KnownChanged,
    PaperChanged,
    PersonChanged,
    Recording,
    Reverse,
    RowChange,
    VisitsChanged,
    net,
)
from desktop_app.safe.database import Database

KEYS: dict[str, tuple[str, ...]] = {
    "person": ("id",),
    "household": ("id",),
    "household_member": ("household", "person"),
    "person_value": ("id",),
    "dossier": ("id",),
    "dossier_figure": ("dossier",),
    "draft": ("id",),
    "document": ("id",),
    "event": ("id",),
    "person_number": ("person",),
    "person_key": ("person", "kind", "text"),
    "consent": ("id",),
    "mandate": ("id",),
    "register": ("id",),
    "setting": ("name",),
    "visit": ("id",),
}
"""What is recorded, what others refer to first, and by which columns a row is known.

The bytes and the words of a document are written once with it, and go with it.
"""
_OF_NO_GESTURE = (  # settings that each save writes, and what only grows, whatever is undone
    *("pages", "parity"),
    *("last-file-number", "person-keys"),
)
_FOLLOWS = "last_contact_on"  # of a dossier: it follows from its events
_WIDEST = 20  # columns of a table, at most


class Recorder:
    """Records what is done to one database, a block at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def recorded(self) -> Iterator[Recording]:
        """Record what the block changes; nothing of a block that failed."""
        found = Recording()
        if not self._installed():
            self._install()
        self._database.execute("DELETE FROM temp.recorded")
        self._database.execute("UPDATE temp.recording SET active = 1")
        try:
            yield found
            if self._installed():  # a medium that was put back is another connection
                found.reverse = self._reverse()
        finally:
            if self._installed():
                self._database.execute("UPDATE temp.recording SET active = 0")
                self._database.execute("DELETE FROM temp.recorded")

    def columns(self, table: str) -> list[str]:
        """Return the columns of a table that are written, not computed."""
        found = self._database.rows(f"PRAGMA table_xinfo({table})")
        return [str(row[1]) for row in found if not row[6]]

    def _installed(self) -> bool:
        sql = "SELECT 1 FROM sqlite_temp_master WHERE name = 'recorded'"
        return self._database.value(sql) is not None

    def _install(self) -> None:
        values = [f"{when}{n}" for when in ("b", "a") for n in range(_WIDEST)]
        run = self._database.execute
        run("CREATE TEMP TABLE IF NOT EXISTS recording (active INTEGER NOT NULL)")
        run("INSERT INTO recording VALUES (0)")
        for table in KEYS:
            columns = self.columns(table)
            assert len(columns) <= _WIDEST
            for act, was, now in (("INSERT", 0, 1), ("UPDATE", 1, 1), ("DELETE", 1, 0)):
                into = [f"b{n}" for n in range(len(columns)) if was]
                into += [f"a{n}" for n in range(len(columns)) if now]
                row = "NEW" if now else "OLD"
                gesture = f" AND {row}.name NOT IN {_OF_NO_GESTURE}" if table == "setting" else ""
                what = [f"OLD.{name}" for name in columns if was]
                what += [f"NEW.{name}" for name in columns if now]
                run(
                    f"CREATE TEMP TRIGGER IF NOT EXISTS recorded_{table}_{act}"
                    f" AFTER {act} ON main.{table} WHEN (SELECT active FROM recording)"
                    f"{gesture} BEGIN"
                    f" INSERT INTO recorded (of_table, was, now, {', '.join(into)})"
                    f" VALUES ('{table}', {was}, {now}, {', '.join(what)}); END"
                )
        # Last: it tells that all is there.
        run(
            "CREATE TEMP TABLE recorded (n INTEGER PRIMARY KEY, of_table TEXT, was INTEGER,"
            f" now INTEGER, {', '.join(values)})"
        )

    def _reverse(self) -> Reverse:
        columns = {table: self.columns(table) for table in KEYS}
        rows = self._database.rows("SELECT * FROM temp.recorded ORDER BY n")
        changes = net(_change(columns[table], table, *row) for _n, table, *row in rows)
        return Reverse(frozenset(self._changed(changes)), changes)

    def _changed(self, changes: tuple[RowChange, ...]) -> Iterator[Change]:
        for one in changes:
            row = one.before if one.after is None else one.after
            assert row is not None
            match one.table:
                case "person":
                    yield PersonChanged(row["uid"])
                case "setting":
                    yield PersonChanged(row["value"])
                case "person_value":
                    yield KnownChanged(self._uid("person", row["person"], changes))
                case "household_member":
                    yield HouseholdChanged(self._uid("person", row["person"], changes))
                case "consent" | "mandate":
                    yield AgreedChanged(self._uid("person", row["person"], changes))
                case "dossier" if one.differing() != [_FOLLOWS]:
                    yield DossierChanged(row["uid"])
                case "dossier_figure":
                    yield DossierChanged(self._uid("dossier", row["dossier"], changes))
                case "draft":
                    yield AnswersChanged(row["uid"], row["pack"])
                case "document":
                    yield PaperChanged(row["uid"])
                case "visit":
                    yield VisitsChanged(dt.date.fromisoformat(row["day"]))
                case "event":
                    yield EventsChanged(self._uid("dossier", row["dossier"], changes))

    def _uid(self, table: str, row: int, changes: tuple[RowChange, ...]) -> str:
        found = self._database.value(f"SELECT uid FROM {table} WHERE id = ?", (row,))
        gone = (one.before for one in changes if (one.table, one.key) == (table, (row,)))
        return str(found or next((was["uid"] for was in gone if was), ""))


def _change(columns: list[str], table: str, was: int, now: int, *values: Any) -> RowChange:
    before = dict(zip(columns, values[:_WIDEST], strict=False)) if was else None
    after = dict(zip(columns, values[_WIDEST:], strict=False)) if now else None
    row = after if before is None else before
    assert row is not None
    return RowChange(table, tuple(row[name] for name in KEYS[table]), before, after)
