"""J1, the first journey, steps 1 to 11: by keyboard only, in the real window with a real safe."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.verifier.view import Verifier
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.workflow.store import Safe
from tests.gui.keyboard import choose, heading, held, name, press, tab_to, until, write

Go = Callable[[], None]
RSA = "La Caf me réclame de l’argent du RSA"


def go_on() -> None:
    """Press Enter in an answer: it goes to the next one, and after the last on."""
    press(Qt.Key.Key_Return)


def at(window: MainWindow, title: str) -> None:
    """Wait for a page, with the focus on its heading."""
    until(lambda: heading(window.page()) == title, f"« {title} » does not come")
    page = window.page()
    assert page is not None
    until(lambda: held() is page.heading, "the focus is not on the heading")


def asked(window: MainWindow) -> str:
    """Return the question where the focus is."""
    page = window.page()
    assert isinstance(page, Questions)
    return next((name for name, ask in page.asks.items() if ask.isAncestorOf(held())), "")


def answer(window: MainWindow, question: str, typed: str) -> None:
    """Answer on one line, where the hand is."""
    assert asked(window) == question
    write(typed)
    go_on()


def pick(window: MainWindow, question: str, words: str) -> None:
    """Choose one of several by its words, with the arrows."""
    assert asked(window) == question
    for _ in range(20):
        if name(held()).startswith(words):
            break
        press(Qt.Key.Key_Down)
    assert name(held()).startswith(words)
    press(Qt.Key.Key_Space)
    go_on()


def pass_by(window: MainWindow, question: str) -> None:
    """Leave a question without an answer."""
    assert asked(window) == question
    go_on()


def begin(window: MainWindow) -> None:
    """From the first screen to the first question."""
    choose("J’ai reçu une lettre")
    for words in ("La Caf (allocations", "Rembourser de l’argent", RSA):
        until(lambda w=words: offered(window, w), f"« {words} » is not offered")  # type: ignore[misc]
        choose(words)


def offered(window: MainWindow, words: str) -> bool:
    """Tell whether the page offers a choice that begins so."""
    page = window.page()
    assert page is not None
    buttons = page.findChildren(LongButton)
    return any(button.words().startswith(words) for button in buttons)


DECISION = "La lettre que vous avez reçue"


def decide(window: MainWindow) -> None:
    """Step 5: the date of the letter, how it came; then the last day, on its own page."""
    at(window, DECISION)
    go_on()
    answer(window, "date_decision", "3/11/26")
    pick(window, "comment_recue", "Je ne sais plus")
    pass_by(window, "date_reception")
    at(window, "Votre dernier jour pour agir")
    choose("Continuer")


def answer_until_facts(window: MainWindow) -> None:
    """Steps 3 to 8, before the free text."""
    begin(window)
    decide(window)
    at(window, "Ce que dit la lettre")
    go_on()
    pass_by(window, "manque_lettre")
    pick(window, "delai_ecrit", "2 mois")
    answer(window, "montant", "1 842")
    pass_by(window, "mois_debut")
    pick(window, "fraude_mot", "Non")
    at(window, "Ce que vous en pensez")
    go_on()
    pick(window, "position", "Je ne comprends pas")
    pick(window, "retenues", "Je ne sais pas")
    at(window, "Ce qui s’est passé")


def test_a_letter_is_answered_by_keyboard_checked_and_corrected(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    answer_until_facts(window)
    go_on()
    pass_by(window, "sujets")
    assert asked(window) == "faits"
    write("J’ai reçu une lettre. Éloïse m’a prêté 200 € pour la chaudière.")
    choose("Continuer")
    at(window, "Vous")
    go_on()
    pass_by(window, "prenom")
    answer(window, "nom", "Martin")
    answer(window, "telephone", "01 99 00 12 34")
    # The rest of the interview: whatever is asked, it can be passed; nothing is a dead end.
    for _ in range(20):
        page = window.page()
        if not isinstance(page, Questions):
            break
        before = heading(page)
        choose("Continuer")
        if heading(window.page()) == before and isinstance(window.page(), Questions):
            choose("Répondre plus tard")
    until(lambda: isinstance(window.page(), Verifier), "« Vérifier » never comes")
    # Step 11: corrects the telephone number, comes back to the same line.
    words = "Téléphone"
    tab_to(f"Changer : {words}")
    press(Qt.Key.Key_Return)
    until(lambda: isinstance(window.page(), Questions))
    until(lambda: asked(window) == "telephone", "one is not at the answer to correct")
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Backspace)
    write("5")
    choose("Continuer")
    until(lambda: isinstance(window.page(), Verifier))
    until(lambda: name(held()).startswith(f"Changer : {words}"), "not the same line")
    writing = context.session.writing
    assert writing is not None
    said = writing.interview.draft.answers
    assert [name for name, typed in said.items() if "01 99 00" in typed] == ["telephone"]
    assert said["telephone"] == "01 99 00 12 35"


def test_a_day_that_does_not_exist_stays_typed_and_can_be_mended_by_one_button(
    window: MainWindow,
) -> None:
    begin(window)
    at(window, DECISION)
    go_on()
    answer(window, "date_decision", "31/02/2026")
    pick(window, "comment_recue", "Je ne sais plus")
    pass_by(window, "date_reception")
    assert window.windowTitle().startswith("Erreur : Partie ")
    assert "Erreur : Ce jour n’existe pas" in name(held()), "the focus is on the summary"
    page = window.page()
    assert isinstance(page, Questions)
    day = page.answer_of("date_decision")
    assert day.answer() == "31/02/2026", "typed is never erased"
    choose("Écrire 28/02/2026")
    assert day.answer() == "28/02/2026"
    assert not window.windowTitle().startswith("Erreur")


def test_the_title_says_the_part_and_no_matter(window: MainWindow) -> None:
    begin(window)
    at(window, DECISION)
    assert re.fullmatch(r"Partie 1 sur \d — Papier libre", window.windowTitle())


def test_the_same_page_comes_back_and_is_offered_on_the_first_screen(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    answer_until_facts(window)
    until(lambda: context.session.writing and not context.session.writing.unsaved)
    context.session.writing = None
    window.restart(to.Home())
    tab = "Reprendre votre lettre : La Caf me réclame de l’argent du RSA. Il manque "
    until(lambda: offered(window, tab))
    tab_to(tab)
    press(Qt.Key.Key_Return)
    at(window, "Ce qui s’est passé")


@pytest.mark.parametrize("way", ["Retour", "Escape"])
def test_going_back_and_forth_loses_nothing(window: MainWindow, way: str) -> None:
    begin(window)
    decide(window)
    at(window, "Ce que dit la lettre")
    page = window.page()
    assert isinstance(page, Questions)
    page.answer_of("montant").begin()
    write("beaucoup")
    if way == "Escape":
        press(Qt.Key.Key_Escape)
    else:
        choose("Retour")
    at(window, DECISION)
    go_on()
    go_on()
    assert name(held()).startswith("Je ne sais plus"), "the answer given is chosen, with the focus"
    choose("Continuer")
    at(window, "Ce que dit la lettre")
    page = window.page()
    assert isinstance(page, Questions)
    assert page.answer_of("montant").answer() == "beaucoup"
