"""What every answer widget does, whatever it looks like."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.core.answers.draft import Typed
from desktop_app.core.definitions.model import Question
from desktop_app.gui.look.look import Look


class AnswerWidget(QWidget):
    """Asks for one answer, and gives it back as typed.

    ``changed`` is emitted at each change made by the person (never by ``put``).
    """

    changed = Signal()

    def __init__(self, look: Look, question: Question, label: QLabel) -> None:
        """``label`` is the visible question: it becomes the buddy, or the name of the group."""
        super().__init__()
        self.look = look
        self.question = question
        self.label = label
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def answer(self) -> Typed:
        """Return what was typed, or the ids of what was chosen; empty when nothing was."""
        raise NotImplementedError

    def put(self, typed: Typed) -> None:
        """Show an answer already given."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Return the control that takes the focus."""
        raise NotImplementedError

    def describe(self, hint: str, error: str) -> None:
        """Give the hint and the error to screen readers, and mark what is wrong."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the focus where the answer is typed."""
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)


def describe_control(control: QWidget, label: str, hint: str, error: str) -> None:
    """Name a control by its label; the error is in the name too, some readers skip descriptions."""
    control.setAccessibleName(f"{label} — {error}" if error else label)
    control.setAccessibleDescription(" ".join(part for part in (error, hint) if part))
    wrong = "true" if error else "false"
    if (control.property("wrong") or "false") != wrong:  # to dress again is slow
        control.setProperty("wrong", wrong)
        control.style().unpolish(control)
        control.style().polish(control)
