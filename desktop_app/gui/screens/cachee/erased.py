"""What is said once something was erased for good: how much, and what cannot be."""

from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import erasing
from desktop_app.pages.page import Gesture


class ErasedScreen(PageView):
    """The first page of a fresh process, after which a safe is opened, or one begins.

    What it says is in ``pages/erasing.py``.
    """

    def __init__(self, context: Context, done: to.Erased) -> None:
        page = erasing.erased(done)
        super().__init__(context, page.heading)
        self.fill(page)

    def focus_heading(self) -> None:
        super().focus_heading()
        announce(self.heading, self.heading.text(), urgent=True)

    def perform(self, _begin: Gesture) -> None:
        """Go on: nothing here tells what was erased."""
        known = self.context.tools.known_safes.all()
        self.context.navigator.restart(to.OpenSafe() if known else to.Home())
