"""Ce que nous gardons, read to the person; and where one stands while nothing of her is kept."""

from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.pdf import Pdf
from desktop_app.gui.context import Context
from desktop_app.gui.locking import clear_clipboard
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages import office_consent as page
from desktop_app.pages.gestures import PrintSheet
from desktop_app.pages.page import Answers, Gesture
from desktop_app.workflow.office import consent, erasing
from desktop_app.workflow.office.consent import Asked


class ConsentScreen(PageView):
    """Asked before the first answer is kept. What it says is in ``pages/office_consent.py``."""

    def __init__(self, context: Context, asked: to.Consent) -> None:
        super().__init__(context, page.heading())
        assert context.session.safe is not None
        self._safe, self._asked = context.session.safe, asked
        self._found: Asked | None = None
        on = context.tools.clock.today()
        self.run(lambda: consent.asked(self._safe, asked.person, on), self._show)

    def _show(self, found: Asked) -> None:
        self._found = found
        self.show_page(page.page(found.office, kept=not found.new))

    def own(self, _name: str) -> QWidget:
        """Give the line that tells where the sheet is."""
        self._state = Progress(self.look)
        self._out = SheetOut(self.context, self, self._state)
        return self._state

    def perform(self, gesture: Gesture) -> None:
        """Note that she agrees, or keep nothing from now on; then go on where one was going."""
        match gesture:
            case PrintSheet():
                self._out.print(self._sheet)
            case page.Agree():
                self._agree()
            case page.KeepNothing():
                self._keep_nothing()

    def _sheet(self) -> Pdf:
        assert self._found is not None
        tools = self.context.tools
        return tools.letters.sheet(page.printed(self._found.office), tools.clock.today())

    def _agree(self) -> None:
        safe, person, on = self._safe, self._asked.person, self.context.tools.clock.today()
        language = i18n.current()
        self.gesture(
            page.is_kept(),
            lambda: consent.agree(safe, person, page.WORDS, language=language, on=on),
            done=lambda _none: self._go_on(),
        )

    def _keep_nothing(self) -> None:
        asked, session = self._asked, self.context.session
        if self._found is not None and not self._found.new and asked.writing is None:
            self.context.navigator.replace(to.Withdraw(asked.person))
            return
        safe, on = self._safe, self.context.tools.clock.today()
        name = self._found.name if self._found is not None else session.person_name

        def held(erased: bool) -> None:
            session.hold_back("" if erased else asked.person, name)
            self.context.navigator.say_saved(page.nothing_is_kept())
            self._go_on()

        self.run(lambda: erasing.keep_nothing(safe, asked.person, on), held)

    def _go_on(self) -> None:
        navigator = self.context.navigator
        if self._asked.writing is None:
            navigator.back()
        else:
            navigator.replace(self._asked.then)


class UnkeptScreen(PageView):
    """What is offered while nothing is kept: to end with the person, or to keep after all."""

    def __init__(self, context: Context, _asked: to.Unkept) -> None:
        session = context.session
        told = page.unkept(answers=session.answered(), named=bool(session.unkept[1]))
        super().__init__(context, told.heading)
        self.fill(told)

    def own(self, _name: str) -> QWidget:
        """Give the line that tells what is done."""
        return Progress(self.look)

    def perform(self, gesture: Gesture) -> None:
        """Forget all that was said, or keep it now."""
        session, navigator = self.context.session, self.context.navigator
        if session.held_back is None:  # back to a page of before
            navigator.restart(to.Home())
        elif isinstance(gesture, page.ForgetUnkept):
            clear_clipboard()
            session.forget_unkept()
            navigator.restart(to.Home())
            navigator.tell(page.is_over())
        elif isinstance(gesture, page.KeepAfterAll):
            self._keep(session.unkept[1])
        elif isinstance(gesture, Answers):
            self._keep(str(gesture.values[page.NAME]))

    def _keep(self, name: str) -> None:
        session = self.context.session
        (person, known), on = session.unkept, self.context.tools.clock.today()
        safe, language = session.held_back, i18n.current()
        assert safe is not None
        session.take_back()  # the gesture is done in it, and can be undone

        def kept(uid: str) -> None:
            session.write_for(uid, name)
            for writing in session.begun():
                writing.person = uid
                writing.keep()
            navigator = self.context.navigator
            if session.writing is None:
                navigator.restart(to.Person(uid))
            else:
                navigator.replace(to.Questions(session.writing))

        def refused(problem: BaseException) -> None:
            session.hold_back(person, known)
            self.say_problem(problem)

        self.context.gestures.do(
            page.is_kept_after_all(),
            lambda: consent.keep_after_all(
                safe, person, name, page.WORDS, language=language, on=on
            ),
            done=kept,
            failed=refused,
        )
