"""What stands beside a page and may be longer than the window: it scrolls by itself there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from desktop_app.gui.accessible import SPOKEN_AS
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.flow import column_in


class SideList(QWidget):
    """Shows a widget whole, or as high as there is room; who has the focus in it is in view."""

    def __init__(self, look: Look, inside: QWidget) -> None:
        super().__init__()
        self._look = look
        self._inside = QWidget()
        self._inside.setObjectName("beside")
        column = column_in(self._inside)
        ring = look.space(0.75)  # what has the focus has room for its ring
        column.setContentsMargins(ring, ring, ring, ring)
        column.addWidget(inside)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setProperty(SPOKEN_AS, "page")
        self._scroll.setProperty("role", "beside")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setViewport(QWidget())
        self._column = column_in(self)
        self._column.addWidget(self._scroll)
        self._column.addWidget(self._inside)
        self._whole = True
        self._scroll.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def show_whole(self, whole: bool) -> None:
        """Show all of it (True), or what there is room for."""
        if whole is self._whole:
            return
        self._whole = whole
        if whole:
            self._scroll.takeWidget()
            self._column.addWidget(self._inside)
        else:
            self._column.removeWidget(self._inside)
            self._scroll.setWidget(self._inside)
        self._inside.show()
        self._scroll.setVisible(not whole)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not self._whole and now is not None and self._inside.isAncestorOf(now):
            ring = self._look.space(1)
            self._scroll.ensureWidgetVisible(now, 0, ring)
