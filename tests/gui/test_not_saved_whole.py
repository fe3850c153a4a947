"""Why nothing could be saved is shown whole, whatever the size of letters."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel

from desktop_app.files import DiskFull
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
    until(lambda: seen.contains(shown()[0].mapTo(window, first)), "no start")
    assert seen.height() > 200, "the bar leaves no room for the page"
    window.show_saved("Enregistré à 12 h 00")
    until(lambda: not shown())
