"""What is seen of a screen before one scrolls, at 1024 × 600: the main action, and the focus."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop_app.gui.widgets.ladder import LadderStep
from desktop_app.gui.widgets.page import Page
from tests.gui.harness.shown import Rig


def is_in_view(page: Page, widget: QWidget) -> bool:
    place = QRect(widget.mapTo(page.viewport(), QPoint(0, 0)), widget.size())
    return page.viewport().rect().contains(place)


@pytest.mark.parametrize(
    "screen",
    ["document", "document:signature", "imprimer:imprimante", "acte:corriger"],
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


def test_what_was_done_is_noted_above_the_ladder(rig: Rig) -> None:
    page = rig.open("suite", "clair", 1.0).page
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    main = next(one for one in buttons if one.property("role") == "primary")
    steps = [one for one in page.findChildren(LadderStep) if one.isVisible()]
    assert steps
    assert all(top(page, main) < top(page, step) for step in steps)


def test_no_day_is_said_to_be_missing_before_one_was_asked(rig: Rig) -> None:
    page = rig.open("quel-delai:reponse", "clair", 1.0).page
    told = [one.text() for one in page.findChildren(QLabel)]
    assert any(words.startswith("Elle concerne") for words in told)
    assert not any(words.startswith("Pas de jour calculé") for words in told)


def top(page: Page, widget: QWidget) -> int:
    return widget.mapTo(page.viewport(), QPoint(0, 0)).y()
