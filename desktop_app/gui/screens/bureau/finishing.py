"""One gesture: the paper is made and proved, printed, filed, its next day put, its receipt printed.

``workflow/office/gesture.py`` says which step is next; what was handed to a printer is handed over
once, whatever key is struck twice.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app import i18n
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.in_hand import in_hand
from desktop_app.gui.own_blank import recognise
from desktop_app.gui.screens.bureau.finishing_steps import Steps
from desktop_app.gui.starting import paper_of
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import office_finish as page
from desktop_app.pages.page import Answers, Chosen, Gesture, Text
from desktop_app.pages.printing import ALL, may_turn, sheets_told
from desktop_app.pages.standing import STANDING, blocks
from desktop_app.sentences import proof_words
from desktop_app.workflow.documents.rendering import (
    Made,
    make_copy_sheet,
    make_letter,
    make_on_blank,
)
from desktop_app.workflow.interview.definitions import form_of
from desktop_app.workflow.office import handed
from desktop_app.workflow.office.gesture import Way
from desktop_app.workflow.printing import Printing

HANDED = frozenset({"waiting", "printing", "held", "done", "left"})
"""What a printer has, once it took it."""
FAILED = frozenset({"refused", "failed", "cancelled", "gone", "tired"})


class Finishing(Steps):
    """Opened with the interview in hand. What it says is in ``pages/office_finish.py``.

    ``service`` is another way to print than this system's.
    """

    def __init__(self, context: Context, asked: to.OfficeFinish) -> None:
        service = cast("Printing | None", asked.service)
        super().__init__(context, i18n.text("Remplir, imprimer, ranger"), service)
        self.writing = writing_of(asked.writing)
        self.writing.at("finish")
        context.session.saver = self.writing.saver
        self.way = Way()
        self.paper_made: Made | None = None
        self._draft = self.writing.interview.draft
        now = context.settings.now
        self.fill(page.page(self.way))
        self.asks[page.RECEIPT].put({page.RECEIPT: (page.RECEIPT,) if now.receipt else ()})
        safe = context.session.safe
        if safe is None or safe.read_only:
            self._begin()
            return
        if self.writing.unsaved:
            self.writing.apart()
        context.jobs.run(lambda: None, done=lambda _none: self._begin(), failed=self.say_problem)

    def _begin(self) -> None:
        """Begin once the answers have their id: by it, and hers, is called what is typed here."""
        if self.left:
            return
        whose = f"feuille-{self.writing.person}-{self.writing.draft_id or 'neuve'}"
        self._half = HalfTyped(self.context, self, whose)
        for name in (page.DAY, page.WHAT):
            self._half.watch(name, self.asks[f"{page.NEXT} {name}"].answer(name))
        self._half.put_back()
        self._fill()
        self.look_for_printers()

    # ------------------------------------------------------------------ the paper

    def _fill(self) -> None:
        """Make the paper from the answers, if what it stands on is at hand."""
        tools, draft, today = self.context.tools, self._draft, self.context.tools.clock.today()
        if self._is_letter:
            self._make(lambda: make_letter(tools, draft, today))
            return
        own = self.context.session.blanks.get(draft.pack)
        definition = form_of(tools.catalogue, draft)
        if own is None:
            prepared = bool(definition.prepared)
            self.live[page.WAYS].put(page.without_blank(prepared=prepared))
            return
        held = own.field_map.edition
        successor = definition.successor if definition.withdrawn else ""
        known = "" if draft.form else definition.edition
        self.live[page.WAYS].put(page.newer_edition(held, known, successor))
        self._make(lambda: make_on_blank(tools, draft, today, own.data))

    @property
    def _is_letter(self) -> bool:
        from desktop_app.core.packs.model import LetterDefinition

        return isinstance(self.writing.interview.definition, LetterDefinition)

    def _make(self, make: Callable[[], Made]) -> None:
        self.way = self.way.begin("fill")
        self.show_now()
        safe, writing = self.context.session.safe, self.writing

        def work() -> tuple[Made, handed.Handed | None]:
            made = make()
            if safe is None:
                return made, None
            return made, handed.of(safe, writing.person, writing.draft_id, made.pdf)

        self.context.jobs.run(work, done=self._filled, failed=self._failing("fill"))

    def _filled(self, found: tuple[Made, handed.Handed | None]) -> None:
        if self.left:
            return
        made, before = found
        standing = proof_words.standing(made)
        if not made.proved:
            self._fail("fill", "\n".join([standing.head, *(o.words for o in standing.lines)]))
            return
        self.paper_made = made
        read = proof_words.read_back(made.proof.verified, made.proof.total)
        self.way = self.way.end("fill", read if made.proof.total else standing.head)
        lines = [one for one in standing.lines if read not in one.words]
        self.live[STANDING].put(blocks(lines))
        if before is not None and self.way.next == "print":
            self._was_handed(before)
        self.offer_sides()
        self.show_now()

    def _was_handed(self, before: handed.Handed) -> None:
        """Go on from where the program was stopped: nothing is printed twice unseen."""
        assert self.paper_made is not None
        if before.sure:
            in_hand(self.context.session, self.paper_made).printed_on = before.day
            self.way = self.way.end("print", page.handed_before(before.day))
        else:
            self.way = self.way.fail("print", page.perhaps_out())
            self.live[page.CAME_OUT].put(page.came_out(before.day))
            self._say("print")

    # ------------------------------------------------------------------ what is shown

    @property
    def may_turn(self) -> bool:
        """Whether its pages may share sheets: those of a letter's kit are for different hands."""
        made = self.paper_made
        return made is not None and may_turn(made, ALL, (1, made.pdf.pages))

    def show_now(self) -> None:
        """Show how far it is, and what can be done."""
        self.live[page.STEPS].put(tuple(page.steps(self.way)))
        made, order = self.paper_made, self.order()
        sheets = order.sheets(made.pdf) if made is not None else 0
        words = sheets_told(sheets, both=order.both_sides) if sheets else ""
        printed = self.way.of("print").state == "done"
        self.live[page.SHEETS].put((Text(words),) if words and not printed else ())
        ready = made is not None and not self.way.busy and self.way.next is not None
        main, alone = self.button_of(page.Go()), self.button_of(page.FileOnly())
        assert isinstance(main, Button)
        assert alone is not None
        can_print = bool(self.names) or self.way.of("print").state != "waits"
        main.say(page.go_words(sheets, self.way))
        main.setEnabled(ready and can_print)
        main.setVisible(self.way.next is not None)
        alone.setEnabled(ready)
        alone.setVisible(self.way.next in ("fill", "print"))

    # ------------------------------------------------------------------ gestures

    def perform(self, gesture: Gesture) -> None:
        """Go on with the steps, or prepare them otherwise."""
        match gesture:
            case page.Go() if self.way.next == "print" and not self.names:
                self.look_for_printers()  # it failed: one may be there again
            case page.Go():
                self._step()
            case page.FileOnly() | page.CameOut():
                self._file_alone(gesture)
            case page.PrintAgain():
                self._print_again()
            case page.CopySheet():
                tools, today = self.context.tools, self.context.tools.clock.today()
                self.live[page.WAYS].put(())
                self._make(lambda: make_copy_sheet(tools, self._draft, today))
            case page.Otherwise():
                self.do(paper_of(self.writing))
            case Chosen(_, path):
                self._choose_blank(path)
            case Answers(page.PRINTER):
                self.look_at(self.printer)
            case Answers():
                self.show_now()

    def _file_alone(self, gesture: Gesture) -> None:
        """File what is not to be printed, or came out before the program stopped."""
        if self.paper_made is None or self.way.busy:
            return
        self.live[page.CAME_OUT].put(())
        if isinstance(gesture, page.CameOut):
            in_hand(self.context.session, self.paper_made).printed_on = gesture.day
            self._ended("print")
        else:
            self.way = self.way.skip("print")
            self._step()

    def _print_again(self) -> None:
        """Print once more, because it was asked: what is filed stays so."""
        if not self.way.busy:
            self.way = self.way.fail("print", "")
            self.live[page.DONE].put(())
            self._step()

    def _choose_blank(self, path: str) -> None:
        def known(_own: object) -> None:
            self.writing.keep()
            self._fill()

        recognise(
            self.context,
            self.writing,
            lambda: read_file(path),
            done=known,
            failed=self.say_problem,
        )

    def step_back(self) -> bool:
        """Stay while a step is being done: it would end unseen."""
        if self.way.busy:
            return True
        return super().step_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line goes to the main action, which the next Enter presses."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        main = self.button_of(page.Go())
        if enters and isinstance(QApplication.focusWidget(), QLineEdit) and main is not None:
            main.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
