"""Mandates: for which matters a person lets the office act in her place, and until when.

No longer than a year, whoever asks: it is refused here, not only where it is typed.
"""

import datetime as dt
from collections.abc import Collection, Sequence

from desktop_app.core.agreements import THEMES, Mandate, last_day
from desktop_app.safe.acts import Acts
from desktop_app.safe.database import Database, Row
from desktop_app.safe.errors import NotFound, WrongMandate
from desktop_app.safe.people import People
from desktop_app.safe.records import day_or_none, new_id
from desktop_app.safe.register import Register
from desktop_app.safe.withdrawn import expect_kept

_SELECT = (
    "SELECT m.uid, p.uid, m.themes, m.from_day, m.until_day, m.signed_on, m.ended_on,"
    " coalesce(d.uid, ''), coalesce(h.name, '') FROM mandate m JOIN person p ON p.id = m.person"
    " LEFT JOIN document d ON d.id = m.document AND d.binned_on IS NULL"
    " LEFT JOIN helper h ON h.id = m.helper"
)
_ENDING = (
    " p.binned_on IS NULL AND m.ended_on IS NULL AND m.signed_on IS NOT NULL"
    " AND m.until_day BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM mandate n"
    " WHERE n.person = m.person AND n.ended_on IS NULL AND n.signed_on IS NOT NULL"
    " AND n.until_day > m.until_day)"
)
SIGNED, ENDED = "mandate-signed", "mandate-ended"
"""What the register says of it, and who did what; the latter also:"""
PREPARED, GIVEN_UP, FILED = "mandate-prepared", "mandate-given-up", "mandate-filed"


class Mandates:
    """The mandates of an open safe."""

    def __init__(self, database: Database, people: People, register: Register, acts: Acts) -> None:
        self._database, self._people = database, people
        self._register, self._acts = register, acts

    def of(self, person: str) -> list[Mandate]:
        """Return the mandates of someone, the last one first."""
        sql = f"{_SELECT} WHERE m.person = ? ORDER BY m.id DESC"
        return [_mandate(row) for row in self._database.rows(sql, (self._people.row(person),))]

    def one(self, mandate: str) -> Mandate:
        """Return a mandate by its id; raises NotFound."""
        found = self._database.row(f"{_SELECT} WHERE m.uid = ?", (mandate,))
        if found is None:
            raise NotFound(what="mandate")
        return _mandate(found)

    def prepare(
        self,
        person: str,
        themes: Collection[str],
        *,
        from_day: dt.date,
        until_day: dt.date,
    ) -> str:
        """Keep a mandate that is to be signed; return its id.

        Raises:
            WrongMandate: no matter, one that is not in the list, or longer than a year.
            Withdrawn: she asked that nothing more is kept of her.
        """
        if not themes or not set(themes) <= set(THEMES):
            raise WrongMandate(why="themes")
        if not from_day <= until_day <= last_day(from_day):
            raise WrongMandate(why="days")
        uid, kept = new_id(), " ".join(one for one in THEMES if one in themes)
        days = (from_day.isoformat(), until_day.isoformat())
        with self._database.act():
            row = self._people.row(person)
            expect_kept(self._database, row)
            self._database.execute(
                "INSERT INTO mandate (uid, person, helper, themes, from_day, until_day)"
                " VALUES (?, ?, (SELECT id FROM helper WHERE uid = ?), ?, ?, ?)",
                (uid, row, self._acts.author, kept, *days),
            )
            self._acts.note(PREPARED, uid, person=row)
        return uid

    def sign(self, mandate: str, *, on: dt.date) -> None:
        """Note that both signed it on that day.

        Raises:
            WrongMandate: it is over, ended, or signed already.
            Withdrawn: she asked that nothing more is kept of her.
        """
        with self._database.act():
            found = self.one(mandate)
            expect_kept(self._database, self._people.row(found.person_id))
            if found.signed_on is not None or found.ended_on is not None or on > found.until_day:
                raise WrongMandate(why="signed")
            self._set(found, "signed_on", on.isoformat(), SIGNED)
            self._register.note(SIGNED, on=on, person=found.person_id)

    def end(self, mandate: str, *, on: dt.date) -> None:
        """End a mandate before its day; one that was not signed is taken away.

        Raises:
            NotFound: no such mandate, or it is ended already.
        """
        with self._database.act():
            found = self.one(mandate)
            if found.ended_on is not None:
                raise NotFound(what="mandate")
            if found.signed_on is None:
                self._note(found, GIVEN_UP)
                self._database.execute("DELETE FROM mandate WHERE uid = ?", (mandate,))
                return
            self._set(found, "ended_on", on.isoformat(), ENDED)
            self._register.note(ENDED, on=on, person=found.person_id)

    def end_all(self, person: str, *, on: dt.date) -> None:
        """End all that someone gave: she agrees no more that anything is kept of her."""
        with self._database.act():
            for one in self.of(person):
                if one.ended_on is None:
                    self.end(one.id, on=on)

    def file(self, mandate: str, document: str) -> None:
        """Note which document of the safe is the signed mandate."""
        with self._database.act():
            found = self.one(mandate)
            expect_kept(self._database, self._people.row(found.person_id))
            row = self._database.value(
                "SELECT id FROM document WHERE uid = ? AND binned_on IS NULL", (document,)
            )
            if row is None:
                raise NotFound(what="document")
            self._set(found, "document", row, FILED)

    def ending(self, on: dt.date, until: dt.date, *, limit: int = -1) -> Sequence[Mandate]:
        """Return the mandates that end from ``on`` to ``until``, the first to end first.

        One that another of the same person already goes beyond is none of them.
        """
        sql = f"{_SELECT} WHERE {_ENDING} ORDER BY m.until_day, m.id LIMIT ?"
        found = self._database.rows(sql, (on.isoformat(), until.isoformat(), limit))
        return [_mandate(row) for row in found]

    def count_ending(self, on: dt.date, until: dt.date) -> int:
        """Return how many there are of those."""
        sql = f"SELECT count(*) FROM mandate m JOIN person p ON p.id = m.person WHERE {_ENDING}"
        return int(self._database.value(sql, (on.isoformat(), until.isoformat())))

    def _set(self, mandate: Mandate, column: str, value: str | int, act: str) -> None:
        sql = f"UPDATE mandate SET {column} = ? WHERE uid = ?"
        self._database.execute(sql, (value, mandate.id))
        self._note(mandate, act)

    def _note(self, mandate: Mandate, act: str) -> None:
        self._acts.note(act, mandate.id, person=self._people.row(mandate.person_id))


def _mandate(row: Row) -> Mandate:
    uid, person, themes, first, last, signed, ended, document, helper = row
    return Mandate(
        uid,
        person,
        tuple(str(themes).split()),
        dt.date.fromisoformat(first),
        dt.date.fromisoformat(last),
        day_or_none(signed),
        day_or_none(ended),
        document,
        helper,
    )
