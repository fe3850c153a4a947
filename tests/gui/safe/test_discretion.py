"""In an association nobody's name or matter is on a page before one asks for it (office A2)."""

from typing import Literal

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.pages import destinations as to
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver, Start

MARK = "Zkanari"


class Association(DrivenTools):
    mode: Literal["association"] = "association"  # type: ignore[assignment]


class Home(DrivenTools):
    mode: Literal["home"] = "home"  # type: ignore[assignment]


def seen(driver: Driver) -> str:
    """Return every word in the window, those of the bar and of the buttons too."""
    shown = [w for w in driver.window.findChildren(QWidget) if w.isVisibleTo(driver.window)]
    said = [str(w.property("text") or "") for w in shown]
    return "\n".join([driver.window.windowTitle(), *said, *(w.accessibleName() for w in shown)])


@pytest.fixture(params=[Association, Home])
def opened(request: pytest.FixtureRequest, in_safe: Driver, start: Start) -> Driver:
    """The program just opened by its phrase, over a safe that knows people and their matters."""

    def fill() -> None:
        safe = in_safe.safe
        for name in ("Amina", "Zoé"):
            person = safe.people.add(f"{MARK} {name}", on=TODAY)
            dossier = safe.dossiers.add(f"{MARK} dette", on=TODAY, person=person)
            safe.events.add(dossier, kind="reply-expected", day=TODAY, awaited=True)
            safe.add(b"x", title=f"{MARK} lettre", on=TODAY, person=person, dossier=dossier)
            pack = in_safe.tools.catalogue.search()[0].id
            safe.drafts.begin(pack, "{}", on=TODAY, person=person)

    in_safe.work(fill)
    driver = start(request.param())
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open
    return driver


@pytest.mark.parametrize(
    ("screen", "gesture"),
    [
        (to.Home(), "Voir ce qui est commencé et la semaine"),
        (to.People(), "Voir toutes les personnes"),
        (to.Documents(), "Voir les documents de tous"),
    ],
)
def test_names_come_when_one_asks(screen: to.Destination, gesture: str, opened: Driver) -> None:
    if screen != to.Home():
        opened.go(screen)
    opened.settle()
    if opened.tools.mode == "home":
        assert MARK in seen(opened), "at home nothing waits"
        return
    assert MARK not in seen(opened)
    opened.press(gesture)
    opened.until(lambda: MARK in seen(opened))


def test_a_search_is_a_gesture_too(opened: Driver) -> None:
    if opened.tools.mode == "home":
        pytest.skip("at home nothing waits")
    opened.go(to.People())
    opened.type("Chercher une personne", f"{MARK} am")
    opened.wait_for(f"{MARK} Amina")
    labels = [w.text() for w in opened.page.findChildren(QLabel) if w.isVisibleTo(opened.page)]
    assert f"{MARK} Amina" in labels
    assert f"{MARK} Zoé" not in labels


def test_who_was_just_added_is_shown_and_nobody_else(opened: Driver) -> None:
    if opened.tools.mode == "home":
        pytest.skip("at home nothing waits")
    opened.go(to.People())
    opened.type("Nom d’une nouvelle personne", "Fatou")
    opened.press("Ajouter cette personne")
    assert "Fatou" in opened.words()
    assert MARK not in seen(opened)
