"""The boxes of one page as rows; under the chosen one, its answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.leaving import holds_focus, leave
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.workflow.documents.on_page import PageRow


class RowList(QWidget):
    """``chosen`` is called with the row that is pressed, ``held`` with the one that has the focus.

    Rows are kept as long as their boxes stay: the focus is not lost while one types.
    """

    def __init__(
        self,
        look: Look,
        chosen: Callable[[PageRow], object],
        held: Callable[[PageRow], object],
    ) -> None:
        super().__init__()
        self._look, self._chosen, self._held = look, chosen, held
        self._rows: dict[tuple[int, ...], tuple[PageRow, LongButton]] = {}
        self._column = column_in(self, look.space(1))
        self._opened: QWidget | None = None
        self._opened_for: tuple[int, ...] = ()
        self._told: QWidget | None = None

    def show_rows(self, rows: Sequence[tuple[PageRow, str]]) -> tuple[QWidget, ...]:
        """Show these rows and their words, those already there keeping their place.

        Return what was opened under a row that is no more.
        """
        wanted = {row.places for row, _words in rows}
        former = {key: self._rows.pop(key)[1] for key in [*self._rows] if key not in wanted}
        at = 0
        for row, words in rows:
            known = self._rows.get(row.places)
            button = known[1] if known else self._make(row.places)
            self._rows[row.places] = (row, button)
            if button.words() != words:
                button.say(words)
            if known is None:
                self._column.insertWidget(at, button)
            at = self._column.indexOf(button) + 1
            if row.places == self._opened_for and self._opened is not None:
                at += 1
        return self._drop(former, [row for row, _words in rows])

    def _drop(
        self, former: Mapping[tuple[int, ...], LongButton], rows: Sequence[PageRow]
    ) -> tuple[QWidget, ...]:
        """Take buttons away; return what was opened under one. The focus goes to the next row."""
        gone: tuple[QWidget, ...] = ()
        for key, button in former.items():
            opened = self._opened if key == self._opened_for else None
            if rows and any(holds_focus(one) for one in (button, opened) if one is not None):
                self.begin(next((row for row in rows if row.places[-1] >= key[0]), rows[-1]))
            if opened is not None:
                gone = self.shut()
            leave(button)
        return gone

    @property
    def held(self) -> PageRow | None:
        """The row that has the focus."""
        return next((row for row, button in self._rows.values() if button.hasFocus()), None)

    def open(self, row: PageRow, answer: Iterable[QWidget]) -> None:
        """Put an answer, and what can be done with it, under this row."""
        self.shut()
        key = self._key(row)
        if key is None:
            return
        self._opened, self._opened_for = QWidget(), key
        column = QVBoxLayout(self._opened)
        margin = self._look.space(2)
        column.setContentsMargins(margin, 0, 0, margin)
        for widget in answer:
            column.addWidget(widget)
        self._column.insertWidget(self._column.indexOf(self._rows[key][1]) + 1, self._opened)

    def say_under(self, row: PageRow, words: str) -> None:
        """Say something under a row, in place of an answer."""
        self.open(row, [Words(self._look, words, "hint")])

    def tell(self, row: PageRow, told: QWidget) -> None:
        """Show what was just done above a row, in the place of what was told before."""
        self.tell_no_more()
        if (key := self._key(row)) is not None:
            self._column.insertWidget(self._column.indexOf(self._rows[key][1]), told)
            self._told = told

    def tell_no_more(self) -> None:
        """Take away what was told."""
        if self._told is not None:
            leave(self._told)
            self._told = None

    def shut(self) -> tuple[QWidget, ...]:
        """Take away what was opened, and return it; its row has the focus that was there."""
        gone = () if self._opened is None else (self._opened,)
        row = self._rows.get(self._opened_for)
        for widget in gone:
            if row is not None and holds_focus(widget):
                row[1].setFocus(Qt.FocusReason.OtherFocusReason)
            leave(widget)
        self._opened, self._opened_for = None, ()
        return gone

    def begin(self, row: PageRow) -> None:
        """Give the focus to a row."""
        key = self._key(row)
        if key is not None:
            button = self._rows[key][1]
            button.show()  # now, not at the next turn: the focus is put there
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            found = next((row for row, button in self._rows.values() if button is watched), None)
            if found is not None:
                self._held(found)
        return False

    def _make(self, key: tuple[int, ...]) -> LongButton:
        button = LongButton(self._look, "")
        button.clicked.connect(lambda: self._chosen(self._rows[key][0]))
        button.installEventFilter(self)
        return button

    def _key(self, row: PageRow) -> tuple[int, ...] | None:
        """Return the row that holds its first box now: several may ask the same question."""
        return next((key for key in self._rows if row.places[0] in key), None)
