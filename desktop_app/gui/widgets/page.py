"""A page: heading, what it is about, the actions at the lower left; never scrolls sideways."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.words import Heading


class Page(QScrollArea):
    """The frame of every screen. Screens add to it in reading order; it spaces and scrolls."""

    def __init__(self, look: Look, heading: str) -> None:
        super().__init__()
        self.look = look
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget()
        self._content.setObjectName("page")
        self._column = QVBoxLayout(self._content)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.heading = Heading(look, heading)
        self._column.addWidget(self.heading)
        self.setWidget(self._content)
        self._actions: FlowLayout | None = None
        look.changed.connect(self._dress)
        self._dress()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._keep_in_view)

    def add(self, widget: QWidget) -> QWidget:
        """Put a widget under what is there."""
        self._column.addWidget(widget)
        return widget

    def add_layout(self, layout: QLayout) -> None:
        """Put a group of widgets under what is there."""
        self._column.addLayout(layout)

    def clear(self) -> None:
        """Take everything out but the heading."""
        self._actions = None
        while self._column.count() > 1:
            _discard(self._column.takeAt(1))

    def set_actions(self, *buttons: Button) -> None:
        """Put the actions at the foot, the main one first in reading order."""
        row, self._actions = FlowLayout.row(self.look.space(2))
        for button in buttons:
            self._actions.addWidget(button)
        self._column.addWidget(row)

    def card(self) -> tuple[QFrame, QVBoxLayout]:
        """Return a framed block, already on the page, and its column."""
        frame, column = self.framed()
        self.add(frame)
        return frame, column

    def framed(self) -> tuple[QFrame, QVBoxLayout]:
        """Return a framed block to put where one wants, and its column."""
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        margin = self.look.space(2)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(self.look.space(1))
        return frame, column

    def focus_heading(self) -> None:
        """Begin reading at the top: after "Continuer", and when the screen opens."""
        self.verticalScrollBar().setValue(0)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_in_view(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._content.isAncestorOf(new):
            # After the layout has settled, or the place would be that of before.
            QTimer.singleShot(0, lambda: self._show(new))

    def _show(self, widget: QWidget) -> None:
        if self._content.isAncestorOf(widget):
            margin = self.look.space(2)
            self.ensureWidgetVisible(widget, 0, margin)

    def _dress(self) -> None:
        side, space = self.look.space(4), self.look.space(2)
        self._column.setContentsMargins(side, self.look.space(3), side, self.look.space(3))
        self._column.setSpacing(space)


def _discard(item: object) -> None:
    widget = getattr(item, "widget", lambda: None)()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
        return
    layout = getattr(item, "layout", lambda: None)()
    if layout is not None:
        while layout.count():
            _discard(layout.takeAt(0))
        layout.deleteLater()
