"""All the questions on one page: answers open and close others, and nothing typed is lost."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.core.answers.draft import Draft
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.questions.whole import WholeQuestions
from desktop_app.gui.screens.verifier.view import Verifier
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.interview.definitions import definition_of
from desktop_app.workflow.interview.interview import Interview
from tests.gui.conftest import TODAY
from tests.gui.keyboard import choose, held, name, press, until, write

LETTER = "caf-indu-rsa"
HOW, RECEIVED, ONLINE = "comment_recue", "date_reception", "compte-en-ligne"


@pytest.fixture
def page(window: MainWindow, context: Context) -> WholeQuestions:
    interview = Interview(definition_of(context.tools.catalogue, LETTER), Draft(LETTER), TODAY)
    writing = Writing(interview, runner=context.jobs, bar=context.navigator, holder=context.session)
    window.go(to.AllQuestions(writing=writing))
    made = window.page()
    assert isinstance(made, WholeQuestions)
    made.finish()
    QCoreApplication.processEvents()
    return made


def answer(page: WholeQuestions, question: str, choice: str) -> None:
    """Choose among the answers to a question; the hand stays there."""
    page.answer_of(question).put(choice)
    page.answer_of(question).begin()
    page.typed_in(question)


def shown(page: WholeQuestions) -> list[str]:
    """Return the questions in view, in the order of reading."""
    places = sorted(page.asks, key=lambda one: page.asks[one].mapTo(page, page.pos()).y())
    return [one for one in places if page.asks[one].isVisible()]


def expect_asked(page: WholeQuestions) -> None:
    QCoreApplication.processEvents()
    assert shown(page) == [step.question.id for step in page.writing.interview.steps]


def test_an_answer_opens_and_closes_questions_at_their_place(page: WholeQuestions) -> None:
    expect_asked(page)
    before = shown(page)
    answer(page, HOW, ONLINE)
    until(lambda: RECEIVED not in page.asks, "a question that is asked no more stays")
    expect_asked(page)
    assert shown(page) != before
    assert page.answer_of(HOW).isAncestorOf(held()), "the hand is where it was"


def test_what_was_typed_comes_back_with_its_question(page: WholeQuestions) -> None:
    page.answer_of(RECEIVED).begin()
    write("12112026")
    typed = page.answer_of(RECEIVED).answer()
    answer(page, HOW, ONLINE)
    until(lambda: RECEIVED not in page.asks)
    answer(page, HOW, "lettre-simple")
    until(lambda: RECEIVED in page.asks)
    expect_asked(page)
    assert page.answer_of(RECEIVED).answer() == typed


def test_the_hand_that_goes_to_a_question_just_closed_is_in_what_took_its_place(
    page: WholeQuestions,
) -> None:
    answer(page, HOW, ONLINE)
    page.answer_of(RECEIVED).begin()  # before the answer was taken
    QCoreApplication.processEvents()
    assert RECEIVED not in page.asks
    asked = [step.question.id for step in page.writing.interview.steps]
    assert page.answer_of(asked[asked.index(HOW) + 1]).isAncestorOf(held())


def test_each_error_leads_to_its_field_and_goes_once_it_is_right(
    window: MainWindow, page: WholeQuestions
) -> None:
    page.answer_of("date_decision").begin()
    write("31022026")
    choose("Continuer")
    assert window.page() is page
    assert page.wrong
    choose("Date en haut de la lettre — ")
    assert page.answer_of("date_decision").isAncestorOf(held())
    assert "Erreur" in name(held())
    page.answer_of("date_decision").put("03/11/2026")
    page.typed_in("date_decision")
    choose("Continuer")
    until(lambda: isinstance(window.page(), Verifier))


def test_a_field_keeps_what_is_typed_while_questions_come_before_it(page: WholeQuestions) -> None:
    answer(page, HOW, ONLINE)
    field = page.answer_of("reference_decision").first()
    assert isinstance(field, QLineEdit)
    page.answer_of("reference_decision").begin()
    write("RSA 12")
    press(Qt.Key.Key_Tab)
    assert page.answer_of("reference_decision").first() is field
    assert page.writing.interview.draft.answers["reference_decision"] == "RSA 12"
