"""The office's sheet: two columns, known answers in, Enter goes to what is missing."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.validate import read_answer
from desktop_app.core.packs.model import Question
from desktop_app.gui.accessible import announce
from desktop_app.gui.consent import look_at_mandate
from desktop_app.gui.context import Context
from desktop_app.gui.screens.questions.whole import WholeQuestions
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages import office_sheet as page
from desktop_app.pages import wrong
from desktop_app.pages.check import shown as read_back
from desktop_app.pages.page import Block, Gesture, Text
from desktop_app.pages.questions import SeeSoFar
from desktop_app.pages.together import NOT_KNOWN
from desktop_app.workflow.interview import members
from desktop_app.workflow.interview.known import Proposal
from desktop_app.workflow.office import sheet as office

SHOWN_AS_READ = ("date", "amount")
"""Kinds that are written again as they were read, once they are left: "14 3 82" is a day."""


class OfficeSheet(WholeQuestions):
    """Opened with the interview in hand. What it says is in ``pages/office_sheet.py``.

    Known answers are taken as it opens, as one gesture. Tab walks the fields; after something was
    typed it goes, as Enter does, to what is missing.
    """

    where = "sheet"
    text, next_to_it = 62, 27

    def __init__(self, context: Context, asked: to.OfficeSheet) -> None:
        self._pen: tuple[str, ...] = ()
        self._about = Words(context.look, "", "hint")
        self._here = ""
        self._taken: tuple[str, ...] = ()
        self._household: tuple[Block, ...] = ()
        super().__init__(context, asked)
        self._panel.be_bare()

    def _on_wide(self, wide: bool) -> None:
        """See the paper larger, on a page of its own, also where it stands beside."""
        super()._on_wide(wide)
        if (see := self.button_of(SeeSoFar())) is not None:
            see.show()

    def _begin(self) -> None:
        self._take_all()
        sheet = self._sheet()
        self._household = tuple(page.household(sheet))
        self.fill(page.page(sheet))
        self._count()

    def put_beside(self, widget: QWidget, strip: object = None) -> None:
        """Have what is told of the field where one is stand above the paper."""
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._about)
        column.addWidget(widget, 1)
        super().put_beside(beside, strip)  # type: ignore[arg-type]

    def _sheet(self) -> page.Sheet:
        interview = self.writing.interview
        known = office.whence(interview, self.writing.profile)
        household = members.household(interview, self.writing.profile)
        return page.Sheet(interview, office.standing(interview), known, household)

    def _take_all(self) -> None:
        """Put in all that is known, as one gesture that can be undone."""
        interview, taken = office.take_known(self.writing.interview, self.writing.profile)
        if taken:
            self.writing.apart()
            self.writing.interview = interview
            self.writing.keep_typed()
            self.writing.apart()
            self._taken = taken

    def focus_heading(self) -> None:
        """Begin at the heading, and say what was taken; back from elsewhere, where one was."""
        super().focus_heading()
        if self._taken:
            self.context.gestures.tell_kept(page.taken_words(len(self._taken)))
            self._taken = ()

    # ------------------------------------------------------------------ what stands there

    def _proposed(self) -> dict[str, Proposal | None]:
        return {}  # all that is known is in the fields

    def _renew(self) -> None:
        sheet = self._sheet()
        self.live[page.FIELDS].renew(tuple(page.fields(sheet)))
        self._tell_known(sheet)

    def _propose_nothing(self, question: str) -> None:
        """Nothing is proposed beside a field."""

    def _tell_known(self, sheet: page.Sheet) -> None:
        """Say beside each field what is known of it now, or that it is for the pen."""
        for step in sheet.interview.steps:
            if (ask := self.asks.get(step.question.id)) is not None:
                told = page.field(sheet, step.question)
                ask.tell(told.told, told.heard)

    def _count(self) -> None:
        """Say how many answers are missing, on the page and in the bar."""
        told = page.missing_words(office.standing(self.writing.interview))
        self.live[page.COUNT].put((Text(told, "label"),))
        self._tell_household()
        self.lead(told)
        if self.isVisible():
            self.context.navigator.show_matters(told.rstrip("."))

    def _tell_household(self) -> None:
        """Say who lives with the person, as soon as it changes."""
        told = tuple(page.household(self._sheet()))
        if told != self._household:
            self._household = told
            self.live[page.HOUSEHOLD].put(told)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._count()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the place of the bar back to how many days are left."""
        super().hideEvent(event)
        self.context.navigator.show_matters("")
        self.writing.show_days()

    def typed_in(self, ask: str) -> None:
        """An answer changes: it is one's own from now on."""
        if self._touched != ask and ask in self.asks:
            self.asks[ask].tell("", "")
        super().typed_in(ask)
        if self.asks[ask].answer(ask).in_group:
            self.autosave.now()  # what a choice opens is asked at once

    def keep(self) -> None:
        """Keep the answer that is being typed; ask what it opens; count again."""
        name = self._touched
        if name and self.answer_of(name).answer() == NOT_KNOWN:
            self.autosave.stop()
            self._touched = ""
            self.writing.interview = self.writing.interview.unknown(name)
            self.writing.question = name
            self.writing.keep_typed()
            self._renew()
        else:
            super().keep()
        self._count()

    # ------------------------------------------------------------------ from field to field

    def _left(self, old: QWidget | None, new: QWidget | None) -> None:
        """Judge what was left, beside it; say of what one comes to all that helps."""
        question, here = self._at(old), self._at(new)
        if question and here != question:
            if self._touched == question:
                self.keep()
            self._judge(question)
        if here and here != self._here:
            self._here = here
            self._say_about(here)
        if here and isinstance(new, QPlainTextEdit):
            new.removeEventFilter(self)
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a text that is empty goes on, as elsewhere; with Ctrl, from any."""
        if (
            isinstance(watched, QPlainTextEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            control = Qt.KeyboardModifier.ControlModifier
            if event.modifiers() & control or not watched.toPlainText():
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _judge(self, name: str) -> None:
        interview = self.writing.interview
        step = interview.step(name)
        if step is None or name not in self.asks:
            return
        trouble = interview.trouble(name) if interview.draft.answers.get(name) else None
        self.asks[name].say_wrong({name: wrong.error(trouble)} if trouble is not None else {})
        if trouble is None and step.question.kind in SHOWN_AS_READ:
            self._write_as_read(step.question)

    def _write_as_read(self, question: Question) -> None:
        typed = self.answer_of(question.id).answer()
        reading = read_answer(typed, question, self.writing.interview.today) if typed else None
        if reading is not None and reading.problem is None:
            told = KINDS[question.kind].show(reading.value)
            if told != typed:
                self.answer_of(question.id).put(told)
                self.writing.say(question.id, told)

    def _say_about(self, name: str) -> None:
        step = self.writing.interview.step(name)
        if step is None:
            return
        value = self.writing.interview.values.get(name)
        answer = read_back(step.question, value) if value and step.question.kind == "date" else ""
        sheet = self._sheet()
        lines = page.about(sheet, step.question, answer)
        self._about.say("\n".join(lines))
        # The field's own name has just said since when it is known: it comes last here.
        if hint := lines[1 : -1 if name in sheet.known else None]:
            announce(self._about, " ".join(hint))

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """After something was typed, go to what is missing."""
        here = self._at(QApplication.focusWidget())
        if forward and here and self._touched == here and self._go_to_missing(here):
            return True
        return super().focusNextPrevChild(forward)

    def _go_to_missing(self, question: str) -> bool:
        """Go to what is missing after a question; tell whether something is."""
        if self._touched:
            self.keep()
        interview = self.writing.interview
        order = [step.question.id for step in interview.steps]
        following = office.standing(interview).next_missing(question, order)
        if not following:
            return False
        if following not in self.asks:
            self.finish()
        self.answer_of(following).begin()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the answer that is missing, and to the main action once none is."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = QApplication.focusWidget()
        here = self._at(held)
        if not enters or event.isAutoRepeat() or not (here or held is self.heading):
            if enters or not self._steps(event, here, held):
                super().keyPressEvent(event)
            return
        if not self._go_to_missing(here):
            if (main := self.button_of(page.Finish())) is not None:
                main.setFocus(Qt.FocusReason.TabFocusReason)
            if not office.standing(self.writing.interview).wrong:
                announce(self, page.nothing_missing())

    def _steps(self, event: QKeyEvent, here: str, held: QWidget | None) -> bool:
        """Go to the field before or after by an arrow, from a line; tell whether one does."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None or not here or isinstance(held, QPlainTextEdit):
            return False
        order = [step.question.id for step in self.writing.interview.steps]
        at = order.index(here) + by if here in order else -1
        if not 0 <= at < len(order):
            return False
        if order[at] not in self.asks:
            self.finish()
        self.answer_of(order[at]).begin()
        return True

    # ------------------------------------------------------------------ gestures

    def perform(self, gesture: Gesture) -> None:
        """Fill the paper, leave the rest to the pen, or what the questions do."""
        match gesture:
            case page.TakeHousehold():
                self._take_household()
            case page.Finish():
                self._finish()
            case page.RestByPen():
                self._ask_again() if self._pen else self._leave_to_pen()
            case _:
                super().perform(gesture)

    def _take_household(self) -> None:
        """Take in all those of the household as one gesture, and say who they are."""
        self.keep()
        interview, _taken = office.take_household(self.writing.interview, self.writing.profile)
        self.writing.apart()
        self.writing.interview = interview
        self._kept_apart()
        self.context.gestures.tell_kept(page.household_taken(interview))
        self._go_to_missing("")  # what was pressed is there no more

    def _leave_to_pen(self) -> None:
        self.keep()
        before = self.writing.interview
        self.writing.apart()
        self._pen = office.standing(before).missing
        self.writing.interview = office.rest_by_pen(before)
        self._kept_apart()
        self.context.gestures.tell_kept(page.left_to_pen(len(self._pen)))

    def _ask_again(self) -> None:
        self.keep()
        self.writing.apart()
        self.writing.interview = office.ask_again(self.writing.interview, self._pen)
        self._pen = ()
        self._kept_apart()

    def _kept_apart(self) -> None:
        self.writing.keep_typed()
        self.writing.apart()
        self._renew()
        self._count()
        if isinstance(button := self.button_of(page.RestByPen()), Button):
            button.say(page.rest(by_pen=bool(self._pen)).words)

    def _finish(self) -> None:
        """Go on when every answer is right; what is missing stays blank on the paper."""
        self.keep()
        self.clear_problem()
        interview = self.writing.interview
        told = {one.question.id: wrong.error(one) for one in interview.troubles}
        problem = wrong.of_several(interview)
        if problem is not None:
            self.finish()
            for ask in self.asks.values():
                ask.say_wrong(told)
            self.tell_problem(problem)
            return
        for step in interview.steps:
            at_first = "" if interview.met(step.question.id) else interview.at_first(step.question)
            if at_first:
                self.writing.say(step.question.id, at_first)
        self.writing.keep()
        then, navigator = to.OfficeFinish(self.writing), self.context.navigator
        look_at_mandate(self.context, self.writing, then, lambda: navigator.go(then))
