"""One question among others on a page: its words, its hint, what is wrong, its answer."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.packs.model import Question
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers import widget_class
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.widgets.words import Words


class QuestionBlock(QWidget):
    """Used by every page that asks several things at once, in an interview or not."""

    def __init__(
        self, look: Look, question: Question, widget: type[AnswerWidget] | None = None
    ) -> None:
        """``widget`` takes the answer, where it is not the one of its kind."""
        super().__init__()
        self.question = question
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.space(1))
        label = Words(look, i18n.pack_text(question.label), "label")
        column.addWidget(label)
        self._hint = i18n.pack_text(question.hint)
        if self._hint:
            column.addWidget(Words(look, self._hint, "hint"))
        self._look, self._column = look, column
        self._wrong: Words | None = None
        made = widget or widget_class(question.kind)
        self.answer: AnswerWidget = made(look, question, label)
        self.answer.describe(self._hint, "")
        column.addWidget(self.answer)

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
