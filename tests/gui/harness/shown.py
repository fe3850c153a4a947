"""A screen open in the real window, and what the checks look at: controls, stops of Tab, pixels."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from desktop_app.gui import app as program
from desktop_app.gui.live_paper import LivePaper
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.session import Session
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.wide_page import WidePage
from tests.gui.harness.screens import OPENINGS, Material, Place, screen_of
from tests.gui.keyboard import strike
from tests.helpers.destinations import destination

INPUTS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
SIZE = QSize(1024, 600)
STILL = 3  # looks, 15 ms apart
PATIENCE_S = 60
REACH = 8  # pixels around a control where its ring is looked for, at 100 %


class Rig:
    """The window of the program, as ``app.py`` builds it, at 1024 × 600."""

    def __init__(self, material: Material) -> None:
        found = QApplication.instance()
        self.app = found if isinstance(found, QApplication) else QApplication([])
        self.material = material
        self.window: MainWindow = program.build(self.app, material.tools)
        self.look, self.jobs = self.window.context.look, self.window.context.jobs
        self.session: Session = self.window._session
        self.window.resize(SIZE)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def open(self, screen: str, theme: str, zoom: float) -> "Shown":
        """Open a screen from nothing, in a theme, at a zoom; wait until its work is done."""
        opening = OPENINGS[screen]
        self.begin(screen, theme, zoom)
        self.settle()
        page = self.window.page()  # what was read may have led to another
        assert page is not None
        first = self.app.focusWidget()
        opening.first(page)
        self.settle()
        if first is not None and not isValid(first):
            first = self.app.focusWidget()  # the page was filled anew, and begins where it says
        assert self.window.size() == (opening.size or SIZE), "the window has outgrown its screen"
        return Shown(self, screen, page, first)

    def begin(self, screen: str, theme: str, zoom: float) -> Page:
        """Open a screen from nothing, in a theme, at a zoom; wait for nothing."""
        opening = OPENINGS[screen]
        self.window.resize(opening.size or SIZE)
        # To dress a page again is slow, and the page before would be.
        if self.look.theme != theme:
            self.look.set_theme(theme)
        if self.look.zoom != zoom:
            self.look.set_zoom(zoom)
        self.session.editing = None  # a model not saved outlives the session
        self.session.close()
        self.session.public = opening.public
        if opening.with_safe:
            self.session.open(self.material.safe, str(self.material.place))
        self.material.list_few(screen_of(screen) == "modeles")
        place = Place(self.session, self.jobs, self.window)
        parameters = opening.parameters(self.material, place)
        self.window.restart(destination(screen_of(screen), **parameters))
        page = self.window.page()
        assert page is not None
        return page

    def settle(self) -> None:
        """Wait until nothing works and the layout has found its place."""
        limit = time.monotonic() + PATIENCE_S
        while True:
            QTest.qWait(15)
            self.app.sendPostedEvents(None, 0)
            self.app.processEvents()
            if not self.jobs._waiting and self._papers_are_drawn():
                break
            assert time.monotonic() < limit, "the screen's work never ends"
        self._stand_still(limit)

    def _papers_are_drawn(self) -> bool:
        """Tell whether no page of paper is made, drawn, or drawn anew at another size."""
        papers, previews = (self.window.findChildren(one) for one in (LivePaper, Preview))
        page = self.window.page()
        if isinstance(page, WidePage) and page._settled.isActive():
            return False
        return all(paper.at_rest for paper in papers) and not any(
            one._drawing or one._soon.isActive() or one._first.isActive() for one in previews
        )

    def _stand_still(self, limit: float) -> None:
        """Wait until the page has kept its shape for a while: layouts take several passes."""
        shape, same = self._shape(), 0
        while same < STILL:
            QTest.qWait(15)
            now = self._shape()
            shape, same = now, same + 1 if now == shape else 0
            assert time.monotonic() < limit, "the page never stands still"

    def _shape(self) -> list[QRect]:
        page = self.window.page()
        content = page.widget() if page else None
        return [widget.geometry() for widget in content.findChildren(QWidget)] if content else []


@dataclass(frozen=True)
class Stop:
    """One place where Tab stops."""

    widget: QWidget
    place: QRect  # in the content of the page, or in the window for the bar
    seen: bool
    ring: float  # part of a 2 px perimeter that changed by 3:1


@dataclass
class Shown:
    """A screen in view; every list is in the order of the tree."""

    rig: Rig
    screen: str
    page: Page
    first: QWidget | None
    """What had the focus once the screen had opened, before anything was done there."""

    @property
    def window(self) -> MainWindow:
        return self.rig.window

    @property
    def content(self) -> QWidget:
        return self.page.widget()

    def is_beside(self, widget: QWidget) -> bool:
        """Whether a widget stands beside the text, in a window that is wide enough."""
        page = self.page
        beside = page.beside if isinstance(page, WidePage) else None
        return beside is not None and beside.isAncestorOf(widget)

    def widgets(self, kind: type[QWidget] | tuple[type[QWidget], ...] = QWidget) -> list[QWidget]:
        """Return the visible widgets of the window: the bar, then the page."""
        return [
            widget
            for widget in self.window.findChildren(QWidget)
            if isinstance(widget, kind) and widget.isVisible() and not _inner(widget)
        ]

    @cached_property
    def controls(self) -> list[QWidget]:
        """Return what can be pressed, typed into or chosen."""
        return self.widgets((QAbstractButton, *INPUTS))

    @cached_property
    def inputs(self) -> list[QWidget]:
        return [widget for widget in self.controls if isinstance(widget, INPUTS)]

    @cached_property
    def labels(self) -> list[QLabel]:
        return [w for w in self.widgets(QLabel) if isinstance(w, QLabel) and w.text()]

    @cached_property
    def picture(self) -> QImage:
        """Return the whole page, also what is scrolled away."""
        return self.content.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    @cached_property
    def walk(self) -> list[Stop]:
        """Return the stops of Tab, once round."""
        return list(self._stops(Qt.Key.Key_Tab))

    def walk_back(self) -> list[QWidget]:
        """Return the stops of Shift+Tab, once round."""
        return [stop.widget for stop in self._stops(Qt.Key.Key_Backtab, look=False)]

    def _stops(self, key: Qt.Key, *, look: bool = True) -> Iterator[Stop]:
        first = self.page.heading
        first.clearFocus()  # it may have kept it while the page showed what was just made
        first.setFocus(Qt.FocusReason.TabFocusReason)  # as who tabs round
        for _ in range(len(self.widgets()) + 2):
            focus = self.rig.app.focusWidget()
            assert focus is not None, "the focus is lost"
            yield self._stop(focus) if look else Stop(focus, QRect(), True, 1)
            strike(key)
            self.rig.app.processEvents()
            if self.rig.app.focusWidget() is first:
                return

    def _stop(self, focus: QWidget) -> Stop:
        QTest.qWait(1)
        self.rig.app.processEvents()
        inside = self.content.isAncestorOf(focus)
        ground = self.content if inside else self.window
        place = QRect(focus.mapTo(ground, QPoint(0, 0)), focus.size())
        seen = True
        if inside:
            port = self.page.viewport()
            there = QRect(focus.mapTo(port, QPoint(0, 0)), focus.size())
            seen = port.rect().contains(there) or there.height() >= port.height()
        inner = scrolls_beside(focus, self.page)
        down = inner.verticalScrollBar().value() if inner is not None else 0
        return Stop(focus, place.translated(0, down), seen, self._ring(focus))

    def _ring(self, focus: QWidget) -> float:
        from tests.gui.harness.pixels import changed_part

        assert self.window.ring is not None
        ring = self.window.ring.frame
        if not ring.isVisible():
            return 0.0
        place = QRect(focus.mapTo(self.window, QPoint(0, 0)), focus.size())
        reach = round(REACH * self.rig.look.zoom)
        outer = place.adjusted(-reach, -reach, reach, reach).intersected(self.window.rect())
        after = self.window.grab(outer).toImage()
        ring.hide()
        before = self.window.grab(outer).toImage()
        ring.show()
        viewed = self.page.viewport() if self.content.isAncestorOf(focus) else self.window
        port = QRect(viewed.mapTo(self.window, QPoint(0, 0)), viewed.size())
        there = -outer.topLeft()
        return changed_part(before, after, place.translated(there), port.translated(there))


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    if isinstance(widget, QComboBox):
        # On Linux Qt gives a closed list its value as name, and leaves its label to a relation.
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def description_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Description) if interface else ""


def role_of(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role() if interface else QAccessible.Role.NoRole


def told(widget: QWidget) -> str:
    """Return how a failure calls a widget."""
    return f"{type(widget).__name__} « {name_of(widget)[:60]} »"


def above(widget: QWidget, kind: Callable[[QWidget], bool]) -> QWidget | None:
    """Return the nearest parent of a kind."""
    parent = widget.parentWidget()
    while parent is not None and not kind(parent):
        parent = parent.parentWidget()
    return parent


def _inner(widget: QWidget) -> bool:
    """Whether a widget is a part of a control of Qt, not a control of ours."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(parent, QAbstractSpinBox | QComboBox)


def scrolls_beside(widget: QWidget, page: QWidget) -> QScrollArea | None:
    """Return the list beside a page that scrolls by itself, and holds this; None elsewhere."""
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        if isinstance(parent, QScrollArea):
            return parent
        parent = parent.parentWidget()
    return None
