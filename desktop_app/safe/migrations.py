"""Numbered schemas: ``schema/0001.sql`` and after; ``user_version`` says which were applied."""

import re
import sqlite3
from importlib.resources import files
from importlib.resources.abc import Traversable

from desktop_app.safe.database import APPLICATION_ID, Database
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

    def apply(self, database: Database) -> None:
        """Bring a database to the newest version, each migration whole or not at all."""
        for number in range(self.version(database) + 1, self.newest + 1):
            with database.act():
                for statement in self.statements(number):
                    database.execute(statement)
                database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                database.execute(f"PRAGMA user_version = {number}")


def split(script: str) -> list[str]:
    """Cut an SQL script into statements; a trigger keeps the semicolons of its body."""
    statements, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current.strip())
            current = ""
    assert not current.strip(), "unfinished statement"
    return statements
