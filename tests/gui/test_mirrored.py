"""In a window that is read from the right, words begin beside their mark, on the right."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.marked import LongCheck
from desktop_app.gui.widgets.words import Item
from desktop_app.gui.widgets.wrapping import LongButton

WIDE = 600
MADE: dict[str, Callable[[Look, str], QWidget]] = {
    "choice": lambda look, words: LongButton(look, words, "lettre"),
    "tick": LongCheck,
    "item": lambda look, words: Item(look, "1.", words),
}


def inked(widget: QWidget) -> list[int]:
    """Return the columns in which something is drawn within the frame."""
    image = widget.grab().toImage()
    ground = image.pixelColor(WIDE // 2, 30)
    return [
        x
        for x in range(4, image.width() - 4)
        if any(image.pixelColor(x, y) != ground for y in range(8, image.height() - 8))
    ]


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize(
    ("way", "words"),
    [(Qt.LayoutDirection.LeftToRight, "Oui"), (Qt.LayoutDirection.RightToLeft, "نعم")],
)
def test_words_and_mark_begin_on_the_side_where_one_reads(
    qt: QApplication, kind: str, way: Qt.LayoutDirection, words: str
) -> None:
    qt.setLayoutDirection(way)
    try:
        widget = MADE[kind](Look(qt, "clair", 1.0), words)
        widget.resize(WIDE, 60)
        columns = inked(widget)
        assert columns
        if way == Qt.LayoutDirection.RightToLeft:
            assert min(columns) > WIDE / 2
        else:
            assert max(columns) < WIDE / 2
    finally:
        qt.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
