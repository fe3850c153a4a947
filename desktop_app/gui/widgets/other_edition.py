"""The PDF is another edition than those that are known: what differs, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import i18n
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.sentences import edition_words
from desktop_app.workflow.documents.editions import OtherEdition

Way = tuple[str, Callable[[], object]]


class OtherEditionCard(QFrame):
    """Says what differs, under the sentence that says which edition it is; then the ways to go on.

    ``ways`` are the words of each and what it does.
    """

    def __init__(self, look: Look, other: OtherEdition, ways: Sequence[Way]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        margin = look.space(2)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.space(1))
        column.addWidget(Words(look, i18n.text("Ce qui change"), "subheading"))
        for line in edition_words.other_edition(other)[1:]:
            column.addWidget(Words(look, line))
        words = i18n.text("Rien n’est écrit dans une case douteuse.")
        column.addWidget(Words(look, words, "hint"))
        for words, go in ways:
            way = LongButton(look, words)
            way.clicked.connect(lambda _=False, go=go: go())
            column.addWidget(way)
