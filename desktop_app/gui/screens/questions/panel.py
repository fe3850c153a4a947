"""The paper as it stands, beside its questions or on a page of its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.core.answers.draft import Draft
from desktop_app.core.outline import Outline
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.live_paper import LivePaper
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.writing import Writing
from desktop_app.pages.paper_so_far import explained, heading
from desktop_app.workflow.documents.on_page import outlines_of
from desktop_app.workflow.documents.preview import Glimpse
from desktop_app.workflow.interview.definitions import map_of, password_of


class PaperPanel(QFrame):
    """Its name, what is seen there, and its pages; nothing here takes the focus by itself.

    Of a PDF that no pack knows and that is at hand, its own pages, with the boxes of the present
    question outlined; else the paper made of the answers so far. ``shown`` is emitted with each
    ``Glimpse`` of it that comes into view.
    """

    shown = Signal(object)

    def __init__(self, context: Context, writing: Writing, *, tall: bool = False) -> None:
        super().__init__()
        look, interview = context.look, writing.interview
        draft, definition = interview.draft, interview.definition
        blank = context.session.blanks.get(draft.pack) if draft.form else None
        self._map = map_of(context.tools.catalogue, draft) if blank is not None else None
        self._question = ""
        self._glimpse: Glimpse | None = None
        self._explained = explained(definition, own=blank is not None)
        self.setAccessibleName(heading(definition))
        self._said = Words(look, self._explained, "hint")
        secret = password_of(draft)
        self._preview = Preview(
            look,
            context.jobs,
            lambda: context.tools.viewer(drafts=blank is None, password=secret),
            self._refused,
            tall=tall,
            live=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if not tall:
            column.addWidget(Words(look, heading(definition), "subheading"))
        column.addWidget(self._said)
        column.addWidget(self._preview, 1)
        self.live = LivePaper(self, context, definition, self._show, self._refused)
        if self._map is not None and blank is not None:
            self._preview.show_document(blank, len(self._map.page_sizes), aloud=False)

    def follow(self, draft: Draft, question: str = "") -> None:
        """Show this draft; of a form, the page where this question is answered."""
        if self._map is not None:
            self._outline(outlines_of(self._map, question))
            return
        if question and question != self._question:
            self._question = question
            self._turn()
        self.live.follow(draft)

    def _outline(self, outlines: tuple[Outline, ...]) -> None:
        if outlines:
            self._preview.turn_to(outlines[0].page)
        self._preview.outline(outlines)

    def _show(self, made: Glimpse) -> None:
        self._glimpse = made
        self._said.play("hint")
        self._said.say(self._explained)
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
