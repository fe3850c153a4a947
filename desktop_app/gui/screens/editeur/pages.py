"""The pages of the PDF with the boxes over them: looked at, and worked on with the keys."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from desktop_app import i18n
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.rect import Box
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.screens.editeur.drawn import DrawnBoxes, Shown
from desktop_app.gui.widgets.preview import PagePlace, Preview
from desktop_app.workflow.drawing import Drawn

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class PageActions(Protocol):
    """What the pages do to the box in hand."""

    def take(self, index: int) -> None: ...
    def move_by(self, right: int, up: int) -> None: ...
    def resize_by(self, wider: int, lower: int) -> None: ...
    def drop(self, box: Box) -> None: ...
    def add_box(self) -> None: ...
    def remove_box(self) -> None: ...


class BoxPages(Preview):
    """Shows the blank, or the blank filled with samples, always at the page of the box in hand."""

    def __init__(
        self, context: Context, actions: PageActions, failed: Callable[[BaseException], None]
    ) -> None:
        self._actions = actions
        self._drawn_boxes = DrawnBoxes(context.look)
        self._drawn_page = 0
        self._form: EditedForm | None = None
        self._selected, self._only_held = -1, False
        super().__init__(context.look, context.jobs, context.tools.viewer, failed, tall=False)
        self._drawn_boxes.taken.connect(actions.take)
        self._drawn_boxes.dragged.connect(actions.drop)

    @property
    def page(self) -> int:
        """The page in view."""
        return self._page

    def show_form(self, form: EditedForm, selected: int, *, only_held: bool = False) -> None:
        """Draw the boxes of a form; ``only_held`` draws only the one in hand."""
        self._form, self._selected, self._only_held = form, selected, only_held
        if 0 <= selected < len(form.places):
            self._rest.start()  # the next box may be on another page: what draws stays ready
            self.turn_to(form.places[selected].page)
        self._draw_boxes()
        self._reveal()

    def be_high(self, pixels: int) -> None:
        """Show so much of a page at once; 0 as much as there is room for."""
        assert isinstance(self._place, _BoxPlace)
        self._place.be_high(pixels)

    def say_box(self, words: str) -> None:
        """Have a screen reader hear where the box in hand is now."""
        self._place.setAccessibleDescription(words)
        announce(self._place, words)

    def _make_place(self) -> PagePlace:
        return _BoxPlace(self._resized, self._drawn_boxes, self._actions)

    def _put(self, drawn: Drawn, ratio: float) -> None:
        self._drawn_page = drawn.page
        super()._put(drawn, ratio)
        self._draw_boxes()
        self._reveal()

    def _draw_boxes(self) -> None:
        """Draw the boxes of the page whose image is in view: another may be on its way."""
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
    """Takes the focus; arrows move the box in hand, Shift and arrows change its size."""

    def __init__(
        self, resized: Callable[[], None], image: DrawnBoxes, actions: PageActions
    ) -> None:
        self._high = 0
        super().__init__(resized, image)
        self._actions = actions
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def be_high(self, pixels: int) -> None:
        self._high = pixels
        self._fit_height()

    def _fit_height(self) -> None:
        self.setMinimumHeight(self._high)
        self.setMaximumHeight(self._high or 1 << 20)

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

    def name(self, words: str) -> None:
        super().name(i18n.labelled(words, i18n.text("les flèches déplacent la case")))

    def _may_scroll(self) -> None:
        """Keep the focus whether the page scrolls or not: the keys work on the box."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        right, up = ARROWS.get(Qt.Key(event.key()), (0, 0))
        if right or up:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._actions.resize_by(right, -up)
            else:
                self._actions.move_by(right, up)
        elif event.key() == Qt.Key.Key_Delete:
            self._actions.remove_box()
        elif event.key() == Qt.Key.Key_Insert:
            self._actions.add_box()
        else:
            super().keyPressEvent(event)
