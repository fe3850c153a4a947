"""The first page of the safe: three sentences, and nothing that frightens; or why there is none."""

from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Chosen, Gesture, Page


class NoSafeYet(PageView):
    """What it says is in ``pages/no_safe_yet.py``."""

    def __init__(self, context: Context, page: Page, then: to.Destination) -> None:
        super().__init__(context, page.heading)
        self._then = then
        self.fill(page)

    def perform(self, gesture: Gesture) -> None:
        """Open the safe of a folder that was chosen."""
        assert isinstance(gesture, Chosen)
        self.do(to.OpenSafe(folder=gesture.path, then=self._then))
