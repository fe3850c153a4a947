"""A PDF that no pack knows, by keyboard: opened, looked at, answered, proved, kept, taken up."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from reportlab.pdfgen.canvas import Canvas

from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.paper_panel import PaperPanel
from desktop_app.gui.screens import sheet_out
from desktop_app.gui.screens.cases.view import Boxes
from desktop_app.gui.screens.formulaire.view import FormScreen
from desktop_app.gui.screens.pdf.view import OpenPdf
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.sur_la_page.view import OnPage
from desktop_app.gui.screens.verifier.view import Verifier
from desktop_app.gui.starting import take_up
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages.boxes import FOUND, AskBoxes, FillOnPage
from desktop_app.pages.gestures import GoPrint, TakeUp
from desktop_app.pages.open_pdf import PrintEmpty
from desktop_app.workflow.store import Safe
from tests.gui import files
from tests.gui.asking import answer_page, now
from tests.gui.conftest import in_worker
from tests.gui.harness.printers import Printers
from tests.gui.keyboard import choose, heading, held, name, press, tab_to, until, write
from tests.gui.letters import told
from tests.gui.test_journey import offered
from tests.helpers.paper import paper
from tests.helpers.pictures import saved
from tests.helpers.unknown import flat_form, unknown_form


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file that the person chooses, whatever is written in it."""
    path = tmp_path / "demande de carte.pdf"
    path.write_bytes(unknown_form())
    return path


def open_pdf(window: MainWindow, file: Path) -> None:
    """From the first screen to what was found in the PDF."""
    choose("J’ai un formulaire, papier ou PDF")
    until(lambda: offered(window, "J’ai un formulaire en PDF"), "opening a PDF is not offered")
    choose("J’ai un formulaire en PDF")
    until(lambda: isinstance(window.page(), OpenPdf))
    choose("Choisir le PDF")
    files.give(window, file)


def found(window: MainWindow) -> Boxes:
    until(lambda: isinstance(window.page(), Boxes), "the boxes are not shown")
    page = window.page()
    assert isinstance(page, Boxes)
    return page


def test_a_photo_of_a_form_is_opened_as_its_scan(window: MainWindow, tmp_path: Path) -> None:
    photo = tmp_path / "ma photo.jpg"
    page = pypdfium2.PdfDocument(flat_form())[0].render(scale=1.5).to_pil().convert("RGB")
    photo.write_bytes(saved(page, "JPEG"))
    window.go(to.OpenPdf())
    choose("Choisir le PDF ou la photo")
    files.give(window, photo)
    assert found(window).button_of(FillOnPage()) is not None
    assert not found(window)._opened.empty, "it may be written on by hand: it is nobody else's"


SAID = {
    "Vous êtes": "Madame",
    "Nom de naissance": "Dupré",
    "Prénoms": "Simone",
    "Né(e) le": "03/11/1980",
    "Adresse : numéro et voie": "12 rue des Tilleuls",
    "Code postal": "42000",
    "Commune": "Saint-Étienne",
    "Raison sociale": "Les Tilleuls",
    "Avez-vous un contrat ?": "Oui",
}


def answer_all(window: MainWindow) -> None:
    """Answer the questions of ``unknown_form`` until "Vérifier"."""
    while not isinstance(window.page(), Verifier):
        until(lambda: isinstance(window.page(), Questions))
        shown = now(window).asked
        answer_page(window, SAID)
        until(lambda shown=shown: getattr(window.page(), "asked", None) is not shown)  # type: ignore[misc]


def several_stand_together_and_are_kept(window: MainWindow) -> None:
    """Who one is on one page, where one lives on the next; back and forth, all is still there."""
    until(lambda: isinstance(window.page(), Questions))
    pages = {"Vous": 5, "Votre adresse": 3}
    for title, boxes in pages.items():
        assert (heading(now(window)), len(now(window).asks)) == (title, boxes)
        answer_page(window, SAID)
        until(lambda title=title: heading(window.page()) != title)  # type: ignore[misc]
    for title in reversed(pages):
        press(Qt.Key.Key_Escape)
        until(lambda title=title: heading(window.page()) == title)  # type: ignore[misc]
    assert [now(window).typed()[name] for name in ("nom_de_naissance", "prenoms", "ne_e_le")] == [
        "Dupré",
        "Simone",
        "03/11/1980",
    ]
    choose("Continuer")
    until(lambda: heading(window.page()) == "Votre adresse")
    assert now(window).typed()["commune"] == "Saint-Étienne"
    choose("Continuer")
    until(lambda: heading(window.page()) != "Votre adresse")


def test_by_keyboard_from_the_first_screen_to_a_proved_document(
    window: MainWindow, context: Context, safe: Safe, file: Path
) -> None:
    window.restart(to.Home())
    open_pdf(window, file)
    found(window)
    choose("Répondre aux questions")
    several_stand_together_and_are_kept(window)
    answer_all(window)
    file.unlink()  # the blank is at hand: its file is not needed any more
    choose("Voir le formulaire")
    until(lambda: isinstance(window.page(), FormScreen))
    page = window.page()
    assert isinstance(page, FormScreen)
    choose("Remplir le PDF que j’ai ouvert")
    until(lambda: "valeurs sur" in told(page), "nothing is proved")
    assert told(page) == "Le formulaire est prêt.\n✓ 12 valeurs sur 12 relues sur la page"
    printing = page.button_of(GoPrint())
    assert printing is not None
    assert printing.isEnabled()


def test_its_draft_is_taken_up_with_its_pdf_once_all_was_forgotten(
    window: MainWindow, context: Context, safe: Safe, file: Path
) -> None:
    window.restart(to.Home())
    open_pdf(window, file)
    found(window)
    choose("Répondre aux questions")
    until(lambda: isinstance(window.page(), Questions))
    first = now(window).asked
    answer_page(window, SAID)
    until(lambda: now(window).asked is not first)
    left = heading(now(window))
    drafts: list[str] = []
    in_worker(context, lambda: drafts.extend(one.id for one in safe.drafts.unfinished()))
    blank = file.read_bytes()
    file.unlink()
    context.session.blanks.clear()
    window.restart(to.Home())
    page = window.page()
    assert page is not None
    take_up(context, page, TakeUp(drafts[0]))
    until(lambda: isinstance(window.page(), Questions))
    shown = now(window)
    assert heading(shown) == left
    assert shown.findChildren(PaperPanel)[0]._own, "its page is beside the question"
    assert [own.data for own in context.session.blanks.values()] == [blank]


def test_a_name_is_changed_and_what_is_no_box_is_taken_out(
    window: MainWindow, context: Context, file: Path
) -> None:
    file.write_bytes(flat_form())
    window.restart(to.Home())
    open_pdf(window, file)
    page = found(window)
    assert "4 cases trouvées" in "".join(one.text() for one in page.live[FOUND].findChildren(Words))
    choose("Nom de naissance")
    tab_to("Ce qu’il faut y écrire")
    press(Qt.Key.Key_End)
    write(" du parent")
    press(Qt.Key.Key_Return)
    assert name(held()) == "Nom de naissance du parent"
    choose("Commune")
    choose("Ce n’est pas une case")
    assert name(held()).startswith("Commune — ce n’est pas une case")
    choose("Répondre aux questions")
    until(lambda: isinstance(window.page(), Questions))
    writing = context.session.writing
    assert writing is not None
    assert [step.question.label for step in writing.interview.steps] == [
        "Nom de naissance du parent",
        "Prénom",
        "Êtes-vous étudiant ?",
    ]


def test_what_cannot_be_filled_is_refused_in_words(window: MainWindow, file: Path) -> None:
    file.write_bytes(paper(lambda canvas: canvas.drawString(40, 200, "Une notice.")))
    window.restart(to.Home())
    open_pdf(window, file)
    until(lambda: name(held()).startswith("Aucune case à remplir"))
    assert heading(window.page()) == "Ouvrir un formulaire PDF"


def test_a_locked_pdf_asks_for_its_password_and_opens(window: MainWindow, file: Path) -> None:
    file.write_bytes(unknown_form(encryption=pikepdf.Encryption(user="sesame", owner="x", R=6)))
    window.restart(to.Home())
    open_pdf(window, file)
    until(lambda: name(held()).startswith("Ce PDF est protégé"))
    tab_to("Mot de passe de ce PDF")
    write("faux")
    press(Qt.Key.Key_Return)
    until(lambda: "mot de passe" in name(held()) and "protégé" not in name(held()))
    tab_to("Mot de passe de ce PDF")
    press(Qt.Key.Key_End)
    for _ in "faux":
        press(Qt.Key.Key_Backspace)
    write("sesame")
    press(Qt.Key.Key_Return)
    found(window)


def test_a_form_of_ours_leads_to_the_questions_of_its_pack(
    window: MainWindow, context: Context, file: Path
) -> None:
    file.write_bytes(context.tools.demo.blank)
    window.restart(to.Home())
    open_pdf(window, file)
    until(lambda: "connu ici" in name(held()), "it is not said which form it is")
    choose("Répondre aux questions")
    until(lambda: isinstance(window.page(), Questions))
    writing = context.session.writing
    assert writing is not None
    assert writing.interview.draft.pack == context.tools.demo.form.pack
    assert not writing.interview.draft.form


def test_a_paper_where_no_box_is_found_is_printed_empty(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printers = Printers("Canon")
    monkeypatch.setattr(sheet_out, "printing", lambda _render: printers)
    file.write_bytes(paper(lambda page: page.drawString(40, 700, "Une simple lettre")))
    open_pdf(window, file)
    until(lambda: "Aucune case" in name(held()), "it is not said that no box is found")
    choose("Imprimer ce papier vide")
    until(lambda: printers.sent, "nothing is printed", 30)
    ((pdf, order),) = printers.sent
    assert (pdf.pages, order.printer) == (1, "Canon")


def test_boxes_that_nothing_names_are_filled_on_the_page_or_by_hand_and_no_question_comes(
    window: MainWindow, file: Path
) -> None:
    file.write_bytes(paper(squares, size=(400, 300)))
    open_pdf(window, file)
    page = found(window)
    assert page.button_of(FillOnPage()).property("role") == "primary"
    assert page.button_of(PrintEmpty()).property("role") == "secondary"
    assert page.button_of(AskBoxes()) is None
    choose("Remplir sur la page")
    until(lambda: isinstance(window.page(), OnPage), "the page never comes")


def squares(page: Canvas) -> None:
    """Three boxes to write in, far from any words."""
    for y in (60, 130, 200):
        page.rect(100, y, 180, 18)
