"""The search of the first screen answers while one types: no accents, letters wrong."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.accueil.view import Accueil
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages.finding import MOST
from desktop_app.pages.home import SEARCH
from tests.gui.keyboard import held, name, press, tab_to, until, write


def typed(window: MainWindow, words: str) -> list[str]:
    """Type in the first screen's box, without Return; return what is found, the best first."""
    page = window.page()
    assert isinstance(page, Accueil)
    tab_to("Écrivez avec vos mots")
    write(words)
    box = page.searches[SEARCH]
    until(lambda: box.said, "nothing is said of what is found")
    until(lambda: results(page) or box.said.startswith("Rien"), "what is found is not shown")
    return [button.words() for button in results(page)]


def results(page: Page) -> list[LongButton]:
    """Return the situations shown, the best first."""
    assert isinstance(page, Accueil)
    shown = page.searches[SEARCH].findChildren(LongButton)
    return [button for button in shown if button.isVisibleTo(page)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        pytest.param("la caf me réclame", "La Caf me réclame", id="as in the example"),
        pytest.param("LA CAF ME RECLAME", "La Caf me réclame", id="no accents, capitals"),
        pytest.param("la caf me recalme de l’argant", "La Caf me réclame", id="two letters wrong"),
        pytest.param("domicilation", "Préparer l’attestation", id="a letter left out"),
        # "Avoir une adresse" is withdrawn: the living form stands before it.
        pytest.param("jai pas dadresse", "Préparer l’attestation", id="no apostrophes"),
    ],
)
def test_the_right_case_comes_first_while_typing(
    words: str, first: str, window: MainWindow
) -> None:
    assert typed(window, words)[0].startswith(first)


def test_what_is_not_found_says_what_to_do(window: MainWindow) -> None:
    assert typed(window, "zzzzzz") == []
    page = window.page()
    assert page is not None
    assert isinstance(page, Accueil)
    assert "Essayez un autre mot" in page.searches[SEARCH].said


def test_return_goes_to_the_best_answer_so_that_it_is_read_first(window: MainWindow) -> None:
    found = typed(window, "la caf me reclame")
    press(Qt.Key.Key_Return)
    assert held().accessibleName() == found[0]


def test_the_situations_not_shown_are_counted_and_come_at_a_gesture(window: MainWindow) -> None:
    shown = typed(window, "lettre")
    assert len(shown) == MOST
    page = window.page()
    assert isinstance(page, Accueil)
    tab_to("Voir les")
    count = int("".join(c for c in name(held()) if c.isdigit()))
    press(Qt.Key.Key_Return)
    until(lambda: len(results(page)) == MOST + count, "the others did not come")
    until(lambda: held() is results(page)[MOST], "the first of the others has no focus")
