"""The last day to act, between two pages of questions."""

from desktop_app.gui.context import Context
from desktop_app.gui.keeping import asks_who
from desktop_app.gui.page_view import PageView
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import last_day as page
from desktop_app.pages.page import Gesture
from desktop_app.pages.questions import GoOn


class LastDay(PageView):
    """Opened with the interview in hand, which stands at the page that comes next.

    What it says is in ``pages/last_day.py``.
    """

    def __init__(self, context: Context, asked: to.LastDay) -> None:
        told = page.page(asked.found, context.tools.clock.today())
        super().__init__(context, told.heading)
        self._writing = writing_of(asked.writing)
        context.session.saver = self._writing.saver
        self._writing.show_days()
        self.fill(told)

    def perform(self, gesture: Gesture) -> None:
        """Go on with the questions, once it is known where what was answered is kept."""
        assert isinstance(gesture, GoOn)
        writing = self._writing
        before = writing.interview.page_before(writing.question)
        left, then = before.all[0].id if before else "", to.Questions(writing)
        if not asks_who(self.context, self, writing, left=left, then=then, instead=True):
            self.context.navigator.back()

    def step_back(self) -> bool:
        """Go to the questions that told it."""
        self._writing.go_back({})
        self.context.navigator.back()
        return True
