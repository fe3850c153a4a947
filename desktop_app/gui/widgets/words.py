"""Text on the screen: always plain text, in a role of the look, wrapped, at most a measure wide."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.core.spaces import NBSP
from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look

# Marks that turn the reading direction could hide what a text says: they are shown, not obeyed.
# (The isolates U+2066-2069, which we write ourselves around numbers, are left alone.)
_DIRECTION_MARKS = dict.fromkeys(range(0x202A, 0x202F), "\N{REPLACEMENT CHARACTER}")


def plain(text: str) -> str:
    """Return a text from a person, a pack or a file as it may be shown."""
    return text.translate(_DIRECTION_MARKS)


# Where a long word, such as an address for mail, may go on with the next line.
_LONG = re.compile(r"\S{20,}")
_JOINT = r"(?<=[@./_-])(?=\w)"
# What has no joint for longer than any French word goes on anywhere, but not between a letter and
# its accent.
_UNBROKEN = r"[^\s\u200b]{30,}"
_ANYWHERE = r"(?<=[^\s\u200b]{8})(?=[^\u0300-\u036f])"
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ASKS = re.compile(r"(?<=\w)-(?=(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|les?|la)\b)|(?<=-t)-")
"""Hyphens of a question or an order: no line ends there ("Que vous arrive-t-il ?")."""
_OPENING = re.compile("(«|\\b[nN]°) ")
"""No line ends with one of these: a French text has a space there."""
_CLOSING = "?!:;»%€"
"""No line begins with one of these, for the same reason."""


def laid_out(text: str) -> str:
    """Return a text with the marks that say where its lines may end; it reads the same."""
    kept = _OPENING.sub(rf"\1{NBSP}", text)
    for mark in _CLOSING:
        kept = kept.replace(f" {mark}", f"{NBSP}{mark}")
    kept = _ASKS.sub("-\N{WORD JOINER}", kept)
    return _LONG.sub(lambda word: _cut(word[0]), kept)


def _cut(word: str) -> str:
    end = "\N{ZERO WIDTH SPACE}"
    joined = re.sub(_JOINT, end, word)
    return re.sub(_UNBROKEN, lambda part: re.sub(_ANYWHERE, end, part[0]), joined)


class Words(QLabel):
    """A text in a role: body, hint, subheading, date, error, done.

    The one way to show a text that we did not write: Qt guesses rich text, this never does.

    ``reached`` tells whether the focus came by Tab: the program puts it on what is to be heard,
    which is nothing that one could press, and no ring is drawn there then.
    """

    reached = False

    def __init__(
        self, look: Look, text: str = "", role: str = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self._said = ""
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)
        self._dress()
        self.say(text)

    def say(self, text: str) -> None:
        """Show this text, as it is."""
        self._heights.clear()
        self._said = plain(text)
        self.setText(laid_out(self._said))
        self._begin_where_one_reads()
        self.be_called("")

    def _begin_where_one_reads(self) -> None:
        """In a window read from the right, begin there in any language: Qt begins a French text on
        the left, a page away from what it is about."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            upright = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
            self.setAlignment(right | upright)

    def be_called(self, name: str) -> None:
        """Have a screen reader say this; "" is what is shown, without the marks of its lines."""
        self.setAccessibleName(name or (self._said if QLabel.text(self) != self._said else ""))

    def text(self) -> str:
        """Return what is said, without the marks of its lines."""
        return self._said

    def heightForWidth(self, width: int) -> int:
        # The layout asks with the whole width, but a line is never longer than the measure; and it
        # asks many times, while to measure a text is slow.
        width = min(width, self.maximumWidth())
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember who put it here; that the window comes back to the front changes nothing."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.reached = event.reason() in _BY_KEYS
        super().focusInEvent(event)

    def play(self, role: str) -> None:
        """Take another role: the same place says that it works, is done, or went wrong."""
        if role == self._role:
            return
        self._role = role
        self.setProperty("role", role)
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            # What was not shown yet is polished then. (And ``style`` costs 8 ms when first asked.)
            self.style().unpolish(self)
            self.style().polish(self)
        self._dress()

    def _dress(self) -> None:
        self._heights.clear()
        font = self._own_font()
        self.setFont(font)
        self.setMaximumWidth(self._look.letter(font) * tokens.MEASURE)
        self.updateGeometry()

    def _own_font(self) -> QFont:
        return self._look.font(self._role if self._role in tokens.RATIOS else "body")


class StatusLine(Words):
    """Where it is told what becomes of a gesture; it takes no room while it says nothing."""

    def say(self, text: str) -> None:
        super().say(text)
        if not text:
            self.hide()
        elif self.parentWidget() is not None:  # shown before, it is a window of its own
            self.show()


class Item(Words):
    """A line of a list: its mark stands before the words, which go on under one another."""

    def __init__(self, look: Look, mark: str, text: str) -> None:
        self._mark = mark
        super().__init__(look, text)
        # Where there is more room than the words need, the first line stays beside its mark.
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)

    def say(self, text: str) -> None:
        super().say(text)
        self._said = f"{self._mark} {plain(text)}"
        self.be_called("")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._look.colour("ink"))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.drawText(self.rect(), side, self._mark)

    def _dress(self) -> None:
        self.setFont(self._own_font())
        before = self.fontMetrics().horizontalAdvance(f"{self._mark} ")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(0 if mirrored else before, 0, before if mirrored else 0, 0)
        super()._dress()


class Heading(Words):
    """The one heading of a page: the first thing a screen reader reaches; it takes the focus."""

    said = Signal(str)

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, text, "heading", parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def say(self, text: str) -> None:
        super().say(text)
        self._dress()
        self.said.emit(self.text())

    def _dress(self) -> None:
        super()._dress()
        # The focus ring goes round the words, not round the empty rest of the line.
        natural = self.fontMetrics().horizontalAdvance(self.text()) + self._look.space(1)
        self.setMaximumWidth(min(self.maximumWidth(), max(natural, self._look.space(6))))
