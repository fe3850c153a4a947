"""The first page of a public terminal: a language is chosen, then one begins."""

from PySide6.QtCore import QTimer

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.reglages.kept import speak
from desktop_app.pages import destinations as to
from desktop_app.pages import entrance
from desktop_app.pages.gestures import Speak
from desktop_app.pages.page import Gesture, Page

HOURS_MS = 30_000
"""Between two looks at whether the terminal has opened, or closed."""


class EntranceScreen(PageView):
    """What it says is in ``pages/entrance.py``."""

    def __init__(self, context: Context, _asked: to.Entrance) -> None:
        self._page = _now(context)
        super().__init__(context, self._page.heading)
        self.fill(self._page)
        if context.tools.terminal.openings:
            self._hours = QTimer(self, interval=HOURS_MS)
            self._hours.timeout.connect(self._look)
            self._hours.start()

    def perform(self, gesture: Gesture) -> None:
        """Speak a language, and begin."""
        assert isinstance(gesture, Speak)
        speak(self.context, gesture.language)
        self.context.navigator.restart(to.Home())

    def _look(self) -> None:
        if not self.left and (now := _now(self.context)) != self._page:
            self._page = now
            self.show_page(now)


def _now(context: Context) -> Page:
    return entrance.page(context.tools.terminal, context.tools.clock.now().at)
