"""Expert mode: every question on one page, by sections; the same answers, kept the same way."""

from bisect import bisect
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.answers.validate import with_answer
from desktop_app.core.packs.model import Section
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.context import Context
from desktop_app.gui.look.look import Look
from desktop_app.gui.screens.questions.blank_panel import paper_panel
from desktop_app.gui.screens.questions.block import Block
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.wide_page import WidePage
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages.questions import Way, known_words, ways
from desktop_app.pages.wrong import error
from desktop_app.workflow.interview.interview import Step, Trouble

FIRST = 4
"""Questions built before the page is shown: the others come while the person reads these."""


class Part(QWidget):
    """A section: its heading, and the questions of it that were asked so far, by rank.

    It is filled before it is shown: Qt lays the whole page out again at each widget that appears.
    """

    def __init__(self, look: Look, section: Section) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._ranks = {question.id: rank for rank, question in enumerate(section.question)}
        self._placed: list[int] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Words(look, i18n.pack_text(section.title), "subheading"))
        self.hide()

    def holds(self, question: str) -> bool:
        """Tell whether a question is of this section."""
        return question in self._ranks

    def insert(self, block: Block) -> None:
        """Put a question at its rank among those already there."""
        rank = self._ranks[block.question.id]
        place = bisect(self._placed, rank)
        self._placed.insert(place, rank)
        self._column.insertWidget(1 + place, block)


class WholeQuestions(WidePage):
    """Questions appear and go as answers open and close them; nothing typed is lost."""

    def __init__(self, context: Context, asked: to.AllQuestions) -> None:
        writing = writing_of(asked.writing)
        super().__init__(context.look, i18n.text("Toutes les questions"))
        self._context, self._writing = context, writing
        writing.whole = True
        context.session.saver = self._unsaved
        self._blocks: dict[str, Block] = {}
        self._parts: list[Part] = []
        self._touched: Block | None = None
        self._more = QTimer(self, interval=0, singleShot=True)
        self._more.timeout.connect(lambda: self._fill(1))
        self._place = QWidget()
        self._list = QVBoxLayout(self._place)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.add(self._place)
        self._autosave = Autosave(self, self._take)
        look = context.look
        self._see = Button(look, i18n.text("Voir la page"), self._see_page, role="plain")
        self.set_actions(
            Button(look, i18n.text("Continuer"), self._go_on, role="primary"),
            self._see,
            *(
                Button(look, words, partial(self._show_otherwise, way))
                for words, way in ways(writing.interview, to.AllQuestions)
            ),
            Button(look, i18n.text("Retour"), self._go_back, role="plain"),
        )
        for section in writing.interview.definition.section:
            part = Part(look, section)
            self._parts.append(part)
            self._list.addWidget(part)
        self._fill(FIRST)
        self._panel = paper_panel(context, writing)
        self.put_beside(self._panel)
        self.widened.connect(self._on_wide)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._left)

    def touched(self, block: Block) -> None:
        """An answer changes: it is in the safe within a second."""
        if self._touched is not None and self._touched is not block:
            self._take()
        self._touched = block
        self._writing.typing()
        self._autosave.touched()
        self._look(block)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F2:
            self._take_proposal(self._held())
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ the paper

    def focus_heading(self) -> None:
        """Begin at the heading; back from the page of paper, at the answer that was left."""
        left = self._writing.question
        if not self._writing.back_from_paper() or not left:
            super().focus_heading()
            return
        self._fill()
        if left in self._blocks:
            self._blocks[left].answer.begin()

    def _on_wide(self, wide: bool) -> None:
        self._see.setHidden(wide)
        self._look()

    def _look(self, block: Block | None = None) -> None:
        """Have the page beside follow what is typed; nothing is made while it is not in view."""
        if not self.wide:
            return
        draft, question = self._writing.interview.draft, ""
        if block is not None:
            question = block.question.id
            draft = with_answer(draft, question, block.answer.answer())
        self._panel.follow(draft, question)

    def _see_page(self) -> None:
        self._take()
        self._writing.looking = True
        self._context.navigator.go(to.PaperSoFar(writing=self._writing))

    # ------------------------------------------------------------------ the list

    def _fill(self, most: int | None = None) -> None:
        """Show the questions asked now; those already there keep their place and their text.

        ``most`` is how many may be built now, to the end of their section; the others follow, one
        section at each turn of the window, so that it answers all the while.
        """
        steps = self._writing.interview.steps
        asked = {step.question.id for step in steps}
        built = 0
        for part in self._parts:  # two sections of a letter may have the same title
            own = [step for step in steps if part.holds(step.question.id)]
            new = [step for step in own if step.question.id not in self._blocks]
            if new and most is not None and built >= most:
                self._more.start()
                break
            for step in new:
                self._build(step, part)
            built += len(new)
            _show(part, bool(own))
        for name, block in self._blocks.items():
            _show(block, name in asked)

    def _build(self, step: Step, part: Part) -> None:
        block = self._blocks[step.question.id] = Block(self, step)
        interview = self._writing.interview
        block.answer.put(interview.shown(step.question))
        if known := interview.proposal(step.question.id, self._writing.profile):
            take = partial(self._take_proposal, block)
            block.propose(known_words(interview, step.question, known), known.typed, take)
        part.insert(block)

    # ------------------------------------------------------------------ gestures

    def _take(self) -> None:
        """Keep the answer that is being typed; ask what it opens."""
        self._autosave.stop()
        block, self._touched = self._touched, None
        if block is None:
            return
        before = [step.question.id for step in self._writing.interview.steps]
        self._writing.say(block.question.id, block.answer.answer())
        self._writing.question = block.question.id
        self._writing.keep_typed()
        if [step.question.id for step in self._writing.interview.steps] != before:
            self._fill()

    def _held(self) -> Block | None:
        """Return the question that has the focus, if any."""
        held = QApplication.focusWidget()
        blocks = self._blocks.values()
        return next((one for one in blocks if held and one.isAncestorOf(held)), None)

    def _take_proposal(self, block: Block | None) -> None:
        """Write what is known in the place of what is typed, and keep it as if it was typed."""
        if block is None or block.known is None:
            return
        self._take()
        self._writing.apart()
        block.answer.begin()  # before its button goes with the proposal
        block.answer.put(block.known)
        block.propose_nothing()
        self.touched(block)
        self._take()
        self._writing.apart()
        self._context.gestures.tell_kept(i18n.text("La réponse connue est reprise."))

    def _left(self, old: QWidget | None, new: QWidget | None) -> None:
        """Another question comes: of the one that was answered nothing is proposed any more."""
        block = next((b for b in self._blocks.values() if old and b.isAncestorOf(old)), None)
        if block is None or (new is not None and block.isAncestorOf(new)):
            return
        if self._touched is block:
            self._take()
        if self._writing.interview.met(block.question.id):
            block.propose_nothing()

    def _go_on(self) -> None:
        self._take()
        self._fill()
        self.clear_problem()
        for step in self._writing.interview.steps:
            if not self._writing.interview.met(step.question.id):
                answer = self._blocks[step.question.id].answer.answer()
                self._writing.say(step.question.id, answer)
        problems = self._writing.interview.troubles
        wrong = {one.question.id: error(one) for one in problems}
        for name, block in self._blocks.items():
            block.say_wrong(wrong.get(name, ""))
        if not problems:
            self._writing.question = ""
            self._writing.keep()
            self._context.navigator.go(to.Check(writing=self._writing))
            return
        self._fill()
        self._writing.keep()
        several = i18n.plural(
            "Erreur : {n} réponse est à corriger.",
            "Erreur : {n} réponses sont à corriger.",
            len(problems),
        )
        self.say_error(several, *(self._link(one) for one in problems))

    def _link(self, trouble: Trouble) -> QWidget:
        button = LongButton(self.look, f"{i18n.pack_text(trouble.question.label)} {error(trouble)}")
        button.clicked.connect(self._blocks[trouble.question.id].answer.begin)
        return button

    def _show_otherwise(self, way: Way) -> None:
        self._take()
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


def _show(widget: QWidget, wanted: bool) -> None:
    if widget.isHidden() == wanted:
        widget.setVisible(wanted)
