"""The models that were begun and are not finished: taken up again, or given up."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui import keeping
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to

if TYPE_CHECKING:
    from desktop_app.workflow.packs.pack_drafts import InTheMaking


class BegunModels(QWidget):
    """The one in hand, then those of the open safe."""

    def __init__(self, context: Context, failed: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._context, self._failed = context, failed
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.look.space(2))
        self.read()

    def read(self) -> None:
        """Show what is begun now."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        context = self._context
        editing, safe = context.session.editing, context.session.safe
        if editing is not None:
            self._add(editing.title, lambda: context.navigator.go(editing.place))
        if safe is not None:

            def work() -> "Sequence[InTheMaking]":
                from desktop_app.workflow.packs import pack_drafts

                return pack_drafts.unfinished(safe)

            context.jobs.run(work, done=self._show, failed=self._failed)

    def _show(self, found: "Sequence[InTheMaking]") -> None:
        editing = self._context.session.editing
        in_hand = editing.held.draft if editing is not None else ""
        for one in found:
            if one.id != in_hand:
                self._offer(one.id, one.title)

    def _add(self, title: str, go: Callable[[], object]) -> LongButton:
        words = i18n.text("Reprendre le modèle « {title} »").format(title=title)
        button = LongButton(self._context.look, words)
        button.clicked.connect(lambda _=False: go())
        self._column.addWidget(button)
        return button

    def _offer(self, draft: str, title: str) -> None:
        navigator, look = self._context.navigator, self._context.look
        self._add(title, lambda: navigator.go(to.ResumeModel(draft=draft)))
        words = i18n.text("L’abandonner")
        leave = Button(look, words, lambda: self._ask(draft, title, leave), role="plain")
        leave.setAccessibleName(i18n.labelled(words, title))
        self._column.addWidget(leave, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self, draft: str, title: str, leave: QWidget) -> None:
        """Ask once more: after a lock, what was made by hand is lost."""
        look, place = self._context.look, QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        words = i18n.text("Abandonner « {title} » ? Cela s’annule tant que le coffre est ouvert.")
        column.addWidget(Words(look, words.format(title=title)))
        row, flow = FlowLayout.row(look.space(1))

        def give_up() -> None:
            keeping.drop(self._context, draft)

        def keep() -> None:
            place.hide()
            leave.show()
            leave.setFocus(Qt.FocusReason.OtherFocusReason)

        no = Button(look, i18n.text("Non, le garder"), keep)
        flow.addWidget(no)
        flow.addWidget(Button(look, i18n.text("Oui, l’abandonner"), give_up))
        column.addWidget(row)
        self._column.insertWidget(self._column.indexOf(leave) + 1, place)
        place.show()
        no.setFocus(Qt.FocusReason.OtherFocusReason)
        leave.hide()
