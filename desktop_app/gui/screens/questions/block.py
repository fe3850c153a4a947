"""One question among others on a page: its words, its answer, what is wrong with it."""

from collections.abc import Callable
from typing import Protocol

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.gui.look.look import Look
from desktop_app.gui.screens.questions.proposal import ProposalCard
from desktop_app.gui.widgets.answers.block import QuestionBlock
from desktop_app.workflow.interview.interview import Step


class Holder(Protocol):
    """The page that holds it, and is told when its answer changes."""

    look: Look

    def touched(self, block: "Block") -> None: ...


class Block(QuestionBlock):
    """A question of an interview: what is known already may be proposed.

    ``known`` is the answer that is proposed; None when there is none.
    """

    def __init__(self, page: Holder, step: Step) -> None:
        super().__init__(page.look, step.question)
        self.known: Typed | None = None
        self._proposed: ProposalCard | None = None
        self.answer.changed.connect(lambda: page.touched(self))

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
