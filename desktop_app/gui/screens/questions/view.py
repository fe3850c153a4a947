"""One question a page: read it, answer it, go on. Checked only at "Continuer".

The paper is shown beside it as it stands, or by a button where the window is narrow.
"""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.packs.model import Question
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.questions.blank_panel import paper_panel
from desktop_app.gui.screens.questions.presenter import Next, QuestionsPresenter
from desktop_app.gui.widgets.answers.base import AnswerWidget, types
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import questions as page
from desktop_app.pages import wrong
from desktop_app.pages.page import Gesture
from desktop_app.workflow.interview.interview import Interview, Proposal, Trouble


class Questions(PageView):
    """Opened with the interview in hand; shows the question where it stands.

    What it says is in ``pages/questions.py``.
    """

    def __init__(self, context: Context, asked: to.Questions) -> None:
        writing = self._writing = writing_of(asked.writing)
        super().__init__(context, "")
        self._presenter = QuestionsPresenter(writing)
        writing.whole = False
        context.session.saver = self._unsaved
        self.question: Question | None = None
        self._known: Proposal | None = None
        self._autosave = Autosave(self, self._keep_typed)
        self._panel = paper_panel(context, writing)
        self.put_beside(self._panel)
        self._show_question()
        self.widened.connect(self._on_wide)

    @property
    def answer(self) -> AnswerWidget | None:
        """Return what takes the answer; None where nothing is asked."""
        return self.asks[self.question.id].answer(self.question.id) if self.question else None

    # ------------------------------------------------------------------ what is shown

    def _show_question(self) -> None:
        step = self._presenter.step()
        if step is None:
            return
        self.question, self._known = step.question, self._presenter.known(step.question)
        self._autosave.stop()  # what led here has kept the answer before
        self.setUpdatesEnabled(False)
        correcting = bool(self._writing.correcting)
        self.fill(page.one(self._writing.interview, step, self._known, correcting=correcting))
        self._on_wide(self.wide)
        self.setUpdatesEnabled(True)
        self.entitle(self._presenter.title(step))

    # ------------------------------------------------------------------ the paper

    def focus_heading(self) -> None:
        """Begin at the heading; back from the page of paper, at the answer that was left."""
        if self._writing.back_from_paper() and self.answer is not None:
            self.answer.begin()
        else:
            super().focus_heading()

    def _on_wide(self, wide: bool) -> None:
        if (see := self.button_of(page.SeeSoFar())) is not None:
            see.setHidden(wide)
        self._look()

    def _look(self) -> None:
        """Have the page beside follow what is typed; nothing is made while it is not in view."""
        question, answer = self.question, self.answer
        if self.wide and question is not None and answer is not None:
            self._panel.follow(self._presenter.seen(question, answer.answer()), question.id)

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
                self._follow(self._presenter.go_on(question, answer.answer()))
            case page.Ignore():
                self._follow(self._presenter.say(question, Interview.unknown))
            case wrong.Confirm():
                self._follow(self._presenter.say(question, Interview.confirm))
            case wrong.Later():
                self._follow(self._presenter.say(question, Interview.pass_by))
            case wrong.Rewrite(typed):
                self._clear_error()
                self._write(answer, typed)
            case wrong.Correct():
                answer.begin()
            case page.TakeKnown():
                self._take_known()
            case page.SeeSoFar():
                self._writing.looking = True
                self.context.navigator.go(to.PaperSoFar(writing=self._writing))
            case page.AnswerBy(way):
                self._presenter.put_aside(question, answer.answer())
                self.context.navigator.back()
                self.context.navigator.go(way(self._writing))

    def step_back(self) -> bool:
        """Go to the question before, and from the first to the page before."""
        if self.question is not None and self.answer is not None:
            self._follow(self._presenter.go_back(self.question, self.answer.answer()))
        return True

    def _take_known(self) -> None:
        """Put what is known in the place of what is typed: never beside it."""
        if self.answer is not None and self._known is not None:
            self._autosave.now()
            self._writing.apart()
            self._write(self.answer, self._known.typed)
            self._autosave.now()
            self._writing.apart()
            self.context.gestures.tell_kept(i18n.text("La réponse connue est reprise."))

    def _write(self, answer: AnswerWidget, typed: Typed) -> None:
        answer.put(typed)
        self.typed_in("")
        answer.begin()

    def _follow(self, where: Next) -> None:
        navigator = self.context.navigator
        if where == "question":
            self._show_question()
            self.focus_heading()
        elif where == "verify":
            navigator.go(to.Check(writing=self._writing))
        elif where == "back":
            navigator.back()
        elif self.question is not None:
            found = self._writing.interview.trouble(self.question.id)
            if found is not None and found.emergency:
                navigator.go(to.Urgent(emergency=found.emergency))
            elif found is not None:
                self._show_error(found)

    # ------------------------------------------------------------------ errors

    def _show_error(self, trouble: Trouble) -> None:
        self.asks[trouble.question.id].say_wrong({trouble.question.id: wrong.error(trouble)})
        self.tell_problem(wrong.of_one(trouble))

    def _clear_error(self) -> None:
        self.clear_problem()
        if self.question is not None:
            self.asks[self.question.id].say_wrong({})

    # ------------------------------------------------------------------ kept while one types

    def typed_in(self, _ask: str) -> None:
        """Show what was just typed on the paper, and have it in the safe within a second."""
        self._writing.typing()
        self._autosave.touched()
        self._look()

    def _keep_typed(self) -> None:
        """Keep it as it is, without judging: "Continuer" does."""
        if self.question is not None and self.answer is not None:
            self._presenter.put_aside(self.question, self.answer.answer())
        self._writing.keep_typed()

    def _unsaved(self) -> Any:
        """The page is left, or the safe locks: the first does not run what is returned."""
        self._autosave.now()
        return self._writing.saver()
