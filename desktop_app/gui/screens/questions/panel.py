"""The paper as it stands, beside its questions or on a page of its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.core.answers.draft import Draft
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.live_paper import LivePaper
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.writing import Writing
from desktop_app.pages.paper_so_far import explained, heading
from desktop_app.workflow.documents.preview import Glimpse


class PaperPanel(QFrame):
    """Its name, what its blanks mean, and its pages; nothing here takes the focus by itself.

    ``shown`` is emitted with each ``Glimpse`` that comes into view.
    """

    shown = Signal(object)

    def __init__(self, context: Context, writing: Writing, *, tall: bool = False) -> None:
        super().__init__()
        look = context.look
        self._definition = writing.interview.definition
        self._question = ""
        self._glimpse: Glimpse | None = None
        self.setAccessibleName(heading(self._definition))
        self._said = Words(look, explained(self._definition), "hint")
        self._preview = Preview(
            look,
            context.jobs,
            lambda: context.tools.viewer(drafts=True),
            self._refused,
            tall=tall,
            live=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if not tall:
            column.addWidget(Words(look, heading(self._definition), "subheading"))
        column.addWidget(self._said)
        column.addWidget(self._preview, 1)
        self.live = LivePaper(self, context, self._definition, self._show, self._refused)

    def follow(self, draft: Draft, question: str = "") -> None:
        """Show this draft; of a form, the page where this question is answered."""
        if question and question != self._question:
            self._question = question
            self._turn()
        self.live.follow(draft)

    def _show(self, made: Glimpse) -> None:
        self._glimpse = made
        self._said.play("hint")
        self._said.say(explained(self._definition))
        self._preview.show_document(made.pdf.data, made.pdf.pages, aloud=False)
        self._turn()
        self.shown.emit(made)

    def _turn(self) -> None:
        if self._glimpse is not None:
            self._preview.turn_to(self._glimpse.page_of(self._question))

    def _refused(self, problem: BaseException) -> None:
        """Say why this page cannot be made: the one before stays, and the questions go on."""
        self._said.play("error")
        self._said.say(words_of(problem))
