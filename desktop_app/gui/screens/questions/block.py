"""One question among others on a page: its words, its answer, what is wrong with it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.packs.model import Question
from desktop_app.gui.look.look import Look
from desktop_app.gui.screens.questions.proposal import ProposalCard
from desktop_app.gui.widgets.answers import widget_class
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.interview.interview import Step


class Holder(Protocol):
    """The page that holds it, and is told when its answer changes."""

    look: Look

    def touched(self, block: "Block") -> None: ...


class Block(QWidget):
    """One question among the others: its words, its answer, what is wrong with it.

    ``known`` is the answer that is proposed; None when there is none.
    """

    def __init__(self, page: Holder, step: Step) -> None:
        super().__init__()
        look = page.look
        self.question: Question = step.question
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.space(1))
        label = Words(look, i18n.pack_text(self.question.label), "label")
        column.addWidget(label)
        self._hint = i18n.pack_text(self.question.hint)
        if self._hint:
            column.addWidget(Words(look, self._hint, "hint"))
        self._look, self._column = look, column
        self._wrong: Words | None = None
        self.known: Typed | None = None
        self._proposed: ProposalCard | None = None
        self.answer: AnswerWidget = widget_class(self.question.kind)(look, self.question, label)
        self.answer.describe(self._hint, "")
        self.answer.changed.connect(lambda: page.touched(self))
        column.addWidget(self.answer)

    def propose(self, words: str, known: Typed, take: Callable[[], object]) -> None:
        """Say what is known already, with what takes it; under the answer, which Tab meets first.

        A person who goes there to type must not press it with her first space.
        """
        self.known = known
        label = i18n.pack_text(self.question.label)
        self._proposed = ProposalCard(self._look, words, take, label=label)
        self._column.addWidget(self._proposed)

    def propose_nothing(self) -> None:
        """Take the proposal away: something else was said."""
        self.known = None
        if self._proposed is not None:
            self._proposed.hide()
            self._proposed.deleteLater()
            self._proposed = None

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong here; nothing when empty."""
        if self._wrong is None:
            if not sentence:
                return
            self._wrong = Words(self._look, "", "error")
            self._column.insertWidget(self._column.indexOf(self.answer), self._wrong)
        self._wrong.say(sentence)
        self._wrong.setVisible(bool(sentence))
        self.answer.describe(self._hint, sentence)
