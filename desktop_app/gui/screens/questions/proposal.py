"""What is known already of an answer, with where it comes from and when: taken by a gesture."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import i18n
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.words import Words


class ProposalCard(QFrame):
    """Never imposed: the answer stays empty until the button or F2 takes this one.

    ``label`` is the question, for the button's name where several questions are in view.
    """

    def __init__(
        self, look: Look, words: str, take: Callable[[], object], *, label: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        margin = look.space(2)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.space(1))
        column.addWidget(Words(look, words))
        button = Button(look, i18n.text("Prendre cette réponse (touche F2)"), take)
        if label:
            button.setAccessibleName(i18n.labelled(button.accessibleName(), label))
        column.addWidget(button)
