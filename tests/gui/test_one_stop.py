"""A group of radio buttons is one stop of Tab, the chosen one: Enter in passing changes nothing."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.questions.whole import WholeQuestions
from desktop_app.gui.widgets.marked import LongRadio
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from tests.gui.asking import PAPERS, RSA, answers, held_in, now, open_at
from tests.gui.keyboard import around, click, held, press, strike, until

ASKED = "organisme"
TAB, BACK, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return


@pytest.fixture(params=[PAPERS, RSA], ids=["alone on its page", "with others"])
def letter(request: pytest.FixtureRequest) -> str:
    """A letter that begins with this choice."""
    return str(request.param)


def answered(window: MainWindow, letter: str, place: int | None) -> Page:
    """Open the choice with the answer at this place given before."""
    page = open_at(window, letter, ASKED)
    choices = page.answer_of(ASKED).question.choices
    return page if place is None else open_at(window, letter, ASKED, **{ASKED: choices[place].id})


def shown(window: MainWindow) -> Page:
    page = window.page()
    assert page is not None
    return page


def radios_of(page: Page) -> list[LongRadio]:
    """Return those of the choice; of the whole page where it is not asked by itself."""
    within = page.asks[ASKED] if isinstance(page, Questions) else page
    return within.findChildren(LongRadio)


def passed(page: Page, key: Qt.Key) -> list[LongRadio]:
    """Return those where a round stops, in the order of reading."""
    radios = radios_of(page)
    stops = [one for one in around(page, key) if one in radios]
    return stops if key == TAB else stops[::-1]


@pytest.mark.parametrize("first_way", [TAB, BACK])
@pytest.mark.parametrize("place", [0, 1])
def test_tab_stops_at_the_answer_given_before(
    window: MainWindow, letter: str, place: int, first_way: Qt.Key
) -> None:
    page = answered(window, letter, place)
    chosen = radios_of(page)[place]
    assert chosen.isChecked()
    for way in (first_way, TAB, BACK):
        assert passed(page, way) == [chosen]


@pytest.mark.parametrize("place", [0, 1])
def test_enter_in_passing_keeps_the_answer(window: MainWindow, letter: str, place: int) -> None:
    answered(window, letter, place)
    before = answers(window)[ASKED]
    press(TAB)
    assert held_in(window) == ASKED
    press(ENTER)
    until(lambda: held_in(window) != ASKED, "it goes on")
    assert answers(window)[ASKED] == before


def test_with_no_answer_it_stops_at_the_first_from_both_sides(
    window: MainWindow, letter: str
) -> None:
    page = answered(window, letter, None)
    first = radios_of(page)[0]
    for way in (BACK, TAB, BACK):
        assert passed(page, way) == [first]
    assert not any(one.isChecked() for one in radios_of(page))


def test_what_an_arrow_chooses_is_the_stop_from_then_on(window: MainWindow, letter: str) -> None:
    page = answered(window, letter, 1)
    first, second = radios_of(page)[:2]
    press(TAB)
    assert held() is second
    strike(Qt.Key.Key_Up)
    assert held() is first
    assert first.isChecked()
    for way in (BACK, TAB):
        assert passed(page, way) == [first]


def test_one_held_that_is_not_chosen_is_left_by_tab_and_not_found_again(
    window: MainWindow, letter: str
) -> None:
    """A press of the mouse that is let go elsewhere holds one and chooses nothing."""
    for way in (TAB, BACK):
        page = answered(window, letter, 1)
        first, second = radios_of(page)[:2]
        first.setFocus(Qt.FocusReason.MouseFocusReason)
        press(way)
        assert not isinstance(held(), LongRadio), "one stop"
        assert passed(page, way) == [second]


def test_each_choice_of_a_page_of_all_questions_is_one_stop(
    window: MainWindow, letter: str
) -> None:
    answered(window, letter, 1)
    window.go(to.AllQuestions(writing=now(window).writing))
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
