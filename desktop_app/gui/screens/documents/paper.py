"""One document of the safe: its pages, a copy outside, the bin and back."""

from desktop_app import i18n
from desktop_app.core.records import StoredDocument
from desktop_app.files import write_file
from desktop_app.gui import choosing
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.screens.documents.presenter import document_line, file_name
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.preview import PhotoViewer, Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.workflow.ports import PageViewer
from desktop_app.workflow.safes.archive import PDF, PICTURES
from desktop_app.workflow.store import Safe


class Paper(Page):
    """Shows pixels drawn by the child process: a paper from elsewhere is never opened here."""

    def __init__(self, context: Context, asked: to.StoredDocument) -> None:
        super().__init__(context.look, i18n.text("Document"))
        self._context, self._id = context, asked.document
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._title = Words(self.look, "")
        self._state = Words(self.look, "")
        self._preview = Preview(self.look, context.jobs, self._viewer, self.say_problem)
        self._preview.hide()
        for widget in (self._title, self._state, self._preview):
            self.add(widget)
        self._out = Button(
            self.look, i18n.text("Enregistrer une copie"), self._choose, role="primary"
        )
        self._bin = Button(self.look, i18n.text("Mettre à la corbeille"), self._throw)
        self._undo = Button(self.look, i18n.text("Reprendre ce document"), self._take_back)
        self._undo.hide()
        self.set_actions(
            self._out,
            self._bin,
            self._undo,
            Button(self.look, i18n.text("Retour"), context.navigator.back, role="plain"),
        )
        self._stored: StoredDocument | None = None
        self._read()

    def _viewer(self) -> PageViewer:
        """Make what draws, once the kind of this paper is known."""
        tools = self._context.tools
        photo = self._stored is not None and self._stored.media in PICTURES
        return PhotoViewer(tools.show_picture) if photo else tools.viewer()

    def save_to(self, path: str) -> None:
        """Write the same bytes outside the safe."""
        safe, document = self._safe, self._id
        self._context.jobs.run(
            lambda: write_file(path, safe.content(document)),
            done=lambda _: self._say(
                i18n.text("Copie enregistrée. Elle n’est plus protégée par le coffre."), "done"
            ),
            failed=self.say_problem,
        )

    def _read(self) -> None:
        safe, document = self._safe, self._id
        self._context.jobs.run(
            lambda: (safe.document(document), safe.content(document)),
            done=lambda found: self._show_paper(*found),
            failed=self.say_problem,
        )

    def _show_paper(self, stored: StoredDocument, data: bytes) -> None:
        self._stored = stored
        self._title.say(document_line(stored))
        if stored.media == PDF and stored.pages:
            self._preview.show()
            self._preview.show_document(data, stored.pages)
            return
        if stored.media in PICTURES:
            self._preview.show()
            self._preview.show_document(data, 1)
            return
        self._say(i18n.text("Ce fichier se garde tel quel. Il se lit hors du coffre."), "body")

    def _choose(self) -> None:
        if self._stored is None:
            return
        path = choosing.save_file(
            self, self._context, i18n.text("Où enregistrer la copie ?"), file_name(self._stored)
        )
        if path:
            self.save_to(path)

    def _throw(self) -> None:
        safe, document, on = self._safe, self._id, self._context.tools.clock.today()
        self._context.jobs.run(
            lambda: safe.bin.put(document, on=on),
            done=lambda _: self._thrown(),
            failed=self.say_problem,
        )

    def _thrown(self) -> None:
        self._preview.hide()
        self._out.setEnabled(False)
        self._bin.hide()
        self._undo.show()
        self._undo.setFocus()
        self._say(
            i18n.text("À la corbeille. Vous pouvez le reprendre pendant trente jours."), "done"
        )

    def _take_back(self) -> None:
        safe, document = self._safe, self._id
        self._context.jobs.run(
            lambda: safe.bin.take_back(document),
            done=lambda _: self._back_again(),
            failed=self.say_problem,
        )

    def _back_again(self) -> None:
        self._out.setEnabled(True)
        self._bin.show()
        self._undo.hide()
        self._say(i18n.text("Le document est revenu à sa place."), "done")
        self._read()

    def _say(self, words: str, role: str) -> None:
        self.clear_problem()
        self._state.play(role)
        self._state.say(words)
        announce(self._state, words)
