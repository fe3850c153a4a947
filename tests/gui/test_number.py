"""A number between two buttons is seen, at every zoom and in every theme."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.number import NumberBox
from desktop_app.gui.widgets.words import Words


@pytest.mark.parametrize("theme", ["clair", "sombre", "contraste"])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_digits_are_drawn(qt: QApplication, theme: str, zoom: float) -> None:
    look = Look(qt, theme, zoom)
    number = NumberBox(look, Words(look, "Combien ?"), least=1, most=9)
    number.show()
    qt.processEvents()
    picture = number.box.lineEdit().grab().toImage()
    ink = look.colour("ink")
    drawn = sum(
        _near(picture.pixelColor(x, y), ink)
        for x in range(picture.width())
        for y in range(picture.height())
    )
    number.deleteLater()
    assert drawn > 5 * zoom, "the number is not seen"


def _near(one: QColor, other: QColor) -> bool:
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) < 60 for a, b in parts)
