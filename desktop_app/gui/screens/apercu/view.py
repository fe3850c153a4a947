"""The paper as it stands, on a page of its own: what a wide window shows beside the questions."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.questions.blank_panel import paper_panel
from desktop_app.gui.screens.questions.panel import heading
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.sentences import paper_words
from desktop_app.workflow.documents.preview import Glimpse


class PaperSoFar(Page):
    """Opened with the interview in hand; leads back to the question that was left.

    A letter is also there in words, at the size of the text: its picture may be too small to read.
    """

    def __init__(self, context: Context, asked: to.PaperSoFar) -> None:
        writing = writing_of(asked.writing)
        super().__init__(context.look, heading(writing.interview.definition))
        self._back = context.navigator.back
        context.session.saver = writing.saver
        self._panel = paper_panel(context, writing, tall=True)
        self._panel.shown.connect(self._say)
        self.add(self._panel)
        self._said = QWidget()
        self._lines = QVBoxLayout(self._said)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._said.hide()
        self.add(self._said)
        self.set_actions(
            Button(context.look, i18n.text("Revenir à la question"), self._back, role="primary")
        )
        self._panel.follow(writing.interview.draft, writing.question)

    def _say(self, made: Glimpse) -> None:
        """Write what the letter says under its picture, once."""
        if self._lines.count() or not made.paragraphs:
            return
        title = i18n.text("Ce que dit votre lettre")
        self._lines.addWidget(Words(self.look, title, "subheading"))
        if told := paper_words.language_of_letters():
            self._lines.addWidget(Words(self.look, told, "hint"))
        for paragraph in made.paragraphs:
            self._lines.addWidget(Words(self.look, i18n.cited(paragraph)))
        self._said.show()
