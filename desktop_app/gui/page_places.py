"""Places of a page that change while the page stays: one to fill, a list that grows, a search."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.gui.accessible import announce
from desktop_app.gui.jobs import Job
from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look
from desktop_app.gui.page_parts import Makes, Parts
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import HALF, column_in
from desktop_app.gui.widgets.leaving import let_go
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.slices import Slices
from desktop_app.gui.widgets.stops import stops_in
from desktop_app.gui.widgets.words import Heading, Words
from desktop_app.pages import page as value
from desktop_app.pages.foot import see_others

if TYPE_CHECKING:
    from desktop_app.gui.context import Context
    from desktop_app.gui.widgets.answers.ask import AskView
    from desktop_app.gui.widgets.columns import Columns
    from desktop_app.gui.widgets.phrase import PhraseField

PAUSE_MS = 120
"""A person still typing does not want an answer yet."""
SEEN_FIRST = 8
"""Of a list, what a window shows without being scrolled, and a little more."""


class PageView(Makes, Protocol):
    """What shows the page around these blocks; ``unfolded``: what one had shown, or hidden;
    ``asks``, ``secrets``, ``live`` and ``searches``: the groups of questions, the phrases to type,
    the places that change and the boxes of a search, by their names. ``longs``: its lists.
    """

    look: Look
    heading: Heading
    unfolded: dict[str, bool]
    asks: "dict[str, AskView]"
    secrets: "dict[str, PhraseField]"
    searches: "dict[str, SearchPlace]"
    longs: "list[LongList]"
    context: "Context"

    @property
    def live(self) -> "dict[str, LivePlace]":
        """The places that change, by their names."""

    def words_of(self, text: value.Text) -> Words:
        """Return a sentence."""

    def do(self, does: value.Does) -> None:
        """Go there, or do the gesture."""

    def press(self, does: value.Does) -> None:
        """Do it, unless what does it cannot be pressed now."""

    def typed_in(self, ask: str) -> None:
        """Know that one types in a group of questions."""

    def look_for(self, name: str, typed: str, skip: int) -> value.Found:
        """Return, in the worker, what is typed in a search."""

    def say_problem(self, problem: BaseException) -> None:
        """Show why something was refused."""


PLACES = (value.Live, value.Long, value.Search)
"""The blocks that change while the page stays."""


def place(view: PageView, block: value.Live | value.Long | value.Search) -> QWidget:
    """Return what shows one of them; the page knows it by its name."""
    match block:
        case value.Live():
            return LivePlace(view, block)
        case value.Long():
            return LongList(view, block)
        case value.Search(name):
            made = view.searches[name] = SearchPlace(view, block)
            return made


class LivePlace(QWidget):
    """What changes while the page stays; it takes no room while there is nothing in it."""

    def __init__(self, view: PageView, place: value.Live) -> None:
        super().__init__()
        self._look, self._at_once = view.look, place.at_once
        self._column = _columns_in(self, view.look, place.columns)
        asks = (one for one in place.blocks if isinstance(one, value.Ask))
        if any(one.fit == "half" for one in asks):
            self.setProperty(HALF, True)
        self._parts = Parts(view, self._column)
        view.live[place.name] = self
        self._space(place.blocks)
        self._parts.put(place.blocks, place.at_once)
        if not place.blocks:
            self.hide()  # it shows itself with the page: shown before, it is a window of its own

    def begin(self) -> None:
        """Go to the first thing here where Tab stops."""
        if (first := next(iter(stops_in(self)), None)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, blocks: Iterable[value.Block]) -> None:
        """Show these in the place of those before."""
        shown = tuple(blocks)
        self._space(shown)
        self._parts.put(shown, self._at_once)
        self.setVisible(bool(shown))

    def renew(self, blocks: Iterable[value.Block]) -> None:
        """Show these; what is here already stays, and the focus where it was, as near as can be."""
        shown = tuple(blocks)
        self._space(shown)
        self._parts.renew(shown, self._at_once)
        self.setVisible(bool(shown))

    def finish(self) -> None:
        """Build at once what was to come little by little."""
        self._parts.finish()

    def _space(self, blocks: Iterable[value.Block]) -> None:
        cards = any(isinstance(one, value.Card) for one in blocks)
        self._column.setSpacing(self._look.space(2 if cards else 1))


class LongList(QWidget):
    """The first of a list, and what shows the others, or reads them first.

    ``left`` more things are not read yet: ``read`` asks for them, ``go_on`` shows them. What is
    seen first is built at once, the rest little by little: the window answers meanwhile.
    """

    def __init__(self, view: PageView, told: value.Long) -> None:
        super().__init__()
        self._view = view
        self._column = column_in(self)
        self._more: Button | None = None
        self._slices = Slices(self)
        view.longs.append(self)
        self.show_list(told)

    def show_list(
        self, told: value.Long, left: int = 0, read: Callable[[], object] | None = None
    ) -> None:
        """Show this in the place of what is there."""
        self._more = None
        self._column.setSpacing(self._view.look.space(1 if _are_lines(told) else 2))
        _empty(self._view, self._column)
        self._add(told, left, read)

    def go_on(
        self, told: value.Long, left: int = 0, read: Callable[[], object] | None = None
    ) -> None:
        """Show this after what is there, and go to the first of it."""
        self.finish()
        if self._more is not None:
            self._column.removeWidget(self._more)
            _drop(self._more)
            self._more = None
        place = self._column.count()
        self._add(told, left, read)
        self.begin(place)

    def begin(self, place: int = 0) -> None:
        """Go to the first thing that can be pressed, from this place on."""
        for index in range(place, self._column.count()):
            item = self._column.itemAt(index)
            shown = item.widget() if item else None
            if (button := _first_button(shown)) is not None and shown is not None:
                shown.show()  # now, not at the next turn: the focus is put there
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @property
    def waits(self) -> bool:
        """Whether something of it is still to be built."""
        return self._slices.waits

    def finish(self) -> None:
        """Build at once what was to come little by little."""
        self._slices.finish()

    def _add(self, told: value.Long, left: int, read: Callable[[], object] | None) -> None:
        now, others = told.cut()
        builders: list[Callable[[], object]] = [partial(self._build, one) for one in now.blocks]
        if count := others.count() + left:
            more = read if read and not others.blocks else lambda: self.go_on(others, left, read)
            builders.append(partial(self._offer, count, more))
        self._slices.begin(builders, SEEN_FIRST)

    def _build(self, block: value.Block) -> None:
        if self not in self._view.longs:
            return  # it left the page, which would press what is no longer there
        for widget in self._view.made((block,)):
            self._column.addWidget(widget)

    def _offer(self, count: int, more: Callable[[], object]) -> None:
        self._more = Button(self._view.look, see_others(count), more)
        self._column.addWidget(self._more)


class SearchPlace(QWidget):
    """Shows what is found in the place of what was there; only the last words typed are answered.

    The page looks for them, in the worker (``look_for``).
    """

    def __init__(self, view: PageView, search: value.Search) -> None:
        super().__init__()
        self._view, self._name = view, search.name
        self._job: Job | None = None
        self._field = LineField(view.look, search.label, characters=tokens.MEASURE)
        self._count = Words(view.look, "", "hint")
        self._list = LongList(view, value.Long((), 0))
        column = column_in(self, view.look.space(2))
        for widget in (self._field, self._count, self._list):
            column.addWidget(widget)
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._field.edit.textEdited.connect(self._timer.start)
        # The first press goes to the best answer, so that it is read before it is chosen.
        self._field.edit.returnPressed.connect(self.begin_list)
        self.show_found(search.found)

    def look(self, then: Callable[[], object] = bool) -> None:
        """Look for what is typed, and show it; ``then``, once it is shown."""

        def show(found: value.Found) -> None:
            self.show_found(found)
            if found.words:
                announce(self._count, found.words)
            then()

        self._ask(0, show)

    @property
    def said(self) -> str:
        """What is said of what is found."""
        return self._count.text()

    def begin_typing(self, letters: str) -> None:
        """Go to the box with the first letters, which were typed on the list."""
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.edit.setText(letters)
        self._timer.start()

    def begin_list(self) -> None:
        """Go to the first thing found."""
        self._list.begin()

    def show_found(self, found: value.Found) -> None:
        """Show this."""
        self._count.say(found.words)
        self._count.setVisible(bool(found.words))
        self._list.show_list(found.shown, found.left, self._reading(found.shown.count()))

    def _reading(self, skip: int) -> Callable[[], object]:
        """Return what reads the next things found, and shows them."""

        def show(found: value.Found) -> None:
            then = self._reading(skip + found.shown.count())
            self._list.go_on(found.shown, found.left, then)

        return lambda: self._ask(skip, show)

    def _ask(self, skip: int, show: Callable[[value.Found], None]) -> None:
        if self._job is not None:
            self._job.cancel()
        look, name, typed = self._view.look_for, self._name, self._field.text()
        self._job = self._view.context.jobs.run(
            lambda: look(name, typed, skip), done=show, failed=self._view.say_problem
        )


def _columns_in(place: QWidget, look: Look, columns: int) -> "QVBoxLayout | Columns":
    if columns == 1:
        return column_in(place)
    from desktop_app.gui.widgets.columns import Columns  # few pages have a sheet of fields

    return Columns(place, columns, look)


def _are_lines(told: value.Long) -> bool:
    """Whether a list is of sentences, which stand nearer to one another than cards."""
    return all(isinstance(one, value.Choice) for one in told.blocks)


def _first_button(widget: QWidget | None) -> QPushButton | None:
    if widget is None or isinstance(widget, QPushButton):
        return widget
    return widget.findChild(QPushButton)


def _empty(view: PageView, column: QVBoxLayout) -> None:
    """Take out what is there; the page no longer knows the questions that were in it."""
    gone = []
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            gone.append(widget)
            _drop(widget)
    view.forget(gone)


def _drop(widget: QWidget) -> None:
    if widget.hasFocus():
        widget.clearFocus()  # hidden, it would give it to the bar, which would be said
    let_go(widget)
