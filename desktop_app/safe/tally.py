"""What was counted of those who are erased, kept as numbers: a year's figures stay true after them.

By month, by theme (or what tells it, ``Counted.about``), by language, by issue; nothing else is
left. The body that was asked follows from the theme: a landlord's name stays nowhere.
"""

from collections.abc import Sequence

from desktop_app.core.agreements import Tallied
from desktop_app.safe.database import Database
from desktop_app.safe.figures import leave_counts


class Tally:
    """What is left, in numbers, of those who were erased from an open safe."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, kind: str, row: int) -> None:
        """Count a person or a dossier, in the act that erases it, before it does."""
        with self._database.act():
            leave_counts(self._database, kind, row)

    def all(self, first: str, last: str) -> Sequence[Tallied]:
        """Return what was counted from a month to another ("2026-01"), both included."""
        found = self._database.rows(
            "SELECT month, what, theme, language, outcome, body, n FROM tally"
            " WHERE month BETWEEN ? AND ? ORDER BY month, what, theme, language, outcome, body",
            (first, last),
        )
        return [Tallied(*row) for row in found]
