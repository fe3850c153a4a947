"""What is known already is proposed, with where it comes from and when; it is never imposed."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt

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
from tests.gui.asking import held_in, now
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
TAKE = ("Prendre cette réponse (touche F2)", "Prendre ces réponses (touche F2)")


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
    start(context, page, SECOND, way=to.Questions)
    until(lambda: isinstance(window.page(), Questions))
    writing = context.session.writing
    assert writing is not None
    if question:
        writing.question = question
        window.restart(to.Questions(writing=writing))
        QCoreApplication.processEvents()
    return writing


def proposals(window: MainWindow) -> list[str]:
    """Return the words of each card that proposes something."""
    page = window.page()
    assert page is not None
    takes = [one for one in page.findChildren(Button) if one.text() in TAKE]
    cards = [one.parentWidget() for one in takes if one.isVisibleTo(page)]
    return [" ".join(words.text() for words in card.findChildren(Words)) for card in cards if card]


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


# ------------------------------------------------------------------ page by page


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


@pytest.mark.parametrize("take", [lambda: press(Qt.Key.Key_F2), lambda: choose("Prendre")])
@pytest.mark.usefixtures("amina")
def test_f2_and_the_button_take_all_of_the_page(
    window: MainWindow, context: Context, take: Callable[[], None]
) -> None:
    writing = second_letter(window, context, "commune")
    take()
    assert held_in(window) == "adresse_voie", "the first of them"
    known = ("adresse_voie", "code_postal", "commune")
    page, said = now(window), {name: SAID[name] for name in known}
    assert {name: page.answer_of(name).answer() for name in known} == said
    assert said.items() <= writing.interview.draft.answers.items()
    assert proposals(window) == []


@pytest.mark.usefixtures("amina")
def test_f2_and_the_button_take_it_where_it_is_alone(window: MainWindow, context: Context) -> None:
    """It stands after the answers: the first space of who answers must not press the button."""
    writing = second_letter(window, context)
    (words,) = proposals(window)
    assert words == f"Vous avez déjà répondu : La Caf (caisse d’allocations familiales). {FROM}"
    press(Qt.Key.Key_Tab)
    assert held_in(window) == "organisme"
    press(Qt.Key.Key_Down)
    assert now(window).answer_of("organisme").answer() == "msa"
    press(Qt.Key.Key_F2)
    assert now(window).answer_of("organisme").answer() == "caf"
    press(Qt.Key.Key_Down)
    choose("Prendre cette réponse")
    assert held_in(window) == "organisme"
    press(Qt.Key.Key_Return)
    until(lambda: "organisme" not in now(window).asks)
    assert writing.interview.draft.answers["organisme"] == "caf"


@pytest.mark.usefixtures("amina")
def test_who_types_on_the_button_answers_and_f2_replaces_what_was_typed(
    window: MainWindow, context: Context
) -> None:
    writing = second_letter(window, context, "prenom")
    press(Qt.Key.Key_Tab)
    assert name(held()) == "Prendre ces réponses (touche F2)"
    write("Ami na")
    assert held_in(window) == "prenom"
    assert held().property("text") == "Ami na"
    assert len(proposals(window)) == 1
    press(Qt.Key.Key_F2)
    assert held().property("text") == "Amina"
    assert writing.interview.draft.answers["prenom"] == "Amina"


@pytest.mark.usefixtures("amina")
def test_another_answer_can_be_given_and_passed(window: MainWindow, context: Context) -> None:
    writing = second_letter(window, context, "prenom")
    press(Qt.Key.Key_Return)
    write("Aminata")
    press(Qt.Key.Key_Return)
    assert held_in(window) == "nom"
    assert writing.interview.draft.answers["prenom"] == "Aminata"
    assert "nom" not in writing.interview.draft.answers


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
    said = "– 12 rue des Lilas – 69100 – Villeurbanne"
    assert words == f"Vous avez déjà répondu : {said} {FROM}"


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
    body = "Caisse d’allocations familiales de la Loire : 2 rue Charles de Gaulle"
    assert words.startswith(f"Vous avez déjà répondu : {body}")
    assert "Adresse copiée le 3 novembre 2026 (" in words
    assert words.endswith("Si la lettre reçue en donne une autre, c’est elle la bonne.")
    assert "dest_ligne_1" not in writing.interview.draft.answers, "proposed, never imposed"
    press(Qt.Key.Key_F2)
    lines = {name: said for name, said in ADDRESS.items() if name.startswith("dest_")}
    assert lines.items() <= writing.interview.draft.answers.items()


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
    tab_to("Prendre cette réponse (touche F2) : Nom de famille")
    press(Qt.Key.Key_Space)
    assert name(held()) == "Nom de famille"
    assert held().property("text") == "Bensaïd"
    assert whole.writing.interview.draft.answers["nom"] == "Bensaïd"


def test_f2_takes_that_of_the_question_in_hand(window: MainWindow, whole: WholeQuestions) -> None:
    before = len(proposals(window))
    tab_to("Ville ou village")
    press(Qt.Key.Key_F2)
    assert held().property("text") == "Villeurbanne"
    assert whole.writing.interview.draft.answers["commune"] == "Villeurbanne"
    assert "nom" not in whole.writing.interview.draft.answers
    assert len(proposals(window)) == before - 1


def test_typing_one_s_own_answer_takes_the_proposal_away(
    window: MainWindow, whole: WholeQuestions
) -> None:
    before = len(proposals(window))
    tab_to("Ville ou village")
    write("Bron")
    assert len(proposals(window)) == before, "F2 may still replace what is typed"
    press(Qt.Key.Key_Tab, 2)
    until(lambda: len(proposals(window)) == before - 1)
    assert whole.writing.interview.draft.answers["commune"] == "Bron"
