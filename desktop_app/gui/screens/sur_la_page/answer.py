"""The answer under a row of the page: opened, kept as one types, said otherwise, taken back."""

import dataclasses
from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import with_answer
from desktop_app.core.packs.model import Question
from desktop_app.gui.accessible import announce
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.screens.sur_la_page.boxes import BoxWork
from desktop_app.gui.screens.sur_la_page.filled_page import FilledPage
from desktop_app.gui.screens.sur_la_page.list import RowList
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.writing import Writing
from desktop_app.pages import on_page as page_value
from desktop_app.pages.page import Does, Gesture
from desktop_app.pages.questions import Ignore, among
from desktop_app.pages.wrong import Confirm, Rewrite, error
from desktop_app.workflow.documents.on_page import PageRow
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import Proposal


class AnsweredPage(FilledPage, Protocol):
    """The page on which a form is filled, for its answers."""

    @property
    def rows(self) -> RowList:
        """The boxes of the page in view."""

    def outline(self, question: str) -> None: ...
    def follow(self, draft: Draft) -> None: ...
    def forget(self, gone: Iterable[QWidget]) -> None: ...
    def let_press(self, ready: bool, *does: Does) -> None: ...
    def mark_wrong(self, wrong: bool) -> None: ...


class AnswerWork(QObject):
    """One answer at a time. What was done last, to an answer or a box, is taken back first.

    Attributes:
        question: the one being answered; None where no answer is open.
        row: its boxes, or those that were in hand last.
    """

    def __init__(
        self, parent: QObject, page: AnsweredPage, writing: Writing, boxes: BoxWork
    ) -> None:
        super().__init__(parent)
        self._page, self._writing, self._boxes = page, writing, boxes
        self.question: Question | None = None
        self.row: PageRow | None = None
        self._known: Proposal | None = None
        self._before: list[tuple[Interview, PageRow] | None] = [None] * boxes.done
        self._touched = self._undoable = False
        self._soon = Autosave(self, self.keep)

    @property
    def widget(self) -> AnswerWidget | None:
        """Return what takes the answer; None where no box is in hand."""
        name = self.question.id if self.question else ""
        return self._page.asks[name].answer(name) if name else None

    def holds(self, held: QWidget | None) -> bool:
        """Tell whether the focus is in the answer."""
        widget = self.widget
        return widget is not None and held is not None and widget.isAncestorOf(held)

    # ------------------------------------------------------------------ opened, and shut

    def choose(self, row: PageRow, question: str = "") -> None:
        """Open the answer of the question that feeds these boxes, or of another one of theirs."""
        self.keep()
        self.shut()
        page, interview = self._page, self._writing.interview
        step = interview.step(question or row.question)
        if step is None:
            announce(page.live[page_value.TITLE], why := page_value.why_not(interview, row))
            page.rows.say_under(row, why)
            return
        self.row, self._undoable = row, False
        self.question, name = step.question, step.question.id
        self._writing.question = name
        self._known = self._writing.known(name)
        wrong = page.filling.wrong(name)
        told = page_value.answering(interview, row, step, self._known, wrong)
        page.rows.open(row, [*page.made(told)])
        if wrong is not None:
            page.asks[name].say_wrong({name: error(wrong)})
            announce(page.live[page_value.TITLE], error(wrong), urgent=True)
        page.outline(row.question)
        page.asks[name].answer(name).begin()

    def shut(self) -> None:
        """Take away what is under a row."""
        self.forget(self._page.rows.shut())
        self._boxes.let_go()

    def forget(self, gone: Iterable[QWidget]) -> None:
        """Know no more what was under a row, which left the page."""
        for widget in gone:
            self._page.forget((widget,))
            self.question = None

    # ------------------------------------------------------------------ kept

    def typed(self) -> None:
        """The page follows what is typed at once, and the safe within a second."""
        self._touched = True
        self._writing.typing()
        self._soon.touched()
        if self.question is not None and self.widget is not None:
            typed = self.widget.answer()
            self._page.follow(with_answer(self._writing.interview.draft, self.question.id, typed))

    def keep(self) -> None:
        """Keep what was typed, right or wrong."""
        self._soon.stop()
        self._boxes.keep()
        if self.question is None or self.widget is None or not self._touched:
            return
        self._touched = False
        said = self._writing.interview.answer(self.question.id, self.widget.answer())
        self._change(said, once=True)
        self._page.follow(self._writing.interview.draft)

    def _change(self, interview: Interview, *, once: bool = False) -> None:
        """Go on with another state of the interview, which can be undone.

        ``once``: an answer being typed, saved many times, is undone as one.
        """
        writing, row = self._writing, self.row
        changed = row is not None and interview.draft != writing.interview.draft
        if row is not None and changed and not (once and self._undoable):
            self._before.append((writing.interview, row))
            self.let_undo()
            self._undoable = once
        writing.interview = interview
        if once:
            writing.keep_typed()
        else:
            writing.keep()

    # ------------------------------------------------------------------ taken back

    def let_undo(self) -> None:
        """Let what can be taken back be, what was done to boxes since then too."""
        self._before += [None] * (self._boxes.done - self._before.count(None))
        self._page.let_press(bool(self._before), page_value.TakeBack())

    def undo(self) -> None:
        """Take back the last answer, or what was done last to a box, its row in hand."""
        self.keep()
        self.shut()
        if not self._before:
            return
        page = self._page
        page.rows.tell_no_more()
        before = self._before.pop()
        page.let_press(bool(self._before), page_value.TakeBack())
        if before is None:
            self._boxes.undo()
            announce(page.live[page_value.TITLE], i18n.text("C’est défait"))
            return
        former, row = before
        form = self._writing.interview.draft.form  # what is done to boxes is taken back apart
        self._writing.hold(dataclasses.replace(former.draft, form=form))
        self._writing.keep()
        page.follow(self._writing.interview.draft)
        row = page.filling.again(row)
        page.go_to_row(row)
        words = i18n.text("C’est défait : {box}").format(box=page_value.words(page.filling, row))
        announce(page.live[page_value.TITLE], words)

    # ------------------------------------------------------------------ given, or said otherwise

    def write(self) -> None:
        """Check the answer; right, the next box is offered; wrong, it says why and stays."""
        if self.question is None or self.row is None:
            return
        name = self.question.id
        if not self._writing.interview.met(name):
            self._touched = True  # an empty answer is one too
        self.keep()
        if self._page.filling.wrong(name) is not None:
            self.choose(self._page.filling.again(self.row), name)
            self._page.mark_wrong(True)
            return
        self.leave()

    def leave(self) -> None:
        """Close an answer that is right, and go to the next box."""
        self.shut()
        page = self._page
        page.mark_wrong(False)
        page.follow(self._writing.interview.draft)
        if (row := self.row) is not None:
            page.go_to_row(page.filling.after(row) or page.filling.again(row))

    def say(self, gesture: Gesture) -> None:
        """Say something else than what is typed: that one does not know, or that it is right."""
        if self.question is None:
            return
        name = self.question.id
        match gesture:
            case Ignore():
                self._soon.stop()
                self._touched = False
                self._change(self._writing.interview.unknown(name))
                self.leave()
            case Confirm():
                self.keep()
                self._change(self._writing.interview.confirm(name))
                self.leave()
            case Rewrite(typed):
                self._page.asks[name].answer(name).put(typed)
                self.typed()
                self.write()

    def take_known(self) -> None:
        """Put what is known in the place of what is typed."""
        question, answer, known = self.question, self.widget, self._known
        if question is None or answer is None or known is None:
            return
        self._known = None
        answer.begin()  # before its button goes with the proposal
        answer.put(known.typed)
        shown = among(self._writing.interview, question, None)
        self._page.live[shown.name].renew(shown.blocks)
        self.typed()
