"""What every answer widget does, whatever it looks like."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desktop_app.core.answers.draft import Typed
from desktop_app.core.packs.model import Question
from desktop_app.gui.accessible import spoken
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import Heading, Words

CALLED = "called"
"""Property of a label that says less than is heard: all of it, from the same words on."""


class AnswerWidget(QWidget):
    """Asks for one answer, and gives it back as typed.

    ``changed`` is emitted at each change made by the person (never by ``put``).
    """

    changed = Signal()
    in_group = False
    """Whether several controls take the answer: the hint is then of all of them."""

    def __init__(self, look: Look, question: Question, label: Words) -> None:
        """``label`` is the visible question: it becomes the buddy, or the name of the group."""
        super().__init__()
        self.look = look
        self.question = question
        self.label = label
        # The only question of its page: its heading says it, and the group not again.
        self.alone = isinstance(label, Heading)
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

    def set_known(self, known: bool) -> None:
        """Show that the answer was known before, or is one's own: beside it, that is said."""

    def begin(self) -> None:
        """Put the focus where the answer is typed, on a page that has not shown it yet too."""
        field = self.first()
        _show(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def receive(self, event: QKeyEvent) -> None:
        """Take a letter that was typed before the focus was here."""
        field = self.first()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            letter = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            letter.setTimestamp(event.timestamp())
            QCoreApplication.sendEvent(field, letter)

    def describe_group(self, group: QWidget, hint: str, error: str) -> None:
        """Name a group by the question and its hint, which readers say when one enters it.

        Alone on its page, it has no name: the heading says the question, and the hint with it.
        """
        asked = " — ".join(part for part in (called(self.label), error) if part)
        group.setAccessibleName("" if self.alone else spoken(asked, hint))


def types(event: QKeyEvent) -> bool:
    """Tell whether a key writes something, or an accent of what comes next; a space does not."""
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier
        | Qt.KeyboardModifier.KeypadModifier
        | Qt.KeyboardModifier.GroupSwitchModifier
    )
    # AltGr is Ctrl and Alt together on Windows: what it writes is text all the same.
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if held and held != alt_gr:
        return False
    dead = Qt.Key.Key_Dead_Grave <= event.key() <= Qt.Key.Key_Dead_Longsolidusoverlay
    return dead or (event.text().isprintable() and bool(event.text().strip()))


def describe_control(control: QWidget, label: Words, hint: str, error: str) -> None:
    """Name a control by its label and describe it by its hint.

    An error is in the name: some readers skip descriptions. No relation binds the label to it: a
    reader that says both would say the label twice.
    """
    control.setAccessibleName(f"{called(label)} — {error}" if error else called(label))
    control.setAccessibleDescription(hint)
    mark(control, wrong=bool(error))


def called(label: Words) -> str:
    """Return what a question is called aloud: its words, and what is told beside them."""
    return str(label.property(CALLED) or label.text())


def mark(control: QWidget, *, wrong: bool) -> None:
    """Show that an answer is wrong, or no more."""
    value = "true" if wrong else "false"
    if (control.property("wrong") or "false") != value:  # to dress again is slow
        control.setProperty("wrong", value)
        control.style().unpolish(control)
        control.style().polish(control)


def _show(field: QWidget) -> None:
    """Show what was just put on a page: Qt shows it later, and gives no focus to what is hidden."""
    hidden: list[QWidget] = []
    above: QWidget | None = field
    while above is not None and not above.isVisible() and not above.isWindow():
        hidden.append(above)
        above = above.parentWidget()
    if above is not None and above.isVisible():
        for one in reversed(hidden):
            one.show()
