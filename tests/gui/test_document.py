"""The letter on the screen, its paragraphs, a form in three ways, and filing."""

import datetime as dt
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.document.view import DocumentScreen
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.letter_in_hand import LetterInHand
from tests.gui import files
from tests.gui.conftest import FixedClock
from tests.gui.keyboard import until


def said(page: QWidget) -> str:
    return "\n".join(words.text() for words in page.findChildren(Words) if words.isVisible())


def press(page: Page, text: str) -> None:
    buttons = page.findChildren(QPushButton)
    found = [b for b in buttons if _called(b, text) and b.isVisibleTo(page)]
    assert found, f"no button {text!r}"
    assert found[0].isEnabled(), f"{text!r} cannot be pressed"
    found[0].click()


def _called(button: QPushButton, text: str) -> bool:
    """Tell whether a button is called so, perhaps followed by what it is about."""
    return re.fullmatch(rf"{re.escape(text)}(\s: .*)?", button.accessibleName()) is not None


def wait_for(window: MainWindow, text: str) -> None:
    def seen() -> None:
        page = window.page()
        assert page is not None
        assert text in said(page)

    until(lambda: _passes(seen))


def _passes(check) -> bool:
    try:
        check()
    except AssertionError:
        return False
    return True


@pytest.fixture
def letter(window: MainWindow) -> MainWindow:
    window.go(to.Letter(draft=RealTools().demo.letter))
    wait_for(window, "valeurs sur 43 relues")
    assert "Pourquoi : " not in said(window.page()), "they wait for who wants to read them"
    press(window.page(), "Lire et changer les phrases")
    page = window.page()
    assert isinstance(page, DocumentScreen)
    page.finish()
    QApplication.processEvents()
    return window


def ask_why(page: QWidget | None) -> None:
    """Open the laws of the letter, at its end, once its paragraphs are drawn."""
    assert isinstance(page, DocumentScreen)

    def asked() -> list[QPushButton]:
        return [one for one in page.findChildren(QPushButton) if one.text() == "Pourquoi ?"]

    until(lambda: bool(asked()))
    asked()[0].click()


def test_what_a_lawyer_must_read_again_is_told_to_who_asks_why(letter: MainWindow) -> None:
    page = letter.page()
    assert isinstance(page, DocumentScreen)
    in_doubt = [one for one in page.paragraphs if one.doubts]
    assert in_doubt, "the demo letter cites texts that were read in part"
    assert len(in_doubt) < len(page.paragraphs)
    assert "un juriste" not in said(page)
    ask_why(page)
    marked = re.findall(r"Paragraphe (\d+)\s: .*À vérifier\s: un juriste", said(page))
    assert [int(one) for one in marked] == [one.number for one in in_doubt]


def test_the_proof_is_said_and_each_paragraph_has_its_reason(letter: MainWindow) -> None:
    words = said(letter.page())
    assert "✓ 43 valeurs sur 43 relues" in words
    assert words.count("Pourquoi : ") == 13
    assert "Textes : " not in words
    ask_why(letter.page())
    assert "Textes : " in said(letter.page())


def test_an_optional_paragraph_is_taken_out_and_put_back(letter: MainWindow) -> None:
    press(letter.page(), "Le retirer")
    wait_for(letter, "Retiré de la lettre.")
    press(letter.page(), "Le remettre")
    until(lambda: "Retiré de la lettre." not in said(letter.page()))
    wait_for(letter, "valeurs sur 43 relues")


def test_what_comes_next_shows_the_day_and_why(letter: MainWindow) -> None:
    press(letter.page(), "Imprimer et envoyer")
    wait_for(letter, "feuilles seront imprimées")
    press(letter.page(), "C’est imprimé : et maintenant ?")
    wait_for(letter, "À poster au plus tard le")
    press(letter.page(), "Pourquoi cette date ?")
    wait_for(letter, "CPC art. 641")
    assert "Rien n’est gardé sur cet ordinateur." in said(letter.page())


def test_a_form_is_filled_on_its_pdf_and_can_be_saved(window: MainWindow, tmp_path: Path) -> None:
    blank, out = tmp_path / "vide.pdf", tmp_path / "rempli.pdf"
    blank.write_bytes(RealTools().demo.blank)
    window.go(to.FilledForm(draft=RealTools().demo.form))
    press(window.page(), "J’ai le PDF officiel : le remplir")
    files.give(window, blank)
    wait_for(window, "✓ 39 valeurs sur 39 relues")
    press(window.page(), "Enregistrer en PDF")
    files.save(window, out)
    wait_for(window, "Le PDF est enregistré.")
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_pdf_that_is_not_the_form_is_refused_in_words(window: MainWindow, tmp_path: Path) -> None:
    wrong = tmp_path / "autre.pdf"
    wrong.write_bytes(b"%PDF-1.4 rien")
    window.go(to.FilledForm(draft=RealTools().demo.form))
    press(window.page(), "J’ai le PDF officiel : le remplir")
    files.give(window, wrong)
    wait_for(window, "Ce fichier ne peut pas être lu")


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("J’ai le formulaire en papier : imprimer dessus", "✓ 41 valeurs sur 41 relues"),
        ("Je vais le recopier à la main", "La feuille à recopier est prête."),
    ],
    ids=["onto paper", "copied by hand"],
)
def test_a_form_without_its_pdf(window: MainWindow, way: str, told: str) -> None:
    window.go(to.FilledForm(draft=RealTools().demo.form))
    press(window.page(), way)
    wait_for(window, told)


def test_a_letter_is_filed_in_the_safe_with_its_day(letter: MainWindow, tmp_path: Path) -> None:
    from desktop_app.workflow.documents.filing import file_paper
    from desktop_app.workflow.documents.rendering import make_letter

    tools = RealTools()
    today = tools.clock.today()
    phrase = tools.demo.safes.draw_phrase()
    tools.demo.safes.create(tmp_path / "coffre", phrase, on=today)
    with tools.demo.safes.open(tmp_path / "coffre", phrase, on=today) as safe:
        made = make_letter(tools, tools.demo.letter, today)
        dossier, document = file_paper(safe, tools, made, today)
        assert safe.content(document) == made.pdf.data
        assert [event.kind for event in safe.events.timeline(dossier)] == [
            "decision-received-compte-en-ligne"
        ]
        assert len(safe.agenda.next_dates()) == 1


def test_a_letter_changed_back_while_it_was_made_is_the_one_of_before(context: Context) -> None:
    tools, draft = context.tools, context.tools.demo.letter
    hand = LetterInHand(tools, draft)
    whole, now = hand.make(), hand.now
    optional = next(one for one in hand.paragraphs(hand.definition()) if one.optional)
    hand.now = now.take_out(optional.id)
    assert hand.made is None

    class ChangedBack(FixedClock):
        """The person changes it back as the worker begins."""

        def today(self) -> dt.date:
            hand.now = now
            return super().today()

    tools.__dict__["clock"] = ChangedBack()
    hand.make()
    assert hand.made is whole
