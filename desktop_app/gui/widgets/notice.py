"""What must be read, whole, at the top of whatever page is shown, until one says that it was."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app import i18n
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.words import Words


class NoticeCard(QFrame):
    """One notice in a frame, and the button that takes it away.

    Args:
        sentence: what is said.
        left: how many more wait after this one.
        read: called once by the button.
    """

    def __init__(self, look: Look, sentence: str, left: int, read: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "errors")
        column = QVBoxLayout(self)
        margin = look.space(2)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.space(1))
        self._title = Words(look, "", "subheading")
        self.say_left(left)
        column.addWidget(self._title)
        self.told = Words(look, sentence)
        self.told.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(self.told)
        self.button = Button(look, i18n.text("Vu"), read)
        self.button.setAccessibleName(i18n.text("Vu : j’ai lu cet avis"))
        column.addWidget(self.button)
        self.sentence = sentence

    def say_left(self, left: int) -> None:
        """Say how many more wait after this one."""
        title = i18n.text("À lire")
        if left:
            more = i18n.plural("encore {n} ensuite", "encore {n} ensuite", left)
            title = i18n.labelled(title, more)
        self._title.say(title)
