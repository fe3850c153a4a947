"""Another helper goes on, the safe staying open; what it says is in ``pages/office_helper.py``."""

from desktop_app.core.errors import Notice
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.locking import clear_clipboard
from desktop_app.gui.page_view import PageView
from desktop_app.gui.proving import is_wrong_phrase, wrong_try
from desktop_app.gui.screens.coffre.day_backup import tell_of_safe
from desktop_app.pages import destinations as to
from desktop_app.pages import office_helper as page
from desktop_app.pages.hidden import tries_left
from desktop_app.pages.page import Gesture
from desktop_app.workflow.store import Safe

Known = tuple[str, tuple[Notice, ...]]


class GoOnScreen(PageView):
    """Saves what is in hand, then tries the phrase; nothing of the former one stays on the screen.

    A wrong phrase changes nothing, and is counted as a wrong code is (``proving.wrong_try``).
    """

    def __init__(self, context: Context, _asked: to.GoOnAs) -> None:
        told = page.go_on_as()
        super().__init__(context, told.heading)
        safe = context.session.main or context.session.opened
        assert safe is not None
        self._safe: Safe = safe
        self.fill(told)

    def focus_heading(self) -> None:
        """Begin where the phrase is typed."""
        super().focus_heading()
        self.secrets[page.PHRASE].begin()

    def perform(self, gesture: Gesture) -> None:
        """Save, then try it: in the worker, one after the other."""
        assert isinstance(gesture, page.GoOnAs)
        typed, safe = self.secrets[page.PHRASE].text(), self._safe
        if not typed:
            self.secrets[page.PHRASE].begin()
            return
        works = self.context.navigator.unsaved()
        self.clear_problem()
        self.let_press(False, page.GoOnAs())
        self.progress.begin(page.trying())

        def work() -> Known:
            from desktop_app.workflow.office import going_on

            for one in works:
                one()
            return going_on.go_on_as(safe, typed)

        self.run(work, self._goes_on)

    def say_problem(self, problem: BaseException) -> None:
        """Say why not; what was saved stays saved, and who was at work still is."""
        self.progress.end()
        self.let_press(True, page.GoOnAs())
        if not is_wrong_phrase(problem):
            super().say_problem(problem)
        elif left := wrong_try(self.context):
            self.say_error(f"{words_of(problem)} {tries_left(left)}")
        else:
            self.secrets[page.PHRASE].forget()
            return
        self.secrets[page.PHRASE].begin()

    def _goes_on(self, known: Known) -> None:
        self.secrets[page.PHRASE].forget()
        goes_on(self.context, self._safe, known)


def goes_on(context: Context, safe: Safe, known: Known) -> None:
    """Leave nothing of the former helper in the window, and begin as another one's."""
    name, notices = known
    clear_clipboard()
    context.session.hand_over()
    context.navigator.restart(to.Home())
    context.navigator.say_saved(page.goes_on(name))
    for one in notices:
        tell_of_safe(context, safe, one)
