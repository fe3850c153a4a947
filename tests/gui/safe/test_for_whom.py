"""In an office no paper is begun for nobody: for whom it is comes first, in the real window."""

import pytest

from desktop_app.core.records import Person, SavedDraft
from desktop_app.gui.screens.bureau.consent import ConsentScreen
from desktop_app.gui.screens.bureau.home import OfficeHomeScreen
from desktop_app.gui.screens.bureau.sheet import OfficeSheet
from desktop_app.gui.screens.personnes.view import Personnes
from desktop_app.gui.starting import start
from desktop_app.pages import destinations as to
from desktop_app.pages import people
from tests.gui.safe.conftest import Driver
from tests.gui.safe.test_office_home import office

__all__ = ["office"]
PACK = "caf-indu-rsa"


@pytest.fixture
def asked(office: Driver) -> Driver:
    """A letter was asked for, and nobody is chosen."""
    start(office.window.context, office.page, PACK)
    office.until(lambda: isinstance(office.page, Personnes))
    office.wait_for("Choisissez d’abord la personne")
    return office


def everyone(driver: Driver) -> list[Person]:
    """Return who is in the safe."""
    found: list[Person] = []
    safe = driver.window.context.session.safe or driver.window.context.session.held_back
    assert safe is not None
    driver.work(lambda: found.extend(safe.people.all()))
    return found


def test_the_paper_waits_for_the_person_and_is_hers(asked: Driver) -> None:
    her = everyone(asked)[0]
    asked.page.perform(people.WriteFor(her.id, her.name))
    asked.until(lambda: isinstance(asked.page, OfficeSheet))
    assert asked.window.context.session.person == her.id
    assert asked.window.context.session.writing.person == her.id
    assert asked.window.context.session.writing.interview.draft.pack == PACK
    assert asked.window.context.session.waiting is None


def test_a_new_person_is_told_what_is_kept_then_the_same_paper_begins(asked: Driver) -> None:
    asked.window.context.navigator.go(to.NewPerson("Nina Neuve", first=True))
    asked.wait_for("Nouvelle personne")
    asked.press("Ajouter, et écrire pour elle")
    asked.until(lambda: isinstance(asked.page, ConsentScreen))
    assert asked.window.context.session.writing.interview.draft.pack == PACK


def test_of_somebody_who_wants_nothing_kept_nothing_is(asked: Driver) -> None:
    safe, drafts = asked.safe, list[SavedDraft]()
    before = everyone(asked)
    asked.page.perform(people.WithoutKeeping())
    asked.until(lambda: isinstance(asked.page, OfficeSheet))
    assert asked.window.context.session.safe is None
    assert asked.window.context.session.held_back is safe
    assert everyone(asked) == before
    asked.work(lambda: drafts.extend(safe.drafts.unfinished()))
    assert drafts == []


def test_nothing_is_begun_by_coming_back_later(asked: Driver) -> None:
    asked.press("Accueil")
    asked.until(lambda: isinstance(asked.page, OfficeHomeScreen))
    asked.go(to.People())
    asked.until(lambda: isinstance(asked.page, Personnes))
    asked.wait_for("Personnes")
    her = everyone(asked)[0]
    asked.page.perform(people.WriteFor(her.id, her.name))
    asked.settle()
    assert asked.window.context.session.writing is None
