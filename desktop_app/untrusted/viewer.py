"""Pages of one document, or of one draft after the other, drawn by a child that stays ready."""

from desktop_app.untrusted.documents import Picture, render_with
from desktop_app.untrusted.errors import PdfRefused
from desktop_app.untrusted.worker import Worker


class Viewer:
    """Draws pages for the screen; to be closed. Nothing starts before the first call.

    A document from elsewhere has a child of its own, kept while its pages are turned. Drafts, set
    by us a moment ago and all for the same person, share one: to start a child takes longer than
    to set a letter and to draw it.

    Args:
        drafts: every document given is ours.
        password: opens the document, when it is locked.
    """

    def __init__(self, *, drafts: bool = False, password: str = "") -> None:
        self._drafts, self._password = drafts, password
        self._worker: Worker | None = None
        self._data: bytes | None = None

    def prepare(self) -> None:
        """Have a child wait for the first document."""
        if self._worker is None:
            self._worker = Worker("drafts" if self._drafts else "pages")
            self._worker.wait_until_ready()

    def draw(self, data: bytes, page: int, wide: int) -> Picture:
        """Return a page (from 1), ``wide`` pixels wide, its fields drawn.

        Raises:
            PdfRefused: the document cannot be shown, and why.
        """
        aged = self._data is not None
        try:
            return self._draw(data, page, wide)
        except PdfRefused:
            self.close()
            if not aged:
                raise
        except BaseException:
            self.close()
            raise
        # A child has its time of processor for its whole life: the next one begins anew.
        try:
            return self._draw(data, page, wide)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the child, and what it holds of the document."""
        worker, self._worker, self._data = self._worker, None, None
        if worker is not None:
            worker.close()

    def _draw(self, data: bytes, page: int, wide: int) -> Picture:
        if self._data is not None and self._data != data and not self._drafts:
            self.close()
        self.prepare()
        assert self._worker is not None
        self._worker.renew()
        if self._data is None:
            self._worker.open(data, self._password)
        elif self._data != data:
            self._worker.replace(data)
        self._data = data
        return render_with(self._worker, page, wide=wide)
