"""The steps after a paper is made: printed, filed with its next day, its receipt printed.

What is handed to a printer is noted in the safe before and after: killed, it prints nothing twice.
"""

import datetime as dt
from collections.abc import Callable

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.answers.group import Asked, given
from desktop_app.core.errors import AppError
from desktop_app.core.packs.model import Question
from desktop_app.core.pdf import Pdf
from desktop_app.gui.accessible import announce
from desktop_app.gui.errors import words_of
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.in_hand import in_hand
from desktop_app.gui.printing.follow import Follower
from desktop_app.gui.screens.bureau.prints_here import PrintsHere
from desktop_app.gui.screens.bureau.track import FAILED, HANDED, Track
from desktop_app.gui.writing import Writing
from desktop_app.pages import misses
from desktop_app.pages import office_finish as page
from desktop_app.pages import office_receipt as receipt
from desktop_app.pages.page import Text
from desktop_app.sentences.lacking_words import lacking
from desktop_app.sentences.person_words import discreet
from desktop_app.sentences.printing_words import told
from desktop_app.workflow.documents.filing import file_written
from desktop_app.workflow.documents.rendering import Made, expect_proved, move
from desktop_app.workflow.matter import noting
from desktop_app.workflow.matter.happened import ToDo
from desktop_app.workflow.office.gesture import Name, Way
from desktop_app.workflow.office.receipt import facts
from desktop_app.workflow.printing import News, Order


class Steps(PrintsHere):
    """Each step of ``workflow/office/gesture.py`` after the paper is made."""

    writing: Writing
    _draft: Draft
    paper_made: Made | None
    way: Way
    _half: HalfTyped
    _day: dt.date
    _what: str
    _handed = False
    _follower: Follower | None = None
    _sheets = 0

    @property
    def _wants_receipt(self) -> bool:
        return bool(self.asks[page.RECEIPT].typed()[page.RECEIPT])

    def _fill(self) -> None:
        """Make the paper from the answers, if what it stands on is at hand."""
        raise NotImplementedError

    def _say(self, name: Name) -> None:
        step = self.way.of(name)
        words = f"{page.step_words(name)} : {page.state_words(step.state)}. {step.told}"
        announce(self.live[page.STEPS], words.strip(), urgent=step.state == "failed")

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
        track = Track(self.context, in_hand(self.context.session, made), self.writing)

        def make() -> Pdf:
            moved = (
                move(tools, made, offset.dx_mm, offset.dy_mm, ruler_mm=offset.ruler_mm)
                if moves
                else made
            )
            expect_proved(moved)
            track.note(sure=False)
            return moved.pdf

        self.remember(order, receipt=self._wants_receipt)
        self._handed = False
        self.live[page.CAME_OUT].put(())
        self._follower = Follower(self.context.jobs, self._service, hash(made.pdf.data))
        self._follower.told.connect(track.heard())
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
            self.look_for_printers()  # it may be gone, and another one there
        else:
            self.way = self.way.say("print", said.words)
            self.live[page.STEPS].put(tuple(page.steps(self.way)))

    def _file(self, *, with_day: bool = True) -> None:
        """File the paper and put its next day, in one act: nothing stops between the two."""
        tools, made, writing = self.context.tools, self.paper_made, self.writing
        session, draft = self.context.session, self._draft
        safe = session.safe
        assert made is not None
        if safe is None:
            self._fail("file", i18n.text("Aucun coffre n’est ouvert : rien ne peut être rangé."))
            return
        if writing.unsaved:
            writing.keep()  # the answers it was made of, first
        paper = in_hand(session, made)
        printed_on, person = paper.printed_on, session.person
        track, place = Track(self.context, paper, writing), [""]
        noted = with_day and self._read_day() == {}
        note = self._noting(lambda: place[0]) if noted else None
        printed = self.way.of("print").state == "done"

        def work() -> tuple[str, str, bool]:
            with safe.act():
                found = file_written(
                    safe, tools, made, draft, writing, person=person, printed_on=printed_on
                )
                place[0] = found[0]
                if note is not None:
                    note()
                if printed_on is not None or not printed:
                    track.forget()
                return found

        def filed(found: tuple[str, str, bool]) -> None:
            paper.dossier, paper.document, paper.newer = found
            if printed_on is None and paper.printed_on is not None:
                track.say_printed()  # it came out while it was being filed
            if noted:
                self.way = self.way.end("next", page.next_put(self._day, self._what))
            self._ended("file")

        def refused(problem: BaseException) -> None:
            if noted:
                self._half.go_on()
                self._file(with_day=False)  # the day may be what is refused: it is told at its step
            else:
                gone = isinstance(problem, AppError) and problem.code == "not-in-safe"
                self._fail("file", page.gone() if gone else words_of(problem))

        self.context.gestures.do(
            i18n.text("C’est rangé dans le coffre. Vous le retrouvez dans Mes documents."),
            work,
            done=filed,
            failed=refused,
            quiet=True,
        )

    def _read_day(self) -> dict[str, str] | None:
        """Read the next day; return what is wrong with it, None where there is none."""
        typed = {name: self._typed(name) for name in (page.DAY, page.WHAT)}
        if not str(typed[page.DAY]).strip():
            return None
        question = Question(id=page.DAY, kind="date", label=page.next_day_label())
        found = given((Asked(question),), typed, self.context.tools.clock.today())
        wrong = {one.question: i18n.sentence(one.code, one.parameters) for one in found.problems}
        if not wrong:
            day = found.values[page.DAY]
            assert isinstance(day, dt.date)
            self._day = day
            self._what = str(typed[page.WHAT]).strip() or page.receive_next()
        return wrong

    def _next_day(self) -> bool:
        """Tell whether the step goes on: without a day it is left out."""
        wrong = self._read_day()
        if wrong is None:
            self.way = self.way.skip("next")
            self.show_now()
            self._step()
            return False
        self.asks[f"{page.NEXT} {page.DAY}"].say_wrong(wrong)
        if wrong:
            self._fail("next", next(iter(wrong.values())))
            self.asks[f"{page.NEXT} {page.DAY}"].answer(page.DAY).begin()
        return not wrong

    def _typed(self, name: str) -> Typed:
        return self.asks[f"{page.NEXT} {name}"].typed()[name]

    def _noting(self, dossier: Callable[[], str]) -> Callable[[], object]:
        """Return the work that puts the day that was read in a dossier."""
        safe, tools = self.context.session.safe, self.context.tools
        assert safe is not None
        day, what = self._day, self._what
        return self._half.noted_by(lambda: noting.note(tools, safe, dossier(), ToDo(day, what)))

    def _note(self) -> None:
        made = self.paper_made
        assert made is not None
        dossier = in_hand(self.context.session, made).dossier
        put = page.next_put(self._day, self._what)
        self.context.gestures.do(
            i18n.text("Noté dans le dossier."),
            self._noting(lambda: dossier),
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
                self._day if next_done else None,
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
