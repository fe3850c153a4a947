"""Printing, or saving, then posting: how many sheets is said before anything is printed."""

from typing import Any

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.errors import AppError
from desktop_app.gui import printing
from desktop_app.gui.context import Context
from desktop_app.gui.in_hand import note_printed
from desktop_app.gui.screens.paper import PaperPage
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.widgets.number import NumberBox
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.making import Made, expect_proved
from desktop_app.workflow.ports import Pdf


class PrintScreen(PaperPage):
    """Opened with a letter that was made; what was not read back cannot be printed."""

    def __init__(self, context: Context, *, made: Made, draft: Draft, **_parameters: Any) -> None:
        super().__init__(context, i18n.text("Imprimer et envoyer"))
        self._made, self._draft = made, draft
        self._sheets = Words(context.look, "")
        self._printer = self._printers()
        self._copies = self._number()
        self.add(self._sheets)
        self.add(self.state)
        self._count()
        look, navigator = context.look, context.navigator
        self._print = Button(look, i18n.text("Imprimer"), self._send, role="primary")
        self._print.setEnabled(self._printer.count() > 0)
        if not self._printer.count():
            self.say(
                i18n.text(
                    "Aucune imprimante n’est trouvée. Allumez-la puis revenez, "
                    "ou enregistrez le PDF pour l’imprimer ailleurs."
                )
            )
        self.set_actions(
            self._print,
            Button(look, i18n.text("Essayer l’enveloppe à fenêtre"), self._try_window),
            Button(look, i18n.text("C’est imprimé : et maintenant ?"), self._go_on),
            Button(look, i18n.text("Retour"), navigator.back, role="plain"),
        )

    def _printers(self) -> ClosedList:
        label = Words(self.look, i18n.text("Quelle imprimante ?"))
        box = ClosedList(self.look, label, {name: name for name in printing.printers()})
        if box.count():
            self.add(label)
            self.add(box)
        return box

    def _number(self) -> NumberBox:
        label = Words(self.look, i18n.text("Combien d’exemplaires ?"))
        box = NumberBox(self.look, label, least=1, most=9, changed=self._count)
        self.add(label)
        self.add(box)
        return box

    def _count(self) -> None:
        sheets = self._made.pdf.pages * round(self._copies.value())
        self._sheets.say(
            i18n.plural("{n} feuille sera imprimée.", "{n} feuilles seront imprimées.", sheets)
        )

    def _send(self) -> None:
        try:
            expect_proved(self._made)
        except AppError as not_proved:
            self.refused(not_proved)
            return
        self._submit(self._made.pdf, round(self._copies.value()))

    def _try_window(self) -> None:
        self.context.jobs.run(
            self.context.tools.letters.window_test_page,
            done=lambda page: self._submit(page, 1),
            failed=self.refused,
        )

    def _submit(self, pdf: Pdf, copies: int) -> None:
        printer = self._printer.currentText()
        self._print.setEnabled(False)
        self.say(i18n.text("Le document part vers l’imprimante…"))
        self.context.jobs.run(
            lambda: printing.print_pdf(
                pdf, printer, copies=copies, render=self.context.tools.render_page
            ),
            done=lambda _none: self._sent(printer),
            failed=self.refused,
        )

    def _sent(self, printer: str) -> None:
        note_printed(self.context, self._made)
        self._print.setEnabled(True)
        self.say(
            i18n.text(
                "Le document est parti vers « {printer} ». Si rien ne sort, "
                "regardez l’imprimante : papier, encre, voyant. Vous pouvez réimprimer."
            ).format(printer=printer),
            "done",
        )

    def _go_on(self) -> None:
        note_printed(self.context, self._made)
        self.context.navigator.go("suite", made=self._made, draft=self._draft)

    def refused(self, problem: BaseException) -> None:
        self._print.setEnabled(self._printer.count() > 0)
        super().refused(problem)
