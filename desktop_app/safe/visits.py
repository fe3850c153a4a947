"""Who is received, and who waits: the queue of each day of an office.

Each gesture expects the visit to be where the person saw it: two helpers never receive the same.
"""

import datetime as dt
import unicodedata
from collections.abc import Sequence

from desktop_app.core.visits import NOTE_LIMIT, State, Visit, VisitChanged
from desktop_app.safe.database import Database, Row
from desktop_app.safe.errors import NotFound, NothingToSave
from desktop_app.safe.people import People
from desktop_app.safe.records import new_id
from desktop_app.safe.withdrawn import expect_kept, expect_matter_kept, expect_visit_kept

MOST = 500
"""Visits of one day that are read."""
_SELECT = (
    "SELECT v.uid, v.state, v.day, coalesce(p.uid, ''), coalesce(p.name, ''), n.number,"
    " coalesce(f.uid, ''), coalesce(h.uid, ''), coalesce(h.name, ''),"
    " v.appointment, v.arrived, v.received, v.ended, v.note FROM visit v"
    " LEFT JOIN person p ON p.id = v.person LEFT JOIN person_number n ON n.person = v.person"
    " LEFT JOIN dossier f ON f.id = v.dossier LEFT JOIN helper h ON h.id = v.helper"
)


class Visits:
    """The visits of an open safe. Hours are those of the place, to the minute.

    Of who asked that nothing more is kept no visit is noted (``Withdrawn``): she is received
    unnamed; a visit of before may end.
    """

    def __init__(self, database: Database, people: People) -> None:
        self._database = database
        self._people = people

    def of_day(self, day: dt.date) -> list[Visit]:
        """Return the visits of a day, in the order in which they were noted.

        Who is in the bin is not there.
        """
        found = self._database.rows(
            f"{_SELECT} WHERE v.day = ? AND p.binned_on IS NULL ORDER BY v.id LIMIT ?",
            (day.isoformat(), MOST),
        )
        return [_visit(row) for row in found]

    def of(self, person: str) -> list[Visit]:
        """Return when somebody came, or was expected, the first day first."""
        where = "WHERE p.uid = ? ORDER BY v.day, v.id"
        return [_visit(row) for row in self._database.rows(f"{_SELECT} {where}", (person,))]

    def one(self, visit: str) -> Visit:
        """Return one visit; raises NotFound."""
        found = self._database.row(f"{_SELECT} WHERE v.uid = ?", (visit,))
        if found is None:
            raise NotFound(what="visit")
        return _visit(found)

    def expect(
        self, person: str, *, day: dt.date, appointment: dt.time, dossier: str = "", note: str = ""
    ) -> str:
        """Note an appointment; return its id."""
        return self._add(
            person, dossier, note, day=day.isoformat(), appointment=_minute(appointment)
        )

    def arrive(
        self,
        person: str = "",
        *,
        day: dt.date,
        at: dt.time,
        appointment: dt.time | None = None,
        dossier: str = "",
        note: str = "",
    ) -> str:
        """Note that somebody is there, named or not; return the visit's id.

        Who was expected that day, and is not there yet, is the one who comes; who waits already
        waits once.
        """
        with self._database.act():
            if person:
                there = self._database.row(
                    "SELECT uid, arrived FROM visit WHERE person = ? AND day = ?"
                    " AND state = 'waiting' ORDER BY arrived IS NULL, appointment, id LIMIT 1",
                    (self._people.row(person), day.isoformat()),
                )
                if there is not None:
                    uid, arrived = there
                    if arrived is None:
                        self.come(str(uid), at=at)
                    return str(uid)
            hours = {"appointment": _minute(appointment), "arrived": _minute(at)}
            return self._add(person, dossier, note, day=day.isoformat(), **hours)

    def come(self, visit: str, *, at: dt.time) -> None:
        """Note that who was expected is there."""
        with self._database.act():
            expect_visit_kept(self._database, visit)
            self._move(visit, ("waiting",), "arrived IS NULL", "arrived = ?", _minute(at))

    def receive(self, visit: str, *, helper: str, at: dt.time) -> None:
        """Receive who waits, or who is expected; ``helper``: an id, "" where none is known."""
        with self._database.act():
            expect_visit_kept(self._database, visit)
            row = self._database.value("SELECT id FROM helper WHERE uid = ?", (helper,))
            self._move(
                visit,
                ("waiting",),
                "1",
                "state = 'received', helper = ?, received = ?, arrived = coalesce(arrived, ?)",
                row,
                _minute(at),
                _minute(at),
            )

    def name(self, visit: str, person: str, *, dossier: str = "") -> None:
        """Say who it is, or for which matter she comes."""
        with self._database.act():
            row = self._people.row(person)
            expect_kept(self._database, row)
            matter = self._dossier(dossier)
            self._move(visit, ("waiting", "received"), "1", "person = ?, dossier = ?", row, matter)

    def end(self, visit: str, *, at: dt.time) -> None:
        """End the visit of who is received."""
        self._move(visit, ("received",), "1", "state = 'ended', ended = ?", _minute(at))

    def leave(self, visit: str, *, at: dt.time) -> None:
        """Note that who waited left without having been received, or will not come."""
        self._move(visit, ("waiting",), "1", "state = 'gone', ended = ?", _minute(at))

    def close_before(self, day: dt.date) -> int:
        """Close what former days left open; return how many visits that were.

        Who waited is gone, who was received is so no more; nobody knows at what hour.
        """
        former = (day.isoformat(),)
        open_ = "SELECT count(*) FROM visit WHERE day < ? AND state IN ('waiting', 'received')"
        if not (count := int(self._database.value(open_, former))):
            return 0
        with self._database.act():
            for was, now in (("waiting", "gone"), ("received", "ended")):
                self._database.execute(
                    "UPDATE visit SET state = ? WHERE day < ? AND state = ?", (now, *former, was)
                )
        return count

    def _add(self, person: str, dossier: str, note: str, **hours: str | None) -> str:
        """Keep a visit that waits; ``hours``: its day, its appointment, when she came."""
        uid, said = new_id(), _tidied(note)
        with self._database.act():
            row = self._people.row(person) if person else None
            expect_kept(self._database, row)
            kept = {"uid": uid, "person": row, "dossier": self._dossier(dossier), "note": said}
            named = {**kept, "state": "waiting", **hours}
            marks = ", ".join("?" * len(named))
            self._database.execute(
                f"INSERT INTO visit ({', '.join(named)}) VALUES ({marks})", tuple(named.values())
            )
        return uid

    def _dossier(self, dossier: str) -> int | None:
        if not dossier:
            return None
        row = self._database.value(
            "SELECT id FROM dossier WHERE uid = ? AND binned_on IS NULL", (dossier,)
        )
        if row is None:
            raise NotFound(what="dossier")
        expect_matter_kept(self._database, int(row))
        return int(row)

    def _move(
        self, visit: str, states: Sequence[State], also: str, change: str, *values: object
    ) -> None:
        """Change a visit that is in one of these states still.

        Raises:
            NotFound, VisitChanged.
        """
        marks = ", ".join("?" * len(states))
        with self._database.act():
            changed = self._database.changed(
                f"UPDATE visit SET {change} WHERE uid = ? AND state IN ({marks}) AND {also}",
                (*values, visit, *states),
            )
            if not changed:
                self.one(visit)
                raise VisitChanged


def _tidied(note: str) -> str:
    """Return a note as it is kept.

    Raises:
        NothingToSave: too long, or not text.
    """
    plain = (" " if unicodedata.category(sign) == "Cc" else sign for sign in note)
    said = " ".join(unicodedata.normalize("NFC", "".join(plain)).split())
    if len(said) > NOTE_LIMIT or any("\ud800" <= sign <= "\udfff" for sign in said):
        raise NothingToSave(limit=NOTE_LIMIT)
    return said


def _minute(at: dt.time | None) -> str | None:
    return None if at is None else f"{at:%H:%M}"


def _hour(text: str | None) -> dt.time | None:
    return None if text is None else dt.time.fromisoformat(text)


def _visit(row: Row) -> Visit:
    uid, state, day, person, name, number, dossier, helper, who, *hours, note = row
    appointment, arrived, received, ended = map(_hour, hours)
    return Visit(
        uid,
        state,
        dt.date.fromisoformat(day),
        person,
        name,
        number,
        dossier,
        helper,
        who,
        appointment,
        arrived,
        received,
        ended,
        note,
    )
