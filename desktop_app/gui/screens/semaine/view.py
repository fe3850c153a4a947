"""Cette semaine: the next dates of everyone, the prudent one first and large."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.moment import Today
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.discretion import Names, hides_names
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.todays_date import counted_today, dates_only
from desktop_app.gui.widgets.marked import LongCheck
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages import week as page
from desktop_app.pages.gestures import PrintSheet, SaveCalendar, TurnNames
from desktop_app.pages.page import Chosen, Gesture, Page
from desktop_app.sentences.agenda_words import entries
from desktop_app.sentences.calendar_file import calendar_file
from desktop_app.workflow.matter.dossiers import NextDate, next_dates
from desktop_app.workflow.matter.law_moved import MovedDay, moved
from desktop_app.workflow.store import Safe


class Semaine(PageView):
    """A list of sentences; each date opens its dossier. What it says is in ``pages/week.py``."""

    def __init__(self, context: Context, _asked: to.Week) -> None:
        super().__init__(context, i18n.text("Cette semaine"))
        self._today, self._found = counted_today(context), tuple[NextDate, ...]()
        self._names: Names | None = None
        if hides_names(context):
            self._names = Names(self, self._turn)
        safe, today = context.session.safe, self._today
        if safe is None:
            self.fill(page.without_safe(dates_only(context)))
            return
        self.run(lambda: self._read(safe, today), self.show_page)

    def _read(self, safe: Safe, today: Today) -> Page:
        """Read the dates and put them into words, in the worker: an office has thousands."""
        self._found = next_dates(safe, today=today)
        tools = self.context.tools
        told = moved(safe, tools.law, tools.catalogue, tools.clock.today())
        if self._names is None:
            return page.week(self._found, today, dates_only(self.context), moved=told)
        from desktop_app.pages.office_home import turn_names

        shown = self._found if self._names.shown else unnamed(safe, self._found)
        turn = turn_names(names=self._names.shown)
        told = told if self._names.shown else unnamed_moved(safe, told)
        return page.week(shown, today, dates_only(self.context), names=turn, moved=told)

    def _turn(self, names: bool) -> None:
        from desktop_app.pages.office_home import names_said

        safe, today = self.context.session.safe, self._today

        def show(found: Page) -> None:
            self.fill(found)
            if (button := self.button_of(TurnNames())) is not None and self.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, names_said(names=names))

        if safe is not None:
            self.run(lambda: self._read(safe, today), show)

    def own(self, name: str) -> QWidget:
        """Give the tick of the names, and the line that tells where the sheet is."""
        if name == page.STATE:
            self._state = Progress(self.look)
            self._out = SheetOut(self.context, self, self._state)
            return self._state
        self._named = LongCheck(
            self.look, i18n.text("Écrire les noms et les dossiers dans le fichier")
        )
        return self._named

    def perform(self, gesture: Gesture) -> None:
        """Print the dates, or save them for a calendar."""
        letters, printed = self.context.tools.letters, self.context.tools.clock.today()
        found, today = self._found, self._today
        if isinstance(gesture, TurnNames) and self._names is not None:
            self._names.toggle()
        elif isinstance(gesture, PrintSheet):
            self._out.print(lambda: letters.sheet(page.printed(found, today), printed))
        elif isinstance(gesture, Chosen):
            self._out.take(gesture)
        elif isinstance(gesture, SaveCalendar):
            named = self._named.isChecked()
            self._out.save(
                i18n.text("papier-libre.ics"),
                lambda: calendar_file(entries(found, today, named=named), printed),
                i18n.text("Le fichier est enregistré : ouvrez-le avec votre agenda."),
            )


def unnamed(safe: Safe, found: tuple[NextDate, ...]) -> tuple[NextDate, ...]:
    """Return dates with nobody's name, in the worker."""
    from desktop_app.sentences.unnamed_words import unnamed_date

    numbers = safe.numbers.of({one.event.person_id for one in found if one.event.person_id})
    return tuple(unnamed_date(one, numbers.get(one.event.person_id)) for one in found)


def unnamed_moved(safe: Safe, found: tuple[MovedDay, ...]) -> tuple[MovedDay, ...]:
    """Return dates that the law moved with nobody's name, in the worker."""
    from desktop_app.sentences.unnamed_words import unnamed_event

    numbers = safe.numbers.of({one.event.person_id for one in found if one.event.person_id})
    return tuple(
        replace(one, event=unnamed_event(one.event, numbers.get(one.event.person_id)))
        for one in found
    )
