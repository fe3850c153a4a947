"""A group of radio buttons is one stop of Tab, the chosen one: Enter in passing changes nothing."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from desktop_app.core.answers.draft import Draft
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.questions.whole import WholeQuestions
from desktop_app.gui.widgets.marked import LongRadio
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.interview.interview import Interview
from tests.gui.conftest import TODAY
from tests.gui.keyboard import around, click, held, press, strike, until

LETTER, ASKED = "caf-indu-rsa", "organisme"
TAB, BACK, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return


def answered(window: MainWindow, context: Context, place: int | None) -> tuple[Page, Writing]:
    """Open a choice, alone on its page, with the answer at this place given before."""
    definition = context.tools.catalogue.letter(LETTER)
    steps = Interview(definition, Draft(LETTER), TODAY).steps
    choices = next(one.question.choices for one in steps if one.question.id == ASKED)
    answers = {} if place is None else {ASKED: choices[place].id}
    writing = Writing(
        Interview(definition, Draft(LETTER, answers), TODAY),
        runner=context.jobs,
        bar=context.navigator,
        holder=context.session,
    )
    context.session.writing = writing
    writing.question = ASKED
    window.go(to.Questions(writing=writing))
    QCoreApplication.processEvents()
    return shown(window), writing


def shown(window: MainWindow) -> Page:
    page = window.page()
    assert page is not None
    return page


def radios_of(page: Page) -> list[LongRadio]:
    return page.findChildren(LongRadio)


def passed(page: Page, key: Qt.Key) -> list[LongRadio]:
    """Return the radio buttons where a round stops, in the order of reading."""
    stops = [one for one in around(page, key) if isinstance(one, LongRadio)]
    return stops if key == TAB else stops[::-1]


@pytest.mark.parametrize("first_way", [TAB, BACK])
@pytest.mark.parametrize("place", [0, 1])
def test_tab_stops_at_the_answer_given_before(
    window: MainWindow, context: Context, place: int, first_way: Qt.Key
) -> None:
    page, _ = answered(window, context, place)
    chosen = radios_of(page)[place]
    assert chosen.isChecked()
    for way in (first_way, TAB, BACK):
        assert passed(page, way) == [chosen]


@pytest.mark.parametrize("place", [0, 1])
def test_enter_in_passing_keeps_the_answer(
    window: MainWindow, context: Context, place: int
) -> None:
    _, writing = answered(window, context, place)
    before = writing.interview.draft.answers[ASKED]
    press(TAB)
    press(ENTER)
    assert writing.question != ASKED, "it goes on"
    assert writing.interview.draft.answers[ASKED] == before


def test_with_no_answer_it_stops_at_the_first_from_both_sides(
    window: MainWindow, context: Context
) -> None:
    page, _ = answered(window, context, None)
    first = radios_of(page)[0]
    for way in (BACK, TAB, BACK):
        assert passed(page, way) == [first]
    assert not any(one.isChecked() for one in radios_of(page))


def test_what_an_arrow_chooses_is_the_stop_from_then_on(
    window: MainWindow, context: Context
) -> None:
    page, _ = answered(window, context, 1)
    first, second = radios_of(page)[:2]
    press(TAB)
    assert held() is second
    strike(Qt.Key.Key_Up)
    assert held() is first
    assert first.isChecked()
    for way in (BACK, TAB):
        assert passed(page, way) == [first]


def test_one_held_that_is_not_chosen_is_left_by_tab_and_not_found_again(
    window: MainWindow, context: Context
) -> None:
    """A press of the mouse that is let go elsewhere holds one and chooses nothing."""
    for way in (TAB, BACK):
        page, _ = answered(window, context, 1)
        first, second = radios_of(page)[:2]
        first.setFocus(Qt.FocusReason.MouseFocusReason)
        press(way)
        assert not isinstance(held(), LongRadio), "one stop"
        assert passed(page, way) == [second]


def test_each_choice_of_a_page_of_all_questions_is_one_stop(
    window: MainWindow, context: Context
) -> None:
    _, writing = answered(window, context, 1)
    window.go(to.AllQuestions(writing=writing))
    page = shown(window)
    assert isinstance(page, WholeQuestions)
    page.finish()
    until(lambda: len(radios_of(page)) > 2)
    expect_one_stop_each(page)


def test_each_choice_of_the_settings_is_one_stop(window: MainWindow) -> None:
    window.go(to.Settings())
    click(radios_of(shown(window))[1])
    window.go(to.Home())
    window.go(to.Settings())
    expect_one_stop_each(shown(window))


def expect_one_stop_each(page: Page) -> None:
    """Walk both ways: of each group, the chosen one or else the first."""
    groups = list(dict.fromkeys(one.group() for one in radios_of(page)))
    wanted = {group.checkedButton() or group.buttons()[0] for group in groups}
    assert any(group.checkedButton() not in (None, group.buttons()[0]) for group in groups), (
        "one that is not the first is chosen, or this shows nothing"
    )
    for way in (TAB, BACK, TAB):
        stops = passed(page, way)
        assert set(stops) == wanted
        assert len(stops) == len(groups)
