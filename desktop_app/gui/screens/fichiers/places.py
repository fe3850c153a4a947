"""Where to look: one's own folders, keys as they come and go, or a path that one types."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.folder import Place
from desktop_app.folders import FolderMissing, there, what_is
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.jobs import Job
from desktop_app.gui.screens.fichiers.files import FilesPage
from desktop_app.pages import choosing as page
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Answers, Gesture, Take


class PlacesScreen(FilesPage):
    """What it says is in ``pages/choosing.py``."""

    def __init__(self, context: Context, asked: to.Choosing) -> None:
        super().__init__(context, asked, asked.words)
        self._job: Job | None = None
        self._show()
        own = [one.path for one in self.found if one.kind != "key"]
        context.jobs.run_apart(lambda: frozenset(own) - there(own), done=self._seen, failed=_keep)

    def _seen(self, absent: frozenset[str]) -> None:
        if absent:
            self.leave_out(absent)
            self.live[page.PLACES].renew(page.where(self.asked, self.found))

    def _show(self) -> None:
        self.fill(page.places(self.asked, self.found, public=self.public))
        if self.asked_files():
            self._take_drops()

    def keys_changed(self, before: Sequence[Place]) -> None:
        """Show them; what came and what went is heard."""
        if self.public and bool(before) is not bool(self.found):
            self._show()  # its heading says whether one must be plugged in
            self.focus_heading()
            return
        place = self.live[page.PLACES]
        place.renew(page.where(self.asked, self.found))
        came = [page.plugged(one) for one in self.found if one not in before]
        went = [page.pulled(one) for one in before if one not in self.found]
        announce(place, " ".join((*came, *went)))

    def perform(self, gesture: Gesture) -> None:
        """Show where a path is typed, or go where it leads."""
        match gesture:
            case page.Elsewhere():
                self.live[page.ELSEWHERE].put(page.path())
                self.live[page.ELSEWHERE].begin()
            case Answers(page.PATH, values):
                self._go(values[page.PATH])

    def _go(self, typed: str) -> None:
        path = str(Path(page.cleaned(typed)).expanduser())
        self.let_press(False, Take(page.PATH))
        self._job = self.context.jobs.run_apart(
            lambda: what_is(path),
            done=lambda kind: self._lead(path, kind),
            failed=self._refused,
        )

    def _lead(self, path: str, kind: str) -> None:
        self.let_press(True, Take(page.PATH))
        led = page.lead(self.asked, path, kind)
        if led is None:
            self.say_problem(FolderMissing())
        elif isinstance(led, str):
            self.say_error(led)
        elif isinstance(led, page.Pick):
            self.give(led.path)
        else:
            self.do(led)

    def _refused(self, problem: BaseException) -> None:
        self.let_press(True, Take(page.PATH))
        self.say_problem(problem)


def _keep(_why: BaseException) -> None:
    """Leave what is proposed as it is."""
