"""On a small screen, a strip of the paper under the question, around what is being answered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.answers.draft import Draft
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.paper_panel import PaperPanel
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.widgets.outline import place_of
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages.questions import SeeSoFar
from desktop_app.workflow.documents.own_blank import own_blank
from desktop_app.workflow.interview.interview import Interview
from tests.gui.asking import open_at
from tests.gui.conftest import TODAY
from tests.gui.keyboard import held, press, strike, until, write
from tests.helpers.demo_blank import demo_blank

LETTER, FORM = "caf-indu-rsa", "exemple-aide-exceptionnelle"
SMALL, LARGER = (1024, 600), (1280, 800)


@pytest.fixture(autouse=True)
def _no_saver(context: Context) -> Iterator[None]:
    yield
    context.session.saver = None


def on_form(
    window: MainWindow, question: str, *, official: bool = True, wait: bool = True
) -> Questions:
    """Open a form at a question, with its PDF at hand or without it."""
    context, draft = window.context, Draft(FORM)
    tools = context.tools
    if official:
        own = own_blank(tools.forms, tools.catalogue, draft, demo_blank())
        context.session.blanks[FORM] = own
    interview = Interview(tools.catalogue.form(FORM), draft, TODAY)
    writing = Writing(
        interview, runner=context.jobs, bar=window, holder=context.session, question=question
    )
    window.resize(*SMALL)
    window.go(to.Questions(writing=writing))
    return settled(window, wait=wait)


def on_letter(window: MainWindow, question: str, pack: str = LETTER, **answers: str) -> Questions:
    window.resize(*SMALL)
    open_at(window, pack, question, **answers)
    return settled(window)


def settled(window: MainWindow, *, wait: bool = True) -> Questions:
    page = window.page()
    assert isinstance(page, Questions)
    if wait:
        rest(page)
    return page


def rest(page: Questions) -> None:
    """Wait until the paper of now is drawn, if it is in view."""

    def still() -> bool:
        QCoreApplication.sendPostedEvents()
        shown, jobs = panel(page), page.context.jobs
        timers = (page._settled, shown.preview._soon, shown.preview._first)
        soon = any(one.isActive() for one in timers)
        return shown.live.at_rest and not soon and not jobs._waiting

    until(still)


def panel(page: Questions) -> PaperPanel:
    return page._panel


def seen(page: Questions) -> QRect:
    """Return what part of the paper is in view, in pixels of its picture."""
    place = panel(page).preview._place
    return QRect(QPoint(0, place.verticalScrollBar().value()), place.viewport().size())


def outlined(page: Questions) -> QRect:
    """Return the first box that is outlined, in pixels of the picture of its page."""
    preview = panel(page).preview
    strong = next(one for one in preview._outlines if one.strong)
    assert strong.page == preview._page, "another page is in view"
    return place_of(strong, preview._image.pixmap()).toRect()


@pytest.mark.parametrize("official", [True, False], ids=["its PDF at hand", "drawn by us"])
def test_the_box_of_a_question_is_in_view_under_it(window: MainWindow, official: bool) -> None:
    page = on_form(window, "nir", official=official)
    press(Qt.Key.Key_Return)
    write("2")
    rest(page)
    assert page.in_view
    assert not page.wide
    assert seen(page).contains(outlined(page))
    assert seen(page).width() >= page._column_width(), "it is too small to be read"
    assert page.viewport().height() >= window.height() * 2 / 3
    first = page.answer_of(next(iter(page.asks))).first()
    assert first.mapTo(page, QPoint(0, first.height())).y() <= panel(page).mapTo(page, QPoint()).y()


def test_where_the_first_answer_needs_the_room_there_is_no_strip(window: MainWindow) -> None:
    """The facts are told in a box of many lines; on the page before it is there again."""
    page = on_letter(window, "nom", pack="cada")
    assert page.in_view
    page.writing.question = "faits"
    page._show_page()
    rest(page)
    until(lambda: not page.in_view)
    page.writing.question = "nom"
    page._show_page()
    rest(page)
    until(lambda: page.in_view)


def test_what_is_typed_is_seen_in_it_and_it_goes_where_the_next_answer_goes(
    window: MainWindow,
) -> None:
    page = on_form(window, "prenom")
    press(Qt.Key.Key_Return)
    before = picture(page, outlined(page))
    write("Claire")
    rest(page)
    until(lambda: picture(page, outlined(page)) != before)
    made = panel(page).glimpse
    assert made is not None
    assert "Claire" in [one.text for one in made.document.values]  # type: ignore[union-attr]
    before_it = outlined(page)
    page.answer_of("telephone").begin()
    rest(page)
    assert outlined(page) != before_it
    assert seen(page).contains(outlined(page))


@pytest.mark.parametrize("answers", [{}, {"montant": "1842"}], ids=["not said", "said"])
def test_of_a_letter_it_shows_where_the_answer_goes(
    window: MainWindow, answers: dict[str, str]
) -> None:
    page = on_letter(window, "montant", **answers)
    page.answer_of("montant").begin()
    rest(page)
    place = outlined(page)
    assert seen(page).contains(place)
    before = picture(page, place)
    strike(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("977")
    rest(page)
    assert abs(outlined(page).top() - place.top()) < place.height(), "it went elsewhere"
    assert picture(page, place) != before, "what is typed stands elsewhere"


def words_seen(page: Questions) -> int:
    """Return how many lines of words are wholly in view in it."""
    view = seen(page)
    lines = panel(page).preview._place.written
    return sum(view.top() <= top and foot <= view.bottom() + 1 for top, foot in lines)


@pytest.mark.parametrize("question", ["organisme", "prenom", "lieu_rsa"])
def test_of_an_empty_letter_it_shows_words_never_dotted_lines_alone(
    window: MainWindow, question: str
) -> None:
    assert words_seen(on_letter(window, question)) > 0


def test_the_first_letter_typed_comes_into_it_and_moves_nothing_else(window: MainWindow) -> None:
    page = on_letter(window, "prenom")
    field = page.answer_of("prenom").first()
    page.answer_of("prenom").begin()
    rest(page)
    place, high = field.mapTo(page, QPoint(0, 0)), page._strip_high
    write("K")
    rest(page)
    until(lambda: seen(page).contains(outlined(page)))
    assert words_seen(page) > 0
    assert (field.mapTo(page, QPoint(0, 0)), page._strip_high) == (place, high)


def test_tab_never_stops_in_it_and_nothing_there_takes_the_focus(window: MainWindow) -> None:
    page = on_form(window, "nir")
    came: list[object] = []
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        if held() in came:
            break
        came.append(held())
    assert held() in came, "Tab does not come round"
    assert not [one for one in came if panel(page).isAncestorOf(one)]  # type: ignore[arg-type]
    assert page.button_of(SeeSoFar()) in came, "the whole page is there too"


def test_large_letters_have_no_strip_and_draw_nothing(window: MainWindow) -> None:
    window.context.look.set_zoom(2.0)
    page = on_form(window, "nir")
    for size in (SMALL, LARGER):
        window.resize(*size)
        rest(page)
        assert not page.in_view
        assert not panel(page).isVisible()
        assert panel(page).glimpse is None
    see = page.button_of(SeeSoFar())
    assert see is not None
    assert see.isVisible()


def test_a_larger_window_has_the_whole_page_beside_and_back(window: MainWindow) -> None:
    page = on_form(window, "nir")
    window.resize(*LARGER)
    rest(page)
    assert page.wide
    assert panel(page).preview._row.isVisible()
    see = page.button_of(SeeSoFar())
    assert see is not None
    assert see.isHidden()
    window.resize(*SMALL)
    rest(page)
    assert page.in_view
    assert not page.wide
    assert not panel(page).preview._row.isVisible()
    assert page.viewport().height() >= window.height() * 2 / 3


def test_the_answer_that_one_was_led_to_is_above_it(window: MainWindow) -> None:
    """One begins there before the strip comes: it took the place of what had the focus."""
    page = on_form(window, "date_naissance", wait=False)
    page.answer_of("date_naissance").begin()
    rest(page)
    assert page.in_view
    until(lambda: under(page, held()) <= page.viewport().height(), "one types under the strip")
    window.resize(1024, 700)
    window.resize(*SMALL)
    rest(page)
    until(lambda: under(page, held()) <= page.viewport().height())


def under(page: Questions, widget: QWidget) -> int:
    """Return where this ends, in what is seen of the page."""
    return widget.mapTo(page.viewport(), QPoint(0, widget.height())).y()


def test_what_cannot_be_on_paper_is_said_there(window: MainWindow) -> None:
    page = on_letter(window, "nom")
    page.answer_of("nom").begin()
    write("\U0001f600")
    said = panel(page)._said
    until(lambda: said.property("role") == "error")
    assert said.isVisible()
    press(Qt.Key.Key_Backspace)
    until(lambda: not said.isVisible())


def picture(page: Questions, place: QRect) -> object:
    """Return the pixels of a part of the paper, without its outline."""
    image = panel(page).preview._bare[1].toImage().copy(place.adjusted(4, 4, -4, -4))  # type: ignore[index]
    QApplication.processEvents()
    return image
