"""Where the window stands and how large it is: on a small screen, as it was left, as before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

SIZE = QSize(1024, 600)
NO_SIZE = QSize(0, 0)
FRAME = 48  # pixels that a desktop's title and borders may take around a window


class WindowSize:
    """The place and the size of one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._opened = (SIZE, False)
        window.resize(SIZE)

    def open_on(self, room: QSize, kept: QSize = NO_SIZE, *, filled: bool = False) -> None:
        """Show the window on a screen that has this room: a small one is filled.

        ``kept``: its size when it was closed; ``filled``: whether it filled the screen then.
        """
        wanted = SIZE if kept.isEmpty() else kept
        needed = wanted.grownBy(QMargins(FRAME, FRAME, FRAME, FRAME))
        self._window.resize(wanted.boundedTo(room))
        if needed.boundedTo(room) == needed and not filled:
            self._window.show()
        else:
            self._window.showMaximized()
        self._opened = self.stood()

    def fill(self, screen: QRect) -> None:
        """Fill a whole screen, without a frame: a public terminal has nothing beside.

        Its size is given too: where no program arranges windows, nobody else gives it.
        """
        self._window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._window.setGeometry(screen)
        self._window.showFullScreen()
        self._opened = self.stood()

    def stood(self) -> tuple[QSize, bool]:
        """Return its size when it fills no screen, and whether it does."""
        return self._window.normalGeometry().size(), self._window.isMaximized()

    @property
    def moved(self) -> bool:
        """Whether somebody gave it another size, or had it fill the screen, or no more."""
        return self.stood() != self._opened

    def open_again(self, place: "QByteArray", state: str) -> None:
        """Show the window where that of the process before was, and as it was.

        ``state``: "active", "behind" (it takes the keyboard from nobody) or "minimized".
        """
        window = self._window
        window.restoreGeometry(place)
        if state == "behind":
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if state == "minimized":
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)
        window.show()
        if state == "active":
            window.activateWindow()
