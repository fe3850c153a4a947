"""Which delay applies to me? Who wrote, what is said, how it came: one choice a page."""

from desktop_app.core.deadlines.tables import Event
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.starting import write
from desktop_app.gui.todays_date import counted_today
from desktop_app.pages import destinations as to
from desktop_app.pages import which_delay as page
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Answers, Gesture, Page
from desktop_app.sentences import case_words
from desktop_app.workflow.guidance.which_delay import (
    NEVER_SENT,
    Candidate,
    arrivals,
    arrivals_of,
    candidates,
    counted,
    known_cases,
)


class WhichDelay(PageView):
    """Opened with what was already said; the last page asks the day and shows every answer.

    What it says is in ``pages/which_delay.py``; what is typed here is kept nowhere.
    """

    def __init__(self, context: Context, asked: to.WhichDelay) -> None:
        super().__init__(context, page.heading(asked))
        self._asked = asked
        self._today = counted_today(context)
        self._found: tuple[Candidate, ...] = ()
        self._event: Event | None = None
        self.run(self._read, self.show_page)

    def _read(self) -> Page:
        law, catalogue, asked = self.context.tools.law, self.context.tools.catalogue, self._asked
        if not asked.situation:
            return page.which_case(asked, known_cases(law, catalogue))
        found = candidates(law, catalogue, asked.family, asked.situation)
        if asked.event in ("", page.OTHERWISE):
            if events := arrivals_of(law, found, asked.situation):
                return page.how_it_came(asked, events)
            return page.without_a_day(found, self._today)
        if not asked.told and asked.event not in NEVER_SENT:
            return page.says_remedies(asked)
        (event,) = (one for one in arrivals(law) if one.id == asked.event)
        self._found, self._event = found, event
        return page.which_delay(asked, event, found, self._today)

    def perform(self, gesture: Gesture) -> None:
        """Count until when, or begin a letter."""
        if isinstance(gesture, Write):
            write(self.context, self, gesture)
        elif isinstance(gesture, Answers) and self._event is not None:
            law, today, found = self.context.tools.law, self._today, self._found
            came = page.notified(self._event, gesture.values, self._asked.told)
            self.run(lambda: counted(law, found, came, today), self._tell)

    def _tell(self, found: tuple[Candidate, ...]) -> None:
        blocks = page.procedures(found, self._today, counted=True)
        self.tell(page.FOUND, blocks, case_words.which_one(len(found)))
