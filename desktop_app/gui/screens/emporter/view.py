"""Emporter: papers are made, a stick is chosen, they are written there and read back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer

from desktop_app.carrying import carry, described
from desktop_app.core.folder import Carried, Place, Stick
from desktop_app.gui import choosing as where
from desktop_app.gui import plugged
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.in_hand import note_copy
from desktop_app.gui.jobs import Cancelled, Job
from desktop_app.gui.page_view import PageView
from desktop_app.pages import carried as page
from desktop_app.pages import choosing
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Gesture

LOOK_MS = 1000
"""Between two looks at which keys are plugged in."""
FOLLOW_MS = 100
"""Between two looks at how far the copy is."""
SLOW_S = 10
"""After so long one is told that the stick is slow, and what « Arrêter » does."""


class Way:
    """How far papers are on their way to a stick; written in a thread, read by the window."""

    def __init__(self, names: Sequence[str], left: Callable[[], bool]) -> None:
        """``left``: the page was left, and nobody waits for it any more."""
        self.names, self.at, self._left = [*names], (0, 1, ""), left
        self.stopped = False

    def hear(self, done: int, total: int, name: str) -> None:
        """Note it; stop there once nobody wants it any more."""
        if self.stopped or self._left():
            raise Cancelled
        self.at = done, max(total, 1), name

    def words(self) -> str:
        """Return what is said now."""
        name = self.at[2] or self.names[-1]
        return page.copying(name, self.names.index(name) + 1, len(self.names))


class CarryScreen(PageView):
    """What it says is in ``pages/carried.py``; the disk is written by ``carrying.py``."""

    def __init__(self, context: Context, asked: to.Carry) -> None:
        super().__init__(context, page.heading(()))
        self.asked = asked
        self.papers: tuple[Carried, ...] = ()
        self.sticks: tuple[Stick, ...] = ()
        self.way: Way | None = None
        self._places: list[Place] = []
        self._looking = False
        self._follow = QTimer(self, interval=FOLLOW_MS)
        self._follow.timeout.connect(self._show_way)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_S * 1000)
        self._slow.timeout.connect(self._say_slow)
        self._show()
        self.progress.begin(page.making())
        self.run(lambda: tuple(asked.make()), self._made)
        self._keys = QTimer(self, interval=LOOK_MS)
        self._keys.timeout.connect(self._look)
        self._keys.start()
        self._look()

    @property
    def at_rest(self) -> bool:
        """Whether nothing is made, looked at or written."""
        return bool(self.papers) and self.way is None and not self._looking

    def perform(self, gesture: Gesture) -> None:
        """Carry the papers away, or do it again on another stick."""
        match gesture:
            case page.CarryOn(stick):
                self._carry(Path(stick))
            case page.CarryAgain():
                self._show()
                self.focus_heading()

    # ------------------------------------------------------------ what is there

    def _show(self) -> None:
        self.fill(page.page(self.sticks, [one.name for one in self.papers], self.asked.told))

    def _made(self, papers: tuple[Carried, ...]) -> None:
        self.papers = papers
        self.progress.end()
        self._put_sticks()
        self.live[page.PAPERS].put(page.papers([one.name for one in papers]))

    def say_problem(self, problem: BaseException) -> None:
        """Say why, nothing being under way any more."""
        self.progress.end()
        super().say_problem(problem)

    def _look(self) -> None:
        """See which sticks are there, and, aside, how much room each has."""
        if self.left or self.way is not None or self._looking or page.STICKS not in self.live:
            return
        now = where.places(public=True)
        if now == self._places and self.sticks:
            return
        before, self._places, self._looking = self._places, now, True

        def seen(found: tuple[Stick, ...]) -> None:
            self._looking = False
            self._seen(found, before)

        self.context.jobs.run_apart(
            lambda: tuple(described(Path(one.path), one.name) for one in now),
            done=seen,
            failed=lambda _never: seen(()),
        )

    def _seen(self, found: tuple[Stick, ...], before: Sequence[Place]) -> None:
        if self.left or self.way is not None or page.STICKS not in self.live:
            return
        had, self.sticks = bool(self.sticks), found
        if had is not bool(found):
            self.retitle(page.heading(found))
        self._put_sticks()
        came = [choosing.plugged(one) for one in self._places if one not in before]
        went = [choosing.pulled(one) for one in before if one not in self._places]
        if told := " ".join((*came, *went)):
            announce(self.live[page.STICKS], told)

    def _put_sticks(self) -> None:
        if page.STICKS in self.live:
            self.live[page.STICKS].renew(page.sticks(self.sticks, ready=bool(self.papers)))

    # ------------------------------------------------------------ carrying

    def _carry(self, stick: Path) -> None:
        if self.way is not None:
            return
        self.clear_problem()
        way = self.way = Way([one.name for one in self.papers], lambda: self.left)
        there, papers = plugged.watch(stick), self.papers
        self.let_press(False, *(page.CarryOn(one.path) for one in self.sticks))
        self.progress.begin(way.words())
        self.context.jobs.run_apart(
            lambda: carry(stick, papers, there=there, hear=way.hear),
            done=lambda names: self._done(stick, names),
            failed=self._refused,
        )
        self._may_stop(way)
        self._follow.start()
        self._slow.start()

    def _may_stop(self, way: Way) -> None:
        # What became of it is said once it is known: the last piece may be there already.
        self.progress.follow(Job(), lambda: self._stop(way))

    def _say_slow(self) -> None:
        if self.way is not None:
            self.progress.begin(page.slow())
            self._may_stop(self.way)

    def _stop(self, way: Way) -> None:
        way.stopped = True
        self._slow.stop()
        self.progress.begin(page.stopping())

    def _show_way(self) -> None:
        if self.way is not None:
            done, total, _ = self.way.at
            self.progress.advance(done, total)

    def _end(self) -> None:
        self.way = None
        self._follow.stop()
        self._slow.stop()
        self.let_press(True, *(page.CarryOn(one.path) for one in self.sticks))

    def _refused(self, problem: BaseException) -> None:
        self._end()
        self._places = []  # what is there may have changed: it is looked at again
        if isinstance(problem, Cancelled):
            self.progress.end(page.stopped(), "body")
        else:
            self.say_problem(problem)

    def _done(self, stick: Path, names: tuple[str, ...]) -> None:
        self._end()
        name = next((one.name for one in self.sticks if one.path == str(stick)), stick.name)
        note_copy(self.context)
        if self.asked.carried is not None:
            self.asked.carried(names)
        self.show_page(page.done(name, names, self.asked.then))
