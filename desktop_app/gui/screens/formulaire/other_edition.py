"""The PDF is another edition than those that are known: what differs, and what can be done."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import edition_words, i18n
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.workflow.editions import OtherEdition


class OtherEditionCard(QFrame):
    """Says what differs, under the sentence that says which edition it is.

    ``ask`` and ``fill`` are what its buttons do; without ``ask`` nothing can be asked from here.
    """

    def __init__(
        self,
        look: Look,
        other: OtherEdition,
        *,
        ask: Callable[[], object] | None,
        fill: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        margin = look.space(2)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.space(1))
        column.addWidget(Words(look, i18n.text("Ce qui change"), "subheading"))
        for line in edition_words.other_edition(other)[1:]:
            column.addWidget(Words(look, line))
        words = i18n.text("Vos réponses sont gardées. Rien n’est écrit dans une case douteuse.")
        column.addWidget(Words(look, words, "hint"))
        if ask is not None and other.comparison.new:
            self.ask = LongButton(look, i18n.text("Répondre aussi pour les cases nouvelles"))
            self.ask.clicked.connect(lambda _=False: ask())
            column.addWidget(self.ask)
        self.fill = LongButton(look, i18n.text("Remplir seulement les cases retrouvées"))
        self.fill.clicked.connect(lambda _=False: fill())
        column.addWidget(self.fill)
