"""What stands in the place of the page that a key hid; there, what was in view can be erased.

Two gestures, never the same key: a box is ticked, which Enter does not do; a button is pressed,
which Space does not do, and only by a hand that has rested.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop_app import i18n
from desktop_app.core.errors import Notice
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.erasing import Erasing
from desktop_app.gui.page_view import PageView
from desktop_app.gui.proving import prove, wrong_try
from desktop_app.pages import destinations as to
from desktop_app.pages import erasing as pages
from desktop_app.pages import hidden as page
from desktop_app.pages.gestures import CloseAnyway
from desktop_app.pages.page import Answers, Gesture, Page

CALM_MS = 800
"""How long a hand rests before the key that erases: one that strikes in panic does not."""


class _NoSpace(QObject):
    """Keeps from a button the key that ticks a box; ``told`` says so."""

    def __init__(self, button: QObject, told: Callable[[], object]) -> None:
        super().__init__(button)
        self._told = told

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        struck = event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        if not (struck and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            self._told()
        return True


class HiddenScreen(PageView):
    """Comes back to the page, once the phrase was proved where there is one; or erases it.

    What it says is in ``pages/hidden.py`` and ``pages/erasing.py``.
    """

    def __init__(self, context: Context, asked: to.Hidden) -> None:
        self._told = page.hidden(asked)
        super().__init__(context, self._told.heading)
        self._erasing = Erasing(context)
        self._ticked = False
        self.fill(self._told)

    def focus_heading(self) -> None:
        """Begin where the phrase or the code is typed: nothing else can be done here."""
        super().focus_heading()
        for field in self.secrets.values():
            field.begin()

    def step_back(self) -> bool:
        """Go back to the page that hides, and no further."""
        self._show(self._told)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is heard here: the window does nothing while its page is hidden."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.step_back()
        else:
            super().keyPressEvent(event)

    def perform(self, gesture: Gesture) -> None:
        """Come back, if one may; or ask, then erase."""
        match gesture:
            case page.ComeBack() if page.CODE in self.secrets:
                self._by_code()
            case page.ComeBack():
                self._come_back()
            case page.CloseAll():
                self.context.navigator.lock_now()
            case CloseAnyway():
                self.context.navigator.close_anyway()
            case page.AskToErase():
                self._erasing.look(self._ask, self.say_problem)
            case Answers(ask, values):
                self._ticked = bool(values.get(ask))
                self.clear_problem()
            case pages.EraseNothing():
                self.step_back()
            case pages.EraseMatter():
                self._erase()

    def ask_to_close(self) -> bool:
        """Ask it here: whoever hides the page and closes the program wants none of it seen."""
        self.tell_problem(page.closing())
        return True

    def _show(self, told: Page) -> None:
        self._ticked = False
        self.show_page(told)
        if (button := self.button_of(pages.EraseMatter())) is not None:
            button.installEventFilter(_NoSpace(button, self._say_other_key))

    def _ask(self, told: Page) -> None:
        self._show(told)

    def _erase(self) -> None:
        if not self._ticked:
            self.say(pages.not_ticked(), "error")
        elif self.context.navigator.rested() < CALM_MS:
            self.say(pages.too_fast(), "error")
        else:
            self._show(pages.erasing())
            self._erasing.erase(self._show, self._not_erased)

    def _say_other_key(self) -> None:
        if self.button_of(pages.EraseMatter()) is not None:  # else it has just left the page
            self.say(pages.other_key(), "error")

    def _not_erased(self, problem: BaseException) -> None:
        self._show(self._told)
        self.say_problem(problem)

    def _come_back(self) -> None:
        safe, navigator = self.context.session.opened, self.context.navigator
        if safe is None or page.PHRASE not in self.secrets:
            navigator.come_back()
            return
        self.clear_problem()
        self.progress.begin(i18n.text("La phrase est essayée…"))
        self.let_press(False, page.ComeBack())
        office = self.context.session.main or safe
        other: list[tuple[str, tuple[Notice, ...]]] = []

        def proves(typed: str) -> bool:
            from desktop_app.workflow.office import going_on  # once a phrase is typed

            opens, known = going_on.back_or_on(office, typed)
            other.extend([known] if known is not None else [])
            return opens

        def back() -> None:
            if other:
                from desktop_app.gui.screens.bureau.going_on import goes_on

                goes_on(self.context, office, other[0])
            navigator.come_back()

        prove(
            self.context.jobs,
            proves,
            self.secrets[page.PHRASE],
            right=back,
            refused=self._refused,
            wrong=self._count if self.context.tools.mode == "association" else None,
        )

    def _count(self) -> str:
        left = wrong_try(self.context)
        return page.tries_left(left) if left else ""

    def _by_code(self) -> None:
        session, field = self.context.session, self.secrets[page.CODE]
        if session.code is None or not field.text():
            field.begin()
            return
        self.clear_problem()
        self.progress.begin(i18n.text("Le code est essayé…"))
        self.let_press(False, page.ComeBack())
        proves = session.code.proves

        def wrong(_why: str) -> None:
            field.forget()
            if left := wrong_try(self.context):
                self._refused(page.wrong_code(left))

        jobs, back = self.context.jobs, self.context.navigator.come_back
        prove(jobs, proves, field, right=back, refused=wrong, aside=True)

    def _refused(self, words: str) -> None:
        self.progress.end()
        self.let_press(True, page.ComeBack())
        self.say_error(words)
        announce(self, words, urgent=True)  # the focus is where the phrase is typed
