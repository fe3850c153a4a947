"""The day of an office where something is in the way: erased, read only, already received."""

import datetime as dt

import pytest

from desktop_app.core.visits import Visit
from desktop_app.gui.screens.bureau.home import OfficeHomeScreen
from desktop_app.pages import destinations as to
from tests.gui.safe.conftest import TODAY, Driver, Start
from tests.gui.safe.test_office_home import Association

pytestmark = pytest.mark.slow


@pytest.fixture
def office(in_safe: Driver, start: Start) -> Driver:
    """An office's program over one person, who waits."""

    def fill() -> None:
        person = in_safe.safe.people.add("Fatou Diallo", on=TODAY)
        in_safe.safe.visits.arrive(person, day=TODAY, at=dt.time(9))

    in_safe.work(fill)
    driver = start(Association())
    driver.type("Votre phrase secrète", "trois éléphants bleus à Nîmes")
    driver.enter()
    driver.until(lambda: isinstance(driver.page, OfficeHomeScreen))
    driver.wait_for("Attendent")
    return driver


def the_visit(driver: Driver) -> Visit:
    return driver.safe.visits.of_day(TODAY)[0]


def test_another_helper_received_her_first(office: Driver) -> None:
    visit = the_visit(office)
    office.press("F. D. · n° 1")
    office.work(lambda: office.safe.visits.receive(visit.id, helper="", at=dt.time(9, 5)))
    office.press("Recevoir maintenant")
    office.wait_for("Cette personne est déjà reçue, ou partie.")
    assert the_visit(office).received == dt.time(9, 5)


def test_who_was_erased_meanwhile(office: Driver) -> None:
    visit = the_visit(office)
    office.press("F. D. · n° 1")

    def erase() -> None:
        office.safe.bin.put(visit.person_id, on=TODAY, kind="person")
        office.safe.bin.erase("person", visit.person_id, on=TODAY)

    office.work(erase)
    office.press("Recevoir maintenant")
    office.until(lambda: "Rien dans ce coffre" in office.words())
    office.window.restart(to.Home())
    office.wait_for("Personne n’attend.")


def test_a_safe_that_is_only_read_shows_its_day(office: Driver) -> None:
    office.safe.read_only = True  # type: ignore[misc]
    office.window.restart(to.Home())
    office.wait_for("Attendent")
    assert the_visit(office).state == "waiting"


def test_the_same_key_twice_notes_one_arrival_only_when_meant(office: Driver) -> None:
    """Each press is somebody; Ctrl+Z takes the last one back."""
    for _ in range(2):
        office.press("Quelqu’un attend")
    office.to("Sans rendez-vous")
    count = len(office.safe.visits.of_day(TODAY))
    office.window.context.gestures.undo()
    office.until(lambda: len(office.safe.visits.of_day(TODAY)) == count - 1)


def test_a_new_day_is_read_and_said(office: Driver) -> None:
    page = office.page
    assert isinstance(page, OfficeHomeScreen)
    assert page._day is not None
    yesterday = page._day.today.at - dt.timedelta(days=1)  # type: ignore[union-attr]
    object.__setattr__(page._day, "today", type(page._day.today)(yesterday))
    page._pass()
    office.settle()
    assert "25 novembre" in page.heading.text()


def test_a_code_that_the_responsable_forbids_brings_nothing_back(office: Driver) -> None:
    from desktop_app.core.office import Office
    from desktop_app.workflow.office import short_code
    from desktop_app.workflow.office.settings import keep_office

    office.work(lambda: short_code.keep(office.safe, "83k2"))
    office.work(lambda: keep_office(office.safe, Office(name="Le Relais", hiding=False)))
    office.window.restart(to.Home())
    office.settle()
    assert office.window._session.code is None
    office.go(to.ShortCode())
    office.wait_for("Ce bureau n’utilise pas de code")
    office.locking._timer.timeout.emit()
    office.until(lambda: not office.is_open)
