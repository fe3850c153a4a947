"""Printing, or saving, then posting: how many sheets is said before anything is printed."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.offset import Offset
from desktop_app.core.pdf import Pdf
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.in_hand import note_printed
from desktop_app.gui.keeping import offer_second_key
from desktop_app.gui.printing.confirming import confirm
from desktop_app.gui.printing.follow import Follower
from desktop_app.gui.printing.ways import printing
from desktop_app.gui.screens.coffre.day_backup import make_day_backup
from desktop_app.gui.screens.paper import PaperPage
from desktop_app.gui.screens.reglages.kept import keep
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.pages import misses
from desktop_app.pages import printing as page
from desktop_app.pages.gestures import SavePdf
from desktop_app.pages.page import Answers, Gesture, Text
from desktop_app.sentences import proof_words
from desktop_app.sentences.printing_words import Said, can_begin_again, standing_told, told
from desktop_app.workflow.documents.rendering import expect_proved, move, trial_page
from desktop_app.workflow.printing import News, Order, PrinterMissing, Printing, Standing


class PrintScreen(PaperPage):
    """Opened with a paper that was made; what was not read back cannot be printed.

    ``service`` is another way to print than this system's. What it says is in
    ``pages/printing.py``.
    """

    def __init__(self, context: Context, asked: to.Print) -> None:
        super().__init__(context, i18n.text("Imprimer et envoyer"))
        self._made, self._draft, self._writing = asked.made, asked.draft, asked.writing
        made = asked.made
        own = cast("Printing | None", asked.service)
        self._service = own or printing(context.tools.render_page)
        about = hash(made.pdf.data)
        self._follower = Follower.at_work(context.jobs, about) or Follower(
            context.jobs, self._service, about
        )
        self._follower.told.connect(self._hear)
        self._told, self._turns = "", False
        self._tries = made.is_letter or made.on_paper
        self._misses: misses.Kind = misses.WINDOW if made.is_letter else misses.PAPER
        self.fill(page.page(made, public=context.session.public))
        if made.is_letter and not made.on_paper:
            self.add_blocks((*page.pictured(made), page.trial(made)))
        for one in (page.StopPrinting(), page.SearchAgain()):
            self._button_for(one).hide()
        self._count()
        self._search()

    def perform(self, gesture: Gesture) -> None:
        """Take what was chosen, or do what is offered."""
        does: dict[type[Gesture], Callable[[], object]] = {
            page.PrintIt: self._send,
            page.StopPrinting: self._follower.cancel,
            page.SearchAgain: self._search,
            SavePdf: self._save,
            page.GoOn: self._go_on,
            page.TryPage: self._try,
        }
        match gesture:
            case Answers(page.PRINTER):
                self._choose()
            case Answers(misses.PAPER | misses.WINDOW, values):
                self.context.settings.move(
                    self._misses, self._answer(page.PRINTER), misses.missed(values)
                )
                keep(self.context, failed=self.refused)
            case Answers(asked):
                if asked == page.WHAT:
                    some = self._answer(page.WHAT) == page.SOME
                    last = self._made.pdf.pages
                    self.live[page.RANGE].put(page.some_pages(last) if some else ())
                self._offer_sides()
                self._count()
            case _:
                does[type(gesture)]()

    def own(self, name: str) -> QWidget:
        """Return the picture of what the kit holds."""
        from desktop_app.gui.screens.imprimer.kit import KitPicture

        assert name == page.KIT
        return KitPicture(self.look, page.kit(self._made))

    def _answer(self, ask: str, question: str = "") -> str:
        """Return what is chosen now; "" where it is not asked."""
        asked = self.asks.get(ask)
        return str(asked.typed()[question or ask]) if asked is not None else ""

    def _button_for(self, gesture: Gesture) -> Button | LongButton:
        button = self.button_of(gesture)
        assert button is not None
        return button

    # ------------------------------------------------------------ which printer

    def _search(self) -> None:
        self._with_printers(False)
        self.state.play("body")
        self.state.say(i18n.text("On cherche les imprimantes…"))
        self.context.jobs.run(self._service.printers, done=self._found, failed=self._not_found)

    def _found(self, there: tuple[str, ...]) -> None:
        names = self.context.tools.terminal.may_print_on(there)
        if not names:
            self._not_found(None)
            return
        before = self._answer(page.PRINTER) or self._follower.order.printer
        chosen = before if before in names else names[0]
        self.live[page.PRINTER].put(page.printers(names, chosen))
        self._with_printers(True)
        self._show(page.SearchAgain(), False)
        self.state.say("")
        self._say_how_it_goes()
        self._choose()

    def _not_found(self, problem: BaseException | None) -> None:
        self._show(page.SearchAgain(), True)
        self._say_how_it_goes()
        if problem is not None:
            self.refused(problem)
            return
        self.say(
            i18n.text(
                "Aucune imprimante n’est trouvée. Allumez-la puis cherchez encore, "
                "ou enregistrez le PDF pour l’imprimer ailleurs."
            ),
            "error",
        )

    def _say_how_it_goes(self) -> None:
        """Say what becomes of this document when it was sent before the screen was left."""
        if self._follower.unfinished:
            self._hear(self._follower.last)

    def _with_printers(self, there: bool) -> None:
        self._button_for(page.PrintIt()).setVisible(there)
        for name in (page.PRINTER, page.TRIAL):
            if name in self.live:
                self.live[name].setVisible(there)

    def _choose(self) -> None:
        printer = self._answer(page.PRINTER)
        asked = self._made.on_paper or self._misses in self.asks
        if asked or self._offset() != Offset():
            self._show_misses()
        self.context.jobs.run(
            lambda: self._service.standing(printer),
            done=lambda standing: self._stands(printer, standing),
            failed=lambda _silent: None,  # it is said when something is sent
        )

    def _stands(self, printer: str, standing: Standing) -> None:
        if printer != self._answer(page.PRINTER):
            return
        self._turns = standing.both_sides
        self._offer_sides()
        self._count()
        if not self._follower.unfinished:
            self._tell(standing_told(printer, standing) or Said(""))

    # ------------------------------------------------------------ sending

    def _order(self) -> Order:
        chosen = self._answer(page.WHAT) or page.ALL
        some = (1, 1)
        if chosen == page.SOME:
            some = (
                int(self._answer(page.RANGE, page.FIRST)),
                int(self._answer(page.RANGE, page.LAST)),
            )
        pages = page.pages_of(self._made, chosen, *some)
        both = page.SIDES in self.asks and bool(self._answer(page.SIDES))
        return Order(self._answer(page.PRINTER), int(self._answer(page.COPIES)), pages, both)

    def _offer_sides(self) -> None:
        """Ask whether both sides are printed, where the printer can and the pages may."""
        chosen = self._answer(page.WHAT) or page.ALL
        may = self._turns and page.may_turn(self._made, chosen, self._order().pages or (1, 1))
        if may is not (page.SIDES in self.asks):
            self.live[page.SIDES].put(page.both_sides() if may else ())

    def _offset(self) -> Offset:
        """Return by how much everything must move on the printer in view."""
        printer = self._answer(page.PRINTER)
        return self.context.settings.offset(self._misses, printer) if self._tries else Offset()

    def _show_misses(self) -> None:
        """Ask by how much the printer misses: for a paper form, and for a letter once its page was
        tried; most people never need it."""
        offset = self._offset()
        if self._misses in self.asks:
            self.asks[self._misses].put(misses.typed(offset))
        else:
            self.live[page.OFFSETS].put((misses.ask(self._misses, offset),))

    def _count(self) -> None:
        order = self._order()
        before = self._told
        price = self.context.tools.terminal.price
        told = page.sheets_told(order.sheets(self._made.pdf), both=order.both_sides)
        words = " ".join(filter(None, (told, page.price_words(order.sides(self._made.pdf), price))))
        if words != before:
            self._told = words
            self.live[page.SHEETS].put((Text(words),))
            self.lead(words)
            if before:
                announce(self.live[page.SHEETS], words)

    def _send(self) -> None:
        if not self._made.proved:
            told_so = i18n.text(
                "Ce document ne peut pas être imprimé : il n’est pas relu en entier."
            )
            self.say("\n".join([told_so, *proof_words.problems(self._made)]), "error")
            return
        offset, tools, made = self._offset(), self.context.tools, self._made

        def make() -> Pdf:
            moved = move(
                tools,
                made,
                offset.dx_mm,
                offset.dy_mm,
                ruler_mm=offset.ruler_mm,
            )
            expect_proved(moved)
            return moved.pdf

        order = self._order()
        sides = order.sides(self._made.pdf)
        confirm(self.context, self, sides, lambda: self._follower.send(make, order))

    def _try(self) -> None:
        self._show_misses()
        offset, tools, made = self._offset(), self.context.tools, self._made
        order = Order(self._answer(page.PRINTER), pages=(1, 1))

        def send() -> None:
            self._follower.send(
                lambda: trial_page(tools, made, offset.dx_mm, offset.dy_mm, offset.ruler_mm),
                order,
                trial=True,
            )

        confirm(self.context, self, 1, send)

    def _hear(self, news: News) -> None:
        order = self._follower.order
        refused = words_of(news.problem) if news.problem is not None else ""
        self._tell(told(news, order.printer, order.sheets(self._made.pdf), refused))
        if news.kind in ("done", "left") and not self._follower.trial:
            note_printed(self.context, self._made)
        again = can_begin_again(news)
        well = news.kind in ("sending", "done", "left")
        main = self._button_for(page.PrintIt())
        assert isinstance(main, Button)
        main.say(i18n.text("Imprimer") if well else i18n.text("Recommencer"))
        if not again and main.hasFocus():
            self._hold_focus()
        main.setEnabled(again)
        self.let_press(again, page.TryPage())
        self._show(page.StopPrinting(), not news.ended)
        self._show(page.SearchAgain(), isinstance(news.problem, PrinterMissing))

    def _tell(self, said: Said) -> None:
        if (said.words, said.role) != (self.state.text(), self.state.property("role")):
            self.say(*said)

    def _show(self, gesture: Gesture, shown: bool) -> None:
        button = self._button_for(gesture)
        if not shown and button.hasFocus():
            self._hold_focus()
        button.setVisible(shown)

    def _hold_focus(self) -> None:
        """Keep the focus on what is said: the button that had it goes."""
        self.state.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.state.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        self.save_pdf(self._made, "lettre.pdf" if self._made.is_letter else "formulaire.pdf")

    def _go_on(self) -> None:
        note_printed(self.context, self._made)
        if (safe := self.context.session.safe) is not None:
            make_day_backup(self.context, safe)  # of a safe made today, the first one
        then = to.WhatNext(self._made, self._draft, writing=self._writing)
        offer_second_key(
            self.context, self, then, lambda: self.context.navigator.go(then), printed=True
        )
