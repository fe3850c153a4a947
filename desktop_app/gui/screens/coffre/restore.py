"""Bringing a backup back: beside what exists, never in its place."""

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
        self._then = asked.then
        self.backup = Path(asked.backup) if asked.backup else None  # one that a refusal named
        self.fill(told)

    def put_file(self, path: str) -> None:
        """Take this file."""
        self.backup = Path(path)
        self.live[page.FILE].put(page.chosen(self.backup.name))

    def perform(self, gesture: Gesture) -> None:
        """Take the file, or restore it."""
        if isinstance(gesture, page.BringBack):
            self._restore()
        elif isinstance(gesture, Chosen):
            self.put_file(gesture.path)

    def _restore(self) -> None:
        self.clear_problem()
        if self.backup is None:
            self.say_error(i18n.text("Choisissez le fichier de la sauvegarde."))
            return
        tools, backup, typed = self.context.tools, self.backup, self.secrets[page.PHRASE].text()
        self.let_press(False, page.BringBack())
        self.progress.begin(i18n.text("La sauvegarde est vérifiée, page par page…"))
        self.context.jobs.run(
            lambda: restore_beside(tools.safes, tools.known_safes, backup, typed),
            done=self._restored,
            failed=self._refused,
        )

    def _restored(self, found: tuple[Path, Restored]) -> None:
        path, restored = found
        self.secrets[page.PHRASE].forget()
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
