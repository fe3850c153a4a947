"""Urgent: what to do today, before any form: whom to call, what to keep, what may follow."""

from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.moment import Moment
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.starting import write
from desktop_app.gui.todays_date import counted_today
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages import urgent
from desktop_app.pages.gestures import PrintSheet, Write
from desktop_app.pages.page import Answers, Gesture, Page, Text
from desktop_app.workflow.guidance.urgent import (
    EmergencyPage,
    LastMoment,
    last_moments,
    page_at,
    page_of,
)


class UrgentScreen(PageView):
    """Opened with an emergency; with none, one says which. Then where, when the law depends on it.

    What it says is in ``pages/urgent.py``.
    """

    def __init__(self, context: Context, asked: to.Urgent) -> None:
        super().__init__(context, i18n.text("Urgent"))
        self._found: EmergencyPage | None = None
        self._state: Progress | None = None
        self._moments: tuple[Text, ...] = ()
        self._day = None if context.session.doubt else context.tools.clock.today()
        self.run(lambda: self._read(asked), self.show_page)

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
        return urgent.today(found, asked, self._day)

    def own(self, _name: str) -> QWidget:
        """Give the line that tells where the sheet is."""
        self._state = Progress(self.look)  # only here: with no page around it, it would stay
        return self._state

    def perform(self, gesture: Gesture) -> None:
        """Write the letter, count, or print the page: one takes it along, and ticks."""
        if isinstance(gesture, Write):
            write(self.context, self, gesture)
        elif self._found is not None:
            if isinstance(gesture, Answers):
                self._count(self._found, urgent.handed_over(gesture.values))
            elif isinstance(gesture, PrintSheet):
                self._print(self._found)

    def _count(self, found: EmergencyPage, moment: Moment) -> None:
        law, today = self.context.tools.law, self.context.tools.clock.now()
        self.run(lambda: last_moments(law, found, moment, today), self._tell)

    def _tell(self, found: tuple[LastMoment, ...]) -> None:
        told = self._moments = urgent.last_moments(found, counted_today(self.context))
        self.tell(urgent.LAST_MOMENT, told, "\n".join(one.words for one in told))

    def _print(self, found: EmergencyPage) -> None:
        letters, today = self.context.tools.letters, self.context.tools.clock.today()
        assert self._state is not None
        sheet = urgent.printed(found, self._day, self._moments)
        SheetOut(self.context, self, self._state).print(lambda: letters.sheet(sheet, today))
