"""The boxes of a form made for one PDF, corrected while it is filled; and kept as a model."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.core.rect import Box
from desktop_app.gui.accessible import announce
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.screens.sur_la_page.filled_page import FilledPage
from desktop_app.gui.screens.sur_la_page.missing import Missing
from desktop_app.gui.widgets.told import ToldCard
from desktop_app.gui.writing import Writing
from desktop_app.pages import page_boxes, undone
from desktop_app.pages.page import Answers, Gesture
from desktop_app.workflow.documents.on_page import PageRow

if TYPE_CHECKING:  # loaded once a box is wrong: few are
    from desktop_app.core.authoring.asking import Shape
    from desktop_app.core.authoring.beside import Spot
    from desktop_app.gui.screens.editeur.pages import BoxPages
    from desktop_app.gui.screens.editeur.panel import BoxPanel
    from desktop_app.workflow.packs.correcting import Corrections
    from desktop_app.workflow.packs.editing_form import Gesture as Change


class BoxWork(QObject):
    """Adds, moves, renames and takes out boxes; one is in hand while its panel is shown.

    What is done is in the draft at once, or after a rest while one types or holds an arrow down.
    """

    def __init__(self, parent: QObject, page: FilledPage, writing: Writing) -> None:
        super().__init__(parent)
        self._page, self._writing = page, writing
        self._pages: BoxPages | None = None
        self._panel: BoxPanel | None = None
        self._missing = Missing(page, writing, lambda: self.work.form, self._added)
        self._soon = Autosave(self, self.keep)

    def pages(
        self, viewer: "Callable[[], Any]", failed: Callable[[BaseException], None]
    ) -> "BoxPages":
        """Make what shows the pages, and lets their boxes be worked on."""
        from desktop_app.gui.screens.editeur.pages import BoxPages

        self._pages = BoxPages(self._page.context, self, failed, viewer)
        return self._pages

    @property
    def work(self) -> "Corrections":
        """What was done to the boxes of this interview."""
        from desktop_app.workflow.packs.correcting import corrections

        found = corrections(self._writing, self._writing.corrections)
        self._writing.corrections = found
        return found

    @property
    def done(self) -> int:
        """How many gestures can be taken back."""
        known = self._writing.corrections
        return len(known.editing.history.past) if known and known.are_of(self._writing) else 0

    @property
    def at_work(self) -> bool:
        """Whether a box is in hand."""
        return self._panel is not None

    @property
    def asking(self) -> bool:
        """Whether it is asked where a box is missing."""
        return self._missing.asked

    def perform(self, gesture: Gesture) -> bool:
        """Do what the page offers for its boxes; tell whether it was that."""
        match gesture:
            case page_boxes.AddBox():
                self.add_box()
            case page_boxes.DropAdding():
                self.drop_adding()
            case Answers(page_boxes.ADDING, values):
                self._missing.beside(values)
            case page_boxes.CorrectBox(box):
                self._page.close_row()
                self.begin(box)
            case page_boxes.CorrectOther(box):
                self.take(box)
            case page_boxes.MoveBox() if self._pages is not None:
                self._pages.begin()
            case page_boxes.EndCorrecting():
                self.end()
            case page_boxes.RemoveBox():
                self.remove_box()
            case _:
                return False
        return True

    # ------------------------------------------------------------------ one that is wrong

    def begin(self, box: int, told: str = "") -> None:
        """Take a box in hand, under its row; ``told``: what must be known of it first."""
        row = self._page.filling.row_of(box)
        if row is None or self._pages is None:
            return
        from desktop_app.gui.screens.editeur.panel import BoxPanel

        self._page.go_to_row(row)
        work = self.work
        work.editing.select(box)
        others = tuple(one for one in self._page.filling.labels(row) if one[0] != box)
        label = work.form.places[box].label
        panel = BoxPanel(
            self._page.context, work.editing, self._changed, self._soon.touched, brief=True
        )
        head = self._page.made(page_boxes.correcting(label, others, told))
        self._page.open_under(row, [*head, panel])
        self._panel = panel
        panel.show_box()
        panel.show_place()
        self._pages.show_form(work.form, box)
        panel.begin()
        if told:
            announce(panel, told, urgent=True)

    def _changed(self) -> None:
        """Show the box in hand as it is now; what is typed in its panel was taken."""
        if self._panel is None:
            return
        self._panel.show_box()
        self._show_place()
        self.keep()

    def _show_place(self) -> None:
        assert self._panel is not None
        assert self._pages is not None
        work = self.work
        self._panel.show_place()
        self._pages.show_form(work.form, work.editing.selected)

    def keep(self) -> None:
        """Have the draft, and the safe, hold the boxes as they are now."""
        self._soon.stop()
        if self._panel is not None:
            self._panel.see_typed()
        known = self._writing.corrections
        if known is None or not known.are_of(self._writing) or not known.take():
            return
        self._page.show_boxes_anew()
        self._writing.keep_boxes()

    def ends_by_enter(self, held: QWidget | None) -> bool:
        """Tell whether Enter ends the box in hand: one types what it is called, or moves it."""
        if self._panel is None or self._pages is None or held is None:
            return False
        return self._panel.names(held) or self._pages.works_in(held)

    def end(self) -> None:
        """The box in hand is right: answer it."""
        box = self.work.editing.selected
        self._page.close_row()
        if (row := self._page.filling.row_of(box)) is not None:
            self._page.answer_row(row)

    def let_go(self) -> None:
        """Know that the panel is gone: the pages are looked at again."""
        if self._panel is not None:
            self._panel = None
            if self._pages is not None:
                self._pages.leave_boxes()
            self._page.outline_again()

    def undo(self) -> None:
        """Take back what was done last to a box."""
        if not self.done:
            return
        work = self.work
        work.editing.undo()
        work.take()
        self._page.show_boxes_anew()
        self._writing.keep_boxes()
        row = self._page.filling.row_of(work.editing.selected)
        if row is not None:
            self._page.go_to_row(row)

    # ------------------------------------------------------------------ done by the page itself

    def take(self, index: int) -> None:
        """Take another box in hand: pressed on the page, or chosen."""
        if self.at_work and index != self.work.editing.selected:
            self.keep()
            self._page.close_row()
            self.begin(index)

    def place(self, gesture: "Change") -> None:
        """Move the box in hand: a key held down must not wait for the whole page."""
        if self._panel is None or self._pages is None:
            return
        self._panel.take_typed()
        self.work.editing.change(gesture, "place")
        self._show_place()
        self._pages.say_box()
        self._soon.touched()

    def remove_box(self) -> None:
        """Take the box in hand out; its answer waits in the draft, should it come back."""
        if self._panel is not None:
            self._remove()

    def remove_row(self, row: PageRow) -> None:
        """Take out the box of a row that has the focus; of several, have one be chosen."""
        if self._pages is None:
            return
        self._page.close_row()
        if len(row.places) > 1:
            self.begin(row.places[0])
            return
        self.work.editing.select(row.places[0])
        self._remove()

    def _remove(self) -> None:
        work = self.work
        at, place = work.editing.selected, work.form.places[work.editing.selected]
        label = place.label
        self.keep()
        self._page.close_row()
        work.editing.remove()
        self._taken_in()
        rows = self._page.filling.all_rows
        here = tuple(one for one in rows if one.page == place.page) or rows[-1:]
        after = next((one for one in here if one.places[-1] >= at), here[-1] if here else None)
        if after is not None:
            self._page.go_to_row(after)
        self._tell(after, page_boxes.removed(label))

    def _taken_in(self) -> None:
        if self.work.take():
            self._page.show_boxes_anew()
            self._writing.keep_boxes()

    def _tell(self, row: PageRow | None, words: str) -> None:
        """Say by a row what was done, and how it is undone: with a safe or without."""
        card = ToldCard(self._page.context.look, undone.offered(words), self._page.undo)
        self._page.tell_of(row, card)
        QTimer.singleShot(0, card, lambda: announce(card, words))

    # ------------------------------------------------------------------ one that is missing

    def add_box(self) -> None:
        """Ask where a box is missing; the pointer may draw it meanwhile."""
        if self._missing.busy or self.asking:
            return
        self._page.close_row()
        place = self._page.live[page_boxes.ADDING]
        place.put(page_boxes.adding())
        if self._pages is not None:
            self._pages.let_draw(self.work.page_sizes)
        self._page.asks[page_boxes.ADDING].answer(page_boxes.WORDS).begin()

    def drop_adding(self) -> None:
        """Ask no more."""
        if self._pages is not None:
            self._pages.let_draw(())
        place = self._page.live[page_boxes.ADDING]
        place.put(page_boxes.missing())
        place.begin()

    def draw(self, page: int, box: Box) -> None:
        """Put a box where it was drawn."""
        self._missing.drawn(page, box)

    def _added(self, page: int, spot: "Spot | None", said: str, shape: "Shape") -> None:
        self.drop_adding()
        work = self.work
        work.add(page, spot.words if spot is not None else said, spot.box if spot else None, shape)
        box = work.editing.selected
        self._taken_in()
        row = self._page.filling.row_of(box)
        assert row is not None
        if spot is None:
            self.begin(box, page_boxes.to_place())
        elif not spot.words:
            self.begin(box, page_boxes.to_name())
        else:
            self._page.answer_row(row)
        self._tell(row, page_boxes.added(work.form.places[box].label))
