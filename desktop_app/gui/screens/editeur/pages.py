"""The pages of the PDF with the boxes over them: looked at, and worked on with the keys."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app import i18n
from desktop_app.core.authoring import boxes
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.outline import Outline
from desktop_app.core.rect import Box
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.screens.editeur.drawn import DrawnBoxes, Shown
from desktop_app.gui.widgets.preview import PagePlace, Preview
from desktop_app.sentences import box_words
from desktop_app.workflow.drawing import Drawn, MakeViewer
from desktop_app.workflow.packs.editing_form import Gesture

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
FAR = 10  # points


class PageActions(Protocol):
    """What the pages do to the box in hand."""

    def take(self, index: int) -> None: ...
    def place(self, gesture: Gesture) -> None: ...
    def draw(self, page: int, box: Box) -> None: ...
    def add_box(self) -> None: ...
    def remove_box(self) -> None: ...


class BoxPages(Preview):
    """Shows pages like any other; and once a form is given, its boxes over them, to be worked on,
    always at the page of the box in hand.

    Args:
        viewer: what draws them; without one, they are a blank's, and change seldom.
    """

    def __init__(
        self,
        context: Context,
        actions: PageActions,
        failed: Callable[[BaseException], None],
        viewer: MakeViewer | None = None,
    ) -> None:
        self._actions = actions
        self._drawn_boxes = DrawnBoxes(context.look)
        self._drawn_page = 0
        self._form: EditedForm | None = None
        self._sizes: Sequence[tuple[float, float]] = ()
        self._selected, self._only_held = -1, False
        make = viewer or context.tools.viewer
        live = viewer is not None
        super().__init__(context.look, context.jobs, make, failed, tall=False, live=live)
        self._drawn_boxes.taken.connect(actions.take)
        self._drawn_boxes.dragged.connect(self._drop)
        self._drawn_boxes.drawn.connect(lambda box: actions.draw(self._drawn_page, box))

    @property
    def page(self) -> int:
        """The page in view."""
        return self._page

    def show_form(self, form: EditedForm, selected: int, *, only_held: bool = False) -> None:
        """Draw the boxes of a form; ``only_held`` draws only the one in hand."""
        self._form, self._selected, self._only_held = form, selected, only_held
        self._work(True)
        if not self._place.hasFocus():  # there it is announced, and would be heard twice
            self._place.setAccessibleDescription(self._box_words())
        if 0 <= selected < len(form.places):
            self._rest.start()  # the next box may be on another page: what draws stays ready
            self.turn_to(form.places[selected].page)
        self._draw_boxes()
        self._reveal()

    def leave_boxes(self) -> None:
        """Show the pages alone again."""
        self._form, self._selected = None, -1
        self._drawn_boxes.show_boxes((), (1.0, 1.0), -1)
        self.let_draw(())
        self._work(False)

    def let_draw(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Have a box be drawn by the next drag of the pointer, on pages of these sizes; without
        them it is not.
        """
        self._sizes = sizes
        self._drawn_boxes.draw(bool(sizes))
        self._draw_boxes()

    def _work(self, works: bool) -> None:
        assert isinstance(self._place, _BoxPlace)
        if self._place.let_work(works):
            super().outline(())
            self._say()

    def be_high(self, pixels: int) -> None:
        """Show so much of a page at once; 0 as much as there is room for."""
        assert isinstance(self._place, _BoxPlace)
        self._place.be_high(pixels)

    def begin(self) -> None:
        """Go to the page, where the arrows move the box in hand."""
        self._place.setFocus(Qt.FocusReason.OtherFocusReason)

    def works_in(self, held: QWidget) -> bool:
        """Tell whether the focus is where the arrows move the box in hand."""
        return held is self._place and self._form is not None

    def say_box(self) -> None:
        """Have a screen reader hear where the box in hand is now."""
        if words := self._box_words():
            announce(self._place, words)

    def _box_words(self) -> str:
        """Return where the box in hand lies, in words; "" without one."""
        if self._form is None or self._selected < 0:
            return ""
        return box_words.where(self._form, self._selected)

    def _drop(self, box: Box) -> None:
        self._actions.place(lambda form, index: boxes.set_box(form, index, box))

    def outline(self, outlines: Sequence[Outline]) -> None:
        """Outline these boxes, unless they are being worked on: the one in hand shows then."""
        super().outline(() if self._form is not None else outlines)

    def _make_place(self) -> PagePlace:
        return _BoxPlace(self._resized, self._drawn_boxes, self._actions)

    def _put(self, drawn: Drawn, ratio: float) -> None:
        self._drawn_page = drawn.page
        super()._put(drawn, ratio)
        self._draw_boxes()
        self._reveal()

    def _draw_boxes(self) -> None:
        """Draw the boxes of the page whose image is in view: another may be on its way."""
        if self._sizes and self._form is None and self._drawn_page:
            self._drawn_boxes.show_boxes((), self._sizes[self._drawn_page - 1], -1)
        if self._form is None or not self._drawn_page:
            return
        on_page = [
            Shown(index, place)
            for index, place in enumerate(self._form.places)
            if place.page == self._drawn_page and (not self._only_held or index == self._selected)
        ]
        size = self._form.page_sizes[self._drawn_page - 1]
        self._drawn_boxes.show_boxes(on_page, size, self._selected)

    def _reveal(self) -> None:
        if (area := self._drawn_boxes.selected_place()) is not None:
            assert isinstance(self._place, _BoxPlace)
            self._place.bring(area)


class _BoxPlace(PagePlace):
    """While boxes are worked on it takes the focus: arrows move the box in hand, by ten points
    with Control; Shift and arrows change its size.
    """

    def __init__(
        self, resized: Callable[[], None], image: DrawnBoxes, actions: PageActions
    ) -> None:
        self._high, self._works = 0, False
        super().__init__(resized, image)
        self._actions = actions

    def let_work(self, works: bool) -> bool:
        """Have the keys work on the box in hand, or scroll the page; tell whether that is new."""
        changed, self._works = works != self._works, works
        self._may_scroll()
        return changed

    def be_high(self, pixels: int) -> None:
        self._high = pixels
        self._fit_height()

    def _fit_height(self) -> None:
        super()._fit_height()
        if self._high:
            self.setFixedHeight(self._high)

    def bring(self, area: QRectF) -> None:
        """Bring a box into view, in the middle when it was not."""
        center, size = area.center().toPoint(), area.size().toSize()
        wide, high = self.viewport().width(), self.viewport().height()
        self.ensureVisible(
            center.x(),
            center.y(),
            min(size.width() // 2 + 8, wide // 2),
            min(size.height() // 2 + 24, high // 2),
        )

        if self._tall and self.hasFocus():
            self._bring_outside(center)

    def _bring_outside(self, center: QPoint) -> None:
        """Scroll the screen to a place of a page that is shown whole: one works there."""
        screen = self.parentWidget()
        while screen is not None and not isinstance(screen, QScrollArea):
            screen = screen.parentWidget()
        if isinstance(screen, QScrollArea) and (inside := screen.widget()) is not None:
            seen = self.image.mapTo(inside, center)
            screen.ensureVisible(seen.x(), seen.y(), 0, screen.viewport().height() // 4)

    def name(self, words: str) -> None:
        moves = i18n.text("les flèches déplacent la case")
        super().name(i18n.labelled(words, moves) if self._works else words)

    def _may_scroll(self) -> None:
        """Keep the focus whether the page scrolls or not, while the keys work on the box."""
        super()._may_scroll()
        if self._works:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._works:
            super().keyPressEvent(event)
            return
        right, up = ARROWS.get(Qt.Key(event.key()), (0, 0))
        if right or up:
            far = FAR if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
            right, up = right * far, up * far
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._actions.place(lambda form, index: boxes.resize(form, index, right, -up))
            else:
                self._actions.place(lambda form, index: boxes.move(form, index, right, up))
        elif event.isAutoRepeat():
            event.ignore()
        elif event.key() == Qt.Key.Key_Delete:
            self._actions.remove_box()
        elif event.key() == Qt.Key.Key_Insert:
            self._actions.add_box()
        else:
            super().keyPressEvent(event)
