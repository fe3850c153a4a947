"""Questions asked together on a page that is no interview, with the widgets of the interview."""

import datetime as dt
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.group import Asked, Given, given
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.widgets.answers.block import MakesAnswer, QuestionBlock
from desktop_app.gui.widgets.answers.closed import ListAnswer, NumberAnswer
from desktop_app.gui.widgets.answers.line import LineAnswer
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.words import Heading
from desktop_app.pages.page import Ask


class AskView(QWidget):
    """Shows a group of questions, reads it, and says at each what is wrong there.

    ``changed`` is emitted at each change made by the person.
    """

    changed = Signal()

    def __init__(self, look: Look, ask: Ask, heading: Heading | None = None) -> None:
        """``heading``: of the page, which asks a question that has no words of its own."""
        super().__init__()
        self._asked = ask.asked
        self._blocks: dict[str, QuestionBlock] = {}
        column = column_in(self, look.space(1))
        for one in ask.asked:
            block = QuestionBlock(look, one.question, _own_widget(one, ask.fit), heading)
            if isinstance(block.answer, LineAnswer) and one.characters:
                block.answer.expect(one.characters)
            self._blocks[one.question.id] = block
            block.answer.changed.connect(self.changed)
            column.addWidget(block)
        self.put(ask.typed)
        if ask.told:
            self.tell(ask.told, ask.heard)

    def answer(self, name: str) -> AnswerWidget:
        """Return what takes the answer to a question."""
        return self._blocks[name].answer

    def put(self, typed: Mapping[str, Typed]) -> None:
        """Show these answers, telling nobody."""
        self.blockSignals(True)
        for name, block in self._blocks.items():
            block.answer.put(typed.get(name, ""))
        self.blockSignals(False)

    def typed(self) -> dict[str, Typed]:
        """Return all that was typed or chosen, by question."""
        return {name: block.answer.answer() for name, block in self._blocks.items()}

    def tell(self, mark: str, whence: str) -> None:
        """Say where the answers come from, beside their labels; "" when they are one's own."""
        for block in self._blocks.values():
            block.tell(mark, whence)

    def given(self, today: dt.date) -> Given:
        """Read the answers; say what is wrong at each place, and go to the first."""
        found = given(self._asked, self.typed(), today)
        self.say_wrong(
            {one.question: i18n.sentence(one.code, one.parameters) for one in found.problems}
        )
        if found.problems:
            self.answer(found.problems[0].question).begin()
        return found

    def say_wrong(self, wrong: Mapping[str, str]) -> None:
        """Say what is wrong at each of these questions, and nothing at the others."""
        for name, block in self._blocks.items():
            block.say_wrong(wrong.get(name, ""))


def _own_widget(asked: Asked, fit: str) -> MakesAnswer | None:
    if fit:
        from desktop_app.gui.widgets.answers.close import close_widget  # few pages are sheets

        return close_widget(asked.question.kind)
    if asked.closed:
        return ListAnswer
    return partial(NumberAnswer, step=asked.step) if asked.step is not None else None
