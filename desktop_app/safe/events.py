"""The timeline of a dossier: what happened, and until when one may act on it."""

import datetime as dt

from desktop_app.safe.database import Database, Row
from desktop_app.safe.dossiers import Dossiers
from desktop_app.safe.errors import NotFound
from desktop_app.safe.records import Event, new_id

SELECT = (
    "SELECT e.uid, e.kind, e.title, e.day, coalesce(e.last_day, ''), coalesce(e.prudent_day, ''),"
    " e.procedure, coalesce(p.name, ''), coalesce(p.uid, ''), coalesce(f.title, ''),"
    " coalesce(f.uid, ''), coalesce(d.uid, ''), e.number, e.note, e.awaited FROM event e"
    " LEFT JOIN person p ON p.id = e.person LEFT JOIN dossier f ON f.id = e.dossier"
    " LEFT JOIN document d ON d.id = e.document"
)
Moment = dt.date | dt.datetime


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
        """
        uid = new_id()
        with self._database.act():
            row = self._dossiers.row(dossier)
            about = self._database.value("SELECT id FROM document WHERE uid = ?", (document,))
            self._database.execute(
                "INSERT INTO event (uid, person, dossier, document, kind, title, day, procedure,"
                " last_day, prudent_day, number, note, awaited)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    uid,
                    self._dossiers.person_of(row),
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
                (day.isoformat()[:10], row),
            )
        return uid

    def done(self, event: str) -> None:
        """Nothing more is awaited from this event: it leaves the agenda."""
        with self._database.act():
            if not self._database.changed("UPDATE event SET awaited = 0 WHERE uid = ?", (event,)):
                raise NotFound(what="event")

    def timeline(self, dossier: str) -> list[Event]:
        """Return a dossier's events in the order of their days."""
        found = self._database.rows(
            f"{SELECT} WHERE e.dossier = ? ORDER BY e.day, e.id", (self._dossiers.row(dossier),)
        )
        return [event(row) for row in found]


def _iso(moment: Moment | None) -> str | None:
    if isinstance(moment, dt.datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat() if moment else None


def event(row: Row) -> Event:
    """Make a record of one row of SELECT."""
    return Event(*(*row[:-1], bool(row[-1])))
