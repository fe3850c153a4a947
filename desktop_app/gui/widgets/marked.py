"""Radio buttons and ticks whose text goes to the next line, and whose mark is drawn by us."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QCheckBox, QRadioButton

from desktop_app.gui.look import marks
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.wrapping import Wrapping

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_BY_CLICK = Qt.FocusPolicy.StrongFocus & ~Qt.FocusPolicy.TabFocus


class _Marked(Wrapping):
    """A mark, then the text; the whole line can be pressed."""

    is_round = False

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(self.mark_place())
        marks.draw(painter, self._look, place, is_round=self.is_round, checked=self.isChecked())
        self._draw_words(painter)

    def mark_place(self) -> QRect:
        """Return where the mark is drawn."""
        size = self._mark_size()
        top = (self.height() - size) // 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        gap = self._look.space(1)
        return QRect(self.width() - size - gap if mirrored else gap, top, size, size)

    def _mark_size(self) -> int:
        return round(marks.SIDE * self._look.zoom)

    def _left(self) -> int:
        return self._look.space(1) + self._mark_size() + self._look.space(1.5)

    def _right(self) -> int:
        return self._look.space(1)


class LongRadio(_Marked, QRadioButton):
    """One of several: they are one stop of Tab, the chosen one, else the first.

    By itself Qt stops at the one that had the focus last, chosen or not: Enter would replace the
    answer of who only passes.
    """

    is_round = True

    def __init__(self, look: Look, text: str, group: QButtonGroup) -> None:
        QRadioButton.__init__(self)
        self.set_up(look, text)
        group.addButton(self)
        self.toggled.connect(self._be_one_stop)
        self._be_one_stop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._be_one_stop()

    def _be_one_stop(self) -> None:
        radios = self.group().buttons()
        if any(one.hasFocus() for one in radios):
            return  # Qt has Tab leave from there
        stop = self.group().checkedButton() or radios[0]
        for one in radios:
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is stop else _BY_CLICK)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow chooses where it goes; Enter chooses what is not chosen yet, and stays there.

        Qt's arrows only move until one is chosen: who then pressed Enter had answered nothing.
        """
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isChecked():
            self.click()
            return
        super().keyPressEvent(event)
        held = QApplication.focusWidget()
        if event.key() in _ARROWS and held is not self and isinstance(held, LongRadio):
            held.click()  # one that is chosen stays so


class LongCheck(_Marked, QCheckBox):
    """Any number of several."""

    def __init__(self, look: Look, text: str) -> None:
        QCheckBox.__init__(self)
        self.set_up(look, text)
