"""Every answer on one page, each with "Changer", before the paper is made."""

from PySide6.QtCore import Qt

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.starting import paper_of
from desktop_app.gui.writing import writing_of
from desktop_app.pages import check
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Gesture
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
        self.fill(check.check(said, blanks(context.tools, said)), first=FIRST)

    def focus_heading(self) -> None:
        """Begin at the heading, or come back to the line that was left, once."""
        left, self._writing.correcting = self._writing.correcting, ""
        if left:
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
        elif isinstance(gesture, check.SeePaper):
            self.context.session.take(writing)
            go(paper_of(writing))
