"""Shows a page that is a value (``pages/page.py``) in the window. It decides nothing."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import spoken
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import page as value


class PageView(Page):
    """A screen whose page is a value: it reads the facts, and does the gestures.

    ``perform`` is for the gestures that the screen offers, ``own`` for the places that it fills.
    """

    def __init__(self, context: Context, heading: str) -> None:
        super().__init__(context.look, heading)
        self.context = context

    def show_page(self, page: value.Page) -> None:
        """Show this in the place of what is there, and begin to read it."""
        self.fill(page)
        self.focus_heading()

    def fill(self, page: value.Page) -> None:
        """Show this in the place of what is there; the window begins to read a page it opens."""
        if self.heading.text() == page.heading:
            self.clear()
        else:
            self.begin_anew(page.heading)
        if page.lead:
            self.lead(*page.lead)
        for widget in self._made(page.blocks):
            self.add(widget)
        self.set_actions(*(self._button(one) for one in page.actions))

    def perform(self, gesture: value.Gesture) -> None:
        """Do what was asked; a screen does its own gestures."""
        raise NotImplementedError(gesture)

    def own(self, name: str) -> QWidget:
        """Return what the screen puts in a place of its own."""
        raise NotImplementedError(name)

    def do(self, does: value.Does) -> None:
        """Go there, go back, or do the gesture."""
        match does:
            case value.Back():
                self.context.navigator.back()
            case value.Gesture():
                self.perform(does)
            case _:
                self.context.navigator.go(does)

    def _made(self, blocks: Iterable[value.Block]) -> Iterable[QWidget]:
        for block in blocks:
            yield from self._widgets(block)

    def _widgets(self, block: value.Block) -> Iterable[QWidget]:
        look = self.look
        match block:
            case value.Text():
                yield self._text(block)
            case value.Fact(label, words):
                yield Words(look, i18n.labelled(label, words))
            case value.Steps(items):
                yield from (Words(look, f"{n}. {words}") for n, words in enumerate(items, 1))
            case value.Listed(items):
                yield from (Words(look, f"– {words}") for words in items)
            case value.Action():
                yield self._button(block)
            case value.Choice():
                yield self._choice(block)
            case value.Unfold():
                yield from self._unfold(block)
            case value.Row(actions):
                row, flow = FlowLayout.row(look.space(2))
                for one in actions:
                    flow.addWidget(self._button(one))
                yield row
            case value.Own(name):
                yield self.own(name)
            case value.Card():
                yield self._card(block)

    def _text(self, text: value.Text) -> Words:
        words = Words(self.look, text.words, text.role)
        if text.stop:
            words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return words

    def _unfold(self, block: value.Unfold) -> tuple[QWidget, QWidget]:
        told = self._text(value.Text(block.told, stop=True))
        told.hide()
        button = LongButton(self.look, block.words, block.drawing)
        button.clicked.connect(lambda _=False: _read_at_once(told))
        return button, told

    def _card(self, card: value.Card) -> QWidget:
        frame, column = self.framed()
        column.addWidget(Words(self.look, card.title, "subheading"))
        _fill(column, self._made(card.blocks))
        return frame

    def _button(self, action: value.Action) -> Button:
        button = Button(self.look, action.words, lambda: self.do(action.does), role=action.weight)
        if action.name:
            button.setAccessibleName(action.name)
        if action.about:
            button.setAccessibleDescription(spoken(action.about))
        return button

    def _choice(self, choice: value.Choice) -> LongButton:
        button = LongButton(self.look, choice.words, choice.drawing)
        button.clicked.connect(lambda _=False: self.do(choice.does))
        if choice.about:
            button.setAccessibleDescription(spoken(choice.about))
        return button


def _fill(column: QVBoxLayout, widgets: Iterable[QWidget]) -> None:
    for widget in widgets:
        column.addWidget(widget)


def _read_at_once(told: QWidget) -> None:
    told.show()
    told.setFocus(Qt.FocusReason.OtherFocusReason)
