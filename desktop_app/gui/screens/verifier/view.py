"""Every answer on one page, each with "Changer", before the paper is made."""

from PySide6.QtCore import Qt

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.keeping import look_for_danger
from desktop_app.gui.page_view import PageView
from desktop_app.gui.starting import paper_of
from desktop_app.gui.writing import writing_of
from desktop_app.pages import check
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Gesture
from desktop_app.pages.questions import AnswerBy
from desktop_app.pages.wrong import Correct
from desktop_app.workflow.documents.preview import blanks

FIRST = 12
"""Answers that are shown at once: more than a window has room for."""


class Verifier(PageView):
    """Opened with the interview in hand. What it says is in ``pages/check.py``."""

    def __init__(self, context: Context, asked: to.Check) -> None:
        super().__init__(context, i18n.text("Vérifiez vos réponses"))
        self._writing = writing_of(asked.writing)
        self._writing.at("check")
        context.session.saver = self._writing.saver
        said = self._writing.interview
        self._blanks, self._all = blanks(context.tools, said), False
        self._waiting = check.waiting(said, self._blanks)
        self._parts = check.parts(said, self._blanks)
        self._open = check.open_at_once(self._parts)
        self.fill(check.check(said, self._blanks), first=FIRST)
        look_for_danger(context, self._writing)  # whichever way it was answered

    def focus_heading(self) -> None:
        """Begin at the heading, or come back to the line that was left, once."""
        left, self._writing.correcting = self._writing.correcting, ""
        if left:
            if left in self._waiting:
                self._show_not_answered()
            part = check.part_of(self._parts, left)
            if part is not None and part not in self._open:
                self._show_part(part)
            self.finish()
        if changer := self.button_of(Correct(left)):
            changer.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_heading()

    def step_back(self) -> bool:
        """Go back to the last question, when none was left."""
        writing = self._writing
        if not writing.question and writing.interview.steps:
            writing.question = writing.interview.steps[-1].question.id
        self.context.navigator.back()
        return True

    def perform(self, gesture: Gesture) -> None:
        """Change an answer, or have the paper made."""
        writing, go = self._writing, self.context.navigator.go
        if isinstance(gesture, Correct):
            writing.correcting = writing.question = gesture.question
            go(to.Questions(writing=writing))
        elif isinstance(gesture, AnswerBy):
            go(gesture.way(writing))
        elif isinstance(gesture, check.ShowNotAnswered):
            self._show_not_answered()
        elif isinstance(gesture, check.ShowAnswers):
            self._show_part(gesture.part)
        elif isinstance(gesture, check.SeePaper):
            self.context.session.take(writing)
            go(paper_of(writing))

    def _show_not_answered(self) -> None:
        """Show the questions without an answer and go to the first; pressed again, hide them."""
        self._all = not self._all
        found = check.not_answered(self._writing.interview, self._blanks, shown=self._all)
        self.live[check.NO_ANSWER].renew(found)
        if self._all and (first := self.button_of(Correct(self._waiting[0]))) is not None:
            first.show()  # now, not at the next turn: the focus is put there
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_part(self, part: int) -> None:
        """Show the answers of a part and go to the first; pressed again, hide them."""
        self._open ^= {part}
        shown = part in self._open
        found = check.part(self._writing.interview, self._parts, part, shown=shown)
        self.live[check.place_of(part)].renew(found)
        first = Correct(self._parts[part][1][0].step.question.id)
        if shown and (button := self.button_of(first)) is not None:
            button.show()  # now, not at the next turn: the focus is put there
            button.setFocus(Qt.FocusReason.OtherFocusReason)
