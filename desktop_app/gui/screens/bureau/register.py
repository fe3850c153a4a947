"""The office's register: seen by its responsable, printed, saved as a table."""

from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.changes import Change
from desktop_app.core.pdf import Pdf
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages import office_register as page
from desktop_app.pages.gestures import PrintSheet
from desktop_app.pages.page import Chosen, Gesture, Page
from desktop_app.workflow.office.settings import office


class RegisterScreen(PageView):
    """What it says is in ``pages/office_register.py``."""

    def __init__(self, context: Context, _asked: to.Register) -> None:
        super().__init__(context, page.heading())
        assert context.session.safe is not None
        self._safe, self._skip = context.session.safe, 0
        self._on = context.tools.clock.today()
        self.refresh()

    def shows(self, _changed: Change) -> bool:
        """Whatever is agreed to, ended or undone may have a line."""
        return True

    def refresh(self) -> None:
        """Read it in the worker, and show it."""
        self.run(self._read, self.show_page)

    def _read(self) -> Page:
        member, rules = self._safe.team.at_work, self._safe.team.office()
        allowed = rules is None or member is None or member.responsable
        lines = self._safe.register.lines(limit=page.AT_ONCE, skip=self._skip)
        total = self._safe.register.count()
        return page.page(lines, total, allowed=allowed, skip=self._skip)

    def own(self, _name: str) -> QWidget:
        """Give the line that tells where the sheet is."""
        self._state = Progress(self.look)
        self._out = SheetOut(self.context, self, self._state)
        return self._state

    def perform(self, gesture: Gesture) -> None:
        """Print it, save it, show what comes after."""
        match gesture:
            case PrintSheet():
                self._out.print(self._sheet)
            case page.SaveTable():
                self._out.save(page.file_name(), self._table, done.copied_out())
            case page.More(skip):
                self._skip = skip
                self.refresh()
            case Chosen():
                self._out.take(gesture)

    def step_back(self) -> bool:
        """Show the last lines again."""
        if not self._skip:
            return False
        self._skip = 0
        self.refresh()
        return True

    def _table(self) -> bytes:
        return page.table(self._safe.register.lines(limit=-1))

    def _sheet(self) -> Pdf:
        lines = self._safe.register.lines(limit=-1)
        made = page.printed(lines, office(self._safe).name, i18n.long_date(self._on))
        return self.context.tools.letters.sheet(made, self._on)
