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
    """Press Enter in the answer: it is "Continuer"."""
    press(Qt.Key.Key_Return)


def at(window: MainWindow, question: str) -> None:
    """Wait for a question, with the focus on its heading."""
    until(lambda: heading(window.page()) == question, f"« {question} » does not come")
    page = window.page()
    assert page is not None
    until(lambda: held() is page.heading, "the focus is not on the heading")


def answer(window: MainWindow, question: str, typed: str) -> None:
    """Answer on one line, from the heading."""
    at(window, question)
    go_on()  # to the answer
    write(typed)
    go_on()


def pick(window: MainWindow, question: str, words: str) -> None:
    """Choose one of several by its words, with the arrows."""
    at(window, question)
    go_on()
    for _ in range(20):
        if name(held()).startswith(words):
            break
        press(Qt.Key.Key_Down)
    assert name(held()).startswith(words)
    press(Qt.Key.Key_Space)
    go_on()


def pass_by(window: MainWindow, question: str) -> None:
    """Leave a question without an answer."""
    at(window, question)
    choose("Continuer")


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


def answer_until_facts(window: MainWindow) -> None:
    """Steps 3 to 8, before the free text."""
    begin(window)
    pick(window, "Qui s’occupe de votre dossier : la Caf ou la MSA ?", "La Caf")
    at(window, "Quelle est la date en haut de la lettre ?")
    go_on()
    write("3/11/26")
    go_on()
    pick(window, "Comment avez-vous reçu cette lettre ?", "Je ne sais plus")
    at(window, "Quel jour avez-vous reçu la lettre ?")
    choose("Je ne sais pas")
    pass_by(window, "Y a-t-il une référence ou un numéro sur la lettre ?")
    pass_by(window, "Que manque-t-il dans la lettre ?")
    pick(window, "Quel délai pour contester est écrit sur la lettre ?", "2 mois")
    answer(window, "Combien d’argent vous réclame-t-on ?", "1 842")
    at(window, "Quel est le mois le plus ancien réclamé ?")
    choose("Je ne sais pas")
    pick(window, "Lisez-vous « fraude » ou « fausse déclaration » dans la lettre ?", "Non")
    pick(window, "Êtes-vous d’accord avec cette dette ?", "Je ne comprends pas")
    pass_by(window, "De quoi la lettre parle-t-elle ?")
    at(window, "Que s’est-il passé ? Racontez avec vos mots.")


def test_a_letter_is_answered_by_keyboard_checked_and_corrected(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    answer_until_facts(window)
    go_on()
    write("J’ai reçu une lettre. Éloïse m’a prêté 200 € pour la chaudière.")
    choose("Continuer")
    # The rest of the interview: whatever is asked, it can be passed; nothing is a dead end.
    for _ in range(80):
        page = window.page()
        if not isinstance(page, Questions):
            break
        before = heading(page)
        if before == "Quel est votre nom de famille ?":
            answer(window, before, "Martin")
        elif before.startswith("À quel numéro de téléphone"):
            answer(window, before, "01 99 00 12 34")
        else:
            choose("Continuer")
            if heading(window.page()) == before and isinstance(window.page(), Questions):
                choose("Répondre plus tard")
    until(lambda: isinstance(window.page(), Verifier), "« Vérifier » never comes")
    # Step 11: corrects the telephone number, comes back to the same line.
    asked = "À quel numéro de téléphone peut-on vous appeler ?"
    tab_to(f"Changer : {asked}")
    press(Qt.Key.Key_Return)
    at(window, asked)
    go_on()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Backspace)
    write("5")
    go_on()
    until(lambda: isinstance(window.page(), Verifier))
    until(lambda: name(held()).startswith(f"Changer : {asked}"), "not the same line")
    writing = context.session.writing
    assert writing is not None
    said = writing.interview.draft.answers
    assert [name for name, typed in said.items() if "01 99 00" in typed] == ["telephone"]
    assert said["telephone"] == "01 99 00 12 35"


def test_a_day_that_does_not_exist_stays_typed_and_can_be_mended_by_one_button(
    window: MainWindow,
) -> None:
    begin(window)
    pick(window, "Qui s’occupe de votre dossier : la Caf ou la MSA ?", "La Caf")
    at(window, "Quelle est la date en haut de la lettre ?")
    go_on()
    write("31/02/2026")
    go_on()
    assert window.windowTitle().startswith("Erreur : Question ")
    assert "Erreur : Ce jour n’existe pas" in name(held()), "the focus is on the summary"
    page = window.page()
    assert isinstance(page, Questions)
    assert page.answer is not None
    assert page.answer.answer() == "31/02/2026", "typed is never erased"
    choose("Écrire 28/02/2026")
    assert page.answer.answer() == "28/02/2026"
    assert not window.windowTitle().startswith("Erreur")


def test_the_title_says_the_number_of_the_question_and_no_matter(
    window: MainWindow,
) -> None:
    begin(window)
    at(window, "Qui s’occupe de votre dossier : la Caf ou la MSA ?")
    assert re.fullmatch(r"Question 1 sur 3\d — Papier libre", window.windowTitle())


def test_the_same_question_comes_back_and_is_offered_on_the_first_screen(
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
    at(window, "Que s’est-il passé ? Racontez avec vos mots.")


@pytest.mark.parametrize("way", ["Retour", "Escape"])
def test_going_back_and_forth_loses_nothing(window: MainWindow, way: str) -> None:
    begin(window)
    pick(window, "Qui s’occupe de votre dossier : la Caf ou la MSA ?", "La MSA")
    at(window, "Quelle est la date en haut de la lettre ?")
    go_on()
    write("31/02/2026")
    if way == "Escape":
        press(Qt.Key.Key_Escape)
    else:
        choose("Retour")
    at(window, "Qui s’occupe de votre dossier : la Caf ou la MSA ?")
    go_on()
    assert name(held()).startswith("La MSA"), "the answer given is chosen, and has the focus"
    go_on()
    at(window, "Quelle est la date en haut de la lettre ?")
    page = window.page()
    assert isinstance(page, Questions)
    assert page.answer is not None
    assert page.answer.answer() == "31/02/2026"
