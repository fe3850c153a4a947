"""A letter or a form that rests on a rule read too long ago says so on its page."""

import datetime as dt
from collections.abc import Callable

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.document.view import DocumentScreen
from desktop_app.gui.screens.formulaire.view import FormScreen
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages import filled_form, letter
from desktop_app.wiring import RealTools
from tests.gui.conftest import TestTools
from tests.gui.keyboard import until
from tests.gui.letters import printable
from tests.helpers.clocks import Noon

SAID = "cette règle a plus de"


class Later(Noon):
    """A day on which what was read in November 2026 is old."""

    def today(self) -> dt.date:
        return dt.date(2028, 2, 1)


class LaterTools(TestTools):
    """Everything real but the date."""

    clock = Later()  # type: ignore[assignment]


def test_on_the_pages_of_the_letter_and_of_the_form(
    make_window: Callable[[RealTools], MainWindow],
) -> None:
    window = make_window(LaterTools())
    window.context.session.keeps_nothing = True
    demo = window.context.tools.demo
    window.go(to.Letter(draft=demo.letter))
    page = window.page()
    assert isinstance(page, DocumentScreen)
    until(lambda: printable(page), "the letter is never made")
    (told,) = page.live[letter.OLD].findChildren(Words)
    assert SAID in told.text()
    window.go(to.FilledForm(draft=demo.form))
    form = window.page()
    assert isinstance(form, FormScreen)
    until(form.live[filled_form.FRESH].isVisible, "the edition is never read")
    assert any(SAID in one.text() for one in form.live[filled_form.FRESH].findChildren(Words))
