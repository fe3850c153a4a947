"""Opening a safe: the phrase, the recovery words in its place, or this computer's keyring.

It is also the neutral page shown when the safe is locked: nothing of anybody is on it, and neither
how many safes are known here, nor when one was used. Whoever reads it learns no more than the
program's name.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from desktop_app import i18n
from desktop_app.core.errors import AppError
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.jobs import Job
from desktop_app.gui.screens.coffre.day_backup import make_day_backup, tell_of_safe
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.phrase import PhraseField, keyboard_words
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.workflow.safes.care import (
    OpenedSafe,
    open_known,
    open_safe,
    open_without_phrase,
)


class OpenSafe(Page):
    """Asks for the phrase.

    Args:
        folder: the safe to open, chosen by hand; "" tries the phrase on those known here.
        said: a sentence to say first: a backup was restored.
        automatic: the keyring is tried at once; never after a lock, which it would undo.
    """

    def __init__(self, context: Context, asked: to.OpenSafe) -> None:
        said = asked.said
        heading = (
            i18n.text("Ouvrez ce coffre") if asked.folder else i18n.text("Écrivez votre phrase")
        )
        super().__init__(context.look, heading)
        self._context, self._then = context, asked.then
        self._folder = Path(asked.folder) if asked.folder else None
        self._by_itself: Path | None = None
        self._asked: Job | None = None
        look = context.look
        if not said and context.session.locked is not None:
            said = i18n.text("Votre coffre est fermé. Écrivez votre phrase pour le rouvrir.")
        self._said = Words(look, said, "done")
        self.add(self._said)
        self._said.setVisible(bool(said))
        self._phrase = PhraseField(look, i18n.text("Votre phrase secrète"))
        self._phrase.entered.connect(self._open)
        self.add(self._phrase)
        words = i18n.text("Douze mots de secours conviennent aussi.")
        self.add(Words(look, f"{words} {keyboard_words()}".strip(), "hint"))
        self._state = Progress(look)
        self.add(self._state)
        self._button = Button(look, i18n.text("Ouvrir"), self._open, role="primary")
        self._keyring = Button(look, i18n.text("Ouvrir sans phrase"), self._by_keyring)
        self._anyway = Button(look, i18n.text("Ouvrir quand même"), lambda: self._open(anyway=True))
        self._asked_anyway: set[str] = set()
        self._anyway.hide()
        self.set_actions(self._button, self._anyway, self._keyring, *self._others())
        self._look_at_keyring(asked.automatic)

    def focus_heading(self) -> None:
        """Begin where the phrase is typed: nothing else can be done here."""
        super().focus_heading()
        self._phrase.begin()
        if not self._said.isHidden():  # it may be time that did it, with nobody before the window
            announce(self._said, self._said.text(), urgent=True)

    def _others(self) -> tuple[Button, ...]:
        look, go = self.look, self._context.navigator.go
        return (
            Button(
                look, i18n.text("Continuer sans rien garder"), lambda: go(to.Home()), role="plain"
            ),
            Button(look, i18n.text("Ouvrir un coffre par son dossier"), self._choose, role="plain"),
            Button(
                look,
                i18n.text("Restaurer une sauvegarde"),
                lambda: go(to.Restore(then=self._then)),
                role="plain",
            ),
            Button(
                look,
                i18n.text("Créer un coffre"),
                lambda: go(to.NewPhrase(then=self._then)),
                role="plain",
            ),
        )

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, i18n.text("Où est le coffre ?"))
        if folder:
            self._context.navigator.go(to.OpenSafe(folder=folder, then=self._then))

    def _look_at_keyring(self, automatic: bool) -> None:
        """Offer the keyring for the safe used last that may open so; nothing is asked of it yet."""
        tools = self._context.tools
        paths = [self._folder] if self._folder else [one.path for one in tools.known_safes.all()]
        if tools.mode == "home":
            may = tools.safes.may_open_without_phrase
            self._by_itself = next((path for path in paths if may(path)), None)
        self._keyring.setVisible(self._by_itself is not None)
        if automatic and self._by_itself is not None:
            self._by_keyring()

    def _open(self, *, anyway: bool = False) -> None:
        """Try the phrase on what is known here, or on the folder chosen by hand alone."""
        if not self._button.isEnabled():
            return
        self._busy(i18n.text("La phrase est essayée…"))
        tools, path, typed = self._context.tools, self._folder, self._phrase.text()
        on = tools.clock.today()
        if not anyway:
            self._asked_anyway.clear()
        accepted = frozenset(self._asked_anyway)
        elsewhere, older = "safe-locked-elsewhere" in accepted, "safe-older" in accepted

        def work(tell: Callable[[int, int], None]) -> OpenedSafe:
            door, known, law = tools.safes, tools.known_safes, tools.law
            if path is not None:
                return open_safe(
                    door,
                    known,
                    law,
                    path,
                    typed,
                    on=on,
                    from_elsewhere=elsewhere,
                    accept_older=older,
                )
            return open_known(
                door,
                known,
                law,
                typed,
                on=on,
                from_elsewhere=elsewhere,
                accept_older=older,
                going_on=lambda: tell(0, 0),
            )

        job = self._context.jobs.run_long(
            work,
            progress=lambda _done, _all: None,  # how many there are is not told
            done=self._opened,
            failed=self._refused,
            stopped=self._given_up,
            unwanted=_close,
        )
        self._state.follow(job, self._given_up)

    def _given_up(self) -> None:
        self._ready()
        self._phrase.begin()

    def _ready(self) -> None:
        self._state.end()
        self._button.setEnabled(True)
        self._keyring.setEnabled(True)

    def _by_keyring(self) -> None:
        """Ask this computer's keyring, which may be slow: the phrase can be typed meanwhile."""
        self.clear_problem()
        self._keyring.setEnabled(False)
        self._state.begin(i18n.text("Cet ordinateur cherche de quoi ouvrir le coffre…"))
        tools, path = self._context.tools, self._by_itself
        if path is None:
            return
        self._asked = self._context.jobs.run_apart(
            lambda: tools.safes.ask_keyring(path),
            done=lambda held: self._open_with(path, held),
            failed=self._keyring_refused,
        )

    def _open_with(self, path: Path, held: Any) -> None:
        self._busy(i18n.text("Le coffre s’ouvre…"))
        tools, on = self._context.tools, self._context.tools.clock.today()
        self._context.jobs.run(
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
        self._keyring.setEnabled(True)
        self._state.end(words_of(problem), "body")

    def _ask_no_more(self) -> None:
        """Take no answer of the keyring any more: another way in was taken."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _busy(self, words: str) -> None:
        self._ask_no_more()
        self.clear_problem()
        self._state.begin(words)
        self._button.setEnabled(False)
        self._keyring.setEnabled(False)

    def _opened(self, opened: OpenedSafe) -> None:
        self._phrase.forget()
        self._context.session.open(opened.safe, str(opened.path))
        self._context.session.doubt_day(opened.doubt)
        self._context.navigator.restart(self._then)
        self._context.navigator.say_saved(i18n.text("Coffre ouvert."))
        for words in self._of_the_lock():
            self._context.navigator.tell(words)
        for notice in opened.notices:
            tell_of_safe(self._context, opened.safe, notice)
        make_day_backup(self._context, opened.safe)

    def _of_the_lock(self) -> list[str]:
        """Say now what the lock did, which concerned nobody else."""
        locked, self._context.session.locked = self._context.session.locked, None
        told = []
        if locked is not None and locked.lost:
            told.append(i18n.text("Le coffre a été fermé sans vos dernières réponses."))
        if locked is not None and locked.stopped:
            told.append(i18n.text("Ce qui était en cours est arrêté : recommencez-le."))
        return told

    def _refused(self, problem: BaseException) -> None:
        self._ready()
        code = problem.code if isinstance(problem, AppError) else ""
        self._anyway.setVisible(code in ("safe-locked-elsewhere", "safe-older"))
        self._asked_anyway.add(code)  # of one opening: the one said first may hide the other
        self.say_problem(problem)
        self._phrase.begin()  # all of it selected: what is typed next takes its place


def _close(opened: OpenedSafe) -> None:
    """Close a safe whose opening nobody waited for: it would stay locked by this program."""
    opened.safe.close()
