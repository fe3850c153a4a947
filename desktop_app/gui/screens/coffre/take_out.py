"""A damaged safe, open or not: all that can still be read is written in clear, in a folder."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.core.safe_reports import Exported
from desktop_app.files import complete_folder
from desktop_app.gui import plugged
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import salvage as page
from desktop_app.pages.gestures import TakeAllOut
from desktop_app.pages.page import Chosen, Gesture
from desktop_app.pages.taken_out import files
from desktop_app.workflow.documents.taken_out import put_together
from desktop_app.workflow.safes import care
from desktop_app.workflow.store import Progress


class TakeOut(PageView):
    """Asks for a folder, and the phrase of a closed safe that has one.

    What it says is in ``pages/salvage.py``.
    """

    def __init__(self, context: Context, asked: to.TakeOut) -> None:
        self._folder, self._safe = Path(asked.folder), context.session.safe
        self._only_here = context.tools.safes.ways.only_here(self._folder)
        self._into: Path | None = None
        told = page.asking(phrase=self._safe is None and not self._only_here)
        super().__init__(context, told.heading)
        self.fill(told)

    def perform(self, gesture: Gesture) -> None:
        """Take the folder, or begin."""
        match gesture:
            case Chosen(page.WHERE, path):
                self.put_folder(path)
            case TakeAllOut():
                self._begin()

    def put_folder(self, path: str) -> None:
        """Take this folder."""
        self._into = Path(path)
        self.live[page.WHERE].put(page.chosen(self._into.name))

    def _begin(self) -> None:
        self.clear_problem()
        if self._into is None:
            self.say_error(page.no_folder())
            return
        self.let_press(False, TakeAllOut())
        self.progress.begin(page.going_on())
        safes, folder, out = self.context.tools.safes, self._folder, self._new_in(self._into)
        if (safe := self._safe) is not None:
            self._write(lambda hear: safe.export(out, progress=hear), out)
            return
        if self._only_here:
            self.context.jobs.run_apart(
                lambda: safes.ways.ask_keyring(folder),
                done=lambda held: self._write(
                    lambda hear: care.take_out(safes, folder, held, out, hear), out
                ),
                failed=self._refused,
            )
            return
        typed = self.secrets[page.PHRASE].text()
        self._write(lambda hear: care.take_out(safes, folder, typed, out, hear), out)

    def _new_in(self, into: Path) -> Path:
        """Return a folder that is not there yet."""
        out, number = into / page.folder_name(), 1
        while out.exists():
            number += 1
            out = into / f"{page.folder_name()} ({number})"
        return out

    def _write(self, work: Callable[[Progress], Exported], out: Path) -> None:
        expect_key = plugged.watch(out)

        def written(hear: Progress) -> Exported:
            expect_key()
            found = work(hear)
            together = put_together(found.contents, self.context.tools.catalogue)
            complete_folder(out, files(together, self.context.tools.clock.today()), found.written)
            return found

        job = self.context.jobs.run_long(
            written,
            progress=self.progress.advance,
            done=lambda found: self._written(found, out),
            failed=self._refused,
            stopped=self._stopped,
        )
        self.progress.follow(job, self._stopped)

    def _written(self, found: Exported, out: Path) -> None:
        for secret in self.secrets.values():
            secret.forget()
        ways = page.restoring(found, str(self._folder))
        if self._safe is None:
            ways += (page.to_open(str(self._folder)),)
        self.show_page(page.taken_out(found, ways, out.name))

    def _stopped(self) -> None:
        self.let_press(True, TakeAllOut())
        self.progress.end(page.stopped(), "body")

    def _refused(self, problem: BaseException) -> None:
        self.let_press(True, TakeAllOut())
        self.progress.end()
        self.say_problem(problem)
