"""Erasing people for good, in an office: the list, the question before, what is kept longer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.core.changes import Change
from desktop_app.core.office import Office
from desktop_app.core.pdf import Pdf
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages import done as told
from desktop_app.pages import office_erasing as page
from desktop_app.pages.gestures import PrintSheet, SaveSheet
from desktop_app.pages.page import Answers, Chosen, Gesture, Page
from desktop_app.workflow.office import consent, erasing, retention
from desktop_app.workflow.office.erasing import Certificate, Subject
from desktop_app.workflow.office.settings import allowed, office


class _OfSafe(PageView):
    """A page of an office, whose safe is open."""

    def __init__(self, context: Context, heading: str) -> None:
        super().__init__(context, heading)
        assert context.session.safe is not None
        self._safe = context.session.safe
        self._on = context.tools.clock.today()

    def own(self, _name: str) -> QWidget:
        """Give the line that tells what is done, and where a sheet is."""
        self._state = Progress(self.look)
        self._out = SheetOut(self.context, self, self._state)
        return self._state


class ToEraseScreen(_OfSafe):
    """Who is due. What it says is in ``pages/office_erasing.py``."""

    def __init__(self, context: Context, _asked: to.ToErase) -> None:
        super().__init__(context, page.heading())
        self._skip = 0
        self.refresh()

    def shows(self, _changed: Change) -> bool:
        """Whatever happens with somebody, or was undone, may be why she is no longer due."""
        return True

    def refresh(self) -> None:
        """Read it in the worker, and show it."""
        self.run(self._read, self.show_page)

    def _read(self) -> Page:
        rules = office(self._safe)
        found = retention.to_erase(self._safe, rules, self._on, skip=self._skip)
        return page.listed(found, rules, allowed=allowed(self._safe, "erase"), skip=self._skip)

    def perform(self, gesture: Gesture) -> None:
        """Show the next ones."""
        assert isinstance(gesture, page.More)
        self._skip = gesture.skip
        self.refresh()

    def step_back(self) -> bool:
        """Show the first ones again."""
        if not self._skip:
            return False
        self._skip = 0
        self.refresh()
        return True


class EraseScreen(_OfSafe):
    """What is asked before; then what was erased, its certificates to print."""

    def __init__(self, context: Context, asked: to.EraseForGood) -> None:
        super().__init__(context, page.heading())
        self._asked = asked
        self._whose: Sequence[Subject] = ()
        self._found: Sequence[Certificate] = ()
        self._office = Office()
        self.run(self._read, self.show_page)

    def _read(self) -> Page:
        self._office = office(self._safe)
        self._whose = erasing.subjects(self._safe, self._asked.whose)
        return page.confirm(self._whose, withdrawn=self._asked.withdrawn)

    def perform(self, gesture: Gesture) -> None:
        """Erase them; print or save what certifies it."""
        match gesture:
            case page.Erase():
                self._erase()
            case PrintSheet():
                self._out.print(self._sheet)
            case SaveSheet():
                self._out.save(page.file_name(), lambda: self._sheet().data, told.copied_out())
            case Chosen():
                self._out.take(gesture)

    def _erase(self) -> None:
        typed = self.asks[page.SURE].typed()
        if page.SURE not in typed.get(page.SURE, ""):
            self.tell_problem(page.not_ticked())
            return
        said = str(typed.get(page.REASON, "")).strip()
        reason = said or page.reason(self._office, withdrawn=self._asked.withdrawn)
        self.clear_problem()
        self.let_press(False, page.Erase())
        self._state.begin(page.erasing())
        self._forget()
        self.context.jobs.run(
            lambda: erasing.erase(self._safe, self._whose, on=self._on, reason=reason),
            done=self._erased,
            failed=self._refused,
        )

    def _forget(self) -> None:
        """Forget in memory too what could write it again, or put it back."""
        session = self.context.session
        whose = {one.id for one in self._whose}
        session.saver = session.undoable = None
        if session.writing is not None and session.writing.person in whose:
            session.writing = None
        session.aside = [one for one in session.aside if one.person not in whose]
        if session.person in whose:
            session.write_for("", "")

    def _erased(self, found: Sequence[Certificate]) -> None:
        self._found = found
        if not self.left:
            self.show_page(page.done(found))

    def _refused(self, problem: BaseException) -> None:
        self._state.end()
        self.let_press(True, page.Erase())
        self.say_problem(problem)

    def _sheet(self) -> Pdf:
        """Return the certificates, one after the other."""
        tools = self.context.tools
        parts = [
            (sheet.title, tools.letters.sheet(sheet, self._on))
            for sheet in (page.certificate(one, self._office) for one in self._found)
        ]
        return parts[0][1] if len(parts) == 1 else tools.merge(parts[0][0], parts)


class WithdrawScreen(_OfSafe):
    """A person agrees no more: all is erased, or nothing is added."""

    def __init__(self, context: Context, asked: to.Withdraw) -> None:
        super().__init__(context, page.heading())
        self._person = asked.person
        self.run(self._read, self.show_page)

    def _read(self) -> Page:
        found = erasing.subjects(self._safe, (("person", self._person),))
        return page.withdraw(found[0] if found else None)

    def perform(self, gesture: Gesture) -> None:
        """Note that nothing is to be added."""
        assert isinstance(gesture, page.NothingMore)
        self.gesture(
            page.nothing_more(),
            lambda: consent.withdraw(self._safe, self._person, self._on),
            done=lambda _none: self._noted(),
        )

    def _noted(self) -> None:
        """Take out of memory what was written of her: her drafts stay in the safe as they are."""
        session = self.context.session
        if session.writing is not None and session.writing.person == self._person:
            session.writing = session.saver = None
        session.aside = [one for one in session.aside if one.person != self._person]
        self.context.navigator.back()


class KeepLongerScreen(_OfSafe):
    """Until when somebody is kept, and why."""

    def __init__(self, context: Context, asked: to.KeepLonger) -> None:
        super().__init__(context, page.heading())
        self._asked = asked
        self.run(self._read, self.show_page)

    def _read(self) -> Page:
        found = erasing.subjects(self._safe, ((self._asked.kind, self._asked.whose),))
        return page.keep_longer(found[0] if found else None)

    def perform(self, gesture: Gesture) -> None:
        """Note it, in the register too."""
        assert isinstance(gesture, Answers)
        until, why = gesture.values[page.UNTIL], str(gesture.values[page.REASON])
        if until <= self._on:
            self.tell_problem(page.too_early())
            return
        safe, whose, on = self._safe, self._asked.whose, self._on
        self.gesture(
            page.is_kept(),
            lambda: safe.retention.keep(whose, until=until, reason=why, on=on),
            done=lambda _none: self.context.navigator.back(),
        )
