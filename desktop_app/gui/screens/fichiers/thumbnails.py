"""Small pictures of photos and of first pages, drawn by the child one after the other.

No file is opened here: its bytes go to the child as they are, which draws them or refuses. Reading
and drawing are in a thread that nobody waits for; what is left ends the rest.
"""

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop_app.files import MEGABYTE, read_file
from desktop_app.gui.context import Context
from desktop_app.gui.jobs import Job
from desktop_app.gui.picture import image_of
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import wanted
from desktop_app.workflow.ports import Picture

SIDE = 192
"""Pixels of a photo, at most: sharp when letters are large."""
DPI = 20
LARGEST = 30 * MEGABYTE
"""Of a file that is drawn: larger ones keep their drawing."""


class Thumbnails(QObject):
    """Draws what is ``want``ed, in the order in which it was shown."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: deque[tuple[LongButton, str]] = deque()
        self._job: Job | None = None
        self._button: LongButton | None = None

    @property
    def at_rest(self) -> bool:
        """Whether nothing is drawn."""
        return self._job is None and not self._waiting

    def want(self, button: LongButton, path: str) -> None:
        """Have this file be seen on its button, if it can be."""
        if wanted.fits("paper", path):
            self._waiting.append((button, path))
            self._next()

    def stop(self) -> None:
        """Draw nothing more."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _next(self) -> None:
        while self._job is None and self._waiting:
            self._button, path = self._waiting.popleft()
            if isValid(self._button):
                self._draw(path)

    def _draw(self, path: str) -> None:
        tools, photo = self._context.tools, wanted.fits("image", path)

        def work() -> Picture:
            data = read_file(Path(path), LARGEST)
            return tools.show_picture(data, SIDE) if photo else tools.render_page(data, 1, DPI)

        # Neither holds the button: it may go meanwhile, and they must be told all the same.
        self._job = self._context.jobs.run_apart(work, done=self._drawn, failed=self._not_drawn)

    def _drawn(self, picture: Picture) -> None:
        self._job = None
        if self._button is not None and isValid(self._button):
            self._button.show_picture(image_of(picture))
        self._next()

    def _not_drawn(self, _why: BaseException) -> None:
        self._job = None  # its drawing stays, and its name says what it is
        self._next()
