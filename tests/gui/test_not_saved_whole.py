"""Why nothing could be saved is shown whole, whatever the size of letters."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel

from desktop_app.files import DiskFull
from desktop_app.gui.bar import MOST_ZOOM, Bar
from desktop_app.gui.context import Context
from desktop_app.gui.errors import not_saved
from desktop_app.gui.look import tokens
from desktop_app.gui.main_window import MainWindow
from desktop_app.pages import destinations as to
from tests.gui.keyboard import until


def whole(label: QLabel) -> bool:
    """Tell whether every line of a label is inside what holds it."""
    parent = label.parentWidget()
    assert parent is not None
    longest = max(map(label.fontMetrics().horizontalAdvance, label.text().split()))
    high = label.height() >= label.heightForWidth(label.width())
    return high and label.width() >= longest and parent.rect().contains(label.geometry())


def test_nothing_to_say_takes_no_line_of_the_bar(window: MainWindow, context: Context) -> None:
    window.resize(QSize(1024, 600))
    context.look.set_zoom(2.0)
    bar = window.findChild(Bar)
    assert bar is not None
    window.show_saved("Enregistré à 12 h 00")
    until(lambda: bar.saved.y() > bar.saved.height())
    high = bar.height()
    window.show_saved("")
    until(lambda: bar.height() <= high - bar.saved.fontMetrics().height())


@pytest.mark.parametrize("zoom", tokens.ZOOM_STEPS)
@pytest.mark.parametrize("wide", [1024, 1366])
def test_why_nothing_is_saved_is_whole(
    window: MainWindow, context: Context, zoom: float, wide: int
) -> None:
    window.resize(QSize(wide, 600))
    context.look.set_zoom(zoom)
    window.go(to.SafeHome())
    words = not_saved(DiskFull())
    window.show_saved("Enregistrement…")
    window.show_saved(words)

    def shown() -> list[QLabel]:
        return [
            one for one in window.findChildren(QLabel) if one.text() == words and one.isVisible()
        ]

    until(lambda: shown() and all(map(whole, shown())), "cut")
    page = window.page()
    assert page is not None
    port = page.viewport()
    seen = QRect(port.mapTo(window, QPoint(0, 0)), port.size())
    first = QPoint(0, 0)
    until(lambda: zoom <= MOST_ZOOM or seen.contains(shown()[0].mapTo(window, first)), "no start")
    assert seen.height() > 200, "the bar leaves no room for the page"
    window.show_saved("Enregistré à 12 h 00")
    until(lambda: not shown())
