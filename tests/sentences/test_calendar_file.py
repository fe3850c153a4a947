"""The ``.ics`` file: whole private days, an alarm, and what any calendar can read."""

import datetime as dt

from icalendar import Calendar

from desktop_app.sentences.agenda_words import Entry
from desktop_app.sentences.calendar_file import calendar_file

TODAY = dt.date(2026, 11, 25)
LONG = "Poster la lettre, puis garder le reçu ; appeler le bureau si rien ne vient. " * 3
ENTRIES = (
    Entry("a1", dt.date(2026, 12, 7), "Papiers : poster", "Dernier jour légal : lundi."),
    Entry("b2", dt.date(2027, 1, 4), LONG, "Đặng, Łukasz ; l’œuvre\ndeux lignes"),
)


def test_each_entry_is_a_whole_private_day_that_rings_three_days_before() -> None:
    days = Calendar.from_ical(calendar_file(ENTRIES, TODAY)).walk("VEVENT")
    assert [day["dtstart"].dt for day in days] == [entry.day for entry in ENTRIES]
    for day, entry in zip(days, ENTRIES, strict=True):
        assert str(day["summary"]) == entry.title
        assert str(day["description"]) == entry.note
        assert (day["class"], day["transp"]) == ("PRIVATE", "TRANSPARENT")
        (alarm,) = day.walk("VALARM")
        rings = dt.datetime.combine(entry.day, dt.time()) + alarm["trigger"].dt
        assert rings == dt.datetime.combine(entry.day - dt.timedelta(days=3), dt.time(9))


def test_lines_are_short_and_end_as_the_standard_says() -> None:
    lines = calendar_file(ENTRIES, TODAY).split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)


def test_made_again_it_is_the_same_so_a_calendar_replaces_it() -> None:
    assert calendar_file(ENTRIES, TODAY) == calendar_file(ENTRIES, TODAY)
    assert calendar_file((), TODAY).count(b"BEGIN:VEVENT") == 0
