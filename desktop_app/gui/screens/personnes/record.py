"""All that is kept of one person: read in the worker, printed or saved to be given to her."""

from PySide6.QtWidgets import QWidget

from desktop_app.core.changes import AgreedChanged, Change, KnownChanged, PersonChanged
from desktop_app.core.pdf import Pdf
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.todays_date import counted_today
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages import record as page
from desktop_app.pages.gestures import PrintSheet, SaveSheet
from desktop_app.pages.page import Chosen, Gesture, Page
from desktop_app.workflow.documents.record import Record, whole_record
from desktop_app.workflow.store import Safe


class RecordScreen(PageView):
    """What it says is in ``pages/record.py``."""

    def __init__(self, context: Context, asked: to.Record) -> None:
        super().__init__(context, page.heading())
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._person, self._today = asked.person, counted_today(context)
        self._found: Record | None = None
        self.refresh()

    def shows(self, changed: Change) -> bool:
        """Tell of what is known of her, and of what she agreed to."""
        return isinstance(changed, KnownChanged | PersonChanged | AgreedChanged)

    def refresh(self) -> None:
        """Read it in the worker, and show it."""
        self.run(self._read, self.show_page)

    def _read(self) -> Page:
        tools = self.context.tools
        today = tools.clock.today() if tools.mode == "association" else None
        self._found = whole_record(self._safe, tools.catalogue, self._person, today)
        return page.page(self._found, self._today)

    def own(self, _name: str) -> QWidget:
        """Give the line that tells where the sheet is."""
        self._state = Progress(self.look)
        self._out = SheetOut(self.context, self, self._state)
        return self._state

    def perform(self, gesture: Gesture) -> None:
        """Print it, or save it."""
        if isinstance(gesture, PrintSheet):
            self._out.print(self._sheet)
        elif isinstance(gesture, SaveSheet):
            self._out.save(page.file_name(), lambda: self._sheet().data, done.copied_out())
        elif isinstance(gesture, Chosen):
            self._out.take(gesture)

    def _sheet(self) -> Pdf:
        assert self._found is not None
        tools = self.context.tools
        return tools.letters.sheet(page.printed(self._found, self._today), tools.clock.today())
