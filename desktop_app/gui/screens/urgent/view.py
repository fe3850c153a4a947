"""Urgent: what to do today, before any form: whom to call, what to keep, what may follow."""

from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.screens.urgent.last_moment import LastMomentAsked
from desktop_app.gui.starting import write
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages import urgent
from desktop_app.pages.gestures import PrintSheet, Write
from desktop_app.pages.page import Gesture, Page
from desktop_app.sentences import case_words
from desktop_app.workflow.guidance.urgent import EmergencyPage, page_at, page_of


class UrgentScreen(PageView):
    """Opened with an emergency; with none, one says which. Then where, when the law depends on it.

    What it says is in ``pages/urgent.py``.
    """

    def __init__(self, context: Context, asked: to.Urgent) -> None:
        super().__init__(context, i18n.text("Urgent"))
        self._found: EmergencyPage | None = None
        self._state: Progress | None = None
        context.jobs.run(lambda: self._read(asked), done=self.show_page, failed=self.say_problem)

    def _read(self, asked: to.Urgent) -> Page:
        law, catalogue = self.context.tools.law, self.context.tools.catalogue
        if not asked.emergency:
            return urgent.which(law.emergencies)
        if asked.place:
            found = page_at(law, catalogue, asked.emergency, asked.place)
        else:
            found = page_of(law, catalogue, asked.emergency)
            if found.told.asks is not None:
                return urgent.where(found.told, found.told.asks, asked)
        self._found = found
        return urgent.today(found, asked)

    def own(self, name: str) -> QWidget:
        """Give the form of the last moment, and the line that tells where the sheet is."""
        if name == urgent.STATE:
            self._state = Progress(self.look)  # only here: with no page around it, it would stay
            return self._state
        assert self._found is not None
        return LastMomentAsked(self.context, self, self._found)

    def perform(self, gesture: Gesture) -> None:
        """Write the letter, or print the page: one takes it along, and ticks."""
        if isinstance(gesture, Write):
            write(self.context, self, gesture)
        elif isinstance(gesture, PrintSheet) and self._found is not None:
            letters, today = self.context.tools.letters, self.context.tools.clock.today()
            assert self._state is not None
            listed = case_words.listed(self._found)
            SheetOut(self.context, self, self._state).print(lambda: letters.agenda(listed, today))
