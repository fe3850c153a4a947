"""What the safe's own backups still hold of what was erased: told until they are made again.

A row of the table ``setting`` says that backups made up to that count of saves hold it: it is
written in the act that erases, and goes once none of them is left.
"""

from desktop_app.safe.database import Database

_ERASED = "erased-matter"


class StillHeld:
    """Asked by whatever erases for good, and by what makes backups."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def since(self) -> int | None:
        """How far the safe had come when something was erased that its backups hold; None: nothing
        is held.
        """
        found = self._database.value("SELECT value FROM setting WHERE name = ?", (_ERASED,))
        return None if found is None else int(found)

    def note(self) -> None:
        """Note, in the act that erases, that backups made until now hold it."""
        self._database.execute(
            "INSERT INTO setting (name, value) SELECT ?, saves FROM safe WHERE true"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (_ERASED,),
        )

    def forget(self) -> None:
        """Note that no backup of the safe's own holds any of it."""
        with self._database.act():
            self._database.execute("DELETE FROM setting WHERE name = ?", (_ERASED,))
