"""Circles in the window: made, entered without the phrase again, a dossier moved, all locked."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from desktop_app.gui.screens.bureau.home import OfficeHomeScreen
from desktop_app.gui.screens.dossier.view import DossierScreen
from desktop_app.pages import destinations as to
from desktop_app.pages import office_home
from desktop_app.safe.errors import NotFound
from desktop_app.safe.moving import Moving
from desktop_app.safe.own_secret import of_circle
from desktop_app.safe.rows_out import of_matter
from desktop_app.workflow.safes.care import make_safe
from desktop_app.workflow.store import Safe
from tests.gui.hearing import Recorder
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver, Start
from tests.gui.safe.test_hiding import told_to_readers
from tests.safe.test_circles import NADIA

TITLE = "Familles"


class OfficeTools(DrivenTools):
    """The program as an association has it."""

    mode = "association"  # type: ignore[assignment]


@pytest.fixture
def office(start: Start) -> Driver:
    """The window of an office's helper, its safe opened by her phrase; Nadia has hers."""
    driver = start(OfficeTools())
    tools = driver.tools

    def work() -> None:
        made = make_safe(tools.safes, tools.known_safes, PHRASE, on=TODAY)
        made.safe.access.add_phrase(NADIA, name="Nadia", on=TODAY)
        ana = made.safe.people.add("Ana", on=TODAY)
        dossier = made.safe.dossiers.add("Divorce", on=TODAY, person=ana)
        made.safe.add(b"plainte", title="Plainte", on=TODAY, dossier=dossier)
        made.safe.close()

    driver.work(work)
    driver = start(OfficeTools())
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open
    return driver


def asked(driver: Driver, work: Callable[[Safe], object]) -> object:
    """Return what the safe in use says, in the worker."""
    found: list[object] = []
    driver.work(lambda: found.append(work(driver.safe)))
    return found[0]


def make(driver: Driver) -> None:
    driver.go(to.Circles())
    assert "Votre phrase n’ouvre aucun cercle." in driver.words()
    driver.type("Titre du nouveau cercle", TITLE)
    driver.press("Faire un cercle")
    assert "Recopiez ces douze mots" in driver.words()


def test_made_entered_filled_left_and_locked(office: Driver) -> None:
    make(office)
    (dossier,) = asked(office, lambda safe: [one.id for one in safe.dossiers.all()])  # type: ignore[misc]
    office.go(to.MoveDossier(dossier))
    office.press("Le déplacer ici")
    office.settle()
    assert "déplacé et relu" in office.bar()
    assert asked(office, lambda safe: safe.dossiers.there(dossier)) is None
    office.go(to.Circles())
    office.press("Y entrer")
    session = office.window._session
    assert session.main is not None
    assert "réservé" in office.window._bar.whom.text()
    assert TITLE not in office.window._bar.whom.text() + office.window.windowTitle()
    assert asked(office, lambda safe: [one.title for one in safe.documents()]) == ["Plainte"]
    office.go(to.Circles())
    office.press("Revenir au coffre de tous")
    assert session.main is None
    assert asked(office, lambda safe: safe.count_documents()) == 0
    office.go(to.Circles())
    office.press("Y entrer")
    circle, main = office.safe, session.main
    office.window.lock_now()
    office.settle()
    assert not office.is_open
    for safe in (circle, main):
        assert safe is not None
        with pytest.raises(Exception):  # noqa: B017, PT011 (closed: whatever its engine says)
            safe.documents()
    office.type("Votre phrase secrète", PHRASE)
    office.enter()
    assert office.safe.circle == ""  # the office's first, whatever was in use


def test_readers_are_added_by_their_own_phrase_and_removed_once_asked(office: Driver) -> None:
    make(office)
    office.go(to.Circles())
    office.press("Qui le lit")
    office.type("La phrase de cette personne", "une phrase que personne n’a ici")
    office.press("Lui ouvrir ce cercle")
    assert "n’ouvre pas le coffre de l’association" in office.words()
    assert "Encore 2 essais, puis tout se ferme" in office.words()
    office.type("La phrase de cette personne", NADIA)
    office.press("Lui ouvrir ce cercle")
    assert "Nadia" in office.words()
    office.press("Lui fermer ce cercle : Nadia")
    assert "Ce que cette personne a déjà lu ou copié lui reste" in office.words()
    office.press("Lui fermer ce cercle")
    office.settle()


def test_another_helper_sees_nothing_of_it(office: Driver, start: Start) -> None:
    make(office)
    office.window.lock_now()
    office.settle()
    office.type("Votre phrase secrète", NADIA)
    office.enter()
    assert office.is_open
    office.go(to.SafeHome())
    office.go(to.Circles())
    assert TITLE not in office.words()
    assert "Votre phrase n’ouvre aucun cercle." in office.words()
    with pytest.raises(NotFound):
        office.safe.dossiers.one(TITLE)


def test_what_is_half_typed_in_one_safe_is_never_in_another(office: Driver) -> None:
    make(office)
    office.window._session.half_typed["une page"] = {"question": "d’ici"}
    office.go(to.Circles())
    office.press("Y entrer")
    assert office.window._session.half_typed == {}


class TestTheDay:
    """The first page of the office, for who reads a circle and for who does not."""

    LINE = "A. · n° 1 : Divorce"

    def test_one_line_leads_into_the_circle_and_home_leads_out(self, office: Driver) -> None:
        reserve(office)
        enter_again(office, PHRASE)
        (line,) = reserved_lines(office)
        assert line.startswith(self.LINE)
        assert "Ana" not in told_to_readers(office.app) + office.window.windowTitle()
        session = office.window._session
        office.press(self.LINE)
        office.until(lambda: isinstance(office.page, DossierScreen))
        assert session.main is not None
        assert "réservé" in office.window._bar.whom.text()
        assert asked(office, lambda safe: [one.title for one in safe.documents()]) == ["Plainte"]
        session.half_typed["une page"] = {"question": "de là"}
        office.press("Accueil")
        office.until(lambda: session.main is None)
        office.settle()
        assert isinstance(office.page, OfficeHomeScreen)
        assert "de nouveau dans le coffre de tous" in office.bar()
        assert asked(office, lambda safe: safe.count_documents()) == 0
        assert len(reserved_lines(office)) == 1
        assert session.half_typed == {}  # it waits where it was typed
        sought = found(office, "Ana")
        assert "2 personnes trouvées, dont 1 dans vos cercles" in sought
        assert "réservé" in sought
        assert found(office, "Zoé").startswith("1 personne trouvée, dont 1 dans vos cercles")
        office.press("Sa fiche : Zo… · réservé")
        office.until(lambda: session.main is not None)
        assert session.half_typed == {"une page": {"question": "de là"}}

    def test_who_reads_none_sees_hears_and_finds_nothing(
        self, office: Driver, recorder: Recorder
    ) -> None:
        reserve(office)
        break_keys(office)
        recorder.clear()
        enter_again(office, NADIA)
        told = told_to_readers(office.app) + " ".join(one.words for one in recorder)
        assert "Aucun dossier ne presse." in told
        assert not any(one in told for one in ("réservé", "ercle", "Divorce", TITLE))
        assert "ercle" not in office.notices() + office.bar()
        assert found(office, "Zoé").startswith("0 personne")
        assert found(office, "Ana").startswith("1 personne trouvée\n")

    @pytest.mark.slow
    def test_who_is_made_a_reader_sees_it_and_once_removed_no_more(self, office: Driver) -> None:
        reserve(office)
        circle = asked(office, lambda safe: safe.circles.open[0].id)
        office.work(lambda: office.safe.circles.add_reader(str(circle), NADIA, on=TODAY))
        enter_again(office, NADIA)
        assert len(reserved_lines(office)) == 1
        enter_again(office, PHRASE)

        def remove() -> None:
            circles = office.safe.circles
            (nadia,) = [one for one in circles.readers(str(circle)) if not one.me]
            circles.remove_reader(str(circle), nadia.slot, on=TODAY)

        office.work(remove)
        enter_again(office, NADIA)
        assert reserved_lines(office) == []
        assert "ercle" not in told_to_readers(office.app)

    @pytest.mark.slow
    def test_who_goes_on_sees_none_of_the_former_one(self, office: Driver) -> None:
        reserve(office)
        enter_again(office, PHRASE)
        office.press(self.LINE)
        office.until(lambda: office.window._session.main is not None)
        office.go(to.GoOnAs())
        office.type("La phrase de la personne", NADIA)
        office.enter()
        office.until(lambda: isinstance(office.page, OfficeHomeScreen))
        office.settle()
        assert office.window._session.main is None
        assert not office.window._session.visiting
        assert reserved_lines(office) == []

    @pytest.mark.slow
    def test_one_that_another_helper_writes_is_only_read(self, office: Driver) -> None:
        reserve(office)
        with written_elsewhere(office):
            (line,) = reserved_lines(office)
            assert "réservé, à lire seulement" in line
            office.press(self.LINE)
            office.until(lambda: isinstance(office.page, DossierScreen))
            assert office.safe.read_only
            office.press("Accueil")
            office.until(lambda: office.window._session.main is None)

    @pytest.mark.slow
    def test_one_that_is_damaged_is_said_and_stops_nothing(self, office: Driver) -> None:
        reserve(office)
        office.work(lambda: more_in(office.safe))
        folder = office.safe.folder.circle_folders()[0]  # type: ignore[attr-defined]
        office.window.lock_now()
        office.settle()
        for one in folder.glob("safe.db*"):
            one.write_bytes(b"x" * 8192)
        unlock(office, PHRASE)
        assert "Un de vos cercles ne s’ouvre pas." in office.notices()
        assert "Loyer" in told_to_readers(office.app)
        assert reserved_lines(office) == []

    @pytest.mark.slow
    def test_a_move_cut_midway_is_ended_and_told_once(self, office: Driver) -> None:
        make(office)
        safe: Any = office.safe

        def cut() -> None:
            dossier = more_in(safe)
            moving = Moving(safe, safe.circles.open[0], dossier, on=TODAY)
            steps = moving.steps(of_matter(safe.database, moving._matter))
            assert [next(steps), next(steps)] == ["begun", "copied"]

        office.work(cut)
        enter_again(office, PHRASE)
        assert "déplacement" in office.notices()
        (line,) = reserved_lines(office)
        assert "Loyer" in line
        assert told_to_readers(office.app).count("Loyer. ") == 1


def more_in(safe: Safe) -> str:
    """Add a dossier that presses."""
    dossier = safe.dossiers.add("Loyer", on=TODAY, person=safe.people.all()[0].id)
    safe.events.add(dossier, kind="to-do", day=TODAY + dt.timedelta(1), title="Payer", awaited=True)
    return dossier


def reserve(driver: Driver) -> None:
    """Move the dossier, which presses, to a new circle; somebody is known there alone."""
    make(driver)

    def work() -> None:
        safe = driver.safe
        (dossier,) = [one.id for one in safe.dossiers.all()]
        day = TODAY + dt.timedelta(2)
        safe.events.add(dossier, kind="to-do", day=day, title="Appeler", awaited=True)
        safe.numbers.begin()
        (circle,) = safe.circles.open
        safe.circles.move(safe.id, circle.id, dossier, on=TODAY)
        circle.people.add("Zoé", on=TODAY)

    driver.work(work)


def enter_again(driver: Driver, phrase: str) -> None:
    driver.window.lock_now()
    driver.settle()
    unlock(driver, phrase)


def unlock(driver: Driver, phrase: str) -> None:
    driver.type("Votre phrase secrète", phrase)
    driver.enter()
    driver.until(lambda: isinstance(driver.page, OfficeHomeScreen))
    driver.wait_for("Attendent")
    driver.settle()


def reserved_lines(driver: Driver) -> list[str]:
    """Return the lines of the day that are said to be reserved, as they are heard."""
    told = told_to_readers(driver.app).splitlines()
    return sorted({one for one in told if " : " in one and one.rstrip(".").find("réservé") > 0})


def found(driver: Driver, typed: str) -> str:
    """Return what the box of the day finds."""
    box: Any = driver.page.searches[office_home.SEARCH]  # type: ignore[attr-defined]
    box._field.edit.setText(typed)
    box.look()
    driver.settle()
    seen = driver.words()
    return seen[seen.index(box.said) :]


def break_keys(driver: Driver) -> None:
    """Make another circle's keys unreadable: it may be anybody's."""
    (folder,) = driver.safe.folder.circle_folders()  # type: ignore[attr-defined]
    other = folder.with_name("0123456789abcdef")
    other.mkdir()
    for name in ("keys", "keys.2"):
        (other / name).mkdir()


@contextmanager
def written_elsewhere(driver: Driver) -> Iterator[None]:
    """Have the circle be written by another window while this one opens again."""
    safe: Any = driver.safe
    (folder,) = safe.folder.circle_folders()
    key = of_circle(bytes(safe.access.own), bytes.fromhex(safe.circles.open[0].id))
    driver.window.lock_now()
    driver.settle()
    held: list[Any] = []
    driver.work(lambda: held.append(driver.tools.safes.open(folder, key, on=TODAY)))
    try:
        unlock(driver, PHRASE)
        yield
    finally:
        driver.work(held[0].close)
