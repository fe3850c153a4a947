"""The office's register: a line for each thing that must be shown later, without any name.

A person is known there by her number alone, which stays in it once she is erased.
"""

import datetime as dt
from collections.abc import Callable

from desktop_app.core.agreements import Line
from desktop_app.safe.database import Database, Row
from desktop_app.safe.errors import NothingToSave
from desktop_app.safe.records import new_id

REASON_LIMIT = 1000
_SELECT = (
    "SELECT r.uid, r.day, r.kind, coalesce(h.name, ''), r.number, r.n, r.reason FROM register r"
    " LEFT JOIN helper h ON h.id = r.author"
)


class Register:
    """The register of an open safe.

    Attributes:
        author: gives the uid of the helper at work, "" where nobody is known.
    """

    def __init__(self, database: Database, author: Callable[[], str]) -> None:
        self._database, self.author = database, author

    def note(
        self, kind: str, *, on: dt.date, person: str = "", n: int = 1, reason: str = ""
    ) -> None:
        """Write a line, in the act of what it tells.

        Args:
            kind: of what was done: a word of the program.
            person: the id of whom it is about: her number alone is written.
            reason: why, in the words of the helper, who is told to name nobody.

        Raises:
            NothingToSave: the reason is too long.
        """
        if len(reason) > REASON_LIMIT:
            raise NothingToSave(limit=REASON_LIMIT)
        with self._database.act():
            number = self._database.value(
                "SELECT n.number FROM person_number n JOIN person p ON p.id = n.person"
                " WHERE p.uid = ?",
                (person,),
            )
            self._database.execute(
                "INSERT INTO register (uid, day, kind, author, number, n, reason) VALUES"
                " (?, ?, ?, (SELECT id FROM helper WHERE uid = ?), ?, ?, ?)",
                (new_id(), on.isoformat(), kind, self.author(), number, n, reason),
            )

    def lines(self, *, limit: int, skip: int = 0) -> list[Line]:
        """Return the lines, the last written first, after the ``skip`` first; -1 is all of them."""
        found = self._database.rows(f"{_SELECT} ORDER BY r.id DESC LIMIT ? OFFSET ?", (limit, skip))
        return [_line(row) for row in found]

    def count(self) -> int:
        """Return how many lines there are."""
        return int(self._database.value("SELECT count(*) FROM register"))

    def of(self, person: str) -> list[Line]:
        """Return the lines about someone, the oldest first; none while she has no number."""
        found = self._database.rows(
            f"{_SELECT} JOIN person_number n ON n.number = r.number"
            " JOIN person p ON p.id = n.person WHERE p.uid = ? ORDER BY r.id",
            (person,),
        )
        return [_line(row) for row in found]


def _line(row: Row) -> Line:
    uid, day, *rest = row
    return Line(uid, dt.date.fromisoformat(day), *rest)
