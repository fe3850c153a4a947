"""What the bar holds, as a page: for letters so large that the bar has room for one button."""

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import program
from desktop_app.pages.gestures import PressBar
from desktop_app.pages.page import Gesture


class BarScreen(PageView):
    """For whom one writes, what is saved, and each gesture of the bar as a line of its own."""

    def __init__(self, context: Context, _asked: to.BarTools) -> None:
        navigator = context.navigator
        self._presses = navigator.bar_gestures()
        page = program.bar(navigator.bar_told(), [words for words, _act in self._presses])
        super().__init__(context, page.heading)
        self.fill(page)

    def perform(self, gesture: Gesture) -> None:
        """Do what the bar does."""
        assert isinstance(gesture, PressBar)
        _words, act = self._presses[gesture.place]
        act()
