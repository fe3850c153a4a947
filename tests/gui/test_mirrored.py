"""In a window that is read from the right, words begin beside their mark, on the right."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.packs.model import Question
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers.date import DateAnswer
from desktop_app.gui.widgets.marked import LongCheck
from desktop_app.gui.widgets.words import Item, Words
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


def test_french_that_is_not_translated_keeps_its_order_on_that_side_too(qt: QApplication) -> None:
    """Its question mark stands after it, as where one reads from the left (office B9)."""

    def drawn(way: Qt.LayoutDirection) -> list[int]:
        qt.setLayoutDirection(way)
        widget = Words(Look(qt, "clair", 1.0), "Que dit la lettre ?")
        widget.resize(WIDE, 60)
        return inked(widget)

    try:
        right = drawn(Qt.LayoutDirection.RightToLeft)
        left = drawn(Qt.LayoutDirection.LeftToRight)
    finally:
        qt.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert min(right) > WIDE / 2
    for here, there in zip(runs(right), runs(left), strict=True):
        assert abs(here - there) <= 5  # of what is smoothed at its edges


def runs(columns: list[int]) -> list[int]:
    """Return how wide the first and the last sign are, with the gap beside each: "Q", " ?"."""
    breaks = [n for n in range(1, len(columns)) if columns[n] - columns[n - 1] > 3]
    first, last = breaks[0], breaks[-1]
    return [
        columns[first] - columns[0],
        columns[-1] - columns[last],
        columns[last] - columns[last - 1],
    ]


def test_a_date_has_the_order_of_the_paper_it_is_copied_from(qt: QApplication) -> None:
    """Day, month, year from the left, beside the side where one reads (office B9)."""
    qt.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        look = Look(qt, "clair", 1.0)
        asked = DateAnswer(look, Question(id="d", kind="date", label="Date"), Words(look, "Date"))
        asked.resize(WIDE, 200)
        asked.show()
        qt.processEvents()
        places = [box.mapTo(asked, box.rect().center()).x() for box in asked._boxes]
        assert places == sorted(places)
        assert places[0] > WIDE / 2
        asked.deleteLater()
    finally:
        qt.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
