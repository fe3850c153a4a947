"""In an association nobody's name or matter is on a page before one asks for it (office A2)."""

from typing import Literal

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

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
        (to.Situations(), "Voir ce qui est commencé et la semaine"),
        (to.People(), "Montrer les noms"),
        (to.Week(), "Montrer les noms"),
        (to.Documents(), "Voir les documents de tous"),
    ],
)
def test_names_come_when_one_asks(screen: to.Destination, gesture: str, opened: Driver) -> None:
    opened.go(screen)
    opened.settle()
    if opened.tools.mode == "home":
        assert MARK in seen(opened), "at home nothing waits"
        return
    assert MARK not in seen(opened)
    opened.press(gesture)
    opened.until(lambda: MARK in seen(opened))
    if gesture == "Montrer les noms":
        opened.app.sendEvent(opened.page, QEvent(QEvent.Type.WindowDeactivate))
        opened.until(lambda: MARK not in seen(opened))


def test_a_search_shows_initials_until_names_are_asked_for(opened: Driver) -> None:
    if opened.tools.mode == "home":
        pytest.skip("at home nothing waits")
    opened.go(to.People())
    opened.type("Nom, naissance, téléphone ou numéro", f"{MARK} am")
    opened.wait_for("1 personne trouvée")
    assert "Z. A. · n° 1" in seen(opened)
    assert MARK not in seen(opened).replace(f"{MARK} am", "")  # but what one types oneself
    opened.press("Montrer les noms")
    opened.until(lambda: f"{MARK} Zoé (n° 2)" in seen(opened))
    opened.press("Cacher les noms")
    opened.until(lambda: "Z. Z. · n° 2" in seen(opened))
    assert MARK not in seen(opened)


def test_who_was_just_added_is_chosen_and_nobody_else_is_named(opened: Driver) -> None:
    if opened.tools.mode == "home":
        pytest.skip("at home nothing waits")
    opened.go(to.People())
    opened.press("Nouvelle personne")
    opened.type("Prénom et nom", "Fatou Diallo")
    opened.press("Ajouter, et écrire pour elle")
    opened.until(lambda: opened.window._session.person_name == "Fatou Diallo")
    assert MARK not in seen(opened)
    assert opened.safe.numbers.one(opened.window._session.person) == 3


def test_who_may_be_here_already_is_asked_about_in_three_letters_and_a_year(
    opened: Driver,
) -> None:
    if opened.tools.mode == "home":
        pytest.skip("at home nothing waits")
    known = opened.safe.people.find(f"{MARK} Amina", limit=1)[0]

    def born() -> None:
        opened.safe.people.keep_value(
            known.id, "identite.date_naissance", "14/03/1982", source="typed", on=TODAY
        )

    opened.work(born)
    opened.go(to.NewPerson())
    opened.type("Prénom et nom", f"{MARK} Amina")
    for box, typed in (("Jour", "14"), ("Mois", "3"), ("Année", "1982")):
        opened.type(box, typed)
    opened.type("Téléphone", "+33 6 12 34 56 44")
    opened.press("Ajouter, et écrire pour elle")
    opened.wait_for("Cette personne est peut-être déjà ici.")
    assert "Zka… · 1982 · n° 1" in seen(opened)
    assert "même nom, même date de naissance" in seen(opened)
    opened.press("C’est elle")
    opened.until(lambda: opened.window._session.person == known.id)
    kept = opened.safe.people.profile(known.id)
    assert kept["contact.telephone"].value.replace("\u00a0", " ") == "+33 6 12 34 56 44"
    assert len(opened.safe.people.all()) == 2  # nobody was added twice
    opened.go(to.NewPerson())
    opened.type("Prénom et nom", f"{MARK} Amina")
    opened.press("Ajouter, et écrire pour elle")
    opened.press("C’est quelqu’un d’autre : l’ajouter")
    opened.until(lambda: opened.window._session.person not in ("", known.id))
    assert len(opened.safe.people.all()) == 3
