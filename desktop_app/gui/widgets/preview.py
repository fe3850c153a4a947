"""Pages of a PDF on the screen, one at a time, drawn by a child process: its width, or larger."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.outline import Outline
from desktop_app.core.rect import height, shared_height
from desktop_app.gui.accessible import SPOKEN_AS, announce
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.look.look import Look
from desktop_app.gui.picture import image_of, turned
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout, lay_out
from desktop_app.gui.widgets.outline import outlined, place_of
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.drawing import Drawer, Drawn, MakeViewer

ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
"""Times the width of its place."""
LEAST = 64  # pixels: before the layout has given it a place, it has none
REST_MS = 20_000
SETTLING_MS = 60  # a window made larger by hand gives many widths

_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_DOWNWARDS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Preview(QFrame):
    """Shows a document page by page; it never takes the focus by itself.

    ``turned`` is emitted with the page that the person turned to; ``pressed`` with the page and the
    place where she clicked on it, as parts of its width and of its height from the top.

    Args:
        viewer: makes what draws, in the worker, at the first page: nothing is loaded before.
        failed: says why a page cannot be shown.
        tall: as high as its page, and the screen scrolls; else its page scrolls inside it.
        live: its document changes all the time, so what draws stays ready (50 MB). Else it stays
            only for a while, after the person has turned or enlarged a page.
    """

    turned = Signal(int)
    pressed = Signal(int, float, float)

    def __init__(
        self,
        look: Look,
        jobs: Jobs,
        viewer: MakeViewer,
        failed: Callable[[BaseException], None],
        *,
        tall: bool = True,
        live: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._live, self._bare_row = live, False
        self._look, self._jobs, self._failed = look, jobs, failed
        self._drawer = Drawer(viewer)
        self._data, self._page, self._pages, self._zoom = b"", 1, 0, 1.0
        self.pages_seen = 0  # pages of what it showed: counted once it is gone
        self._other = b""
        self._drawing = self._again = self._aloud = self._still = False
        self._drawn: tuple[bytes, int, int, bytes] | None = None
        self._bare: tuple[int, QPixmap] | None = None
        self._outlines: Sequence[Outline] = ()
        self._turns: Mapping[int, int] = {}
        self._soon = QTimer(self, interval=SETTLING_MS, singleShot=True)
        self._soon.timeout.connect(self._refresh)
        self._first = QTimer(self, interval=0, singleShot=True)
        self._first.timeout.connect(self._draw_first)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._let_rest)
        self._where = Words(look, i18n.text("La page se prépare…"), "hint")
        self._place = self._make_place()
        if isinstance(image := self._place.image, PageImage):
            image.pressed.connect(lambda x, y: self.pressed.emit(self._page, x, y))
        self._column = column = QVBoxLayout(self)
        margin = look.space(1)
        column.setContentsMargins(margin, margin, margin, margin)
        self._row = self._buttons()
        column.addWidget(self._row)
        column.addWidget(self._where)
        column.addWidget(self._place, 1)
        self.set_tall(tall)
        drawer = self._drawer
        self.destroyed.connect(lambda: jobs.end(drawer.close))

    def _make_place(self) -> "PagePlace":
        """Return where the page is seen."""
        return PagePlace(self._resized)

    @property
    def _image(self) -> QLabel:
        return self._place.image

    def set_tall(self, tall: bool) -> None:
        """Be as high as the page, or as high as there is room."""
        self._place.set_tall(tall)

    def set_strip(self, strip: bool) -> None:
        """Be a strip of the page around what is outlined: no button, and Tab never stops there."""
        self._row.setHidden(strip or self._bare_row)
        self._where.setHidden(strip)
        self.setProperty("role", "" if strip else "card")
        self.style().polish(self)
        margin = 0 if strip else self._look.space(1)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._zoom = 1.0
        self._place.set_strip(strip)
        self._show_outlined()

    def be_bare(self) -> None:
        """Show no button: one turns to its pages from what stands beside it."""
        self._bare_row = True
        self._row.hide()

    def show_document(
        self,
        data: bytes,
        pages: int,
        *,
        aloud: bool = True,
        other: bytes = b"",
        more: bool = False,
        still: bool = False,
    ) -> None:
        """Show a document, at the page that was shown; ``aloud`` says so to a screen reader.

        ``other``: what it is compared with; where it differs first is outlined. ``more``: it is of
        several pages soon, and what turns them has its room. ``still``: it is what one is reading,
        made for good, and moves for no difference: what was typed was shown before.
        """
        self._still = still
        self._data, self._pages, self._other = data, pages, other
        self.pages_seen = max(self.pages_seen, pages)
        self._page = min(max(self._page, 1), max(pages, 1))
        self._aloud = self._aloud or aloud
        for turner in self._turners:
            turner.setVisible(pages > 1 or more)
        self._say()
        if self._bare is None:  # its place is still being laid out: it would be drawn twice
            self._first.start()
        else:
            self._refresh()

    def turn_to(self, page: int) -> None:
        """Show a page, without a word: what the person does elsewhere leads here."""
        if not self._pages:
            self._page = page  # for the document that is on its way
        elif 1 <= page <= self._pages and page != self._page:
            self._page = page
            self._say()
            self._refresh()

    def turn_pages(self, turns: Mapping[int, int]) -> None:
        """Show these pages turned by so many degrees to the left: they lie on their side."""
        self._turns, self._drawn = turns, None
        self._refresh()

    def outline(self, outlines: Sequence[Outline]) -> None:
        """Outline these boxes on their pages; the strong one comes into view."""
        self._outlines = outlines
        self._show_outlined()

    def _show_outlined(self) -> None:
        if self._bare is None or self._bare[0] != self._page:
            return  # the page is on its way, and will be outlined when it comes
        here = [one for one in self._outlines if one.page == self._page]
        bare = self._bare[1]
        self._place.put(outlined(bare, here, self._look) if here else bare)
        strong = [place_of(one, bare) for one in here if one.strong]
        if strong:
            self._place.reveal(round(strong[0].top()), round(strong[0].bottom()))

    # ------------------------------------------------------------------ gestures

    def _buttons(self) -> QWidget:
        row, flow = FlowLayout.row(self._look.space(1))
        buttons = []
        for text, name, pressed in (
            (i18n.text("Page précédente"), "", lambda: self._turn(-1)),
            (i18n.text("Page suivante"), "", lambda: self._turn(1)),
            (i18n.text("Réduire"), i18n.text("Réduire la page"), lambda: self._scale(-1)),
            (i18n.text("Agrandir"), i18n.text("Agrandir la page"), lambda: self._scale(1)),
        ):
            button = Button(self._look, text, pressed)
            button.setAccessibleName(name or text)
            buttons.append(button)
            flow.addWidget(button)
        self._turners = buttons[:2]
        for turner in self._turners:
            turner.hide()
        return row

    def _turn(self, by: int) -> None:
        self._page = min(max(self._page + by, 1), max(self._pages, 1))
        self._place.verticalScrollBar().setValue(0)
        self._by_hand()
        self.turned.emit(self._page)

    def _scale(self, by: int) -> None:
        index = min(max(ZOOMS.index(self._zoom) + by, 0), len(ZOOMS) - 1)
        self._zoom = ZOOMS[index]
        self._by_hand()

    def _by_hand(self) -> None:
        self._aloud = True
        self._rest.start()
        self._say()
        self._refresh()

    def _say(self) -> None:
        words = i18n.text("Page {page} sur {pages}").format(page=self._page, pages=self._pages)
        self._place.name(words)
        size = (
            i18n.text("toute la largeur")
            if self._zoom == 1
            else i18n.text("{n} % de la largeur").format(n=round(self._zoom * 100))
        )
        self._where.say(f"{words} · {size}")

    # ------------------------------------------------------------------ drawing

    def _let_rest(self) -> None:
        if not self._live:
            self._jobs.end(self._drawer.rest)

    def _resized(self) -> None:
        if self._data:
            self._soon.start()

    def _draw_first(self) -> None:
        """Draw the first page as wide as it will stay: its place may have another width still."""
        lay_out()
        self._refresh()

    def _refresh(self) -> None:
        """Draw what is wanted now; while something is drawn, what comes next is only noted."""
        ratio = self.devicePixelRatioF()
        wide = round(self._place.room() * self._zoom * ratio)
        wanted = (self._data, self._page, wide, self._other)
        if not self._data or wide < LEAST or (wanted == self._drawn and not self._aloud):
            return
        if self._drawing:
            self._again = self._again or wanted != self._drawn
            return
        self._drawing, self._drawn = True, wanted
        drawer, stay = self._drawer, self._live or self._rest.isActive()
        known = self._outlines and not self._other  # where to look is told
        pages = self._pages if self._live and not self._aloud and not known else 0
        self._jobs.run_aside(
            lambda: drawer.draw(*wanted, pages=pages, stay=stay),
            done=lambda drawn: self._put(drawn, ratio),
            failed=self._refused,
        )

    def _put(self, drawn: Drawn, ratio: float) -> None:
        pixmap = QPixmap.fromImage(turned(image_of(drawn.picture), self._turns.get(drawn.page, 0)))
        pixmap.setDevicePixelRatio(ratio)
        self._bare = drawn.page, pixmap
        self._place.written = [(top / ratio, foot / ratio) for top, foot in drawn.written]
        self._place.put(pixmap)
        if drawn.compared:
            self._outlines = _outlines_of(drawn)
        if self._outlines:
            self._show_outlined()
        elif drawn.changed is not None and not self._still:
            row = round(drawn.changed[0] / ratio)
            self._place.reveal(row, row)
        else:
            self._place.reveal_words()
        if drawn.page != self._page and not self._again:
            self._follow_to(drawn.page)
        if self._aloud and not self._again:
            self._aloud = False
            announce(self._place, self._where.text())
        self._ended()

    def _follow_to(self, page: int) -> None:
        """Stay at the page where what is typed was seen to appear."""
        data, _page, wide, other = self._drawn or (b"", 0, 0, b"")
        self._page, self._drawn = page, (data, page, wide, other)
        self._say()

    def _refused(self, problem: BaseException) -> None:
        self._drawn = None
        self._failed(problem)
        self._ended()

    def _ended(self) -> None:
        self._drawing = False
        if self._again:
            self._again = False
            self._refresh()


def _outlines_of(drawn: Drawn) -> tuple[Outline, ...]:
    """Return the outline of what differs; of nothing, none."""
    if drawn.changed is None:
        return ()
    (top, foot), (left, right) = drawn.changed, drawn.ink
    high = drawn.picture.height
    rect = (float(left), float(high - foot), float(right), float(high - top))
    size = float(drawn.picture.width), float(high)
    return (Outline(drawn.page, rect, size, strong=True),)


class PageImage(QLabel):
    """The picture of a page; ``pressed`` tells where, as parts of its width and height."""

    pressed = Signal(float, float)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.button() == Qt.MouseButton.LeftButton and self.width() and self.height():
            self.pressed.emit(at.x() / self.width(), at.y() / self.height())
        super().mousePressEvent(event)


class PagePlace(QScrollArea):
    """Where the page is seen. Where it is larger, Tab stops, arrows scroll it, and Tab goes on."""

    def __init__(self, resized: Callable[[], None], image: QLabel | None = None) -> None:
        super().__init__()
        self.setProperty(SPOKEN_AS, "picture")
        self.written: Sequence[tuple[float, float]] = ()  # rows where words stand, from the top
        self._resized_to = resized
        self._tall, self._strip = True, False
        self.image = image or PageImage()
        self.image.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self.image)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.rangeChanged.connect(self._may_scroll)

    def _may_scroll(self) -> None:
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        scrolls = not self._strip and any(bar.maximum() > 0 for bar in bars)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def set_tall(self, tall: bool) -> None:
        self._tall = tall
        policy, never = Qt.ScrollBarPolicy, tall or self._strip
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if never else policy.ScrollBarAlwaysOn
        )
        high = QSizePolicy.Policy.Fixed if tall else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, high)
        self._fit_height()

    def set_strip(self, strip: bool) -> None:
        """Show a strip of the page: what is brought into view stands in the middle of it."""
        self._strip = strip
        self.set_tall(self._tall)
        self._may_scroll()

    def room(self) -> int:
        """Return the width that a page may take without scrolling sideways."""
        return self.viewport().width()

    def name(self, words: str) -> None:
        self.setAccessibleName(words)
        self.image.setAccessibleName(words)

    def put(self, pixmap: QPixmap) -> None:
        self.image.setPixmap(pixmap)
        self.image.resize(pixmap.deviceIndependentSize().toSize())
        self._fit_height()

    def reveal(self, top: int, foot: int) -> None:
        """Bring a place of the page into view, unless it is: what is typed may be far below."""
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if self._strip:
            bar.setValue(min(top, (top + foot - high) // 2))
            self.reveal_words()
        elif not bar.value() <= top <= bar.value() + high * 3 // 4:
            bar.setValue(top - high // 3)

    def reveal_words(self) -> None:
        """Have a strip where no words stand show the nearest ones: of dotted lines, or of white
        alone, nobody can tell what they are. Those that one writes there are the nearest then.
        """
        bar, high = self.verticalScrollBar(), self.viewport().height()
        top, foot = bar.value(), bar.value() + high
        # Words in a frame are as high as it: a part of it is enough.
        strip, lines = (0, top, 0, foot), [(0, line[0], 0, line[1]) for line in self.written]
        some = any(shared_height(strip, one) >= min(height(one), high // 4) for one in lines)
        if not self._strip or some or not self.written:
            return
        above, below = min(self.written, key=lambda line: max(top - line[0], line[1] - foot))
        edge = high // 8
        bar.setValue(round(below + edge - high if above < top else above - edge))

    def _fit_height(self) -> None:
        if not self._tall:
            self.setMinimumHeight(0)
            self.setMaximumHeight(1 << 20)
            return
        high = self.image.height() if not self.image.pixmap().isNull() else 0
        if self.image.width() > self.viewport().width():
            high += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._resized_to()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bars = {_SIDEWAYS: self.horizontalScrollBar(), _DOWNWARDS: self.verticalScrollBar()}
        for keys, bar in bars.items():
            if event.key() in keys and bar.maximum() == 0:
                event.ignore()  # the screen scrolls then
                return
        super().keyPressEvent(event)
