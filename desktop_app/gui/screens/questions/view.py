"""One question a page: read it, answer it, go on. Checked only at "Continuer"."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.packs.model import Question
from desktop_app.gui.context import Context
from desktop_app.gui.keeping import asks_who
from desktop_app.gui.screens.questions.asking import AskingPage
from desktop_app.gui.widgets.answers.base import AnswerWidget, types
from desktop_app.pages import destinations as to
from desktop_app.pages import questions as page
from desktop_app.pages import titles, wrong
from desktop_app.pages.page import Gesture
from desktop_app.workflow.interview.in_hand import Next
from desktop_app.workflow.interview.interview import Interview, Proposal, Trouble


class Questions(AskingPage):
    """Shows the question where the interview stands."""

    def __init__(self, context: Context, asked: to.Questions) -> None:
        super().__init__(context, asked.writing, "")
        self.writing.at("correct" if self.writing.correcting else "question")
        self.question: Question | None = None
        self._known: Proposal | None = None
        self._show_question()

    @property
    def answer(self) -> AnswerWidget | None:
        """Return what takes the answer; None where nothing is asked."""
        return self.answer_of(self.question.id) if self.question else None

    def _show_question(self) -> None:
        step = self.writing.step()
        if step is None:
            return
        self.question, self._known = step.question, self.writing.known(step.question.id)
        self.autosave.stop()  # what led here has kept the answer before
        self.setUpdatesEnabled(False)
        correcting = bool(self.writing.correcting)
        self.fill(page.one(self.writing.interview, step, self._known, correcting=correcting))
        self._on_wide(self.wide)
        self.setUpdatesEnabled(True)
        self.entitle(titles.question(step.number, step.total))

    def focus_heading(self) -> None:
        """Begin at the heading; back from the page of paper, at the answer that was left."""
        if self.writing.back_from_paper() and self.answer is not None:
            self.answer.begin()
        else:
            super().focus_heading()

    # ------------------------------------------------------------------ gestures

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, answer = event.key(), self.answer
        if event.isAutoRepeat():
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_F2:
            self._take_known()
        elif isinstance(QApplication.focusWidget(), QLabel) and answer and types(event):
            answer.begin()  # who types at once types the answer: on words it would be lost
            answer.receive(event)
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        # From the heading, the first press goes to the answer: nothing is passed by mistake.
        held, answer = QApplication.focusWidget(), self.answer
        if answer is not None and held is self.heading:
            answer.begin()
        elif answer is not None and held is not None and answer.isAncestorOf(held):
            self.do(page.GoOn())

    def perform(self, gesture: Gesture) -> None:
        """Answer, or say that one will not."""
        question, answer = self.question, self.answer
        if question is None or answer is None:
            return
        match gesture:
            case page.GoOn():
                self._keep_and_follow(self.writing.go_on(question.id, answer.answer()))
            case page.Ignore():
                self._keep_and_follow(self.writing.say_otherwise(question.id, Interview.unknown))
            case wrong.Confirm():
                self._keep_and_follow(self.writing.say_otherwise(question.id, Interview.confirm))
            case wrong.Later():
                self._keep_and_follow(self.writing.say_otherwise(question.id, Interview.pass_by))
            case wrong.Rewrite(typed):
                self.clear_problem()
                self.asks[question.id].say_wrong({})
                self._write(answer, typed)
            case wrong.Correct():
                answer.begin()
            case page.TakeKnown():
                self._take_known()
            case _:
                super().perform(gesture)

    def step_back(self) -> bool:
        """Go to the question before, and from the first to the page before."""
        if self.question is not None and self.answer is not None:
            where = self.writing.go_back(self.question, self.answer.answer())
            if where == "question" or self.writing.unsaved:
                self.writing.keep()
            self._follow(where)
        return True

    def _take_known(self) -> None:
        """Put what is known in the place of what is typed: never beside it."""
        if self.answer is not None and self._known is not None:
            self.autosave.now()
            self.writing.apart()
            self._write(self.answer, self._known.typed)
            self.autosave.now()
            self.writing.apart()
            self.context.gestures.tell_kept(i18n.text("La réponse connue est reprise."))

    def _write(self, answer: AnswerWidget, typed: Typed) -> None:
        answer.put(typed)
        self.typed_in("")
        answer.begin()

    def _keep_and_follow(self, where: Next) -> None:
        left = self.question.id if self.question is not None else ""
        self.writing.keep()
        if where in ("stay", "back") or not self._asks_where_to_keep(left, where):
            self._follow(where)

    def _asks_where_to_keep(self, left: str, where: Next) -> bool:
        then = to.Check(self.writing) if where == "verify" else to.Questions(self.writing)
        return asks_who(self.context, self, self.writing, left=left, then=then)

    def _follow(self, where: Next) -> None:
        navigator = self.context.navigator
        if where == "question":
            self._show_question()
            self.focus_heading()
        elif where == "verify":
            navigator.go(to.Check(writing=self.writing))
        elif where == "back":
            navigator.back()
        elif self.question is not None:
            found = self.writing.interview.trouble(self.question.id)
            if found is not None and found.emergency:
                navigator.go(to.Urgent(emergency=found.emergency))
            elif found is not None:
                self._show_error(found)

    def _show_error(self, trouble: Trouble) -> None:
        self.asks[trouble.question.id].say_wrong({trouble.question.id: wrong.error(trouble)})
        self.tell_problem(wrong.of_one(trouble))

    # ------------------------------------------------------------------ kept while one types

    def seen(self) -> tuple[Draft, str]:
        """Return the draft with what is being typed, and its question."""
        if self.question is None or self.answer is None:
            return self.writing.interview.draft, ""
        return self.writing.seen(self.question, self.answer.answer()), self.question.id

    def keep(self) -> None:
        """Keep it as it is: "Continuer" judges."""
        if self.question is not None and self.answer is not None:
            self.writing.put_aside(self.question, self.answer.answer())
        self.writing.keep_typed()
