"""A letter typed on choices goes to the next that begins with it, and presses no button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.marked import LongCheck
from desktop_app.pages import destinations as to
from tests.gui.asking import PAPERS, RSA, open_at
from tests.gui.keyboard import held, name, press, tab_to, until, write


@pytest.fixture
def offices(window: MainWindow) -> MainWindow:
    window.go(to.Find("lettre"))
    until(lambda: any(name(one).startswith("La MDPH") for one in buttons(window)))
    return window


def buttons(window: MainWindow) -> list[QAbstractButton]:
    page = window.page()
    return page.findChildren(QAbstractButton) if page is not None else []


def test_it_goes_round_the_choices_that_begin_so(offices: MainWindow) -> None:
    page = offices.page()
    tab_to("La Caf")
    found = []
    for _ in range(30):
        write("m")
        found.append(name(held()))
        if found.count(found[0]) > 1:
            break
    assert len(found) > 2, found
    assert any(one.startswith("La MDPH") for one in found), "after its article"
    assert len(set(found)) == len(found) - 1
    assert offices.page() is page, "nothing is pressed"


def test_from_the_heading_it_goes_to_the_first_choice_that_begins_so(offices: MainWindow) -> None:
    page = offices.page()
    assert page is not None
    page.focus_heading()
    until(lambda: all(one.isVisible() for one in buttons(offices)))
    write("f")
    assert name(held()).startswith("France Travail")
    assert offices.page() is page, "nothing is pressed"


def test_from_the_heading_it_never_leads_to_what_erases(
    offices: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = offices.page()
    assert page is not None
    page.focus_heading()
    until(lambda: all(one.isVisible() for one in buttons(offices)))
    erasing = ("France Travail", "La famille")
    monkeypatch.setattr(page, "takes_away", lambda one: name(one).startswith(erasing))
    write("f")
    assert held() is page.heading
    write("p")
    assert name(held()).startswith("La préfecture")


def test_capitals_and_accents_make_no_difference(offices: MainWindow) -> None:
    tab_to("La Caf")
    write("É")
    assert name(held()).removeprefix("L’").casefold()[0] in "eé"


def test_a_letter_that_begins_nothing_stays(offices: MainWindow) -> None:
    before = tab_to("La Caf")
    write("z")
    assert held() is before


def test_among_the_answers_to_a_question_it_chooses_as_an_arrow_does(window: MainWindow) -> None:
    page = open_at(window, RSA, "organisme")
    answer = page.answer_of("organisme")
    answer.begin()
    assert name(held()).startswith("La Caf")
    assert not answer.answer(), "one only comes there"
    write("m")
    assert name(held()).startswith("La MSA")
    assert answer.answer() == "msa"
    write("z")
    assert answer.answer() == "msa"


def test_from_the_heading_it_goes_to_a_choice_which_enter_takes(window: MainWindow) -> None:
    """What is typed at the top of a page may have been meant for a box further down."""
    page = open_at(window, PAPERS, "organisme")
    answer = page.answer_of("organisme")
    assert page.heading.hasFocus()
    write("m")
    assert name(held()).startswith("La MSA")
    assert not answer.answer()
    press(Qt.Key.Key_Return)
    assert answer.answer() == "msa"
    write("c")
    assert answer.answer() == "caf"
    page.focus_heading()
    write("m")
    assert name(held()).startswith("La Caf"), "what was answered is where one comes"
    assert answer.answer() == "caf"


def test_a_tick_is_gone_to_and_not_pressed(window: MainWindow) -> None:
    page = open_at(window, RSA, "piece_notification")
    assert page.heading.hasFocus()
    write("d")
    first = held()
    assert isinstance(first, LongCheck)
    assert not first.isChecked()
