"""Words to copy one by one: each is a stop of Tab, and is heard only when one goes there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop_app import i18n
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.flow import FlowLayout, column_in
from desktop_app.gui.widgets.leaving import let_go
from desktop_app.gui.widgets.words import Words


def word_stops(look: Look, words: Sequence[str], *, numbered: bool) -> list[Words]:
    """Return a text for each word, with its number for who hears it; for who sees it if asked."""
    stops = []
    for place, word in enumerate(words, 1):
        shown = Words(look, f"{place}. {word}" if numbered else word, "subheading")
        called = i18n.text("Mot {n} sur {total} : {word}")
        shown.be_called(called.format(n=place, total=len(words), word=word))
        shown.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        stops.append(shown)
    return stops


class WordLine(QWidget):
    """Words one after the other, as a phrase is written; ``show_words`` changes them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = column_in(self)
        self._row: QWidget | None = None

    def show_words(self, words: Sequence[str]) -> None:
        """Show these words in place of those before."""
        if self._row is not None:
            self._column.removeWidget(self._row)
            let_go(self._row)
        self._row, flow = FlowLayout.row(self._look.space(1.5))
        for stop in word_stops(self._look, words, numbered=False):
            stop.setWordWrap(False)
            flow.addWidget(stop)
        self._column.addWidget(self._row)

    def text(self) -> str:
        """Return the words with a space between them: how they are typed."""
        found = self._row.findChildren(Words) if self._row is not None else []
        return " ".join(one.text() for one in found)


def word_rows(look: Look, words: Sequence[str], in_a_row: int) -> QGridLayout:
    """Return numbered words, so many in a row: seen in the order in which Tab reads them."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.space(4))
    for index, stop in enumerate(word_stops(look, words, numbered=True)):
        grid.addWidget(stop, index // in_a_row, index % in_a_row)
    return grid
