"""Fields of a sheet that has many: choices numbered and side by side, a day on one line."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLayout, QSizePolicy, QWidget

from desktop_app.core.packs.model import Choice, Question
from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.widgets.answers.choice import ChoiceAnswer, ChoicesAnswer
from desktop_app.gui.widgets.answers.line import LineAnswer
from desktop_app.gui.widgets.answers.long_text import LongTextAnswer
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.marked import LongCheck, LongRadio
from desktop_app.gui.widgets.words import Words
from desktop_app.pages.together import NOT_KNOWN

NUMBER_MS = 700
"""How long a first digit waits for a second one, where there are ten choices or more."""

if TYPE_CHECKING:
    _Keys = QAbstractButton
else:
    _Keys = object
Digit = Callable[[int], bool]


class Numbered(_Keys):
    """A choice with its number, which a digit key presses; Enter is left to the sheet."""

    _digit: Digit

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        typed = event.text()
        if not plain and len(typed) == 1 and typed in "0123456789":
            if not event.isAutoRepeat() and not self._digit(int(typed)):
                event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Segment(Numbered, LongRadio):
    """One of several, drawn as a part of a line; what is chosen is filled."""

    def __init__(self, look: Look, text: str, group: QButtonGroup, digit: Digit) -> None:
        self._digit = digit
        LongRadio.__init__(self, look, text, group)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, edge = QPainter(self), tokens.EDGE * self._look.zoom
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(self._look.colour("primary" if chosen else "edge"), edge))
        painter.setBrush(self._look.colour("primary" if chosen else "surface"))
        corner = tokens.CORNER * self._look.zoom
        inside = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(inside, corner, corner)
        self._draw_words(painter)

    def _ink(self) -> str:
        return "on_primary" if self.isChecked() else super()._ink()

    def _left(self) -> int:
        return self._look.space(1.5)

    def _right(self) -> int:
        return self._look.space(1.5)


class Tick(Numbered, LongCheck):
    """Any number of several."""

    def __init__(self, look: Look, text: str, digit: Digit) -> None:
        self._digit = digit
        LongCheck.__init__(self, look, text)


_Pressed = Segment | Tick


class _Close(ChoiceAnswer):
    """Choices side by side, with their numbers."""

    _shown = 0
    _typed = ""

    def __init__(self, look: Look, question: Question, label: Words) -> None:
        self._order: list[QAbstractButton] = []
        super().__init__(look, question, label)
        self._soon = QTimer(self, singleShot=True, interval=NUMBER_MS)
        self._soon.timeout.connect(self._press_typed)

    def _lay(self, box: QWidget) -> QLayout:
        return FlowLayout(box, self.look.space(1))

    def _button(self, choice: Choice, words: str) -> QAbstractButton:
        made = self._made(words)
        if choice.id == NOT_KNOWN:
            self._zero = made
        else:
            self._order.append(made)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
        return made

    _zero: QAbstractButton | None = None

    def _made(self, told: str) -> _Pressed:
        return Segment(self.look, told, self._group, self._digit)

    def _hinted(self, choice: Choice, button: QAbstractButton, column: QLayout) -> None:
        """What explains a choice is said of the question where one is, by the sheet."""

    def _digit(self, digit: int) -> bool:
        """Press the choice of this number; where there are ten or more, wait for a second digit."""
        self._typed += str(digit)
        number, most = int(self._typed), len(self._order)
        if number * 10 <= most and number:
            self._soon.start()
            return True
        return self._press_typed()

    def _press_typed(self) -> bool:
        self._soon.stop()
        number, self._typed = int(self._typed or -1), ""
        found = self._zero if number == 0 else None
        if 0 < number <= len(self._order):
            found = self._order[number - 1]
        if found is None:
            return False
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        found.click()
        return True


class CloseChoice(_Close):
    """One of several."""


class CloseChoices(_Close, ChoicesAnswer):
    """Any number of them: a digit ticks, and ticks off."""

    exclusive = False

    def answer(self) -> tuple[str, ...]:
        return tuple(i for i, button in self._buttons.items() if button.isChecked())

    def _made(self, told: str) -> _Pressed:
        return Tick(self.look, told, self._digit)


class CloseLine(LineAnswer):
    """A line as wide as its column: days, sums and numbers too."""

    def set_known(self, known: bool) -> None:
        value = "true" if known else "false"
        if (self._edit.property("known") or "false") != value:  # to dress again is slow
            self._edit.setProperty("known", value)
            self._edit.style().unpolish(self._edit)
            self._edit.style().polish(self._edit)

    def _dress(self) -> None:
        self._edit.setFont(self.look.font())


def close_widget(kind: str) -> type[AnswerWidget]:
    """Return what asks for this kind of answer on a sheet."""
    known: dict[str, type[AnswerWidget]] = {
        "choice": CloseChoice,
        "choices": CloseChoices,
        "long_text": LongTextAnswer,
    }
    return known.get(kind, CloseLine)
