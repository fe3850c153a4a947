"""Closing the window while something is kept nowhere: said once, before it is lost."""

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import ending
from desktop_app.pages.page import Gesture


class ClosingScreen(PageView):
    """What it says is in ``pages/ending.py``."""

    def __init__(self, context: Context, _asked: to.Closing) -> None:
        session = context.session
        model, writing = session.modelling(), session.writing
        answers = not model or (session.safe is None and session.answered())
        page = (
            ending.closing_only_here()
            if session.only_here
            else ending.closing(
                model=session.editor() if model else None,
                answers=_answers(writing) if answers else None,
                public=session.public,
            )
        )
        super().__init__(context, page.heading)
        self.fill(page)

    def perform(self, _gesture: Gesture) -> None:
        """Close: it is the one gesture here."""
        self.context.navigator.close_anyway()


def _answers(writing: to.OpenInterview | None) -> to.Destination:
    return to.Questions(writing=writing) if writing is not None else to.Home()
