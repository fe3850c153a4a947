"""The paper as it stands, on a page of its own: what a wide window shows beside the questions."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.paper_panel import PaperPanel
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import paper_so_far as page

if TYPE_CHECKING:
    from desktop_app.workflow.documents.preview import Glimpse


class PaperSoFar(PageView):
    """Opened with the interview in hand; leads back to the question that was left.

    What it says is in ``pages/paper_so_far.py``.
    """

    def __init__(self, context: Context, asked: to.PaperSoFar) -> None:
        writing = writing_of(asked.writing)
        told = page.page(writing.interview.definition)
        super().__init__(context, told.heading)
        context.session.saver = writing.saver
        self._panel = PaperPanel(context, writing, tall=True)
        self._panel.shown.connect(self._say)
        self.fill(told)
        self._panel.follow(writing.interview.draft, writing.question)

    def own(self, _name: str) -> QWidget:
        """Give the pages of the paper."""
        return self._panel

    def _say(self, made: "Glimpse") -> None:
        """Write what the letter says under its picture, once."""
        place = self.live[page.SAID]
        if place.isHidden() and made.paragraphs:
            place.put(page.said(made.paragraphs))
