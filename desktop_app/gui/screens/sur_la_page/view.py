"""Filling on the page: click a box, or choose it in the list, and answer the question it asks.

The list holds the boxes of the page in view, in the order of reading: it is what the keyboard and a
screen reader go through. Same draft, same checks as question by question.
"""

import dataclasses
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import i18n
from desktop_app.core.answers.validate import with_answer
from desktop_app.core.documents.model import FilledForm
from desktop_app.core.packs.model import FieldMap, Question
from desktop_app.files import read_file
from desktop_app.gui.accessible import announce
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.context import Context
from desktop_app.gui.own_blank import recognise
from desktop_app.gui.page_view import PageView
from desktop_app.gui.paper_panel import PaperPanel
from desktop_app.gui.screens.sur_la_page.boxes import BoxWork
from desktop_app.gui.screens.sur_la_page.list import RowList
from desktop_app.gui.screens.sur_la_page.model import ModelWork, may_keep
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import on_page as page
from desktop_app.pages import page_boxes
from desktop_app.pages.page import Chosen, Gesture
from desktop_app.pages.questions import AnswerBy, GoOn, Ignore, TakeKnown, Way, among
from desktop_app.pages.wrong import Confirm, Rewrite, error
from desktop_app.workflow.documents.on_page import Filling, PageRow
from desktop_app.workflow.documents.preview import Glimpse
from desktop_app.workflow.interview.definitions import boxes_of
from desktop_app.workflow.interview.interview import Interview, Proposal
from desktop_app.workflow.safes.blanks import OwnBlank


class OnPage(PageView):
    """Opened with the interview of a form in hand; ``question`` is the one being answered.

    What it says is in ``pages/on_page.py``.
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
        self.question: Question | None = None
        self._known: Proposal | None = None
        self._in_hand: PageRow | None = None
        self._boxes = BoxWork(self, self, writing)
        self._model = ModelWork(self, writing, self._boxes)
        self._before: list[tuple[Interview, PageRow] | None] = [None] * self._boxes.done
        self._touched = self._undoable = False
        self._chosen = ""
        self._autosave = Autosave(self, self._keep)
        pages = self._boxes.pages if draft.form else None
        self._panel = PaperPanel(context, writing, told=False, pages=pages)
        self._preview = self._panel.preview
        self._paper = self.put_aside(self._panel, self._preview.set_tall)
        self._list = RowList(self.look, self._choose, self._look_at)
        told = page.page(
            writing.interview,
            filling.page,
            filling.pages,
            opened=own is not None,
            may_keep=may_keep(context, writing),
        )
        self.fill(told)
        self.let_press(bool(self._before), page.TakeBack())
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
        return self._list if name == page.BOXES else self._paper

    def _open(self, path: str) -> None:
        """Fill the page of this PDF from now on, or say why it is not the form being filled."""
        context, writing = self.context, self._writing
        self._keep()

        def show(_own: OwnBlank) -> None:
            context.navigator.replace(to.OnPage(writing))

        recognise(context, writing, lambda: read_file(path), done=show, failed=self.say_problem)

    # ------------------------------------------------------------------ what is shown

    def _show_values(self, made: Glimpse) -> None:
        """Say in the list what now stands in the boxes."""
        assert isinstance(made.document, FilledForm)
        if not self.filling.fits(made.document.values):
            return
        self.filling.values = made.document.values
        self.outline_again()
        self._show_boxes()

    def _outline(self, question: str) -> None:
        """Outline more strongly the boxes of this question."""
        self._chosen = question
        self._preview.outline(self.filling.outlines(question))

    def _show_boxes(self) -> None:
        """Show the boxes of the page in view as they are now; the answer being given stays open."""
        filling = self.filling
        self.live[page.TITLE].renew((page.title(filling.page, filling.pages),))
        rows = [(row, page.words(filling, row)) for row in filling.rows]
        self._forget_answer(self._list.show_rows(rows))

    def show_boxes_anew(self) -> None:
        """Show the boxes once they were corrected, and count what can be taken back."""
        draft, seen = self._writing.interview.draft, self._panel.glimpse
        self.filling.renew(self._field_map())
        if seen is not None and seen.draft == draft:  # taken back before it was drawn
            self._show_values(seen)
        else:
            self.outline_again()
            self._show_boxes()
        self._panel.follow(draft)
        more = self._boxes.done - self._before.count(None)
        self._before += [None] * more
        self.let_press(bool(self._before), page.TakeBack())

    def outline_again(self) -> None:
        """Outline the boxes as they are now."""
        self._preview.outline(self.filling.outlines(self._chosen))

    def open_under(self, row: PageRow, widgets: Iterable[QWidget]) -> None:
        """Put something else than an answer under a row."""
        self._in_hand = row
        self._list.open(row, widgets)

    def close_row(self) -> None:
        """Take away what is under a row; what was typed there is kept."""
        self._keep()
        self._close()

    def answer_row(self, row: PageRow) -> None:
        """Go to a row, and open its answer."""
        self._go_to(row)
        self._choose(row)

    def go_to_row(self, row: PageRow) -> None:
        """Go to a row."""
        self._go_to(row)

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
            self._list.tell(row, told)

    def _turned(self, number: int) -> None:
        self._keep()
        self._close()
        self.filling.page = number
        self._show_boxes()

    def _clicked(self, number: int, across: float, down: float) -> None:
        row = self.filling.at(number, across, down)
        if row is not None:
            self._choose(row)

    def _look_at(self, row: PageRow) -> None:
        """A row has the focus: its boxes are the ones outlined."""
        if self.question is None:
            self._outline(row.question)

    # ------------------------------------------------------------------ one answer

    @property
    def answer(self) -> AnswerWidget | None:
        """Return what takes the answer; None where no box is in hand."""
        return self.asks[self.question.id].answer(self.question.id) if self.question else None

    def _choose(self, row: PageRow, question: str = "") -> None:
        """Open the answer of the question that feeds these boxes, or of another one of theirs."""
        self._keep()
        self._close()
        interview = self._writing.interview
        step = interview.step(question or row.question)
        if step is None:
            announce(self.live[page.TITLE], why := page.why_not(interview, row))
            self._list.say_under(row, why)
            return
        self._in_hand, self._undoable = row, False
        self.question, name = step.question, step.question.id
        self._writing.question = name
        self._known = self._writing.known(name)
        wrong = self.filling.wrong(name)
        told = page.answering(interview, row, step, self._known, wrong)
        self._list.open(row, [*self.made(told)])
        if wrong is not None:
            self.asks[name].say_wrong({name: error(wrong)})
            announce(self.live[page.TITLE], error(wrong), urgent=True)
        self._outline(row.question)
        self.asks[name].answer(name).begin()

    def typed_in(self, ask: str) -> None:
        """The page follows what is typed at once, and the safe within a second."""
        if ask in (page_boxes.ADDING, page_boxes.MODEL):
            return
        self._touched = True
        self._writing.typing()
        self._autosave.touched()
        if self.question is not None and self.answer is not None:
            typed = self.answer.answer()
            draft = with_answer(self._writing.interview.draft, self.question.id, typed)
            self._panel.follow(draft)

    def _keep(self) -> None:
        """Keep what was typed, right or wrong."""
        self._autosave.stop()
        self._boxes.keep()
        if self.question is None or self.answer is None or not self._touched:
            return
        self._touched = False
        said = self._writing.interview.answer(self.question.id, self.answer.answer())
        self._change(said, once=True)
        self._panel.follow(self._writing.interview.draft)

    def _change(self, interview: Interview, *, once: bool = False) -> None:
        """Go on with another state of the interview, which can be undone.

        ``once``: an answer being typed, saved many times, is undone as one.
        """
        writing, row = self._writing, self._in_hand
        changed = row is not None and interview.draft != writing.interview.draft
        if row is not None and changed and not (once and self._undoable):
            self._before.append((writing.interview, row))
            self.let_press(True, page.TakeBack())
            self._undoable = once
        writing.interview = interview
        if once:
            writing.keep_typed()
        else:
            writing.keep()

    def undo(self) -> None:
        """Take back the last answer, its box in hand."""
        self._keep()
        self._close()
        if not self._before:
            return
        self._list.tell_no_more()
        before = self._before.pop()
        self.let_press(bool(self._before), page.TakeBack())
        if before is None:
            self._boxes.undo()
            announce(self.live[page.TITLE], i18n.text("C’est défait"))
            return
        former, row = before
        form = self._writing.interview.draft.form  # what is done to boxes is taken back apart
        self._writing.hold(dataclasses.replace(former.draft, form=form))
        self._writing.keep()
        self._panel.follow(self._writing.interview.draft)
        row = self.filling.again(row)
        self._go_to(row)
        words = i18n.text("C’est défait : {box}").format(box=page.words(self.filling, row))
        announce(self.live[page.TITLE], words)

    def _close(self) -> None:
        self._forget_answer(self._list.shut())
        self._boxes.let_go()

    def _forget_answer(self, gone: Iterable[QWidget]) -> None:
        for widget in gone:
            self.forget((widget,))
            self.question = None

    def _write(self) -> None:
        """Check the answer; right, the next box is offered; wrong, it says why and stays."""
        if self.question is None or self._in_hand is None:
            return
        name = self.question.id
        if not self._writing.interview.met(name):
            self._touched = True  # an empty answer is one too
        self._keep()
        if self.filling.wrong(name) is not None:
            self._choose(self.filling.again(self._in_hand), name)
            self.mark_wrong(True)
            return
        self._leave()

    def _leave(self) -> None:
        """Close an answer that is right, and go to the next box."""
        self._close()
        self.mark_wrong(False)
        self._panel.follow(self._writing.interview.draft)
        if (row := self._in_hand) is not None:
            self._go_to(self.filling.after(row) or self.filling.again(row))

    def _go_to(self, row: PageRow) -> None:
        """Show the page of a row, the focus on it."""
        if row.page != self.filling.page:
            self.filling.page = row.page
            self._preview.turn_to(row.page)
        self._show_boxes()
        self._list.begin(row)

    # ------------------------------------------------------------------ gestures

    def perform(self, gesture: Gesture) -> None:
        """Answer, undo, or go on; or see to the boxes themselves."""
        if self._boxes.perform(gesture) or self._model.perform(gesture):
            return
        row = self._in_hand
        match gesture:
            case page.WriteIt():
                self._write()
            case page.AnswerOther(question) if row is not None:
                self._choose(row, question)
            case page.TakeBack():
                self.undo()
            case Chosen(_, path):
                self._open(path)
            case TakeKnown():
                self._take_known()
            case AnswerBy(way):
                self._answer_by(way)
            case GoOn():
                self._keep()
                self._writing.question = ""
                self._writing.keep()
                self.context.navigator.go(to.Check(writing=self._writing))
            case _ if self.question is not None:
                self._say(self.question.id, gesture)

    def _say(self, question: str, gesture: Gesture) -> None:
        """Say something else than what is typed: that one does not know, or that it is right."""
        match gesture:
            case Ignore():
                self._autosave.stop()
                self._touched = False
                self._change(self._writing.interview.unknown(question))
                self._leave()
            case Confirm():
                self._keep()
                self._change(self._writing.interview.confirm(question))
                self._leave()
            case Rewrite(typed):
                self.asks[question].answer(question).put(typed)
                self.typed_in(question)
                self._write()

    def _take_known(self) -> None:
        """Put what is known in the place of what is typed."""
        question, answer, known = self.question, self.answer, self._known
        if question is None or answer is None or known is None:
            return
        self._known = None
        answer.begin()  # before its button goes with the proposal
        answer.put(known.typed)
        shown = among(self._writing.interview, question, None)
        self.live[shown.name].renew(shown.blocks)
        self.typed_in(question.id)

    def _answer_by(self, way: Way) -> None:
        self._keep()
        if self._writing.question == "" and self._writing.interview.steps:
            self._writing.question = self._writing.interview.steps[0].question.id
        self.context.navigator.back()
        self.context.navigator.go(way(self._writing))

    # ------------------------------------------------------------------ keys, and leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._in_answer():
            self._write()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._boxes.ends_by_enter(
            QApplication.focusWidget()
        ):
            self._boxes.end()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() == Qt.Key.Key_F2:
            self._take_known()
        else:
            super().keyPressEvent(event)

    def _in_answer(self) -> bool:
        held, answer = QApplication.focusWidget(), self.answer
        return answer is not None and held is not None and answer.isAncestorOf(held)

    def _escape(self) -> None:
        """From an answer, come back to its box; from what is asked, to the list; then leave."""
        if self._boxes.asking:
            self._boxes.drop_adding()
            return
        if self.question is None and not self._boxes.at_work:
            self.step_back()
            return
        self._keep()
        self._close()
        if self._in_hand is not None:
            self._go_to(self.filling.again(self._in_hand))

    def step_back(self) -> bool:
        """Go to the page before; what is typed stays, right or wrong."""
        self._keep()
        self.context.navigator.back()
        return True

    def _unsaved(self) -> Any:
        """The page is left, or the safe locks: the first does not run what is returned."""
        self._keep()
        return self._writing.saver()
