"""What is seen of a screen before one scrolls, at 1024 × 600: the main action, and the focus."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop_app.gui.widgets.page import Page
from tests.gui.harness.shown import Rig


def is_in_view(page: Page, widget: QWidget) -> bool:
    place = QRect(widget.mapTo(page.viewport(), QPoint(0, 0)), widget.size())
    return page.viewport().rect().contains(place)


@pytest.mark.parametrize(
    "screen", ["document", "document:signature", "imprimer:imprimante", "acte:corriger"]
)
def test_the_main_action_is_in_view(rig: Rig, screen: str) -> None:
    page = rig.open(screen, "clair", 1.0).page
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    main = [one for one in buttons if one.property("role") == "primary"]
    assert main
    assert is_in_view(page, main[0])


@pytest.mark.parametrize("screen", ["questions:erreur", "sur-la-page:étroit"])
def test_what_has_the_focus_is_whole_though_the_page_grew_after_it(rig: Rig, screen: str) -> None:
    page = rig.open(screen, "contraste", 2.0).page
    held = QApplication.focusWidget()
    assert held is not None
    assert is_in_view(page, held)
