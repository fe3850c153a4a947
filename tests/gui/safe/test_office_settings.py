"""An office is set up, and helpers come, leave and follow one another, by the keyboard alone."""

import json
from typing import Literal

import pytest

from desktop_app.core.office import Office
from desktop_app.core.short_code import TRIES
from desktop_app.pages import destinations as to
from desktop_app.workflow.office.settings import call_me, keep_office
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver, Start

NADIA = "sept loutres grises à Dunkerque"


class Association(DrivenTools):
    mode: Literal["association"] = "association"  # type: ignore[assignment]


@pytest.fixture
def driver(in_safe: Driver, start: Start) -> Driver:
    """The program of an association just opened, over a safe that is no office yet."""
    assert in_safe.is_open
    driver = start(Association())
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open
    return driver


def office(driver: Driver) -> None:
    def make() -> None:
        keep_office(driver.safe, Office("Le Relais"))
        call_me(driver.safe, "Anne")
        driver.safe.access.add_phrase(NADIA, name="Nadia", on=TODAY)

    driver.work(make)


def test_an_office_is_set_up_one_thing_at_a_time(driver: Driver) -> None:
    driver.go(to.SafeHome())
    driver.press("Voir les réglages du bureau")
    assert "pas le chiffrement" in driver.words()
    driver.press("Commencer")
    driver.type("Comment s’appelle ce bureau ?", "Le Relais")
    driver.press("Continuer")
    assert driver.safe.team.office() == Office("Le Relais")
    driver.type("Et vous, quel est votre nom ?", "Anne")
    driver.press("Continuer")
    driver.type("Quel en-tête pour le papier du bureau ?", "Le Relais")
    driver.press("Continuer")
    driver.press("Continuer")
    driver.press("Continuer")
    assert driver.to("Anne · responsable · au travail ici")
    rules = driver.safe.team.office()
    assert rules is not None
    assert (rules.name, rules.head, rules.months) == ("Le Relais", "Le Relais", 24)


def test_what_is_wrong_is_said_and_what_was_typed_stays(driver: Driver) -> None:
    office(driver)
    driver.go(to.Office("head"))
    driver.type("Quel en-tête pour le papier du bureau ?", "x" * 56)
    driver.press("Enregistrer")
    assert "55 signes" in driver.words()
    assert driver.safe.team.office() == Office("Le Relais")
    driver.go(to.Office("months"))
    driver.type("Après combien de mois sans contact proposer d’effacer ?", "0")
    driver.press("Enregistrer")
    assert driver.safe.team.office() == Office("Le Relais")


def test_somebody_is_added_with_her_own_phrase_then_removed(driver: Driver) -> None:
    office(driver)
    driver.go(to.Office())
    driver.press("Ajouter quelqu’un")
    driver.type("Comment s’appelle cette personne ?", "nadia")
    driver.press("Continuer")
    assert "porte déjà ce nom" in driver.words()
    driver.type("Comment s’appelle cette personne ?", "Zoé")
    driver.press("Continuer")
    driver.press("Choisir ma propre phrase")
    driver.type("Votre phrase secrète", "cinq hérissons verts à Laon")
    driver.type("La même phrase, encore une fois", "cinq hérissons verts à Laon")
    driver.press("Continuer")
    assert driver.to("Zoé · aide")
    zoe = next(one.id for one in driver.safe.team.all() if one.name == "Zoé")
    driver.go(to.OfficeHelper(zoe))
    driver.press("Retirer du bureau")
    assert "Cela ne reprend pas ce qu’elle a lu" in driver.words()
    driver.press("Retirer Zoé")
    assert driver.to("Changer la clé du coffre")
    assert [one.name for one in driver.safe.team.all()] == ["Anne", "Nadia"]


def test_another_goes_on_and_nothing_of_the_former_stays(driver: Driver) -> None:
    office(driver)
    session = driver.window.context.session
    anne = driver.safe.acts.author
    pack = driver.tools.catalogue.search(kind="letter")[0].id
    content = json.dumps({"version": 1, "pack": pack, "answers": {}, "unknown": []})
    made: dict[str, str] = {}

    def begin() -> None:
        made["person"] = driver.safe.people.add("Ana", on=TODAY)
        made["draft"] = driver.safe.drafts.begin(pack, content, on=TODAY, person=made["person"])

    def save() -> None:
        told = content.replace('"answers": {}', '"answers": {"nom": ["Ana"]}')
        driver.safe.drafts.save(made["draft"], told, question="", on=TODAY)

    driver.work(begin)
    driver.window.context.gestures.do(
        "noté", lambda: driver.safe.people.add("Béa", on=TODAY), failed=lambda _why: None
    )
    driver.settle()
    session.write_for(made["person"], "Ana")
    session.half_typed["page"] = {"x": "y"}
    driver.go(to.GoOnAs())
    session.saver = lambda: save
    driver.type("La phrase de la personne qui continue", NADIA + "!")
    driver.press("Continuer")
    assert driver.safe.acts.author == anne
    assert session.person == made["person"]
    driver.type("La phrase de la personne qui continue", NADIA)
    driver.press("Continuer")
    nadia = driver.safe.acts.author
    assert driver.safe.access.my_name == "Nadia"
    assert driver.bar() == "C’est Nadia qui continue."
    assert isinstance(driver.window.place, to.Home)
    assert (session.person, session.half_typed, session.undoable) == ("", {}, None)
    assert "Ana" not in driver.words()
    assert {act.author for act in driver.safe.acts.of(made["draft"])} == {anne}
    driver.window.context.gestures.undo()
    driver.settle()
    assert [one.name for one in driver.safe.people.all()] == ["Ana", "Béa"]
    driver.work(lambda: driver.safe.people.add("Cléa", on=TODAY))
    cleo = driver.safe.people.all()[-1].id
    assert [act.author for act in driver.safe.acts.of(cleo)] == [nadia]
    driver.go(to.Office())
    assert "Ces règles reviennent aux personnes responsables : Anne." in driver.words()


def test_another_s_phrase_on_a_hidden_page_makes_her_go_on(driver: Driver) -> None:
    office(driver)
    session, anne = driver.window.context.session, driver.safe.acts.author
    driver.work(lambda: driver.safe.people.add("Ana", on=TODAY))
    session.write_for(driver.safe.people.all()[0].id, "Ana")
    driver.go(to.Documents())
    for phrase, author, whose in ((PHRASE, anne, "Ana"), (NADIA, "", "")):
        driver.window.hide_page()
        driver.settle()
        driver.type("Votre phrase secrète", phrase)
        driver.enter()
        assert not driver.window.covered
        assert session.person_name == whose
        assert (driver.safe.acts.author == anne) is (author == anne)
    assert driver.safe.access.my_name == "Nadia"


class TestWrongPhrases:
    """At a safe that is open they are counted, and locked by, as wrong codes are."""

    def give(self, driver: Driver, typed: str) -> None:
        driver.type("La phrase de la personne qui continue", typed)
        driver.press("Continuer")
        driver.settle()

    def test_three_where_another_goes_on_lock_what_was_written_being_sealed(
        self, driver: Driver
    ) -> None:
        office(driver)
        session, saved = driver.window.context.session, list[str]()
        driver.go(to.GoOnAs())
        session.saver = lambda: lambda: saved.append("sealed")
        for left in range(TRIES - 1, 0, -1):
            self.give(driver, NADIA + "!")
            assert driver.is_open
            assert f"Encore {left} essai" in driver.words()
            driver.go(to.Home())  # going away gives no try more
            driver.go(to.GoOnAs())
        session.saver = lambda: lambda: saved.append("last")
        self.give(driver, NADIA + "?")
        driver.until(lambda: not driver.is_open)
        assert saved[-1] == "last"
        driver.settle()
        assert driver.page.heading.text() == "Écrivez votre phrase"

    def test_a_right_one_gives_three_tries_again_and_nothing_typed_is_none(
        self, driver: Driver
    ) -> None:
        office(driver)
        for _ in range(2):
            driver.go(to.GoOnAs())
            for typed in ("", "", "", "fausse", "fausse encore", NADIA):
                self.give(driver, typed)
            assert driver.is_open
            assert driver.safe.access.my_name == "Nadia"

    def test_those_at_a_hidden_page_are_of_the_same_count(self, driver: Driver) -> None:
        office(driver)
        driver.go(to.GoOnAs())
        self.give(driver, "fausse")
        driver.window.hide_page()
        driver.settle()
        for typed in ("fausse aussi", "fausse encore"):
            assert driver.is_open
            driver.type("Votre phrase secrète", typed)
            driver.enter()
            driver.settle()
        driver.until(lambda: not driver.is_open)
