"""A screen reads and builds as much in the safe of an office as in that of a family."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.pages import destinations as to
from desktop_app.pages import home
from desktop_app.pages.people import AT_ONCE, SEARCH
from desktop_app.safe.database import Database
from desktop_app.workflow.matter import timeline
from desktop_app.workflow.people.people import live_together
from tests.bench import many
from tests.gui.safe.conftest import TODAY, Driver

FEW, MORE = 60, 90
"""People of a first look, and those who come then: both are more than a page shows."""
EMPTY_DRAFT = '{"pack": "caf-indu-rsa"}'


def fill(driver: Driver, first: int, count: int) -> None:
    """Add people, each with a dossier, a loose document, a draft and an awaited day."""

    def work() -> None:
        safe = driver.safe
        with safe.act():
            for number in range(first, first + count):
                who = safe.people.add(f"Personne {number:03}", on=TODAY)
                dossier = safe.dossiers.add(f"Dette {number:03}", on=TODAY, person=who)
                safe.add(b"x", title=f"Photo {number:03}", on=TODAY, person=who)
                day = TODAY + dt.timedelta(days=1)
                safe.events.add(dossier, kind=timeline.TO_DO, title="Écrire", day=day, awaited=True)
                safe.drafts.begin("caf-indu-rsa", EMPTY_DRAFT, on=TODAY, person=who)

    driver.work(work)


@contextmanager
def counted(driver: Driver) -> Iterator[list[str]]:
    """Give the questions put to the database."""
    asked: list[str] = []
    connection = driver.safe.people._database._connection  # type: ignore[attr-defined]
    connection.set_trace_callback(asked.append)
    yield asked
    connection.set_trace_callback(None)


def opened(driver: Driver, place: to.Destination) -> tuple[int, int]:
    """Open a screen; return how often it asked the database, and how many widgets it built."""
    with counted(driver) as asked:
        driver.go(place)
        driver.settle()
    return len(asked), len(driver.page.findChildren(QWidget))


def test_what_a_screen_reads_and_builds_does_not_grow(in_safe: Driver) -> None:
    fill(in_safe, 0, FEW)
    first, second, *_ = in_safe.safe.people.all()
    in_safe.work(lambda: live_together(in_safe.safe, first.id, second.id, "fille", on=TODAY))
    places = (
        to.Home(),
        to.People(),
        to.Person(first.id),
        to.Household(first.id, first.name),
        to.Documents(),
        to.Week(),
    )
    before = {type(place).__name__: opened(in_safe, place) for place in places}
    in_safe.go(to.Help())
    fill(in_safe, FEW, MORE)
    assert {type(place).__name__: opened(in_safe, place) for place in places} == before


PAPERS = 1_000
IN_A_WEEK = dt.timedelta(days=7)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows each question got."""
    told: list[int] = []
    rows, row = Database.rows, Database.row

    def all_of(self: Database, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        found = rows(self, sql, values)
        told.append(len(found))
        return found

    def one_of(self: Database, sql: str, values: Sequence[Any] = ()) -> Any:
        found = row(self, sql, values)
        told.append(found is not None)
        return found

    monkeypatch.setattr(Database, "rows", all_of)
    monkeypatch.setattr(Database, "row", one_of)
    return told


def test_the_rows_that_a_screen_is_given_do_not_grow_with_a_thousand_papers(
    in_safe: Driver, given: list[int]
) -> None:
    """But for dates, which are never cut: what is past would hide tomorrow; and for who lives with
    the first twenty people, which are others then: all of them have a household.
    """
    fill(in_safe, 0, FEW)
    database: Database = in_safe.safe.people._database  # type: ignore[attr-defined]
    first = in_safe.safe.people.all()[0].id
    dossier = in_safe.safe.dossiers.all()[0].id
    places = (
        to.Home(),
        to.People(),
        to.Person(first),
        to.Household(first, "Personne 000"),
        to.Documents(),
        to.Documents(person=first),
        to.Dossier(dossier),
        to.Record(first),
        to.Bin(),
        to.Models(),
    )

    def rows_of(place: to.Destination) -> int:
        in_safe.go(to.Help())
        given.clear()
        in_safe.go(place)
        return sum(given)

    def near() -> int:
        return len(in_safe.safe.agenda.next_dates(until=TODAY + IN_A_WEEK))

    before, dates = [rows_of(place) for place in places], near()
    in_safe.work(lambda: many.fill(database, many.Many(PAPERS)))
    grown = [after - b for after, b in zip(map(rows_of, places), before, strict=True)]
    at_home = AT_ONCE * many.FAMILY
    assert grown == [near() - dates, at_home, *[0] * (len(places) - 2)]


def test_what_is_asked_for_comes_some_at_a_time(in_safe: Driver) -> None:
    """More people, more drafts: some of them at each gesture, though there are sixty."""
    fill(in_safe, 0, FEW)
    in_safe.go(to.Home())
    shown = []
    while others := [one for one, _ in in_safe.page._pressed if isinstance(one, home.ShowOthers)]:
        shown.append(others[-1].skip)
        in_safe.page.do(others[-1])
        in_safe.settle()
    assert shown == [5, 25, 45]
    in_safe.go(to.People())
    people = in_safe.page.searches[SEARCH]._list
    assert people._more is not None
    before = len(in_safe.page.findChildren(QWidget))
    people._more.click()
    in_safe.settle()
    assert before < len(in_safe.page.findChildren(QWidget)) < 3 * before
