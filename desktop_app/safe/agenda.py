"""The next dates of everyone in the safe."""

import datetime as dt

from desktop_app.core.records import Event, Nearest, Pressing
from desktop_app.safe.database import Database
from desktop_app.safe.events import SELECT, event

_NEAR = (
    "WITH near AS MATERIALIZED (SELECT e.id AS id, min(e.acting_day) AS day FROM event e"
    " JOIN dossier f ON f.id = e.dossier LEFT JOIN person p ON p.id = f.person"
    " WHERE e.awaited = 1 AND f.binned_on IS NULL AND p.binned_on IS NULL GROUP BY e.dossier)"
)
"""The nearest date of each dossier: SQLite takes the columns beside "min" from the row it is of."""


class Agenda:
    """What is awaited, whoever it is for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_dates(self, *, until: dt.date | None = None, person: str = "") -> list[Event]:
        """Return all that is awaited of a person, or of everyone, the nearest first.

        What is past and still awaited is there too, first of all.
        A date is the prudent day, else the last day, else the event's own. There is no limit: a
        list that stops somewhere would hide tomorrow behind what is past.
        """
        found = self._database.rows(
            f"{SELECT} WHERE e.awaited = 1 AND e.acting_day < ?1"
            " AND f.binned_on IS NULL AND p.binned_on IS NULL AND (?2 = '' OR p.uid = ?2)"
            " ORDER BY e.acting_day, e.id",
            ((until + dt.timedelta(days=1)).isoformat() if until else "9999", person),
        )
        return [event(row) for row in found]

    def pressing(self, day: dt.date, *, past: int, coming: int) -> Pressing:
        """Return the dossiers that press on a day, each by its nearest date.

        The ``past`` that passed last, the nearest first; then the ``coming`` that come first.
        """
        on = day.isoformat()
        found = self._database.rows(
            f"{_NEAR} SELECT id, day < ?1 FROM ("
            "SELECT * FROM (SELECT id, day FROM near WHERE day < ?1 ORDER BY day DESC, id LIMIT ?2)"
            " UNION ALL"
            " SELECT * FROM (SELECT id, day FROM near WHERE day >= ?1 ORDER BY day, id LIMIT ?3))",
            (on, past, coming),
        )
        over, all_ = self._database.row(
            f"{_NEAR} SELECT coalesce(sum(day < ?), 0), count(*) FROM near", (on,)
        ) or (0, 0)
        marks = ", ".join("?" * len(found))
        rows = self._database.rows(
            f"SELECT e.id, n.number, told.* FROM event e LEFT JOIN person_number n"
            f" ON n.person = e.person JOIN ({SELECT} WHERE e.id IN ({marks})) told"
            " ON told.uid = e.uid",
            tuple(row[0] for row in found),
        )
        told = {row[0]: (row[1], event(row[2:])) for row in rows}
        shown = tuple(Nearest(told[row][1], told[row][0], bool(is_past)) for row, is_past in found)
        passed = sum(one.past for one in shown)
        return Pressing(shown, int(over) - passed, int(all_) - int(over) - (len(shown) - passed))
