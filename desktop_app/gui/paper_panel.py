"""The paper as it stands: beside its questions, around its boxes, or on a page of its own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.core.answers.draft import Draft
from desktop_app.core.outline import Outline
from desktop_app.core.packs.model import FieldMap, FormDefinition
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.live_paper import LivePaper
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.writing import Writing
from desktop_app.pages.paper_so_far import explained, heading
from desktop_app.workflow.drawing import LaidOver, MakeViewer
from desktop_app.workflow.interview.definitions import boxes_of, password_of
from desktop_app.workflow.ports import PageViewer

if TYPE_CHECKING:  # the worker makes it: what composes papers would hold the window
    from desktop_app.workflow.documents.preview import Glimpse

MakePages = Callable[[MakeViewer, Callable[[BaseException], None]], Preview]


class PaperPanel(QFrame):
    """Its name, what is seen there, and its pages; nothing here takes the focus by itself.

    The answers so far, at their places: over the pages of the official PDF once that is at hand,
    else between boxes drawn by us; or the letter that they make. ``glimpse`` is the last that
    came into view; ``shown`` is emitted with each.

    Args:
        tall: as high as its page, on a page of its own, which says what it is called.
        told: it says what it is; else only why a page cannot be made.
        pages: makes what shows its pages, of what draws them and of what says why it cannot.
    """

    shown = Signal(object)

    def __init__(
        self,
        context: Context,
        writing: Writing,
        *,
        tall: bool = False,
        told: bool = True,
        pages: MakePages | None = None,
    ) -> None:
        super().__init__()
        look, interview = context.look, writing.interview
        self._context, self._draft = context, interview.draft
        definition = interview.definition
        self._own = context.session.blanks.get(self._draft.pack)
        self._is_form = isinstance(definition, FormDefinition)
        self._question = ""
        self._strip = self._bare = False
        self.glimpse: Glimpse | None = None
        self._explained = explained(definition, own=self._own is not None) if told else ""
        self.setAccessibleName(heading(definition))
        self._said = Words(look, self._explained, "hint")
        if not told:
            self._said.hide()
        self.preview = (
            pages(self._viewer, self._refused)
            if pages is not None
            else Preview(look, context.jobs, self._viewer, self._refused, tall=tall, live=True)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if told and not tall:
            self._title = Words(look, heading(definition), "subheading")
            column.addWidget(self._title)
        column.addWidget(self._said)
        column.addWidget(self.preview, 1)
        self.live = LivePaper(self, context, definition, self._show, self._refused, own=self._own)

    def follow(self, draft: Draft, question: str = "") -> None:
        """Show this draft; of a form, the boxes where this question is answered."""
        self._draft = draft
        if question and question != self._question:
            self._question = question
            if self._is_form:
                from desktop_app.workflow.documents.on_page import outlines_of

                self.outline(outlines_of(self._boxes(), question))
        self.live.follow(draft, question="" if self._is_form else self._question)

    def _boxes(self) -> FieldMap:
        own = self._own.field_map if self._own is not None else None
        return boxes_of(self._context.tools.catalogue, self._draft, own)

    def set_strip(self, strip: bool) -> None:
        """Be a strip of the paper around what is being answered: only a refusal is said there."""
        self._strip = strip
        self._title.setHidden(strip or self._bare)
        self._say_what_it_is()
        self.preview.set_strip(strip)

    def be_bare(self) -> None:
        """Show the pages alone, in a place too narrow for words and buttons beside them."""
        self._explained, self._bare = "", True
        self._title.hide()
        self._say_what_it_is()
        self.preview.be_bare()

    def outline(self, outlines: tuple[Outline, ...]) -> None:
        """Outline these boxes, and turn to the page of the first of them that is strong."""
        strong = next((one for one in outlines if one.strong), None)
        if strong is not None:
            self.preview.turn_to(strong.page)
        self.preview.outline(outlines)

    def _viewer(self) -> PageViewer:
        """Make what draws its pages; a PDF from elsewhere has a child of its own."""
        viewer = self._context.tools.viewer
        ours = viewer(drafts=True)
        if self._own is None:
            return ours
        under = viewer(drafts=False, password=password_of(self._draft))
        return LaidOver(ours, under, self._own.data)

    def _show(self, made: "Glimpse") -> None:
        self.glimpse = made
        self._say_what_it_is()
        self.preview.show_document(made.pdf.data, made.pdf.pages, aloud=False, other=made.otherwise)
        self.shown.emit(made)

    def _say_what_it_is(self) -> None:
        self._said.play("hint")
        self._said.say(self._explained)
        self._said.setVisible(bool(self._explained) and not self._strip)

    def _refused(self, problem: BaseException) -> None:
        """Say why this page cannot be made: the one before stays, and the questions go on."""
        self._said.play("error")
        self._said.say(words_of(problem))
        self._said.show()
