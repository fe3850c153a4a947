"""Expert mode: every question on one page, by sections; the same answers, kept the same way."""

from bisect import bisect
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.definitions.model import Question
from desktop_app.gui.context import Context
from desktop_app.gui.screens.questions.presenter import QuestionsPresenter, Told
from desktop_app.gui.widgets.answers import widget_class
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.gui.writing import Writing
from desktop_app.workflow.interview import Step


class Block(QWidget):
    """One question among the others: its words, its answer, what is wrong with it."""

    def __init__(self, page: "WholeQuestions", step: Step) -> None:
        super().__init__()
        look = page.look
        self.question: Question = step.question
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.space(1))
        label = Words(look, i18n.pack_text(self.question.label), "label")
        column.addWidget(label)
        self._hint = i18n.pack_text(self.question.hint)
        if self._hint:
            column.addWidget(Words(look, self._hint, "hint"))
        self._wrong = Words(look, "", "error")
        self._wrong.hide()
        column.addWidget(self._wrong)
        self.answer: AnswerWidget = widget_class(self.question.kind)(look, self.question, label)
        self.answer.describe(self._hint, "")
        self.answer.changed.connect(lambda: page.touched(self))
        column.addWidget(self.answer)

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong here; nothing when empty."""
        self._wrong.say(sentence)
        self._wrong.setVisible(bool(sentence))
        self.answer.describe(self._hint, sentence)


class WholeQuestions(Page):
    """Questions appear and go as answers open and close them; nothing typed is lost."""

    def __init__(self, context: Context, *, writing: Writing, **_parameters: Any) -> None:
        super().__init__(context.look, i18n.text("Toutes les questions"))
        self._context, self._writing = context, writing
        self._presenter = QuestionsPresenter(writing)
        writing.whole = True
        context.session.saver = self._unsaved
        self._blocks: dict[str, Block] = {}
        self._headings: dict[str, Words] = {}
        self._ranks: dict[str, int] = {}
        self._placed: list[int] = []
        self._touched: Block | None = None
        self._place = QWidget()
        self._list = QVBoxLayout(self._place)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.add(self._place)
        self._later = QTimer(self, interval=600, singleShot=True)
        self._later.timeout.connect(self._take)
        look = context.look
        self.set_actions(
            Button(look, i18n.text("Continuer"), self._go_on, role="primary"),
            Button(look, i18n.text("Une question à la fois"), self._guide),
            Button(look, i18n.text("Retour"), self._go_back, role="plain"),
        )
        self._put_headings()
        self._fill()
        self.entitle(self._presenter.title())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._left)

    def touched(self, block: Block) -> None:
        """An answer changes: it is taken when the person pauses or goes to another one."""
        if self._touched is not None and self._touched is not block:
            self._take()
        self._touched = block
        self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._go_back()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ the list

    def _fill(self) -> None:
        """Show the questions asked now; those already there keep their place and their text."""
        steps = self._writing.interview.steps
        for step in steps:
            if step.question.id not in self._blocks:
                block = self._blocks[step.question.id] = Block(self, step)
                block.answer.put(self._presenter.show(step).typed)
                self._insert(block, self._ranks[step.question.id])
        asked = {step.question.id for step in steps}
        for name, block in self._blocks.items():
            block.setVisible(name in asked)
        sections = {step.section for step in steps}
        for section, heading in self._headings.items():
            heading.setVisible(section in sections)

    def _insert(self, widget: QWidget, rank: int) -> None:
        """Put a widget at its rank among those already there."""
        place = bisect(self._placed, rank)
        self._placed.insert(place, rank)
        self._list.insertWidget(place, widget)

    def _put_headings(self) -> None:
        rank = 0
        for section in self._writing.interview.definition.section:
            rank += 1
            if section.title not in self._headings:
                words = Words(self.look, i18n.pack_text(section.title), "subheading")
                self._headings[section.title] = words
                self._insert(words, rank)
            for question in section.question:
                rank += 1
                self._ranks[question.id] = rank

    # ------------------------------------------------------------------ gestures

    def _take(self) -> None:
        """Keep the answer that was being typed; ask what it opens."""
        self._later.stop()
        block, self._touched = self._touched, None
        if block is None:
            return
        before = [step.question.id for step in self._writing.interview.steps]
        self._writing.say(block.question.id, block.answer.answer())
        self._writing.question = block.question.id
        self._writing.keep()
        if [step.question.id for step in self._writing.interview.steps] != before:
            self._fill()

    def _left(self, old: QWidget | None, new: QWidget | None) -> None:
        block = self._touched
        if block is None or old is None or not block.isAncestorOf(old):
            return
        if new is None or not block.isAncestorOf(new):
            self._take()

    def _go_on(self) -> None:
        self._take()
        self.clear_problem()
        for step in self._writing.interview.steps:
            if not self._writing.interview.met(step.question.id):
                answer = self._blocks[step.question.id].answer.answer()
                self._writing.say(step.question.id, answer)
        problems = self._presenter.all_told()
        wrong = {told.question: told for told in problems}
        for name, block in self._blocks.items():
            block.say_wrong(_error(wrong[name]) if name in wrong else "")
        if not problems:
            self._writing.question = ""
            self._writing.keep()
            self._context.navigator.go("verifier", writing=self._writing)
            return
        self._fill()
        self._writing.keep()
        self.entitle(self._presenter.title(wrong=True))
        several = i18n.plural(
            "Erreur : {n} réponse est à corriger.",
            "Erreur : {n} réponses sont à corriger.",
            len(problems),
        )
        self.say_error(several, *(self._link(told) for told in problems))

    def _link(self, told: Told) -> QWidget:
        words = f"{told.label} {_error(told)}"
        button = LongButton(self.look, words)
        button.clicked.connect(self._blocks[told.question].answer.begin)
        return button

    def _guide(self) -> None:
        self._take()
        self._context.navigator.back()
        self._context.navigator.go("questions", writing=self._writing)

    def _go_back(self) -> None:
        self._take()
        self._context.navigator.back()

    def _unsaved(self) -> Any:
        if self._touched is not None:
            self._writing.say(self._touched.question.id, self._touched.answer.answer())
        return self._writing.saver()


def _error(told: Told) -> str:
    return i18n.text("Erreur : {sentence}").format(sentence=told.sentence)
