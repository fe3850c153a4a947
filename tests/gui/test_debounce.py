"""A hand that trembles strikes twice: no page is skipped, no choice undone, no letter lost."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop_app.core.answers.draft import Draft
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.marked import LongCheck, LongRadio
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.interview.interview import Interview
from tests.gui.conftest import TODAY
from tests.gui.keyboard import click, heading, held, press, strike, tab_to, until, write

LETTER = "caf-indu-rsa"
ENTER, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down
SOON = 100
"""Milliseconds between the two strikes of a hand that trembles."""


@pytest.fixture
def writing(window: MainWindow) -> Writing:
    """A letter in hand, at its first question."""
    context = window.context
    definition = context.tools.catalogue.letter(LETTER)
    made = Writing(
        Interview(definition, Draft(LETTER), TODAY),
        runner=context.jobs,
        bar=context.navigator,
        holder=context.session,
    )
    context.session.writing = made
    window.go(to.Questions(writing=made))
    QCoreApplication.processEvents()
    return made


def at(window: MainWindow, writing: Writing, *kinds: str, optional: bool = False) -> Questions:
    """Open the first question that is answered so."""
    steps = [one.question for one in writing.interview.steps if one.question.kind in kinds]
    writing.question = next(one.id for one in steps if not (optional and one.required))
    window.replace(to.Questions(writing=writing))
    QCoreApplication.processEvents()
    page = window.page()
    assert isinstance(page, Questions)
    return page


def answer_of(window: MainWindow) -> object:
    page = window.page()
    assert isinstance(page, Questions)
    assert page.answer is not None
    return page.answer.answer()


# ------------------------------------------------------------------ no page skipped


def test_enter_struck_twice_on_a_heading_goes_to_the_answer_only(
    window: MainWindow, writing: Writing
) -> None:
    at(window, writing, "date", optional=True)
    before = writing.question
    strike(ENTER)
    strike(ENTER, after=SOON)
    assert writing.question == before
    assert isinstance(held(), QLineEdit)


def test_a_hand_that_trembles_for_long_passes_one_page_only(
    window: MainWindow, writing: Writing
) -> None:
    at(window, writing, "date", optional=True)
    before = writing.interview.next(writing.question)
    press(ENTER)
    strike(ENTER)
    for _ in range(5):
        strike(ENTER, after=SOON)
    assert before is not None
    assert writing.question == before.question.id


def test_another_key_than_the_one_that_turned_the_page_waits_too(
    window: MainWindow, writing: Writing
) -> None:
    at(window, writing, "date", optional=True)
    tab_to("Continuer")
    strike(ENTER)
    passed = writing.question
    strike(Qt.Key.Key_Escape, after=SOON)
    assert writing.question == passed
    strike(Qt.Key.Key_Escape)
    assert writing.question != passed


@pytest.mark.parametrize("key", [ENTER, SPACE])
def test_a_button_pressed_twice_is_pressed_once(
    window: MainWindow, writing: Writing, key: Qt.Key
) -> None:
    at(window, writing, "date", optional=True)
    following = writing.interview.next(writing.question)
    tab_to("Continuer")
    strike(key)
    strike(key, after=SOON)
    assert following is not None
    assert writing.question == following.question.id


def test_a_double_click_presses_once(window: MainWindow, writing: Writing) -> None:
    at(window, writing, "date", optional=True)
    following = writing.interview.next(writing.question)
    click(tab_to("Continuer"))
    QCoreApplication.processEvents()
    click(tab_to("Continuer"), after=SOON)  # the next page has its own, where the pointer is
    assert following is not None
    assert writing.question == following.question.id


def test_escape_and_alt_left_struck_twice_go_one_question_back(
    window: MainWindow, writing: Writing
) -> None:
    steps = [one.question.id for one in writing.interview.steps]
    for key, modifier in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ):
        writing.question = steps[4]
        window.replace(to.Questions(writing=writing))
        strike(key, modifier)
        strike(key, modifier, after=SOON)
        assert writing.question == steps[3]


def test_a_held_key_presses_once(window: MainWindow, writing: Writing) -> None:
    at(window, writing, "date", optional=True)
    following = writing.interview.next(writing.question)
    tab_to("Continuer")
    strike(ENTER)
    press(Qt.Key.Key_Tab)
    tab_to("Continuer")
    repeated = QKeyEvent(
        QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QCoreApplication.sendEvent(held(), repeated)
    assert following is not None
    assert writing.question == following.question.id


# ------------------------------------------------------------------ no choice undone


@pytest.mark.parametrize("by", ["space", "click"])
def test_a_tick_struck_twice_stays_ticked(window: MainWindow, by: str) -> None:
    window.go(to.Settings())
    page = window.page()
    assert page is not None
    tick = next(iter(page.findChildren(LongCheck)))
    tab_to(tick.words())
    before = tick.isChecked()
    for after in (None, SOON):
        if by == "space":
            strike(SPACE, after=after)
        else:
            click(tick, after=after)
    assert tick.isChecked() is not before
    strike(SPACE)  # on purpose
    assert tick.isChecked() is before


def test_the_second_press_that_qt_calls_a_double_click_waits_too(window: MainWindow) -> None:
    window.go(to.Settings())
    page = window.page()
    assert page is not None
    tick = next(iter(page.findChildren(LongCheck)))
    before = tick.isChecked()
    click(tick)
    click(tick, after=SOON, kind=QEvent.Type.MouseButtonDblClick)
    assert tick.isChecked() is not before


def test_two_ticks_far_apart_may_be_clicked_quickly(window: MainWindow, qt: object) -> None:
    holder = QWidget(window, Qt.WindowType.Window)
    ticks = [LongCheck(window.context.look, words) for words in ("Un", "Deux")]
    for top, tick in enumerate(ticks):
        tick.setParent(holder)
        tick.setGeometry(0, top * 60, 300, 44)
    holder.show()
    ticks[0].setFocus()
    until(ticks[0].hasFocus)
    click(ticks[0])
    click(ticks[1], after=SOON)
    assert [tick.isChecked() for tick in ticks] == [True, True]
    holder.close()


# ------------------------------------------------------------------ nothing typed is lost


def test_what_is_typed_right_after_a_page_goes_to_its_field(
    window: MainWindow, writing: Writing
) -> None:
    page = at(window, writing, "name", "text")
    assert held() is page.heading
    write("Jean Paul")  # the first letters come before one went to the field
    assert answer_of(window) == "Jean Paul"
    assert page.heading.text() == heading(window.page())


def test_a_date_typed_right_after_a_page_goes_to_its_boxes(
    window: MainWindow, writing: Writing
) -> None:
    at(window, writing, "date")
    write("3/11/2026")
    assert answer_of(window) == "3/11/2026"


def test_keys_with_ctrl_or_alt_type_nothing_there(window: MainWindow, writing: Writing) -> None:
    page = at(window, writing, "name", "text")
    strike(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    strike(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert held() is page.heading


def test_two_spaces_and_two_lines_typed_quickly_are_text(
    window: MainWindow, writing: Writing
) -> None:
    at(window, writing, "name", "text")
    press(ENTER)
    write("a")
    strike(SPACE)
    strike(SPACE, after=20)
    write("b")
    assert answer_of(window) == "a  b"
    at(window, writing, "long_text")
    press(ENTER)
    assert isinstance(held(), QPlainTextEdit)
    strike(ENTER)
    strike(ENTER, after=20)
    assert answer_of(window) == "\n\n"


# ------------------------------------------------------------------ walking, and choosing


def test_arrows_walk_as_fast_as_a_hand_does_and_choose(
    window: MainWindow, writing: Writing
) -> None:
    page = at(window, writing, "choice")
    radios = page.findChildren(LongRadio)
    assert len(radios) >= 2
    press(ENTER)
    assert held() is radios[0]
    assert not any(one.isChecked() for one in radios), "nothing is chosen beforehand"
    strike(DOWN)
    assert radios[1].isChecked()
    strike(Qt.Key.Key_Up, after=120)
    assert radios[0].isChecked()
    strike(DOWN, after=120)
    assert radios[1].isChecked()


def test_an_arrow_then_enter_answers(window: MainWindow, writing: Writing) -> None:
    page = at(window, writing, "choice")
    asked = writing.question
    ids = [one.id for one in page.question.choices]  # type: ignore[union-attr]
    press(ENTER)
    strike(DOWN)
    strike(ENTER, after=SOON)  # another key: no twin
    assert writing.question != asked
    assert writing.interview.draft.answers[asked] == ids[1]


def test_enter_on_a_choice_chooses_it_then_goes_on(window: MainWindow, writing: Writing) -> None:
    page = at(window, writing, "choice")
    asked = writing.question
    ids = [one.id for one in page.question.choices]  # type: ignore[union-attr]
    press(ENTER)
    strike(ENTER)
    assert writing.question == asked, "it shows first what it chose"
    assert answer_of(window) == ids[0]
    strike(ENTER)
    assert writing.question != asked
    assert writing.interview.draft.answers[asked] == ids[0]


def test_a_screen_reader_s_press_is_never_held_back(window: MainWindow, writing: Writing) -> None:
    at(window, writing, "date", optional=True)
    tab_to("Continuer")
    strike(ENTER)
    passed = writing.question
    page = window.page()
    assert page is not None
    button = next(one for one in page.findChildren(Button) if one.text() == "Continuer")
    interface = QAccessible.queryAccessibleInterface(button)
    interface.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    until(lambda: writing.question != passed or window.windowTitle().startswith("Erreur"))


# ------------------------------------------------------------------ under a screen reader


def struck_again(key: Qt.Key, stamp: int) -> None:
    """Strike as Qt does under a screen reader: each key comes back without its time."""
    widget, none = held(), Qt.KeyboardModifier.NoModifier
    kinds = QEvent.Type
    for kind, when in (
        (kinds.ShortcutOverride, stamp),
        (kinds.ShortcutOverride, 0),
        (kinds.KeyPress, 0),
        (kinds.KeyRelease, 0),
    ):
        event = QKeyEvent(kind, key, none, 0, 0, 0)
        event.setTimestamp(when)
        QCoreApplication.sendEvent(widget, event)
    QCoreApplication.processEvents()


def test_a_key_that_a_screen_reader_held_back_is_one_strike(
    window: MainWindow, writing: Writing
) -> None:
    """Each Enter on a button was taken for its own twin: nobody with Orca left the first page."""
    window.restart(to.Home())
    tab_to("J’ai reçu une lettre")
    begin = 1_000_000
    struck_again(ENTER, begin)
    until(lambda: heading(window.page()) == "Qui vous a écrit ?")
    tab_to("La Caf")
    struck_again(ENTER, begin + 60_000)
    until(lambda: heading(window.page()) == "Que demande cette lettre ?")
