"""A question on a page: its words, its hint, what is wrong, its answer."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.packs.model import Question
from desktop_app.gui.accessible import EXPLAINS, spoken
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.answers import widget_class
from desktop_app.gui.widgets.answers.base import CALLED, AnswerWidget
from desktop_app.gui.widgets.words import Heading, Words

MakesAnswer = Callable[[Look, Question, Words], AnswerWidget]


class QuestionBlock(QWidget):
    """Used by every page that asks something, in an interview or not."""

    def __init__(
        self,
        look: Look,
        question: Question,
        widget: MakesAnswer | None = None,
        heading: Heading | None = None,
    ) -> None:
        """``widget`` takes the answer, where it is not the one of its kind.

        ``heading``: of the page, which asks a question that has no words of its own.
        """
        super().__init__()
        self.question = question
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._look, self._column = look, QVBoxLayout(self)
        label = self._label = self._labelled(look, i18n.pack_text(question.label), heading)
        hints = i18n.pack_text(question.hint).splitlines()
        for hint in hints:
            told = Words(look, hint, "hint")
            told.setProperty(EXPLAINS, True)
            self._column.addWidget(told)
        self._hint = spoken(*hints)
        self._wrong: Words | None = None
        made: MakesAnswer = widget or widget_class(question.kind)
        self.answer: AnswerWidget = made(look, question, label)
        self.answer.describe(self._hint, "")
        self._column.addWidget(self.answer)

    def _labelled(self, look: Look, words: str, heading: Heading | None) -> Words:
        if heading is not None and not words:
            self._column.setContentsMargins(0, 0, 0, 0)
            self._column.setSpacing(look.space(2))
            return heading
        self._column.setContentsMargins(0, 0, 0, look.space(1))
        label = Words(look, words, "label")
        self._column.addWidget(label)
        return label

    def tell(self, mark: str, whence: str) -> None:
        """Say beside the question where its answer comes from: ``mark`` to the eye.

        "" when it is one's own.
        """
        words = i18n.pack_text(self.question.label)
        self._label.say(f"{words} · {mark}" if mark else words)
        self._label.setProperty(CALLED, f"{words} · {whence}" if whence else "")
        self.answer.set_known(bool(whence))
        self.answer.describe(self._hint, self._wrong.text() if self._wrong is not None else "")

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
