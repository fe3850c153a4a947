"""What is printed: all, one sheet of the kit, or some pages; and how many copies."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.look.look import Look
from desktop_app.gui.screens.imprimer.presenter import ALL, SOME, choices, pages_of
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.widgets.number import NumberBox
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.documents.rendering import Made

MOST_COPIES = 9


class Choice(QWidget):
    """Tells ``changed`` at each change; ``pages`` and ``copies`` are what is chosen now."""

    def __init__(self, look: Look, made: Made, changed: Callable[[], object]) -> None:
        super().__init__()
        self._look, self._made, self._changed = look, made, changed
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space(2))
        self._what: ClosedList | None = None
        offered = choices(made)
        if len(offered) > 1:
            label = Words(look, i18n.text("Que voulez-vous imprimer ?"))
            self._what = ClosedList(look, label, offered, lambda _choice: self._chosen())
            self._column.addWidget(label)
            self._column.addWidget(self._what)
        last = made.pdf.pages
        self._range = QWidget()
        self._from = self._number(self._range, i18n.text("De la page"), last)
        self._to = self._number(self._range, i18n.text("Jusqu’à la page"), last)
        self._to.put(last)
        self._range.hide()
        self._column.addWidget(self._range)
        self._copies = self._number(self, i18n.text("Combien d’exemplaires ?"), MOST_COPIES)

    def pages(self) -> tuple[int, int]:
        """Return the first and the last page to print."""
        first, last = round(self._from.value()), round(self._to.value())
        return pages_of(self._made, self._what.value() if self._what else ALL, first, last)

    def copies(self) -> int:
        return round(self._copies.value())

    def _chosen(self) -> None:
        self._range.setVisible(self._what is not None and self._what.value() == SOME)
        self._changed()

    def _number(self, parent: QWidget, question: str, most: int) -> NumberBox:
        column = parent.layout()
        if column is None:
            column = QVBoxLayout(parent)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self._look.space(1))
        label = Words(self._look, question)
        box = NumberBox(self._look, label, least=1, most=most, changed=self._changed)
        column.addWidget(label)
        column.addWidget(box)
        return box
