"""The page being filled: the official one when its PDF is at hand, else its boxes drawn by us."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.documents.model import FilledForm
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.live_paper import LivePaper
from desktop_app.gui.screens.sur_la_page.presenter import OnPagePresenter
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.definitions import password_of
from desktop_app.workflow.preview import Glimpse


class PagePanel(QFrame):
    """Follows a draft as ``PaperPanel`` does; ``seen`` is called once its boxes are up to date."""

    def __init__(
        self, context: Context, presenter: OnPagePresenter, seen: Callable[[], object]
    ) -> None:
        super().__init__()
        writing = presenter.writing
        draft = writing.interview.draft
        self._presenter, self._seen = presenter, seen
        self._chosen = ""
        self._blank = context.session.blanks.get(draft.pack)
        secret = password_of(draft)
        drafts = self._blank is None
        self._said = Words(context.look, "", "hint")
        self._said.hide()
        self.preview = Preview(
            context.look,
            context.jobs,
            lambda: context.tools.viewer(drafts=drafts, password=secret),
            self._refused,
            live=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(self.preview, 1)
        self.setAccessibleName(i18n.text("La page à remplir"))
        if self._blank is not None:
            self.preview.show_document(self._blank, presenter.pages, aloud=False)
            self.preview.turn_to(presenter.page)
        definition = writing.interview.definition
        self._live = LivePaper(self, context, definition, self._show, self._refused)

    def follow(self, draft: Draft) -> None:
        """Show this draft, also while it is being typed."""
        self._live.follow(draft)

    def choose(self, question: str) -> None:
        """Outline more strongly the boxes of this question."""
        self._chosen = question
        outlines = self._presenter.outlines(question, with_text=self._blank is not None)
        self.preview.outline(outlines)

    def _show(self, made: Glimpse) -> None:
        self._said.hide()
        document = made.document
        assert isinstance(document, FilledForm)
        self._presenter.show(document)
        if self._blank is None:
            self.preview.show_document(made.pdf.data, made.pdf.pages, aloud=False)
            self.preview.turn_to(self._presenter.page)
        self.choose(self._chosen)
        self._seen()

    def _refused(self, problem: BaseException) -> None:
        """Say why this page cannot be made: the one before stays."""
        self._said.play("error")
        self._said.say(words_of(problem))
        self._said.show()
