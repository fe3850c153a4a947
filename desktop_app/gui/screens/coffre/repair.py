"""A damaged safe that does not open: its pages are made again, and it is asked for again."""

from collections.abc import Callable
from pathlib import Path

from desktop_app import i18n
from desktop_app.core.safe_reports import Repaired
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import safe_care
from desktop_app.pages import safe_opening as page
from desktop_app.pages.page import Gesture
from desktop_app.workflow.safes import care
from desktop_app.workflow.store import Progress


class RepairSafe(PageView):
    """Asks for the phrase, unless this computer's keyring alone opens the safe.

    What it says is in ``pages/safe_opening.py``.
    """

    def __init__(self, context: Context, asked: to.RepairSafe) -> None:
        self._folder, self._then = Path(asked.folder), asked.then
        self._only_here = context.tools.safes.ways.only_here(self._folder)
        told = page.repairing(only_here=self._only_here)
        super().__init__(context, told.heading)
        self.fill(told)

    def perform(self, gesture: Gesture) -> None:
        """Make the pages again."""
        if not isinstance(gesture, page.Repair):
            return
        self.clear_problem()
        self.let_press(False, page.Repair())
        self.progress.begin(i18n.text("Les pages abîmées sont refaites, puis tout est vérifié…"))
        safes, folder = self.context.tools.safes, self._folder
        if self._only_here:
            self.context.jobs.run_apart(
                lambda: safes.ways.ask_keyring(folder),
                done=lambda held: self._mend(lambda hear: care.repair(safes, folder, held, hear)),
                failed=self._refused,
            )
            return
        typed = self.secrets[page.PHRASE].text()
        self._mend(lambda hear: care.repair(safes, folder, typed, hear))

    def _mend(self, work: Callable[[Progress], Repaired]) -> None:
        job = self.context.jobs.run_long(
            work,
            progress=self.progress.advance,
            done=self._mended,
            failed=self._refused,
            stopped=self._stopped,
        )
        self.progress.follow(job, self._stopped)

    def _mended(self, found: Repaired) -> None:
        for secret in self.secrets.values():
            secret.forget()
        said = safe_care.repaired(found)
        there = to.OpenSafe(folder=str(self._folder), said=said, then=self._then)
        self.context.navigator.restart(there)

    def _stopped(self) -> None:
        self.let_press(True, page.Repair())
        self.progress.end(i18n.text("Arrêté. Rien n’est changé."), "body")

    def _refused(self, problem: BaseException) -> None:
        self.let_press(True, page.Repair())
        self.progress.end()
        self.say_problem(problem)
