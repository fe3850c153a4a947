"""The circles of the office: entered by a gesture, the phrase not being typed again; their readers.

What they say is in ``pages/circles.py``. One works in one safe at a time.
"""

from collections.abc import Callable, Sequence

from desktop_app.core.circles import Reader
from desktop_app.core.errors import Notice
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.page_view import PageView
from desktop_app.gui.proving import is_wrong_phrase, wrong_try
from desktop_app.gui.screens.coffre.day_backup import make_day_backup, tell_of_safe
from desktop_app.pages import circles as page
from desktop_app.pages import destinations as to
from desktop_app.pages.hidden import tries_left
from desktop_app.pages.page import Answers, Gesture
from desktop_app.workflow.store import Safe


def office_of(context: Context) -> Safe:
    """Return the safe that the phrase opened."""
    office = context.session.main_safe
    assert office is not None
    return office


def opened(context: Context) -> Callable[[], tuple[Sequence[Safe], tuple[Notice, ...]]]:
    """Return what opens the circles of the phrase once, in the worker, with what is to be told."""
    office, on = office_of(context), context.tools.clock.today()

    def work() -> tuple[Sequence[Safe], tuple[Notice, ...]]:
        told: list[Notice] = []
        found = office.circles.open or office.circles.open_mine(on=on, tell=told.append)
        return found, tuple(told)

    return work


def work_in(
    context: Context,
    view: PageView,
    wanted: Safe,
    then: Callable[[], object],
    *,
    visiting: bool = False,
) -> None:
    """Save what is in hand where it is, then work in another safe that the phrase opened.

    Where it cannot be saved it is said on the page, and one stays where one is.
    """
    session, works = context.session, context.navigator.unsaved()

    def work() -> None:
        for one in works:
            one()

    def entered(_none: None) -> None:
        if view.left or session.safe in (None, wanted):
            return  # gone elsewhere meanwhile, locked, or struck twice
        session.enter(wanted, visiting=visiting)
        then()
        make_day_backup(context, wanted)

    view.run(work, entered)


class CirclesScreen(PageView):
    """Those that the phrase opens; of the others nothing is known here."""

    def __init__(self, context: Context, _asked: to.Circles) -> None:
        super().__init__(context, page.heading())
        self._found: Sequence[Safe] = ()
        self.run(opened(context), self._show)

    def perform(self, gesture: Gesture) -> None:
        """Enter a circle, come back, or make one."""
        match gesture:
            case page.Enter(circle):
                self._enter(circle)
            case Answers(page.NEW, values):
                self._make(str(values[page.TITLE]))

    def _show(self, found: tuple[Sequence[Safe], tuple[Notice, ...]]) -> None:
        self._found, told = found
        session = self.context.session
        now = session.safe.id if session.main is not None and session.safe is not None else ""
        self.show_page(page.page([(one.id, one.circle) for one in self._found], now))
        for notice in told:
            tell_of_safe(self.context, office_of(self.context), notice)

    def _make(self, title: str) -> None:
        office, on = office_of(self.context), self.context.tools.clock.today()

        def work() -> tuple[str, ...]:
            _circle, words = office.circles.make(title, on=on, tell=lambda _notice: None)
            return words

        self.clear_problem()
        self.run(work, lambda words: self.show_page(page.made(title, words)))

    def _enter(self, circle: str) -> None:
        """Save what is in hand where it is, then work there."""
        session, office = self.context.session, office_of(self.context)
        wanted = next((one for one in self._found if one.id == circle), office)

        def entered() -> None:
            self.context.navigator.restart(to.Home())
            self.context.navigator.say_saved(page.entered(wanted.circle))

        if session.safe is wanted:  # by a line of the day: from now on one stays
            session.visiting = False
            entered()
        else:
            work_in(self.context, self, wanted, entered)


class CircleScreen(PageView):
    """Who reads one; somebody is added by typing her own phrase here."""

    def __init__(self, context: Context, asked: to.Circle) -> None:
        super().__init__(context, page.heading())
        self._office, self._circle = office_of(context), asked.circle
        self.run(self._read, self._show)

    def perform(self, gesture: Gesture) -> None:
        """Open it to somebody, or close it."""
        circles, circle, on = self._office.circles, self._circle, self.context.tools.clock.today()
        match gesture:
            case page.AddReader():
                typed = self.secrets[page.PHRASE].text()
                self.clear_problem()
                self.progress.begin(page.trying())
                self.let_press(False, page.AddReader())
                self.run(
                    lambda: circles.add_reader(circle, typed, on=on),
                    lambda _name: self._again(page.reader_added()),
                )
            case page.AskToRemove(reader):
                self.tell_problem(page.asked_to_remove(reader))
            case page.RemoveReader(slot):
                self.run(
                    lambda: circles.remove_reader(circle, slot, on=on),
                    lambda _none: self._again(page.reader_removed()),
                )

    def say_problem(self, problem: BaseException) -> None:
        """Say why; the phrase is typed again."""
        if page.PHRASE in self.secrets:
            self.progress.end()
            self.let_press(True, page.AddReader())
            self.secrets[page.PHRASE].forget()
        if not is_wrong_phrase(problem):
            super().say_problem(problem)
        elif left := wrong_try(self.context):
            self.say_error(f"{words_of(problem)} {tries_left(left)}")

    def _read(self) -> tuple[str, Sequence[Reader]]:
        title = next(one.circle for one in self._office.circles.open if one.id == self._circle)
        return title, self._office.circles.readers(self._circle)

    def _show(self, found: tuple[str, Sequence[Reader]]) -> None:
        self.show_page(page.one(*found))

    def _again(self, words: str) -> None:
        def show(found: tuple[str, Sequence[Reader]]) -> None:
            self._show(found)
            self.progress.end(words)

        self.run(self._read, show)
