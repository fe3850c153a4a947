"""Opening a safe: the phrase, the recovery words in its place, or this computer's keyring.

It is also the neutral page shown when the safe is locked: nothing of anybody is on it, and neither
how many safes are known here, nor when one was used. Whoever reads it learns no more than the
program's name.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app import i18n
from desktop_app.core.errors import AppError
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.jobs import Job
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.coffre.day_backup import make_day_backup, tell_of_safe
from desktop_app.gui.widgets.phrase import keyboard_words
from desktop_app.pages import destinations as to
from desktop_app.pages import safe_opening as page
from desktop_app.pages.page import Chosen, Gesture, Problem
from desktop_app.workflow.safes.opening import (
    Accepted,
    OpenedSafe,
    open_asked,
    open_without_phrase,
)

ANYWAY = ("safe-locked-elsewhere", "safe-older")
"""Refusals that one may set aside."""


_WAYS = (page.Open(), page.OpenByStick(), page.OpenWithoutPhrase())


class OpenSafe(PageView):
    """Asks for the phrase; the keyring is tried at once where that was asked: never after a lock,
    which it would undo.

    What it says is in ``pages/safe_opening.py``.
    """

    def __init__(self, context: Context, asked: to.OpenSafe) -> None:
        self._then = asked.then
        self._folder = Path(asked.folder) if asked.folder else None
        self._by_itself = _opens_by_itself(context, self._folder)
        self._asked: Job | None = None
        self._asked_anyway: set[str] = set()
        self._by: page.Open | page.OpenByStick = page.Open()
        self._only_here = _only_here(context, self._folder)
        locked = context.session.locked is not None
        self._said = asked.said or (page.closed(only_here=self._only_here) if locked else "")
        told = page.opening(
            asked,
            said=self._said,
            keyboard=keyboard_words(),
            without_phrase=self._by_itself is not None,
            by_stick=_opens_by_stick(context, self._folder),
            only_here=self._only_here,
        )
        super().__init__(context, told.heading)
        self.fill(told)
        if asked.automatic and self._by_itself is not None:
            self._by_keyring()

    def focus_heading(self) -> None:
        """Begin where the phrase is typed: nothing else can be done here."""
        super().focus_heading()
        self._begin()
        if self._said:  # it may be time that did it, with nobody before the window
            announce(self, self._said, urgent=True)

    def perform(self, gesture: Gesture) -> None:
        """Try the phrase or the keyring, or open a safe that is elsewhere."""
        match gesture:
            case page.Open() | page.OpenByStick():
                self._open(gesture)
            case page.OpenWithoutPhrase():
                self._by_keyring()
            case page.GoOnWithout():
                self.context.session.keeps_nothing = True
                # A file that the program was started with needs no safe.
                given = self.context.session.given
                self.context.navigator.go(self._then if given else to.Home())
            case Chosen(_, folder):
                self.do(to.OpenSafe(folder=folder, then=self._then))

    def _open(self, by: page.Open | page.OpenByStick) -> None:
        """Try it on what is known here, or on the folder chosen by hand alone."""
        self._by = by
        stick = isinstance(by, page.OpenByStick)
        self._busy(
            i18n.text("La clé USB est lue…") if stick else i18n.text("La phrase est essayée…")
        )
        tools, path, on = self.context.tools, self._folder, self.context.tools.clock.today()
        typed = None if stick else self.secrets[page.PHRASE].text()
        if not by.anyway:
            self._asked_anyway.clear()
        accepted = Accepted(
            "safe-locked-elsewhere" in self._asked_anyway, "safe-older" in self._asked_anyway
        )

        def work(tell: Callable[[int, int], None]) -> OpenedSafe:
            return open_asked(
                tools.safes,
                tools.known_safes,
                tools.law,
                path,
                typed,
                on=on,
                accepted=accepted,
                going_on=lambda: tell(0, 0),
            )

        job = self.context.jobs.run_long(
            work,
            progress=lambda _done, _all: None,  # how many there are is not told
            done=self._opened,
            failed=self._refused,
            stopped=self._given_up,
            unwanted=_close,
        )
        self.progress.follow(job, self._given_up)

    def _begin(self) -> None:
        """Go where the phrase is typed; where there is none, to what opens without."""
        if page.PHRASE in self.secrets:
            self.secrets[page.PHRASE].begin()
        elif (button := self.button_of(page.OpenWithoutPhrase())) is not None:
            button.setFocus()

    def _given_up(self) -> None:
        self._ready()
        self._begin()

    def _ready(self) -> None:
        self.progress.end()
        self.let_press(True, *_WAYS)

    def _by_keyring(self) -> None:
        """Ask this computer's keyring, which may be slow: the phrase can be typed meanwhile."""
        self.clear_problem()
        self.let_press(False, page.OpenWithoutPhrase())
        self.progress.begin(i18n.text("Cet ordinateur cherche de quoi ouvrir le coffre…"))
        tools, path = self.context.tools, self._by_itself
        if path is None:
            return
        self._asked = self.context.jobs.run_apart(
            lambda: tools.safes.ways.ask_keyring(path),
            done=lambda held: self._open_with(path, held),
            failed=self._keyring_refused,
        )

    def _open_with(self, path: Path, held: Any) -> None:
        self._busy(i18n.text("Le coffre s’ouvre…"))
        tools, on = self.context.tools, self.context.tools.clock.today()
        self.context.jobs.run(
            lambda: open_without_phrase(
                tools.safes, tools.known_safes, tools.law, path, held, on=on
            ),
            done=self._opened,
            failed=self._refused,
            unwanted=_close,
        )

    def _keyring_refused(self, problem: BaseException) -> None:
        """Say it beside the phrase: somebody may be typing it, the focus stays there."""
        self._asked = None
        self.let_press(True, page.OpenWithoutPhrase())
        if self._only_here:  # there is no phrase to type meanwhile
            self.progress.end()
            self.say_problem(problem)
        else:
            self.progress.end(words_of(problem), "body")

    def _ask_no_more(self) -> None:
        """Take no answer of the keyring any more: another way in was taken."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _busy(self, words: str) -> None:
        self._ask_no_more()
        self.clear_problem()
        self.progress.begin(words)
        self.let_press(False, *_WAYS)

    def _opened(self, opened: OpenedSafe) -> None:
        for secret in self.secrets.values():
            secret.forget()
        self.context.session.open(opened.safe, str(opened.path))
        self.context.session.doubt_day(opened.doubt)
        first = to.SecondKey(self._then) if opened.offers else self._then
        self.context.navigator.restart(first)
        self.context.navigator.say_saved(i18n.text("Coffre ouvert."))
        for words in self._of_the_lock():
            self.context.navigator.tell(words)
        for notice in opened.notices:
            tell_of_safe(self.context, opened.safe, notice)
        make_day_backup(self.context, opened.safe)

    def _of_the_lock(self) -> list[str]:
        """Say now what the lock did, which concerned nobody else."""
        locked, self.context.session.locked = self.context.session.locked, None
        told = []
        if locked is not None and locked.lost:
            told.append(i18n.text("Le coffre a été fermé sans vos dernières réponses."))
        if locked is not None and locked.stopped:
            told.append(i18n.text("Ce qui était en cours est arrêté : recommencez-le."))
        return told

    def _refused(self, problem: BaseException) -> None:
        self._ready()
        code = problem.code if isinstance(problem, AppError) else ""
        self._asked_anyway.add(code)  # of one opening: the one said first may hide the other
        if code in ANYWAY:
            self.tell_problem(Problem(words_of(problem), (page.anyway(self._by),)))
        else:
            self.say_problem(problem)
        self._begin()  # all of it selected: what is typed next takes its place


def _close(opened: OpenedSafe) -> None:
    """Close a safe whose opening nobody waited for: it would stay locked by this program."""
    opened.safe.close()


def _opens_by_itself(context: Context, folder: Path | None) -> Path | None:
    """Return the safe used last that the keyring may open; nothing is asked of it yet."""
    tools = context.tools
    if tools.mode != "home":
        return None
    paths = [folder] if folder else [one.path for one in tools.known_safes.all()]
    return next((path for path in paths if tools.safes.ways.may_open_without_phrase(path)), None)


def _opens_by_stick(context: Context, folder: Path | None) -> bool:
    """Tell whether a stick opens a safe that could be opened here; no stick is looked at yet."""
    tools = context.tools
    paths = [folder] if folder else [one.path for one in tools.known_safes.all()]
    return any(tools.safes.ways.may_open_by_stick(path) for path in paths)


def _only_here(context: Context, folder: Path | None) -> bool:
    """Tell whether nothing that could be opened here has a phrase."""
    tools = context.tools
    if tools.mode != "home":
        return False
    paths = [folder] if folder else [one.path for one in tools.known_safes.all()]
    return bool(paths) and all(tools.safes.ways.only_here(path) for path in paths)
