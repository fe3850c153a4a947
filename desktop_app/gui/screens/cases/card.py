"""One box of a PDF: its words, and what a person may say of it."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.look.look import Look
from desktop_app.gui.screens.cases.presenter import BoxRow
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.row import RowButton


class Gestures(Protocol):
    """What the screen does for a card; each takes the name of the box."""

    def choose(self, name: str) -> None: ...
    def remove(self, name: str) -> None: ...
    def put_back(self, name: str) -> None: ...
    def rename(self, name: str, words: str) -> None: ...


class BoxCard(QFrame):
    """A row that opens: chosen, it shows its box on the page, and how to correct it."""

    def __init__(self, look: Look, row: BoxRow, gestures: Gestures, *, chosen: bool) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._look, self._row, self._act = look, row, gestures
        self._chosen = chosen
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(1))
        shown = row.label
        if row.removed:
            shown = i18n.text("{label} — ce n’est pas une case").format(label=row.label)
        self.button = RowButton(look, shown, lambda: gestures.choose(row.name))
        column.addWidget(self.button)
        if chosen:
            self._open()

    def _open(self) -> None:
        look, row, act = self._look, self._row, self._act
        if row.removed:
            self._add(
                self._button(i18n.text("C’est bien une case"), lambda: act.put_back(row.name))
            )
            return
        self._line = LineField(look, i18n.text("Ce qu’il faut y écrire"))
        self._line.edit.setText(row.label)
        self._line.edit.returnPressed.connect(self._rename)
        self._column.addWidget(self._line)
        self._add(
            self._button(i18n.text("Garder ces mots"), self._rename),
            self._button(i18n.text("Ce n’est pas une case"), lambda: act.remove(row.name)),
        )

    def shows(self, row: BoxRow, *, chosen: bool) -> bool:
        """Whether this is how a box is shown already."""
        return (row, chosen) == (self._row, self._chosen)

    def begin(self) -> None:
        """Put the focus on the row."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename(self) -> None:
        self._act.rename(self._row.name, self._line.text())

    def _button(self, words: str, pressed: object) -> Button:
        button = Button(self._look, words, pressed)  # type: ignore[arg-type]
        button.setAccessibleName(i18n.labelled(words, self._row.label))
        return button

    def _add(self, *buttons: QWidget) -> None:
        row, flow = FlowLayout.row(self._look.space(1))
        for button in buttons:
            flow.addWidget(button)
        self._column.addWidget(row)
