"""Opening a PDF form that the person has: known here, or any other one."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from desktop_app import i18n
from desktop_app.files import FileTooBig, read_file
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.gestures import nothing_more
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.starting import start, start_other_edition, write
from desktop_app.pages import destinations as to
from desktop_app.pages import editions
from desktop_app.pages import open_pdf as page
from desktop_app.pages.gestures import Write
from desktop_app.pages.kept_forms import again
from desktop_app.pages.page import Chosen, Gesture
from desktop_app.pages.wanted import form
from desktop_app.workflow.documents.editions import OtherEdition, nearest
from desktop_app.workflow.documents.forms import PdfTooBig
from desktop_app.workflow.documents.generic import OpenedPdf, as_unknown, open_pdf
from desktop_app.workflow.documents.prepared import Brought, prepared_for, surer
from desktop_app.workflow.guidance.pack_list import Model, form_model
from desktop_app.workflow.safes.blanks import Kept, OwnBlank, of_everybody

Read = tuple[OpenedPdf, OtherEdition | None, Model | None, Brought | None]
LOCKED = frozenset({"pdf-encrypted", "pdf-wrong-password"})
WITHOUT_BOXES = frozenset({"pdf-nothing-to-fill", "pdf-not-understood"})


class OpenPdf(PageView):
    """Asks for the file, and for its password when it is locked; says in words what is refused.

    What it says is in ``pages/open_pdf.py`` and ``pages/editions.py``.
    """

    def __init__(self, context: Context, _asked: to.OpenPdf) -> None:
        told = page.page()
        super().__init__(context, told.heading)
        self._path = ""
        self._opened: OpenedPdf | None = None
        self._near: OtherEdition | None = None
        self.fill(told)
        tools = context.tools

        def prepare() -> None:
            """Start what reads a PDF while the person looks for hers."""
            tools.forms.get_ready()

        context.jobs.run_aside(prepare, done=nothing_more, failed=nothing_more)
        if (safe := context.session.safe) is not None:
            self.run(lambda: of_everybody(safe), self._offer_again)
        if given := context.session.take_given():
            self.open(given)

    def _offer_again(self, kept: Sequence[Kept]) -> None:
        self.live[page.AGAIN].put(again(kept))

    def perform(self, gesture: Gesture) -> None:
        """Choose the file, open it, or go on with what it is."""
        forms, path = self.context.tools.forms, self._path
        match gesture:
            case Chosen(_, path):
                self.open(path)
            case page.Unlock():
                self._read(self.secrets[page.PASSWORD].text())
            case page.PrintEmpty():
                out = SheetOut(self.context, self, self.progress)
                out.print(lambda: forms.empty(forms.as_pdf(_file(path))))
            case page.DrawBoxes():
                self._draw()
            case Write():
                write(self.context, self, gesture)
            case _:
                self._go_on(gesture)

    def open(self, path: str) -> None:
        """Read this file in a child process, and go on with what it is."""
        self._path = path
        self._read("")

    def _read(self, secret: str) -> None:
        self.clear_problem()
        self.progress.begin(i18n.text("Le PDF est lu, page par page…"))
        self.let_press(False, form())
        tools, path = self.context.tools, self._path
        name = Path(path).name

        def work() -> Read:
            data = tools.forms.as_pdf(given := _file(path))
            opened = open_pdf(tools.forms, tools.catalogue, data, name, secret)
            if data is not given:  # somebody may have written by hand on what is photographed
                opened = dataclasses.replace(opened, empty=False)
            near = nearest(tools.catalogue, opened.facts) if opened.facts is not None else None
            brought = prepared_for(tools.catalogue, opened, tools.clock.today())
            if brought is not None and not surer(near, brought):
                return opened, None, None, brought
            pack = near.definition.id if near is not None else opened.pack
            model = form_model(tools.catalogue, pack, opened.edition) if pack else None
            return opened, near, model, None

        # Apart: a scan whose words are recognised takes a minute, and what is typed must be kept.
        job = self.context.jobs.run_apart(work, done=self._found, failed=self._refused)
        self.progress.follow(job, self._stopped)

    def _stopped(self) -> None:
        self._ready()
        self.progress.end(i18n.text("Lecture arrêtée. Rien n’a été pris de ce PDF."), "body")

    def _found(self, found: Read) -> None:
        self._opened, self._near, model, brought = opened, near, _model, _brought = found
        self._ready()
        if brought is not None:
            self.do(to.Matched(brought))
            return
        if opened.pack:
            assert model is not None
            assert opened.field_map is not None
            own = OwnBlank(opened.blank, opened.field_map, empty=opened.empty)
            self.context.session.bring(opened.pack, own)
            self.live[page.FOUND].put(editions.known(model))
        elif near is not None:
            self.live[page.FOUND].put(editions.near(near, model))
        else:
            self.do(to.Boxes(opened=opened))
            return
        self.live[page.FOUND].begin()

    def _go_on(self, gesture: Gesture) -> None:
        opened, near = self._opened, self._near
        assert opened is not None
        if isinstance(gesture, editions.AnswerBoxes):
            self._ask_boxes(opened)
        elif near is not None:
            start_other_edition(self.context, self, opened, near)
        else:
            start(self.context, self, opened.pack)

    def _ask_boxes(self, opened: OpenedPdf) -> None:
        """Ask box by box, as for a PDF that no pack knows; one that is known is read for that."""
        if opened.facts is not None:
            self.do(to.Boxes(opened=opened))
            return
        forms, jobs = self.context.tools.forms, self.context.jobs
        jobs.run_apart(
            lambda: as_unknown(forms, opened),
            done=lambda now: self.do(to.Boxes(opened=now)),
            failed=self.say_problem,
        )

    def _ready(self) -> None:
        self.progress.end()
        self.let_press(True, form())

    def _refused(self, problem: BaseException) -> None:
        self._ready()
        code = getattr(problem, "code", "")
        if code in WITHOUT_BOXES:
            public = self.context.session.public
            self.tell_problem(page.without_boxes(words_of(problem), public=public))
            return
        self.say_problem(problem)
        if code in LOCKED and page.PASSWORD not in self.secrets:
            self.live[page.LOCKED].put(page.locked())

    def _draw(self) -> None:
        """Make a form of one's own of a PDF on which no box was found."""
        forms, path = self.context.tools.forms, self._path

        def go(data: bytes) -> None:
            self.do(to.FormEditor(pdf=data, name=Path(path).stem))

        self.run(lambda: forms.as_pdf(_file(path)), go)


def _file(path: str) -> bytes:
    try:
        return read_file(Path(path))
    except FileTooBig as heavy:
        raise PdfTooBig from heavy
