"""Our own focus ring, always drawn: the platform's cannot be seen by the people we work for."""

import contextlib

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_app.gui.look import tokens
from desktop_app.gui.look.look import Look

PAGE = "page"  # what scrolls, in every page, has this name


def thickness(look: Look) -> int:
    """Return how thick it is, in pixels."""
    return max(tokens.RING_WIDTH, round(tokens.RING_WIDTH * look.zoom))


def reach(look: Look) -> int:
    """Return how far around a control it goes, in pixels."""
    return thickness(look) + tokens.RING_GAP


class _Frame(QWidget):
    """What is drawn; it takes no click and no focus."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("")
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        width = thickness(self._look)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        pen = QPen(self._look.colour("ring"), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        inset = width // 2
        painter.drawRect(self.rect().adjusted(inset, inset, -inset - 1, -inset - 1))

    def surround(self, target: QWidget, ground: QWidget) -> None:
        """Stand around this control, inside what scrolls it."""
        around = reach(self._look)
        corner = target.mapTo(ground, QPoint(0, 0))
        if self.parentWidget() is not ground:
            self.setParent(ground)
        self.setGeometry(QRect(corner, target.size()).adjusted(-around, -around, around, around))
        self.show()
        self.raise_()


class FocusRing(QObject):
    """Follows the focus, and puts a frame around the control that has it.

    Around a text, only where Tab came to it: the heading of each page has the focus first.

    The frame is a child of the page that scrolls (or of the window, a file dialog too), so that it
    moves and is cut with it. It ends with it too: the next control then gets a new frame.
    """

    def __init__(self, app: QApplication, look: Look, window: QWidget) -> None:
        """``window``: the ring ends with it, or a former window's would be drawn over its own."""
        super().__init__(window)
        self._look = look
        self._window = window
        self._drawn = _Frame(look, window)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        # After the first paint: Python's first look at an event costs 40 ms.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._watch)
        app.focusChanged.connect(self._follow)
        look.changed.connect(self._place)

    @property
    def frame(self) -> QWidget:
        """What is drawn, whatever it was a part of before."""
        return self._frame()

    def _frame(self) -> _Frame:
        if not isValid(self._drawn):
            self._drawn = _Frame(self._look, self._window)
        return self._drawn

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self._frame().hide()
        return False

    # Without arguments: Qt gives who had the focus too, which may be half taken down by then.
    def _follow(self) -> None:
        self._go_to(QApplication.focusWidget())

    def _go_to(self, new: QWidget | None) -> None:
        for watched in self._watched:
            with contextlib.suppress(RuntimeError):  # gone already, with its page
                watched.removeEventFilter(self)
        self._watched.clear()
        if self._target is not None:
            # Or the end of the page before would take the ring from the page in view.
            with contextlib.suppress(RuntimeError):
                self._target.destroyed.disconnect(self._forget)
        self._target = new
        if new is None:
            self._frame().hide()
            return
        new.destroyed.connect(self._forget)
        self._place()
        self._soon.start()

    def _watch(self) -> None:
        """Follow the control when it moves, and what holds it: a line that appears above it."""
        if self._target is None:
            return
        self._watched = [self._target, *_between(self._target, _ground(self._target))]
        for watched in self._watched:
            watched.installEventFilter(self)
        self._place()

    def _forget(self) -> None:
        self._target = None
        self._watched.clear()
        self._frame().hide()

    def _place(self) -> None:
        if self._target is None or not self._target.isVisible() or _only_heard(self._target):
            self._frame().hide()
            return
        self._frame().surround(self._target, _ground(self._target))


def _only_heard(widget: QWidget) -> bool:
    """Tell whether it is a text on which the program put the focus, for who listens."""
    return not getattr(widget, "reached", True)


def _between(widget: QWidget, ground: QWidget) -> list[QWidget]:
    """Return what holds the widget inside its ground, from the nearest."""
    found = []
    parent = widget.parentWidget()
    while parent is not None and parent is not ground:
        found.append(parent)
        parent = parent.parentWidget()
    return found


def _ground(widget: QWidget) -> QWidget:
    """Return the page that scrolls and holds the widget, or its window."""
    parent = widget.parentWidget()
    while parent is not None and parent.objectName() != PAGE and not parent.isWindow():
        parent = parent.parentWidget()
    return parent or widget
