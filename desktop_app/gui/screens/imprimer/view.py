"""Printing, or saving, then posting: how many sheets is said before anything is printed."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.pdf import Pdf
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.in_hand import note_printed
from desktop_app.gui.printing.follow import Follower, News
from desktop_app.gui.printing.model import Order, PrinterMissing, Printing, Standing
from desktop_app.gui.printing.ways import printing
from desktop_app.gui.screens.imprimer.choice import Choice
from desktop_app.gui.screens.imprimer.presenter import (
    Said,
    can_begin_again,
    sheets_told,
    standing_told,
    told,
)
from desktop_app.gui.screens.imprimer.trial import Trial
from desktop_app.gui.screens.paper import PaperPage, problems_told
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.workflow.documents.rendering import expect_proved, move, trial_page
from desktop_app.workflow.irreversible import Irreversible


class PrintScreen(PaperPage):
    """Opened with a paper that was made; what was not read back cannot be printed.

    ``service`` is another way to print than this system's.
    """

    def __init__(self, context: Context, asked: to.Print) -> None:
        super().__init__(context, i18n.text("Imprimer et envoyer"))
        self._made, self._draft = asked.made, asked.draft
        own = cast("Printing | None", asked.service)
        self._service = own or printing(context.tools.render_page)
        about = hash(asked.made.pdf.data)
        self._follower = Follower.at_work(context.jobs, about) or Follower(
            context.jobs, self._service, about
        )
        self._follower.told.connect(self._hear)
        label = Words(self.look, i18n.text("Quelle imprimante ?"))
        self._printer = ClosedList(self.look, label, {}, lambda _name: self._choose())
        for widget in (label, self._printer):
            self.add(widget)
        self._what = Choice(self.look, asked.made, self._count)
        self.add(self._what)
        self._trial = Trial(context, asked.made, self._try, self.refused)
        if asked.made.on_paper:  # tried before; an envelope may be tried, below the main action
            self.add(self._trial)
        self._sheets = Words(self.look, "")
        self.add(self._sheets)
        said = irreversible.before(Irreversible.PRINT, Irreversible.COPY_OUT)
        self.add(Words(self.look, said.words, said.role))
        self.add(self.state)
        self._count()
        self._buttons()
        if self._trial.useful and not asked.made.on_paper:
            self.add(self._trial)
        trial = (self._trial,) if self._trial.useful else ()
        self._need_printer: tuple[QWidget, ...] = (label, self._printer, *trial, self._print)
        self._search()

    def _buttons(self) -> None:
        look, navigator = self.look, self.context.navigator
        self._print = Button(look, i18n.text("Imprimer"), self._send, role="primary")
        self._stop = Button(look, i18n.text("Annuler l’impression"), self._follower.cancel)
        self._again = Button(look, i18n.text("Chercher encore"), self._search)
        for button in (self._stop, self._again):
            button.hide()
        self.set_actions(
            self._print,
            self._stop,
            self._again,
            Button(look, i18n.text("Enregistrer en PDF"), self._save),
            Button(look, i18n.text("C’est imprimé : et maintenant ?"), self._go_on),
            Button(look, i18n.text("Retour"), navigator.back, role="plain"),
        )

    # ------------------------------------------------------------ which printer

    def _search(self) -> None:
        self._with_printers(False)
        self.state.play("body")
        self.state.say(i18n.text("On cherche les imprimantes…"))
        self.context.jobs.run(self._service.printers, done=self._found, failed=self._not_found)

    def _found(self, names: tuple[str, ...]) -> None:
        if not names:
            self._not_found(None)
            return
        before = self._printer.value() or self._follower.order.printer
        self._printer.clear()
        for name in names:
            self._printer.addItem(name, name)
        self._printer.put(before)
        self._with_printers(True)
        self._show(self._again, False)
        self.state.say("")
        self._say_how_it_goes()
        self._choose()

    def _not_found(self, problem: BaseException | None) -> None:
        self._show(self._again, True)
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
        for widget in self._need_printer:
            widget.setVisible(there)

    def _choose(self) -> None:
        printer = self._printer.value()
        self._trial.show_for(printer)
        self.context.jobs.run(
            lambda: self._service.standing(printer),
            done=lambda standing: self._stands(printer, standing),
            failed=lambda _silent: None,  # it is said when something is sent
        )

    def _stands(self, printer: str, standing: Standing) -> None:
        if printer == self._printer.value() and not self._follower.unfinished:
            self._tell(standing_told(printer, standing) or Said(""))

    # ------------------------------------------------------------ sending

    def _order(self) -> Order:
        return Order(self._printer.value(), self._what.copies(), self._what.pages())

    def _count(self) -> None:
        before, words = self._sheets.text(), sheets_told(self._order().sheets(self._made.pdf))
        self._sheets.say(words)
        self.lead(words)
        if before and before != words:
            announce(self._sheets, words)

    def _send(self) -> None:
        if not self._made.proved:
            told_so = i18n.text(
                "Ce document ne peut pas être imprimé : il n’est pas relu en entier."
            )
            self.say("\n".join([told_so, *problems_told(self._made)]), "error")
            return
        offset, tools, made = self._trial.offset(), self.context.tools, self._made

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

        self._follower.send(make, self._order())

    def _try(self) -> None:
        offset, tools, made = self._trial.offset(), self.context.tools, self._made
        self._follower.send(
            lambda: trial_page(tools, made, offset.dx_mm, offset.dy_mm, offset.ruler_mm),
            Order(self._printer.value(), pages=(1, 1)),
            trial=True,
        )

    def _hear(self, news: News) -> None:
        order = self._follower.order
        self._tell(told(news, order.printer, order.sheets(self._made.pdf)))
        if news.kind in ("done", "left") and not self._follower.trial:
            note_printed(self.context, self._made)
        again = can_begin_again(news)
        well = news.kind in ("sending", "done", "left")
        self._print.setText(i18n.text("Imprimer") if well else i18n.text("Recommencer"))
        self._print.setAccessibleName(self._print.text())
        if not again and self._print.hasFocus():
            self._hold_focus()
        self._print.setEnabled(again)
        self._trial.allow(again)
        self._show(self._stop, not news.ended)
        self._show(self._again, isinstance(news.problem, PrinterMissing))

    def _tell(self, said: Said) -> None:
        if (said.words, said.role) != (self.state.text(), self.state.property("role")):
            self.say(*said)

    def _show(self, button: Button, shown: bool) -> None:
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
        self.context.navigator.go(to.WhatNext(made=self._made, draft=self._draft))
