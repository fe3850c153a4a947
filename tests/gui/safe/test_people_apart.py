"""Several people in one safe: a gesture says for whom, and nothing crosses without one."""

import datetime as dt

from PySide6.QtWidgets import QPushButton

from desktop_app.core.answers.draft import Draft
from desktop_app.pages import destinations as to
from desktop_app.workflow.interview import saving
from desktop_app.workflow.matter import followup, timeline
from tests.gui.safe.conftest import PHRASE, TODAY, Driver, safes_under

RAPO = "caf-rapo-rsa"


def person(driver: Driver, name: str) -> str:
    found: list[str] = []
    driver.work(lambda: found.append(driver.safe.people.add(name, on=TODAY)))
    return found[0]


def with_papers(driver: Driver, name: str) -> str:
    """Add a person with a dossier, a document, a date of this week, a draft and an address."""
    who = person(driver, name)

    def work() -> None:
        safe, law = driver.safe, driver.tools.law
        dossier = safe.dossiers.add(f"Indu de {name}", on=TODAY, person=who, procedure=RAPO)
        safe.add(b"a", title=f"Lettre de {name}", on=TODAY, dossier=dossier, text="hippocampe")
        day = dt.date(2026, 9, 28)
        followup.decision_received(safe, law, dossier, procedure=RAPO, day=day, today=TODAY)
        draft = Draft("caf-indu-rsa", answers={"nom": name})
        saving.save(safe, draft, draft_id="", question="", on=TODAY, person=who)
        safe.people.keep_value(who, "identite.prenom", f"Prénom {name}", source="typed", on=TODAY)

    driver.work(work)
    return who


def write_for(driver: Driver, name: str) -> None:
    driver.go(to.People())
    driver.press(f"Écrire pour cette personne : {name}")


def offered(driver: Driver) -> str:
    """Return everything that may be pressed on the page, and everything that is read."""
    names = [button.accessibleName() for button in driver.page.findChildren(QPushButton)]
    return "\n".join([*names, driver.words()])


class TestApart:
    def test_the_first_screen_shows_what_is_hers_alone(self, in_safe: Driver) -> None:
        for name in ("Ana", "Zoé"):
            with_papers(in_safe, name)
        write_for(in_safe, "Zoé")
        in_safe.settle()
        assert in_safe.window._bar.whom.text() == "Pour : Zoé"
        assert "Indu de Zoé" in offered(in_safe)
        assert "Reprendre votre lettre pour Zoé" in offered(in_safe)
        assert "Ana" not in offered(in_safe)

    def test_her_documents_and_what_is_found_in_them(self, in_safe: Driver) -> None:
        for name in ("Ana", "Zoé"):
            with_papers(in_safe, name)
        write_for(in_safe, "Zoé")
        in_safe.go(to.Documents())
        assert in_safe.page.heading.text() == "Documents : Zoé"
        assert "Ana" not in offered(in_safe)
        in_safe.type("Chercher un mot", "hippocampe")
        until_found(in_safe)
        assert "Ana" not in offered(in_safe)

    def test_those_of_everyone_by_a_gesture(self, in_safe: Driver) -> None:
        for name in ("Ana", "Zoé"):
            with_papers(in_safe, name)
        write_for(in_safe, "Zoé")
        in_safe.go(to.Documents())
        in_safe.press("Voir les documents de tous")
        assert "Indu de Ana" in offered(in_safe)
        assert in_safe.window._bar.whom.text() == "Pour : Zoé", "looking is not writing"

    def test_an_answer_of_one_is_never_proposed_to_the_other(self, in_safe: Driver) -> None:
        with_papers(in_safe, "Ana")
        person(in_safe, "Zoé")
        write_for(in_safe, "Zoé")
        in_safe.go(to.Questions(writing=begun(in_safe, "prenom")))
        assert "Prénom Ana" not in offered(in_safe)

    def test_nobody_is_chosen_after_the_safe_was_locked(self, in_safe: Driver) -> None:
        with_papers(in_safe, "Ana")
        write_for(in_safe, "Ana")
        in_safe.window.lock_now()
        in_safe.settle()
        assert not in_safe.is_open
        assert in_safe.window._bar.whom.text() == "Pour : moi"
        assert "Ana" not in offered(in_safe)
        (place,) = in_safe.tools.known_safes.all()
        session, tools = in_safe.window._session, in_safe.tools
        in_safe.work(
            lambda: session.open(tools.safes.open(place.path, PHRASE, on=TODAY), str(place.path))
        )
        assert in_safe.window._bar.whom.text() == "Pour : moi"


def until_found(driver: Driver) -> None:
    from tests.gui.keyboard import until

    until(lambda: "trouvé" in driver.words())


def begun(driver: Driver, question: str):
    from desktop_app.gui.writing import Writing

    session = driver.window._session
    safe, tools = driver.safe, driver.tools
    found: list[object] = []
    driver.work(
        lambda: found.extend(
            [
                saving.begin(tools.catalogue, "caf-indu-rsa", TODAY),
                safe.people.profile(session.person),
            ]
        )
    )
    interview, profile = found
    return Writing(
        interview,
        runner=driver.window.context.jobs,
        bar=driver.window,
        holder=session,
        question=question,
        profile=profile,
    )


class TestSheet:
    def test_a_name_is_corrected_and_the_banner_with_it(self, in_safe: Driver) -> None:
        person(in_safe, "Anna Muler")
        write_for(in_safe, "Anna Muler")
        in_safe.go(to.People())
        in_safe.press("Sa fiche : Anna Muler")
        in_safe.type("Son nom", "Ana Müller")
        in_safe.press("Enregistrer le nom")
        assert in_safe.page.heading.text() == "Ana Müller"
        assert in_safe.window._bar.whom.text() == "Pour : Ana Müller"
        assert [one.name for one in in_safe.safe.people.all()] == ["Ana Müller"]

    def test_a_name_is_never_left_empty(self, in_safe: Driver) -> None:
        in_safe.go(to.Person(person=person(in_safe, "Ana")))
        in_safe.type("Son nom", " ")
        in_safe.press("Enregistrer le nom")
        assert "Écrivez d’abord le nom" in in_safe.words()
        assert [one.name for one in in_safe.safe.people.all()] == ["Ana"]

    def test_who_left_the_household_may_be_put_back(self, in_safe: Driver) -> None:
        ana, zoe = person(in_safe, "Ana"), person(in_safe, "Zoé")

        def together() -> None:
            from desktop_app.workflow.people.people import live_together

            live_together(in_safe.safe, ana, zoe, "fille", on=TODAY)

        in_safe.work(together)
        in_safe.go(to.Person(person=ana))
        in_safe.press("Ne vit plus ici : Zoé")
        assert "Zoé (fille)" not in in_safe.words()
        in_safe.press("Annuler : Le foyer est corrigé.")
        assert "Zoé (fille)" in in_safe.words()

    def test_a_household_is_made_one_by_one_also_of_new_people(self, in_safe: Driver) -> None:
        in_safe.go(to.Household(person=person(in_safe, "Ana"), name="Ana"))
        for name, role in (("Zoé", "fille"), ("Léo", "fils")):
            in_safe.type("Écrivez le nom" if name == "Zoé" else "Ou écrivez le nom", name)
            in_safe.type("Quel est son lien", role)
            in_safe.press("Ajouter au foyer")
            if name == "Zoé":
                person(in_safe, "Quelqu’un d’autre")
                in_safe.go(to.Household(person=in_safe.safe.people.all()[0].id, name="Ana"))
        assert "Vit avec : Zoé (fille), Léo (fils)." in in_safe.words()

    def test_nobody_chosen_nobody_is_added(self, in_safe: Driver) -> None:
        in_safe.go(to.Household(person=person(in_safe, "Ana"), name="Ana"))
        in_safe.press("Ajouter au foyer")
        assert "Choisissez une personne, ou écrivez son nom." in in_safe.words()

    def test_a_person_is_removed_once_asked_and_taken_back(self, in_safe: Driver) -> None:
        who = with_papers(in_safe, "Ana")
        write_for(in_safe, "Ana")
        in_safe.go(to.Person(person=who))
        in_safe.press("Retirer cette personne")
        assert "« Ana » ira à la corbeille" in in_safe.words()
        in_safe.press("Mettre à la corbeille")
        assert in_safe.safe.people.all() == []
        assert in_safe.safe.documents() == []
        assert in_safe.window._bar.whom.text() == "Pour : moi"
        in_safe.go(to.Bin())
        in_safe.press("Reprendre cette personne : Ana")
        assert [one.title for one in in_safe.safe.documents()] == ["Lettre de Ana"]

    def test_what_is_kept_is_told_in_the_words_of_the_question(self, in_safe: Driver) -> None:
        ana = person(in_safe, "Ana")
        in_safe.work(
            lambda: in_safe.safe.people.keep_value(
                ana, "caf.organisme", "caf", source="typed", on=TODAY
            )
        )
        in_safe.go(to.Person(person=ana))
        assert "La Caf (caisse d’allocations familiales)" in in_safe.words()


class TestMany:
    def test_an_office_finds_one_among_hundreds(self, in_safe: Driver) -> None:
        def fill() -> None:
            with in_safe.safe.act():
                for number in range(150):
                    in_safe.safe.people.add(f"Personne {number:03}", on=TODAY)
                in_safe.safe.people.add("Jean-Baptiste Lefèvre", on=TODAY)

        in_safe.work(fill)
        in_safe.go(to.People())
        assert offered(in_safe).count("Écrire pour cette personne : ") == 20
        (more,) = (b for b in in_safe.page.findChildren(QPushButton) if "131" in b.text())
        more.setFocus()
        in_safe.press("Voir les 131 autres")
        assert in_safe.focus().accessibleName() == "Écrire pour cette personne : Personne 019"
        in_safe.page.focus_heading()
        in_safe.type("Chercher une personne", "jean lefevre")
        in_safe.wait_for("1 personne trouvée")
        in_safe.press("Écrire pour cette personne : Jean-Baptiste Lefèvre")
        assert in_safe.window._bar.whom.text() == "Pour : Jean-Baptiste Lefèvre"

    def test_the_week_of_hundreds_of_dossiers_is_shown_some_at_a_time(
        self, in_safe: Driver
    ) -> None:
        def fill() -> None:
            with in_safe.safe.act():
                for number in range(120):
                    one = in_safe.safe.dossiers.add(f"Dossier {number:03}", on=TODAY)
                    day = TODAY + dt.timedelta(days=number // 10)
                    in_safe.safe.events.add(
                        one, kind=timeline.NEXT, day=TODAY, prudent_day=day, awaited=True
                    )

        in_safe.work(fill)
        in_safe.go(to.Week())
        assert opened(in_safe) == 20
        in_safe.press("Voir les 100 autres")
        assert opened(in_safe) == 40
        assert in_safe.focus().accessibleName() == "Ouvrir le dossier : Dossier 020"
        assert in_safe.words().splitlines().count("Dans les sept jours") == 1


def opened(driver: Driver) -> int:
    return sum(b.text() == "Ouvrir le dossier" for b in driver.page.findChildren(QPushButton))


def test_each_date_of_the_first_screen_opens_its_dossier(in_safe: Driver) -> None:
    with_papers(in_safe, "Ana")
    in_safe.window.restart(to.Home())
    in_safe.settle()
    in_safe.press("Avant le vendredi 27 novembre 2026 : Poster votre lettre")
    assert in_safe.page.heading.text() == "Indu de Ana"


def test_a_safe_is_one_file_for_everyone(in_safe: Driver) -> None:
    with_papers(in_safe, "Ana")
    home = in_safe.tools.known_safes.all()[0].path.parent
    assert len(safes_under(home)) == 1
