"""Pages of a PDF on the screen, drawn by the child process, with zoom and page by page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.jobs import Job, Jobs
from desktop_app.gui.look.look import Look
from desktop_app.gui.printing import image_of
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.words import Words
from desktop_app.workflow.ports import Picture

ZOOMS = (0.75, 1.0, 1.5, 2.0, 3.0)


class Preview(QFrame):
    """Shows one page at a time; ``draw(page, zoom)`` makes it, in the worker."""

    def __init__(self, look: Look, jobs: Jobs, failed: Callable[[BaseException], None]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look, self._jobs, self._failed = look, jobs, failed
        self._draw: Callable[[int, float], Picture] | None = None
        self._page, self._pages, self._zoom = 1, 0, 1.0
        self._job: Job | None = None
        self._image = QLabel()
        self._image.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._where = Words(look, "", "hint")
        column = QVBoxLayout(self)
        margin = look.space(1)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self._buttons())
        column.addWidget(self._where)
        column.addWidget(self._image)

    def show_document(self, pages: int, draw: Callable[[int, float], Picture]) -> None:
        """Show a document from its first page, or from the page that was shown."""
        self._draw, self._pages = draw, pages
        self._page = min(max(self._page, 1), max(pages, 1))
        self._refresh()

    def _buttons(self) -> QWidget:
        row, flow = FlowLayout.row(self._look.space(1))
        for text, pressed in (
            (i18n.text("Page précédente"), lambda: self._turn(-1)),
            (i18n.text("Page suivante"), lambda: self._turn(1)),
            (i18n.text("Réduire la page"), lambda: self._scale(-1)),
            (i18n.text("Agrandir la page"), lambda: self._scale(1)),
        ):
            flow.addWidget(Button(self._look, text, pressed))
        return row

    def _turn(self, by: int) -> None:
        wanted = self._page + by
        if 1 <= wanted <= self._pages:
            self._page = wanted
            self._refresh()

    def _scale(self, by: int) -> None:
        index = min(max(ZOOMS.index(self._zoom) + by, 0), len(ZOOMS) - 1)
        self._zoom = ZOOMS[index]
        self._refresh()

    def _refresh(self) -> None:
        if self._draw is None:
            return
        if self._job is not None:
            self._job.cancel()
        draw, page, zoom = self._draw, self._page, self._zoom
        where = i18n.text("Page {page} sur {pages}").format(page=page, pages=self._pages)
        self._where.say(where)
        self._job = self._jobs.run(
            lambda: draw(page, zoom),
            done=lambda picture: self._put(picture, where),
            failed=self._failed,
        )

    def _put(self, picture: Picture, where: str) -> None:
        self._image.setPixmap(QPixmap.fromImage(image_of(picture)))
        self._image.setAccessibleName(where)
        announce(self._image, where)
