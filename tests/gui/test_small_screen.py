"""A screen of 1024 × 600 is enough, however large the letters."""

import dataclasses

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea

from desktop_app.core.answers.draft import Draft
from desktop_app.gui.look import tokens
from desktop_app.gui.look.ring import reach
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.paper import PaperPage
from desktop_app.gui.widgets.words import Words, laid_out
from desktop_app.pages import destinations as to
from desktop_app.pages.filled_form import CopyByHand
from desktop_app.pages.gestures import GoPrint
from tests.gui.keyboard import until
from tests.gui.letters import told

SMALL, LARGE = QSize(1024, 600), QSize(1920, 1080)


@pytest.mark.parametrize("screen", [to.Home(), to.Help(), to.SafeHome()], ids=repr)
def test_the_window_keeps_its_size_when_letters_grow(
    window: MainWindow, screen: to.Destination
) -> None:
    window.resize(SMALL)
    window.go(screen)
    for zoom in tokens.ZOOM_STEPS:
        window.context.look.set_zoom(zoom)
        QTest.qWait(20)
        assert window.size() == SMALL, zoom


@pytest.mark.parametrize(
    ("room", "fills"), [(SMALL, True), (QSize(1280, 620), True), (LARGE, False)]
)
def test_a_small_screen_is_filled(window: MainWindow, room: QSize, fills: bool) -> None:
    window.sized.open_on(room)
    assert window.isMaximized() is fills


@pytest.mark.parametrize("zoom", tokens.ZOOM_STEPS)
def test_the_ring_of_a_heading_higher_than_the_page_is_seen_from_its_top(
    window: MainWindow, zoom: float
) -> None:
    window.resize(SMALL)
    window.context.look.set_zoom(zoom)
    window.go(to.WhichDelay(family="caf", situation="refus", event="notification"))
    page = window.page()
    assert page is not None
    until(lambda: len(page.findChildren(QPushButton)) > 2)
    page.findChildren(QPushButton)[-1].setFocus()
    QTest.qWait(100)
    page.heading.setFocus(Qt.FocusReason.BacktabFocusReason)
    QTest.qWait(100)
    assert window.ring is not None
    free = page.viewport().height() - page.heading.height()
    if not 0 <= free < 2 * reach(window.context.look):  # there the words come before their ring
        assert window.ring.frame.mapTo(page, QPoint(0, 0)).y() >= 0


@pytest.mark.parametrize("zoom", [1, 2, 4])
@pytest.mark.parametrize("paper", ["letter", "form"])
def test_what_one_came_for_is_in_view_whatever_is_missing(
    window: MainWindow, paper: str, zoom: float
) -> None:
    """A list of what is missing has no end: it stands under what is done with the paper."""
    window.resize(SMALL)
    window.context.look.set_zoom(zoom)
    if paper == "letter":
        window.go(to.Letter(Draft("caf-indu-rsa")))
    else:
        window.go(to.FilledForm(Draft("15692-demande-mdph", {"nom": "Odette"})))
        window.page().perform(CopyByHand())  # type: ignore[union-attr]
    page = window.page()
    assert isinstance(page, PaperPage)
    until(lambda: (button := page.button_of(GoPrint())) is not None and button.isEnabled())
    assert page.state.text().startswith("Il manque ")
    assert told(page).count("\n") > 3
    button = page.button_of(GoPrint())
    assert button is not None

    def in_view() -> bool:
        top = button.mapTo(page.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + button.height() <= page.viewport().height()

    until(in_view, "one has to scroll to what one came for")


WORD = "a" * 300


@pytest.mark.parametrize("zoom", [1, 2, 4])
def test_a_word_that_nothing_breaks_never_widens_the_page(window: MainWindow, zoom: float) -> None:
    window.resize(SMALL)
    window.context.look.set_zoom(zoom)
    draft = window.context.tools.demo.letter
    name = next(one.id for one in window.context.tools.catalogue.letter(draft.pack).paragraph)
    window.go(to.Letter(dataclasses.replace(draft, edited={name: f"Voici : {WORD}."})))
    page = window.page()
    assert isinstance(page, PageView)
    until(lambda: any(WORD in one.text() for one in page.findChildren(Words)))
    areas = [one for one in (page, *page.findChildren(QScrollArea)) if isinstance(one, QScrollArea)]
    (scroll,) = (one for one in areas if one.widget().isAncestorOf(page.heading))
    until(lambda: scroll.horizontalScrollBar().maximum() == 0, "one has to scroll to read")


@pytest.mark.parametrize(
    "word", [WORD, "é" * 60 + "@" + "w" * 60, "=" * 300, "q\N{COMBINING ACUTE ACCENT}" * 150]
)
def test_nothing_that_says_words_is_as_wide_as_the_longest(window: MainWindow, word: str) -> None:
    shown = Words(window.context.look, word)
    assert shown.minimumSizeHint().width() < SMALL.width() / 4
    assert shown.text() == word
    drawn = laid_out(word)
    assert "\N{ZERO WIDTH SPACE}\N{COMBINING ACUTE ACCENT}" not in drawn, (
        "an accent lost its letter"
    )


@pytest.mark.parametrize("word", ["anticonstitutionnellement", "Villeneuve-Saint-Georges"])
def test_a_long_word_of_french_is_not_cut(word: str) -> None:
    assert [*filter(None, laid_out(word).split("\N{ZERO WIDTH SPACE}"))] in (
        [word],
        ["Villeneuve-", "Saint-", "Georges"],
    )
