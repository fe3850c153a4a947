"""The page being filled: the official one when its PDF is at hand, else its boxes drawn by us."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.documents.model import FilledForm
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.live_paper import LivePaper
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.documents.on_page import Filling
from desktop_app.workflow.documents.preview import Glimpse
from desktop_app.workflow.interview.definitions import password_of


class PagePanel(QFrame):
    """Follows a draft as ``PaperPanel`` does; ``seen`` is called once its boxes are up to date.

    ``turned`` and ``pressed`` are those of its ``Preview``.
    """

    turned = Signal(int)
    pressed = Signal(int, float, float)

    def __init__(self, context: Context, filling: Filling, seen: Callable[[], object]) -> None:
        super().__init__()
        draft = filling.hand.interview.draft
        self._filling, self._seen = filling, seen
        self._chosen = ""
        self._context, self._secret = context, password_of(draft)
        self._blank: bytes | None = None
        self._said = Words(context.look, "", "hint")
        self._said.hide()
        self._column = column_in(self)
        self._column.addWidget(self._said)
        self._tall = False
        self._preview = self._new_preview(drafts=True)
        self.setAccessibleName(i18n.text("La page à remplir"))
        definition = filling.hand.interview.definition
        self._live = LivePaper(self, context, definition, self._show, self._refused)

    def show_blank(self, blank: bytes) -> None:
        """Show the pages of the official PDF from now on, the answers in their boxes.

        It comes from elsewhere: it has a child of its own, never the one of our drafts.
        """
        self._blank = blank
        self._preview.hide()
        self._preview.deleteLater()
        self._preview = self._new_preview(drafts=False)
        self._preview.show_document(blank, self._filling.pages, aloud=False)
        self._preview.turn_to(self._filling.page)
        self.choose(self._chosen)

    def set_tall(self, tall: bool) -> None:
        """Be as high as the page, or as high as there is room."""
        self._tall = tall
        self._preview.set_tall(tall)

    def turn_to(self, page: int) -> None:
        self._preview.turn_to(page)

    def _new_preview(self, *, drafts: bool) -> Preview:
        context, secret = self._context, self._secret
        made = Preview(
            context.look,
            context.jobs,
            lambda: context.tools.viewer(drafts=drafts, password=secret),
            self._refused,
            tall=self._tall,
            live=True,
        )
        made.turned.connect(self.turned)
        made.pressed.connect(self.pressed)
        self._column.addWidget(made, 1)
        return made

    def follow(self, draft: Draft) -> None:
        """Show this draft, also while it is being typed."""
        self._live.follow(draft)

    def choose(self, question: str) -> None:
        """Outline more strongly the boxes of this question."""
        self._chosen = question
        outlines = self._filling.outlines(question, with_text=self._blank is not None)
        self._preview.outline(outlines)

    def _show(self, made: Glimpse) -> None:
        self._said.hide()
        document = made.document
        assert isinstance(document, FilledForm)
        self._filling.values = document.values
        if self._blank is None:
            self._preview.show_document(made.pdf.data, made.pdf.pages, aloud=False)
            self._preview.turn_to(self._filling.page)
        self.choose(self._chosen)
        self._seen()

    def _refused(self, problem: BaseException) -> None:
        """Say why this page cannot be made: the one before stays."""
        self._said.play("error")
        self._said.say(words_of(problem))
        self._said.show()
