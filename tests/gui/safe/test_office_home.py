"""The day of an office in the real window: nobody is named, seen or heard, until one asks."""

import datetime as dt
from typing import Literal

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.gui.screens.bureau.home import OfficeHomeScreen
from desktop_app.gui.screens.bureau.sheet import OfficeSheet
from desktop_app.gui.starting import start
from desktop_app.pages import destinations as to
from desktop_app.pages import office_home
from tests.gui.hearing import Recorder
from tests.gui.keyboard import type_text
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver
from tests.gui.safe.test_hiding import KEY, told_to_readers

NAMES = ("Zkanarienne", "Ypsiloune", "Wolfgangui")


class Association(DrivenTools):
    mode: Literal["association"] = "association"  # type: ignore[assignment]


@pytest.fixture
def office(in_safe: Driver, request: pytest.FixtureRequest) -> Driver:
    """An office's program, just opened over people, their matters, and a queue."""

    def fill() -> None:
        safe = in_safe.safe
        for place, name in enumerate(NAMES):
            person = safe.people.add(f"{name} Dupont", on=TODAY)
            safe.consents.give(person, "2026-11", on=TODAY)  # else she would be asked first
            dossier = safe.dossiers.add(f"Dette de {name}", on=TODAY, person=person)
            day = TODAY + dt.timedelta(days=2 * place - 2)
            safe.events.add(dossier, kind="silence-expected", day=day, awaited=True)
            safe.events.add(
                dossier, kind="to-do", day=day, title=f"Rappeler {name}", awaited=place > 1
            )
        safe.visits.arrive(safe.people.all()[0].id, day=TODAY, at=dt.time(9))
        safe.visits.arrive(day=TODAY, at=dt.time(9, 5), note=f"pour {NAMES[0]}")
        yesterday = TODAY - dt.timedelta(days=1)
        safe.visits.arrive(safe.people.all()[1].id, day=yesterday, at=dt.time(9))

    in_safe.work(fill)
    driver: Driver = request.getfixturevalue("start")(Association())
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.until(lambda: isinstance(driver.page, OfficeHomeScreen))
    driver.wait_for("Attendent")
    return driver


def everything(driver: Driver) -> str:
    """Return all that a visitor could see or hear: the title, the bar, what is to be read, what can
    be pasted, and the accessible tree: names, descriptions, values of everything in the windows.
    """
    driver.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as a running program does
    clipboard, window = QApplication.clipboard(), driver.window
    told = (window.windowTitle(), clipboard.text(), *window.bar_told(), driver.notices())
    return "\n".join((*told, told_to_readers(driver.app)))


def nobody(driver: Driver) -> bool:
    said = everything(driver)
    return not any(name.lower() in said.lower() for name in NAMES)


def hold(driver: Driver, kind: QEvent.Type, key: Qt.Key = Qt.Key.Key_Control) -> None:
    held = Qt.KeyboardModifier.NoModifier
    driver.app.sendEvent(driver.focus(), QKeyEvent(kind, key, held))
    driver.settle()


class TestNobodyIsNamed:
    def test_in_anything_a_visitor_could_see(self, office: Driver) -> None:
        assert nobody(office)
        assert "Z. D." in told_to_readers(office.app), "the watch is blind"
        assert office.window.windowTitle().startswith("Aujourd’hui")
        assert office.window.bar_told()[0] == "Association"

    @pytest.mark.slow
    def test_whom_one_wrote_for_before_is_no_longer_in_the_bar(self, office: Driver) -> None:
        person = office.safe.people.all()[0]
        office.window._session.write_for(person.id, person.name)
        office.go(to.Person(person.id))
        assert not nobody(office)
        office.go(to.Home())
        office.wait_for("Attendent")
        assert nobody(office)
        assert office.window._session.person == ""

    @pytest.mark.slow
    def test_in_what_is_announced_while_names_are_hidden(
        self, office: Driver, recorder: Recorder
    ) -> None:
        recorder.clear()
        office.type("Nom, naissance", NAMES[0][:5])
        office.wait_for("1 personne trouvée")
        office.press("Attend")
        office.settle()
        said = " ".join(one.words for one in recorder)
        assert "quelqu’un attend" in said
        assert not any(name in said for name in NAMES)
        assert nobody(office)

    @pytest.mark.slow
    def test_a_search_shows_three_letters_a_year_and_a_number(self, office: Driver) -> None:
        office.type("Nom, naissance", NAMES[0])
        office.wait_for("1 personne trouvée")
        # What one types oneself is in the box; nothing found says more than three letters.
        assert f"{NAMES[0]} Dupont" not in everything(office)


class TestNames:
    @pytest.mark.slow
    def test_by_the_button_and_back(self, office: Driver, recorder: Recorder) -> None:
        office.press("Montrer les noms")
        said = told_to_readers(office.app)
        assert all(name in said for name in NAMES)
        assert "se montrent" in " ".join(one.words for one in recorder)
        assert not any(name in office.window.windowTitle() for name in NAMES)
        office.press("Cacher les noms")
        assert nobody(office)

    def test_as_long_as_the_key_is_held(self, office: Driver) -> None:
        page = office.page
        assert isinstance(page, OfficeHomeScreen)
        page._names._held.setInterval(10)
        hold(office, QEvent.Type.KeyPress)
        office.until(lambda: not nobody(office))
        hold(office, QEvent.Type.KeyRelease)
        assert nobody(office)

    @pytest.mark.slow
    def test_a_shortcut_or_a_tap_shows_nothing(self, office: Driver) -> None:
        page = office.page
        assert isinstance(page, OfficeHomeScreen)
        hold(office, QEvent.Type.KeyPress)
        hold(office, QEvent.Type.KeyRelease)
        assert not page._names._held.isActive()
        hold(office, QEvent.Type.KeyPress)
        hold(office, QEvent.Type.KeyPress, Qt.Key.Key_Plus)
        assert not page._names._held.isActive()
        assert nobody(office)

    @pytest.mark.slow
    def test_for_twenty_seconds_at_most(self, office: Driver) -> None:
        page = office.page
        assert isinstance(page, OfficeHomeScreen)
        assert office_home.SECONDS == 20
        office.press("Montrer les noms")
        assert page._names._end.interval() == 20_000
        page._names._end.start(10)
        office.until(lambda: nobody(office))

    @pytest.mark.slow
    @pytest.mark.parametrize("away", ["left", "hidden"])
    def test_until_the_page_is_out_of_view(self, away: str, office: Driver) -> None:
        office.press("Montrer les noms")
        if away == "left":
            office.go(to.Help())
            office.window.back()
            office.wait_for("Attendent")
        else:
            office.key(KEY)
            office.settle()
            assert nobody(office)
            type_text(office.focus(), PHRASE)
            office.enter()
            assert not office.window.covered
        assert nobody(office)

    @pytest.mark.slow
    def test_until_the_window_is_left_for_another(self, office: Driver) -> None:
        office.press("Montrer les noms")
        office.app.sendEvent(office.page, QEvent(QEvent.Type.WindowDeactivate))
        office.settle()
        assert nobody(office)


class TestQueue:
    @pytest.mark.slow
    def test_yesterday_is_closed_and_said(self, office: Driver) -> None:
        office.wait_for("1 visite d’un autre jour est close")

    def test_who_waits_is_received_then_it_ends_and_is_undone(self, office: Driver) -> None:
        office.press("W. D. · n° 3 · sans rendez-vous")
        office.press("Recevoir maintenant")
        office.until(lambda: isinstance(office.page, OfficeHomeScreen))
        office.wait_for("Reçue maintenant")
        assert nobody(office)
        office.press("C’est fini")
        office.until(lambda: "Reçue maintenant" not in office.words())
        office.window.context.gestures.undo()
        office.wait_for("Reçue maintenant")

    @pytest.mark.slow
    def test_who_has_no_name_is_given_one(self, office: Driver) -> None:
        office.press("Sans rendez-vous · 1")
        office.type("Qui est-ce", NAMES[1])
        office.wait_for("1 personne trouvée")
        office.press("Yps…")
        office.until(lambda: "Qui est-ce" not in office.words())
        office.press("N’attend plus")
        office.wait_for("Attendent")
        office.until(lambda: "Sans rendez-vous" not in office.words())

    @pytest.mark.slow
    def test_somebody_more_waits(self, office: Driver) -> None:
        office.press("Quelqu’un attend")
        office.to("Sans rendez-vous · 2")

    @pytest.mark.slow
    def test_found_and_received_at_once(self, office: Driver) -> None:
        office.type("Nom, naissance", NAMES[0])
        office.wait_for("1 personne trouvée")
        office.press("Recevoir")
        office.wait_for("Reçue maintenant")
        office.press("Feuille de bureau")
        assert office.window._session.person_name == f"{NAMES[0]} Dupont"
        assert office.window.place == to.OfficeSheet()


QUESTION = "Référence"


def to_the_sheet(driver: Driver, person: str) -> None:
    """Begin a letter for somebody, on the office's sheet, and half answer a question of it."""
    name = driver.safe.people.one(person).name
    driver.window._session.write_for(person, name)
    driver.go(to.Situations())
    start(driver.window.context, driver.page, "caf-indu-rsa")
    driver.until(lambda: isinstance(driver.page, OfficeSheet))
    type_text(driver.to(QUESTION), "12 bis")


class TestInterrupted:
    def test_back_to_the_very_question_by_one_gesture(self, office: Driver) -> None:
        person = office.safe.people.all()[0]
        to_the_sheet(office, person.id)
        office.press("Suspendre")
        office.wait_for("En suspens")
        assert nobody(office)
        office.press("Revenir à la question")
        office.until(lambda: isinstance(office.page, OfficeSheet))
        office.settle()
        assert office.focus().accessibleName().startswith(QUESTION)
        assert "12 bis" in told_to_readers(office.app), "what was half typed is there"
        assert office.window._session.person == person.id, "one writes again for her"

    @pytest.mark.slow
    def test_after_another_person(self, office: Driver) -> None:
        first, second = office.safe.people.all()[:2]
        for person in (first, second):
            to_the_sheet(office, person.id)
            office.press("Suspendre")
            office.wait_for("En suspens")
        office.press("Revenir à la question : W. D.")
        office.until(lambda: isinstance(office.page, OfficeSheet))
        assert office.window._session.person == first.id

    @pytest.mark.slow
    def test_by_escape_one_writes_for_her_again(self, office: Driver) -> None:
        person = office.safe.people.all()[0]
        to_the_sheet(office, person.id)
        office.press("Suspendre")
        office.wait_for("Attendent")
        assert office.window._session.person == ""
        office.window.back()
        office.settle()
        assert office.window._session.person == person.id


@pytest.mark.slow
@pytest.mark.parametrize(("zoom", "beside"), [(1.0, True), (2.0, False), (4.0, False)])
def test_beside_or_under_and_all_is_reached(zoom: float, beside: bool, office: Driver) -> None:
    office.window.resize(QSize(1024, 600))
    office.window.context.look.set_zoom(zoom)
    office.settle()
    page = office.page
    assert isinstance(page, OfficeHomeScreen)
    assert page.wide is beside
    assert page.horizontalScrollBar().maximum() == 0
    for name in ("Nom, naissance", "Z. D.", "Quelqu’un attend", "Montrer les noms"):
        office.to(name)


def test_at_home_the_first_page_is_as_ever(in_safe: Driver) -> None:
    in_safe.window.restart(to.Home())
    in_safe.settle()
    assert in_safe.page.heading.text() == "Que vous arrive-t-il ?"
