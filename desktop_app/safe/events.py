"""The timeline of a dossier: what happened, and until when one may act on it."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from desktop_app.core.moment import Moment, day_of, iso
from desktop_app.core.records import Event
from desktop_app.safe.database import Database, Row
from desktop_app.safe.dossiers import Dossiers
from desktop_app.safe.errors import NotFound
from desktop_app.safe.records import new_id, removed_kind
from desktop_app.safe.withdrawn import expect_kept

SELECT = (
    "SELECT e.uid, e.kind, e.title, e.day, e.last_day, e.prudent_day,"
    " e.procedure, coalesce(p.name, ''), coalesce(p.uid, ''), coalesce(f.title, ''),"
    " coalesce(f.uid, ''), coalesce(d.uid, ''), e.number, e.note, e.awaited FROM event e"
    " LEFT JOIN person p ON p.id = e.person LEFT JOIN dossier f ON f.id = e.dossier"
    " LEFT JOIN document d ON d.id = e.document"
)


class Events:
    """The events of an open safe."""

    def __init__(self, database: Database, dossiers: Dossiers) -> None:
        self._database = database
        self._dossiers = dossiers

    def add(
        self,
        dossier: str,
        *,
        kind: str,
        day: Moment,
        title: str = "",
        last_day: Moment | None = None,
        prudent_day: Moment | None = None,
        procedure: str = "",
        number: str = "",
        note: str = "",
        document: str = "",
        awaited: bool = False,
        computed: bool = False,
    ) -> str:
        """Write an event on a dossier's timeline; return its id.

        Args:
            dossier: id or title.
            kind: decision-received, posted, receipt-returned, silence-reached, answer-received,
                deadline…: words of the program, never of the person.
            day: when it happened.
            title: a few words for the person.
            last_day: legal last day of what may be done next, when there is one.
            prudent_day: the day to aim at.
            procedure: id of what may be done next.
            number: of the registered letter.
            note: free words.
            document: id of the document it is about.
            awaited: something remains to be done until then: the agenda shows it.
            computed: the program counts it anew from what is there: it follows from a correction.

        Raises:
            Withdrawn: whose dossier it is asked that nothing more is kept.
        """
        uid = new_id()
        with self._database.act():
            row = self._dossiers.row(dossier)
            owner = self._dossiers.person_of(row)
            if not computed:
                expect_kept(self._database, owner)
            about = self._database.value("SELECT id FROM document WHERE uid = ?", (document,))
            self._database.execute(
                "INSERT INTO event (uid, person, dossier, document, kind, title, day, procedure,"
                " last_day, prudent_day, number, note, awaited)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    uid,
                    owner,
                    row,
                    about,
                    kind,
                    title,
                    _iso(day),
                    procedure,
                    _iso(last_day),
                    _iso(prudent_day),
                    number,
                    note,
                    int(awaited),
                ),
            )
            self._database.execute(
                "UPDATE dossier SET last_contact_on ="
                " max(coalesce(last_contact_on, ''), ?) WHERE id = ?",
                (day_of(day).isoformat(), row),
            )
        return uid

    def rewrite(
        self,
        event: str,
        *,
        kind: str,
        day: Moment,
        last_day: Moment | None = None,
        prudent_day: Moment | None = None,
        number: str = "",
        document: str = "",
        note: str = "",
    ) -> None:
        """Correct what an event says happened; its title and its procedure stay."""
        with self._database.act():
            about = self._database.value("SELECT id FROM document WHERE uid = ?", (document,))
            self._change(
                "UPDATE event SET kind = ?, day = ?, last_day = ?, prudent_day = ?, number = ?,"
                " document = ?, note = ? WHERE uid = ?",
                (kind, _iso(day), _iso(last_day), _iso(prudent_day), number, about, note, event),
            )

    def done(self, event: str) -> None:
        """Nothing more is awaited from this event: it leaves the agenda."""
        with self._database.act():
            self._change("UPDATE event SET awaited = 0 WHERE uid = ?", (event,))

    def await_again(self, event: str) -> None:
        """Put an event back in the agenda."""
        with self._database.act():
            self._change("UPDATE event SET awaited = 1 WHERE uid = ?", (event,))

    def forget(self, event: str) -> None:
        """Drop an event for good: what the program computed, and computes otherwise now."""
        with self._database.act():
            self._change("DELETE FROM event WHERE uid = ?", (event,))

    def remove(self, event: str, *, on: dt.date) -> None:
        """Take an event off the timeline; ``put_back`` undoes it until the bin is emptied."""
        with self._database.act():
            kind = self._database.value("SELECT kind FROM event WHERE uid = ?", (event,))
            self._change(
                "UPDATE event SET kind = ?, awaited = 0 WHERE uid = ?",
                (removed_kind(str(kind), on), event),
            )

    def put_back(self, event: str) -> None:
        """Put an event that was removed back on its timeline."""
        with self._database.act():
            self._change(
                "UPDATE event SET kind = substr(kind, ?) WHERE uid = ? AND kind GLOB 'removed-*'",
                (len(removed_kind("", dt.date.min)) + 1, event),
            )

    def timeline(self, dossier: str) -> list[Event]:
        """Return a dossier's events in the order of their days."""
        return self._of(dossier, "NOT GLOB")

    def removed(self, dossier: str) -> list[Event]:
        """Return the events taken off a dossier's timeline, as they were."""
        start = len(removed_kind("", dt.date.min))
        found = self._of(dossier, "GLOB")
        return [dataclasses.replace(one, kind=one.kind[start:]) for one in found]

    def _of(self, dossier: str, which: str) -> list[Event]:
        found = self._database.rows(
            f"{SELECT} WHERE e.dossier = ? AND e.kind {which} 'removed-*' ORDER BY e.day, e.id",
            (self._dossiers.row(dossier),),
        )
        return [event(row) for row in found]

    def _change(self, sql: str, values: Sequence[object]) -> None:
        if self._database.changed(sql, values) != 1:
            raise NotFound(what="event")


def _iso(moment: Moment | None) -> str | None:
    return iso(moment) if moment else None


def _moment(text: str) -> Moment:
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def event(row: Row) -> Event:
    """Make a record of one row of SELECT."""
    at, *days = row[3:6]
    last, prudent = (_moment(day) if day else None for day in days)
    return Event(*(*row[:3], _moment(at), last, prudent, *row[6:-1], bool(row[-1])))
