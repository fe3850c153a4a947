"""Filling on the page: a click or a key on a box, the same draft and the same checks."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, qGray
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.records import StoredDocument
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.pdf.view import OpenPdf
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.questions.whole import WholeQuestions
from desktop_app.gui.screens.sur_la_page.view import OnPage
from desktop_app.gui.widgets.outline import place_of
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages.wanted import blank
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.safes import blanks
from desktop_app.workflow.store import Safe
from tests.gui import files
from tests.gui.conftest import TODAY, in_worker
from tests.gui.keyboard import choose, held, name, press, strike, tab_to, type_text, until, write
from tests.gui.test_left_and_taken_up import offered
from tests.helpers import editions
from tests.helpers.demo_blank import demo_blank

FORM = "exemple-aide-exceptionnelle"
BUDGET_MS = 120


@pytest.fixture
def writing(context: Context, window: MainWindow) -> Writing:
    interview = Interview(context.tools.catalogue.form(FORM), Draft(FORM), TODAY)
    made = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    context.session.writing = made
    return made


@pytest.fixture
def page(window: MainWindow, context: Context, writing: Writing) -> Iterator[OnPage]:
    window.resize(1366, 768)
    window.go(to.OnPage(writing=writing))
    shown = window.page()
    assert isinstance(shown, OnPage)
    drawn(shown)
    yield shown
    context.session.saver = None


def drawn(page: OnPage) -> None:
    """Wait until the page of now is on the screen."""
    until(lambda: page._panel.live.at_rest and page._preview._bare)
    until(lambda: not page._preview._drawing)


def rows(page: OnPage) -> list[str]:
    return [name(one) for one in page.findChildren(LongButton) if not one.isHidden()]


def said(page: OnPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if not one.isHidden())


def click(page: OnPage, label: str) -> None:
    """Click in the middle of a box of the page in view, by the paper's words."""
    field_map = page.filling._map
    place = next(one for one in field_map.place if one.label == label)
    across, high = field_map.page_sizes[place.page - 1]
    x, y, wide, tall = place.box
    image = page._preview._place.image
    at = QPoint(
        round((x + wide / 2) / across * image.width()),
        round((1 - (y + tall / 2) / high) * image.height()),
    )
    QTest.mouseClick(image, Qt.MouseButton.LeftButton, pos=at)


def answered(writing: Writing, question: str) -> object:
    return writing.interview.draft.answers.get(question)


def test_the_boxes_of_the_page_are_a_list_with_what_stands_in_them(page: OnPage) -> None:
    until(lambda: rows(page)[0].endswith("Pas de réponse"))
    found = rows(page)
    assert found[0] == "Quelle case faut-il cocher pour vous ? Pas de réponse"
    assert "Prénoms : Pas de réponse" in found
    assert page.window().windowTitle() == "Remplir sur la page — Papier libre"


def test_a_box_to_tick_says_its_question_once(page: OnPage) -> None:
    """Its words on the paper are often "… cette année ? : Non"."""
    choose("Avez-vous déjà reçu cette aide cette année ?")
    press(Qt.Key.Key_Down)  # from "Oui"
    until(lambda: "Avez-vous déjà reçu cette aide cette année ? Non" in rows(page))


def test_the_window_keeps_the_focus(page: OnPage, window: MainWindow) -> None:
    assert held() is page.heading
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]


def test_a_click_on_a_box_opens_its_question_and_what_is_typed_is_kept(
    page: OnPage, writing: Writing
) -> None:
    click(page, "Prénoms")
    assert page.question is not None
    assert page.question.id == "prenom"
    assert page.answer.isAncestorOf(held())
    write("Claire")
    press(Qt.Key.Key_Return)
    assert answered(writing, "prenom") == "Claire"
    until(lambda: "Prénoms : Claire" in rows(page))
    assert name(held()).startswith("Quelle est votre date de naissance"), "the next box"


def test_the_keyboard_alone_does_the_same(page: OnPage, writing: Writing) -> None:
    tab_to("Prénoms")
    press(Qt.Key.Key_Return)
    write("Léa")
    press(Qt.Key.Key_Return)
    assert answered(writing, "prenom") == "Léa"
    press(Qt.Key.Key_Return)  # on the next row, the birth date
    write("14/02/1988")
    press(Qt.Key.Key_Return)
    until(lambda: "Quelle est votre date de naissance ? 14 02 1988" in rows(page))


def test_a_row_that_has_the_focus_has_its_boxes_outlined(page: OnPage) -> None:
    tab_to("Prénoms")
    strong = [one for one in page._preview._outlines if one.strong]
    assert [one.page for one in strong] == [1, 2], "the second page bears the same answer again"


def test_a_wrong_answer_is_said_beside_it_and_stays(page: OnPage, writing: Writing) -> None:
    choose("Quelle est votre date de naissance")
    write("31/02/1988")
    press(Qt.Key.Key_Return)
    assert page.question is not None
    until(lambda: "Erreur : " in said(page))
    assert page.window().windowTitle().startswith("Erreur : ")
    assert page.answer.isAncestorOf(held())
    until(lambda: any("— Erreur : " in row for row in rows(page)))
    assert writing.interview.trouble("date_naissance") is not None


def test_escape_leads_back_to_the_box_and_nothing_typed_is_lost(
    page: OnPage, writing: Writing
) -> None:
    choose("Prénoms")
    write("Cl")
    press(Qt.Key.Key_Escape)
    assert name(held()).startswith("Prénoms")
    assert answered(writing, "prenom") == "Cl"


def test_a_box_that_other_answers_leave_empty_says_so(page: OnPage) -> None:
    row = next(row for row in page.filling.all_rows if not row.asked)
    page.filling.page = row.page
    page._show_boxes()
    page._answer.choose(row)
    until(lambda: "D’après vos autres réponses, cette case reste vide" in said(page))
    assert page.question is None


def test_what_is_typed_and_not_yet_kept_is_given_to_the_safe_that_locks(
    page: OnPage, writing: Writing, context: Context
) -> None:
    choose("Prénoms")
    write("Claire")
    assert context.session.saver is not None
    context.session.saver()
    assert answered(writing, "prenom") == "Claire"


@pytest.mark.parametrize(
    ("button", "screen"),
    [("Une question à la fois", Questions), ("Toutes les questions", WholeQuestions)],
)
def test_one_goes_from_one_way_to_the_others_and_back(
    window: MainWindow, page: OnPage, writing: Writing, button: str, screen: type
) -> None:
    choose("Prénoms")
    write("Claire")
    choose(button)
    until(lambda: isinstance(window.page(), screen))
    assert answered(writing, "prenom") == "Claire"
    choose("Remplir sur la page")
    until(lambda: isinstance(window.page(), OnPage))
    until(lambda: "Prénoms : Claire" in rows(window.page()))  # type: ignore[arg-type]


def test_turning_the_page_shows_its_own_boxes(page: OnPage) -> None:
    first = rows(page)
    choose("Page suivante")
    until(lambda: page.filling.page == 2)
    until(lambda: rows(page) and rows(page) != first)
    assert "Page 2 sur 2" in said(page)


def test_the_official_page_is_shown_with_the_answers_in_its_boxes(
    window: MainWindow, page: OnPage, context: Context, writing: Writing, tmp_path: Path
) -> None:
    (tmp_path / "vide.pdf").write_bytes(demo_blank())
    page._open(str(tmp_path / "vide.pdf"))
    until(lambda: window.page() is not page)
    official = now(window)
    drawn(official)
    assert context.session.blanks[FORM].data == demo_blank()
    assert official.button_of(blank()) is None, "it is asked for again"
    assert is_drawn(official)
    before = official._preview._image.pixmap().toImage()
    choose("Prénoms")
    write("Claire")
    until(lambda: answered(writing, "prenom") == "Claire")
    until(lambda: official._panel.live.at_rest and not context.jobs._waiting)
    press(Qt.Key.Key_Return)
    box = next(one for one in official.filling.outlines("prenom") if one.strong)
    place = place_of(box, official._preview._image.pixmap()).toRect()
    after = official._preview._image.pixmap().toImage()
    inside = place.adjusted(4, 4, -4, -4)
    assert dark(after.copy(inside)) > dark(before.copy(inside)), "what is typed is not on the page"


def test_another_pdf_is_refused_in_words(page: OnPage, tmp_path: Path) -> None:
    (tmp_path / "autre.pdf").write_bytes(editions.unknown())
    page._open(str(tmp_path / "autre.pdf"))
    until(lambda: "Ce PDF n’est pas l’édition" in said(page))
    assert page._panel._own is None


def test_the_official_page_is_there_again_after_reprendre(
    window: MainWindow, context: Context, safe: Safe, tmp_path: Path
) -> None:
    """Opened as a PDF, filled on its page, left: what the program remembered is gone."""
    (file := tmp_path / "vide.pdf").write_bytes(demo_blank())
    window.resize(1366, 768)
    window.go(to.OpenPdf())
    opening = window.page()
    assert isinstance(opening, OpenPdf)
    opening.open(str(file))
    choose("Répondre aux questions")
    until(lambda: isinstance(window.page(), Questions))
    choose("Remplir sur la page")
    drawn(now(window))
    assert is_drawn(now(window)), "the PDF was just given"
    choose("Prénoms")
    write("Claire")
    press(Qt.Key.Key_Return)
    until(lambda: (kept := context.session.writing) and kept.draft_id and not kept.unsaved)
    until(lambda: not context.jobs._waiting)
    file.unlink()
    context.session.blanks.clear()
    context.session.writing = None  # as after a power cut
    window.restart(to.Home())
    until(lambda: offered(window))
    choose("Reprendre votre ")
    until(lambda: isinstance(window.page(), OnPage))
    again = now(window)
    drawn(again)
    assert is_drawn(again), "its boxes are drawn by us"
    until(lambda: "Prénoms : Claire" in rows(again))
    click(again, "Nom de naissance")
    assert again.question is not None, "a click on its page fills nothing"
    context.session.saver = None


def now(window: MainWindow) -> OnPage:
    page = window.page()
    assert isinstance(page, OnPage)
    return page


def is_drawn(page: OnPage) -> bool:
    """Tell whether what the paper prints is seen: our own boxes have no words at their left."""
    title = page._preview._image.pixmap().toImage()
    return dark(title.copy(0, 0, title.width(), title.height() // 12)) > 0


def dark(picture: QImage) -> int:
    """Return how many pixels are dark."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    across = range(grey.width())
    return sum(qGray(grey.pixel(x, y)) < 128 for y in range(grey.height()) for x in across)


def test_the_page_follows_a_key_within_its_budget(page: OnPage) -> None:
    choose("Prénoms")
    assert page.question is not None
    times = []
    for letter in "Claire Jeanne":
        before = page._panel.live._made
        began = time.perf_counter()
        type_text(held(), letter)
        while page._panel.live._made is before or not page._panel.live.at_rest:
            QApplication.processEvents()
            time.sleep(0.001)
            assert time.perf_counter() - began < 10
        times.append((time.perf_counter() - began) * 1000)
    typical = sorted(times)[len(times) // 2]
    # Other work shares this computer: the budget is asked of a quiet one, here it is only not far.
    assert typical < 4 * BUDGET_MS, times


def test_an_answer_is_taken_back_by_the_keyboard_from_its_row(
    page: OnPage, writing: Writing
) -> None:
    tab_to("Prénoms")
    for typed in ("Léa", "Claire"):
        press(Qt.Key.Key_Return)
        strike(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        write(typed)
        press(Qt.Key.Key_Escape)
    assert answered(writing, "prenom") == "Claire"
    strike(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert answered(writing, "prenom") == "Léa"
    assert name(held()).startswith("Prénoms")
    choose("Défaire")
    assert not answered(writing, "prenom")


def test_enter_goes_through_every_page_though_one_answer_has_several_boxes(
    window: MainWindow, context: Context, writing: Writing
) -> None:
    """The first name stands at the head of each page: one is not led back to its first box."""
    field_map = context.tools.catalogue.field_map(FORM)
    names = [place for place in field_map.place if "prenom" in place.value]
    assert len(names) > 1
    window.go(to.OnPage(writing=writing))
    page = window.page()
    assert isinstance(page, OnPage)
    seen: list[int] = []
    page.go_to_row(page.filling.rows[0])
    for _ in range(3 * len(field_map.place)):
        press(Qt.Key.Key_Return)
        if page._answer.row is None or (seen and page._answer.row.places[0] == seen[-1]):
            break
        assert page._answer.row.places[0] not in seen, "one is led back"
        seen.append(page._answer.row.places[0])
        page._answer.leave()
    assert page.filling.page == len(field_map.page_sizes), "the last page is never reached"
    context.session.saver = None


def test_the_pdf_that_was_filled_at_the_end_is_at_hand_from_then_on(
    window: MainWindow, context: Context, safe: Safe, tmp_path: Path
) -> None:
    """Given where the form is made, and not before: beside the answers too, and kept with them."""
    (file := tmp_path / "vide.pdf").write_bytes(demo_blank())
    interview = Interview(context.tools.catalogue.form(FORM), context.tools.demo.form, TODAY)
    kept = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    context.session.writing = kept
    kept.keep()
    window.go(to.FilledForm(draft=interview.draft, keep=kept.keep, writing=kept))
    choose("J’ai le PDF officiel")
    files.give(window, file)
    until(lambda: FORM in context.session.blanks)
    found: list[StoredDocument] = []
    until(lambda: not context.jobs._waiting)
    in_worker(context, lambda: found.extend(blanks.all_of(safe, FORM)))
    assert len(found) == 1
    window.go(to.OnPage(writing=kept))
    drawn(now(window))
    assert is_drawn(now(window))
    context.session.saver = None


def test_an_older_edition_is_filled_in_its_own_boxes(
    window: MainWindow, context: Context, tmp_path: Path
) -> None:
    """The telephone has a box on the first edition alone."""
    catalogue = FolderCatalogue(editions.write_pack(tmp_path))
    context.tools.__dict__["catalogue"] = catalogue
    (tmp_path / "vide.pdf").write_bytes(editions.blank("01", editions.FIRST))
    interview = Interview(catalogue.form(editions.PACK), Draft(editions.PACK), TODAY)
    made = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    window.go(to.OnPage(writing=made))
    ours = now(window)
    drawn(ours)
    assert not [row for row in rows(ours) if row.startswith("Téléphone")]
    ours._open(str(tmp_path / "vide.pdf"))
    until(lambda: window.page() is not ours)
    drawn(now(window))
    assert [row for row in rows(now(window)) if row.startswith("Téléphone")]
    context.session.saver = None


def test_a_box_of_a_form_of_ours_is_corrected_in_a_copy_where_the_answers_stay(
    window: MainWindow, context: Context, writing: Writing
) -> None:
    field_map = context.tools.catalogue.field_map(FORM)
    context.session.bring(FORM, blanks.OwnBlank(demo_blank(), field_map, empty=True))
    writing.say("prenom", "Simone")
    window.go(to.OnPage(writing=writing))
    before = window.page()
    choose("Corriger les cases de ma copie")
    until(lambda: window.page() is not before and isinstance(window.page(), OnPage))
    page = window.page()
    assert isinstance(page, OnPage)
    drawn(page)
    assert answered(writing, "prenom") == "Simone"
    assert "Prénoms : Simone" in rows(page)
    choose("Prénoms : Simone")
    tab_to("Corriger cette case")
    press(Qt.Key.Key_Return)
    until(lambda: page._boxes.at_work)
    assert context.tools.catalogue.field_map(FORM) == field_map
    context.session.saver = None
