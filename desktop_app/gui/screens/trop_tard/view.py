"""Trop tard ? What remains when a delay is over: what to look at first, then the open ways."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.starting import write
from desktop_app.pages import destinations as to
from desktop_app.pages import too_late as page
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Gesture, Page
from desktop_app.workflow.guidance.too_late import may_be_late, too_late
from desktop_app.workflow.guidance.urgent import emergency_of


class TooLateScreen(PageView):
    """Opened with a procedure and its dates; with none, one says first whose delay, then which.

    What it says is in ``pages/too_late.py``.
    """

    def __init__(self, context: Context, asked: to.TooLate) -> None:
        known = i18n.text("Trop tard ?") if asked.procedure else i18n.text("Quel délai est passé ?")
        super().__init__(context, known)
        self.run(lambda: self._read(asked), self.show_page)

    def _read(self, asked: to.TooLate) -> Page:
        tools = self.context.tools
        if not asked.procedure:
            return page.which(may_be_late(tools.law), asked.family)
        found = too_late(
            tools.law,
            tools.catalogue,
            asked.procedure,
            today=tools.clock.today(),
            last_day=asked.last_day,
            received=asked.received,
        )
        return page.what_remains(found, emergency_of(tools.law, asked.procedure))

    def perform(self, gesture: Gesture) -> None:
        """Begin the letter of a way that is open."""
        if isinstance(gesture, Write):
            write(self.context, self, gesture)
