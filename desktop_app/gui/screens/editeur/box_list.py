"""The boxes of a form as sentences in the order of the paper, and what can be done with them."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout, column_in
from desktop_app.gui.widgets.rows import Rows
from desktop_app.gui.widgets.words import Words
from desktop_app.sentences import box_words
from desktop_app.workflow.packs.editing_form import Editing


class ListActions(Protocol):
    """What the list does to the boxes."""

    def take(self, index: int) -> None: ...
    def add_box(self) -> None: ...
    def remove_box(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def reorder(self, by: int) -> None: ...


class BoxList(QWidget):
    """Shows the boxes of the form in hand, its own box in hand marked."""

    def __init__(self, look: Look, editing: Editing, actions: ListActions) -> None:
        super().__init__()
        self._editing = editing
        column = column_in(self, look.space(2))
        caption = Words(look, i18n.text("Cases, dans l’ordre du papier"))
        column.addWidget(caption)
        self._rows = _BoxRows(look, caption, actions)
        self._rows.taken.connect(actions.take)
        column.addWidget(self._rows)
        row, flow = FlowLayout.row(look.space(1))
        self._acts = {name: Button(look, words, act) for name, words, act in _acts(actions)}
        for button in self._acts.values():
            flow.addWidget(button)
        column.addWidget(row)

    def show_boxes(self) -> None:
        """Show every box as it is now."""
        form = self._editing.form
        rows = [box_words.row(form, index) for index in range(len(form.places))]
        self._rows.show_rows(rows, self._editing.selected)

    def show_acts(self) -> None:
        """Let what is possible now be pressed."""
        editing, last = self._editing, len(self._editing.form.places) - 1
        held = editing.place is not None
        for name, possible in (
            ("remove", held),
            ("undo", bool(editing.history.past)),
            ("redo", bool(editing.history.future)),
            ("earlier", held and editing.selected > 0),
            ("later", held and editing.selected < last),
        ):
            if not possible and self._acts[name].hasFocus():  # the focus is never lost with it
                self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
            self._acts[name].setEnabled(possible)

    def say(self, words: str) -> None:
        """Have a screen reader hear what was done."""
        announce(self._rows, words)


def _acts(actions: ListActions) -> tuple[tuple[str, str, Callable[[], None]], ...]:
    return (
        ("add", i18n.text("Ajouter une case"), actions.add_box),
        ("remove", i18n.text("Supprimer cette case"), actions.remove_box),
        ("undo", i18n.text("Défaire"), actions.undo),
        ("redo", i18n.text("Refaire"), actions.redo),
        ("earlier", i18n.text("Plus tôt dans la liste"), lambda: actions.reorder(-1)),
        ("later", i18n.text("Plus tard dans la liste"), lambda: actions.reorder(1)),
    )


class _BoxRows(Rows):
    """Suppr takes the box in hand away, Inser adds one."""

    def __init__(self, look: Look, label: Words, actions: ListActions) -> None:
        super().__init__(look, label)
        self._actions = actions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._actions.remove_box()
        elif event.key() == Qt.Key.Key_Insert:
            self._actions.add_box()
        else:
            super().keyPressEvent(event)
