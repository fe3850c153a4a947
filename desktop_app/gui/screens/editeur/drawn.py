"""The boxes drawn over the image of a page, and the pointer on them: moved, pulled, drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen

from desktop_app.core.packs.model import Place
from desktop_app.core.rect import Box
from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.preview import PageImage

HANDLE = 8  # pixels at 100 %, at the corner that is pulled
NEAR, INSIDE = 20, 4  # where the pointer takes it
VEIL = 40  # of 255: what is under the box in hand is still read
STILL = 6  # pixels at 100 %: a hand that trembles has moved nothing yet


@dataclass(frozen=True, slots=True)
class Shown:
    """One box of the page in view, by its number among all."""

    index: int
    place: Place


class DrawnBoxes(PageImage):
    """The image of a page; a press takes a box, a drag moves it or pulls its corner.

    ``taken`` tells the number of the box that was pressed; ``dragged`` where the box in hand was
    dropped; ``drawn`` where a new one was drawn: from where there is none, or anywhere once that is
    asked for (``draw``). The same is done with keys and in the panel: nobody has to drag. Without
    boxes it is a picture like others.
    """

    taken = Signal(int)
    dragged = Signal(object)
    drawn = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._boxes: Sequence[Shown] = ()
        self._selected = -1
        self._page_size = (1.0, 1.0)
        self._from: QPointF | None = None
        self._to: QPointF | None = None
        self._pulls = self._draws = self._asked = False

    def draw(self, draws: bool) -> None:
        """Have the next drag draw a box wherever it begins, over another one too."""
        self._asked, self._from, self._to = draws, None, None
        self.setCursor(Qt.CursorShape.CrossCursor if draws else Qt.CursorShape.ArrowCursor)
        self.update()

    def show_boxes(self, boxes: Sequence[Shown], size: tuple[float, float], selected: int) -> None:
        """Draw these boxes over the page of this size, in points."""
        self._boxes, self._page_size, self._selected = boxes, size, selected
        self.update()

    def place_of(self, box: Box) -> QRectF:
        """Return where a box is seen, in pixels of the image."""
        x, y, wide, high = box
        scale, top = self._scale(), self._page_size[1] - y - high
        return QRectF(x * scale, top * scale, wide * scale, high * scale)

    def selected_place(self) -> QRectF | None:
        """Return where the box in hand is seen; None when it is on another page."""
        held = self._held()
        return self.place_of(held.place.box) if held is not None else None

    def _held(self) -> Shown | None:
        return next((one for one in self._boxes if one.index == self._selected), None)

    def _scale(self) -> float:
        return self.width() / self._page_size[0]

    # ------------------------------------------------------------------ drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.pixmap().isNull():
            return
        painter = QPainter(self)
        for one in self._boxes:
            if one.index != self._selected:
                self._draw(painter, one.place, self.place_of(one.place.box), in_hand=False)
        held = self._held()
        if held is not None:
            self._draw(painter, held.place, self._dragged_place(held), in_hand=True)
        if self._draws and self._from is not None and self._to is not None:
            painter.setPen(QPen(self._look.on_paper("ring"), tokens.RING_WIDTH))
            painter.drawRect(QRectF(self._from, self._to).normalized())

    def _draw(self, painter: QPainter, place: Place, area: QRectF, *, in_hand: bool) -> None:
        """Draw a box; the one in hand has a thick edge, a veil and a corner to pull."""
        colour = self._look.on_paper("ring" if in_hand else "accent")
        painter.setPen(QPen(colour, tokens.RING_WIDTH if in_hand else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if in_hand:
            veil = self._look.on_paper("ring")
            veil.setAlpha(VEIL)
            painter.fillRect(area, veil)
            edge = tokens.RING_WIDTH / 2  # outside: a square to tick stays in view
            painter.drawRect(area.adjusted(-edge, -edge, edge, edge))
        else:
            painter.drawRect(area)
        painter.setPen(QPen(colour, 1))
        for cell in range(1, place.comb):
            x = area.left() + area.width() * cell / place.comb
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for line in range(1, place.lines):
            y = area.top() + area.height() * line / place.lines
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        if in_hand:
            side = HANDLE * self._look.zoom
            painter.fillRect(QRectF(area.right(), area.bottom(), side, side), colour)

    def _corner(self, area: QRectF) -> QRectF:
        """Return where the pointer pulls a box: outside, but for a few pixels."""
        side, inside = NEAR * self._look.zoom, min(INSIDE, area.width() / 3, area.height() / 3)
        return QRectF(area.right() - inside, area.bottom() - inside, side, side)

    def _dragged_place(self, held: Shown) -> QRectF:
        area = self.place_of(held.place.box)
        if self._from is None or self._to is None or self._draws:
            return area
        by = self._to - self._from
        return area.adjusted(0, 0, by.x(), by.y()) if self._pulls else area.translated(by)

    # ------------------------------------------------------------------ the pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        held = self._held()
        if not (self._boxes or self._asked):
            super().mousePressEvent(event)
            return
        area = self.place_of(held.place.box) if held is not None else QRectF()
        self._pulls = held is not None and self._corner(area).contains(at)
        under = [one for one in self._boxes if self.place_of(one.place.box).contains(at)]
        self._draws = self._asked or not (self._pulls or under)
        if not (self._pulls or self._draws):
            # The smallest: a tick may lie inside a larger box.
            smallest = min(under, key=lambda one: one.place.box[2] * one.place.box[3])
            self.taken.emit(smallest.index)
        self._from = self._to = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._to = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._draws:
            self._end_drawing()
            return
        held, moved = self._held(), self._is_far()
        area = self._dragged_place(held).normalized() if held is not None else QRectF()
        self._from = self._to = None
        if held is not None and moved:
            self.dragged.emit(self._points(area))
        self.update()

    def _end_drawing(self) -> None:
        """Tell the part of the page that was drawn; a click alone draws nothing."""
        if self._from is not None and self._to is not None and self._is_far():
            area = QRectF(self._from, self._to).normalized()
            self.drawn.emit(self._points(area.intersected(QRectF(self.rect()))))
        self._from = self._to = None
        self.update()

    def _is_far(self) -> bool:
        if self._from is None or self._to is None:
            return False
        return (self._to - self._from).manhattanLength() >= STILL * self._look.zoom

    def _points(self, area: QRectF) -> Box:
        scale = self._scale()
        wide, high = area.width() / scale, area.height() / scale
        return area.left() / scale, self._page_size[1] - area.top() / scale - high, wide, high
