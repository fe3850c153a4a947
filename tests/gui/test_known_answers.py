"""What is known already is proposed, with where it comes from and when; it is never imposed."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.core.answers.draft import Draft
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.questions.whole import WholeQuestions
from desktop_app.gui.screens.suite.view import SuiteScreen
from desktop_app.gui.starting import start
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.documents.rendering import make_letter
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.store import Safe
from tests.gui.conftest import in_worker
from tests.gui.keyboard import choose, held, name, press, tab_to, until, write

FIRST, SECOND = "caf-indu-rsa", "caf-documents"
THAT_DAY = dt.date(2026, 11, 3)
SAID = {
    "nom": "Bensaïd",
    "prenom": "Amina",
    "adresse_voie": "12 rue des Lilas",
    "code_postal": "69100",
    "commune": "Villeurbanne",
    "telephone": "01 99 00 12 34",
}
FROM = "C’était dans un document fait ici, le 3 novembre 2026."
Open = Callable[[str], None]


def file_first_letter(window: MainWindow, context: Context, **also: str) -> None:
    """Write a letter on 3 November for the person of now, and file it in the safe."""
    tools = context.tools
    draft = Draft(FIRST, {"organisme": "caf", **SAID, **also})
    interview = Interview(tools.catalogue.letter(FIRST), draft, THAT_DAY)
    context.session.writing = writing = Writing(
        interview,
        runner=context.jobs,
        bar=window,
        holder=context.session,
        own=tools.mode == "home",
    )
    made = make_letter(tools, draft, THAT_DAY)
    window.go(to.WhatNext(made=made, draft=draft, writing=writing))
    choose("Ranger dans le coffre")
    page = window.page()
    assert isinstance(page, SuiteScreen)
    until(lambda: page._paper.document)
    until(lambda: not context.jobs._waiting)


def second_letter(window: MainWindow, context: Context, question: str = "") -> Writing:
    """Begin another letter as the first screen does; at a question when one is named."""
    window.restart(to.Home())
    page = window.page()
    assert page is not None
    start(context, page, SECOND)
    until(lambda: isinstance(window.page(), Questions))
    writing = context.session.writing
    assert writing is not None
    if question:
        writing.question = question
        window.restart(to.Questions(writing=writing))
        QCoreApplication.processEvents()
    return writing


def proposals(window: MainWindow) -> list[str]:
    page = window.page()
    assert page is not None
    take = "Prendre cette réponse (touche F2)"
    cards = [one.parentWidget() for one in page.findChildren(Button) if one.text() == take]
    shown = [card for card in cards if card and not card.isHidden()]
    return [words.text() for card in shown for words in card.findChildren(Words)]


@pytest.fixture
def amina(window: MainWindow, context: Context, safe: Safe) -> str:
    """Somebody for whom a letter was filed."""
    ids: list[str] = []
    in_worker(context, lambda: ids.append(safe.people.add("Amina Bensaïd", on=THAT_DAY)))
    context.session.write_for(ids[0], "Amina Bensaïd")
    file_first_letter(window, context)
    return ids[0]


@pytest.fixture
def oneself(window: MainWindow, context: Context, safe: Safe) -> None:
    """One's own letter was filed; no person was ever added."""
    file_first_letter(window, context)


# ------------------------------------------------------------------ one question a page


@pytest.mark.parametrize("question", SAID)
@pytest.mark.usefixtures("amina")
def test_the_second_letter_proposes_what_the_first_one_said(
    window: MainWindow, context: Context, question: str
) -> None:
    writing = second_letter(window, context, question)
    (words,) = proposals(window)
    assert words.startswith("Vous avez déjà répondu : ")
    assert words.endswith(FROM)
    assert question not in writing.interview.draft.answers, "proposed, never imposed"


@pytest.mark.usefixtures("amina")
def test_f2_and_the_button_take_it(window: MainWindow, context: Context) -> None:
    for take in (lambda: press(Qt.Key.Key_F2), lambda: choose("Prendre cette réponse")):
        writing = second_letter(window, context, "commune")
        take()
        field = held()
        assert isinstance(field, QLineEdit)
        assert field.text() == "Villeurbanne"
        press(Qt.Key.Key_Return)
        assert writing.interview.draft.answers["commune"] == "Villeurbanne"


@pytest.mark.usefixtures("amina")
def test_it_replaces_what_was_typed_and_stands_after_the_field(
    window: MainWindow, context: Context
) -> None:
    writing = second_letter(window, context, "commune")
    press(Qt.Key.Key_Tab)
    assert isinstance(held(), QLineEdit), "the first space of who types must not press the button"
    write("Vaulx en")
    in_worker(context, lambda: None)
    press(Qt.Key.Key_F2)
    assert held().property("text") == "Villeurbanne"
    tab_to("Prendre cette réponse")
    press(Qt.Key.Key_Space)
    assert held().property("text") == "Villeurbanne"
    press(Qt.Key.Key_Return)
    assert writing.interview.draft.answers["commune"] == "Villeurbanne"


@pytest.mark.usefixtures("amina")
def test_another_answer_can_be_given_and_passed(window: MainWindow, context: Context) -> None:
    writing = second_letter(window, context, "commune")
    press(Qt.Key.Key_Return)
    write("Bron")
    press(Qt.Key.Key_Return)
    assert writing.interview.draft.answers["commune"] == "Bron"


def test_nothing_crosses_from_one_person_to_another(
    window: MainWindow, context: Context, safe: Safe, amina: str
) -> None:
    ids: list[str] = []
    in_worker(context, lambda: ids.append(safe.people.add("Jean Lefèvre", on=THAT_DAY)))
    for person in (ids[0], ""):
        context.session.write_for(person, "Jean Lefèvre" if person else "")
        second_letter(window, context, "commune")
        assert proposals(window) == []
    context.session.write_for(amina, "Amina Bensaïd")
    second_letter(window, context, "commune")
    assert len(proposals(window)) == 1


# ------------------------------------------------------------------ for oneself


@pytest.mark.usefixtures("oneself")
def test_what_one_said_for_oneself_is_proposed_too(window: MainWindow, context: Context) -> None:
    second_letter(window, context, "commune")
    (words,) = proposals(window)
    assert words == f"Vous avez déjà répondu : Villeurbanne. {FROM}"


@pytest.mark.usefixtures("oneself")
def test_what_is_one_s_own_can_be_seen_among_the_people(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    ids: list[str] = []
    in_worker(context, lambda: ids.extend(one.id for one in safe.people.all()))
    window.go(to.Person(person=ids[0]))
    page = window.page()
    assert page is not None
    until(lambda: any("Villeurbanne" in words.text() for words in page.findChildren(Words)))
    assert page.heading.text() == "Moi"


def test_an_association_keeps_nothing_for_nobody(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    context.tools.__dict__["mode"] = "association"
    file_first_letter(window, context)
    second_letter(window, context, "commune")
    assert proposals(window) == []
    people: list[object] = []
    in_worker(context, lambda: people.extend(safe.people.all()))
    assert people == []


def test_a_letter_tried_before_there_was_a_safe_is_known_once_filed(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    opened, folder = context.session.safe, context.session.folder
    context.session.safe = None
    draft = Draft(FIRST, {"nom": "Bensaïd"})
    interview = Interview(context.tools.catalogue.letter(FIRST), draft, THAT_DAY)
    writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session, own=True)
    assert opened is not None
    context.session.open(opened, folder)
    in_worker(context, lambda: writing.finish(safe))
    until(lambda: not context.jobs._waiting)
    second_letter(window, context, "nom")
    assert len(proposals(window)) == 1


# ------------------------------------------------------------------ the address of the body

ADDRESS = {
    "departement_de": "de la Loire",
    "dest_ligne_1": "2 rue Charles de Gaulle",
    "dest_code_postal": "42022",
    "dest_ville": "Saint-Étienne Cedex 1",
}
THIS_CAF = {"organisme": "caf", "departement_de": "de la Loire"}


def at_the_address(window: MainWindow, context: Context, question: str, **said: str) -> Writing:
    """Begin the second letter, to the Caf said, at a question of its address."""
    writing = second_letter(window, context)
    for asked, typed in said.items():
        writing.say(asked, typed)
    writing.question = question
    window.restart(to.Questions(writing=writing))
    QCoreApplication.processEvents()
    return writing


@pytest.fixture
def written_once(window: MainWindow, context: Context, safe: Safe) -> str:
    """Somebody for whom a letter to the Caf of the Loire was filed, its address copied."""
    ids: list[str] = []
    in_worker(context, lambda: ids.append(safe.people.add("Amina Bensaïd", on=THAT_DAY)))
    context.session.write_for(ids[0], "Amina Bensaïd")
    file_first_letter(window, context, lieu_rsa="departement", **ADDRESS)
    return ids[0]


@pytest.mark.usefixtures("written_once")
def test_the_address_of_the_caf_is_proposed_with_its_letter_and_its_age(
    window: MainWindow, context: Context
) -> None:
    # The first letter went to the département, which decides on the RSA, not to the Caf.
    writing = at_the_address(window, context, "dest_ligne_1", **THIS_CAF)
    assert proposals(window) == []
    file_letter_to_the_caf(window, context)
    writing = at_the_address(window, context, "dest_ligne_1", **THIS_CAF)
    (words,) = proposals(window)
    assert words.startswith("Caisse d’allocations familiales de la Loire : 2 rue Charles de Gaulle")
    assert "Adresse copiée le 3 novembre 2026 (" in words
    assert words.endswith("Si la lettre reçue en donne une autre, c’est elle la bonne.")
    assert "dest_ligne_1" not in writing.interview.draft.answers, "proposed, never imposed"
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Return)
    assert writing.interview.draft.answers["dest_ligne_1"] == "2 rue Charles de Gaulle"


@pytest.mark.usefixtures("written_once")
def test_another_caf_has_no_address_proposed(window: MainWindow, context: Context) -> None:
    file_letter_to_the_caf(window, context)
    at_the_address(window, context, "dest_ville", organisme="caf", departement_de="du Rhône")
    assert proposals(window) == []


def test_an_address_is_forgotten_from_the_person_s_sheet(
    window: MainWindow, context: Context, written_once: str
) -> None:
    window.go(to.Person(person=written_once))
    page = window.page()
    assert page is not None
    until(lambda: any("42022" in words.text() for words in page.findChildren(Words)))
    tab_to("Oublier cette adresse : Département de la Loire")
    press(Qt.Key.Key_Space)
    until(lambda: not any("42022" in words.text() for words in page.findChildren(Words)))


def file_letter_to_the_caf(window: MainWindow, context: Context) -> None:
    """Write to the Caf itself, on 3 November, and have the profile keep what it may."""
    draft = Draft(SECOND, {**THIS_CAF, **ADDRESS})
    interview = Interview(context.tools.catalogue.letter(SECOND), draft, THAT_DAY)
    safe = context.session.safe
    assert safe is not None
    writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    in_worker(context, lambda: writing.finish(safe))


# ------------------------------------------------------------------ all on one page


@pytest.fixture
def whole(window: MainWindow, context: Context, amina: str) -> WholeQuestions:
    writing = second_letter(window, context)
    window.restart(to.AllQuestions(writing=writing))
    page = window.page()
    assert isinstance(page, WholeQuestions)
    page.finish()
    QCoreApplication.processEvents()
    return page


def test_the_whole_page_proposes_as_much(window: MainWindow, whole: WholeQuestions) -> None:
    found = proposals(window)
    assert len(found) >= len(SAID)
    assert all(words.endswith(FROM) for words in found)


def test_each_button_says_of_which_question_it_speaks(whole: WholeQuestions) -> None:
    tab_to("Prendre cette réponse (touche F2) : Quel est votre nom de famille ?")
    press(Qt.Key.Key_Space)
    assert name(held()) == "Quel est votre nom de famille ?"
    assert held().property("text") == "Bensaïd"
    assert whole.writing.interview.draft.answers["nom"] == "Bensaïd"


def test_f2_takes_that_of_the_question_in_hand(window: MainWindow, whole: WholeQuestions) -> None:
    before = len(proposals(window))
    tab_to("Dans quelle ville")
    press(Qt.Key.Key_F2)
    assert held().property("text") == "Villeurbanne"
    assert whole.writing.interview.draft.answers["commune"] == "Villeurbanne"
    assert "nom" not in whole.writing.interview.draft.answers
    assert len(proposals(window)) == before - 1


def test_typing_one_s_own_answer_takes_the_proposal_away(
    window: MainWindow, whole: WholeQuestions
) -> None:
    before = len(proposals(window))
    tab_to("Dans quelle ville")
    write("Bron")
    assert len(proposals(window)) == before, "F2 may still replace what is typed"
    press(Qt.Key.Key_Tab, 2)
    until(lambda: len(proposals(window)) == before - 1)
    assert whole.writing.interview.draft.answers["commune"] == "Bron"
