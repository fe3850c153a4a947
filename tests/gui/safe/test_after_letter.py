"""Et maintenant: filed once, printed and posted on the timeline, whatever comes first."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.core.answers.draft import Draft
from desktop_app.gui.in_hand import note_printed
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages.sheets import to_do
from desktop_app.workflow.documents.rendering import Made, make_copy_sheet, make_letter
from desktop_app.workflow.interview.interview import Interview
from tests.gui.safe.conftest import TODAY, Driver
from tests.helpers.example_answers import answers_of


def letter(driver: Driver) -> Made:
    found: list[Made] = []
    tools = driver.tools
    driver.work(lambda: found.append(make_letter(tools, tools.demo.letter, TODAY)))
    return found[0]


def show(driver: Driver, made: Made, writing: Writing | None = None) -> None:
    draft = driver.tools.demo.letter if made.is_letter else driver.tools.demo.form
    draft = writing.interview.draft if writing is not None else draft
    driver.go(to.WhatNext(made=made, draft=draft, writing=writing))


def printed(driver: Driver, made: Made) -> None:
    """Do what the printing page does once the sheets are out."""
    note_printed(driver.window.context, made)
    driver.settle()


def kinds(driver: Driver) -> list[str]:
    (dossier,) = driver.safe.dossiers.all()
    return [event.kind for event in driver.safe.events.timeline(dossier.id)]


def copies(driver: Driver) -> int:
    """Count the letters kept; each has a dossier, which has no other."""
    letters = [one for one in driver.safe.documents() if one.kind == "letter"]
    assert len({one.dossier_id for one in letters}) == len(letters)
    return len(letters)


def shown(driver: Driver) -> list[str]:
    buttons = driver.page.findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisibleTo(driver.page)]


def type_day(driver: Driver, day: dt.date) -> None:
    for name, number in (("Jour", day.day), ("Mois", day.month), ("Année", day.year)):
        driver.type(name, str(number))


class TestTold:
    def test_the_checklist_names_blanks_and_papers(self, in_safe: Driver) -> None:
        show(in_safe, letter(in_safe))
        words = in_safe.words()
        assert "– Numéro d’allocataire" in words
        assert "– Pièce n° 1 : Copie de la décision contestée (1 page)" in words
        assert "– Justificatifs de ressources" in words

    def test_what_must_be_registered_is_never_only_posted(self, in_safe: Driver) -> None:
        """CESEDA L.921-1: seven days, registered at the court."""
        draft = Draft("cma", answers_of("cma", "1-ada-coupee-sans-prevenir.toml"))
        made = make_letter(in_safe.tools, draft, dt.date(2026, 11, 25))
        said = " ".join(to_do(made.prepared))
        assert "au greffe du tribunal" in said
        assert "Postez" not in said

    def test_what_silence_will_mean_and_what_will_be_ready(self, in_safe: Driver) -> None:
        show(in_safe, letter(in_safe))
        lines = in_safe.words().splitlines()
        told = "Si personne ne répond en 2\N{NO-BREAK SPACE}mois, une fois votre lettre reçue"
        assert any(told in line.replace("2 mois", "2\N{NO-BREAK SPACE}mois") for line in lines)
        assert "La lettre suivante sera prête ce jour-là." in lines

    def test_why_this_date_steps_and_articles(self, in_safe: Driver) -> None:
        show(in_safe, letter(in_safe))
        assert "[CPC art. 641 al. 2]" not in in_safe.words()
        in_safe.press("Pourquoi cette date ?")
        assert "[CPC art. 641 al. 2]" in in_safe.words()
        assert "Textes : CASF L.262-46" in in_safe.words()
        in_safe.press("Cacher l’explication")
        assert "[CPC art. 641 al. 2]" not in in_safe.words()


class TestFiling:
    def test_without_a_safe_one_is_offered_and_why(self, driver: Driver) -> None:
        show(driver, letter(driver))
        assert "la date de la réponse vous est rappelée" in driver.words()
        assert "Je l’ai postée" not in shown(driver)
        driver.press("Garder dans un coffre")
        assert driver.page.heading.text() != "Et maintenant"

    def test_once_printed_a_safe_made_today_has_its_first_backup(self, in_safe: Driver) -> None:
        made = letter(in_safe)
        in_safe.go(to.Print(made=made, draft=in_safe.tools.demo.letter))
        in_safe.press("C’est imprimé : et maintenant ?")
        in_safe.settle()
        assert [*Path(in_safe.window._session.folder, "backups").iterdir()]

    def test_printed_then_filed(self, in_safe: Driver) -> None:
        made = letter(in_safe)
        printed(in_safe, made)
        show(in_safe, made)
        in_safe.press("Ranger dans le coffre")
        assert kinds(in_safe) == ["decision-received-compte-en-ligne", "letter-printed"]

    def test_filed_then_printed(self, in_safe: Driver) -> None:
        made = letter(in_safe)
        show(in_safe, made)
        in_safe.press("Ranger dans le coffre")
        assert kinds(in_safe) == ["decision-received-compte-en-ligne"]
        printed(in_safe, made)
        assert kinds(in_safe) == ["decision-received-compte-en-ligne", "letter-printed"]

    def test_printed_elsewhere_it_is_said_in_the_dossier(self, in_safe: Driver) -> None:
        show(in_safe, letter(in_safe))
        in_safe.press("Ranger dans le coffre")
        in_safe.press("Voir le dossier")
        in_safe.press("J’ai imprimé la lettre")
        type_day(in_safe, TODAY)
        in_safe.press("Noter dans le dossier")
        assert kinds(in_safe) == ["decision-received-compte-en-ligne", "letter-printed"]
        assert "J’ai imprimé la lettre" not in shown(in_safe)

    def test_a_letter_made_anew_was_not_printed(self, in_safe: Driver) -> None:
        printed(in_safe, letter(in_safe))
        show(in_safe, letter(in_safe))
        in_safe.press("Ranger dans le coffre")
        assert kinds(in_safe) == ["decision-received-compte-en-ligne"]

    def test_it_is_filed_once_however_often_one_comes_back(self, in_safe: Driver) -> None:
        made = letter(in_safe)
        show(in_safe, made)
        in_safe.press("Ranger dans le coffre")
        in_safe.press("Voir le dossier")
        in_safe.press("Retour")
        assert "Ranger dans le coffre" not in shown(in_safe)
        assert len(in_safe.safe.dossiers.all()) == 1

    def test_for_the_person_it_was_written_for_even_if_one_turned_to_another(
        self, in_safe: Driver
    ) -> None:
        people: list[str] = []
        for name in ("Ana", "Zoé"):
            in_safe.work(lambda n=name: people.append(in_safe.safe.people.add(n, on=TODAY)))
        session, tools = in_safe.window._session, in_safe.tools
        made, hands = letter(in_safe), list[Writing]()
        for person, name in zip(people, ("Ana", "Zoé"), strict=True):
            session.write_for(person, name)
            writing = Writing(
                Interview(made.prepared.definition, tools.demo.letter, TODAY),
                runner=in_safe.window.context.jobs,
                bar=in_safe.window,
                holder=session,
            )
            writing.keep()
            session.take(writing)  # the same letter is begun for another, or taken up
            hands.append(writing)
        show(in_safe, made, hands[0])
        in_safe.press("Ranger dans le coffre")
        left = [one.id for one in in_safe.safe.drafts.unfinished()]
        assert left == [hands[1].draft_id], "what was answered for the other is still to be filed"
        assert [one.person for one in in_safe.safe.dossiers.all()] == ["Ana"]


class TestFiledOnce:
    """A second copy would be awaited, and reminded, for ever: what is noted reaches one alone."""

    def test_filed_then_posted(self, in_safe: Driver) -> None:
        show(in_safe, letter(in_safe))
        in_safe.press("Ranger dans le coffre")
        in_safe.press("Je l’ai postée")
        assert in_safe.page.heading.text() == "J’ai posté la lettre"
        type_day(in_safe, TODAY)
        in_safe.press("Noter dans le dossier")
        assert copies(in_safe) == 1
        assert kinds(in_safe) == [
            "decision-received-compte-en-ligne",
            "posted",
            "silence-expected",
        ]
        (due,) = in_safe.safe.agenda.next_dates()
        assert due.kind == "silence-expected", "posted, it is no longer to be posted"

    def test_the_same_paper_made_and_printed_again(self, in_safe: Driver) -> None:
        show(in_safe, letter(in_safe))
        in_safe.press("Ranger dans le coffre")
        again = letter(in_safe)
        printed(in_safe, again)
        show(in_safe, again)
        in_safe.press("Je l’ai postée")
        assert copies(in_safe) == 1
        assert kinds(in_safe) == ["decision-received-compte-en-ligne", "letter-printed"]

    def test_another_paper_in_hand_meanwhile(self, in_safe: Driver) -> None:
        made, found = letter(in_safe), list[Made]()
        show(in_safe, made)
        in_safe.press("Ranger dans le coffre")
        tools = in_safe.tools
        in_safe.work(lambda: found.append(make_copy_sheet(tools, tools.demo.form, TODAY)))
        show(in_safe, found[0])
        show(in_safe, made)
        in_safe.press("Je l’ai postée")
        assert copies(in_safe) == 1

    def test_the_page_is_left_and_reached_again_while_it_is_filed(self, in_safe: Driver) -> None:
        made = letter(in_safe)
        show(in_safe, made)
        in_safe.to("Ranger dans le coffre")
        in_safe.key(Qt.Key.Key_Space)
        in_safe.window.go(to.Home())
        show(in_safe, made)
        in_safe.press("Je l’ai postée")
        assert copies(in_safe) == 1

    def test_undone_it_can_be_filed_again_once(self, in_safe: Driver) -> None:
        show(in_safe, letter(in_safe))
        in_safe.press("Ranger dans le coffre")
        in_safe.press("Annuler")
        assert copies(in_safe) == 0
        in_safe.press("Ranger dans le coffre")
        in_safe.press("Je l’ai postée")
        assert copies(in_safe) == 1

    def test_the_same_words_for_another_person_are_another_paper(self, in_safe: Driver) -> None:
        people: list[str] = []
        for name in ("Ana", "Zoé"):
            in_safe.work(lambda n=name: people.append(in_safe.safe.people.add(n, on=TODAY)))
            in_safe.window._session.write_for(people[-1], name)
            show(in_safe, letter(in_safe))
            in_safe.press("Ranger dans le coffre")
        assert [one.person for one in in_safe.safe.dossiers.all()] == ["Zoé", "Ana"]


class TestChangedOnceFiled:
    """One dossier: the newer letter is added, the older is kept and said to be so."""

    def changed(self, driver: Driver) -> Made:
        """File the letter in hand, change an answer of it, and make it again."""
        tools, session = driver.tools, driver.window._session
        writing = Writing(
            Interview(letter(driver).prepared.definition, tools.demo.letter, TODAY),
            runner=driver.window.context.jobs,
            bar=driver.window,
            holder=session,
        )
        session.writing = writing
        found: list[Made] = []
        for town in ("Paris", "Lille"):
            writing.say("commune", town)
            writing.keep()
            answers = writing.interview.draft
            driver.work(lambda a=answers: found.append(make_letter(tools, a, TODAY)))
            show(driver, found[-1], writing)
            if town == "Paris":
                driver.press("Ranger dans le coffre")
        return found[-1]

    def test_it_joins_the_dossier_and_the_page_says_so(self, in_safe: Driver) -> None:
        self.changed(in_safe)
        in_safe.press("Ranger dans le coffre")
        assert "La version précédente y reste" in in_safe.words()
        assert kinds(in_safe) == ["decision-received-compte-en-ligne"]
        in_safe.press("Voir le dossier")
        names = [one.accessibleName() for one in in_safe.page.findChildren(QPushButton)]
        papers = [name for name in names if name.startswith("Lettre : ")]
        assert [words.endswith("(version précédente)") for words in papers] == [False, True]

    def test_from_its_page_and_from_its_dossier_one_comes_back_to_the_answers(
        self, in_safe: Driver
    ) -> None:
        self.changed(in_safe)
        in_safe.press("Ranger dans le coffre")
        in_safe.press("Voir le dossier")
        again = [words for words in shown(in_safe) if words == "Reprendre les réponses"]
        assert len(again) == 1, "those of the former version are no more"
        in_safe.press("Reprendre les réponses")
        assert in_safe.page.heading.text() == "Vérifiez vos réponses"
        writing = in_safe.window._session.writing
        assert writing is not None
        assert writing.interview.draft.answers["commune"] == "Lille"

        newer, former = in_safe.safe.documents()
        in_safe.go(to.StoredDocument(former.id))
        assert "Reprendre les réponses" not in shown(in_safe)
        in_safe.go(to.StoredDocument(newer.id))
        in_safe.press("Reprendre les réponses")
        assert in_safe.page.heading.text() == "Vérifiez vos réponses"
        assert not in_safe.safe.drafts.unfinished(), "it was only looked at"

    def test_undone_the_former_is_the_last_again(self, in_safe: Driver) -> None:
        self.changed(in_safe)
        in_safe.press("Ranger dans le coffre")
        in_safe.press("Annuler")
        assert "La version précédente" not in in_safe.words()
        assert kinds(in_safe) == ["decision-received-compte-en-ligne"]
        assert [one.earlier for one in in_safe.safe.documents()] == [False]

    def test_posted_nothing_is_to_be_posted_any_more(self, in_safe: Driver) -> None:
        self.changed(in_safe)
        in_safe.press("Je l’ai postée")
        type_day(in_safe, TODAY)
        in_safe.press("Noter dans le dossier")
        (due,) = in_safe.safe.agenda.next_dates()
        assert due.kind == "silence-expected"


class TestPosted:
    def test_it_is_filed_first_then_the_day_is_asked_then_the_dossier_opens(
        self, in_safe: Driver
    ) -> None:
        show(in_safe, letter(in_safe))
        in_safe.press("Je l’ai postée")
        assert in_safe.page.heading.text() == "J’ai posté la lettre"
        type_day(in_safe, TODAY)
        in_safe.type("Quel numéro", "1A 234")
        in_safe.press("Noter dans le dossier")
        told = in_safe.words().splitlines()
        number = "1A\N{NO-BREAK SPACE}234"
        assert f"Lettre postée le 25 novembre 2026, recommandé numéro {number}." in told
        assert "À venir : Réponse attendue avant le 25 janvier 2027." in told
        in_safe.press("Retour")
        assert in_safe.page.heading.text() == "Que vous arrive-t-il ?", "the letter is behind us"

    def test_a_form_is_posted_or_handed_over(self, in_safe: Driver) -> None:
        found: list[Made] = []
        tools = in_safe.tools
        in_safe.work(lambda: found.append(make_copy_sheet(tools, tools.demo.form, TODAY)))
        show(in_safe, found[0])
        assert "Au guichet, demandez un reçu daté" in in_safe.words()
        in_safe.press("Je l’ai posté ou remis")
        type_day(in_safe, TODAY)
        in_safe.press("Noter dans le dossier")
        told = in_safe.words().splitlines()
        assert "Formulaire envoyé ou remis le 25 novembre 2026." in told
        assert "J’ai posté ou remis le formulaire" in shown(in_safe)
