"""One number zooms everything; the system's theme imposes nothing."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.gui.look.look import Look


@pytest.fixture
def app() -> QApplication:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication([])


def test_zoom_scales_text_space_and_targets_together(app: QApplication) -> None:
    look = Look(app)
    before = look.font().pointSizeF(), look.space(), look.target()
    look.set_zoom(2.0)
    assert (look.font().pointSizeF(), look.space(), look.target()) == tuple(2 * v for v in before)


def test_zoom_stops_at_its_ends(app: QApplication) -> None:
    look = Look(app)
    for _ in range(20):
        look.zoom_in()
    assert look.zoom == 4.0
    for _ in range(20):
        look.zoom_out()
    assert look.zoom == 1.0


def test_the_systems_theme_sets_no_colour_and_no_style(app: QApplication) -> None:
    look = Look(app)
    look.set_theme("systeme")
    assert app.styleSheet() == ""
    assert app.palette() == app.style().standardPalette()


def test_our_fonts_are_found(app: QApplication) -> None:
    look = Look(app)
    label = QLabel("é")
    label.setFont(look.font())
    assert label.fontInfo().family() == "Atkinson Hyperlegible"
