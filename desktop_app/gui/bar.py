"""The line on top of every page: home, for whom, what matters now, saved; letters, language, help.

One line that never moves. Its letters grow up to twice, so that the page keeps two thirds of a
small screen; where its buttons leave no room for words, they are behind one, which opens all of it
as a page.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.gui.look import drawings, tokens
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.words import Words

HIGH = 60
"""Pixels at 100 %."""
GAP = 6
"""Pixels at 100 % between the mark and its words."""
SIDE = 20
"""Pixels at 100 % beside it: what stands in it begins where a page does, unless it is folded."""
LEAST = 20
"""Letters for words between the buttons: fewer, and the buttons are folded into one."""


@record(frozen=True)
class Gesture:
    """A button of the bar: what stands on it, its name when that says too little, and its act."""

    words: str
    act: Callable[[], object]
    name: str = ""
    always: bool = False
    """Stays in the bar whatever the size of letters."""


class BarWords(Words):
    """Words of the bar: on one line where there is room, else on two, as narrow as they can be."""

    strong = False

    def widths(self) -> tuple[int, int]:
        """Return how wide it is on one line, and on two."""
        wide, words = self.fontMetrics().horizontalAdvance, self.text().split(" ")
        frame = self._frame()
        one = wide(self.text()) + frame
        cuts = range(1, len(words))
        two = (max(wide(" ".join(words[:n])), wide(" ".join(words[n:]))) for n in cuts)
        return one, min([one, *(found + frame for found in two)])

    def _frame(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right() + 2

    def _dress(self) -> None:
        side = self._look.in_bar(8) if self.strong else 0
        self.setContentsMargins(side, 0, side, 0)
        super()._dress()

    def _own_font(self) -> QFont:
        font = self._look.font("bar")
        font.setBold(self.strong)
        return font


class StrongWords(BarWords):
    """What matters now: how many days are left."""

    strong = True

    def paintEvent(self, event: QPaintEvent) -> None:
        # Not by the style sheet: of what is hidden, Qt forgets the border when it measures.
        painter, edge = QPainter(self), self._look.in_bar(tokens.EDGE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("date_edge"), edge))
        painter.setBrush(self._look.colour("date_tint"))
        corner = self._look.in_bar(2 * tokens.CORNER)
        painter.drawRoundedRect(self.rect().adjusted(edge, edge, -edge, -edge), corner, corner)
        painter.end()
        super().paintEvent(event)


class HomeButton(Button):
    """The way home: the program's own mark, and its words where there is room.

    Drawn here: a picture of Qt's own for buttons costs 15 ms before the first paint.
    """

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._look.in_bar(drawings.SIDE + GAP), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        side, gap = self._look.in_bar(drawings.SIDE), self._look.in_bar(GAP)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = (self.width() - side) // 2 if not self.text() else self._look.in_bar(8)
        left = self.width() - start - side if mirrored else start
        painter, ink = QPainter(self), self._look.colour("primary")
        place = QRectF(left, (self.height() - side) / 2, side, side)
        drawings.draw(painter, "marque", place, ink, self._look.tint())
        if self.text():
            words = self.rect()
            words.setRight(left - gap) if mirrored else words.setLeft(left + side + gap)
            painter.setPen(ink)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(words, flags, self.text())


class Bar(QFrame):
    """The first gesture leads home; ``fill`` says all again, in the language of now."""

    def __init__(self, look: Look, gestures: Callable[[], Sequence[Gesture]], unfold: Gesture):
        """``unfold`` opens the page that has everything; ``fill`` gives its words."""
        super().__init__()
        self._look, self._gestures = look, gestures
        self._folded = False
        self._hints: dict[Button, int] = {}
        self.setProperty("role", "bar")
        offered = [*gestures(), unfold]
        home, *others = offered
        self._home = HomeButton(look, home.words, home.act, role="bar", parent=self)
        made = [Button(look, one.words, one.act, role="bar", parent=self) for one in others]
        *self._buttons, self._fold = made
        self._always = [button for one, button in zip(others, made, strict=True) if one.always]
        self.whom = BarWords(look, "", "hint", self)
        self.matters = StrongWords(look, "", "matters", self)
        self.saved = BarWords(look, "", "hint", self)
        self._fold.setProperty("folds", True)
        stops = [self._home, *self._words(), *self._buttons, self._fold]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.fill()
        look.changed.connect(self._dress)  # after all that it measures

    def fill(self) -> None:
        """Say everything again, in the language of now, but what changes as one works.

        What is offered last may come and go: a session that keeps nothing is ended from here.
        """
        self._follow(self._gestures()[1:])
        for one, button in zip(self._gestures(), (self._home, *self._buttons), strict=False):
            button.say(one.words, i18n.labelled(one.words, one.name) if one.name else one.words)
        self._fold.say(i18n.text("Affichage et aide"))
        self._dress()

    def _follow(self, offered: Sequence[Gesture]) -> None:
        """Make the buttons that are offered from now on, and let go of those that are no more."""
        for one in offered[len(self._buttons) :]:
            made = Button(self._look, one.words, one.act, role="bar", parent=self)
            QWidget.setTabOrder(self._buttons[-1], made)
            QWidget.setTabOrder(made, self._fold)
            self._buttons.append(made)
            self._always += [made] if one.always else []
        for gone in self._buttons[len(offered) :]:
            self._buttons.remove(gone)
            self._always = [one for one in self._always if one is not gone]
            self._hints.pop(gone, None)
            gone.hide()
            gone.deleteLater()

    @property
    def folded(self) -> bool:
        """Whether most buttons are behind one."""
        return self._folded

    def told(self) -> list[str]:
        """Return what it says, whether there is room for it or not."""
        return [one.text() for one in self._words() if one.text()]

    def say(self, place: BarWords, words: str) -> None:
        """Say this at a place of the bar, "" nothing; where there is no room, ``told`` has it."""
        place.say(words)
        self.arrange()

    def arrange(self) -> None:
        """Put each at its place, and show no words but those for which there is room.

        Once it is seen: to measure buttons is slow.
        """
        if not self.isVisible():
            return
        self._turn(self._needs(folded=False) > self.width())
        side = self._side(folded=self._folded)
        start, end = side, self.width() - side
        gap = self._look.in_bar(4)
        self._put(self._home, start, self._wide(self._home))
        start += self._wide(self._home) + self._look.in_bar(12)
        for button in reversed([*self._ending(folded=self._folded)]):
            end -= self._wide(button)
            self._put(button, end, self._wide(button))
            end -= gap
        self._say_between(start, end - self._look.in_bar(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needs(folded=True) - self._room(), HIGH)

    def sizeHint(self) -> QSize:
        return QSize(self._needs(folded=False), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()

    def _words(self) -> tuple[BarWords, ...]:
        return self.whom, self.matters, self.saved

    def _ending(self, *, folded: bool) -> Iterator[Button]:
        """Yield the buttons at the end of the line, in the order of reading."""
        yield from (one for one in self._buttons if one in self._always or not folded)
        if folded:
            yield self._fold

    def _needs(self, *, folded: bool) -> int:
        """Return how wide all of it is, with the least room for words."""
        buttons = [*self._ending(folded=folded)]
        wide = self._home_width(folded=folded) + sum(map(self._wide, buttons))
        gaps = self._look.in_bar(4) * len(buttons) + self._look.in_bar(8 + 12)
        return wide + gaps + 2 * self._side(folded=folded) + self._room()

    def _side(self, *, folded: bool) -> int:
        return self._look.in_bar(8 if folded else SIDE)

    def _room(self) -> int:
        return LEAST * self.whom.fontMetrics().averageCharWidth()

    def _home_width(self, *, folded: bool) -> int:
        """Return the width of the way home: its drawing alone where buttons are folded."""
        return self._look.in_bar(56) if folded else self._hint(self._home)

    def _wide(self, button: Button) -> int:
        if button is self._home:
            return self._home_width(folded=self._folded)
        return self._hint(button)

    def _hint(self, button: Button) -> int:
        """Return how wide a button is, measured once for each look and language."""
        if button not in self._hints:
            self._hints[button] = button.sizeHint().width()
        return self._hints[button]

    def _turn(self, folded: bool) -> None:
        """Fold the buttons, or unfold them; the focus stays on one that is seen."""
        words = self._home.accessibleName()
        self._folded = folded
        self._home.say("" if folded else words, words)
        seen = {self._home, *self._ending(folded=folded)}
        held = QApplication.focusWidget()
        for button in (*self._buttons, self._fold, self._home):
            button.setVisible(button in seen)
        if held is not None and self.isAncestorOf(held) and held not in seen:
            kept = self._fold if folded else self._buttons[0]
            kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_between(self, start: int, end: int) -> None:
        """Show the words that there is room for: what is saved goes first, the days last."""
        gap = self._look.in_bar(8)
        told = [one for one in self._words() if one.text()]
        for dropped in (self.saved, self.whom, self.matters, None):
            widths = _fitted([one.widths() for one in told], end - start, gap)
            if widths is not None or dropped is None:
                break
            told = [one for one in told if one is not dropped]
        for one in self._words():
            one.setVisible(one in told)
        for one, wide in zip(told, widths or (), strict=True):
            # What is saved stands beside the buttons: it comes and goes, and moves nothing.
            self._put(one, end - wide if one is self.saved else start, wide)
            start += wide + gap

    def _put(self, widget: QWidget, left: int, wide: int) -> None:
        line = self._look.in_bar(HIGH) - self._look.in_bar(tokens.EDGE)
        # In the system's look a button has a frame of its own around what can be pressed.
        high = min(max(self._look.in_bar(tokens.TARGET), widget.sizeHint().height()), line)
        if isinstance(widget, Words):
            around = self._look.in_bar(8) if widget is self.matters else 0
            high = min(widget.heightForWidth(wide) + around, line)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - wide
        widget.setGeometry(QRect(left, (line - high) // 2, wide, high))

    def _dress(self) -> None:
        words = self._home.accessibleName()
        self._home.say(words, words)  # whole, to be measured
        self._hints.clear()
        self.setFixedHeight(self._look.in_bar(HIGH))
        self.arrange()


def _fitted(widths: Sequence[tuple[int, int]], room: int, gap: int) -> list[int] | None:
    """Return how wide each is, the last ones on two lines where they must be; None: no room."""
    room -= gap * max(0, len(widths) - 1)
    for narrow in range(len(widths) + 1):
        whole = len(widths) - narrow
        tried = [one for one, _ in widths[:whole]] + [two for _, two in widths[whole:]]
        if sum(tried) <= room:
            return tried
    return None
