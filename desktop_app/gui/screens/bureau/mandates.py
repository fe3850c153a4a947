"""Mandates of a person: prepared, printed, signed, ended; and what is seen before acting."""

import datetime as dt
from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtWidgets import QWidget

from desktop_app.core.changes import AgreedChanged, Change
from desktop_app.core.pdf import Pdf
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages import office_mandates as page
from desktop_app.pages.page import Answers, Chosen, Gesture
from desktop_app.workflow.office import mandates
from desktop_app.workflow.office.mandates import Of


class MandatesScreen(PageView):
    """What it says is in ``pages/office_mandates.py``."""

    def __init__(self, context: Context, asked: to.Mandates) -> None:
        super().__init__(context, page.heading())
        assert context.session.safe is not None
        self._safe, self._person = context.session.safe, asked.person
        self._on = context.tools.clock.today()
        self._found: Of | None = None
        self.refresh()

    def shows(self, changed: Change) -> bool:
        """Tell of what she agreed to."""
        return isinstance(changed, AgreedChanged) and changed.person == self._person

    def refresh(self) -> None:
        """Read it in the worker, and show it."""
        self.run(lambda: mandates.of(self._safe, self._person), self._show)

    def _show(self, found: Of) -> None:
        self._found = found
        self.show_page(page.page(found, self._on))

    def own(self, _name: str) -> QWidget:
        """Give the line that tells where the sheet is."""
        self._state = Progress(self.look)
        self._out = SheetOut(self.context, self, self._state)
        return self._state

    def perform(self, gesture: Gesture) -> None:
        """Prepare, print, note as signed, file, end."""
        safe, on = self._safe, self._on
        match gesture:
            case Answers(_, values):
                self._prepare(
                    values.get(page.ABOUT, ()), values.get(page.LONG, ""), values.get(page.UNTIL)
                )
            case page.PrintMandate(mandate):
                self._out.print(lambda: self._sheet(mandate))
            case page.Sign(mandate):
                self.gesture(page.signed(), lambda: safe.mandates.sign(mandate, on=on))
            case page.AskToGiveUp(mandate):
                self.tell_problem(page.to_end(mandate))
            case page.GiveUpMandate(mandate):
                self.gesture(page.ended(), lambda: safe.mandates.end(mandate, on=on))
            case Chosen(mandate, path):
                self._file(mandate, path)

    def _prepare(self, themes: Sequence[str], long: str, until: dt.date | None) -> None:
        if not themes:
            self.tell_problem(page.no_subject())
        elif bool(long) is (until is not None):
            self.tell_problem(page.no_duration())
        else:
            safe, person, on = self._safe, self._person, self._on
            last = until or mandates.until(on, long)
            self.gesture(
                page.prepared(),
                lambda: safe.mandates.prepare(person, themes, from_day=on, until_day=last),
            )

    def _sheet(self, mandate: str) -> Pdf:
        assert self._found is not None
        one = next(one for one in self._found.mandates if one.id == mandate)
        sheet = page.printed(one, self._found.name, self._found.office)
        return self.context.tools.letters.sheet(sheet, self._on)

    def _file(self, mandate: str, path: str) -> None:
        """Keep the scan of the signed mandate among her documents."""
        assert self._found is not None
        one = next(one for one in self._found.mandates if one.id == mandate)
        safe, person, on, tools = self._safe, self._person, self._on, self.context.tools

        def keep() -> None:
            from desktop_app.workflow.safes.archive import file_received

            data = read_file(path)
            with safe.act():
                document = file_received(
                    safe,
                    data,
                    title=page.title(one),
                    on=on,
                    readers=tools,
                    tell=lambda _notice: None,
                    name=PurePath(path).name,
                    person=person,
                    kind="evidence",
                )
                safe.mandates.file(mandate, document)

        self.gesture(page.filed(), keep)


class EndingScreen(PageView):
    """The mandates that end soon, whoever's."""

    def __init__(self, context: Context, _asked: to.EndingMandates) -> None:
        super().__init__(context, page.heading())
        assert context.session.safe is not None
        self._safe, self._on = context.session.safe, context.tools.clock.today()
        self.refresh()

    def shows(self, changed: Change) -> bool:
        """Tell of any mandate."""
        return isinstance(changed, AgreedChanged)

    def refresh(self) -> None:
        """Read it in the worker, and show it."""
        self.run(
            lambda: mandates.ending_of(self._safe, self._on),
            lambda found: self.show_page(page.ending(*found)),
        )


class ActingScreen(PageView):
    """What is seen before one acts in somebody's place, no mandate allowing it today."""

    def __init__(self, context: Context, asked: to.Acting) -> None:
        super().__init__(context, page.heading())
        assert context.session.safe is not None
        self._asked = asked
        safe, today = context.session.safe, context.tools.clock.today()
        self.run(
            lambda: mandates.acted(safe, asked.person, asked.theme, today),
            lambda found: self.show_page(page.acting(found)),
        )

    def perform(self, gesture: Gesture) -> None:
        """Go on all the same."""
        assert isinstance(gesture, page.GoOn)
        self.context.navigator.replace(self._asked.then)
