"""A screen reads and builds as much in the safe of an office as in that of a family."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from desktop_app.pages import destinations as to
from desktop_app.workflow.matter import timeline
from desktop_app.workflow.people.people import live_together
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
