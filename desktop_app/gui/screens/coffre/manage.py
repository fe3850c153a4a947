"""Keeping the open safe well: lock, backup, check, phrase, recovery sheet, keyring."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop_app import i18n
from desktop_app.core.safe_reports import CheckReport
from desktop_app.gui import plugged
from desktop_app.gui.context import Context
from desktop_app.gui.in_hand import note_out
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.coffre.keyring import Keyring
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages import safe_care as page
from desktop_app.pages.page import Chosen, Gesture
from desktop_app.workflow.safes.care import back_up, backup_name
from desktop_app.workflow.store import Safe

T = TypeVar("T")


class Manage(PageView):
    """What takes time shows its progress and can be stopped.

    What it says is in ``pages/safe_care.py``.
    """

    def __init__(self, context: Context) -> None:
        home = context.tools.mode == "home"
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        access = self._safe.access
        folder = context.session.folder
        told = page.care(
            home=home,
            folder=folder,
            alone=access.only_here,
            phrase=not access.without_phrase,
            office=context.tools.mode == "association",
            circle=bool(self._safe.circle),
            copies=len(self._safe.conflicts.all()),
        )
        super().__init__(context, told.heading)
        self.fill(told)
        if page.KEYRING in self.live:
            place = self.live[page.KEYRING]
            self._keyring = Keyring(context, self._safe, place, self.progress, self._refused)

    def perform(self, gesture: Gesture) -> None:
        """Do what a card offers."""
        match gesture:
            case page.Lock():
                self.context.navigator.lock_now()
            case page.BackUp():
                name = backup_name(self.context.tools.clock.today())
                words = i18n.text("Où sauvegarder ?")
                self.do(to.SaveFile(page.BACKUP, words, name, on_a_key=True))
            case Chosen(page.BACKUP, path):
                self.back_up_to(Path(path))
            case page.CheckSafe():
                self._check()
            case page.Mend():
                self._mend()
            case page.RenewSheet():
                self._renew()
            case page.TurnKeyring():
                self.let_press(False, gesture)
                self._keyring.turn()

    def back_up_to(self, path: Path) -> None:
        """Make a backup there; it is said done once it was read back."""
        safe, on = self._safe, self.context.tools.clock.today()
        expect_key = plugged.watch(path)

        def write(progress: Callable[[int, int], None]) -> int:
            expect_key()
            return back_up(safe, path, on=on, progress=progress)

        self._long(
            i18n.text("La sauvegarde se fait, puis elle est relue…"),
            write,
            self._backed_up,
            i18n.text("Arrêté. Aucune sauvegarde n’est faite."),
        )

    def _backed_up(self, count: int) -> None:
        note_out(self.context, self._safe, "")
        self._end(done.backed_up(count))

    def _check(self) -> None:
        safe = self._safe
        self._long(
            i18n.text("Le coffre est relu…"),
            lambda progress: safe.check(progress=progress),
            self._checked,
            i18n.text("Arrêté. Rien n’est changé."),
        )

    def _checked(self, report: CheckReport) -> None:
        problem = page.damaged(report, self.context.session.folder)
        if problem is None:
            self._end(page.check_words(report), "done" if report.state == "ok" else "error")
            return
        self._end(page.open_now(), "body")
        self.tell_problem(problem)

    def _mend(self) -> None:
        safe = self._safe
        self._long(
            i18n.text("Les pages abîmées sont refaites, puis tout est vérifié…"),
            lambda progress: safe.repair(progress=progress),
            lambda found: self._end(page.repaired(found)),
            i18n.text("Arrêté. Rien n’est changé."),
        )

    def _renew(self) -> None:
        self.context.jobs.run(
            self.context.tools.safes.draw_words,
            done=lambda words: self.do(to.RecoverySheet(words=words)),
            failed=self._refused,
        )

    def _long(
        self,
        words: str,
        work: Callable[[Callable[[int, int], None]], T],
        done: Callable[[T], None],
        once_stopped: str,
    ) -> None:
        """Do what takes time: its progress is shown, and it can be stopped."""
        self.clear_problem()
        self.progress.begin(words)
        self.verticalScrollBar().setValue(0)

        def stopped() -> None:
            self._end(once_stopped, "body")

        job = self.context.jobs.run_long(
            work, progress=self.progress.advance, done=done, failed=self._refused, stopped=stopped
        )
        self.progress.follow(job, stopped)

    def _end(self, words: str, role: str = "done") -> None:
        self.progress.end(words, role)
        self.verticalScrollBar().setValue(0)

    def _refused(self, problem: BaseException) -> None:
        self._end(page.open_now(), "body")
        self.say_problem(problem)
