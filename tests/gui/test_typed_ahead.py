"""A letter typed on a list of choices goes to the next that begins with it, and presses nothing."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop_app.gui.main_window import MainWindow
from desktop_app.pages import destinations as to
from tests.gui.asking import RSA, open_at
from tests.gui.keyboard import held, name, tab_to, until, write


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


def test_capitals_and_accents_make_no_difference(offices: MainWindow) -> None:
    tab_to("La Caf")
    write("É")
    assert name(held()).removeprefix("L’").casefold()[0] in "eé"


def test_a_letter_that_begins_nothing_stays(offices: MainWindow) -> None:
    before = tab_to("La Caf")
    write("z")
    assert held() is before


def test_among_the_answers_to_a_question_it_chooses_none(window: MainWindow) -> None:
    page = open_at(window, RSA, "organisme")
    page.answer_of("organisme").begin()
    assert name(held()).startswith("La Caf")
    write("m")
    assert name(held()).startswith("La MSA")
    assert not page.answer_of("organisme").answer()
