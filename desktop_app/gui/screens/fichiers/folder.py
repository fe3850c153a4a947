"""What is in a folder, read aside: a disk that does not answer holds nothing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.core.folder import Listing, Place
from desktop_app.core.folding import folded
from desktop_app.folders import listed
from desktop_app.gui import choosing as where
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.jobs import Job
from desktop_app.gui.screens.fichiers.files import FilesPage
from desktop_app.gui.screens.fichiers.thumbnails import Thumbnails
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import choosing as page
from desktop_app.pages import destinations as to
from desktop_app.pages import wanted
from desktop_app.pages.page import Choice, Found, Gesture


class FolderScreen(FilesPage):
    """What it says is in ``pages/choosing.py``; ``listing`` is None until it is read."""

    def __init__(self, context: Context, asked: to.Choosing) -> None:
        super().__init__(context, asked, asked.words)
        self.listing: Listing | None = None
        self._job: Job | None = None
        self._thumbnails = Thumbnails(context, self)
        self._all_folders = False
        self._place = where.holder(Path(asked.folder), self.found)
        self.fill(page.folder(asked, page.trail_of(self._steps(), self._place)))
        if self.asked_files():
            self._take_drops()
        if self.stays_on_terminal(asked.folder):
            self.say_error(page.stays_here())
        else:
            self._read()

    @property
    def at_rest(self) -> bool:
        """Whether nothing is read or drawn."""
        built = not any(one.waits for one in self.longs)
        return built and (self._job is None or self._job.over) and self._thumbnails.at_rest

    def perform(self, gesture: Gesture) -> None:
        """Take a file, or the folder itself."""
        match gesture:
            case page.Pick(path):
                self.give(path)
            case page.TakeHere():
                self.give(self.asked.folder)
            case page.ChooseNothing():
                self.context.navigator.leave_choosing()
            case page.ShowFolders():
                self._all_folders = True
                self._show()
                self.live[page.INSIDE].begin()

    def look_for(self, _name: str, typed: str, skip: int) -> Found:
        """Return the next files of these words."""
        assert self.listing is not None
        assert isinstance(self.asked, to.OpenFile)
        today = self.context.tools.clock.today()
        return page.files(self.asked, self.listing, typed, skip, today)

    def keys_changed(self, before: Sequence[Place]) -> None:
        """Say that the key one looks into is gone; read it again once it is back."""
        if self._place in before and self._place not in self.found:
            self._thumbnails.stop()
            self.tell_problem(page.gone())
        elif self._place in self.found and self._place not in before:
            self.clear_problem()
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed on the list go to the box that seeks, or to what begins so."""
        seeks, typed = self.searches.get(page.FILES), event.text()
        if not typed.strip() or not typed.isprintable() or _types():
            super().keyPressEvent(event)
        elif seeks is not None:
            seeks.begin_typing(typed)
        else:
            self._go_to(typed)

    def _go_to(self, letter: str) -> None:
        """Go to the next thing whose name begins with a letter, round and round."""
        held, all_of_them = QApplication.focusWidget(), [one for _, one in self._pressed]
        at = next((n for n, one in enumerate(all_of_them, 1) if one is held), 0)
        for one in (*all_of_them[at:], *all_of_them[:at]):
            if isinstance(one, LongButton) and folded(one.words()).startswith(folded(letter)):
                one.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _choice(self, choice: Choice) -> LongButton:
        button = super()._choice(choice)
        if isinstance(choice.does, page.Pick):
            self._thumbnails.want(button, choice.does.path)
        return button

    def _read(self) -> None:
        self.progress.begin(page.reading())
        endings = wanted.ENDINGS[self.asked.kind] if isinstance(self.asked, to.OpenFile) else ()
        folder, waited = self.asked.folder, [True]
        self._job = self.context.jobs.run_apart(
            lambda: listed(folder, endings, lambda: not waited),
            done=self._listed,
            failed=self._refused,
        )

        def stopped() -> None:
            waited.clear()
            self.progress.end(page.stopped(), "body")

        self.progress.follow(self._job, stopped)

    def _listed(self, listing: Listing) -> None:
        self.progress.end()
        self.listing = listing
        self._show()
        announce(self.live[page.INSIDE], page.heard(self.asked, listing))

    def _refused(self, problem: BaseException) -> None:
        self.progress.end()
        self.say_problem(problem)

    def _show(self) -> None:
        assert self.listing is not None
        today, all_folders = self.context.tools.clock.today(), self._all_folders
        blocks = page.inside(self.asked, self.listing, today, all_folders=all_folders)
        self.live[page.INSIDE].put(blocks)

    def _steps(self) -> tuple[str, ...]:
        """Return the folders that lead here from the place, or from the root."""
        folder = Path(self.asked.folder)
        return folder.relative_to(self._place.path).parts if self._place else folder.parts


def _types() -> bool:
    return isinstance(QApplication.focusWidget(), QLineEdit) or bool(
        QApplication.keyboardModifiers()
        & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    )
