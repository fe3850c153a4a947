"""Filling on the page: click a box, or choose it in the list, and answer the question it asks.

The list holds the boxes of the page in view, in the order of reading: it is what the keyboard and a
screen reader go through. Same draft, same checks as question by question.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.documents.model import FilledForm
from desktop_app.core.packs.model import FieldMap, Question
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.own_blank import recognise
from desktop_app.gui.page_view import PageView
from desktop_app.gui.paper_panel import PaperPanel
from desktop_app.gui.screens.sur_la_page.answer import AnswerWork
from desktop_app.gui.screens.sur_la_page.boxes import BoxWork
from desktop_app.gui.screens.sur_la_page.list import RowList
from desktop_app.gui.screens.sur_la_page.model import ModelWork, may_keep
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import on_page as page
from desktop_app.pages import page_boxes
from desktop_app.pages.page import Chosen, Gesture
from desktop_app.pages.questions import AnswerBy, GoOn, TakeKnown, Way
from desktop_app.workflow.documents.on_page import Filling, PageRow
from desktop_app.workflow.documents.with_blank import copied
from desktop_app.workflow.interview.definitions import boxes_of
from desktop_app.workflow.safes.blanks import OwnBlank

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

if TYPE_CHECKING:
    from desktop_app.workflow.documents.preview import Glimpse


class OnPage(PageView):
    """Opened with the interview of a form in hand.

    What it says is in ``pages/on_page.py``; answers are given by ``answer.py``, boxes corrected by
    ``boxes.py``.
    """

    # The page stays in view of its answer, also in the smallest window that we know.
    text, next_to_it = 36, 36

    def __init__(self, context: Context, asked: to.OnPage) -> None:
        writing = writing_of(asked.writing)
        super().__init__(context, i18n.text("Remplir sur la page"))
        self._writing = writing
        writing.at("on-page")
        draft = writing.interview.draft
        own = context.session.blanks.get(draft.pack)
        self._own = own.field_map if own is not None else None
        self.filling = filling = Filling(writing, self._field_map())
        context.session.saver = self._unsaved
        self._boxes = BoxWork(self, self, writing)
        self._model = ModelWork(self, writing, self._boxes)
        self._answer = AnswerWork(self, self, writing, self._boxes)
        self._chosen = ""
        pages = self._boxes.pages if draft.form else None
        self._panel = PaperPanel(context, writing, told=False, pages=pages)
        self._preview = self._panel.preview
        self._paper = self.put_aside(self._panel, self._preview.set_tall)
        self.rows = RowList(self.look, self._answer.choose, self._look_at)
        told = page.page(
            writing.interview,
            filling.page,
            filling.pages,
            opened=own is not None,
            may_keep=may_keep(context, writing),
        )
        self.fill(told)
        self._answer.let_undo()
        shortcut = QShortcut(QKeySequence("Ctrl+Z"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.undo)
        self._panel.shown.connect(self._show_values)
        self._preview.turned.connect(self._turned)
        self._preview.pressed.connect(self._clicked)
        self._preview.turn_to(filling.page)
        self._preview.outline(filling.outlines(""))
        self._show_boxes()
        self._panel.follow(draft)
        if asked.correct and (row := filling.of_question(writing.question)) is not None:
            self._boxes.begin(row.places[0])

    def _field_map(self) -> FieldMap:
        return boxes_of(self.context.tools.catalogue, self._writing.interview.draft, self._own)

    def own(self, name: str) -> QWidget:
        """Give the pages, in a narrow window, or the boxes of the one in view."""
        return self.rows if name == page.BOXES else self._paper

    def _open(self, path: str) -> None:
        """Fill the page of this PDF from now on, or say why it is not the form being filled."""
        context, writing = self.context, self._writing
        self._answer.keep()

        def show(_own: OwnBlank) -> None:
            context.navigator.replace(to.OnPage(writing))

        recognise(context, writing, lambda: read_file(path), done=show, failed=self.say_problem)

    def _copy(self) -> None:
        """Go on in a copy of this form of ours, whose boxes can be corrected."""
        context, writing = self.context, self._writing
        self._answer.keep()
        own = copied(writing, context.session.blanks[writing.interview.draft.pack])
        context.session.bring(writing.interview.draft.pack, own)
        writing.keep()
        context.navigator.replace(to.OnPage(writing))

    # ------------------------------------------------------------------ what is shown

    def _show_values(self, made: "Glimpse") -> None:
        """Say in the list what now stands in the boxes."""
        assert isinstance(made.document, FilledForm)
        if not self.filling.fits(made.document.values):
            return
        self.filling.values = made.document.values
        self.outline_again()
        self._show_boxes()

    def follow(self, draft: Draft) -> None:
        """Have the page follow these answers."""
        self._panel.follow(draft)

    def outline(self, question: str) -> None:
        """Outline more strongly the boxes of this question."""
        self._chosen = question
        self._preview.outline(self.filling.outlines(question))

    def _show_boxes(self) -> None:
        """Show the boxes of the page in view as they are now; the answer being given stays open."""
        filling = self.filling
        self.live[page.TITLE].renew((page.title(filling.page, filling.pages),))
        rows = [(row, page.words(filling, row)) for row in filling.rows]
        self._answer.forget(self.rows.show_rows(rows))

    def show_boxes_anew(self) -> None:
        """Show the boxes once they were corrected, and count what can be taken back."""
        draft, seen = self._writing.interview.draft, self._panel.glimpse
        self.filling.renew(self._field_map())
        if seen is not None and seen.draft == draft:  # taken back before it was drawn
            self._show_values(seen)
        else:
            self.outline_again()
            self._show_boxes()
        self.follow(draft)
        self._answer.let_undo()

    def outline_again(self) -> None:
        """Outline the boxes as they are now."""
        self._preview.outline(self.filling.outlines(self._chosen))

    def open_under(self, row: PageRow, widgets: Iterable[QWidget]) -> None:
        """Put something else than an answer under a row."""
        self._answer.row = row
        self.rows.open(row, widgets)

    def close_row(self) -> None:
        """Take away what is under a row; what was typed there is kept."""
        self._answer.keep()
        self._answer.shut()

    def answer_row(self, row: PageRow) -> None:
        """Go to a row, and open its answer."""
        self.go_to_row(row)
        self._answer.choose(row)

    def begin_at(self, gesture: Gesture) -> None:
        """Give the focus to what does this."""
        if (button := self.button_of(gesture)) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_of(self, row: PageRow | None, told: QWidget) -> None:
        """Show above a row what was just done; without one, under the heading."""
        self.clear_problem()
        if row is None:
            self.put_told(told)
        else:
            self.rows.tell(row, told)

    def _turned(self, number: int) -> None:
        self._answer.keep()
        self._answer.shut()
        self.filling.page = number
        self._show_boxes()

    def _clicked(self, number: int, across: float, down: float) -> None:
        row = self.filling.at(number, across, down)
        if row is not None:
            self._answer.choose(row)

    def _look_at(self, row: PageRow) -> None:
        """A row has the focus: its boxes are the ones outlined."""
        if self.question is None:
            self.outline(row.question)

    # ------------------------------------------------------------------ one answer

    @property
    def question(self) -> Question | None:
        """The one being answered."""
        return self._answer.question

    @property
    def answer(self) -> AnswerWidget | None:
        """Return what takes the answer; None where no box is in hand."""
        return self._answer.widget

    def typed_in(self, ask: str) -> None:
        if ask not in (page_boxes.ADDING, page_boxes.MODEL):
            self._answer.typed()

    def undo(self) -> None:
        """Take back what was done last, to an answer or to a box."""
        self._answer.undo()

    def go_to_row(self, row: PageRow) -> None:
        """Show the page of a row, the focus on it."""
        if row.page != self.filling.page:
            self.filling.page = row.page
            self._preview.turn_to(row.page)
        self._show_boxes()
        self.rows.begin(row)

    # ------------------------------------------------------------------ gestures

    def perform(self, gesture: Gesture) -> None:
        """Answer, undo, or go on; or see to the boxes themselves."""
        if self._boxes.perform(gesture) or self._model.perform(gesture):
            return
        row = self._answer.row
        match gesture:
            case page.WriteIt():
                self._answer.write()
            case page.AnswerOther(question) if row is not None:
                self._answer.choose(row, question)
            case page.TakeBack():
                self.undo()
            case Chosen(_, path):
                self._open(path)
            case page_boxes.OwnCopy():
                self._copy()
            case TakeKnown():
                self._answer.take_known()
            case AnswerBy(way):
                self._answer_by(way)
            case GoOn():
                self._answer.keep()
                self._writing.question = ""
                self._writing.keep()
                self.context.navigator.go(to.Check(writing=self._writing))
            case _:
                self._answer.say(gesture)

    def _answer_by(self, way: Way) -> None:
        self._answer.keep()
        if self._writing.question == "" and self._writing.interview.steps:
            self._writing.question = self._writing.interview.steps[0].question.id
        self.context.navigator.back()
        self.context.navigator.go(way(self._writing))

    # ------------------------------------------------------------------ keys, and leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held, enters = QApplication.focusWidget(), event.key() in ENTER
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif enters and self._answer.holds(held):
            self._answer.write()
        elif enters and self._boxes.ends_by_enter(held):
            self._boxes.end()
        elif event.key() == Qt.Key.Key_Delete and (row := self.rows.held) is not None:
            self._boxes.remove_row(row)
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() == Qt.Key.Key_F2:
            self._answer.take_known()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """From an answer, come back to its box; from what is asked, to the list; then leave."""
        if self._boxes.asking:
            self._boxes.drop_adding()
            return
        if self.question is None and not self._boxes.at_work:
            self.step_back()
            return
        self._answer.keep()
        self._answer.shut()
        if (row := self._answer.row) is not None:
            self.go_to_row(self.filling.again(row))

    def step_back(self) -> bool:
        """Go to the page before; what is typed stays, right or wrong."""
        self._answer.keep()
        self.context.navigator.back()
        return True

    def _unsaved(self) -> Any:
        """The page is left, or the safe locks: the first does not run what is returned."""
        self._answer.keep()
        return self._writing.saver()
