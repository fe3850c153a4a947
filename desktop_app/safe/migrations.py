"""Numbered schemas: ``schema/0001.sql`` and after; ``user_version`` says which were applied."""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable

from desktop_app.safe import engine
from desktop_app.safe.database import APPLICATION_ID, Database, in_memory
from desktop_app.safe.errors import SafeNewer

_NAME = re.compile(r"(\d{4})\.sql")


class Schemas:
    """The migrations at hand, in order, numbered from 1 without a gap."""

    def __init__(self, folder: Traversable | None = None) -> None:
        self._folder = folder or files("desktop_app.safe") / "schema"
        found = [m[1] for entry in self._folder.iterdir() if (m := _NAME.fullmatch(entry.name))]
        self.newest = len(found)
        assert sorted(found) == [f"{number:04}" for number in range(1, self.newest + 1)]

    def statements(self, number: int) -> list[str]:
        """Return the statements of one migration."""
        return split((self._folder / f"{number:04}.sql").read_text("utf-8"))

    def version(self, database: Database) -> int:
        """Return the version of a database.

        Raises:
            SafeNewer: made by a later version of the program.
        """
        version = int(database.value("PRAGMA user_version"))
        if version > self.newest:
            raise SafeNewer
        return version

    def is_ours(self, database: Database) -> bool:
        """Tell whether a database has the tables, triggers and indexes of its version, no other.

        The tables that SQLite makes for the word index are compared by name alone: their text
        may change from one SQLite to the next.
        """
        model = in_memory()
        try:
            self.apply(model, upto=self.version(database))
            return _objects(model) == _objects(database)
        finally:
            model.close()

    def apply(self, database: Database, upto: int | None = None) -> None:
        """Bring a database to the newest version, each migration whole or not at all."""
        last = self.newest if upto is None else upto
        for number in range(self.version(database) + 1, last + 1):
            with database.act():
                for statement in self.statements(number):
                    database.execute(statement)
                database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                database.execute(f"PRAGMA user_version = {number}")

    def lacking(self, database: Database) -> list[str]:
        """Return the statements of the migrations that a database has not had."""
        first = self.version(database) + 1
        return [one for n in range(first, self.newest + 1) for one in self.statements(n)]

    def only_adds(self, database: Database) -> bool:
        """Tell whether what a database lacks are tables and indexes alone, whatever it holds."""
        return all(_ADDED.search(one) for one in self.lacking(database))

    def grow(self, database: Database) -> None:
        """Add what a database lacks, as any save: whole or not at all, its pages followed."""
        with database.act():
            self.apply(database)
            database.execute("UPDATE safe SET saves = saves")  # a change that counts as one

    def stand_in(self, database: Database) -> None:
        """Add what a database lacks in the memory of this connection: it cannot be written."""
        for statement in self.lacking(database):
            if _TABLE.search(statement):
                database.execute(_TABLE.sub("CREATE TEMP TABLE ", statement, count=1))


_TABLE = re.compile(r"^CREATE TABLE ", re.MULTILINE)
_ADDED = re.compile(r"^CREATE (TABLE|INDEX) ", re.MULTILINE)
_INDEX_TABLES = ("word_config", "word_content", "word_data", "word_docsize", "word_idx")


def _objects(database: Database) -> set[tuple[str, str, str]]:
    found = database.rows("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
    return {(kind, name, "" if name in _INDEX_TABLES else sql) for kind, name, sql in found}


def split(script: str) -> list[str]:
    """Cut an SQL script into statements; a trigger keeps the semicolons of its body."""
    # The engine's own: plain SQLite is not needed beside it, and packages do not hold it.
    complete = engine.library().complete_statement
    statements, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if complete(current):
            statements.append(current.strip())
            current = ""
    assert not current.strip(), "unfinished statement"
    return statements
