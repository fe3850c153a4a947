"""A page with something at its right when the window is wide enough for the size of the text.

Where it is not, a strip of it may stand under the text, which keeps two thirds of the window.
"""

import itertools
import math
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.page import SETTLED_MS, Page
from desktop_app.gui.widgets.stops import stops_of

# In letters of the text at its present size, so that a zoomed window has one column again.
TEXT, BESIDE = 52, 48
WIDEST = 120
# In lines of the text: what a strip must have to be of use, and may; what is kept above it.
STRIP, HIGHEST, ABOVE = 4, 10, 13


class WidePage(Page):
    """What stands beside is as high as the window, and stays in view while the page scrolls.

    ``widened`` tells when it comes beside (True), or stands under the text or nowhere (False): the
    screen then offers it otherwise. Tab reaches it after the page's own actions; it never takes the
    focus by itself.
    """

    widened = Signal(bool)
    text, next_to_it = TEXT, BESIDE  # the least of each, in letters
    _side: QWidget | None = None
    _ground: QFrame
    """Behind it, a shade darker than the page."""
    _wide = False
    _strip: QFrame | None = None
    """Under the text: what holds a strip of it."""
    _strip_high = 0

    def __init__(self, look: Look, heading: str) -> None:
        super().__init__(look, heading)
        look.changed.connect(self._make_room)
        self.verticalScrollBar().valueChanged.connect(self._side_follows)
        self._settled = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(self._make_room)
        self._content.resized.connect(self.measure_soon)

    @property
    def wide(self) -> bool:
        """Whether there is room for it now."""
        return self._wide

    @property
    def in_view(self) -> bool:
        """Whether it is seen now, whole or as a strip."""
        return self._wide or self._strip_high > 0

    @property
    def beside(self) -> QWidget | None:
        """What stands at the right now; None in a narrow window."""
        return self._side if self._wide else None

    def put_beside(self, widget: QWidget, strip: Callable[[bool], object] | None = None) -> None:
        """Have this widget at the right from now on, while there is room.

        ``strip`` has it show a strip of what it is (True), under the text where the window is too
        narrow and high enough; without it, it is not seen there.
        """
        self._side = widget
        self._as_strip = strip
        if strip is not None:
            self._strip = QFrame(self)
            self._strip.setProperty("role", "strip")
            column_in(self._strip, 0)
            self._strip.hide()
        self._ground = QFrame(self._content)
        self._ground.setProperty("role", "side")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._ground.setProperty("mirrored", mirrored)
        self._ground.hide()
        widget.setParent(self._content)
        widget.hide()
        self._wide = False
        self._make_room()

    def first_foot(self) -> int:
        """Return how far down the page goes what no strip may hide, in pixels; 0 for nothing."""
        return 0

    def measure_soon(self) -> None:
        """See whether there is room for a strip, once what the page holds is laid out."""
        if self._strip is not None:
            self._settled.start()

    def put_aside(self, seen: QWidget, set_tall: Callable[[bool], object]) -> QWidget:
        """Have a paper at the right while there is room, else in the place returned.

        ``set_tall`` has it be as high as its page, or as high as there is room.
        """
        inside, beside = QWidget(), QWidget()
        for place in (inside, beside):
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)

        def stand(wide: bool) -> None:
            layout = (beside if wide else inside).layout()
            assert layout is not None
            set_tall(not wide)
            layout.addWidget(seen)

        self.put_beside(beside)
        self.widened.connect(stand)
        stand(self.wide)
        return inside

    def order_stops(self) -> None:
        super().order_stops()
        if self._side is None or not self._wide:
            return
        stops = [*stops_of(self._column)[-1:], *self._side_stops()]
        for one, other in itertools.pairwise(stops):
            QWidget.setTabOrder(one, other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _side_stops(self) -> list[QWidget]:
        layout = self._side.layout() if self._side is not None else None
        return stops_of(layout) if layout is not None else []

    def _side_letter(self) -> int:
        return self.look.letter(self.look.font())

    def _make_room(self) -> None:
        """Decide by the whole width: a scroll bar that comes and goes must not change it."""
        if self._side is None:
            return
        letter, side = self._side_letter(), self.look.space(4)
        wide = self.width() >= (self.text + self.next_to_it) * letter + 4 * side
        high = 0 if wide else self._strip_room()
        changed = (wide, high > 0) != (self._wide, self._strip_high > 0)
        self._wide, self._strip_high = wide, high
        if changed:
            self._move(self._side)
        self._lay_strip()
        self._dress()
        if changed:
            self.widened.emit(wide)

    def _move(self, side: QWidget) -> None:
        """Put it where it is seen now."""
        under = self._strip_high > 0
        self._ground.setVisible(self._wide)
        if self._strip is not None and (layout := self._strip.layout()) is not None:
            if under:
                layout.addWidget(side)
            else:
                layout.removeWidget(side)
                side.setParent(self._content)
            self._strip.setVisible(under)
            if self._as_strip is not None:
                self._as_strip(under)
        side.setVisible(self.in_view)

    def _strip_room(self) -> int:
        """Return how high a strip may be, in pixels: what is over two thirds of the window.

        None where that is too little for it, or where the text needs the rest: larger letters, what
        is to be answered first, lines that a scroll bar would make shorter.
        """
        window, needed = self.window(), self._column_width() + 3 * self.look.side(4)
        if self._strip is None or window is self or self.width() < needed:
            return 0
        line = QFontMetrics(self.look.font()).lineSpacing()
        kept = math.ceil(window.height() * 2 / 3)
        high = min(self.height() - kept, HIGHEST * line)
        least = max(ABOVE * line, self.first_foot())
        return high if high >= STRIP * line and self.height() - high >= least else 0

    def _lay_strip(self) -> None:
        high = self._strip_high
        if self._strip is not None:
            side = self.look.side(4)
            self._strip.setContentsMargins(side, self.look.space(1), side, 0)
            self._strip.setGeometry(0, self.height() - high, self.width(), high)
        if self.viewportMargins().bottom() != high:
            self.setViewportMargins(0, 0, 0, high)

    def _side_place(self) -> QRect:
        """Return where it stands in what scrolls: half of what the text does not need."""
        letter, side = self._side_letter(), self.look.space(4)
        room = self._port.width() - 3 * side
        text = min(tokens.COLUMN * letter, max(self.text * letter, room // 2))
        width = min(room - text, WIDEST * letter)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = side if mirrored else self._port.width() - side - width
        top = self.verticalScrollBar().value() + self.look.space(2)
        return QRect(left, top, width, self._port.height() - 2 * self.look.space(2))

    def _side_follows(self) -> None:
        if self._side is not None and self._wide:
            place, edge = self._side_place(), self.look.space(2)
            self._side.setGeometry(place)
            above = self.verticalScrollBar().value()
            behind = QRect(place.left() - edge, above, self._port.width(), self._port.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                behind.moveRight(place.right() + edge)
            self._ground.setGeometry(behind)

    def _hold_width(self) -> None:
        super()._hold_width()
        self._side_follows()

    def _sides(self) -> tuple[int, int]:
        start, end = super()._sides()
        if self._side is None or not self._wide:
            return start, end
        return start, max(end, start + self._side_place().width() + self.look.space(4))
