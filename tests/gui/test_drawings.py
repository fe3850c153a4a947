"""The line drawings beside words: each is drawn, inside its square, and the words make room."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.gui.look.drawings import DRAWINGS, draw
from desktop_app.gui.look.look import Look
from desktop_app.gui.look.offices import OFFICES
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages.finding import Offer

SIDE = 48


def inked(image: QImage) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) != QColor("white")
    ]


@pytest.mark.parametrize("name", [*DRAWINGS, *OFFICES])
def test_a_drawing_fills_its_square_and_nothing_around_it(qt: QApplication, name: str) -> None:
    image = QImage(3 * SIDE, 3 * SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(painter, name, QRectF(SIDE, SIDE, SIDE, SIDE), QColor("black"))
    painter.end()
    places = inked(image)
    assert len(places) > SIDE * SIDE / 20
    assert all(SIDE <= x < 2 * SIDE and SIDE <= y < 2 * SIDE for x, y in places)
    width = max(x for x, _ in places) - min(x for x, _ in places)
    assert width > SIDE / 2


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_words_make_room_for_the_drawing(qt: QApplication, zoom: float) -> None:
    look = Look(qt, "clair", zoom)
    alone, drawn = LongButton(look, "Une lettre"), LongButton(look, "Une lettre", "lettre")
    assert drawn.sizeHint().width() > alone.sizeHint().width()


def test_what_is_offered_has_a_drawing_that_exists() -> None:
    assert Offer("Un bureau").drawing in DRAWINGS
