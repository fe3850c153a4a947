"""A screen of 1024 × 600 is enough, however large the letters."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop_app.gui import bar
from desktop_app.gui.look import tokens
from desktop_app.gui.main_window import MainWindow
from desktop_app.pages import destinations as to
from tests.gui.keyboard import until

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
    window.open_on(room)
    assert window.isMaximized() is fills


@pytest.mark.parametrize("zoom", [one for one in tokens.ZOOM_STEPS if one <= bar.MOST_ZOOM])
def test_the_bar_keeps_no_line_for_nothing(window: MainWindow, zoom: float) -> None:
    window.resize(SMALL)
    window.context.look.set_zoom(zoom)
    QTest.qWait(50)
    (held,) = window.findChildren(bar.Bar)
    buttons = [one for one in held.findChildren(QPushButton) if one.isVisible()]
    lowest = max(one.geometry().bottom() for one in buttons)
    assert held.height() - lowest - 1 == held.layout().contentsMargins().bottom()


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
    page.heading.setFocus()
    QTest.qWait(100)
    assert window.ring is not None
    assert window.ring.frame.mapTo(page, QPoint(0, 0)).y() >= 0
