"""One document of the safe: its pages, a copy outside, the bin and back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.changes import Change, PaperChanged
from desktop_app.core.records import StoredDocument
from desktop_app.core.updates import UNCHANGED, Updates
from desktop_app.files import write_file
from desktop_app.gui import plugged
from desktop_app.gui.context import Context
from desktop_app.gui.in_hand import note_copy
from desktop_app.gui.page_view import PageView
from desktop_app.gui.starting import take_up
from desktop_app.gui.widgets.preview import Preview
from desktop_app.pages import destinations as to
from desktop_app.pages import documents as page
from desktop_app.pages import done
from desktop_app.pages.gestures import TakeUp
from desktop_app.pages.page import Chosen, Gesture
from desktop_app.workflow.drawing import PhotoViewer
from desktop_app.workflow.ports import PageViewer
from desktop_app.workflow.safes.archive import PDF, PICTURES
from desktop_app.workflow.safes.several import copy_of
from desktop_app.workflow.store import Safe


class Paper(PageView):
    """Shows pixels drawn by the child process: a paper from elsewhere is never opened here.

    What it says is in ``pages/documents.py``.
    """

    def __init__(self, context: Context, asked: to.StoredDocument) -> None:
        super().__init__(context, i18n.text("Document"))
        self._id = asked.document
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._stored: StoredDocument | None = None
        self._since = UNCHANGED
        self._original = False
        self._data = b""
        self.fill(page.unread())
        self._read()

    def save_to(self, path: str, *, replace: bool = False) -> None:
        """Write a copy outside the safe: the same bytes, or a photo without its place and date."""
        safe, document, photos = self._safe, self._id, self.context.tools.photos
        told, expect_key = done.copied_out(), plugged.watch(path)
        clean = self._is_photo and not self._original

        def write() -> None:
            content = safe.content(document)
            if clean:
                content = copy_of(content, photos)
            expect_key()
            write_file(path, content, replace=replace)

        def written(_none: None) -> None:
            note_copy(self.context, document)
            self._told(told)

        self.run(write, written)

    def own(self, _name: str) -> QWidget:
        """Give the pages."""
        self._preview = Preview(self.look, self.context.jobs, self._viewer, self.say_problem)
        stored = self._stored
        pages = stored.pages if stored and not self._is_photo else 1
        self._preview.show_document(self._data, pages)
        return self._preview

    def perform(self, gesture: Gesture) -> None:
        """Write a copy, change its answers, throw the document away, or take it back."""
        safe, document, on = self._safe, self._id, self.context.tools.clock.today()
        match gesture:
            case page.SaveCopy(original):
                self._original = original
                self._choose()
            case Chosen(_, path, replace):
                self.save_to(path, replace=replace)
            case TakeUp():
                take_up(self.context, self, gesture)
            case page.Throw():
                self._change(lambda: safe.bin.put(document, on=on), done.thrown("document"))
            case page.TakeBack():
                words = done.taken_back("document")
                self._change(lambda: safe.bin.take_back(document), words)

    def _change(self, change: Callable[[], object], words: str) -> None:
        self.gesture(words, change)

    def shows(self, changed: Change) -> bool:
        """Tell whether it is this document."""
        return changed == PaperChanged(self._id)

    def read_again(self) -> None:
        """Show whether it is in the bin; its pages are written once."""
        safe, document = self._safe, self._id
        self.run(lambda: document in (one.id for one in safe.bin.all()), self._moved)

    def _moved(self, thrown: bool) -> None:
        self.clear_problem()
        self._show(thrown=thrown)
        self.focus_heading()

    @property
    def _is_photo(self) -> bool:
        return self._stored is not None and self._stored.media in PICTURES

    def _viewer(self) -> PageViewer:
        """Make what draws, once the kind of this paper is known."""
        tools = self.context.tools
        return PhotoViewer(tools.show_picture) if self._is_photo else tools.viewer()

    def _read(self) -> None:
        safe, document = self._safe, self._id
        self.run(
            lambda: (safe.document(document), safe.content(document)),
            lambda found: self._show_paper(*found),
        )

    def _show_paper(self, stored: StoredDocument, data: bytes) -> None:
        self._stored, self._data = stored, data
        self._show(thrown=False)
        self.focus_heading()
        if not self._has_pages:
            self.say(page.kept_as_it_is())
        if stored.media == PDF and not stored.made_from:
            self.run(lambda: self.context.tools.updates(data), self._show_changes)

    def _show_changes(self, since: Updates) -> None:
        """Tell what became of the file after it was first written; most were not changed."""
        assert self._stored is not None
        self._since = since
        told = tuple(page.changed_since(since))
        if told:
            words = [one.words for one in told]
            self.tell(page.CHANGED, told, " ".join(words))
            self.lead(page.document_line(self._stored), *words)  # a reader may come too late

    @property
    def _has_pages(self) -> bool:
        stored = self._stored
        return self._is_photo or bool(stored and stored.media == PDF and stored.pages)

    def _show(self, *, thrown: bool) -> None:
        assert self._stored is not None
        shown = self._has_pages and not thrown
        self.fill(page.stored(self._stored, shown=shown, thrown=thrown, since=self._since))

    def _choose(self) -> None:
        assert self._stored is not None
        name = page.file_name(self._stored, clean=self._is_photo and not self._original)
        asked = i18n.text("Où enregistrer la copie ?")
        self.do(to.SaveFile("copy", asked, name))

    def _told(self, words: str) -> None:
        self.clear_problem()
        self.say(words, "done")
