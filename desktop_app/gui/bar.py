"""The bar that is always there: for whom, the size and contrast of letters, language, help.

Where letters are so large that it would take half of a small screen, it holds one button, which
opens all of it as a page.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.words import Words

MOST_ZOOM = 2.0
"""Above, the bar would be several lines of buttons: 58 % of 600 pixels at 250 %."""


@record(frozen=True)
class Gesture:
    """A button of the bar: what stands on it, its name when that says too little, and its act."""

    words: str
    act: Callable[[], object]
    name: str = ""
    always: bool = False
    """Stays in the bar whatever the size of letters."""


class BarWords(Words):
    """Words of the bar: on one line where there is room, else whole on as many as they need."""

    def sizeHint(self) -> QSize:
        if not self.text():  # no line of its own
            return QSize(0, 0)
        margins = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 1
        width = min(wide + margins.left() + margins.right(), self.maximumWidth())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Take no room for no word: a layout never gives less than this."""
        return super().minimumSizeHint() if self.text() else QSize(0, 0)


class Bar(QFrame):
    """``fill`` makes it again, in the language and for the size of letters of now."""

    def __init__(self, look: Look, gestures: Callable[[], Sequence[Gesture]], unfold: Gesture):
        """``unfold`` opens the page that has everything; its words are made by ``fill``."""
        super().__init__()
        self._look, self._gestures, self._unfold = look, gestures, unfold
        self.setProperty("role", "bar")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # two lines of buttons at 200 %
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self)
        self._folded = False
        self.fill()
        look.changed.connect(self._dress)
        self._dress()

    def fill(self) -> None:
        """Say everything again; what had the focus is on the first button then."""
        held = QApplication.focusWidget()
        had_focus = held is not None and self.isAncestorOf(held)
        while (item := self._flow.takeAt(0)) is not None:
            if (before := item.widget()) is not None:
                before.hide()
                before.deleteLater()
        self.whom = BarWords(self._look, "", "hint")
        self.saved = BarWords(self._look, "", "hint")
        self._folded = self._look.zoom > MOST_ZOOM
        gestures = [one for one in self._gestures() if one.always or not self._folded]
        if self._folded:
            gestures.insert(0, Gesture(i18n.text("Affichage et aide"), self._unfold.act))
        for words in (self.whom, self.saved):
            words.setParent(self)
        buttons = [self._button(one) for one in gestures]
        if not self._folded:
            # What is saved is last: it changes at each answer, and moves no button.
            for widget in (self.whom, *buttons, self.saved):
                self._flow.addWidget(widget)
        else:
            for button in buttons:
                self._flow.addWidget(button)
        for words in (self.whom, self.saved):
            words.setVisible(not self._folded)
        for button in buttons:
            button.show()  # now, not at the next turn: the focus may be put on it
        if had_focus:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def folded(self) -> bool:
        """Whether it holds one button: what is saved is then said elsewhere."""
        return self._folded

    def _button(self, gesture: Gesture) -> Button:
        button = Button(self._look, gesture.words, gesture.act, role="bar", parent=self)
        if gesture.name:
            button.setAccessibleName(i18n.labelled(gesture.words, gesture.name))
        return button

    def _dress(self) -> None:
        if self._folded != (self._look.zoom > MOST_ZOOM):
            whom, saved = self.whom.text(), self.saved.text()
            self.fill()
            self.whom.say(whom)
            self.saved.say(saved)
        side = self._look.space(1)
        self._flow.setSpacing(side)
        left = self._look.space(1 if self._folded else 4)
        self._flow.setContentsMargins(left, side, side, side)
