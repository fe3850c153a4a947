"""Filling on the page: click a box, or choose it in the list, and answer the question it asks.

The list holds the boxes of the page in view, in the order of reading: it is what the keyboard and a
screen reader go through. Same draft, same checks as question by question.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from desktop_app import i18n
from desktop_app.core.answers.validate import with_answer
from desktop_app.gui.accessible import announce
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.context import Context
from desktop_app.gui.screens.sur_la_page.block import Block
from desktop_app.gui.screens.sur_la_page.list import RowList
from desktop_app.gui.screens.sur_la_page.official import OfficialPage
from desktop_app.gui.screens.sur_la_page.panel import PagePanel
from desktop_app.gui.screens.sur_la_page.presenter import OnPagePresenter
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.wide_page import WidePage
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Does
from desktop_app.pages.questions import Way, known_words, ways
from desktop_app.pages.wrong import Rewrite, error, mending
from desktop_app.workflow.documents.on_page import PageRow
from desktop_app.workflow.interview.definitions import map_of
from desktop_app.workflow.interview.interview import Interview, Step


class OnPage(WidePage):
    """Opened with the interview of a form in hand."""

    # The page stays in view of its answer, also in the smallest window that we know.
    text, next_to_it = 36, 36

    def __init__(self, context: Context, asked: to.OnPage) -> None:
        writing = writing_of(asked.writing)
        super().__init__(context.look, i18n.text("Remplir sur la page"))
        self._context, self._writing = context, writing
        field_map = map_of(context.tools.catalogue, writing.interview.draft)
        self._presenter = OnPagePresenter(writing, field_map)
        context.session.saver = self._unsaved
        self._block: Block | None = None
        self._row: PageRow | None = None
        self._before: list[tuple[Interview, PageRow]] = []
        self._touched = self._undoable = False
        self._autosave = Autosave(self, self._take)
        words = i18n.text("Choisissez une case sur la page, ou dans la liste, puis répondez.")
        self.add(Words(self.look, words, "hint"))
        self._panel = PagePanel(context, self._presenter, self._refresh)
        self.add(self.put_aside(self._panel, self._panel.set_tall))
        self._title = Words(self.look, "", "subheading")
        self.add(self._title)
        self._list = RowList(self.look, self._choose, self._look_at)
        self.add(self._list)
        self._official = OfficialPage(context, self, writing, self._show_official)
        self._add_actions()
        self._panel.turned.connect(self._turned)
        self._panel.pressed.connect(self._pressed)
        self._fill()
        self._panel.follow(writing.interview.draft)
        self._official.look_for()

    def _show_official(self, blank: bytes) -> None:
        self._open_official.hide()
        self._panel.show_blank(blank)

    def _add_actions(self) -> None:
        look = self.look
        words = i18n.text("Montrer mon PDF officiel")
        self._open_official = Button(look, words, self._official.ask, role="plain")
        if self._writing.interview.draft.form:  # its PDF is at hand, or asked for at the end
            self._open_official.hide()
        self._undo = Button(look, i18n.text("Défaire"), self.undo, role="plain")
        self._undo.setEnabled(False)
        shortcut = QShortcut(QKeySequence("Ctrl+Z"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.undo)
        self.set_actions(
            Button(look, i18n.text("Continuer"), self._go_on, role="primary"),
            self._undo,
            self._open_official,
            *(
                Button(look, words, partial(self._other, way), role="plain")
                for words, way in ways(self._writing.interview, to.OnPage)
            ),
            Button(look, i18n.text("Retour"), self._go_back, role="plain"),
        )

    # ------------------------------------------------------------------ what is shown

    def _fill(self) -> None:
        """Show the boxes of the page in view; the answer being given stays open."""
        page, pages = self._presenter.page, self._presenter.pages
        self._title.say(i18n.text("Page {page} sur {pages}").format(page=page, pages=pages))
        self._list.show_rows([(row, self._presenter.words(row)) for row in self._presenter.rows])

    def _refresh(self) -> None:
        """Say what stands in each box now; other boxes may be asked than before."""
        self._fill()

    def _turned(self, page: int) -> None:
        self._take()
        self._close()
        self._presenter.page = page
        self._fill()

    def _pressed(self, page: int, across: float, down: float) -> None:
        row = self._presenter.at(page, across, down)
        if row is not None:
            self._choose(row)

    def _look_at(self, row: PageRow) -> None:
        """A row has the focus: its boxes are the ones outlined."""
        if self._block is None:
            self._panel.choose(row.question)

    # ------------------------------------------------------------------ one answer

    def _choose(self, row: PageRow, question: str = "") -> None:
        """Open the answer of the question that feeds these boxes, or of another one of theirs."""
        self._take()
        self._close()
        step = self._writing.interview.step(question or row.question)
        if step is None:
            announce(self._title, why := self._presenter.why_not(row))
            self._list.say_under(row, why)
            return
        self._row, self._undoable = row, False
        self._writing.question = step.question.id
        block = self._block = Block(self.look, step.question)
        block.answer.changed.connect(lambda: self.touched(block))
        interview = self._writing.interview
        block.answer.put(interview.shown(step.question))
        if known := interview.proposal(step.question.id, self._writing.profile):
            words = known_words(interview, step.question, known)
            block.propose(words, known.typed, self._take_proposal)
        self._list.open(row, block, *self._gestures(row, step))
        self._say_wrong(step.question.id)
        self._panel.choose(row.question)
        block.answer.begin()

    def _gestures(self, row: PageRow, step: Step) -> list[Button]:
        look = self.look
        buttons = [Button(look, i18n.text("Écrire sur la page"), self._write, role="primary")]
        if step.question.unknown:
            buttons.append(Button(look, i18n.text("Je ne sais pas"), self._ignore))
        wrong = self._presenter.wrong(step.question.id)
        buttons += [
            Button(look, one.words, partial(self._mend, one.does))
            for one in (mending(wrong) if wrong is not None else ())
        ]
        return buttons + [
            Button(look, words, partial(self._choose, row, name), role="plain")
            for name, words in (
                (row.question, self._presenter.lead(row)),
                *self._presenter.others(row),
            )
            if row.others and name != step.question.id
        ]

    def touched(self, block: Block) -> None:
        """The page follows what is typed at once, and the safe within a second."""
        self._touched = True
        self._writing.typing()
        self._autosave.touched()
        draft = self._writing.interview.draft
        self._panel.follow(with_answer(draft, block.question.id, block.answer.answer()))

    def _take(self) -> None:
        """Keep what was typed, right or wrong."""
        self._autosave.stop()
        block = self._block
        if block is None or not self._touched:
            return
        self._touched = False
        name, typed = block.question.id, block.answer.answer()
        self._change(self._writing.interview.answer(name, typed), once=True)
        self._panel.follow(self._writing.interview.draft)

    def _change(self, interview: Interview, *, once: bool = False) -> None:
        """Go on with another state of the interview, which can be undone.

        ``once``: an answer being typed, saved many times, is undone as one.
        """
        writing, row = self._writing, self._row
        changed = row is not None and interview.draft != writing.interview.draft
        if row is not None and changed and not (once and self._undoable):
            self._before.append((writing.interview, row))
            self._undo.setEnabled(True)
            self._undoable = once
        writing.interview = interview
        if once:
            writing.keep_typed()
        else:
            writing.keep()

    def undo(self) -> None:
        """Take back the last answer, its box in hand."""
        self._take()
        self._close()
        if not self._before:
            return
        self._writing.interview, row = self._before.pop()
        self._undo.setEnabled(bool(self._before))
        self._writing.keep()
        self._panel.follow(self._writing.interview.draft)
        row = self._presenter.again(row)
        self._go_to(row)
        words = i18n.text("C’est défait : {box}").format(box=self._presenter.words(row))
        announce(self._title, words)

    def _close(self) -> None:
        self._list.close()
        self._block = None

    def _write(self) -> None:
        """Check the answer; right, the next box is offered; wrong, it says why and stays."""
        block = self._block
        if block is None or self._row is None:
            return
        if not self._writing.interview.met(block.question.id):
            self._touched = True  # an empty answer is one too
        self._take()
        name = block.question.id
        if self._presenter.wrong(name) is not None:
            self._choose(self._presenter.again(self._row), name)
            self.mark_wrong(True)
            return
        self._leave()

    def _leave(self) -> None:
        """Close an answer that is right, and go to the next box."""
        self._close()
        self.mark_wrong(False)
        self._panel.follow(self._writing.interview.draft)
        if self._row is not None:
            self._go_to(self._presenter.after(self._row) or self._presenter.again(self._row))

    def _go_to(self, row: PageRow) -> None:
        """Show the page of a row, the focus on it."""
        if row.page != self._presenter.page:
            self._presenter.page = row.page
            self._panel.turn_to(row.page)
        self._fill()
        self._list.begin(row)

    def _say_wrong(self, question: str) -> None:
        wrong = self._presenter.wrong(question)
        if self._block is not None and wrong is not None:
            self._block.say_wrong(error(wrong))
            announce(self._title, error(wrong), urgent=True)

    def _ignore(self) -> None:
        if self._block is not None:
            name = self._block.question.id
            self._autosave.stop()
            self._touched = False
            self._change(self._writing.interview.unknown(name))
            self._leave()

    def _mend(self, how: Does) -> None:
        if isinstance(how, Rewrite):
            self._put(how.typed)
        elif self._block is not None:
            self._take()
            name = self._block.question.id
            self._change(self._writing.interview.confirm(name))
            self._leave()

    def _put(self, typed: str) -> None:
        if self._block is not None:
            self._block.answer.put(typed)
            self.touched(self._block)
            self._write()

    def _take_proposal(self) -> None:
        block = self._block
        if block is not None and block.known is not None:
            block.answer.begin()  # before its button goes with the proposal
            block.answer.put(block.known)
            block.propose_nothing()
            self.touched(block)

    # ------------------------------------------------------------------ keys, and leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._in_answer():
            self._write()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() == Qt.Key.Key_F2:
            self._take_proposal()
        else:
            super().keyPressEvent(event)

    def _in_answer(self) -> bool:
        held, block = QApplication.focusWidget(), self._block
        return block is not None and held is not None and block.answer.isAncestorOf(held)

    def _escape(self) -> None:
        """From an answer, come back to its box; from the list, leave."""
        if self._block is None:
            self._go_back()
            return
        self._take()
        self._close()
        if self._row is not None:
            self._go_to(self._presenter.again(self._row))

    def _go_on(self) -> None:
        self._take()
        self._writing.question = ""
        self._writing.keep()
        self._context.navigator.go(to.Check(writing=self._writing))

    def _other(self, way: Way) -> None:
        self._take()
        if self._writing.question == "" and self._writing.interview.steps:
            self._writing.question = self._writing.interview.steps[0].question.id
        self._context.navigator.back()
        self._context.navigator.go(way(self._writing))

    def step_back(self) -> bool:
        self._go_back()
        return True

    def _go_back(self) -> None:
        self._take()
        self._context.navigator.back()

    def _unsaved(self) -> Any:
        """The page is left, or the safe locks: the first does not run what is returned."""
        self._take()
        return self._writing.saver()
