"""Answers of which one stands already: a choice in a list that opens, a number between two presses.

No interview has them: there, nothing is answered beforehand.
"""

from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.group import Step
from desktop_app.core.packs.model import Question
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers.base import AnswerWidget, describe_control
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.number import NumberBox
from desktop_app.gui.widgets.words import Words


class ListAnswer(AnswerWidget):
    """One of several, in a closed list."""

    def __init__(self, look: Look, question: Question, label: Words) -> None:
        super().__init__(look, question, label)
        offered = {one.id: i18n.pack_text(one.label) for one in question.choices}
        self._box = ClosedList(look, label, offered, lambda _value: self.changed.emit())
        _alone(self, self._box)

    def answer(self) -> Typed:
        return self._box.value()

    def put(self, typed: Typed) -> None:
        self._box.put(str(typed))

    def first(self) -> QWidget:
        return self._box

    def describe(self, hint: str, error: str) -> None:
        describe_control(self._box, self.label, hint, error)


class NumberAnswer(AnswerWidget):
    """A number between the bounds of its question."""

    def __init__(self, look: Look, question: Question, label: Words, step: Step) -> None:
        super().__init__(look, question, label)
        self._decimals = step.decimals
        self._number = NumberBox(
            look,
            label,
            least=float(question.minimum or 0),
            most=float(question.maximum or 0),
            step=step.by,
            decimals=step.decimals,
            unit=step.unit,
            changed=self.changed.emit,
        )
        _alone(self, self._number)

    def answer(self) -> Typed:
        return f"{self._number.value():.{self._decimals}f}"

    def put(self, typed: Typed) -> None:
        if typed:
            self._number.put(float(str(typed)))

    def first(self) -> QWidget:
        return self._number.box

    def describe(self, hint: str, error: str) -> None:
        describe_control(self._number.box, self.label, hint, error)


def _alone(place: QWidget, widget: QWidget) -> None:
    column = column_in(place)
    column.addWidget(widget)
