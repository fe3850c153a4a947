"""One thing that is kept of a person, corrected or forgotten."""

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import correcting_value as page
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Answers, Gesture
from desktop_app.workflow.people import correcting
from desktop_app.workflow.people.correcting import ToCorrect


class CorrectScreen(PageView):
    """What it says is in ``pages/correcting_value.py``."""

    def __init__(self, context: Context, asked: to.CorrectValue) -> None:
        super().__init__(context, page.heading())
        assert context.session.safe is not None
        self._safe, self._asked = context.session.safe, asked
        self._found: ToCorrect | None = None
        catalogue = context.tools.catalogue
        self.run(
            lambda: correcting.to_correct(self._safe, catalogue, asked.person, asked.field),
            self._show,
        )

    def _show(self, found: ToCorrect | None) -> None:
        self._found = found
        self.show_page(page.page(found))

    def perform(self, gesture: Gesture) -> None:
        """Keep the correction, or forget it all; then back to the page of before."""
        found = self._found
        if found is None:
            return
        safe, on = self._safe, self.context.tools.clock.today()
        person, field = self._asked.person, self._asked.field
        navigator = self.context.navigator
        if isinstance(gesture, page.ForgetValue):
            self.gesture(
                page.forgotten(),
                lambda: correcting.forget(safe, person, field),
                done=lambda _none: navigator.back(),
            )
        elif isinstance(gesture, Answers):
            if page.SAID not in gesture.values:
                self.tell_problem(page.empty())
                return
            value, question = gesture.values[page.SAID], page.asked(found)
            self.gesture(
                page.corrected(),
                lambda: correcting.correct(safe, person, field, value, question, on=on),
                done=lambda _none: navigator.back(),
            )
