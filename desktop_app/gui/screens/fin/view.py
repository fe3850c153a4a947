"""Fin de séance, on a public terminal: asked once, then what was erased and what cannot be."""

from PySide6.QtCore import QTimer

from desktop_app import i18n
from desktop_app.core.forgotten import Forgotten
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import ending
from desktop_app.pages.gestures import Begin
from desktop_app.pages.page import Gesture

READ_MS = 120_000
"""After so long nobody reads what was erased any more: the first page comes, in French."""


class EndScreen(PageView):
    """Before the end when ``ended`` is False, and the first page of the next person after.

    What it says is in ``pages/ending.py``.
    """

    def __init__(self, context: Context, asked: to.EndSession) -> None:
        found = asked.forgotten or Forgotten()
        page = ending.erased(found) if asked.ended else ending.before_the_end()
        super().__init__(context, page.heading)
        self._ended = asked.ended
        self.fill(page)
        if asked.ended:
            self.soon = QTimer(self, singleShot=True, interval=READ_MS)
            self.soon.timeout.connect(self._begin)
            self.soon.start()

    def focus_heading(self) -> None:
        super().focus_heading()
        if self._ended:
            announce(self.heading, self.heading.text(), urgent=True)

    def perform(self, gesture: Gesture) -> None:
        """Begin anew for the next person, or erase everything of this one."""
        if isinstance(gesture, Begin):
            self._begin()
        else:
            self.context.navigator.end_session()

    def _begin(self) -> None:
        navigator = self.context.navigator
        i18n.use(i18n.SOURCE_LANGUAGE)  # whoever comes chooses another
        navigator.restart(to.Entrance())
        navigator.speak()
