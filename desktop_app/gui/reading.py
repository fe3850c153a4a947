"""F6: Tab stops at every line of a page, as in Help, for who cannot see what is between buttons.

What a stop says already, by its name or its description, is not a stop of its own: each sentence
of a page is heard once.
"""

import re
from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import announce, listened_to
from desktop_app.gui.widgets.words import Words

READ = "read"
"""Property of a text at which Tab stops only while one reads."""


class Reading:
    """Whether one reads line by line; it lasts until F6 is pressed again, whatever the page."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.on = self._told = False

    def turn(self) -> None:
        """Begin to read line by line, or leave it, and say so."""
        self.on = not self.on
        self.prepare()
        words = (
            i18n.text("Lecture : Tab s’arrête à chaque ligne. F6 pour en sortir.")
            if self.on
            else i18n.text("Fin de la lecture ligne à ligne.")
        )
        announce(self._window, words)

    def go_on(self) -> None:
        """Know that Tab is pressed: what it stops at may have changed.

        Who listens is told once that F6 reads what is between the buttons.
        """
        if not self._told and listened_to():
            self._told = True
            if not self.on:
                words = i18n.text("F6 : lire chaque page ligne à ligne.")
                QTimer.singleShot(0, self._window, lambda: announce(self._window, words))
        self.prepare()

    def prepare(self) -> None:
        """Make each text in view a stop, or no more."""
        window = self._window
        texts = window.findChildren(Words)
        if not self.on:
            for words in texts:
                if words.property(READ):
                    words.setProperty(READ, False)
                    words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            return
        said = _said(_stops(window))
        for words in filter(_may_be_read, texts):
            own = words.focusPolicy() != Qt.FocusPolicy.NoFocus and not words.property(READ)
            if own or words.hasFocus():
                continue
            read = _says_something(words.text()) and not says(said, on_one_line(words.text()))
            words.setProperty(READ, read)
            words.setFocusPolicy(Qt.FocusPolicy.TabFocus if read else Qt.FocusPolicy.NoFocus)


def on_one_line(text: str) -> str:
    """Return a text as it is heard: lines and blocks of it are not."""
    return " ".join(text.split())


def says(said: str, sentence: str) -> bool:
    """Tell whether a text holds these whole words."""
    start = said.find(sentence)
    while start >= 0:
        end = start + len(sentence)
        before, after = said[start - 1 : start], said[end : end + 1]
        if not (before.isalnum() or after.isalnum()):
            return True
        start = said.find(sentence, start + 1)
    return False


def _says_something(text: str) -> bool:
    """Tell whether there is a word or a number in a text, and not only a sign."""
    return bool(re.search(r"\w", text))


def _may_be_read(words: Words) -> bool:
    """Tell whether a text is in view and its own: that of a button is said by the button."""
    parent = words.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractButton):
            return False
        parent = parent.parentWidget()
    return words.isVisible()


def _stops(window: QWidget) -> Iterable[QWidget]:
    return (
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.property(READ)
    )


def _said(stops: Iterable[QWidget]) -> str:
    """Return all that stops say, and the groups around them, a line each."""
    said: dict[str, None] = {}
    for stop in stops:
        one: QWidget | None = stop
        while one is not None:
            said[one.accessibleName()] = said[one.accessibleDescription()] = None
            one = one.parentWidget()
        if isinstance(stop, Words):
            said[stop.text()] = None
    return "\n".join(on_one_line(one) for one in said if one)
