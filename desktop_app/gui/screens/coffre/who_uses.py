"""Qui se sert de cet ordinateur ?: where one's answers are kept from now on, or that none is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app import own_folders
from desktop_app.core.errors import AppError
from desktop_app.gui.context import Context
from desktop_app.gui.keeping import keep_in
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.coffre import one_stick
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import who_uses as page
from desktop_app.pages.page import Chosen, Gesture
from desktop_app.workflow.safes.care import NewSafe, make_held

_CHOICES = (page.KeepHere(), page.KeepBehindPhrase(), page.NotMine())


class WhoUses(PageView):
    """Asked once; "Mon coffre" leads here too. What it says is in ``pages/who_uses.py``."""

    def __init__(self, context: Context, asked: to.WhoUses) -> None:
        self._asked = asked
        self._writing = writing_of(asked.writing) if asked.writing is not None else None
        if asked.danger:
            self._told = page.stick_or_nothing(danger=True)
        elif own_folders.carried() is not None:  # another computer's keyring would open nothing
            self._told = page.on_this_stick()
        else:
            self._told = page.page(answering=self._writing is not None, then=asked.then)
        self._turned = False
        super().__init__(context, self._told.heading)
        self.fill(self._told)

    def perform(self, gesture: Gesture) -> None:
        """Keep here, behind a phrase, on a stick, or nowhere."""
        does: dict[type[Gesture], Callable[[], object]] = {
            page.KeepHere: self._keep_here,
            page.KeepBehindPhrase: lambda: self.do(to.NewPhrase(then=self._asked.then)),
            page.NotMine: self._turn,
            page.KeepOnStick: self._keep_on_stick,
            page.KeepNothing: self._keep_nothing,
        }
        match gesture:
            case Chosen(page.STICK, folder):
                self._make_on(Path(folder))
            case Chosen(_, folder):
                self.do(to.OpenSafe(folder=folder, then=self._asked.then))
            case _:
                does[type(gesture)]()

    def step_back(self) -> bool:
        """Choose again; else return to the question that led here: it is asked again later."""
        if self._turned:
            self._turned = False
            self.show_page(self._told)
            return True
        if self._writing is not None and self._asked.left:
            self._writing.question = self._asked.left
        return False

    def _turn(self) -> None:
        self._turned = True
        self.show_page(page.stick_or_nothing(danger=False))

    # ------------------------------------------------------------------ here

    def _keep_here(self) -> None:
        """Have the keyring hold the key (aside: it may ask its owner), then make the safe."""
        self.clear_problem()
        self.let_press(False, *_CHOICES)
        self.progress.begin(page.keeping())
        door, jobs = self.context.tools.safes, self.context.jobs
        job = jobs.run_apart(door.hold_new, done=self._make, failed=self._refused)
        self.progress.follow(job, self._ready)

    def _make(self, new: Any) -> None:
        if self.left:  # the keyring answered too late: it opens nothing
            self._forget(new)
            return
        tools, on = self.context.tools, self.context.tools.clock.today()

        def failed(problem: BaseException) -> None:
            self._forget(new)
            self._refused(problem)

        self.context.jobs.run(
            lambda: make_held(tools.safes, tools.known_safes, new, on=on),
            done=self._made,
            failed=failed,
            unwanted=lambda made: made.safe.close(),
        )

    def _forget(self, new: Any) -> None:
        door = self.context.tools.safes
        self.context.jobs.run_apart(
            lambda: door.forget_held(new.keys.safe_id), done=_nothing, failed=_nothing
        )

    def _made(self, made: NewSafe) -> None:
        keep_in(self.context, made)
        self._go_on()
        if self._writing is not None and self._writing.answers_paper:
            # The letter received is kept with the answers: what would open it too is offered.
            navigator = self.context.navigator
            navigator.replace(to.SecondKey(navigator.places[-1]))

    def _refused(self, problem: BaseException) -> None:
        """Propose the phrase on this very page where the keyring does not hold the key."""
        self._ready()
        if isinstance(problem, AppError) and problem.code == "keyring-unavailable":
            self.tell_problem(page.no_keyring())
        else:
            self.say_problem(problem)

    def _ready(self) -> None:
        self.progress.end()
        self.let_press(True, *_CHOICES)

    # ------------------------------------------------------------------ elsewhere, nowhere

    def _keep_on_stick(self) -> None:
        """Make the safe on what is plugged in: nothing on this computer will tell of it."""
        if (beside := own_folders.carried()) is not None:
            self._begin_in(beside)
        else:
            one_stick.take(self, page.which_stick(), self._make_on)

    def _make_on(self, stick: Path) -> None:
        if not one_stick.is_there(self, stick):  # it may have been pulled out meanwhile
            return
        try:
            self._begin_in(own_folders.carry() if own_folders.is_on(stick) else stick)
        except OSError:  # the program's folder is for reading alone
            self._begin_in(stick)

    def _begin_in(self, folder: Path) -> None:
        self.do(to.NewPhrase(folder=folder, trace=False, then=self._asked.then))

    def _keep_nothing(self) -> None:
        self.context.session.keeps_nothing = True
        self._go_on()
        self.context.navigator.say_saved(page.kept_nowhere())

    def _go_on(self) -> None:
        """Go where one was going: the question after, or what the answers lead to."""
        navigator, then = self.context.navigator, self._asked.then
        if self._writing is None:
            navigator.restart(then)
        elif self._asked.left and isinstance(then, to.Questions):
            navigator.back()
        else:
            navigator.replace(then)


def _nothing(_value: object) -> None:
    return
