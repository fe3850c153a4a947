"""Bringing a backup back: beside what exists, never in its place."""

from collections.abc import Callable
from pathlib import Path

from desktop_app import i18n
from desktop_app.core.safe_reports import Restored
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import safe_opening as page
from desktop_app.pages.page import Chosen, Gesture
from desktop_app.workflow.safes.care import restore_beside


class Restore(PageView):
    """Asks for the file, and the phrase that was the safe's on that day.

    What it says is in ``pages/safe_opening.py``.
    """

    def __init__(self, context: Context, asked: to.Restore) -> None:
        told = page.restoring(asked.day)
        super().__init__(context, told.heading)
        self._then, self._day = asked.then, asked.day
        self.backup: Path | None = None
        self._only_here = False
        self.fill(told)
        if asked.backup:  # one that a refusal named
            self._take_backup(Path(asked.backup))

    def put_file(self, path: str) -> None:
        """Take this file."""
        self._take_backup(Path(path))
        self.live[page.FILE].put(page.chosen(Path(path).name))

    def perform(self, gesture: Gesture) -> None:
        """Take the file, or restore it."""
        if isinstance(gesture, page.BringBack):
            self._restore()
        elif isinstance(gesture, Chosen):
            self.put_file(gesture.path)

    def _take_backup(self, backup: Path) -> None:
        """Take a backup, and ask no phrase for one that has none; what is wrong is said later."""
        self.backup, door = backup, self.context.tools.safes

        def show(only_here: bool) -> None:
            if backup == self.backup and only_here is not self._only_here:
                self._only_here = only_here
                name = "" if self._day is not None else backup.name
                self.show_page(page.restoring(self._day, only_here=only_here, name=name))

        self.context.jobs.run(
            lambda: self.context.tools.mode == "home" and door.ways.backup_only_here(backup),
            done=show,
            failed=lambda _problem: show(False),
        )

    def _restore(self) -> None:
        self.clear_problem()
        if self.backup is None:
            self.say_error(i18n.text("Choisissez le fichier de la sauvegarde."))
            return
        tools, backup = self.context.tools, self.backup
        self.let_press(False, page.BringBack())
        self.progress.begin(i18n.text("La sauvegarde est vérifiée, page par page…"))
        if self._only_here:
            self.context.jobs.run_apart(
                lambda: tools.safes.ways.ask_keyring_of_backup(backup),
                done=lambda held: self._bring(
                    lambda: restore_beside(tools.safes, tools.known_safes, backup, held)
                ),
                failed=self._refused,
            )
            return
        typed = self.secrets[page.PHRASE].text()
        self._bring(lambda: restore_beside(tools.safes, tools.known_safes, backup, typed))

    def _bring(self, work: Callable[[], tuple[Path, Restored]]) -> None:
        self.context.jobs.run(work, done=self._restored, failed=self._refused)

    def _restored(self, found: tuple[Path, Restored]) -> None:
        path, restored = found
        for secret in self.secrets.values():
            secret.forget()
        said = page.restored(restored.made_on, restored.documents)
        navigator, session = self.context.navigator, self.context.session
        if session.safe is None:
            navigator.restart(to.OpenSafe(folder=str(path), said=said, then=self._then))
            return
        self.let_press(True, page.BringBack())
        self.progress.end(said + " " + i18n.text("Fermez ce coffre pour ouvrir l’autre."))

    def _refused(self, problem: BaseException) -> None:
        self.let_press(True, page.BringBack())
        self.progress.end()
        self.say_problem(problem)
