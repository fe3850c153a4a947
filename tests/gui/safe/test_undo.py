"""« Effacé. Annuler »: gestures undone by the keyboard, on the pages where they are done."""

import sys
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.document.view import DocumentScreen
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.starting import start
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.people import people
from tests.gui.hearing import Recorder
from tests.gui.keyboard import choose, strike, until, write
from tests.gui.letters import printable, the_optional
from tests.gui.safe.conftest import TODAY, Driver
from tests.gui.safe.test_after_letter import letter, show
from tests.gui.safe.test_timeline import lines, matter, type_day
from tests.helpers.example_answers import answers_of

CTRL = Qt.KeyboardModifier.ControlModifier


def kept(driver: Driver) -> list[list[Any]]:
    """Return all that the safe holds, row by row."""
    found: list[list[Any]] = []
    half_typed = "draft WHERE pack NOT GLOB 'saisie-*'"  # kept, or not yet, while one types
    setting = "setting WHERE name NOT IN ('pages', 'parity')"  # written by each save, of whatever
    tables = ("person", "person_value", "household", "household_member", "dossier", half_typed,
              "document", "event", setting)  # fmt: skip
    rows = driver.safe.database.rows  # type: ignore[attr-defined]
    driver.work(lambda: found.extend(rows(f"SELECT * FROM {name}") for name in tables))
    return found


def undo(driver: Driver) -> None:
    """Strike the keys that undo, where the focus is."""
    driver.key(Qt.Key.Key_Z, CTRL)
    driver.settle()


def names(driver: Driver) -> list[str]:
    """Return what a reader calls each button of the page."""
    return [one.accessibleName() for one in driver.page.findChildren(QPushButton)]


def receipt(driver: Driver) -> None:
    """Note, in the dossier in view, that the receipt came back."""
    driver.press("L’avis de réception est revenu")
    type_day(driver, TODAY)
    driver.press("Noter dans le dossier")


class TestDossier:
    def test_what_is_noted_is_told_undone_and_the_page_read_again(self, in_safe: Driver) -> None:
        matter(in_safe, posted=True)
        before, shown = kept(in_safe), lines(in_safe)
        receipt(in_safe)
        assert "Noté dans le dossier." in lines(in_safe)
        in_safe.press("Annuler : Noté dans le dossier.")
        assert kept(in_safe) == before
        assert "Revenu comme avant : les dates du dossier." in lines(in_safe)
        assert set(shown) <= set(lines(in_safe))

    def test_several_in_turn_by_the_keys(self, in_safe: Driver, recorder: Recorder) -> None:
        matter(in_safe, posted=True)
        first = kept(in_safe)
        receipt(in_safe)
        second = kept(in_safe)
        in_safe.press("Corriger : Lettre reçue")
        in_safe.press("Retirer cette étape")
        in_safe.press("Retirer")
        assert kept(in_safe) != second
        undo(in_safe)
        assert kept(in_safe) == second
        assert "Annuler aussi ce qui précède : Noté dans le dossier." in names(in_safe)
        undo(in_safe)
        assert kept(in_safe) == first
        recorder.heard("Revenu comme avant")
        undo(in_safe)
        assert kept(in_safe) == first, "there is nothing left to undo"

    def test_the_dossier_thrown_away_comes_back(self, in_safe: Driver) -> None:
        matter(in_safe)
        before = kept(in_safe)
        in_safe.press("Mettre ce dossier à la corbeille")
        in_safe.press("Mettre à la corbeille")
        assert "Le dossier est à la corbeille, pour trente jours." in lines(in_safe)
        in_safe.press("Annuler")
        assert kept(in_safe) == before
        empty = "La corbeille est vide. Ce que vous y mettez se reprend pendant trente jours."
        assert empty in lines(in_safe), "the page in view was read again"


class TestQueue:
    def test_a_field_undoes_its_own_letters(self, in_safe: Driver) -> None:
        matter(in_safe, posted=True)
        receipt(in_safe)
        noted = kept(in_safe)
        in_safe.press("J’ai une réponse")
        in_safe.type("Jour", "12")
        undo(in_safe)
        assert kept(in_safe)[7] == noted[7], "the events stay"

    def test_nothing_is_undone_once_the_safe_was_locked(self, in_safe: Driver) -> None:
        matter(in_safe, posted=True)
        receipt(in_safe)
        session = in_safe.window.context.session
        assert session.undoable is not None
        in_safe.key(Qt.Key.Key_L, CTRL)
        in_safe.settle()
        assert session.undoable is None
        undo(in_safe)

    def test_refused_where_it_changed_since_and_nothing_is_lost(self, in_safe: Driver) -> None:
        dossier = matter(in_safe, posted=True)
        receipt(in_safe)
        received = in_safe.safe.events.timeline(dossier)[-2:]
        in_safe.work(lambda: [in_safe.safe.events.done(one.id) for one in received])
        in_safe.work(lambda: in_safe.safe.events.remove(received[0].id, on=TODAY))
        after = kept(in_safe)
        in_safe.press("Annuler")
        assert "Ceci a changé depuis" in in_safe.words()
        assert kept(in_safe) == after

    def test_what_is_written_apart_from_it_is_seen(
        self, in_safe: Driver, what_nothing_undoes: list[str]
    ) -> None:
        matter(in_safe)
        add = partial(people.add_person, in_safe.safe, "Zoé", on=TODAY)
        in_safe.jobs.run(add, done=lambda _: None, failed=in_safe.page.say_problem)
        in_safe.settle()
        assert [one.split(" < ")[1] for one in what_nothing_undoes] == ["workflow/people/people.py"]
        what_nothing_undoes.clear()


class TestPapers:
    def test_a_paper_thrown_away_is_taken_back_where_it_was(self, in_safe: Driver) -> None:
        found: list[str] = []
        add = in_safe.safe.add
        in_safe.work(lambda: found.append(add(b"x", title="Avis", on=TODAY, text="libellule")))
        before = kept(in_safe)
        in_safe.go(to.StoredDocument(document=found[0]))
        in_safe.press("Mettre à la corbeille")
        assert kept(in_safe) != before
        undo(in_safe)
        assert kept(in_safe) == before
        assert "Revenu comme avant : le papier." in lines(in_safe)


class TestPeople:
    def test_each_change_to_a_person_is_undone_in_turn(self, in_safe: Driver) -> None:
        states = [kept(in_safe)]
        in_safe.go(to.People())
        in_safe.type("Nom d’une nouvelle personne", "Zoé")
        half = in_safe.page._half  # type: ignore[attr-defined]
        half.now()
        in_safe.settle()
        assert in_safe.bar().startswith("Pas encore noté.")
        in_safe.press("Ajouter cette personne")
        assert in_safe.bar() == "", "it is noted now"
        assert in_safe.focus() is in_safe.page.heading
        states.append(kept(in_safe))
        in_safe.press("Sa fiche")
        in_safe.type("Son nom, tel qu’il doit être écrit", "Zoé Petit")
        in_safe.press("Enregistrer le nom")
        assert in_safe.page.heading.text() == "Zoé Petit"
        states.append(kept(in_safe))
        in_safe.press("Retirer cette personne")
        in_safe.press("Mettre à la corbeille")
        assert "La personne est à la corbeille, pour trente jours." in lines(in_safe)
        while states:
            undo(in_safe)
            assert kept(in_safe) == states.pop()
        assert "Personne encore. Ajoutez-vous, ou un proche." in lines(in_safe)
        assert "Revenu comme avant : la personne." in lines(in_safe), "what was typed is no answer"

    def test_the_bar_says_her_former_name_again(self, in_safe: Driver) -> None:
        in_safe.work(lambda: in_safe.safe.people.add("Zoé", on=TODAY))
        in_safe.go(to.People())
        in_safe.press("Écrire pour cette personne")
        assert in_safe.window._bar.whom.text() == "Pour : Zoé"
        in_safe.go(to.Person(person=in_safe.window.context.session.person))
        in_safe.type("Son nom, tel qu’il doit être écrit", "Zoé Petit")
        in_safe.press("Enregistrer le nom")
        assert in_safe.window._bar.whom.text() == "Pour : Zoé Petit"
        in_safe.press("Annuler")
        assert in_safe.window._bar.whom.text() == "Pour : Zoé"


class TestAnswers:
    said = answers_of("caf-indu-rsa", "1-je-ne-dois-rien.toml")

    def begin(self, driver: Driver) -> Writing:
        start(driver.window.context, driver.page, "caf-indu-rsa")
        driver.settle()
        writing = driver.window.context.session.writing
        assert writing is not None
        return writing

    def type(self, driver: Driver, question: str, text: str) -> Questions:
        """Write in the box of a question, and stay there."""
        writing = driver.window.context.session.writing
        assert writing is not None
        writing.question = question
        driver.window.restart(to.Questions(writing=writing))
        page = driver.page
        assert isinstance(page, Questions)
        assert page.answer is not None
        page.answer.begin()
        write(text)
        return page

    def answer(self, driver: Driver) -> None:
        """Answer the question in view by its example, and go on."""
        page = driver.page
        assert isinstance(page, Questions)
        assert page.answer is not None
        assert page.question is not None
        asked = page.asked
        assert asked is not None
        for one in asked.questions:
            if one.id in page.asks and one.id in self.said:
                page.answer_of(one.id).put(self.said[one.id])
        driver.press("Continuer")
        driver.settle()
        if isinstance(driver.window.place, to.LastDay):
            driver.press("Continuer")

    def test_answers_come_back_one_by_one_and_the_page_shows_them(self, in_safe: Driver) -> None:
        writing = self.begin(in_safe)
        states, asked = [], []
        for _ in range(3):
            states.append(kept(in_safe)[5])
            asked.append(in_safe.page.heading.text())
            self.answer(in_safe)
        while states:
            in_safe.page.heading.setFocus()
            undo(in_safe)
            assert kept(in_safe)[5] == states.pop()
            assert in_safe.page.heading.text() == asked.pop()
            assert "Revenu comme avant : vos réponses." in lines(in_safe)
        assert writing.draft_id == ""
        self.answer(in_safe)
        assert len(kept(in_safe)[5]) == 1, "what is answered then is kept in a new draft"

    def test_what_was_typed_and_not_kept_yet_is_what_is_undone(self, in_safe: Driver) -> None:
        writing = self.begin(in_safe)
        page = self.type(in_safe, "nom", "Bensaïd")
        page.heading.setFocus()
        undo(in_safe)
        assert "nom" not in writing.interview.draft.answers
        assert in_safe.page is not page
        assert in_safe.page.answer.answer() == ""  # type: ignore[attr-defined]

    def test_a_known_answer_taken_gives_back_what_was_typed(self, in_safe: Driver) -> None:
        in_safe.work(lambda: in_safe.safe.people.make_own("moi", on=TODAY))
        keep, own = in_safe.safe.people.keep_value, in_safe.safe.people.own
        in_safe.work(lambda: keep(own(), "identite.nom", "Bensaïd", source="typed", on=TODAY))
        writing = self.begin(in_safe)
        self.type(in_safe, "nom", "Ben")
        in_safe.press("Prendre ces réponses")
        assert writing.interview.draft.answers["nom"] == "Bensaïd"
        in_safe.press("Annuler : Les réponses connues sont reprises.")
        assert writing.interview.draft.answers["nom"] == "Ben"
        assert in_safe.page.answer_of("nom").answer() == "Ben"  # type: ignore[attr-defined]


class TestElsewhere:
    """Undone on another page than where it was done."""

    def test_the_week_tells_again_what_is_to_come(self, in_safe: Driver) -> None:
        matter(in_safe)
        in_safe.press("Mettre ce dossier à la corbeille")
        in_safe.press("Mettre à la corbeille")
        in_safe.go(to.Week())
        assert "31 décembre" not in in_safe.words()
        undo(in_safe)
        assert "31 décembre" in in_safe.words()
        assert "Revenu comme avant" in in_safe.words()

    def test_the_first_page_offers_again_what_was_begun(self, in_safe: Driver) -> None:
        found: list[str] = []
        people, drafts = in_safe.safe.people, in_safe.safe.drafts
        in_safe.work(lambda: found.append(people.add("Zoé", on=TODAY)))
        in_safe.work(lambda: drafts.begin("cada", "{}", on=TODAY, person=found[0]))
        in_safe.go(to.Person(person=found[0]))
        in_safe.press("Retirer cette personne")
        in_safe.press("Mettre à la corbeille")
        in_safe.go(to.Home())
        assert "Reprendre" not in lines(in_safe)
        undo(in_safe)
        assert "Reprendre" in lines(in_safe)

    def test_the_page_of_who_is_gone_is_left(self, in_safe: Driver) -> None:
        in_safe.go(to.People())
        in_safe.type("Nom d’une nouvelle personne", "Zoé")
        in_safe.press("Ajouter cette personne")
        in_safe.press("Sa fiche")
        undo(in_safe)
        assert in_safe.page.heading.text() == "Personnes"
        assert "Revenu comme avant : la personne." in lines(in_safe)
        assert in_safe.page.wrong is False

    def test_the_page_that_notes_in_a_dossier_that_is_gone_is_left(self, in_safe: Driver) -> None:
        show(in_safe, letter(in_safe))
        in_safe.press("Je l’ai postée")
        in_safe.press("Annuler")
        assert in_safe.page.heading.text() == "Et maintenant"
        assert "Ranger dans le coffre" in names(in_safe)


class TestFiling:
    def test_a_paper_filed_goes_to_the_bin_and_can_be_filed_again(self, in_safe: Driver) -> None:
        made, before = letter(in_safe), kept(in_safe)
        show(in_safe, made)
        in_safe.press("Ranger dans le coffre")
        in_safe.press("Annuler")
        assert in_safe.safe.dossiers.all() == []
        assert [one.person for one in in_safe.safe.bin.dossiers()] == [""]
        assert kept(in_safe)[:4] == before[:4]
        in_safe.press("Ranger dans le coffre")
        assert len(in_safe.safe.dossiers.all()) == 1


class TestUnderWay:
    """What is left, or goes wrong, while a gesture is done or undone."""

    def test_a_gesture_whose_page_is_left_can_be_undone(self, in_safe: Driver) -> None:
        matter(in_safe, posted=True)
        before, context, heard = kept(in_safe), in_safe.window.context, list[str]()
        page, safe = in_safe.page, in_safe.safe
        context.gestures.do(
            "Classé.",
            lambda: safe.people.add("Ayse Yilmaz", on=TODAY),
            done=lambda _none: heard.append(page.heading.text()),
            failed=page.say_problem,
        )
        in_safe.window.go(to.Home())
        in_safe.settle()
        assert kept(in_safe) != before
        assert heard == []
        undo(in_safe)
        assert kept(in_safe) == before

    def test_a_refusal_is_said_to_no_page_that_is_left(self, in_safe: Driver) -> None:
        matter(in_safe, posted=True)
        said, page = list[BaseException](), in_safe.page

        def refuse() -> None:
            raise OSError

        def say(problem: BaseException, on: object = page) -> None:
            said.append(problem)

        def then(problem: BaseException) -> None:
            say(problem)

        in_safe.window.context.gestures.do("Classé.", refuse, failed=then)
        in_safe.window.go(to.Home())
        in_safe.settle()
        assert said == []

    @pytest.mark.parametrize("when", ["before", "meanwhile"])
    def test_an_undoing_that_ended_badly_is_not_the_last(
        self, in_safe: Driver, when: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """One flag stayed up, and "Annuler" did nothing any more until the program was closed."""
        matter(in_safe, posted=True)
        before, gestures = kept(in_safe), in_safe.window.context.gestures
        receipt(in_safe)
        monkeypatch.setattr(sys, "excepthook", lambda *_error: None)

        def fail() -> None:
            raise RuntimeError

        session = in_safe.window.context.session
        with monkeypatch.context() as for_once:
            if when == "before":
                for_once.setattr(session, "saver", fail)
                with pytest.raises(RuntimeError):
                    gestures.undo()
            else:
                for_once.setattr(gestures, "_clock", fail)
                gestures.undo()
            in_safe.settle()
        undo(in_safe)
        assert kept(in_safe) == before


class TestParagraphs:
    """What is done to a letter that is read again, a paragraph at a time."""

    def read_again(self, driver: Driver) -> DocumentScreen:
        """Show a letter answered to the end, of which the safe has nothing yet."""
        context, draft = driver.window.context, driver.tools.demo.letter
        interview = Interview(context.tools.catalogue.letter(draft.pack), draft, TODAY)
        writing = Writing(interview, runner=context.jobs, bar=driver.window, holder=context.session)
        context.session.writing = writing
        driver.go(to.Letter(draft=draft, keep=writing.keep, writing=writing))
        self.page(driver)
        driver.press("Lire et changer les phrases")
        return self.page(driver)

    def page(self, driver: Driver) -> DocumentScreen:
        """Return the page of the letter, which is still the one in view."""
        page = driver.page
        assert isinstance(page, DocumentScreen), page.heading.text()
        until(lambda: printable(page), "the letter is never made")
        driver.settle()
        return page

    def reword(self, driver: Driver, number: int = 1) -> None:
        """Write before the words of a paragraph, slowly; a part of it is saved before."""
        writing = driver.window.context.session.writing
        assert writing is not None
        driver.press(f"Le modifier : paragraphe {number}")
        write("Mer")
        until(lambda: any("Mer" in words for words in writing.interview.draft.writing.values()))
        driver.settle()
        write("ci. ")
        driver.press("Garder ces mots")

    def take_out(self, driver: Driver) -> int:
        """Take a paragraph out; return its number."""
        number = the_optional(driver.page).number  # type: ignore[arg-type]
        driver.press(f"Le retirer : paragraphe {number}")
        return number

    def test_one_key_undoes_the_last_gesture_alone(
        self, in_safe: Driver, recorder: Recorder
    ) -> None:
        ours = self.read_again(in_safe).paragraphs
        self.reword(in_safe)
        hers = self.page(in_safe).paragraphs
        assert hers[0].edited
        taken = self.take_out(in_safe)
        assert self.page(in_safe).paragraphs[taken - 1].removed
        undo(in_safe)
        assert self.page(in_safe).paragraphs == hers
        recorder.heard(f"Revenu comme avant : le paragraphe {taken}.")
        assert in_safe.focus().accessibleName().endswith(f" : paragraphe {taken}")
        undo(in_safe)
        assert self.page(in_safe).paragraphs[0].text == ours[0].text
        recorder.heard("Revenu comme avant : le paragraphe 1.")
        assert "Reprendre mes mots : paragraphe 1" in names(in_safe), "nothing she wrote is lost"

    def test_gestures_on_one_paragraph_are_undone_one_by_one(self, in_safe: Driver) -> None:
        page = self.read_again(in_safe)
        number = the_optional(page).number
        self.reword(in_safe, number)
        hers = self.page(in_safe).paragraphs
        in_safe.press(f"Remettre nos mots : paragraphe {number}")
        in_safe.press(f"Reprendre mes mots : paragraphe {number}")
        in_safe.press(f"Le retirer : paragraphe {number}")
        undo(in_safe)
        assert self.page(in_safe).paragraphs == hers
        undo(in_safe)
        assert not self.page(in_safe).paragraphs[number - 1].edited
        undo(in_safe)
        assert self.page(in_safe).paragraphs == hers

    def test_what_is_being_written_elsewhere_stays(self, in_safe: Driver) -> None:
        page = self.read_again(in_safe)
        in_safe.press("Le modifier : paragraphe 1")
        write("Merci. ")
        taken = self.take_out(in_safe)
        in_safe.to(f"Le remettre : paragraphe {taken}")
        undo(in_safe)
        assert not page.paragraphs[taken - 1].removed
        (field,) = page.findChildren(QPlainTextEdit)
        assert field.toPlainText().startswith("Merci. ")
        in_safe.press("Laisser comme avant")
        assert not self.page(in_safe).paragraphs[0].edited


def test_without_a_safe_it_is_said_that_nothing_is_undone(
    window: MainWindow, context: Context, recorder: Recorder
) -> None:
    window.go(to.Letter(draft=context.tools.demo.letter))
    until(lambda: isinstance(window.page(), DocumentScreen) and printable(window.page()))  # type: ignore[arg-type]
    choose("Lire et changer les phrases")
    choose("Le retirer")
    strike(Qt.Key.Key_Z, CTRL)
    recorder.heard("Sans coffre ouvert, Ctrl et Z n’annulent rien.")
    assert any(one.removed for one in window.page().paragraphs)  # type: ignore[union-attr]
