"""Expert mode: every question on one page, by sections; the same answers, kept the same way."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import with_answer
from desktop_app.gui.consent import look_at_mandate
from desktop_app.gui.context import Context
from desktop_app.gui.screens.questions.asking import AskingPage
from desktop_app.pages import destinations as to
from desktop_app.pages import questions as page
from desktop_app.pages import wrong
from desktop_app.pages.page import Gesture
from desktop_app.workflow.interview.known import Proposal
from desktop_app.workflow.interview.place import Where


class WholeQuestions(AskingPage):
    """Questions appear and go as answers open and close them; nothing typed is lost.

    ``_known``: what was proposed for each question when it came; None once it was left, answered.
    """

    where: Where = "whole"

    def __init__(self, context: Context, asked: to.AllQuestions | to.OfficeSheet) -> None:
        assert asked.writing is not None
        super().__init__(context, asked.writing, i18n.text("Toutes les questions"))
        self.writing.at(self.where)
        self._known: dict[str, Proposal | None] = {}
        self._touched = ""
        self._begin()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._left)

    def _begin(self) -> None:
        self.fill(page.every(self.writing.interview, self._proposed()))

    def focus_heading(self) -> None:
        """Begin at the heading; back from the page of paper, at the answer that was left."""
        if self.writing.back_from_paper():
            self.finish()
            if self.writing.question in self.asks:
                self.answer_of(self.writing.question).begin()
                return
        super().focus_heading()

    # ------------------------------------------------------------------ the questions asked now

    def _proposed(self) -> dict[str, Proposal | None]:
        for step in self.writing.interview.steps:
            if (name := step.question.id) not in self._known:
                self._known[name] = self.writing.known(name)
        return self._known

    def _renew(self) -> None:
        """Show the questions asked now; those already there keep their place and their text."""
        shown = tuple(page.sections(self.writing.interview, self._proposed()))
        self.live[page.QUESTIONS].renew(shown)

    def _propose_nothing(self, question: str) -> None:
        """Take the proposal away: something else was said."""
        step = self.writing.interview.step(question)
        if step is not None and self._known.get(question) is not None:
            self._known[question] = None
            shown = page.among(self.writing.interview, step.question, None)
            self.live[page.place_of(question)].renew(shown.blocks)

    def _at(self, widget: QWidget | None) -> str:
        """Return the question where this is; "" where there is none."""
        if widget is None:
            return ""
        places = ((name, self.live[page.place_of(name)]) for name in self.asks)
        return next((name for name, place in places if place.isAncestorOf(widget)), "")

    # ------------------------------------------------------------------ kept while one types

    def typed_in(self, ask: str) -> None:
        """An answer changes: it is in the safe within a second."""
        if self._touched not in ("", ask):
            self.keep()
        self._touched = ask
        super().typed_in(ask)

    def seen(self) -> tuple[Draft, str]:
        """Return the draft with what is being typed, and its question."""
        draft, name = self.writing.interview.draft, self._touched
        here = name or self.at(QApplication.focusWidget())
        return (with_answer(draft, name, self.answer_of(name).answer()) if name else draft), here

    def keep(self) -> None:
        """Keep the answer that is being typed; ask what it opens."""
        self.autosave.stop()
        name, self._touched = self._touched, ""
        if not name:
            return
        before = [step.question.id for step in self.writing.interview.steps]
        self.writing.say(name, self.answer_of(name).answer())
        self.writing.question = name
        self.writing.keep_typed()
        if [step.question.id for step in self.writing.interview.steps] != before:
            self._renew()

    def _left(self, old: QWidget | None, new: QWidget | None) -> None:
        """Another question comes: of the one that was answered nothing is proposed any more."""
        if not (question := self._at(old)) or self._at(new) == question:
            return
        if self._touched == question:
            self.keep()
        if self.writing.interview.met(question):
            self._propose_nothing(question)

    # ------------------------------------------------------------------ gestures

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and not event.isAutoRepeat():
            self._take_known(self._at(QApplication.focusWidget()))
        else:
            super().keyPressEvent(event)

    def perform(self, gesture: Gesture) -> None:
        """Take what is known of an answer, go to one that is wrong, or go on."""
        match gesture:
            case page.TakeKnown(question):
                self._take_known(question)
            case wrong.Correct(question):
                self.answer_of(question).begin()
            case page.GoOn():
                self._go_on()
            case _:
                super().perform(gesture)

    def step_back(self) -> bool:
        """Go to the page before; what is typed stays, right or wrong."""
        self.keep()
        self.context.navigator.back()
        return True

    def _take_known(self, question: str) -> None:
        """Write what is known in the place of what is typed, and keep it as if it was typed."""
        known = self._known.get(question)
        if known is None:
            return
        self.keep()
        self.writing.apart()
        answer = self.answer_of(question)
        answer.begin()  # before its button goes with the proposal
        answer.put(known.typed)
        self._propose_nothing(question)
        self.typed_in(question)
        self.keep()
        self.writing.apart()
        self.context.gestures.tell_kept(i18n.text("La réponse connue est reprise."))

    def _go_on(self) -> None:
        """Go on when every answer is right; what is left empty was passed."""
        self.keep()
        self.finish()
        self.clear_problem()
        for step in self.writing.interview.steps:
            name = step.question.id
            if not self.writing.interview.met(name):
                self.writing.say(name, self.answer_of(name).answer())
        troubles = self.writing.interview.troubles
        told = {one.question.id: wrong.error(one) for one in troubles}
        for ask in self.asks.values():
            ask.say_wrong(told)
        problem = wrong.of_several(self.writing.interview)
        if problem is None:
            self.writing.question = ""
            self.writing.keep()
            then, navigator = to.Check(writing=self.writing), self.context.navigator
            look_at_mandate(self.context, self.writing, then, lambda: navigator.go(then))
            return
        self._renew()
        self.writing.keep()
        self.tell_problem(problem)
