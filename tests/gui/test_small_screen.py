"""A screen of 1024 × 600 is enough, however large the letters."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest

from desktop_app.gui.look import tokens
from desktop_app.gui.main_window import MainWindow
from desktop_app.pages import destinations as to

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
