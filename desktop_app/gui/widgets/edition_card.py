"""How fresh a form is: its edition, since when, from where, and where to check it on the paper."""

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.number_picture import NumberPicture
from desktop_app.gui.widgets.words import Words
from desktop_app.pages.page import Edition, Text

ABOVE = 2.0
"""From this zoom on the words need the whole width: the picture stands above them."""


class EditionCard(QFrame):
    """The picture, and the words that say it; ``framed`` unless it stands in a frame already."""

    def __init__(self, look: Look, edition: Edition, *, framed: bool = True) -> None:
        super().__init__()
        self._look = look
        if framed:
            self.setProperty("role", "card")
        self._row = QHBoxLayout(self)
        margin = look.space(2) if framed else 0
        self._row.setContentsMargins(margin, margin, margin, margin)
        self._row.setSpacing(look.space(2))
        if edition.numbered:
            self._row.addWidget(NumberPicture(look, edition.number_at))
        self._row.addWidget(self._said(edition.said), 1)
        look.changed.connect(self._dress)
        self._dress()

    def _said(self, said: Iterable[Text]) -> QWidget:
        place = QWidget()
        column = column_in(place, self._look.space(1))
        for one in said:
            column.addWidget(Words(self._look, one.words, one.role))
        column.addStretch(1)
        return place

    def _dress(self) -> None:
        above = self._look.zoom >= ABOVE
        way = QBoxLayout.Direction.TopToBottom if above else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
