"""Whatever goes away with the keyboard, somebody has it: who has no mouse could do nothing else."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from tests.gui.keyboard import held, name, press, strike, tab_to
from tests.gui.safe.conftest import Driver, driver, in_safe, start

__all__ = ["driver", "in_safe", "start"]
PHRASE = "Votre phrase secrète"


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def in_view(window: MainWindow) -> Page:
    page = window._cover.page or window.page()
    assert page is not None
    return page


@pytest.mark.parametrize("goes", ["let go", "taken down"])
def test_what_nobody_gives_on_goes_to_the_page(goes: str, window: MainWindow) -> None:
    page = in_view(window)
    button = page.add(QPushButton("Ici"))
    button.show()
    button.setFocus()
    assert held() is button
    button.clearFocus()
    if goes == "taken down":
        button.deleteLater()
    settle()
    assert held() is page.heading


def gone(button: QPushButton, how: str) -> None:
    button.setEnabled(False) if how == "disabled" else button.hide()


@pytest.mark.parametrize("how", ["disabled", "hidden"])
def test_a_page_shown_again_whose_control_cannot_have_it_any_more(
    how: str, window: MainWindow
) -> None:
    page = in_view(window)
    button = page.add(QPushButton("Ici"))
    button.show()
    button.setFocus()
    strike(Qt.Key.Key_F12)
    settle()
    assert in_view(window) is not page
    gone(button, how)  # work that ended meanwhile
    press(Qt.Key.Key_Return, 2)  # from the words to the button, then on
    settle()
    assert in_view(window) is page
    assert held() is page.heading


@pytest.mark.parametrize("how", ["disabled", "hidden"])
def test_a_page_that_asked_for_a_file_and_whose_control_cannot_have_it_any_more(
    how: str, window: MainWindow
) -> None:
    page = in_view(window)
    button = page.add(QPushButton("Ici"))
    button.show()
    button.setFocus()
    window.go(to.OpenFile("lettre", "Quelle lettre ?", "pdf"))
    settle()
    assert in_view(window) is not page
    gone(button, how)
    window.leave_choosing()
    settle()
    assert in_view(window) is page
    assert held() is page.heading


def test_a_phrase_refused_once_its_field_has_left_gives_the_keyboard_to_no_such_field(
    in_safe: Driver,
) -> None:
    """The answer comes in the same turn as Escape, which fills the page anew."""
    window, tried, hold = in_safe.window, threading.Event(), threading.Event()
    strike(Qt.Key.Key_F12)
    in_safe.settle()
    in_safe.type(PHRASE, "une autre phrase")
    in_safe.jobs.run(hold.wait, done=lambda _: None, failed=lambda _: None)
    tab_to("Continuer")
    strike(Qt.Key.Key_Return)
    in_safe.jobs.run(tried.set, done=lambda _: None, failed=lambda _: None)
    hold.set()
    assert tried.wait(60)
    strike(Qt.Key.Key_Escape)
    in_safe.settle()
    assert in_view(window).isAncestorOf(held())
    assert name(held()) == PHRASE
    assert not in_view(window).wrong, "it is a page that nobody has answered yet"
