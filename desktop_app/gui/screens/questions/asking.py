"""What the two ways to answer share: the paper beside, where they lead, what is kept while typing.

The paper is shown as it stands, whole or a strip of it; by a button too where it is not whole.
"""

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.answers.draft import Draft
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.context import Context
from desktop_app.gui.keeping import asks_who
from desktop_app.gui.page_view import PageView
from desktop_app.gui.paper_panel import PaperPanel
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import questions as page
from desktop_app.pages.page import Gesture
from desktop_app.pages.whose import WHOSE


class AskingPage(PageView):
    """Opened with the interview in hand; the ``Ask`` of each question is called by its id.

    What it says is in ``pages/questions.py``.
    """

    def __init__(self, context: Context, asked: to.OpenInterview, heading: str) -> None:
        super().__init__(context, heading)
        self.writing = writing_of(asked)
        self._shown = ""
        context.session.saver = self._unsaved
        self.autosave = Autosave(self, self.keep)
        self._panel = PaperPanel(context, self.writing)
        self.put_beside(self._panel, self._panel.set_strip)
        self.widened.connect(self._on_wide)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._went)

    def keep(self) -> None:
        """Take what is typed as it is, without judging, and have it in the safe."""
        raise NotImplementedError

    def seen(self) -> tuple[Draft, str]:
        """Return the draft that the paper shows, what is being typed too, and the question."""
        raise NotImplementedError

    def at(self, widget: QWidget | None) -> str:
        """Return the question in which this is; "" where it is in none."""
        if widget is None:
            return ""
        return next((name for name, ask in self.asks.items() if ask.isAncestorOf(widget)), "")

    def answer_of(self, question: str) -> AnswerWidget:
        """Return what takes the answer to a question."""
        return self.asks[question].answer(question)

    def typed_in(self, ask: str) -> None:
        """Show what was just typed on the paper, and have it in the safe within a second."""
        self.writing.typing()
        self.autosave.touched()
        self.show_paper()

    def show_paper(self) -> None:
        """Have the page beside follow what is typed; nothing is made while it is not in view."""
        if self.in_view:
            self._panel.follow(*self.seen())

    def first_foot(self) -> int:
        """Return where the first answer ends: a strip of the paper never hides it."""
        name = next((one for one in self.asks if one != WHOSE), "")
        inside = self.widget()
        if not name or inside is None:
            return 0
        first = self.answer_of(name).first()
        return first.mapTo(inside, QPoint(0, first.height())).y()

    def _went(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Show where on the paper goes the answer that one comes to."""
        if (name := self.at(new)) and name != self._shown and self.in_view:
            self._shown = name
            self.show_paper()

    def _on_wide(self, wide: bool) -> None:
        """Offer to see the paper where it does not stand beside."""
        if (see := self.button_of(page.SeeSoFar())) is not None:
            see.setHidden(wide)
        self.show_paper()

    def perform(self, gesture: Gesture) -> None:
        """See the paper, or answer in another way: what is typed is kept before."""
        navigator = self.context.navigator
        match gesture:
            case page.SeeSoFar():
                self.keep()
                self.writing.looking = True
                navigator.go(to.PaperSoFar(writing=self.writing))
            case page.AnswerBy(way):
                self.keep()
                then = way(self.writing)
                several = not isinstance(then, to.Questions)
                if several and asks_who(self.context, self, self.writing, then=then):
                    return
                navigator.replace(then)

    def _unsaved(self) -> Any:
        """The page is left, or the safe locks: the first does not run what is returned."""
        self.autosave.now()
        return self.writing.saver()
