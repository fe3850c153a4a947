"""Persons, what is known of each with its source and date, and households."""

import datetime as dt
from collections.abc import Collection, Mapping

from desktop_app.core.known_by import FIELDS, words_of_name
from desktop_app.core.records import Person, Value
from desktop_app.safe.database import Database, Row
from desktop_app.safe.errors import NotFound, NothingToSave, SeveralMatch
from desktop_app.safe.numbers import Numbers
from desktop_app.safe.person_keys import Keys
from desktop_app.safe.records import cleaned, compared, new_id
from desktop_app.safe.withdrawn import expect_field_kept, expect_kept

VALUE_LIMIT = 100_000
_SELECT = "SELECT uid, name, made_on FROM person"
_OWN = "own-person"  # the setting that holds the id of the person whose safe it is


class People:
    """The persons of an open safe."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._keys = Keys(database)
        self._numbers = Numbers(database)

    def all(self) -> list[Person]:
        """Return everyone, by name."""
        return self.find(limit=-1)

    def one(self, person: str) -> Person:
        """Return someone by her id or her name; raises NotFound, SeveralMatch."""
        found = self._database.row(f"{_SELECT} WHERE id = ?", (self.row(person),))
        assert found is not None
        return _person(found)

    def there(self, person: str) -> Person | None:
        """Return someone by her id; None when she is no longer there."""
        found = self._database.row(f"{_SELECT} WHERE uid = ? AND binned_on IS NULL", (person,))
        return _person(found) if found is not None else None

    def find(
        self, text: str = "", *, limit: int, skip: int = 0, without: Collection[str] = ()
    ) -> list[Person]:
        """Return, by name, those whose name has every word typed, after the first ``skip``.

        Accents and capitals do not count; without words, everyone. ``without``: ids left out.
        """
        where, values = _called(text, without)
        found = self._database.rows(
            f"{_SELECT} WHERE {where} ORDER BY folded, id LIMIT ? OFFSET ?",
            (*values, limit, skip),
        )
        return [_person(row) for row in found]

    def count(self, text: str = "", *, without: Collection[str] = ()) -> int:
        """Return how many there are of those that ``find`` looks for."""
        where, values = _called(text, without)
        return int(self._database.value(f"SELECT count(*) FROM person WHERE {where}", values))

    def namesakes(self, persons: Collection[str]) -> set[str]:
        """Return, of these persons, those whose name somebody else has too."""
        marks = ", ".join("?" * len(persons))
        found = self._database.rows(
            f"SELECT uid FROM person p WHERE uid IN ({marks}) AND EXISTS (SELECT 1 FROM person o"
            " WHERE o.folded = p.folded AND o.id != p.id AND o.binned_on IS NULL)",
            tuple(persons),
        )
        return {uid for (uid,) in found}

    def add(self, name: str, *, on: dt.date, number: int | None = None) -> str:
        """Keep a new person, even when another one has the same name; return the id.

        In an office she has a file number from then on: this one, where nobody has it.
        """
        kept, uid = cleaned(name), new_id()
        with self._database.act():
            row = self._database.execute(
                "INSERT INTO person (uid, name, folded, made_on) VALUES (?, ?, ?, ?)",
                (uid, kept, compared(kept), on.isoformat()),
            )
            self._numbers.give(row, number)
        return uid

    def own(self) -> str:
        """Return the id of the person whose safe this is, "" while she has no profile here."""
        found = self._database.value(
            "SELECT p.uid FROM setting s JOIN person p ON p.uid = s.value"
            " WHERE s.name = ? AND p.binned_on IS NULL",
            (_OWN,),
        )
        return str(found or "")

    def make_own(self, name: str, *, on: dt.date) -> str:
        """Give the safe's own person a profile; return her id, that of before when she had one.

        Somebody who is here under this name already is she.
        """
        if found := self.own():
            return found
        with self._database.act():
            row = self.row_or_new(name, on=on)
            uid = str(self._database.value("SELECT uid FROM person WHERE id = ?", (row,)))
            self._database.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT DO UPDATE SET value = excluded.value",
                (_OWN, uid),
            )
        return uid

    def rename(self, person: str, name: str) -> None:
        """Correct a person's name."""
        kept = cleaned(name)
        with self._database.act():
            self._database.execute(
                "UPDATE person SET name = ?, folded = ? WHERE id = ?",
                (kept, compared(kept), self.row(person)),
            )

    def row_of(self, name_or_id: str) -> int | None:
        """Return the row of a person known by id or by name (accents and capitals ignored).

        Raises:
            SeveralMatch: two persons have this name.
        """
        found = self._database.value(
            "SELECT id FROM person WHERE uid = ? AND binned_on IS NULL", (name_or_id,)
        )
        if found is not None:
            return int(found)
        same = self._database.rows(
            "SELECT id FROM person WHERE folded = ? AND binned_on IS NULL LIMIT 2",
            (compared(name_or_id),),
        )
        if len(same) > 1:
            raise SeveralMatch(what="person")
        return int(same[0][0]) if same else None

    def row_or_new(self, name_or_id: str, *, on: dt.date) -> int:
        """Return the row of a person, who is added when unknown."""
        row = self.row_of(name_or_id)
        return self.row(self.add(name_or_id, on=on)) if row is None else row

    def row(self, person: str) -> int:
        """Return the row of an id or a name.

        Raises:
            NotFound.
        """
        row = self.row_of(person)
        if row is None:
            raise NotFound(what="person")
        return row

    def keep_value(
        self,
        person: str,
        field: str,
        value: str,
        *,
        source: str,
        on: dt.date,
        source_id: str = "",
    ) -> None:
        """Remember one thing of a person; what was known before stays underneath.

        ``source`` is typed, draft, document, import or helper; ``source_id`` its id.
        """
        self.keep_values(person, {field: value}, source=source, on=on, source_id=source_id)

    def keep_values(
        self,
        person: str,
        values: Mapping[str, str],
        *,
        source: str,
        on: dt.date,
        source_id: str = "",
    ) -> None:
        """Remember several things of a person at once: field -> value. As ``keep_value``."""
        if any(len(value) > VALUE_LIMIT or not field for field, value in values.items()):
            raise NothingToSave(limit=VALUE_LIMIT)
        with self._database.act():
            row = self.row(person)
            for field, value in values.items():
                expect_field_kept(self._database, row, field, source)
                self._database.execute(
                    "INSERT INTO person_value (person, field, value, source, source_uid, given_on)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (row, field, value, source, source_id, on.isoformat()),
                )
            if not FIELDS.keys().isdisjoint(values):
                self._keys.renew(row)

    def profile(self, person: str) -> dict[str, Value]:
        """Return the newest value of each field, with where it comes from and when."""
        return {value.field: value for value in self.history(person)}

    def history(self, person: str) -> list[Value]:
        """Return every value ever given, the oldest first."""
        found = self._database.rows(
            "SELECT field, value, source, given_on, source_uid FROM person_value"
            " WHERE person = ? ORDER BY id",
            (self.row(person),),
        )
        return [
            Value(name, value, source, dt.date.fromisoformat(day), source_id)
            for name, value, source, day, source_id in found
        ]

    def of_others(self, person: str, prefix: str, *, source: str) -> dict[str, Value]:
        """Return the newest value, of anyone else, of each field that begins so.

        ``source`` takes the place of where each came from: whose it is stays hers.
        """
        found = self._database.rows(
            "SELECT v.field, v.value, v.given_on FROM person_value v"
            " JOIN person p ON p.id = v.person"
            " WHERE v.person != ? AND p.binned_on IS NULL AND substr(v.field, 1, ?) = ?"
            " ORDER BY v.id",
            (self.row(person), len(prefix), prefix),
        )
        return {
            field: Value(field, value, source, dt.date.fromisoformat(day), "")
            for field, value, day in found
        }

    def forget(self, person: str, field: str) -> None:
        """Forget one field of a person, with every value it ever had."""
        with self._database.act():
            row = self.row(person)
            self._database.execute(
                "DELETE FROM person_value WHERE person = ? AND field = ?", (row, field)
            )
            if field in FIELDS:
                self._keys.renew(row)

    def new_household(self, name: str = "") -> str:
        """Open a household; return its id."""
        uid = new_id()
        with self._database.act():
            self._database.execute("INSERT INTO household (uid, name) VALUES (?, ?)", (uid, name))
        return uid

    def join(self, household: str, person: str, *, role: str = "", since: dt.date | None) -> None:
        """Put a person in a household, or correct her place in it."""
        with self._database.act():
            row = self._database.value("SELECT id FROM household WHERE uid = ?", (household,))
            if row is None:
                raise NotFound(what="household")
            whose = self.row(person)
            expect_kept(self._database, whose)
            self._database.execute(
                "INSERT INTO household_member (household, person, role, since) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET role = excluded.role, since = excluded.since,"
                " until = NULL",
                (row, whose, role, since and since.isoformat()),
            )

    def leave(self, household: str, person: str, *, until: dt.date) -> None:
        """Take a person out of a household; ``join`` puts her back."""
        with self._database.act():
            if not self._database.changed(
                "UPDATE household_member SET until = ? WHERE person = ? AND until IS NULL"
                " AND household = (SELECT id FROM household WHERE uid = ?)",
                (until.isoformat(), self.row(person), household),
            ):
                raise NotFound(what="household")

    def household_id(self, person: str) -> str:
        """Return the id of a person's household, "" when she has none."""
        found = self._database.value(
            "SELECT h.uid FROM household_member m JOIN household h ON h.id = m.household"
            " WHERE m.person = ? AND m.until IS NULL ORDER BY h.id LIMIT 1",
            (self.row(person),),
        )
        return str(found or "")

    def household_of(self, person: str) -> list[tuple[Person, str]]:
        """Return who lives with a person, each with her role; herself included."""
        found = self._database.rows(
            "SELECT DISTINCT p.uid, p.name, p.made_on, m.role FROM household_member mine"
            " JOIN household_member m ON m.household = mine.household"
            " JOIN person p ON p.id = m.person"
            " WHERE mine.person = ? AND mine.until IS NULL AND m.until IS NULL"
            " AND p.binned_on IS NULL ORDER BY p.id",
            (self.row(person),),
        )
        return [(Person(u, name, dt.date.fromisoformat(day)), role) for u, name, day, role in found]


def _called(text: str, without: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return the condition of those called so, and its values."""
    words = words_of_name(text)
    asked = ["binned_on IS NULL", *["instr(folded, ?)"] * len(words)]
    if without:
        asked.append(f"uid NOT IN ({', '.join('?' * len(without))})")
    return " AND ".join(asked), (*words, *without)


def _person(row: Row) -> Person:
    uid, name, day = row
    return Person(uid, name, dt.date.fromisoformat(day))
