"""One choice, several choices, yes or no: the question names the group."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGroupBox,
    QLayout,
    QWidget,
)

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.packs.model import Choice, Question
from desktop_app.gui.accessible import SPOKEN_AS
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets import typed_ahead
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.marked import LongCheck, LongRadio
from desktop_app.gui.widgets.words import Words


class _Group(AnswerWidget):
    """Buttons under each other, each with its hint, in a group that carries the question."""

    exclusive = True
    in_group = True

    def __init__(self, look: Look, question: Question, label: Words) -> None:
        super().__init__(look, question, label)
        self._group = QButtonGroup(self)
        self._group.setExclusive(self.exclusive)
        self._buttons: dict[str, QAbstractButton] = {}
        self._box = QGroupBox()
        self._box.setFlat(True)
        self.describe_group(self._box, "", "")
        column = self._lay(self._box)
        for choice in self.offered():
            self._add(choice, column)
        outer = column_in(self)
        outer.addWidget(self._box)

    def offered(self) -> tuple[Choice, ...]:
        """Return the choices in their order."""
        return self.question.choices

    def first(self) -> QWidget:
        chosen = self._group.checkedButton() if self.exclusive else None
        return chosen or next(iter(self._buttons.values()))

    def receive(self, event: QKeyEvent) -> None:
        """Go to the choice that begins so, which the next Enter chooses: one only comes here."""
        found = typed_ahead.beginning(self._box, event.text())
        if found is not None and not self.answer():
            found.setFocus(Qt.FocusReason.TabFocusReason)

    def describe(self, hint: str, error: str) -> None:
        self.describe_group(self._box, hint, error)

    def _lay(self, box: QWidget) -> QLayout:
        """Return how the choices stand in their box."""
        return column_in(box, self.look.space(0.75))  # the ring of one never lies on the next

    def _button(self, choice: Choice, words: str) -> QAbstractButton:
        """Return what is pressed for a choice: in the group, Tab would stop at one tick only."""
        if self.exclusive:
            return LongRadio(self.look, words, self._group)
        return LongCheck(self.look, words)

    def _add(self, choice: Choice, column: QLayout) -> None:
        button = self._button(choice, i18n.pack_text(choice.label))
        button.clicked.connect(lambda _checked: self.changed.emit())
        self._buttons[choice.id] = button
        column.addWidget(button)
        self._hinted(choice, button, column)

    def _hinted(self, choice: Choice, button: QAbstractButton, column: QLayout) -> None:
        """Say under a choice what explains it."""
        if choice.hint:
            hint = i18n.pack_text(choice.hint)
            button.setAccessibleDescription(hint)
            told = Words(self.look, hint, "hint")
            told.setProperty(SPOKEN_AS, "aside")
            told.setContentsMargins(self.look.space(6), 0, 0, self.look.space(1))
            column.addWidget(told)


class ChoiceAnswer(_Group):
    """One of several: nothing is chosen beforehand."""

    def answer(self) -> Typed:
        return next((i for i, button in self._buttons.items() if button.isChecked()), "")

    def put(self, typed: Typed) -> None:
        self._group.setExclusive(False)
        for identifier, button in self._buttons.items():
            button.setChecked(identifier == typed)
        self._group.setExclusive(self.exclusive)


class YesNoAnswer(ChoiceAnswer):
    """Oui ou non."""

    def offered(self) -> tuple[Choice, ...]:
        return (
            Choice(id="oui", label=i18n.text("Oui")),
            Choice(id="non", label=i18n.text("Non")),
        )


class ChoicesAnswer(_Group):
    """Any number of them."""

    exclusive = False

    def answer(self) -> Typed:
        return tuple(i for i, button in self._buttons.items() if button.isChecked())

    def put(self, typed: Typed) -> None:
        chosen = (typed,) if isinstance(typed, str) else typed
        for identifier, button in self._buttons.items():
            button.setChecked(identifier in chosen)
