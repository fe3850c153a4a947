"""Dossiers: one matter of one person before one body."""

import datetime as dt

from desktop_app.core.known_by import words_of_name
from desktop_app.core.records import Dossier
from desktop_app.safe.database import Database, Row
from desktop_app.safe.errors import NotFound, OtherPerson, SeveralMatch
from desktop_app.safe.people import People
from desktop_app.safe.records import cleaned, compared, day_or_none, new_id
from desktop_app.safe.withdrawn import expect_kept

SELECT = (
    "SELECT d.uid, d.title, coalesce(p.name, ''), coalesce(p.uid, ''), d.body, d.procedure,"
    " d.opened_on, d.closed_on FROM dossier d LEFT JOIN person p ON p.id = d.person"
)
_HOLDS = "instr(d.folded || ' ' || coalesce(p.folded, ''), ?)"


class Dossiers:
    """The dossiers of an open safe."""

    def __init__(self, database: Database, people: People) -> None:
        self._database = database
        self._people = people

    def all(self, person: str = "") -> list[Dossier]:
        """Return the dossiers of one person, or of everyone, the newest first."""
        if person:
            found = self._database.rows(
                f"{SELECT} WHERE d.binned_on IS NULL AND d.person = ? ORDER BY d.id DESC",
                (self._people.row(person),),
            )
        else:
            found = self._database.rows(f"{SELECT} WHERE d.binned_on IS NULL ORDER BY d.id DESC")
        return [read_dossier(row) for row in found]

    def find(self, text: str = "", *, person: str = "", limit: int, skip: int = 0) -> list[Dossier]:
        """Return those whose title or person has every word typed, the newest first.

        Accents and capitals do not count; without words, all. ``skip``: the first ones left out.
        """
        where, values = self._called(text, person)
        found = self._database.rows(
            f"{SELECT} WHERE {where} ORDER BY d.id DESC LIMIT ? OFFSET ?", (*values, limit, skip)
        )
        return [read_dossier(row) for row in found]

    def count(self, text: str = "", *, person: str = "") -> int:
        """Return how many there are of those that ``find`` looks for."""
        where, values = self._called(text, person)
        sql = f"SELECT count(*) FROM dossier d LEFT JOIN person p ON p.id = d.person WHERE {where}"
        return int(self._database.value(sql, values))

    def _called(self, text: str, person: str) -> tuple[str, tuple[str | int, ...]]:
        """Return the condition of the dossiers called so, and its values."""
        words = words_of_name(text)
        asked = ["d.binned_on IS NULL", *[_HOLDS] * len(words)]
        if not person:
            return " AND ".join(asked), tuple(words)
        asked.append("d.person = ?")
        return " AND ".join(asked), (*words, self._people.row(person))

    def one(self, dossier: str) -> Dossier:
        """Return a dossier by id or title; raises NotFound, SeveralMatch."""
        found = self._database.row(f"{SELECT} WHERE d.id = ?", (self.row(dossier),))
        assert found is not None
        return read_dossier(found)

    def there(self, dossier: str) -> Dossier | None:
        """Return a dossier by its id; None when it is no longer there."""
        found = self._database.row(f"{SELECT} WHERE d.uid = ? AND d.binned_on IS NULL", (dossier,))
        return read_dossier(found) if found is not None else None

    def add(
        self, title: str, *, on: dt.date, person: str = "", body: str = "", procedure: str = ""
    ) -> str:
        """Open a dossier; return its id. An unknown person is added."""
        uid = new_id()
        with self._database.act():
            owner = self._people.row_or_new(person, on=on) if person else None
            self._insert(uid, title, owner, on=on, body=body, procedure=procedure)
        return uid

    def row_or_new(self, name_or_id: str, *, person: int | None, on: dt.date) -> int:
        """Return the row of a dossier by id, or by title among those of this person.

        An unknown title opens a dossier. Without a person, the title is looked for everywhere.

        Raises:
            OtherPerson: the id is of somebody else's dossier.
            SeveralMatch: two dossiers have this title.
        """
        row = self._by_id(name_or_id)
        if row is None:
            row = self._by_title(name_or_id, person)
        if row is None:
            return self._insert(new_id(), name_or_id, person, on=on)
        owner = self.person_of(row)
        if person is not None and owner != person:
            raise OtherPerson
        return row

    def row(self, dossier: str) -> int:
        """Return the row of an id or a title.

        Raises:
            NotFound, SeveralMatch.
        """
        row = self._by_id(dossier)
        row = self._by_title(dossier, None) if row is None else row
        if row is None:
            raise NotFound(what="dossier")
        return row

    def person_of(self, row: int) -> int | None:
        """Return the row of the person whose dossier this is."""
        owner = self._database.value("SELECT person FROM dossier WHERE id = ?", (row,))
        return None if owner is None else int(owner)

    def _by_id(self, uid: str) -> int | None:
        found = self._database.value(
            "SELECT id FROM dossier WHERE uid = ? AND binned_on IS NULL", (uid,)
        )
        return None if found is None else int(found)

    def _by_title(self, title: str, person: int | None) -> int | None:
        same = self._database.rows(
            "SELECT id FROM dossier WHERE folded = ?1 AND binned_on IS NULL"
            " AND (?2 IS NULL OR person = ?2) LIMIT 2",
            (compared(title), person),
        )
        if len(same) > 1:
            raise SeveralMatch(what="dossier")
        return int(same[0][0]) if same else None

    def _insert(
        self,
        uid: str,
        title: str,
        person: int | None,
        *,
        on: dt.date,
        body: str = "",
        procedure: str = "",
    ) -> int:
        kept = cleaned(title)
        expect_kept(self._database, person)
        return self._database.execute(
            "INSERT INTO dossier (uid, person, title, folded, body, procedure, opened_on)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (uid, person, kept, compared(kept), body, procedure, on.isoformat()),
        )


def read_dossier(row: Row) -> Dossier:
    uid, title, person, person_id, body, procedure, opened, closed = row
    return Dossier(
        uid,
        title,
        person,
        person_id,
        body,
        procedure,
        dt.date.fromisoformat(opened),
        day_or_none(closed),
    )
