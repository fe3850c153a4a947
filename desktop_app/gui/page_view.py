"""Shows a page that is a value (``pages/page.py``) in the window. It decides nothing."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app import i18n
from desktop_app.gui.accessible import announce, spoken
from desktop_app.gui.context import Context
from desktop_app.gui.gestures import nothing_more
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.slices import Slices
from desktop_app.gui.widgets.wide_page import WidePage
from desktop_app.gui.widgets.words import Item, StatusLine, Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.pages import page as value

if TYPE_CHECKING:
    from desktop_app.gui.dropping import Drops
    from desktop_app.gui.page_places import LivePlace, LongList, SearchPlace
    from desktop_app.gui.widgets.answers.ask import AskView
    from desktop_app.gui.widgets.phrase import PhraseField
    from desktop_app.gui.widgets.progress import Progress

T = TypeVar("T")
BULLET = "•"
"""What begins a line of a list in the help."""


class PageView(WidePage):
    """A screen whose page is a value: it reads the facts, and does the gestures.

    ``perform`` is for the gestures that the screen offers, ``own`` for the places that it fills.
    """

    def __init__(self, context: Context, heading: str) -> None:
        super().__init__(context.look, heading)
        self.context = context
        self._pressed: list[tuple[value.Does, Button | LongButton]] = []
        self._status: Words | Progress | None = None
        self._slices = Slices(self)
        self.unfolded: dict[str, bool] = {}
        self.asks: dict[str, AskView] = {}
        self.secrets: dict[str, PhraseField] = {}
        self.live: dict[str, LivePlace] = {}
        self.searches: dict[str, SearchPlace] = {}
        self.longs: list[LongList] = []
        self._drops: Drops | None = None

    def show_page(self, page: value.Page) -> None:
        """Show this in the place of what is there, and begin to read it."""
        self.fill(page)
        self.focus_heading()

    def fill(self, page: value.Page, first: int | None = None) -> None:
        """Show this in the place of what is there; the window begins to read a page it opens.

        ``first``: so many blocks of its cards at once, the others little by little.
        """
        self._pressed, self._status = [], None
        self.asks.clear()
        self.secrets.clear()
        self.live.clear()
        self.searches.clear()
        self.longs.clear()
        if self.heading.text() == page.heading:
            self.clear()
        else:
            self.begin_anew(page.heading)
        self.lead(*page.said_first)
        if first is None:
            self.add_blocks(page.blocks)
        else:
            self._slices.begin(self._builders(page.blocks), first)
        if page.actions:
            self.set_actions(*(self._button(one) for one in page.actions))
        if page.problem is not None:
            self.tell_problem(page.problem)
        self.hold()

    def add_blocks(self, blocks: Iterable[value.Block]) -> None:
        """Put these blocks on the page, under what is there."""
        for widget in self.made(blocks):
            self.add(widget)

    def _builders(self, blocks: Iterable[value.Block]) -> list[Callable[[], None]]:
        """Show the cards, empty, and what is around them; return what fills them, in order."""
        found: list[Callable[[], None]] = []
        for block in blocks:
            if isinstance(block, value.Card):
                frame, column = self._framed(block.title)
                self.add(frame)
                found += [partial(self._put, column, one) for one in block.blocks]
            else:
                self.add_blocks((block,))
        return found

    def finish(self) -> None:
        """Build at once what was to come little by little."""
        self._slices.finish()
        for place in [*self.live.values()]:
            place.finish()
        for one in [*self.longs]:
            one.finish()

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Work aside, then go on with what came of it, or say on the page why it was refused."""
        self.context.jobs.run(work, done=done, failed=self.say_problem)

    def gesture(
        self, words: str, work: Callable[[], T], done: Callable[[T], object] = nothing_more
    ) -> None:
        """Do a gesture on the safe, which can be undone, or say on the page why it was refused."""
        self.context.gestures.do(words, work, done=done, failed=self.say_problem)

    def tell_problem(self, problem: value.Problem) -> None:
        """Say it before all else, and go there."""
        say = self.ask_first if problem.asks else self.say_error
        say(problem.words, *self.made(problem.ways))

    def takes_away(self, button: QWidget) -> bool:
        """Tell whether it is a ``Loss``."""
        return any(one is button and isinstance(does, value.Loss) for does, one in self._pressed)

    def button_of(self, does: value.Does) -> Button | LongButton | None:
        """Return what does this on the page as it is: the last, if there are several."""
        return next((one for what, one in reversed(self._pressed) if what == does), None)

    def press(self, does: value.Does) -> None:
        """Do it, unless what does it cannot be pressed now."""
        button = self.button_of(does)
        if button is None or button.isEnabled():
            self.do(does)

    def let_press(self, ready: bool, *does: value.Does) -> None:
        """Have what does this be pressed, or not while it is being done."""
        for one in does:
            if (button := self.button_of(one)) is not None:
                button.setEnabled(ready)

    def say(self, words: str, role: value.Role | str = "body") -> None:
        """Say what happens in the page's line for that, on the screen and to a screen reader.

        What is done takes away the error that was said before it.
        """
        if role == "done":
            self.clear_error()
        self.state.play(role)
        self.state.say(words)
        announce(self.state, words, urgent=role == "error")

    @property
    def state(self) -> Words:
        """The line of the page where it is told what happens."""
        assert isinstance(self._status, Words)
        return self._status

    @property
    def progress(self) -> "Progress":
        """The same, with how far it is: of a page where something lasts."""
        assert self._status is not None
        assert not isinstance(self._status, Words)
        return self._status

    def tell(self, name: str, blocks: Iterable[value.Block], said: str) -> None:
        """Put these in the place of that name; ``said`` is heard."""
        place = self.live[name]
        place.put(blocks)
        announce(place, said)

    def forget(self, gone: Iterable[QWidget]) -> None:
        """Know no more what is in these, which leave the page."""
        left = set(gone)

        def stays(widget: QWidget | None) -> bool:
            while widget is not None and widget is not self:
                if widget in left:
                    return False
                widget = widget.parentWidget()
            return True

        self._pressed = [one for one in self._pressed if stays(one[1])]
        self.longs = [one for one in self.longs if stays(one)]
        for known in (self.asks, self.secrets, self.live, self.searches):
            for name in [name for name, widget in known.items() if not stays(widget)]:
                del known[name]

    def perform(self, gesture: value.Gesture) -> None:
        """Do what was asked; a screen does its own gestures."""
        raise NotImplementedError(gesture)

    def given(self, chosen: value.Chosen) -> None:
        self.perform(chosen)

    def typed_in(self, ask: str) -> None:
        """One types in these questions: a screen that keeps what is half typed does so."""

    def own(self, name: str) -> QWidget:
        """Return what the screen puts in a place of its own."""
        raise NotImplementedError(name)

    def look_for(self, name: str, typed: str, skip: int) -> value.Found:
        """Return, in the worker, what is typed in the search of that name; ``skip`` are shown."""
        raise NotImplementedError(name)

    def do(self, does: value.Does) -> None:
        """Go there, go back, or do the gesture."""
        match does:
            case value.Back():
                if not self.step_back():
                    self.context.navigator.back()
            case value.Keep():
                self.clear_problem()
                self.focus_heading()
            case value.Undo():
                self.context.gestures.undo()
            case value.Take(ask):
                self._take(ask)
            case value.Gesture():
                self.perform(does)
            case _:
                self.context.navigator.go(does)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a line of some questions, or on what is chosen there, does what takes them,
        where that can be pressed.
        """
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        take = self._taking(QApplication.focusWidget()) if enters else None
        if take is not None:
            self.press(take)
        else:
            super().keyPressEvent(event)

    def _taking(self, held: QWidget | None) -> value.Take | None:
        """Return what takes the questions where one types a line, or has chosen; None elsewhere."""
        from desktop_app.gui.widgets.marked import LongRadio  # with the first Enter

        asks = self.asks.items() if isinstance(held, QLineEdit | LongRadio) else ()
        takes = (value.Take(name) for name, ask in asks if held and ask.isAncestorOf(held))
        return next((one for one in takes if self.button_of(one) is not None), None)

    def _take(self, ask: str) -> None:
        asked = self.asks[ask]
        if self._errors is None or not self._errors.isAncestorOf(asked):
            self.clear_problem()  # else it is asked there, and stays until it is answered
        found = asked.given(self.context.tools.clock.today())
        self.mark_wrong(bool(found.problems))
        if not found.problems:
            self.clear_problem()
            self.perform(value.Answers(ask, found.values))

    def made(self, blocks: Iterable[value.Block]) -> Iterable[QWidget]:
        """Yield what shows these blocks, each when it is asked for."""
        for block in blocks:
            yield from self._widgets(block)

    def _widgets(self, block: value.Block) -> Iterable[QWidget]:
        match block:
            case value.Steps(items):
                yield from (Item(self.look, f"{n}.", words) for n, words in enumerate(items, 1))
            case value.Listed(items):
                yield from (Item(self.look, "–", words) for words in items)
            case value.Unfold():
                yield from self._unfold(block)
            case _:
                yield self._widget(block)

    def _widget(self, block: value.Block) -> QWidget:
        match block:
            case value.Text():
                shown: QWidget = self.words_of(block)
            case value.Fact():
                shown = self._fact(block)
            case value.Action():
                shown = self._button(block)
            case value.Choice():
                shown = self._choice(block)
            case value.Row(actions):
                shown = self._row(actions)
            case value.Own(name, said):
                shown = Words(self.look, "\n".join(said)) if said else self.own(name)
            case value.Status():
                shown = self._status = self._status_line(block)
            case value.Card():
                shown = self._card(block)
            case _:
                shown = self._rarer(block)
        return shown

    def _row(self, actions: Iterable[value.Action | value.Choice]) -> QWidget:
        row, flow = FlowLayout.row(self.look.space(2))
        for one in actions:
            flow.addWidget(self._widget(one))
        return row

    def _rarer(self, block: value.Block) -> QWidget:
        """Return what shows a block that no first page has: loaded when one is met."""
        from desktop_app.gui import page_places

        if isinstance(block, page_places.PLACES):
            return page_places.place(self, block)
        from desktop_app.gui import page_blocks

        return page_blocks.shown(self, block)

    def _status_line(self, status: value.Status) -> "Words | Progress":
        if not status.lasting:
            return StatusLine(self.look, status.words, status.role)
        from desktop_app.gui.widgets.progress import Progress

        progress = Progress(self.look, status.words)
        progress.succeeded.connect(self.clear_error)
        return progress

    def _fact(self, fact: value.Fact) -> QWidget:
        if fact.change is None:
            told = i18n.labelled(fact.label, fact.value) if fact.value else fact.label
            return Words(self.look, told)
        from desktop_app.gui import page_blocks

        return page_blocks.fact(self, fact, self._button(fact.change))

    def words_of(self, text: value.Text) -> Words:
        """Return a sentence; Tab stops at it when the page asks for that."""
        mark, found, rest = text.words.partition(" ")
        listed = found and mark == BULLET and text.role == "body"
        words = Item(self.look, mark, rest) if listed else Words(self.look, text.words, text.role)
        if text.stop:
            words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return words

    def _unfold(self, block: value.Unfold) -> tuple[QWidget, QWidget]:
        """Return what shows it, as wide as a line where it has a drawing, or hides it again."""
        told = self.words_of(value.Text(block.told, stop=True))
        told.hide()
        if not block.drawing:
            return Button(self.look, block.words, lambda: _turn(told), role="plain"), told
        button = LongButton(self.look, block.words, block.drawing)
        button.clicked.connect(lambda _=False: _read_at_once(told))
        return button, told

    def _card(self, card: value.Card) -> QWidget:
        frame, column = self._framed(card.title)
        if card.leaf is not None:
            from desktop_app.gui import page_blocks

            column = page_blocks.beside_leaf(self, column, card.leaf)
        for one in card.blocks:
            self._put(column, one)
        return frame

    def _framed(self, title: str) -> tuple[QWidget, QVBoxLayout]:
        frame, column = self.framed()
        if title:
            column.addWidget(Words(self.look, title, "subheading"))
        return frame, column

    def _put(self, column: QVBoxLayout, block: value.Block) -> None:
        """Put a block in a card; a line parts what is known from what is known before it."""
        if isinstance(block, value.Fact) and block.change and block.value and column.count():
            from desktop_app.gui import page_blocks

            column.addWidget(page_blocks.rule())
        for widget in self._widgets(block):
            column.addWidget(widget)

    def _button(self, action: value.Action) -> Button:
        button = Button(self.look, action.words, lambda: self.do(action.does), role=action.weight)
        if action.name:
            button.setAccessibleName(action.name)
        if action.about:
            button.setAccessibleDescription(spoken(*action.about.splitlines()))
        button.setEnabled(action.ready)
        self._pressed.append((action.does, button))
        if isinstance(action.does, to.OpenFile):
            self._take_drops()
        return button

    def _take_drops(self) -> None:
        """Have a file be dropped where one is asked for."""
        if self._drops is None:
            from desktop_app.gui.dropping import Drops

            self._drops = Drops(self, self.viewport())

    def asked_files(self) -> list[to.OpenFile]:
        """Return which files the page asks for now."""
        return [
            does
            for does, one in self._pressed
            if isinstance(does, to.OpenFile) and isValid(one)
            if one.isEnabled() and not one.isHidden()
        ]

    def _choice(self, choice: value.Choice) -> LongButton:
        button = self._choice_button(choice)
        button.clicked.connect(lambda _=False: self.do(choice.does))
        self._pressed.append((choice.does, button))
        if isinstance(choice.does, to.OpenFile):
            self._take_drops()
        if choice.name:
            button.setAccessibleName(choice.name)
        if choice.about:
            button.setAccessibleDescription(spoken(*choice.about.splitlines()))
        return button

    def _choice_button(self, choice: value.Choice) -> LongButton:
        if choice.cells is None:
            return LongButton(self.look, choice.words, choice.drawing)
        from desktop_app.gui.widgets.table_line import TableLine  # no first page of home has one

        return TableLine(self.look, choice.words, choice.cells)


def _turn(told: QWidget) -> None:
    if told.isVisible():
        told.hide()
    else:
        _read_at_once(told)


def _read_at_once(told: QWidget) -> None:
    told.show()
    told.setFocus(Qt.FocusReason.OtherFocusReason)
