"""Pieces of a letter, cut out where something was read: each stands beside what is said of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from shiboken6 import isValid

from desktop_app import i18n
from desktop_app.core.outline import Outline
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look
from desktop_app.gui.picture import image_of, turned
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.outline import AROUND
from desktop_app.workflow.ports import PageViewer

WIDE = 1500  # pixels of a page, of which a piece is cut; more in large letters
PART = 0.6  # of the page: how wide a piece is, unless what was read is wider; less in large letters
LARGEST = 1.6  # times: letters of a piece grow with the text up to that
ROUND = 1.2  # heights of the line, above and under it
MOST = 3  # pieces of one fact


class Pieces:
    """Cuts a letter once: a page is drawn by a child process, then only its pieces are kept."""

    def __init__(self, look: Look, jobs: Jobs, failed: Callable[[BaseException], None]) -> None:
        self._look, self._jobs, self._failed = look, jobs, failed
        self._cut: dict[Outline, QPixmap] = {}
        self._waiting: list[_Places] = []

    def cut(
        self,
        viewer: Callable[[], PageViewer],
        data: bytes,
        outlines: Iterable[Outline],
        turns: Mapping[int, int],
    ) -> None:
        """Cut these out of the letter; whoever waits for them shows them then."""
        wanted, times = [*outlines], min(self._look.zoom, LARGEST)
        pages = sorted({one.page for one in wanted})

        def work() -> dict[Outline, QImage]:
            drawing = viewer()
            try:
                found: dict[Outline, QImage] = {}
                for page in pages:
                    drawn = image_of(drawing.draw(data, page, round(WIDE * times)))
                    seen = turned(drawn, turns.get(page, 0))
                    found |= {one: _piece(seen, one, times) for one in wanted if one.page == page}
                return found
            finally:
                drawing.close()

        self._jobs.run_aside(work, done=lambda found: self._put(found, times), failed=self._failed)

    def place(self, outlines: Sequence[Outline]) -> QWidget:
        """Return where the pieces of one fact are seen, now or once they are cut."""
        place = _Places(self._look, [*dict.fromkeys(outlines)][:MOST])
        self._waiting = [one for one in self._waiting if isValid(one)]
        self._waiting.append(place)
        place.show_of(self._cut)
        return place

    def _put(self, found: Mapping[Outline, QImage], times: float) -> None:
        for one, image in found.items():
            self._cut[one] = self._outlined(one, QPixmap.fromImage(image), times)
        for place in self._waiting:
            if isValid(place):
                place.show_of(self._cut)

    def _outlined(self, one: Outline, piece: QPixmap, times: float) -> QPixmap:
        """Draw the box of what was read, as on the whole page."""
        x, y, wide, _ = _part(one, times)
        scale = piece.width() / wide
        x0, y0, x1, y1 = one.rect
        box = QRectF(x0 - x, one.size[1] - y1 - y, x1 - x0, y1 - y0)
        around = box.adjusted(-AROUND, -AROUND, AROUND, AROUND)
        painter = QPainter(piece)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.setPen(QPen(self._look.on_paper("error"), tokens.RING_WIDTH / scale))
        painter.drawRect(around)
        painter.resetTransform()
        painter.setPen(QPen(self._look.colour("edge"), tokens.EDGE))
        painter.drawRect(piece.rect().adjusted(1, 1, -1, -1))
        painter.end()
        return piece


def _part(one: Outline, times: float) -> tuple[float, float, float, float]:
    """Return the part of the page around a box, in points from the upper left: x, y, wide, high."""
    (x0, y0, x1, y1), (wide, high) = one.rect, one.size
    line = y1 - y0
    across = min(wide, max(PART / times * wide, 1.1 * (x1 - x0)))
    left = min(max(0.0, (x0 + x1 - across) / 2), wide - across)
    top = max(0.0, high - y1 - ROUND * line)
    return left, top, across, min(high - top, line * (1 + 2 * ROUND))


def _piece(page: QImage, one: Outline, times: float) -> QImage:
    scale = page.width() / one.size[0]
    x, y, wide, high = (round(side * scale) for side in _part(one, times))
    return page.copy(QRect(x, y, wide, max(1, high)))


class _Places(QWidget):
    """The pieces of one fact, one under the other."""

    def __init__(self, look: Look, outlines: Sequence[Outline]) -> None:
        super().__init__()
        self._outlines = outlines
        self._column = column_in(self)
        self._column.setSpacing(look.space(1))
        self._shown: set[Outline] = set()
        self._look = look

    def show_of(self, cut: Mapping[Outline, QPixmap]) -> None:
        """Show those that are cut."""
        for one in self._outlines:
            if one in cut and one not in self._shown:
                self._shown.add(one)
                self._column.addWidget(Piece(cut[one]))


class Piece(QLabel):
    """One piece, as wide as its place, never larger than it was drawn."""

    def __init__(self, piece: QPixmap) -> None:
        super().__init__()
        self._piece = piece
        self.setAccessibleName(i18n.text("Image de la lettre, là où c’est écrit"))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit(self._piece.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(event.size().width())

    def _fit(self, room: int) -> None:
        ratio = self.devicePixelRatioF()
        wide = min(round(room * ratio), self._piece.width())
        drawn = self._piece.scaledToWidth(max(1, wide), Qt.TransformationMode.SmoothTransformation)
        drawn.setDevicePixelRatio(ratio)
        self.setPixmap(drawn)
        self.setFixedHeight(max(1, round(drawn.height() / ratio)))
