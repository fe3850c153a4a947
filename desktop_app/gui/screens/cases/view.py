"""What was found in a PDF, looked at on its pages before the questions: the person has the word."""

from PySide6.QtWidgets import QWidget

from desktop_app.core.generic.looking import Looked, looked_at
from desktop_app.core.outline import Outline
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.starting import start_generic
from desktop_app.gui.widgets.preview import Preview
from desktop_app.pages import boxes as page
from desktop_app.pages import destinations as to
from desktop_app.pages.open_pdf import PrintEmpty
from desktop_app.pages.page import Answers, Gesture


class Boxes(PageView):
    """Opened with a PDF that no pack knows: its pages, its boxes one page at a time.

    What it says is in ``pages/boxes.py``.
    """

    def __init__(self, context: Context, asked: to.Boxes) -> None:
        self._opened = opened = asked.opened
        assert opened.facts is not None
        self._looked = looked = looked_at(opened.facts, opened.labels)
        told = page.page(opened, looked, public=context.session.public)
        super().__init__(context, told.heading)
        self._preview = Preview(
            context.look,
            context.jobs,
            lambda: context.tools.viewer(password=opened.password),
            self.say_problem,
            live=True,
        )
        self._preview.turned.connect(self._turned)
        self._paper = self.put_aside(self._preview, self._preview.set_tall)
        self.fill(told)
        self._preview.show_document(opened.blank, len(opened.facts.page_sizes), aloud=False)
        self._preview.turn_to(looked.page)
        self._preview.outline(outlines(looked))

    def own(self, _name: str) -> QWidget:
        """Give the place of the pages, in a narrow window."""
        return self._paper

    def perform(self, gesture: Gesture) -> None:
        """Correct a box, see others, or go on."""
        looked = self._looked
        match gesture:
            case page.ChooseBox(box):
                self._show(looked.choose(box))
            case page.RemoveBox(box):
                self._show(looked.remove(box))
            case page.PutBack(box):
                self._show(looked.put_back(box))
            case Answers(box):
                typed = str(self.asks[box].typed()[page.WORDS])
                self._show(looked.rename(box, page.own_words(looked, box, typed)))
            case page.TurnOn():
                self._turn_on()
            case page.MakeModel():
                self.do(page.model_of(self._opened, looked))
            case page.AskBoxes():
                start_generic(self.context, self, self._opened, looked.changes)
            case page.FillOnPage():
                start_generic(self.context, self, self._opened, looked.changes, way=to.OnPage)
            case PrintEmpty():
                forms, blank = self.context.tools.forms, self._opened.blank
                out = SheetOut(self.context, self, self.progress)
                out.print(lambda: forms.empty(blank))

    def _show(self, looked: Looked) -> None:
        """Show the boxes as they are now: a hundred are slow to make, only what changes is."""
        self._looked = looked
        self.lead(*page.lead(self._opened, looked))
        self.live[page.FOUND].renew((page.found(self._opened, looked),))
        self.live[page.TITLE].renew((page.title(looked),))
        self.live[page.BOXES].renew(page.boxes(looked))
        self.let_press(looked.count > 0, page.AskBoxes(), page.FillOnPage())
        self._preview.outline(outlines(looked))

    def _turned(self, turned_to: int) -> None:
        if turned_to in self._looked.pages and turned_to != self._looked.page:
            self._show(self._looked.turn(turned_to))

    def _turn_on(self) -> None:
        looked = self._looked.turn_on()
        self._preview.turn_to(looked.page)
        self._show(looked)
        self.live[page.TITLE].put((page.title(looked, stop=True),))
        self.live[page.TITLE].begin()


def outlines(looked: Looked) -> tuple[Outline, ...]:
    """Return the boxes to outline on all pages; that in hand is strong."""
    sizes = looked.facts.page_sizes
    return tuple(
        Outline(spot.page, spot.rect, sizes[spot.page - 1], one.name == looked.chosen)
        for one in looked.boxes
        if one.name not in looked.changes.removed
        for spot in one.spots
        if spot.page
    )
