"""The rarer blocks of a page that is a value, shown in the window: see ``gui/page_view.py``."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.gui.page_places import PageView
from desktop_app.gui.widgets.bar_table import BarTable
from desktop_app.gui.widgets.beside import Beside
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.day_leaf import DayLeaf
from desktop_app.gui.widgets.flow import column_in
from desktop_app.gui.widgets.ladder import LadderStep
from desktop_app.gui.widgets.small_picture import SmallPicture
from desktop_app.gui.widgets.timeline import TimelineStep
from desktop_app.gui.widgets.told import ToldCard
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import page as value
from desktop_app.pages.reading import nothing, read


def shown(view: PageView, block: value.Block) -> QWidget:
    """Return what shows one of these blocks."""
    match block:
        case value.Ask():
            made: QWidget = asked(view, block)
        case value.Secret():
            made = secret(view, block)
        case value.Told():
            made = ToldCard(view.look, block, lambda: view.do(value.Undo()))
        case value.Picture(words, pixels):
            made = SmallPicture(view.look, words, pixels)
        case value.Edition():
            made = edition_card(view, block)
        case _:
            made = _drawn(view, block)
    return made


def _drawn(view: PageView, block: value.Block) -> QWidget:
    match block:
        case value.Folded():
            return folded(view, block)
        case value.Timeline():
            return timeline(view, block)
        case value.Ladder():
            return ladder(view, block)
        case value.Table(bars=bars) if bars:
            return BarTable(view.look, block)
    return Words(view.look, "\n".join(read((block,), nothing)))  # made for paper


def asked(view: PageView, ask: value.Ask) -> QWidget:
    """Return a group of questions, which the page knows by its name."""
    from desktop_app.gui.widgets.answers.ask import AskView

    made = view.asks[ask.id] = AskView(view.look, ask, view.heading)
    take = value.Take(ask.id)
    made.changed.connect(lambda: view.do(take) if ask.at_once else view.typed_in(ask.id))
    return made


def secret(view: PageView, told: value.Secret) -> QWidget:
    """Return where a phrase is typed, which the page knows by its name."""
    from desktop_app.gui.widgets.phrase import PhraseField

    field = view.secrets[told.name] = PhraseField(view.look, told.label)
    if (then := told.then) is not None:
        field.entered.connect(lambda: view.press(then))
    return field


def edition_card(view: PageView, edition: value.Edition) -> QWidget:
    """Return what is said of an edition, beside its drawing."""
    from desktop_app.gui.widgets.edition_card import EditionCard

    return EditionCard(view.look, edition, framed=False)


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


def beside_leaf(view: PageView, column: QVBoxLayout, day: dt.date) -> QVBoxLayout:
    """Put the leaf of a day in a card, and return the column beside it."""
    row, inside = QHBoxLayout(), QVBoxLayout()
    row.setSpacing(view.look.space(2))
    inside.setSpacing(column.spacing())
    row.addWidget(DayLeaf(view.look, day), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(inside, 1)
    column.addLayout(row)
    return inside


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
        button.say(words, f"{words} {told.about}".strip())
        inside.setVisible(open_)
        view.unfolded[told.more + told.about] = open_

    def turn(open_: bool) -> None:
        show(open_)
        if open_:
            inside.findChildren(Words)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    column.addWidget(button)
    column.addWidget(inside)
    show(view.unfolded.get(told.more + told.about, told.shown))
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
    column = column_in(place)
    return place, column
