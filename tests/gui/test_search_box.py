"""The search of the first screen answers while one types: no accents, letters wrong."""

import json

import pytest
from PySide6.QtCore import Qt

from desktop_app.cli.main import run
from desktop_app.core.packs.listed import FREE_LETTER
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.accueil.view import Accueil
from desktop_app.gui.screens.trouver.view import Trouver
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.pages.finding import MOST
from desktop_app.pages.home import SEARCH
from desktop_app.wiring import RealTools
from tests.gui.hearing import Recorder
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
        # "Avoir une adresse" is withdrawn: the form that replaces it stands before it.
        pytest.param("jai pas dadresse", "Demander une adresse", id="no apostrophes"),
    ],
)
def test_the_right_case_comes_first_while_typing(
    words: str, first: str, window: MainWindow
) -> None:
    assert typed(window, words)[0].startswith(first)


def test_words_that_say_nothing_yet_wait_for_others(window: MainWindow) -> None:
    assert typed(window, "je veux") == []
    page = window.page()
    assert isinstance(page, Accueil)
    assert "Essayez un autre mot" in page.searches[SEARCH].said


NOT_HERE = "ma cheffe me harcèle"


def test_what_no_letter_is_about_is_said_alike_to_the_eye_the_ear_and_the_terminal(
    window: MainWindow, recorder: Recorder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(window, NOT_HERE) == ["Écrire ma propre lettre, avec mes mots"]
    page = window.page()
    assert isinstance(page, Accueil)
    box = page.searches[SEARCH]
    assert box.said.startswith("Nous n’avons pas de lettre pour cela.")
    assert recorder.heard("Nous n’avons pas de lettre").words == box.said
    assert run(["catalogue", "--search", NOT_HERE, "--json"], RealTools) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["nothing"] is True
    assert [item["id"] for item in data["items"]] == [FREE_LETTER]
    (search,) = data["page"]["blocks"]
    assert search["found"]["words"] == box.said
    assert run(["catalogue", "--search", NOT_HERE], RealTools) == 0
    printed = " ".join(capsys.readouterr().out.split())
    seen = [words.text() for words in box.findChildren(Words) if words.isVisibleTo(page)]
    for helper in data["help"]:
        (line,) = [one for one in seen if one.startswith(helper["name"])]
        assert helper["free"]
        assert helper["does"] in line
        assert line in printed
    assert len(data["help"]) == 2


def test_the_search_page_says_what_the_first_one_does(window: MainWindow) -> None:
    first = window.page()
    assert isinstance(first, Accueil)
    window.context.navigator.go(to.Find("lettre"))
    until(lambda: isinstance(window.page(), Trouver), "the search page does not come")
    second = window.page()
    assert isinstance(second, Trouver)
    for words in (NOT_HERE, "la caf me réclame", "mon mari me frappe", "je veux"):
        assert first.look_for("", words, 0) == second.look_for("", words, 0)


def test_who_helps_is_reached_with_tab_after_the_box(window: MainWindow) -> None:
    typed(window, NOT_HERE)
    tab_to("L’inspection du travail")
    tab_to("Un point-justice")
    tab_to("Écrire ma propre lettre")


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
    come = min(count, MOST)  # so many at a time: the rest waits for another gesture
    until(lambda: len(results(page)) == MOST + come, "the others did not come")
    until(lambda: held() is results(page)[MOST], "the first of the others has no focus")
