"""The keyboard is never nowhere: when what had it is gone and nobody gave it on, the page takes it.

Whoever takes a control away gives the keyboard on in the same turn (``Page.hold``, ``leave``), so
that a screen reader says nothing between. This is for what nobody thought of: without it, who has
no mouse could do nothing, and would hear nothing.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop_app.gui.main_window import MainWindow


class NeverLost(QObject):
    """Gives the keyboard to the page in view, a turn after nobody has it in its active window."""

    def __init__(self, app: QApplication, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._window = app, window
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._hold)
        app.focusChanged.connect(self._follow)

    # Without arguments: Qt gives who had the focus too, which may be half taken down by then.
    def _follow(self) -> None:
        if QApplication.focusWidget() is None:
            self._soon.start()

    def _hold(self) -> None:
        window = self._window
        if QApplication.focusWidget() is not None or not isValid(window):
            return
        if window.isActiveWindow() and (page := window.in_view()) is not None:
            page.hold()
