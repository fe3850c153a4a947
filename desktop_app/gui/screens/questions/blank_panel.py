"""The page of a PDF that no pack knows, with the box of the present question outlined."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.model import FieldMap
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.screens.questions.panel import PaperPanel
from desktop_app.gui.widgets.outline import Outline
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.writing import Writing
from desktop_app.pages.paper_so_far import heading
from desktop_app.workflow.interview.definitions import map_of, password_of


def paper_panel(
    context: Context, writing: Writing, *, tall: bool = False
) -> "PaperPanel | BlankPanel":
    """Return what shows the paper: its own page when the PDF is at hand, else as it stands."""
    draft = writing.interview.draft
    blank = context.session.blanks.get(draft.pack)
    if blank is None or not draft.form:
        return PaperPanel(context, writing, tall=tall)
    return BlankPanel(context, writing, blank, tall=tall)


class BlankPanel(QFrame):
    """Like ``PaperPanel``: its name, what is seen, and the page; nothing takes the focus."""

    shown = Signal(object)

    def __init__(self, context: Context, writing: Writing, blank: bytes, *, tall: bool) -> None:
        super().__init__()
        look, draft = context.look, writing.interview.draft
        self._map = map_of(context.tools.catalogue, draft)
        secret = password_of(draft)
        title = heading(writing.interview.definition)
        self.setAccessibleName(title)
        words = i18n.text("La page de votre PDF. La case de la question est entourée.")
        self._said = Words(look, words, "hint")
        self._preview = Preview(
            look,
            context.jobs,
            lambda: context.tools.viewer(password=secret),
            self._refused,
            tall=tall,
            live=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if not tall:
            column.addWidget(Words(look, title, "subheading"))
        column.addWidget(self._said)
        column.addWidget(self._preview, 1)
        self._preview.show_document(blank, len(self._map.page_sizes), aloud=False)

    def follow(self, _draft: Draft, question: str = "") -> None:
        """Show the page where this question is answered, its boxes outlined."""
        outlines = outlines_of(self._map, question)
        if outlines:
            self._preview.turn_to(outlines[0].page)
        self._preview.outline(outlines)

    def _refused(self, problem: BaseException) -> None:
        self._said.play("error")
        self._said.say(words_of(problem))


def outlines_of(field_map: FieldMap, question: str) -> tuple[Outline, ...]:
    """Return the boxes where the answer to a question goes."""
    found = []
    for place in field_map.place:
        names = text_of(place.value).names or condition_of(place.when).names
        if question in names:
            x, y, wide, high = place.box
            rect = (x, y, x + wide, y + high)
            found.append(Outline(place.page, rect, field_map.page_sizes[place.page - 1], True))
    return tuple(found)
