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
from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.group import Asked, given
from desktop_app.core.packs.model import Question
from desktop_app.core.pdf import Pdf
from desktop_app.files import read_file
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.in_hand import in_hand, note_printed
from desktop_app.gui.own_blank import recognise
from desktop_app.gui.printing.follow import Follower
from desktop_app.gui.screens.bureau.prints_here import PrintsHere
from desktop_app.gui.starting import paper_of
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import misses
from desktop_app.pages import office_finish as page
from desktop_app.pages import office_receipt as receipt
from desktop_app.pages.page import Answers, Chosen, Gesture, Text
from desktop_app.pages.printing import ALL, may_turn, sheets_told
from desktop_app.pages.standing import STANDING, blocks
from desktop_app.sentences import proof_words
from desktop_app.sentences.lacking_words import lacking
from desktop_app.sentences.person_words import discreet
from desktop_app.sentences.printing_words import told
from desktop_app.workflow.documents.filing import file_written
from desktop_app.workflow.documents.rendering import (
    Made,
    expect_proved,
    make_copy_sheet,
    make_letter,
    make_on_blank,
    move,
)
from desktop_app.workflow.interview.definitions import form_of
from desktop_app.workflow.matter import noting
from desktop_app.workflow.matter.happened import ToDo
from desktop_app.workflow.office.gesture import Name, Way
from desktop_app.workflow.office.receipt import facts
from desktop_app.workflow.printing import News, Order, Printing

HANDED = frozenset({"waiting", "printing", "held", "done", "left"})
"""What a printer has, once it took it."""
FAILED = frozenset({"refused", "failed", "cancelled", "gone", "tired"})


class Finishing(PrintsHere):
    """Opened with the interview in hand. What it says is in ``pages/office_finish.py``.

    ``service`` is another way to print than this system's.
    """

    def __init__(self, context: Context, asked: to.OfficeFinish) -> None:
        service = cast("Printing | None", asked.service)
        super().__init__(context, i18n.text("Remplir, imprimer, ranger"), service)
        self.writing = writing_of(asked.writing)
        self.writing.at("check")
        context.session.saver = self.writing.saver
        self.way = Way()
        self.paper_made: Made | None = None
        self._draft = self.writing.interview.draft
        self._handed = False
        self._follower: Follower | None = None
        self._sheets = 0
        now = context.settings.now
        self.fill(page.page(self.way))
        self.asks[page.RECEIPT].put({page.RECEIPT: (page.RECEIPT,) if now.receipt else ()})
        self._half = HalfTyped(context, self, f"feuille-{self.writing.draft_id or 'neuve'}")
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
        self.context.jobs.run(make, done=self._filled, failed=self._failing("fill"))

    def _filled(self, made: Made) -> None:
        if self.left:
            return
        standing = proof_words.standing(made)
        if not made.proved:
            self._fail("fill", "\n".join([standing.head, *(o.words for o in standing.lines)]))
            return
        self.paper_made = made
        read = proof_words.read_back(made.proof.verified, made.proof.total)
        self.way = self.way.end("fill", read if made.proof.total else standing.head)
        lines = [one for one in standing.lines if read not in one.words]
        self.live[STANDING].put(blocks(lines))
        self.offer_sides()
        self.show_now()

    # ------------------------------------------------------------------ what is shown

    @property
    def may_turn(self) -> bool:
        """Whether its pages may share sheets: those of a letter's kit are for different hands."""
        made = self.paper_made
        return made is not None and may_turn(made, ALL, (1, made.pdf.pages))

    @property
    def _wants_receipt(self) -> bool:
        return bool(self.asks[page.RECEIPT].typed()[page.RECEIPT])

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
        can_print = bool(self.names) or self.way.of("print").state in ("done", "skipped")
        main.say(page.go_words(sheets, self.way))
        main.setEnabled(ready and can_print)
        main.setVisible(self.way.next is not None)
        alone.setEnabled(ready)
        alone.setVisible(self.way.next in ("fill", "print"))

    def _say(self, name: Name) -> None:
        step = self.way.of(name)
        words = f"{page.step_words(name)} : {page.state_words(step.state)}. {step.told}"
        announce(self.live[page.STEPS], words.strip(), urgent=step.state == "failed")

    # ------------------------------------------------------------------ the steps

    def _failing(self, name: Name) -> Callable[[BaseException], None]:
        return lambda problem: self._fail(name, words_of(problem))

    def _fail(self, name: Name, words: str) -> None:
        self.way = self.way.fail(name, words)
        self.show_now()
        self._say(name)

    def _step(self) -> None:
        """Do the step that is next, and go on from there."""
        name = self.way.next
        if name is None or self.way.busy:
            return
        if name == "receipt" and not self._wants_receipt:
            self.way = self.way.skip("receipt")
            self._over()
            return
        if name == "next" and not self._next_day():
            return
        if name == "fill":
            self.way = self.way.say("fill", "")
            self._fill()
            return
        self.way = self.way.begin(name)
        self.show_now()
        {"print": self._print, "file": self._file, "next": self._note, "receipt": self._receipt}[
            name
        ]()

    def _ended(self, name: Name, words: str = "") -> None:
        self.way = self.way.end(name, words)
        self.show_now()
        self._say(name)
        self._step()

    def _print(self) -> None:
        made, tools, order = self.paper_made, self.context.tools, self.order()
        assert made is not None
        kind: misses.Kind = misses.WINDOW if made.is_letter else misses.PAPER
        offset = self.context.settings.offset(kind, order.printer)
        moves = made.is_letter or made.on_paper
        self._sheets = order.sheets(made.pdf)

        def make() -> Pdf:
            moved = (
                move(tools, made, offset.dx_mm, offset.dy_mm, ruler_mm=offset.ruler_mm)
                if moves
                else made
            )
            expect_proved(moved)
            return moved.pdf

        self.remember(order, receipt=self._wants_receipt)
        self._handed = False
        self._follower = Follower(self.context.jobs, self._service, hash(made.pdf.data))
        self._follower.told.connect(self._hear)
        self._follower.send(make, order)

    def _hear(self, news: News) -> None:
        if self.left or self.paper_made is None or self._follower is None:
            return
        refused = words_of(news.problem) if news.problem is not None else ""
        order = self._follower.order
        said = told(news, order.printer, order.sheets(self.paper_made.pdf), refused)
        if not self._handed and news.kind in HANDED:
            self._handed = True
            self._ended("print", said.words)
        elif news.kind in FAILED:
            self._handed = False
            self._fail("print", said.words)
        else:
            self.way = self.way.say("print", said.words)
            self.live[page.STEPS].put(tuple(page.steps(self.way)))
        if news.kind in ("done", "left"):
            note_printed(self.context, self.paper_made)

    def _file(self) -> None:
        session, tools, made, writing = (
            self.context.session,
            self.context.tools,
            self.paper_made,
            self.writing,
        )
        safe, draft = session.safe, self._draft
        assert made is not None
        if safe is None:
            self._fail("file", i18n.text("Aucun coffre n’est ouvert : rien ne peut être rangé."))
            return
        if writing.unsaved:
            writing.keep()  # the answers it was made of, first
        paper = in_hand(session, made)
        printed_on, person = paper.printed_on, session.person

        def filed(found: tuple[str, str, bool]) -> None:
            paper.dossier, paper.document, paper.newer = found
            self._ended("file")

        self.context.gestures.do(
            i18n.text("C’est rangé dans le coffre. Vous le retrouvez dans Mes documents."),
            lambda: file_written(
                safe, tools, made, draft, writing, person=person, printed_on=printed_on
            ),
            done=filed,
            failed=self._failing("file"),
            quiet=True,
        )

    def _next_day(self) -> bool:
        """Read the next day; tell whether the step goes on: without a day it is left out."""
        typed = {name: self._typed(name) for name in (page.DAY, page.WHAT)}
        if not str(typed[page.DAY]).strip():
            self.way = self.way.skip("next")
            self.show_now()
            self._step()
            return False
        question = Question(id=page.DAY, kind="date", label=page.next_day_label())
        found = given((Asked(question),), typed, self.context.tools.clock.today())
        wrong = {one.question: i18n.sentence(one.code, one.parameters) for one in found.problems}
        self.asks[f"{page.NEXT} {page.DAY}"].say_wrong(wrong)
        if wrong:
            self._fail("next", next(iter(wrong.values())))
            self.asks[f"{page.NEXT} {page.DAY}"].answer(page.DAY).begin()
            return False
        self._day = found.values[page.DAY]
        self._what = str(typed[page.WHAT]).strip() or page.receive_next()
        return True

    def _typed(self, name: str) -> Typed:
        return self.asks[f"{page.NEXT} {name}"].typed()[name]

    def _note(self) -> None:
        safe, made, tools = self.context.session.safe, self.paper_made, self.context.tools
        assert safe is not None
        assert made is not None
        dossier, day, what = in_hand(self.context.session, made).dossier, self._day, self._what
        put = page.next_put(day, what)  # type: ignore[arg-type]

        def write() -> None:
            noting.note(tools, safe, dossier, ToDo(day, what))  # type: ignore[arg-type]

        self.context.gestures.do(
            i18n.text("Noté dans le dossier."),
            self._half.noted_by(write),
            done=lambda _none: self._ended("next", put),
            failed=self._not_noted,
            quiet=True,
        )

    def _not_noted(self, problem: BaseException) -> None:
        self._half.go_on()
        self._fail("next", words_of(problem))

    def _receipt(self) -> None:
        safe, made, tools = self.context.session.safe, self.paper_made, self.context.tools
        assert safe is not None
        assert made is not None
        person = self.context.session.person
        next_done = self.way.of("next").state == "done"
        sheets = self._sheets if self.way.of("print").state == "done" else 0

        def make() -> Pdf:
            found, today = facts(safe, made, person), tools.clock.today()
            by_pen = [name for one in lacking(made.prepared.document) for name in one.questions]
            said = receipt.Receipt(
                today,
                found.head,
                discreet(found.name, found.number) if found.name else "",
                i18n.pack_text(found.title),
                sheets,
                found.last_day,
                self._day if next_done else None,  # type: ignore[arg-type]
                self._what if next_done else "",
                tuple(by_pen),
                tuple(map(i18n.pack_text, found.later)),
                found.signs,
            )
            return tools.letters.sheet(receipt.printed(said), today)

        follower = Follower(self.context.jobs, self._service)
        printer = self.printer

        def hear(news: News) -> None:
            if self.left or self.way.of("receipt").state == "done":
                return
            refused = words_of(news.problem) if news.problem is not None else ""
            if news.kind in HANDED:
                self.way = self.way.end("receipt")
                self._over()
            elif news.kind in FAILED:
                self._fail("receipt", told(news, printer, 1, refused).words)

        follower.told.connect(hear)
        follower.send(make, Order(printer))

    def _over(self) -> None:
        """All is done: say so, and where one goes."""
        self.show_now()
        assert self.paper_made is not None
        dossier = in_hand(self.context.session, self.paper_made).dossier
        self.live[page.DONE].put((Text(page.all_done(), "done"), *page.what_now(dossier)))
        announce(self.live[page.DONE], page.all_done())
        self.live[page.DONE].begin()

    # ------------------------------------------------------------------ gestures

    def perform(self, gesture: Gesture) -> None:
        """Go on with the steps, or prepare them otherwise."""
        match gesture:
            case page.Go():
                self._step()
            case page.FileOnly():
                if self.paper_made is not None and not self.way.busy:
                    self.way = self.way.skip("print")
                    self._step()
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
