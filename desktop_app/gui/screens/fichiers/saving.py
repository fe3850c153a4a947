"""A file's name in the folder where it is written; one that is there goes only if one says so."""

import os
from pathlib import Path

from desktop_app.folders import free_name
from desktop_app.gui.screens.fichiers.folder import FolderScreen
from desktop_app.pages import choosing as page
from desktop_app.pages.page import Answers, Gesture, Take


class SaveScreen(FolderScreen):
    """Whoever asked writes: what the disk refuses is said there, and nothing is lost."""

    def perform(self, gesture: Gesture) -> None:
        """Give the name, once nothing has it or one said what to do."""
        match gesture:
            case Answers(page.NAME, values):
                self._name(Path(self.asked.folder, values[page.NAME]))
            case page.KeepBoth(path):
                self.give(path)
            case page.ReplaceAnyway(path):
                self.give(path, replace=True)
            case _:
                super().perform(gesture)

    def _name(self, path: Path) -> None:
        if self.stays_on_terminal(str(path)):
            self.say_error(page.stays_here())
            return
        self.let_press(False, Take(page.NAME))

        def look() -> Path | None:
            return free_name(path) if os.path.lexists(path) else None

        def seen(free: Path | None) -> None:
            self.let_press(True, Take(page.NAME))
            if free is None:
                self.give(str(path))
            else:
                self.tell_problem(page.taken_name(str(path), str(free)))

        self.context.jobs.run_apart(look, done=seen, failed=self._not_seen)

    def _not_seen(self, problem: BaseException) -> None:
        self.let_press(True, Take(page.NAME))
        self.say_problem(problem)
