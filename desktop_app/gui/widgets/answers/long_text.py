"""Several lines in one's own words; Tab leaves the box."""

from desktop_app.core.answers.draft import Typed
from desktop_app.core.packs.model import Question
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers.base import AnswerWidget, describe_control
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.lines import Lines
from desktop_app.gui.widgets.words import Words


class LongTextAnswer(AnswerWidget):
    """A large box; nothing is rewritten for the person."""

    def __init__(self, look: Look, question: Question, label: Words) -> None:
        super().__init__(look, question, label)
        self._edit = Lines(look)
        self._edit.textChanged.connect(self._tell)
        self._putting = False
        column_in(self).addWidget(self._edit)

    def answer(self) -> Typed:
        return self._edit.toPlainText()

    def put(self, typed: Typed) -> None:
        self._putting = True
        self._edit.setPlainText(typed if isinstance(typed, str) else "\n".join(typed))
        self._putting = False

    def first(self) -> Lines:
        return self._edit

    def describe(self, hint: str, error: str) -> None:
        describe_control(self._edit, self.label, hint, error)

    def _tell(self) -> None:
        if not self._putting:
            self.changed.emit()
