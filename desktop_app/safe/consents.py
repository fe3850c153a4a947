"""Who agreed that something is kept of her, to which words, and since when she no longer does."""

import datetime as dt

from desktop_app.core.agreements import REFUSED, Consent
from desktop_app.safe.acts import Acts
from desktop_app.safe.database import Database, Row
from desktop_app.safe.errors import NotFound
from desktop_app.safe.people import People
from desktop_app.safe.records import day_or_none, new_id
from desktop_app.safe.register import Register
from desktop_app.safe.withdrawn import is_withdrawn

_SELECT = (
    "SELECT c.uid, p.uid, c.words, c.language, c.given_on, c.ended_on FROM consent c"
    " JOIN person p ON p.id = c.person WHERE c.person = ?"
)
GIVEN, WITHDRAWN = "consent", "consent-withdrawn"
"""What the register says of it, and who did what."""


class Consents:
    """The consents of an open safe."""

    def __init__(self, database: Database, people: People, register: Register, acts: Acts) -> None:
        self._database, self._people = database, people
        self._register, self._acts = register, acts

    def now(self, person: str) -> Consent | None:
        """Return the consent of someone that holds today; None where there is none."""
        sql = f"{_SELECT} AND c.ended_on IS NULL ORDER BY c.id DESC LIMIT 1"
        found = self._database.row(sql, (self._people.row(person),))
        return _consent(found) if found is not None else None

    def of(self, person: str) -> list[Consent]:
        """Return all that someone agreed to, the oldest first, with what ended."""
        found = self._database.rows(f"{_SELECT} ORDER BY c.id", (self._people.row(person),))
        return [_consent(row) for row in found]

    def withdrawn(self, person: str) -> bool:
        """Tell whether someone said that nothing more is to be kept of her; it still holds."""
        return is_withdrawn(self._database, self._people.row(person))

    def give(self, person: str, words: str, *, language: str = "", on: dt.date) -> str:
        """Note that someone agrees; return the id, that of before where she does already."""
        with self._database.act():
            row = self._people.row(person)
            if (held := self.now(person)) is not None:
                return held.id
            uid = new_id()
            self._database.execute(
                "INSERT INTO consent (uid, person, words, language, given_on)"
                " VALUES (?, ?, ?, ?, ?)",
                (uid, row, words, language, on.isoformat()),
            )
            self._acts.note(GIVEN, uid, person=row)
            self._register.note(GIVEN, on=on, person=person)
        return uid

    def withdraw(self, person: str, *, on: dt.date) -> None:
        """Note that someone agrees no more, or never did; what is kept of her is not touched here.

        Raises:
            NotFound: she said so already.
        """
        with self._database.act():
            row, held = self._people.row(person), self.now(person)
            if held is not None:
                uid = held.id
            elif self.of(person):
                raise NotFound(what="consent")
            else:
                uid = new_id()
                self._database.execute(
                    "INSERT INTO consent (uid, person, words, given_on) VALUES (?, ?, ?, ?)",
                    (uid, row, REFUSED, on.isoformat()),
                )
            self._database.execute(
                "UPDATE consent SET ended_on = ? WHERE uid = ?", (on.isoformat(), uid)
            )
            self._acts.note(WITHDRAWN, uid, person=row)
            self._register.note(WITHDRAWN, on=on, person=person)


def _consent(row: Row) -> Consent:
    uid, person, words, language, given, ended = row
    day = dt.date.fromisoformat(given)
    return Consent(uid, person, words, language, day, day_or_none(ended))
