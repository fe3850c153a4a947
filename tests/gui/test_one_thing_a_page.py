"""Several questions on a page: Enter goes from one to the next, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.dernier_jour.view import LastDay
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages.questions import GoOn
from desktop_app.pages.together import JOINED_PAPERS
from tests.gui.asking import answers, at_page_of, begin, decide, held_in, now, open_at
from tests.gui.keyboard import choose, heading, press, strike, until, write


def words_of(window: MainWindow) -> list[str]:
    page = window.page()
    assert page is not None
    return [one.text() for one in page.findChildren(Words) if one.isVisibleTo(page)]


def test_who_said_who_wrote_begins_at_the_letter_s_date(window: MainWindow) -> None:
    page = begin(window)
    assert "organisme" not in page.asks
    press(Qt.Key.Key_Return)
    assert held_in(window) == "date_decision"


def test_enter_goes_from_answer_to_answer_then_on(window: MainWindow) -> None:
    begin(window)
    press(Qt.Key.Key_Return)
    write("03112026")
    press(Qt.Key.Key_Return)
    assert held_in(window) == "comment_recue"
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert held_in(window) == "date_reception"
    write("06112026")
    press(Qt.Key.Key_Return)
    until(lambda: isinstance(window.page(), LastDay))


def test_the_last_day_is_said_once_between_two_pages(window: MainWindow) -> None:
    first = heading(begin(window))
    decide(window)
    until(lambda: isinstance(window.page(), LastDay))
    assert "Il vous reste 37 jours" in words_of(window)
    choose("Continuer")
    until(lambda: isinstance(window.page(), Questions))
    assert heading(now(window)) == "Ce que dit la lettre"
    strike(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert heading(now(window)) == first
    choose("Continuer")
    until(lambda: heading(window.page()) == "Ce que dit la lettre")


def test_the_bar_says_the_days_left_on_every_page_of_the_letter(window: MainWindow) -> None:
    begin(window)
    decide(window)
    until(lambda: isinstance(window.page(), LastDay))
    assert "Il vous reste 37 jours" in window.bar_told()
    press(Qt.Key.Key_Escape)
    until(lambda: isinstance(window.page(), Questions))
    assert "Il vous reste 37 jours" in window.bar_told()
    window.go(to.Check(writing=now(window).writing))
    assert "Il vous reste 37 jours" in window.bar_told()
    window.restart(to.Home())
    assert "Il vous reste 37 jours" not in window.bar_told()


def test_back_from_the_last_day_is_the_page_that_told_it(window: MainWindow) -> None:
    first = heading(begin(window))
    decide(window)
    until(lambda: isinstance(window.page(), LastDay))
    press(Qt.Key.Key_Escape)
    until(lambda: isinstance(window.page(), Questions))
    assert heading(now(window)) == first


def test_another_day_is_said_again(window: MainWindow) -> None:
    begin(window)
    decide(window)
    until(lambda: isinstance(window.page(), LastDay))
    press(Qt.Key.Key_Escape)
    until(lambda: isinstance(window.page(), Questions))
    page = now(window)
    page.answer_of("date_decision").put("02/10/2026")
    page.do(GoOn())
    until(lambda: isinstance(window.page(), LastDay))


def test_a_choice_asks_at_once_what_it_opens(window: MainWindow) -> None:
    page = begin(window)
    assert "date_depot" not in page.asks
    page.answer_of("comment_recue").begin()
    press(Qt.Key.Key_Space)
    for _ in range(3):
        press(Qt.Key.Key_Down)
    assert {"date_depot", "date_ouverture"} <= page.asks.keys()
    assert "date_reception" not in page.asks
    assert held_in(window) == "comment_recue"


def test_enter_at_once_after_a_choice_goes_to_what_it_opens(window: MainWindow) -> None:
    """Of two answers too; nothing that was never shown is noted as not known."""
    page = open_at(window, "10840-aide-logement", "sous_location", logement_statut="locataire")
    page.answer_of("sous_location").begin()
    strike(Qt.Key.Key_Space)
    strike(Qt.Key.Key_Return)
    assert held_in(window) == "sous_location_depuis"
    assert now(window) is page
    assert "sous_location_depuis" not in page.writing.interview.draft.unknown


def test_what_is_missing_is_told_and_can_wait(window: MainWindow) -> None:
    begin(window)
    choose("Continuer")
    page = now(window)
    assert any("Il manque votre réponse" in one for one in words_of(window))
    assert heading(page) == "La lettre que vous avez reçue"
    choose("Répondre plus tard")
    until(lambda: heading(window.page()) != "La lettre que vous avez reçue")


def test_rare_matters_come_at_a_gesture_and_keep_what_is_typed(window: MainWindow) -> None:
    begin(window)
    page = at_page_of(window, "adresse_voie")
    assert "adresse_complement" not in page.asks
    page.answer_of("adresse_voie").begin()
    write("7 quai des Brumes")
    choose("Ajouter une précision")
    assert held_in(window) == "adresse_complement"
    write("Bâtiment B")
    page.keep()
    assert answers(window)["adresse_voie"] == "7 quai des Brumes"
    assert answers(window)["adresse_complement"] == "Bâtiment B"


def test_what_was_said_of_a_rare_matter_is_in_view_when_one_comes_back(window: MainWindow) -> None:
    begin(window)
    page = at_page_of(window, "adresse_voie")
    page.writing.say("adresse_complement", "Bâtiment B")
    page = at_page_of(window, "adresse_voie")
    assert "adresse_complement" in page.asks


@pytest.mark.parametrize("ticked", [(), (0,), (0, 1)])
def test_papers_are_ticked_in_one_list(window: MainWindow, ticked: tuple[int, ...]) -> None:
    begin(window)
    page = at_page_of(window, "piece_notification")
    papers = [one.id for one in page.answer_of(JOINED_PAPERS).question.choices]
    page.answer_of(JOINED_PAPERS).put(tuple(papers[n] for n in ticked))
    writing = page.writing
    choose("Continuer")
    said = writing.interview.draft.answers
    assert [said.get(one) for one in papers] == [
        "jointe" if n in ticked else "non" if ticked else said.get(one)
        for n, one in enumerate(papers)
    ]


def test_a_paper_that_follows_is_said_under_the_list(window: MainWindow) -> None:
    begin(window)
    page = at_page_of(window, "piece_notification")
    choose("Ajouter une précision")
    page.answer_of("papiers plus tard").put(("piece_identite",))
    page.keep()
    assert answers(window)["piece_identite"] == "suivra"
    assert answers(window)["piece_notification"] == "non"


def test_who_types_on_the_heading_types_the_first_answer(window: MainWindow) -> None:
    begin(window)
    page = at_page_of(window, "nom")
    page.focus_heading()
    write("Simone")
    page.keep()
    assert answers(window)["prenom"] == "Simone"


def test_the_addressee_is_named_where_an_address_is_copied(window: MainWindow) -> None:
    page = begin(window)
    page.writing.say("code_postal", "75019")
    page.writing.say("lieu_rsa", "paris")
    page = at_page_of(window, "dest_ligne_1")
    assert "Vous écrivez à : Ville de Paris" in words_of(window)
