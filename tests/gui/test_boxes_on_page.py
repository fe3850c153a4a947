"""A box missing or wrong, put right on the page while one fills it; a model in two gestures."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.core.authoring import boxes
from desktop_app.core.generic.model import GenericForm
from desktop_app.core.rect import Box
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.sur_la_page.view import OnPage
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages import page_boxes
from desktop_app.workflow.documents.generic import begin_generic, make_form, open_pdf
from desktop_app.workflow.interview import saving
from desktop_app.workflow.safes.blanks import OwnBlank
from desktop_app.workflow.store import Safe
from tests.gui.conftest import TODAY, TestTools, in_worker
from tests.gui.keyboard import choose, held, name, press, strike, tab_to, until, write
from tests.gui.test_on_page import drawn, rows
from tests.helpers.unknown import flat_form

BLANK = flat_form()
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def form() -> tuple[GenericForm, OwnBlank]:
    """What is found in the PDF: read once, as the worker does."""
    tools = TestTools()
    opened = open_pdf(tools.forms, tools.catalogue, BLANK, "demande de Simone.pdf")
    made = make_form(opened, TODAY)
    return made, OwnBlank(BLANK, made.field_map)


@pytest.fixture
def writing(context: Context, window: MainWindow, form: tuple[GenericForm, OwnBlank]) -> Writing:
    made, own = form
    interview = begin_generic(made, TODAY)
    context.session.blanks[interview.draft.pack] = own
    kept = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    context.session.writing = kept
    return kept


def shown(window: MainWindow) -> OnPage:
    page = window.page()
    assert isinstance(page, OnPage)
    return page


@pytest.fixture
def page(window: MainWindow, context: Context, writing: Writing) -> Iterator[OnPage]:
    window.resize(1366, 768)
    window.go(to.OnPage(writing=writing))
    drawn(shown(window))
    yield shown(window)
    context.session.saver = None


def said(page: OnPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(Words) if not one.isHidden())


def box_of(writing: Writing, label: str) -> Box:
    assert writing.corrections is not None
    return next(one.box for one in writing.corrections.form.places if one.label == label)


def passed_by(button: str) -> list[str]:
    """Press a button; return what has the focus from then on, which is heard."""
    tab_to(button)
    passed: list[str] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    link = application.focusChanged.connect(lambda _, now: passed.append(name(now) if now else ""))
    press(Qt.Key.Key_Return)
    application.focusChanged.disconnect(link)
    return passed


def ctrl_z() -> None:
    strike(Qt.Key.Key_Z, CTRL)


def test_by_keyboard_a_box_is_added_answered_moved_renamed_taken_out_and_all_is_undone(
    window: MainWindow, context: Context, safe: Safe, page: OnPage, writing: Writing
) -> None:
    writing.keep()
    first = writing.interview.draft.form
    # Four gestures: the button, the words, Enter, the answer.
    assert not {"Accueil", ""} & {*passed_by("Il manque une case")}
    write("demande de carte")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)  # struck twice
    until(lambda: any(one.startswith("Demande de carte") for one in rows(page)), "no box comes")
    assert page.answer is not None
    assert page.answer.isAncestorOf(held())
    write("bleue")
    press(Qt.Key.Key_Return)
    until(lambda: "Demande de carte : bleue" in rows(page))
    assert sum(one.startswith("Demande de carte") for one in rows(page)) == 1
    assert "Case ajoutée : Demande de carte" in said(page)

    choose("Demande de carte")
    choose("Corriger cette case")
    x, y, wide, high = box_of(writing, "Demande de carte")
    choose("Déplacer")
    assert "les flèches déplacent la case" in name(held())
    press(Qt.Key.Key_Right, 3)
    strike(Qt.Key.Key_Down, CTRL)
    strike(Qt.Key.Key_Right, SHIFT)
    assert box_of(writing, "Demande de carte") == pytest.approx((x + 3, y - 10, wide + 1, high))
    press(Qt.Key.Key_Return)
    assert page.answer.isAncestorOf(held()), "Enter says that it is right"
    choose("Corriger cette case")
    strike(Qt.Key.Key_A, CTRL)
    write("Couleur de la carte")
    press(Qt.Key.Key_Return)
    assert page.answer.isAncestorOf(held()), "it is answered next"
    until(lambda: "Couleur de la carte : bleue" in rows(page), "the answer is lost")

    kept: list[str] = []
    until(lambda: not context.jobs._waiting)
    again = saving.resume
    in_worker(
        context,
        lambda: kept.append(
            again(safe, context.tools.catalogue, writing.draft_id, TODAY).interview.draft.form
        ),
    )
    assert kept == [writing.interview.draft.form]

    choose("Corriger cette case")
    assert not {"Accueil", ""} & {*passed_by("Enlever cette case")}, "the window would be said"
    assert not any(one.startswith("Couleur") for one in rows(page))
    strike(Qt.Key.Key_Tab, SHIFT)  # told above the row where one is now
    assert name(held()).startswith("Annuler : Case enlevée")
    press(Qt.Key.Key_Return)
    until(lambda: "Couleur de la carte : bleue" in rows(page), "its answer does not come back")
    assert "Case enlevée" not in said(page)
    # One comes back later: what was done to boxes is still taken back, and answers stay.
    window.go(to.Help())
    window.back()
    later = shown(window)
    for _ in range(3):
        ctrl_z()
    assert writing.interview.draft.form == first
    assert not any(one.startswith(("Couleur", "Demande")) for one in rows(later))


def test_with_the_pointer_a_box_is_drawn_and_named_by_the_paper(
    page: OnPage, writing: Writing
) -> None:
    image = page._preview._place.image
    scale = image.width() / 595

    def drag(x: float, y: float, x1: float, y1: float) -> None:
        start, end = (
            QPoint(round(a * scale), round((842 - b) * scale)) for a, b in ((x, y), (x1, y1))
        )
        QTest.mousePress(image, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(image, end)
        QTest.mouseRelease(image, Qt.MouseButton.LeftButton, pos=end)

    before = rows(page)
    drag(300, 300, 500, 320)
    assert rows(page) == before, "nobody asked for that"
    choose("Il manque une case")
    drag(226, 608, 227, 607)
    assert page_boxes.ADDING in page.asks, "a click draws nothing"
    drag(226, 608, 237, 597)
    until(lambda: page.question is not None, "no answer is asked")
    assert page.question is not None
    assert (page.question.label, page.question.kind) == ("Non", "yes_no")
    choose("Il manque une case")
    drag(430, 300, 800, 299)  # out of the page
    until(lambda: page._boxes.at_work, "nothing names it: its name is asked")
    assert "Rien sur la page ne nomme cette case" in said(page)
    x, _, wide, high = box_of(writing, "Case 7, page 1")
    assert (x + wide, high) == (595, 12)


def test_a_choice_is_renamed_with_its_boxes(page: OnPage, writing: Writing) -> None:
    page._boxes.begin(next(i for i, one in enumerate(page._boxes.work.form.places) if one.when))
    assert name(held()) == "La question posée"
    strike(Qt.Key.Key_A, CTRL)
    write("Avez-vous une carte ?")
    press(Qt.Key.Key_Return)
    assert any(one.startswith("Avez-vous une carte ?") for one in rows(page))
    assert page.answer is not None
    assert page.answer.isAncestorOf(held())
    ctrl_z()
    assert not any(one.startswith("Avez-vous une carte ?") for one in rows(page))


def test_a_box_taken_out_and_back_before_it_is_drawn_still_shows_its_answer(page: OnPage) -> None:
    choose("Commune")
    write("Lyon")
    press(Qt.Key.Key_Return)
    until(lambda: "Commune : Lyon" in rows(page) and page._panel.live.at_rest)
    tab_to("Commune : Lyon")
    strike(Qt.Key.Key_Delete)  # one too many
    assert "Commune : Lyon" not in rows(page)
    assert "Case enlevée : Commune" in said(page)
    page.undo()
    until(lambda: "Commune : Lyon" in rows(page), "its answer does not come back")


def test_words_that_are_not_there_put_it_in_the_middle_and_say_so(
    page: OnPage, writing: Writing
) -> None:
    choose("Il manque une case")
    write("Numéro du chat")
    press(Qt.Key.Key_Return)
    until(lambda: page._boxes.at_work)
    assert "Ces mots ne se lisent pas sur la page" in said(page)
    x, _, wide, _ = box_of(writing, "Numéro du chat")
    assert x + wide / 2 == pytest.approx(595 / 2, abs=1)
    press(Qt.Key.Key_Escape)
    assert name(held()).startswith("Numéro du chat")


def test_a_model_is_kept_in_two_gestures_without_answers(
    window: MainWindow, context: Context, page: OnPage, writing: Writing
) -> None:
    choose("Commune")
    write("Lyon")
    press(Qt.Key.Key_Return)
    context.session.write_for("", "Simone")
    choose("Garder comme modèle")
    assert held().property("text") == "Demande de"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    until(lambda: "Modèle gardé" in said(page), "no model is kept")
    known = context.tools.catalogue.recognise(BLANK)
    assert known is not None
    assert context.tools.catalogue.is_own(known[0].id)


def test_from_a_question_its_box_is_corrected(
    window: MainWindow, context: Context, writing: Writing
) -> None:
    window.resize(1024, 600)
    window.go(to.Questions(writing=writing))
    choose("Corriger cette case")
    until(lambda: isinstance(window.page(), OnPage))
    assert shown(window)._boxes.at_work
    context.session.saver = None


def test_with_large_letters_the_box_that_is_moved_stays_in_view(
    window: MainWindow, context: Context, writing: Writing
) -> None:
    """The page is then shown whole, above the list: the screen scrolls."""
    window.resize(1024, 600)
    context.look.set_zoom(2.0)
    window.go(to.OnPage(writing=writing))
    page = shown(window)
    drawn(page)
    page._boxes.begin(0)
    low = (60.0, 40.0, 90.0, 14.0)
    page._boxes.place(lambda form, index: boxes.set_box(form, index, low))
    place = page._preview._place
    place.setFocus()
    QCoreApplication.processEvents()
    press(Qt.Key.Key_Up)
    area = page._preview._drawn_boxes.selected_place()
    seen = place.image.mapTo(page.viewport(), area.center().toPoint())
    assert page.viewport().rect().contains(seen)
    context.session.saver = None


def test_a_public_terminal_corrects_and_keeps_nothing(
    window: MainWindow, context: Context, writing: Writing, tmp_path: Path
) -> None:
    context.session.public = True
    window.go(to.OnPage(writing=writing))
    page = shown(window)
    assert page.button_of(page_boxes.AskModel()) is None
    page._boxes._missing.beside({page_boxes.WORDS: "", page_boxes.SHAPE: "comb"})
    until(lambda: any(one.startswith("Case 6, page 1") for one in rows(page)))
    assert page._boxes.at_work
    page.undo()
    assert not any(one.startswith("Case 6, page 1") for one in rows(page))
    context.session.saver = None
