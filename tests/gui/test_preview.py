"""The paper as it stands: beside the questions in a wide window, by a button in a narrow one."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import with_answer
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.paper_panel import PaperPanel
from desktop_app.gui.screens.document.view import DocumentScreen
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.documents.on_page import outlines_of
from desktop_app.workflow.documents.rendering import make_letter
from desktop_app.workflow.interview.definitions import definition_of
from desktop_app.workflow.interview.interview import Interview
from tests.gui import files
from tests.gui.asking import now
from tests.gui.conftest import TODAY
from tests.gui.keyboard import choose, heading, held, name, press, tab_to, until, write
from tests.helpers.destinations import destination

LETTER, FORM = "caf-indu-rsa", "exemple-aide-exceptionnelle"
WIDE, NARROW = (1366, 768), (1024, 600)
QUESTIONS = pytest.mark.parametrize("screen", ["questions", "toutes-les-questions"])


def writing(context: Context, pack: str = LETTER, question: str = "") -> Writing:
    definition = definition_of(context.tools.catalogue, pack)
    interview = Interview(definition, Draft(pack), TODAY)
    return Writing(
        interview,
        runner=context.jobs,
        bar=context.navigator,
        holder=context.session,
        question=question,
    )


def open_wide(window: MainWindow, screen: str, kept: Writing, size: tuple[int, int] = WIDE) -> None:
    window.resize(*size)
    window.go(destination(screen, writing=kept))
    QCoreApplication.processEvents()


def panel(window: MainWindow) -> PaperPanel:
    page = window.page()
    assert page is not None
    (found,) = page.findChildren(PaperPanel)
    return found


def picture(window: MainWindow) -> int:
    """Return the key of the page in view; 0 when there is none."""
    pixmap = panel(window).preview._image.pixmap()
    return 0 if pixmap.isNull() else int(pixmap.cacheKey())


def words_on_page(window: MainWindow) -> str:
    found = panel(window).glimpse
    assert found is not None
    return " ".join(found.paragraphs) + " ".join(found.document.sender)  # type: ignore[union-attr]


@QUESTIONS
def test_a_wide_window_shows_the_page_and_keeps_the_focus(
    window: MainWindow, context: Context, screen: str
) -> None:
    open_wide(window, screen, writing(context))
    until(lambda: picture(window), "the page does not come")
    page = window.page()
    assert page is not None
    assert held() is page.heading
    assert panel(window).isVisible()


def test_the_page_follows_what_is_typed(window: MainWindow, context: Context) -> None:
    open_wide(window, "questions", writing(context, question="nom"))
    until(lambda: picture(window))
    before = picture(window)
    press(Qt.Key.Key_Return)
    answer = held()
    write("Zwertvaegher")
    until(lambda: "Zwertvaegher" in words_on_page(window), "what is typed is not on the page")
    until(lambda: picture(window) != before)
    assert held() is answer


def test_what_is_typed_far_below_is_brought_into_view(window: MainWindow, context: Context) -> None:
    open_wide(window, "questions", writing(context, question="nom"))
    until(lambda: picture(window))
    bar = panel(window).preview._place.verticalScrollBar()
    until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    press(Qt.Key.Key_Return)
    write("Martin")  # the sender stands at the top of the page
    until(lambda: bar.value() < bar.maximum() // 2, "one types without seeing it")


def test_the_page_turns_to_where_what_is_typed_appears(
    window: MainWindow, context: Context
) -> None:
    """A letter of two pages: one types at its top, then what stands on its second page."""
    kept = writing(context, question="nom")
    kept.hold(context.tools.demo.letter)
    open_wide(window, "questions", kept)
    until(lambda: picture(window))
    preview = panel(window).preview
    assert preview._pages == 2
    paper = next(
        step.question.id for step in reversed(kept.interview.steps) if step.question.choices
    )
    for typed in ("suivra", "jointe", "suivra"):
        panel(window).follow(with_answer(kept.interview.draft, paper, typed), paper)
        until(lambda: panel(window).live.at_rest and not context.jobs._waiting)
    assert preview._page == 2
    street = "adresse_voie"
    panel(window).follow(with_answer(kept.interview.draft, street, "1 rue Haute"), street)
    until(lambda: panel(window).live.at_rest and not context.jobs._waiting)
    assert preview._page == 1


def test_what_is_typed_by_halves_is_a_blank(window: MainWindow, context: Context) -> None:
    open_wide(window, "questions", writing(context, question="montant"))
    until(lambda: picture(window))
    now(window).answer_of("montant").begin()
    write("18x")
    until(lambda: not context.jobs._waiting)
    assert "18x" not in words_on_page(window)
    press(Qt.Key.Key_Backspace)
    write("42")
    until(lambda: "1842" in words_on_page(window).replace("\u202f", ""))


def test_all_the_questions_on_one_page_are_followed_too(
    window: MainWindow, context: Context
) -> None:
    open_wide(window, "toutes-les-questions", writing(context))
    until(lambda: picture(window))
    tab_to("Nom de famille")
    write("Zwertvaegher")
    until(lambda: "Zwertvaegher" in words_on_page(window))


@QUESTIONS
def test_where_there_is_no_room_no_page_is_made_until_it_is_asked(
    window: MainWindow, context: Context, screen: str
) -> None:
    context.look.set_zoom(1.5)
    open_wide(window, screen, writing(context), NARROW)
    until(lambda: not context.jobs._waiting)
    assert not panel(window).isVisible()
    assert panel(window).glimpse is None
    assert panel(window).preview._drawer._viewer is None, "no child was started for nothing"


def test_larger_letters_have_one_column_again(window: MainWindow, context: Context) -> None:
    open_wide(window, "questions", writing(context))
    assert panel(window).isVisible()
    context.look.set_zoom(2.0)
    QCoreApplication.processEvents()
    assert not panel(window).isVisible()
    tab_to("Voir la page")
    context.look.set_zoom(1.0)
    QCoreApplication.processEvents()
    assert panel(window).isVisible()


@QUESTIONS
def test_the_button_leads_to_the_page_and_back_to_the_answer(
    window: MainWindow, context: Context, screen: str
) -> None:
    open_wide(window, screen, writing(context, question="nom"), NARROW)
    asked = "Nom de famille"
    tab_to(asked)
    write("Zwertvaegher")
    choose("Voir la page")
    until(lambda: heading(window.page()) == "Votre lettre, pour l’instant")
    until(lambda: picture(window), "the page does not come")
    assert "Zwertvaegher" in words_on_page(window)
    press(Qt.Key.Key_Escape)
    until(lambda: name(held()) == asked, "not back at the answer")
    assert held().property("text") == "Zwertvaegher"


def test_the_letter_is_also_there_in_words(window: MainWindow, context: Context) -> None:
    from desktop_app.gui.widgets.words import Words

    open_wide(window, "apercu", writing(context), NARROW)
    until(lambda: picture(window))
    said = [w.text() for w in window.page().findChildren(Words)]  # type: ignore[union-attr]
    assert any(text.startswith("Je conteste la décision") for text in said)


def test_a_form_turns_to_the_page_of_the_question(window: MainWindow, context: Context) -> None:
    kept = writing(context, FORM)
    open_wide(window, "questions", kept)
    until(lambda: picture(window))
    boxes = panel(window)._boxes()
    found = {
        step.question.id: outlines_of(boxes, step.question.id) for step in kept.interview.steps
    }
    pages = {question: at[0].page for question, at in found.items() if at}
    (there,) = [next(question for question, page in pages.items() if page > 1)]
    panel(window).follow(kept.interview.draft, there)
    until(lambda: not context.jobs._waiting)
    assert panel(window).preview._page == pages[there]


def test_what_cannot_be_printed_is_said_beside_and_the_questions_go_on(
    window: MainWindow, context: Context
) -> None:
    kept = writing(context, question="faits")
    open_wide(window, "questions", kept)
    until(lambda: picture(window))
    now(window).answer_of("faits").begin()
    write("\U0001f600")
    said = panel(window)._said
    until(lambda: said.property("role") == "error", "the refusal is not said")
    shown = picture(window)
    assert shown, "the page before stays"
    press(Qt.Key.Key_Backspace)
    until(lambda: said.property("role") == "hint")


def test_what_is_erased_goes_from_the_paper_though_it_was_kept_meanwhile(
    window: MainWindow, context: Context
) -> None:
    kept = writing(context, question="faits")
    open_wide(window, "questions", kept)
    until(lambda: picture(window))
    now(window).answer_of("faits").begin()
    write("\U0001f600")
    said = panel(window)._said
    until(lambda: said.property("role") == "error", "the refusal is not said")
    window.page().autosave.now()  # type: ignore[union-attr]
    assert kept.interview.draft.answers["faits"] == "\U0001f600"
    press(Qt.Key.Key_Backspace)
    until(lambda: said.property("role") == "hint", "the paper still shows what was erased")


def test_pages_turn_and_grow_by_keyboard_and_are_said(
    window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.gui.widgets import preview

    heard: list[str] = []
    monkeypatch.setattr(preview, "announce", lambda _widget, words: heard.append(words))
    window.resize(*WIDE)
    window.go(to.Letter(draft=context.tools.demo.letter))
    until(lambda: any("Page 1 sur" in words for words in heard))
    choose("Page suivante")
    until(lambda: any("Page 2 sur" in words for words in heard))
    choose("Agrandir la page")
    until(lambda: any("150 % de la largeur" in words for words in heard))
    place = tab_to("Page 2 sur")
    press(Qt.Key.Key_Right)
    assert place.horizontalScrollBar().value() > 0  # type: ignore[attr-defined]
    press(Qt.Key.Key_Tab)
    assert held() is not place, "Tab leaves it"


def test_a_live_page_says_nothing_by_itself(
    window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.gui.widgets import preview

    heard: list[str] = []
    monkeypatch.setattr(preview, "announce", lambda _widget, words: heard.append(words))
    open_wide(window, "questions", writing(context, question="nom"))
    until(lambda: picture(window))
    press(Qt.Key.Key_Return)
    write("Martin")
    until(lambda: "Martin" in words_on_page(window))
    until(lambda: not context.jobs._waiting)
    assert heard == []


FINE = """
import json
from PySide6.QtWidgets import QApplication
from desktop_app.gui import app as program
from desktop_app.wiring import RealTools
app = QApplication([])
tools = RealTools()
window = program.build(app, tools)
window.resize(1366, 768)
window.show()
from desktop_app.pages import destinations as to
window.go(to.Letter(draft=tools.demo.letter))
place = window.page()._preview._place
while place.image.pixmap().isNull() or window.context.jobs._waiting:
    app.processEvents()
pixmap = place.image.pixmap()
print(json.dumps([pixmap.devicePixelRatio(), pixmap.width(), place.image.width(), place.room()]))
window.context.jobs.stop()
program.dismiss(app, window)
"""


def test_the_page_is_drawn_for_the_pixels_of_the_screen() -> None:
    """On a fine screen: two pixels of the page for one of the layout, and no wider for it."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"}
    done = subprocess.run(
        [sys.executable, "-c", FINE], env=environment, capture_output=True, text=True, check=True
    )
    ratio, pixels, shown, room = json.loads(done.stdout.splitlines()[-1])
    assert (ratio, pixels, shown) == (2, 2 * room, room)


def test_a_paper_from_elsewhere_keeps_no_child_but_while_its_pages_are_turned(
    window: MainWindow, context: Context, tmp_path: Any
) -> None:
    blank = tmp_path / "vide.pdf"
    blank.write_bytes(context.tools.demo.blank)
    window.go(to.FilledForm(draft=context.tools.demo.form))
    choose("J’ai le PDF officiel")
    files.give(window, blank)
    preview = window.page()._preview  # type: ignore[union-attr]
    until(lambda: not preview._image.pixmap().isNull())
    until(lambda: not context.jobs._waiting)
    viewer: Any = preview._drawer._viewer
    assert viewer._worker is None
    choose("Agrandir la page")
    until(lambda: not context.jobs._waiting)
    assert viewer._worker is not None
    preview._rest.setInterval(1)
    preview._rest.start()
    until(lambda: viewer._worker is None)


def test_the_child_ends_with_the_page(window: MainWindow, context: Context) -> None:
    open_wide(window, "questions", writing(context))
    until(lambda: picture(window))
    viewer: Any = panel(window).preview._drawer._viewer
    process = viewer._worker._process
    assert process.poll() is None
    window.restart(to.Home())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    until(lambda: process.returncode is not None, "the child outlives its page")


def test_a_letter_that_is_made_for_good_does_not_move_under_who_reads_it(
    window: MainWindow, context: Context
) -> None:
    """It differs from what was seen before, by a dotted line perhaps: nobody typed that now."""
    tools = context.tools
    window.resize(*WIDE)
    window.go(to.Letter(draft=tools.demo.letter))
    page = window.page()
    assert isinstance(page, DocumentScreen)
    until(lambda: page.hand.made is not None and context.jobs.idle, "no letter")
    bar = page._preview._place.verticalScrollBar()
    until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    other = with_answer(tools.demo.letter, "nom", "Zwertvaegher")
    page.hand._made = page.hand.now.draft, None, make_letter(tools, other, TODAY)
    page._show_made()
    until(lambda: context.jobs.idle)
    assert bar.value() == bar.maximum()
