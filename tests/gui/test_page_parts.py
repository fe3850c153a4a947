"""A place of a page renewed in part: what is the same stays, with the focus and what is typed."""

import dataclasses
from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Question
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.page_view import PageView
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages.page import Ask, Block, Choice, Live, Page, Take, Text, Unfold
from tests.gui.keyboard import press, until

LIST = "list"


def ask(name: str) -> Ask:
    return Ask(name, (Asked(Question(id="q", kind="text", label=name)),))


def choice(words: str) -> Choice:
    return Choice(words, Take(words))


@pytest.fixture
def view(window: MainWindow) -> PageView:
    made = PageView(window.context, "")
    window.setCentralWidget(made)
    return made


def show(view: PageView, blocks: Iterable[Block], at_once: int | None = None) -> None:
    view.fill(Page("", (Live(LIST, tuple(blocks), at_once),), ()))
    QApplication.processEvents()


def words(view: PageView) -> list[str]:
    shown = [one for one in view.findChildren(LongButton) if not one.isHidden()]
    return [one.words() for one in sorted(shown, key=lambda one: one.y())]


def test_only_what_differs_is_made_again(view: PageView) -> None:
    show(view, [choice("un"), ask("typed"), choice("deux")])
    stays = view.button_of(Take("un"))
    field = view.asks["typed"].findChild(QLineEdit)
    field.setText("à moitié")
    view.live[LIST].renew([choice("un"), ask("typed"), choice("trois"), choice("quatre")])
    QApplication.processEvents()
    assert view.button_of(Take("un")) is stays
    assert view.asks["typed"].typed() == {"q": "à moitié"}
    assert words(view) == ["un", "trois", "quatre"]


def test_what_left_the_page_is_known_no_more(view: PageView) -> None:
    show(view, [choice("un"), ask("typed"), Live("inside", (choice("deux"),))])
    view.live[LIST].renew([Text("Rien.")])
    assert view.button_of(Take("un")) is None
    assert view.button_of(Take("deux")) is None
    assert not view.asks
    assert list(view.live) == [LIST]


def test_the_focus_goes_to_what_took_the_place_of_what_had_it(view: PageView) -> None:
    show(view, [choice("un"), Live("box", (Text("Dit."), choice("deux"), ask("typed")))])
    view.asks["typed"].answer("q").begin()
    view.live[LIST].renew([choice("un"), Live("box", (Text("Dit."), choice("trois")))])
    held = QApplication.focusWidget()
    assert isinstance(held, LongButton)
    assert held.words() == "trois"


def test_the_focus_stays_where_it_is_in_what_stays(view: PageView) -> None:
    show(view, [choice("un"), choice("deux")])
    view.button_of(Take("un")).setFocus()
    view.live[LIST].renew([choice("un"), choice("trois")])
    assert QApplication.focusWidget() is view.button_of(Take("un"))


def test_the_first_of_a_long_list_are_there_at_once_and_all_of_it_after(view: PageView) -> None:
    many = [choice(str(n)) for n in range(60)]
    show(view, [choice("un")], at_once=5)
    view.live[LIST].renew(many)
    assert len(view.findChildren(LongButton)) < 10
    until(lambda: len(words(view)) == 60)
    assert words(view) == [one.words for one in many]


def test_a_change_that_comes_before_the_whole_list_is_shown_once(view: PageView) -> None:
    show(view, [], at_once=5)
    view.live[LIST].renew([choice(str(n)) for n in range(60)])
    view.live[LIST].renew([choice("changé"), *(choice(str(n)) for n in range(1, 60))])
    QApplication.processEvents()
    assert words(view) == ["changé", *(str(n) for n in range(1, 60))]


def test_enter_on_a_line_does_what_takes_its_questions(
    view: PageView, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []
    monkeypatch.setattr(view, "perform", done.append)
    show(view, [ask("one"), choice("two"), ask("two"), ask("alone")])
    for name in ("two", "alone"):
        view.asks[name].findChild(QLineEdit).setFocus()
        press(Qt.Key.Key_Return)
    assert [one.ask for one in done] == ["two"]


def test_an_explanation_is_read_at_once_and_hidden_again(view: PageView) -> None:
    show(view, [Unfold("Pourquoi ?", "Parce que.")])
    told = next(one for one in view.findChildren(Words) if one.text() == "Parce que.")
    button = next(one for one in view.findChildren(Button) if one.text() == "Pourquoi ?")
    assert told.isHidden()
    button.click()
    assert QApplication.focusWidget() is told
    button.click()
    assert told.isHidden()


def test_what_comes_in_the_middle_or_goes_leaves_the_rest_as_it_is(view: PageView) -> None:
    show(view, [choice("un"), ask("typed"), choice("deux")])
    stays = view.button_of(Take("deux"))
    view.asks["typed"].answer("q").begin()
    field = view.asks["typed"].findChild(QLineEdit)
    field.setText("à moitié")
    view.live[LIST].renew([choice("un"), choice("nouveau"), ask("typed"), choice("deux")])
    QApplication.processEvents()
    assert words(view) == ["un", "nouveau", "deux"]
    view.live[LIST].renew([ask("typed"), choice("deux")])
    QApplication.processEvents()
    assert view.button_of(Take("deux")) is stays
    assert QApplication.focusWidget() is field
    assert field.text() == "à moitié"
    assert words(view) == ["deux"]


def test_a_place_in_a_place_is_renewed_within_whatever_was_there_at_first(view: PageView) -> None:
    show(view, [Live("box", (ask("typed"), choice("deux")))])
    field = view.asks["typed"].findChild(QLineEdit)
    field.setText("à moitié")
    again = dataclasses.replace(ask("typed"), typed={"q": "kept"})
    view.live[LIST].renew([choice("un"), Live("box", (again,))])
    QApplication.processEvents()
    assert words(view) == ["un"]
    assert view.asks["typed"].findChild(QLineEdit) is field
    assert field.text() == "à moitié"
