"""The bar is one line that never moves, and leaves two thirds of a small screen to the question."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app import i18n
from desktop_app.gui.bar import HIGH, Bar
from desktop_app.gui.main_window import MainWindow
from desktop_app.pages import destinations as to
from tests.gui.harness.shown import SIZE, Rig
from tests.gui.keyboard import click, until
from tests.helpers import pseudo

ZOOMS = (
    1.0,
    1.25,
    2.0,
    4.0,
    *(pytest.param(zoom, marks=pytest.mark.slow) for zoom in (1.5, 1.75, 2.5, 3.0)),
)
SAID = [
    ("", "", ""),
    ("Simone Martin", "Il vous reste 33 jours", "Enregistré à 14 h 32"),
    ("Jean-Baptiste Lefèvre-Delacroix", "", "Modèle pas fini, gardé dans le coffre à 14 h 32"),
]


@pytest.fixture(params=["fr", "ar", "qaa"])
def language(request: pytest.FixtureRequest, rig: Rig) -> Iterator[str]:
    """French; what is read from the right, with the name of its language; one 40 % longer."""
    with ExitStack() as after, pytest.MonkeyPatch.context() as patch:
        if request.param == "qaa":
            after.enter_context(pseudo.spoken())
        if request.param == "ar":
            rig.app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            after.callback(rig.app.setLayoutDirection, Qt.LayoutDirection.LeftToRight)
            patch.setattr(i18n, "current", lambda: "ar")
        rig.window._bar.fill()
        yield request.param
    rig.window._bar.fill()
    say(rig.window, "", "", "")


def say(window: MainWindow, name: str, days: str, saved: str) -> None:
    window.context.session.person_name = name
    window.context.session.changed.emit()
    window.show_matters(days)
    window.show_saved(saved)


def shown(bar: Bar, kind: type[QWidget] = QWidget) -> list[QWidget]:
    return [one for one in bar.findChildren(kind) if one.isVisible()]


@pytest.mark.parametrize("zoom", ZOOMS)
def test_whatever_is_said_the_bar_stays_one_line_where_it_was_and_leaves_room(
    rig: Rig, language: str, zoom: float
) -> None:
    page = rig.open("questions", "clair", zoom).page
    stood = []
    for said in SAID:
        say(rig.window, *said)
        rig.settle()
        assert rig.window.size() == SIZE, said
        assert page.viewport().height() >= SIZE.height() * 2 / 3, said
        all_is_whole_and_on_one_line(rig.window._bar, said)
        stood.append([one.geometry() for one in shown(rig.window._bar, QPushButton)])
    assert stood[0]
    assert all(one == stood[0] for one in stood), "a button moved"


def all_is_whole_and_on_one_line(bar: Bar, said: tuple[str, str, str]) -> None:
    places = [QRect(one.geometry()) for one in shown(bar)]
    assert all(bar.rect().contains(place) for place in places), said
    middle = bar.height() // 2
    assert all(place.top() < middle < place.bottom() for place in places), ("a second line", said)
    for place in places:
        assert not [other for other in places if other is not place and other.intersects(place)]
    for button in shown(bar, QPushButton):
        assert button.width() >= button.sizeHint().width() or not button.text(), said
    for words in (bar.whom, bar.matters, bar.saved):
        if words.isVisible():
            assert words.heightForWidth(words.width()) <= words.height(), said
    assert bar.told() == [one for one in (bar.whom.text(), said[1], said[2]) if one]


def test_the_bar_is_sixty_pixels_and_holds_all_at_once_on_a_small_screen(rig: Rig) -> None:
    rig.open("questions", "clair", 1.0)
    say(rig.window, *SAID[1])
    bar = rig.window._bar
    assert bar.height() == HIGH
    assert not bar.folded
    assert all(one.isVisible() for one in (bar.whom, bar.matters, bar.saved))
    say(rig.window, "", "", "")


@pytest.mark.parametrize(("wide", "zoom"), [(700, 1.0), (1024, 2.0), (1366, 2.5), (1024, 4.0)])
def test_a_narrow_or_zoomed_bar_is_one_button_and_the_days_left(
    rig: Rig, wide: int, zoom: float
) -> None:
    rig.open("questions", "clair", zoom)
    rig.window.resize(QSize(wide, 600))
    say(rig.window, *SAID[1])
    rig.settle()
    bar = rig.window._bar
    assert bar.folded
    assert len(shown(bar, QPushButton)) == 2  # the way home, and all the rest
    assert bar.matters.isVisible()
    say(rig.window, "", "", "")


def test_a_button_that_is_folded_under_the_focus_gives_it_to_what_holds_it(rig: Rig) -> None:
    rig.open("questions", "clair", 1.25)
    bar = rig.window._bar
    larger = next(one for one in bar.findChildren(QPushButton) if i18n.plain(one.text()) == "A+")
    larger.setFocus()
    rig.look.set_zoom(2.0)
    rig.settle()
    held = rig.app.focusWidget()
    assert isinstance(held, QPushButton)
    assert held.isVisible()
    assert held.text() == "Affichage et aide"


def test_the_way_home_leads_home_and_what_was_begun_is_offered_there(rig: Rig) -> None:
    rig.open("questions", "clair", 1.0)
    window = rig.window
    home = next(one for one in window._bar.findChildren(QPushButton) if one.text() == "Accueil")
    click(home, home.rect().center())
    until(lambda: isinstance(window.place, to.Home))
    window.back()
    assert isinstance(window.place, to.Questions)


def test_a_second_line_of_words_stays_inside_the_line(rig: Rig) -> None:
    rig.open("questions", "clair", 2.0)
    say(rig.window, *SAID[1])
    rig.settle()
    bar = rig.window._bar
    bottom = bar.matters.mapTo(bar, QPoint(0, bar.matters.height())).y()
    assert bottom < bar.height()
    say(rig.window, "", "", "")
