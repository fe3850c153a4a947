"""A letter received: dropped, pasted or chosen, read, confirmed line by line, then answered."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.lettre_recue.seen import Piece
from desktop_app.gui.screens.lettre_recue.view import ReceivedScreen
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages import received as page
from desktop_app.pages.page import Answers, Chosen
from desktop_app.pages.wanted import letter
from desktop_app.workflow.store import Safe
from tests.gui.conftest import TODAY, in_worker
from tests.gui.keyboard import choose, heading, press, until
from tests.gui.test_known_answers import proposals
from tests.helpers.paper import paper
from tests.helpers.recognition import needed
from tests.helpers.safes import open_safe
from tests.received.drawing import draw
from tests.received.letters import letters
from tests.received.noise import KINDS

(LETTER,) = [one for one in letters() if one.id == "caf-indu-rsa"]
SAID = "Ce que dit votre lettre"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lettre de la caf.pdf"
    path.write_bytes(draw(LETTER)[0])
    return path


def screen(window: MainWindow) -> ReceivedScreen:
    shown = window.page()
    assert isinstance(shown, ReceivedScreen)
    return shown


def read(window: MainWindow, path: Path) -> ReceivedScreen:
    """Show a letter and wait until it is read."""
    window.restart(to.Home())
    window.go(to.Received(str(path)))
    until(lambda: heading(window.page()) == SAID)
    return screen(window)


def confirm_all(shown: ReceivedScreen) -> None:
    assert shown._looked is not None
    for fact in shown._looked.found:
        shown.do(page.Confirm(fact))


def questions(window: MainWindow, context: Context, question: str) -> None:
    """Show one question of the letter that was begun."""
    until(lambda: isinstance(window.page(), Questions))
    writing = context.session.writing
    assert writing is not None
    writing.question = question
    window.restart(to.Questions(writing=writing))
    QApplication.processEvents()


def test_from_the_first_page_by_choosing_dropping_and_pasting(
    window: MainWindow, file: Path
) -> None:
    window.restart(to.Home())
    choose("J’ai la lettre en photo, en scan ou en PDF")
    assert heading(window.page()) == "Montrez la lettre reçue"
    screen(window).do(Chosen(letter().ask, str(file)))
    until(lambda: heading(window.page()) == SAID)

    window.restart(to.Home())
    home = window.page()
    assert home is not None
    assert [one.kind for one in home.asked_files()] == ["paper"]
    home.given(Chosen(letter().ask, str(file)))
    until(lambda: heading(window.page()) == SAID)

    window.restart(to.Home())
    until(lambda: hasattr(window.page(), "_pastes"))
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(file))])
    QApplication.clipboard().setMimeData(copied)
    QTest.keySequence(window, "Ctrl+V")
    until(lambda: heading(window.page()) == SAID)


def test_an_image_that_is_pasted_is_written_nowhere(window: MainWindow, tmp_path: Path) -> None:
    window.go(to.Received())
    white = QImage(300, 300, QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    before = set(tmp_path.rglob("*"))
    QApplication.clipboard().setImage(white)
    QTest.keySequence(window, "Ctrl+V")
    until(lambda: heading(window.page()) == SAID)
    assert set(tmp_path.rglob("*")) == before
    assert screen(window)._data.startswith(b"\x89PNG")


def test_nothing_is_taken_before_one_says_so(
    window: MainWindow, context: Context, file: Path
) -> None:
    shown = read(window, file)
    shown.do(page.Confirm("decision"))
    choose("Répondre à cette lettre")
    questions(window, context, "date_decision")
    assert proposals(window) == []


def test_what_was_confirmed_is_proposed_in_the_letter_and_never_imposed(
    window: MainWindow, context: Context, file: Path
) -> None:
    confirm_all(read(window, file))
    choose("Répondre à cette lettre")
    questions(window, context, "date_decision")
    (words,) = proposals(window)
    assert "03/11/2026 Votre lettre le dit. Vous l’avez confirmé." in words
    writing = context.session.writing
    assert writing is not None
    assert not writing.interview.draft.answers
    press(Qt.Key.Key_F2)
    questions(window, context, "montant")
    (words,) = proposals(window)
    assert "1\u202f842,50" in words
    assert "2 mois" in words  # its delay, on the same page


def test_a_value_written_by_hand_replaces_what_was_read(
    window: MainWindow, context: Context, file: Path
) -> None:
    shown = read(window, file)
    shown.do(page.Correct("written_on"))
    ask = f"{page.ASKED}written_on"
    assert ask in shown.asks
    held = QApplication.focusWidget()
    assert held is not None
    assert shown.asks[ask].isAncestorOf(held)
    value = shown.context.tools.clock.today()
    shown.do(Answers(ask, {"written_on": value}))
    shown.do(page.Confirm("decision"))
    assert shown._looked is not None
    assert shown._looked.one("written_on") == value
    shown.do(page.Refuse("written_on"))
    assert shown._looked.one("written_on") is None


def test_each_fact_is_outlined_on_the_picture_and_a_wrong_one_no_more(
    window: MainWindow, file: Path
) -> None:
    shown = read(window, file)
    outlines = shown._preview._outlines
    assert sum(one.strong for one in outlines) == 1
    assert shown._looked is not None
    for fact in shown._looked.found:
        shown.do(page.Locate(fact))
        assert any(one.strong for one in shown._preview._outlines)
    before = len(shown._preview._outlines)
    shown.do(page.Refuse("sum"))
    assert len(shown._preview._outlines) < before


def test_beside_each_fact_stands_the_piece_of_the_letter_where_it_was_read(
    window: MainWindow, file: Path
) -> None:
    window.resize(1024, 600)
    shown = read(window, file)
    assert shown._looked is not None
    assert not shown.wide
    until(lambda: len(pieces(shown)) == len(shown._looked.found))
    for piece in pieces(shown):
        assert red(piece), "no box on it"
        assert piece.accessibleName()
    shown.do(page.Confirm("sender"))
    until(lambda: len(pieces(shown)) == len(shown._looked.found) - 1)
    button = shown.button_of(page.Confirm("decision"))
    assert button is not None
    assert button.hasFocus()
    assert shown.viewport().rect().contains(shown_at(pieces(shown)[0], shown))


def test_beside_the_whole_letter_no_piece_is_shown(window: MainWindow, file: Path) -> None:
    window.resize(1366, 768)
    shown = read(window, file)
    assert shown.wide
    assert not [one for one in pieces(shown) if one.isVisibleTo(shown)]


def test_a_photo_on_its_side_is_shown_upright_and_can_be_turned(
    window: MainWindow, tmp_path: Path
) -> None:
    needed()
    whole = Image.open(io.BytesIO(KINDS["scan 150"](draw(LETTER)[0], "side").data))
    top = whole.crop((0, 0, whole.width, whole.height // 3))
    path = tmp_path / "photo.jpg"
    top.rotate(90, expand=True).save(path)
    shown = read(window, path)
    until(lambda: shown._preview._bare is not None)
    assert wider_than_high(shown)
    shown.do(page.Confirm("sender"))
    shown.do(page.TurnPaper())
    until(lambda: not wider_than_high(shown))
    assert shown._looked is not None
    assert shown._looked.one("sender") == "caf"


def wider_than_high(shown: ReceivedScreen) -> bool:
    bare = shown._preview._bare
    assert bare is not None
    return bare[1].width() > bare[1].height()


def pieces(shown: ReceivedScreen) -> list[QLabel]:
    return [one for one in shown.findChildren(Piece) if isValid(one) and one.isVisibleTo(shown)]


def red(piece: QLabel) -> bool:
    image = piece.pixmap().toImage()
    across, down = range(0, image.width(), 2), range(0, image.height(), 2)
    colours = (image.pixelColor(x, y) for x in across for y in down)
    return any(one.red() > one.blue() + 60 and one.red() > one.green() + 60 for one in colours)


def shown_at(piece: QLabel, shown: ReceivedScreen) -> QPoint:
    return piece.mapTo(shown.viewport(), piece.rect().center())


def test_the_letter_is_the_first_paper_of_the_dossier_of_its_answer(
    window: MainWindow, context: Context, safe: Safe, file: Path
) -> None:
    confirm_all(read(window, file))
    choose("Répondre à cette lettre")
    until(lambda: isinstance(window.page(), Questions))
    writing = context.session.writing
    assert writing is not None
    writing.say("organisme", "caf")
    writing.keep()
    until(lambda: bool(writing.dossier))
    until(lambda: not context.jobs._waiting)
    (one,) = safe.documents(dossier=writing.dossier)
    assert one.title == "Lettre reçue"
    assert safe.content(one.id) == file.read_bytes()
    assert safe.dossiers.one(writing.dossier).procedure == "caf-rapo-rsa"


def test_begun_without_a_safe_it_is_filed_once_there_is_one(
    window: MainWindow, context: Context, file: Path, safe_folder: Path
) -> None:
    confirm_all(read(window, file))
    choose("Répondre à cette lettre")
    until(lambda: isinstance(window.page(), Questions))
    writing = context.session.writing
    assert writing is not None
    writing.say("organisme", "caf")
    assert not writing.dossier
    opened: list[Safe] = []
    in_worker(context, lambda: opened.append(open_safe(safe_folder, TODAY)))
    context.session.open(opened[0], str(safe_folder))
    writing.keep()
    until(lambda: bool(writing.dossier))
    until(lambda: not context.jobs._waiting)
    assert len(opened[0].documents(dossier=writing.dossier)) == 1
    in_worker(context, opened[0].close)


def test_kept_alone_it_is_among_the_documents(
    window: MainWindow, context: Context, safe: Safe, file: Path
) -> None:
    read(window, file)
    choose("Ranger seulement ce papier")
    until(lambda: not context.jobs._waiting and bool(safe.documents()))
    (one,) = safe.documents()
    assert not one.dossier_id


def test_a_letter_shown_then_left_goes_with_no_other(
    window: MainWindow, context: Context, file: Path
) -> None:
    confirm_all(read(window, file))
    choose("Choisir moi-même quoi écrire")
    assert context.session.received is not None
    window.restart(to.Home())
    assert context.session.received is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 cut", b"not a picture"])
def test_what_cannot_be_read_is_said_and_nothing_is_lost(
    window: MainWindow, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "lettre.pdf"
    path.write_bytes(data)
    window.go(to.Received(str(path)))
    until(lambda: bool(screen(window).wrong))
    assert heading(window.page()) == "Montrez la lettre reçue"
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.4 cut", "PDF"),
        (b"\xff\xd8\xff\xe0 cut", "Cette photo ne peut pas être lue"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "« Le plus compatible »"),
    ],
    ids=["PDF", "photo", "photo of a recent telephone"],
)
def test_what_cannot_be_opened_can_be_kept_all_the_same(
    window: MainWindow, safe: Safe, tmp_path: Path, data: bytes, why: str
) -> None:
    path = tmp_path / "lettre"
    path.write_bytes(data)
    window.restart(to.Home())
    window.go(to.Received(str(path)))
    until(lambda: bool(screen(window).wrong))
    assert why in " ".join(one.text() for one in screen(window).findChildren(Words))
    choose("Ranger quand même ce papier")
    until(lambda: bool(safe.documents()))
    (one,) = safe.documents()
    assert safe.content(one.id) == data


def test_what_cannot_be_opened_goes_with_the_letter_that_one_chooses(
    window: MainWindow, context: Context, tmp_path: Path
) -> None:
    path = tmp_path / "lettre.pdf"
    path.write_bytes(b"%PDF-1.4 cut")
    window.restart(to.Home())
    window.go(to.Received(str(path)))
    until(lambda: bool(screen(window).wrong))
    choose("Choisir moi-même quoi écrire")
    assert context.session.received is not None
    assert context.session.received.paper.data == b"%PDF-1.4 cut"


def test_a_paper_of_which_nothing_is_understood_can_be_kept(
    window: MainWindow, context: Context, safe: Safe, tmp_path: Path
) -> None:
    path = tmp_path / "tache.pdf"
    words = "Une feuille sans rien de ce que dit une lettre, et quelques mots"
    path.write_bytes(paper(lambda sheet: sheet.drawString(40, 200, words)))
    shown = read(window, path)
    assert shown._looked is not None
    assert not shown._looked.found
    choose("Ranger seulement ce papier")
    until(lambda: bool(safe.documents()))
