"""A page: heading, what it is about, the actions at the lower left; never scrolls sideways."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.accessible import SPOKEN_AS, spoken
from desktop_app.gui.errors import words_of
from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look
from desktop_app.gui.look.ring import PAGE
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout, column_in
from desktop_app.gui.widgets.focus_in_view import FocusInView
from desktop_app.gui.widgets.leaving import can_hold, let_go
from desktop_app.gui.widgets.stops import stops_in, stops_of
from desktop_app.gui.widgets.words import Heading, Words
from desktop_app.pages.titles import Title

if TYPE_CHECKING:
    from desktop_app.core.changes import Change
    from desktop_app.pages.page import Chosen

SETTLED_MS = 30
"""After what was added is laid out."""


class _Content(QWidget):
    """What scrolls: as high as its width asks, and no higher."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def minimumSizeHint(self) -> QSize:
        # A wrapped text asks for the height of its narrowest shape: pages would scroll for nothing.
        return QSize(super().minimumSizeHint().width(), 0)


class Page(QScrollArea):
    """The frame of every screen. Screens add to it in reading order; it spaces and scrolls.

    ``titled`` is emitted when the window's title must change. ``title`` is what the page has to say
    of it, "" for the fixed name of its screen; ``wrong``: something is to be corrected.
    ``mends`` is set by the window: what to press to mend a refusal, under its words.
    ``turned`` is emitted when one begins to read it, and when an error moves all that is on it.
    ``left`` is set by the window when another page has taken its place: what its work brings is no
    longer shown (``jobs``).
    """

    titled = Signal()
    turned = Signal()

    def __init__(self, look: Look, heading: str) -> None:
        super().__init__()
        self.look = look
        self.left = False
        self.mends: Callable[[BaseException], Sequence[QWidget]] = lambda _problem: ()
        self.setProperty(SPOKEN_AS, "page")
        # Our own, so that Python knows what it is: to find out costs 10 ms at the first paint.
        self._port = QWidget()
        self.setViewport(self._port)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = _Content()
        self._content.setObjectName(PAGE)
        outer = column_in(self._content)
        self._column = QVBoxLayout()
        outer.addLayout(self._column)
        outer.addStretch(1)
        self.title, self.wrong = Title(""), False
        self.heading = self._headed(heading)
        self.setWidget(self._content)
        self._actions: FlowLayout | None = None
        self._errors: QFrame | None = None
        self._error_told: Words = self.heading
        self.notice: QWidget | None = None
        self.standing: QWidget | None = None
        self._said_done: QWidget | None = None
        look.changed.connect(self._dress)
        self._dress()
        self._focus_in_view = FocusInView(self, self._content, look)
        self._content.resized.connect(self._focus_in_view.stay)
        self._content.resized.connect(self._hold_width)

    def entitle(self, title: Title) -> None:
        """Call the window so from now on; nothing that is about a person can be a ``Title``."""
        self.title = title
        self.titled.emit()

    def mark_wrong(self, wrong: bool) -> None:
        """Say in the title too that something is to be corrected, or no longer is."""
        if wrong is not self.wrong:
            self.wrong = wrong
            self.titled.emit()

    def order_stops(self) -> None:
        """Have Tab follow the order of reading, also for what was added later, in the middle.

        The window asks for it when Tab is pressed.
        """
        for one, other in itertools.pairwise(stops_of(self._column)):
            QWidget.setTabOrder(one, other)

    def begin_anew(self, heading: str) -> None:
        """Empty the page, under another heading."""
        self.clear()
        self.retitle(heading)

    def retitle(self, heading: str) -> None:
        """Put another heading, which is a new one for screen readers too.

        They keep for some seconds what they have read of a thing, and would say the question
        before; and of a thing that has the focus already they would say nothing.
        """
        former, self.heading = self.heading, self._headed(heading)
        self.heading.show()  # now, not at the next turn: the focus may be put on it
        if former.hasFocus():
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(former)
        let_go(former)

    def _headed(self, words: str) -> Heading:
        heading = Heading(self.look, words)
        heading.said.connect(self.setAccessibleName)
        self.setAccessibleName(words)
        self._column.insertWidget(0, heading)
        return heading

    def lead(self, *words: str) -> None:
        """Have these sentences of the page heard with its heading, when it opens.

        What the page is for: where one stands, the last day, what is missing. It is shown too.
        """
        self.heading.setAccessibleDescription(spoken(*words))

    def add(self, widget: QWidget) -> QWidget:
        """Put a widget under what is there."""
        self._column.addWidget(widget)
        return widget

    def clear(self) -> None:
        """Take everything out but the heading, and what is to be read above it."""
        self._let_focus_go()
        self._actions = None
        self._errors = None
        self.mark_wrong(False)  # what was to be corrected goes with the rest
        while self._column.count() > self._first:
            _discard(self._column.takeAt(self._first))

    def _let_focus_go(self) -> None:
        """Take the focus from what is about to go: hidden, it would give it to whatever is next,
        the bar even, which a screen reader would say. ``hold`` gives it back.
        """
        held = self.window().focusWidget()
        items = map(self._column.itemAt, range(self._first, self._column.count()))
        going = [widget for one in items if one is not None and (widget := one.widget())]
        if held is not None and any(one is held or one.isAncestorOf(held) for one in going):
            held.clearFocus()

    def hold(self) -> None:
        """Take the focus if nothing in view has it: what had it went with what was there before."""
        if self.isVisible() and not can_hold(self.window().focusWidget()):
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_actions(self, *buttons: Button) -> None:
        """Put the actions at the foot, the main one first in reading order."""
        row, self._actions = FlowLayout.row(self.look.side(3))
        for button in buttons:
            self._actions.addWidget(button)
        self._column.addWidget(row)

    def framed(self) -> tuple[QFrame, QVBoxLayout]:
        """Return a framed block, and its column."""
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        margin, side = self.look.space(2), self.look.side(2)
        column.setContentsMargins(side, margin, side, margin)
        column.setSpacing(self.look.space(1))
        return frame, column

    def bring(self, widget: QWidget) -> None:
        """Scroll until this stands at the top, unless it is well in view; the focus stays."""
        QTimer.singleShot(SETTLED_MS, widget, lambda: self._scroll_to(widget))

    def _scroll_to(self, widget: QWidget) -> None:
        if (inside := self.widget()) is not None and widget.isVisible():
            top, bar = widget.mapTo(inside, QPoint(0, 0)).y(), self.verticalScrollBar()
            if not 0 <= top - bar.value() < self._port.height() // 2:
                bar.setValue(top - self.look.space(2))

    def say_problem(self, problem: BaseException) -> None:
        """Show under the heading, in words, why something was refused; a screen reader says it.

        The focus goes there; what was typed stays. ``clear_problem`` takes it away. What is not a
        refusal of ours is said too, without a value in it.
        """
        self.say_error(words_of(problem), *self.mends(problem))

    def say_error(self, sentence: str, *ways_out: QWidget) -> None:
        """Show this sentence as an error, under the heading, and under it what mends it."""
        self._say_first(sentence, ways_out, "error")
        self.mark_wrong(True)

    def ask_first(self, sentence: str, *ways_out: QWidget) -> None:
        """Ask this before all else, at the same place: nothing is wrong."""
        self._say_first(sentence, ways_out, "body")

    def _say_first(self, sentence: str, ways_out: Sequence[QWidget], role: str) -> None:
        self.clear_problem()
        self._errors = QFrame()
        self._errors.setProperty("role", "errors" if role == "error" else "asks")
        column = QVBoxLayout(self._errors)
        margin = self.look.space(2)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(self.look.space(1))  # room for the ring between two ways out
        told = Words(self.look, sentence, role)
        told.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(told)
        for way_out in ways_out:
            column.addWidget(way_out)
        self._column.insertWidget(self._first, self._errors)
        self.verticalScrollBar().setValue(0)
        self._error_told = told
        told.setFocus(Qt.FocusReason.OtherFocusReason)  # a reader says it by that, once
        self.turned.emit()

    def clear_problem(self) -> None:
        """Take the error away: what it said is corrected, or tried again."""
        self.mark_wrong(False)
        if self._errors is not None:
            self._column.removeWidget(self._errors)
            let_go(self._errors)
            self._errors = None

    def clear_error(self) -> None:
        """Take the error away, and leave what is asked: something has been done since."""
        if self._errors is not None and self.wrong:
            self.clear_problem()

    def put_notice(self, notice: QWidget | None) -> None:
        """Show this above the heading, in the place of the notice before; None takes it away."""
        if self.notice is not None:
            self._column.removeWidget(self.notice)
            let_go(self.notice)
        self.notice = notice
        if notice is not None:
            self._column.insertWidget(int(self.standing is not None), notice)
            self.verticalScrollBar().setValue(0)

    def put_standing(self, standing: QWidget | None) -> None:
        """Show this above all else as long as it holds; None takes it away."""
        if self.standing is not None:
            self._column.removeWidget(self.standing)
            let_go(self.standing)
        self.standing = standing
        if standing is not None:
            self._column.insertWidget(0, standing)

    def put_told(self, told: QWidget) -> None:
        """Show under the heading what was just done, in the place of what was told before."""
        if self._said_done is not None:
            self._column.removeWidget(self._said_done)
            let_go(self._said_done)
            self._said_done = None
        self._column.insertWidget(self._first, told)
        self._said_done = told

    def hear(self, changed: "Iterable[Change]") -> None:
        """Read again what the page shows, when it is of what a gesture changed."""
        if any(self.shows(one) for one in changed):
            self.read_again()

    def shows(self, _changed: "Change") -> bool:
        """Tell whether the page shows this, and must read it again once it changed."""
        return False

    def read_again(self) -> None:
        """Show it as it is now, from the top: the button that was pressed may be gone."""
        self.focus_heading()
        self.refresh()

    def refresh(self) -> None:
        """Read what the page shows, in the worker, and show it."""

    def focus_notice(self) -> None:
        """Go to what is to be read now, else begin the page."""
        held = None if self.notice is None else next(iter(stops_in(self.notice)), None)
        if held is None:
            self.focus_heading()
        else:
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _first(self) -> int:
        """Place of what comes after the heading, and what was just done."""
        above = (self.standing, self.notice, self._said_done)
        return 1 + sum(one is not None for one in above)

    def focus_heading(self) -> None:
        """Begin reading at the top: after "Continuer", and when the screen opens.

        A page that opens with an error begins at the error.
        """
        self.verticalScrollBar().setValue(0)
        first = self.heading if self._errors is None else self._error_told
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def given(self, chosen: "Chosen") -> None:
        """Take a file that the page asked for, or that was dropped on it."""

    def ask_to_close(self) -> bool:
        """Ask here before the program closes on what is kept nowhere; False: it is asked on a page
        of its own.
        """
        return False

    def step_back(self) -> bool:
        """Do what "Retour" does here; False where it only leads to the page before."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on words goes to the main action, which the next Enter presses.

        It does not press it unseen: it may print, or erase. Home and End, where one does not type,
        show the start and the end of the page. A letter typed on a choice goes to the next one that
        begins with it, on the heading to the first of the page (``typed_ahead``).
        """
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        reads = isinstance(QApplication.focusWidget(), Words)
        main = self._main_action() if enters and reads and not event.isAutoRepeat() else None
        bar = self.verticalScrollBar()
        if main is not None:
            main.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.text().isalpha() and self._led_by(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _led_by(self, event: QKeyEvent) -> bool:
        """Go to the choice to which a letter leads from where one is; tell whether one does."""
        from desktop_app.gui.widgets.answers.base import types  # with the first letter
        from desktop_app.gui.widgets.typed_ahead import beginning, following, reach

        held, letter = QApplication.focusWidget(), event.text()
        if not types(event):
            return False
        if held is not self.heading:
            return reach(following(held, letter))
        found = beginning(self._content, letter)
        if found is None or self.takes_away(found):
            return False
        found.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _main_action(self) -> QWidget | None:
        """Return the main action of the page, else the first one in the order of reading."""
        stops = stops_of(self._column)
        after = stops[stops.index(self.heading) + 1 :] if self.heading in stops else stops
        usable = [
            one
            for one in after
            if isinstance(one, QPushButton) and one.isVisible() and one.isEnabled()
            if not self.takes_away(one)
        ]
        main = (one for one in usable if one.property("role") == "primary")
        return next(main, usable[0] if usable else None)

    def takes_away(self, _button: QWidget) -> bool:
        """Tell whether pressing it may lose something: Enter on words never leads to it."""
        return False

    def _dress(self) -> None:
        self._column.setSpacing(self.look.side(2))
        self._hold_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold the column when its room changes: a bar that comes takes some after it is laid."""
        super().resizeEvent(event)
        self._hold_width()
        self._focus_in_view.stay()

    def _hold_width(self) -> None:
        """Keep the column as wide as a line of text, from the side where one begins to read."""
        start, end = self._sides()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        above = self.look.side(3 if self.look.zoom <= 2 else 1.5)
        self._column.setContentsMargins(start, above, end, above)

    def _sides(self) -> tuple[int, int]:
        """Return what is left free where a line begins, and where it ends."""
        # Beyond twice, half of the sides go to the words too.
        side = self.look.side(4 if self.look.zoom <= 2 else 2)
        return side, max(side, self._port.width() - side - self._column_width())

    def _column_width(self) -> int:
        return tokens.COLUMN * self.look.letter(self.look.font())


def _discard(item: object) -> None:
    widget = getattr(item, "widget", lambda: None)()
    if widget is not None:
        let_go(widget)
        return
    layout = getattr(item, "layout", lambda: None)()
    if layout is not None:
        while layout.count():
            _discard(layout.takeAt(0))
        layout.deleteLater()
