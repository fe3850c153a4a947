"""The agenda as an ``.ics`` file (RFC 5545), which any calendar reads. Needs no Qt."""

import datetime as dt
from collections.abc import Iterable

from desktop_app.sentences.agenda_words import Entry

REMIND = dt.timedelta(days=-3, hours=9)
"""The calendar rings three days before, at nine."""


def calendar_file(entries: Iterable[Entry], today: dt.date) -> bytes:
    """Return the file: a whole day for each entry, private, with one alarm.

    The same entries on the same day give the same bytes.
    """
    from icalendar import Alarm, Calendar, Event

    made = dt.datetime(today.year, today.month, today.day, tzinfo=dt.UTC)
    calendar = Calendar()
    calendar.add("prodid", "-//Papier libre//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.uid}@papier-libre")
        event.add("dtstamp", made)
        event.add("dtstart", entry.day)
        event.add("summary", entry.title)
        event.add("description", entry.note)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", REMIND)
        event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
