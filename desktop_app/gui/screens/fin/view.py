"""Fin de séance, on a public terminal: asked once, then what was erased and what cannot be."""

from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import ending
from desktop_app.pages.gestures import Begin
from desktop_app.pages.page import Gesture


class EndScreen(PageView):
    """Before the end when ``ended`` is False, and the first page of the next person after.

    What it says is in ``pages/ending.py``.
    """

    def __init__(self, context: Context, asked: to.EndSession) -> None:
        page = ending.erased() if asked.ended else ending.before_the_end()
        super().__init__(context, page.heading)
        self._ended = asked.ended
        self.fill(page)

    def focus_heading(self) -> None:
        super().focus_heading()
        if self._ended:
            announce(self.heading, self.heading.text(), urgent=True)

    def perform(self, gesture: Gesture) -> None:
        """Begin anew for the next person, or erase everything of this one."""
        if isinstance(gesture, Begin):
            self.context.navigator.restart(to.Home())
        else:
            self.context.navigator.end_session()
