"""The question of the box in hand: its words, its answer, what is known of it already."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.packs.model import Question
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers.block import QuestionBlock
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.words import Words


class Block(QuestionBlock):
    """``known`` is the answer that is proposed; None when there is none."""

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__(look, question)
        self.known: Typed | None = None
        self._proposed: QFrame | None = None

    def propose(self, words: str, known: Typed, take: Callable[[], object]) -> None:
        """Say what is known already, with what takes it; under the answer, which Tab meets first.

        A person who goes there to type must not press it with her first space.
        """
        self.known = known
        button = Button(self._look, i18n.text("Prendre cette réponse (touche F2)"), take)
        label = i18n.pack_text(self.question.label)
        button.setAccessibleName(i18n.labelled(button.accessibleName(), label))
        self._proposed = QFrame()
        self._proposed.setProperty("role", "card")
        column = QVBoxLayout(self._proposed)
        margin = self._look.space(2)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(self._look.space(1))
        column.addWidget(Words(self._look, words))
        column.addWidget(button)
        self._column.addWidget(self._proposed)

    def propose_nothing(self) -> None:
        """Take the proposal away: something else was said."""
        self.known = None
        if self._proposed is not None:
            self._proposed.hide()
            self._proposed.deleteLater()
            self._proposed = None
