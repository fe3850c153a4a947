"""The rarer blocks of a page that is a value, shown in the window: see ``gui/page_view.py``."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.beside import Beside
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.ladder import LadderStep
from desktop_app.gui.widgets.timeline import TimelineStep
from desktop_app.gui.widgets.told import ToldCard
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import page as value

if TYPE_CHECKING:
    from desktop_app.gui.widgets.answers.ask import AskView
    from desktop_app.gui.widgets.phrase import PhraseField


class PageView(Protocol):
    """What shows the page around these blocks; ``unfolded``: what one had shown, or hidden;
    ``asks``, ``secrets`` and ``live``: the groups of questions, the phrases to type and the places
    that change, by their names.
    """

    look: Look
    unfolded: dict[str, bool]
    asks: "dict[str, AskView]"
    secrets: "dict[str, PhraseField]"
    live: "dict[str, LivePlace]"

    def made(self, blocks: Iterable[value.Block]) -> Iterable[QWidget]:
        """Yield what shows these blocks."""

    def words_of(self, text: value.Text) -> Words:
        """Return a sentence."""

    def do(self, does: value.Does) -> None:
        """Go there, or do the gesture."""

    def press(self, does: value.Does) -> None:
        """Do it, unless what does it cannot be pressed now."""


def shown(view: PageView, block: value.Block) -> QWidget:
    """Return what shows one of these blocks."""
    match block:
        case value.Ask():
            made: QWidget = asked(view, block)
        case value.Secret():
            made = secret(view, block)
        case value.Live():
            made = LivePlace(view, block)
        case value.Long():
            made = LongList(view, block)
        case value.Told():
            made = ToldCard(view.look, block, lambda: view.do(value.Undo()))
        case value.Folded():
            made = folded(view, block)
        case value.Timeline():
            made = timeline(view, block)
        case value.Ladder():
            made = ladder(view, block)
        case _:
            raise NotImplementedError(block)
    return made


def asked(view: PageView, ask: value.Ask) -> QWidget:
    """Return a group of questions, which the page knows by its name."""
    from desktop_app.gui.widgets.answers.ask import AskView

    made = view.asks[ask.id] = AskView(view.look, ask)
    if ask.at_once:
        made.changed.connect(lambda: view.do(value.Take(ask.id)))
    return made


def secret(view: PageView, told: value.Secret) -> QWidget:
    """Return where a phrase is typed, which the page knows by its name."""
    from desktop_app.gui.widgets.phrase import PhraseField

    field = view.secrets[told.name] = PhraseField(view.look, told.label)
    if (then := told.then) is not None:
        field.entered.connect(lambda: view.press(then))
    return field


class LivePlace(QWidget):
    """What changes while the page stays; it takes no room while there is nothing in it."""

    def __init__(self, view: PageView, place: value.Live) -> None:
        super().__init__()
        self._view = view
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(view.look.space(1))
        view.live[place.name] = self
        self._add(place.blocks)
        if not place.blocks:
            self.hide()  # it shows itself with the page: shown before, it is a window of its own

    def put(self, blocks: Iterable[value.Block]) -> None:
        """Show these in the place of those before."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                _drop(widget)
        self._add(blocks)
        self.setVisible(self._column.count() > 0)

    def _add(self, blocks: Iterable[value.Block]) -> None:
        for widget in self._view.made(blocks):
            self._column.addWidget(widget)


def fact(view: PageView, told: value.Fact, change: Button) -> QWidget:
    """Return what is known, and beside it what changes it."""
    if not told.value:
        return Beside(view.look, Words(view.look, told.label), change)
    said, column = _place()
    column.addWidget(Words(view.look, told.label, "hint"))
    column.addWidget(Words(view.look, told.value, "label"))
    if told.wrong:
        column.addWidget(Words(view.look, told.wrong, "error"))
    return Beside(view.look, said, change)


def rule() -> QFrame:
    """Return a line between two things."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


class LongList(QWidget):
    """The first of a list, and what shows the others, or reads them first.

    ``left`` more things are not read yet: ``read`` asks for them, ``go_on`` shows them.
    """

    def __init__(self, view: PageView, told: value.Long) -> None:
        super().__init__()
        self._view = view
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(view.look.space(2))
        self._more: Button | None = None
        self.show_list(told)

    def set_spacing(self, steps: float) -> None:
        """Set the things this far apart, in steps of space."""
        self._column.setSpacing(self._view.look.space(steps))

    def show_list(
        self, told: value.Long, left: int = 0, read: Callable[[], object] | None = None
    ) -> None:
        """Show this in the place of what is there."""
        self._more = None
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                _drop(widget)
        self._add(told, left, read)

    def go_on(
        self, told: value.Long, left: int = 0, read: Callable[[], object] | None = None
    ) -> None:
        """Show this after what is there, and go to the first of it."""
        if self._more is not None:
            self._column.removeWidget(self._more)
            _drop(self._more)
            self._more = None
        place = self._column.count()
        self._add(told, left, read)
        for index in range(place, self._column.count()):
            item = self._column.itemAt(index)
            if (button := _first_button(item.widget() if item else None)) is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _add(self, told: value.Long, left: int, read: Callable[[], object] | None) -> None:
        now, others = told.cut()
        for widget in self._view.made(now.blocks):
            self._column.addWidget(widget)
        if count := others.count() + left:
            words = i18n.plural("Voir {n} autre", "Voir les {n} autres", count)
            more = read if read and not others.blocks else lambda: self.go_on(others, left, read)
            self._more = Button(self._view.look, words, more)
            self._column.addWidget(self._more)


def folded(view: PageView, told: value.Folded) -> QWidget:
    """Return what shows an explanation, and the explanation, to be read by Tab line by line."""
    place, column = _place()
    column.setSpacing(view.look.space(1))
    inside, lines = _place()
    lines.setSpacing(view.look.space(1))
    for words in told.sentences:
        lines.addWidget(view.words_of(value.Text(words, "hint", stop=True)))
    button = Button(view.look, "", lambda: turn(inside.isHidden()))

    def show(open_: bool) -> None:
        words = told.less if open_ else told.more
        button.setText(words)
        button.setAccessibleName(words)
        inside.setVisible(open_)
        view.unfolded[told.more] = open_

    def turn(open_: bool) -> None:
        show(open_)
        if open_:
            inside.findChildren(Words)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    column.addWidget(button)
    column.addWidget(inside)
    show(view.unfolded.get(told.more, told.shown))
    return place


def timeline(view: PageView, told: value.Timeline) -> QWidget:
    """Return the moments, a dot beside each."""

    def step(moment: value.Moment, last: bool) -> TimelineStep:
        return TimelineStep(view.look, moment.words, to_come=moment.to_come, last=last)

    return _steps(view, [(one, step(one, one is told.moments[-1])) for one in told.moments])


def ladder(view: PageView, told: value.Ladder) -> QWidget:
    """Return the steps of a way, drawn as a ladder."""
    rungs = told.rungs
    steps = [
        (one, LadderStep(view.look, number, one, first=number == 1, last=number == len(rungs)))
        for number, one in enumerate(rungs, 1)
    ]
    return _steps(view, steps)


def _steps(
    view: PageView,
    steps: Sequence[tuple[value.Moment | value.Rung, TimelineStep | LadderStep]],
) -> QWidget:
    place, column = _place()
    column.setSpacing(0)
    for told, step in steps:
        for widget in view.made(told.blocks):
            step.column.addWidget(widget)
        column.addWidget(step)
    return place


def _place() -> tuple[QWidget, QVBoxLayout]:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    return place, column


def _first_button(widget: QWidget | None) -> QPushButton | None:
    if widget is None or isinstance(widget, QPushButton):
        return widget
    return widget.findChild(QPushButton)


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
