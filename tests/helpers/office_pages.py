"""The pages of an office as values, made of imagined facts."""

import datetime as dt
from collections.abc import Iterator

from desktop_app.core.deadlines.verdict import Verdict
from desktop_app.core.moment import Now
from desktop_app.core.records import Event
from desktop_app.core.visits import Visit, queue
from desktop_app.pages import office_code, office_home, office_visit
from desktop_app.pages.page import Page
from desktop_app.workflow.matter.dossiers import NextDate
from desktop_app.workflow.office.day import Circle, Day, Due, Matter, Suspended, Whose
from desktop_app.workflow.office.reserved import Sought
from desktop_app.workflow.people.people import Found, Listed

TODAY = dt.date(2026, 11, 28)
NOW = Now(dt.datetime(2026, 11, 28, 10, 12, tzinfo=dt.UTC))
FATOU = Whose("fatou-id-1234", "Fatou Diallo", 27)
VISITS = (
    Visit("v1", "received", TODAY, "p1", "Fatou Diallo", 27, received=dt.time(10, 5)),
    Visit("v2", "waiting", TODAY, "p2", "Awa Keïta", 131, appointment=dt.time(10, 15)),
    Visit("v3", "waiting", TODAY, arrived=dt.time(10, 7)),
    Visit("v4", "waiting", TODAY, "p3", "Marc Brunel", 88, arrived=dt.time(10, 9)),
    Visit("v5", "received", TODAY, arrived=dt.time(9, 0), received=dt.time(9, 5)),
    Visit("v6", "gone", TODAY, ended=dt.time(9, 0)),
)


def matter(
    days: int,
    *,
    past: bool = False,
    whose: Whose = FATOU,
    kind: str = "to-do",
    circle: Circle | None = None,
) -> Matter:
    """Return a matter whose day is so far."""
    on = TODAY + dt.timedelta(days=-days if past else days)
    event = Event(
        "e", kind, "Rappeler", on, None, None, "", whose.name, whose.person_id,
        "Recours de Fatou Diallo", "d", "", "", "", awaited=True,
    )  # fmt: skip
    return Matter(whose, NextDate(event, on, Verdict("none")), past, days, circle)


def day(*, counted: bool = True) -> Day:
    """Return a busy day."""
    return Day(
        NOW if counted else TODAY,
        counted,
        (
            matter(2, past=True, kind="silence-expected"),
            matter(0),
            matter(1),
            matter(3, circle=Circle("c1")),
            matter(4, circle=Circle("c2", to_read=True)),
            matter(5, whose=Whose()),
            matter(40, kind="silence-expected"),
        ),
        2,
        3,
        queue(VISITS),
        (Suspended("dr", FATOU, "Contester un indu"), Suspended("dr2", Whose(), "")),
        2,
        Due(3, 2),
        reserved_left=2,
        unread=True,
    )


EMPTY = Day(NOW, True, (), 0, 0, queue(()), (), 0)
PEOPLE = Found((Listed("p1", "Fatou Diallo", (), "1982-03-14", 27),), 3, 2)
SOUGHT = Sought(PEOPLE, ((Circle("c1"), Listed("p9", "Zoé Martin", ())),), 2, 3)


def office_pages() -> Iterator[tuple[str, Page]]:
    """Yield each page under its name."""
    for names in (False, True):
        yield f"office, {names=}", office_home.page(TODAY, day(), names=names)
        found = office_home.found(SOUGHT, names=names)
        yield f"office, found, {names=}", Page("Une personne", tuple(found.shown.blocks), ())
    yield "office, in doubt", office_home.page(TODAY, day(counted=False))
    yield "office, nobody", office_home.page(TODAY, EMPTY)
    yield "office, read", office_home.page(TODAY, None)
    for one in VISITS:
        yield f"visit, {one.id}", office_visit.page(one, dt.time(11, 30))
    found = office_visit.found("v3", PEOPLE)
    yield "visit, found", Page("Une personne", tuple(found.shown.blocks), ())
    for has_code in (False, True):
        yield f"short code, {has_code=}", office_code.page(has_code=has_code)
    yield "short code, refused", office_code.page(has_code=False, allowed=False)
