"""A hand that trembles strikes twice: no page is skipped, no choice undone, no letter lost."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.dernier_jour.view import LastDay
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.marked import LongCheck, LongRadio
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages.questions import GoOn
from tests.gui.asking import RSA, answers, at_page_of, held_in, now, open_at
from tests.gui.keyboard import choose, click, heading, held, press, strike, tab_to, until, write

LETTER, DATE, AMOUNT, TEXT = "fps", "fps_recu", "montant", "immatriculation"
"""A letter, and three questions in a row that may be left empty: each has its own page here."""
AMONG = "prenom"
"""The first of several on their page."""
CONSTRAINT, CHOICE = "caf-contrainte", "creancier"
"""Another letter, and its first question, a choice: here it has a page of its own."""
ENTER, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down
SOON = 100
"""Milliseconds between the two strikes of a hand that trembles."""


@pytest.fixture
def writing(window: MainWindow) -> Writing:
    """A letter in hand, at a date that is alone on its page."""
    return open_at(window, LETTER, DATE, alone=(DATE, AMOUNT, TEXT)).writing


def asked(window: MainWindow, question: str) -> None:
    """Wait for the page of a question: the last day to act is looked for before it turns."""
    until(lambda: question in now(window).asks)
    QCoreApplication.processEvents()


def answer_of(window: MainWindow) -> object:
    answer = now(window).answer
    assert answer is not None
    return answer.answer()


# ------------------------------------------------------------------ no page skipped


@pytest.mark.parametrize("question", [DATE, AMONG])
@pytest.mark.usefixtures("writing")
def test_enter_struck_twice_on_a_heading_goes_to_the_answer_only(
    window: MainWindow, question: str
) -> None:
    at_page_of(window, question)
    strike(ENTER)
    strike(ENTER, after=SOON)
    assert held_in(window) == question
    assert isinstance(held(), QLineEdit)


def test_a_hand_that_trembles_for_long_passes_one_page_only(
    window: MainWindow, writing: Writing
) -> None:
    press(ENTER)
    strike(ENTER)
    for _ in range(5):
        strike(ENTER, after=SOON)
    asked(window, AMOUNT)
    strike(ENTER, after=SOON)
    assert writing.question == AMOUNT
    assert held() is now(window).heading


@pytest.mark.usefixtures("writing")
def test_a_hand_that_trembles_for_long_passes_one_answer_of_a_page_only(
    window: MainWindow,
) -> None:
    at_page_of(window, AMONG)
    press(ENTER)
    strike(ENTER)
    for _ in range(5):
        strike(ENTER, after=SOON)
    assert held_in(window) == "nom"


def test_another_key_than_the_one_that_turned_the_page_waits_too(
    window: MainWindow, writing: Writing
) -> None:
    tab_to("Continuer")
    strike(ENTER)
    strike(Qt.Key.Key_Escape, after=SOON)
    asked(window, AMOUNT)
    strike(Qt.Key.Key_Escape, after=SOON)
    assert writing.question == AMOUNT
    strike(Qt.Key.Key_Escape)
    assert writing.question == DATE


@pytest.mark.parametrize("key", [ENTER, SPACE])
def test_a_button_pressed_twice_is_pressed_once(
    window: MainWindow, writing: Writing, key: Qt.Key
) -> None:
    tab_to("Continuer")
    strike(key)
    strike(key, after=SOON)
    asked(window, AMOUNT)
    assert writing.question == AMOUNT


def test_a_double_click_presses_once(window: MainWindow, writing: Writing) -> None:
    def go_on() -> Button:
        button = now(window).button_of(GoOn())
        assert button is not None
        return button

    click(go_on())
    asked(window, AMOUNT)
    click(go_on(), after=SOON)  # the next page has its own, where the pointer is
    QCoreApplication.processEvents()
    assert writing.question == AMOUNT
    click(go_on())
    asked(window, TEXT)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_escape_and_alt_left_struck_twice_go_one_page_back(
    window: MainWindow, writing: Writing, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    at_page_of(window, TEXT)
    strike(key, modifier)
    strike(key, modifier, after=SOON)
    assert writing.question == AMOUNT


def test_a_held_key_presses_once(window: MainWindow, writing: Writing) -> None:
    tab_to("Continuer")
    strike(ENTER)
    asked(window, AMOUNT)
    tab_to("Continuer")
    repeated = QKeyEvent(
        QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QCoreApplication.sendEvent(held(), repeated)
    QCoreApplication.processEvents()
    assert writing.question == AMOUNT


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


@pytest.mark.parametrize("question", [TEXT, AMONG])
@pytest.mark.usefixtures("writing")
def test_what_is_typed_right_after_a_page_goes_to_its_field(
    window: MainWindow, question: str
) -> None:
    page = at_page_of(window, question)
    assert held() is page.heading
    before = heading(page)
    write("Jean Paul")  # the first letters come before one went to the field
    assert held_in(window) == question
    assert answer_of(window) == "Jean Paul"
    assert heading(page) == before


@pytest.mark.usefixtures("writing")
def test_a_date_typed_right_after_a_page_goes_to_its_boxes(window: MainWindow) -> None:
    write("3/11/2026")
    assert answer_of(window) == "3/11/2026"


@pytest.fixture
def worker_busy(window: MainWindow) -> Iterator[threading.Event]:
    """The worker is at something long, a slow disk, until this is set."""
    let_go = threading.Event()
    window.context.jobs.run(let_go.wait, done=lambda _: None, failed=lambda _: None)
    yield let_go
    let_go.set()


@pytest.mark.usefixtures("worker_busy")
def test_a_page_that_tells_nothing_of_the_last_day_turns_at_once(
    window: MainWindow, writing: Writing
) -> None:
    at_page_of(window, AMOUNT)
    press(ENTER)
    write("12")
    strike(ENTER)
    write("AB 123")
    assert held_in(window) == TEXT
    assert answer_of(window) == "AB 123"
    assert writing.interview.draft.answers[AMOUNT] == "12"


def test_what_is_struck_while_the_last_day_is_looked_for_changes_no_answer(
    window: MainWindow, worker_busy: threading.Event
) -> None:
    page = open_at(window, RSA, "date_decision", organisme="caf")
    for question in ("date_decision", "date_reception"):
        page.answer_of(question).put("03/11/2026")
    page.answer_of("comment_recue").put(page.answer_of("comment_recue").question.choices[0].id)
    page.answer_of("date_reception").begin()
    strike(ENTER)
    write("7")
    strike(Qt.Key.Key_Backspace)
    page.autosave.now()
    worker_busy.set()
    until(lambda: isinstance(window.page(), LastDay))
    assert page.writing.interview.draft.answers["date_reception"] == "03/11/2026"
    choose("Continuer")
    until(lambda: heading(window.page()) == "Ce que dit la lettre")


@pytest.mark.parametrize("question", [TEXT, AMONG])
@pytest.mark.usefixtures("writing")
def test_keys_with_ctrl_or_alt_type_nothing_there(window: MainWindow, question: str) -> None:
    page = at_page_of(window, question)
    strike(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    strike(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert held() is page.heading


@pytest.mark.usefixtures("writing")
def test_two_spaces_and_two_lines_typed_quickly_are_text(window: MainWindow) -> None:
    at_page_of(window, TEXT)
    press(ENTER)
    write("a")
    strike(SPACE)
    strike(SPACE, after=20)
    write("b")
    assert answer_of(window) == "a  b"
    at_page_of(window, "faits").answer_of("faits").begin()
    assert isinstance(held(), QPlainTextEdit)
    strike(ENTER)
    strike(ENTER, after=20)
    assert answer_of(window) == "\n\n"


# ------------------------------------------------------------------ walking, and choosing


@pytest.fixture
def choosing(window: MainWindow) -> list[str]:
    """A choice is asked, alone on its page: its answers, in their order."""
    question = open_at(window, CONSTRAINT, CHOICE, alone=[CHOICE]).question
    assert question is not None
    return [one.id for one in question.choices]


@pytest.mark.usefixtures("choosing")
def test_arrows_walk_as_fast_as_a_hand_does_and_choose(window: MainWindow) -> None:
    radios = now(window).findChildren(LongRadio)
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


def test_an_arrow_then_enter_answers(window: MainWindow, choosing: list[str]) -> None:
    press(ENTER)
    strike(DOWN)
    strike(ENTER, after=SOON)  # another key: no twin
    until(lambda: CHOICE not in now(window).asks)
    assert answers(window)[CHOICE] == choosing[1]


def test_enter_on_a_choice_chooses_it_then_goes_on(window: MainWindow, choosing: list[str]) -> None:
    press(ENTER)
    strike(ENTER)
    assert held_in(window) == CHOICE, "it shows first what it chose"
    assert answer_of(window) == choosing[0]
    strike(ENTER)
    until(lambda: CHOICE not in now(window).asks)
    assert answers(window)[CHOICE] == choosing[0]


def test_enter_on_a_choice_among_others_chooses_it_then_goes_to_the_next(
    window: MainWindow,
) -> None:
    answer = open_at(window, RSA, "comment_recue").answer_of("comment_recue")
    answer.begin()
    strike(ENTER)
    strike(ENTER, after=SOON)
    assert held_in(window) == "comment_recue", "it shows first what it chose"
    assert answer.answer() == answer.question.choices[0].id
    strike(ENTER)
    strike(ENTER, after=SOON)
    assert held_in(window) == "date_reception"
    assert answers(window)["comment_recue"] == answer.question.choices[0].id


def test_a_screen_reader_s_press_is_never_held_back(window: MainWindow, writing: Writing) -> None:
    tab_to("Continuer")
    strike(ENTER)
    asked(window, AMOUNT)
    button = now(window).button_of(GoOn())
    interface = QAccessible.queryAccessibleInterface(button)
    interface.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    asked(window, TEXT)
    assert writing.question == TEXT


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


def test_a_key_that_a_screen_reader_held_back_is_one_strike(window: MainWindow) -> None:
    """Each Enter on a button was taken for its own twin: nobody with Orca left the first page."""
    window.restart(to.Home())
    tab_to("J’ai reçu une lettre")
    begin = 1_000_000
    struck_again(ENTER, begin)
    until(lambda: heading(window.page()) == "Qui vous a écrit ?")
    tab_to("La Caf")
    struck_again(ENTER, begin + 60_000)
    until(lambda: heading(window.page()) == "Que demande cette lettre ?")
