"""Circles in the window: made, entered without the phrase again, a dossier moved, all locked."""

from collections.abc import Callable

import pytest

from desktop_app.pages import destinations as to
from desktop_app.safe.errors import NotFound
from desktop_app.workflow.safes.care import make_safe
from desktop_app.workflow.store import Safe
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver, Start
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
