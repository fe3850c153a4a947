"""The printers' part of Réglages: by how much each one misses. Looked for by the worker."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.printing.ways import printing
from desktop_app.gui.screens.offsets import OffsetBoxes
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.widgets.words import Words


class PrinterSettings(QWidget):
    """One printer at a time: the address in the window, the answers on a paper form."""

    def __init__(self, context: Context, failed: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._context, self._failed = context, failed
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.look.space(2))
        self._state = self._words(i18n.text("On cherche les imprimantes…"))
        context.jobs.run(
            printing(context.tools.render_page).printers, done=self._found, failed=self._none
        )

    def _found(self, names: tuple[str, ...]) -> None:
        if not names:
            self._state.say(i18n.text("Aucune imprimante n’est trouvée."))
            return
        self._state.hide()
        label = self._words(i18n.text("Quelle imprimante ?"))
        offered = {name: name for name in names}
        printer = ClosedList(self._context.look, label, offered, self._show)
        self._column.addWidget(printer)
        self._words(
            i18n.text(
                "L’adresse tombe à côté de la fenêtre de l’enveloppe ? "
                "Mesurez l’écart sur la page d’essai, puis écrivez-le ici."
            ),
            "hint",
        )
        self._window = OffsetBoxes(self._context, "window_offsets", self._failed)
        self._column.addWidget(self._window)
        self._words(
            i18n.text(
                "Les réponses tombent à côté des cases du formulaire en papier ? "
                "Mesurez l’écart sur la page d’essai, puis écrivez-le ici."
            ),
            "hint",
        )
        self._paper = OffsetBoxes(self._context, "offsets", self._failed)
        self._column.addWidget(self._paper)
        self._show(printer.value())

    def _none(self, _problem: BaseException) -> None:
        self._state.say(i18n.text("Aucune imprimante n’est trouvée."))

    def _show(self, printer: str) -> None:
        self._window.show_for(printer)
        self._paper.show_for(printer)

    def _words(self, text: str, role: str = "body") -> Words:
        words = Words(self._context.look, text, role)
        self._column.addWidget(words)
        return words
