"""Trying the printer: the page to lay over the envelope or to measure, and what it misses by."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.offsets import OffsetBoxes
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.settings import Offset
from desktop_app.workflow.documents.rendering import Made


class Trial(QWidget):
    """For a letter, the envelope's window; for a paper form, its boxes. Useless for the rest.

    The numbers show for a paper form, and for a letter once its page was tried: most people never
    need them.
    """

    def __init__(
        self,
        context: Context,
        made: Made,
        try_page: Callable[[], object],
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self.useful = made.is_letter or made.on_paper
        self._try_page = try_page
        self._boxes = OffsetBoxes(
            context, "window_offsets" if made.is_letter else "offsets", failed
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.look.space(1))
        hint, words = (
            (
                i18n.text("L’adresse doit se voir dans la fenêtre de votre enveloppe."),
                i18n.text("Essayer l’enveloppe à fenêtre"),
            )
            if made.is_letter
            else (
                i18n.text(
                    "Imprimez la page d’essai sur une feuille blanche, mesurez, écrivez l’écart "
                    "ici. Glissez ensuite le formulaire dans l’imprimante. S’il est imprimé des "
                    "deux côtés, choisissez une page à la fois."
                ),
                i18n.text("Imprimer la page d’essai"),
            )
        )
        column.addWidget(Words(context.look, hint, "hint"))
        self._button = LongButton(context.look, words)
        self._button.clicked.connect(lambda _checked: self._pressed())
        column.addWidget(self._button)
        column.addWidget(self._boxes)
        self._boxes.setHidden(made.is_letter)
        if not self.useful:
            self.hide()

    def allow(self, allowed: bool) -> None:
        """Let the page be printed, or not while another document is on its way."""
        self._button.setEnabled(allowed)

    def show_for(self, printer: str) -> None:
        """Show what is kept for this printer."""
        self._boxes.show_for(printer)
        if self.offset() != Offset():
            self._boxes.show()

    def offset(self) -> Offset:
        """Return by how much everything must move on the printer in view."""
        return self._boxes.offset() if self.useful else Offset()

    def _pressed(self) -> None:
        self._boxes.show()
        self._try_page()
