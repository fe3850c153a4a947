"""Enter on the heading goes to the main action of the page, and does not press it unseen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from tests.gui.keyboard import held, press, strike, until

OPENED: dict[str, to.Destination] = {
    "a safe of one's own": to.SafeHome(),
    "the phrase of a safe": to.NewPhrase(),
    "a backup to restore": to.Restore(),
    "an emergency": to.Urgent(emergency="coupure"),
    "a PDF to choose": to.OpenPdf(),
    "the end of a session": to.EndSession(),
    "help": to.Help(),
    "settings": to.Settings(),
    "find": to.Find(),
}


@pytest.mark.parametrize("name", OPENED)
def test_enter_on_the_heading_goes_to_the_main_action(window: MainWindow, name: str) -> None:
    window.go(OPENED[name])
    page = window.page()
    assert isinstance(page, Page)

    def actions() -> list[QPushButton]:
        found = [one for one in page.findChildren(QPushButton) if one.isVisible()]
        found = [one for one in found if not page.takes_away(one)]
        main = [one for one in found if one.property("role") == "primary" and one.isEnabled()]
        return main or found

    until(actions)
    page.heading.setFocus()
    trail = heading_now(window)
    press(Qt.Key.Key_Return)
    at = held()
    assert isinstance(at, QPushButton), "Enter did nothing"
    assert at in actions()
    assert heading_now(window) == trail, "pressed unseen"


def test_the_next_enter_presses_it(window: MainWindow) -> None:
    window.go(to.OpenPdf())
    page = window.page()
    assert isinstance(page, Page)
    page.heading.setFocus()
    press(Qt.Key.Key_Return, 2)
    until(lambda: window.page() is not page)


def heading_now(window: MainWindow) -> str:
    page = window.page()
    assert isinstance(page, Page)
    assert QApplication.focusWidget() is not None
    return page.heading.text()


def test_end_and_home_show_the_end_and_the_start_of_a_page(window: MainWindow) -> None:
    window.go(to.Help(page=1))
    page = window.page()
    assert page is not None
    bar = page.verticalScrollBar()
    until(lambda: bar.maximum() > page.height())
    QTest.qWait(100)  # what has the focus has been followed
    strike(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    strike(Qt.Key.Key_Home)
    assert bar.value() == 0
    strike(Qt.Key.Key_Tab)  # on a line of it
    QTest.qWait(50)  # the page has followed
    strike(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


def test_where_one_types_home_and_end_move_the_caret(window: MainWindow) -> None:
    page = window.page()
    assert page is not None
    field = page.findChildren(QLineEdit)[0]
    field.setFocus()
    field.setText("la caf")
    before = page.verticalScrollBar().value()
    strike(Qt.Key.Key_Home)
    assert field.cursorPosition() == 0
    strike(Qt.Key.Key_End)
    assert field.cursorPosition() == len("la caf")
    assert page.verticalScrollBar().value() == before
