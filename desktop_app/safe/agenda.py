"""The next dates of everyone in the safe."""

import datetime as dt

from desktop_app.core.records import Event
from desktop_app.safe.database import Database
from desktop_app.safe.events import SELECT, event


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
