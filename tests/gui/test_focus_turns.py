"""From one page to the next the focus falls on nothing between: a screen reader would say it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.dernier_jour.view import LastDay
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.pages import destinations as to
from tests.gui.asking import PAPERS, begin, held_in
from tests.gui.keyboard import held, name, press, strike, tab_to, until, write


@pytest.fixture
def passed(qt: QApplication) -> list[str]:
    """What gets the focus, one after the other, by name."""
    names: list[str] = []

    def note(_old: QWidget | None, new: QWidget | None) -> None:
        names.append("" if new is None else name(new))

    qt.focusChanged.connect(note)
    yield names
    qt.focusChanged.disconnect(note)


def test_from_the_search_to_the_first_question(window: MainWindow, passed: list[str]) -> None:
    tab_to("Écrivez avec vos mots")
    write("la caf me réclame de l’argent du rsa")
    tab_to("La Caf me réclame de l’argent du RSA")
    passed.clear()
    press(Qt.Key.Key_Return)
    until(lambda: isinstance(window.page(), Questions))
    page = window.page()
    until(page.heading.hasFocus)
    assert [one for one in passed if one] == [page.heading.text()]


def test_from_a_question_to_the_next_and_back(window: MainWindow, passed: list[str]) -> None:
    page = begin(window, PAPERS, sender="")
    first = page.heading.text()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    passed.clear()
    press(Qt.Key.Key_Return)
    until(lambda: window.page().heading.text() != first and window.page().heading.hasFocus())
    assert [one for one in passed if one] == [window.page().heading.text()]
    passed.clear()
    strike(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    until(lambda: window.page().heading.text() == first and window.page().heading.hasFocus())
    assert [one for one in passed if one] == [first]


def test_from_an_answer_to_the_next_one_of_the_page(window: MainWindow, passed: list[str]) -> None:
    begin(window)
    press(Qt.Key.Key_Return)
    write("03112026")
    passed.clear()
    press(Qt.Key.Key_Return)
    assert held_in(window) == "comment_recue"
    assert [one for one in passed if one] == [name(held())]


def test_to_the_last_day_and_on(window: MainWindow, passed: list[str]) -> None:
    page = begin(window)
    for question in ("date_decision", "date_reception"):
        page.answer_of(question).put("03/11/2026")
    page.answer_of("comment_recue").put(page.answer_of("comment_recue").question.choices[0].id)
    for screen in (LastDay, Questions):
        tab_to("Continuer")
        passed.clear()
        press(Qt.Key.Key_Return)
        until(lambda screen=screen: isinstance(window.page(), screen))
        until(window.page().heading.hasFocus)
        assert [one for one in passed if one] == [window.page().heading.text()]


@pytest.mark.parametrize(
    "place", [to.Help(), to.Settings(), to.Models(), to.Find(), to.Urgent(), to.OpenPdf()]
)
def test_to_a_page_and_back(place: to.Destination, window: MainWindow, passed: list[str]) -> None:
    for turn in (lambda: window.go(place), lambda: strike(Qt.Key.Key_Escape)):
        press(Qt.Key.Key_Tab, 2)
        passed.clear()
        turn()
        until(lambda: window.page().heading.hasFocus() and not window.context.jobs._waiting)
        assert {one for one in passed if one} == {window.page().heading.text()}
