"""« Effacé. Annuler »: what was just done, under the heading of the page in view."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import i18n
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.beside import Beside
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.words import Words
from desktop_app.pages.page import Told


class ToldCard(QFrame):
    """A sentence, and beside it what undoes it."""

    def __init__(self, look: Look, told: Told, act: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        margin = look.space(1)
        column.setContentsMargins(look.side(2), margin, look.side(2), margin)
        self.said = Words(look, told.words, "done")
        self.button: Button | None = None
        if told.way is None:
            column.addWidget(self.said)
            return
        self.button = Button(look, told.way.words, act, role=told.way.weight)
        self.button.setAccessibleName(told.way.name or told.way.words)
        self.button.setAccessibleDescription(i18n.text("Au clavier : Ctrl et Z."))
        column.addWidget(Beside(look, self.said, self.button))
