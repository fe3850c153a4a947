"""An official form, in one of three ways: on its PDF, onto the paper form, or copied by hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.generic.model import GenericForm
from desktop_app.core.outline import Outline
from desktop_app.core.pdf import Abbreviation
from desktop_app.core.rect import rect_of
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.jobs import Job
from desktop_app.gui.own_blank import recognise
from desktop_app.gui.screens.paper import PaperPage
from desktop_app.gui.starting import open_questions
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import filled_form as page
from desktop_app.pages import wanted
from desktop_app.pages.editions import edition, sources
from desktop_app.pages.gestures import GoPrint, SavePdf
from desktop_app.pages.page import Answers, Card, Chosen, Gesture
from desktop_app.sentences import edition_words
from desktop_app.workflow.documents.abbreviating import agree, write_whole
from desktop_app.workflow.documents.editions import FormEditionUnknown, OtherEdition, complete
from desktop_app.workflow.documents.rendering import (
    Made,
    make_copy_sheet,
    make_on_blank,
    make_on_paper,
    number_place,
)
from desktop_app.workflow.documents.with_blank import go_on
from desktop_app.workflow.guidance.freshness import old_paper
from desktop_app.workflow.guidance.pack_list import Model, form_model
from desktop_app.workflow.interview.definitions import form_of
from desktop_app.workflow.interview.place import Place


class FormScreen(PaperPage):
    """Opened with a draft of a form, and the interview in hand when there is one.

    What it says is in ``pages/filled_form.py``.
    """

    def __init__(self, context: Context, asked: to.FilledForm) -> None:
        super().__init__(context, i18n.text("Votre formulaire"))
        self._draft, self._keep = asked.draft, asked.keep or (lambda _draft: None)
        self._writing = writing_of(asked.writing) if asked.writing is not None else None
        if self._writing is not None:
            self._writing.at("paper")
        self._again: Callable[[], None] = self._copy
        self._made: Made | None = None
        self._job: Job | None = None
        self._other: OtherEdition | None = None
        self._boxes: tuple[Abbreviation, ...] = ()
        self._blank, self._edition = b"", ""
        definition = form_of(context.tools.catalogue, self._draft)
        replaced = edition_words.replaced(definition.successor, withdrawn=definition.withdrawn)
        self._preview = Preview(context.look, context.jobs, context.tools.viewer, self.refused)
        self._preview.hide()
        held = self._draft.pack in context.session.blanks
        prepared = definition.prepared
        opened = bool(self._draft.form)
        public = context.session.public
        self.fill(
            page.page(replaced=replaced, opened=opened, held=held, prepared=prepared, public=public)
        )
        if not (prepared or self._draft.form):  # one made for one PDF has one edition
            self._read_edition("", self._show_editions)

    def own(self, name: str) -> QWidget:
        """Give how far the making is, and the pages once there are some."""
        return self.making if name == page.MAKING else self._preview

    def perform(self, gesture: Gesture) -> None:
        """Go one way, or take what was chosen."""
        ways: dict[type[Gesture], Callable[[], None]] = {
            page.FillPdf: self._on_blank,
            page.PrintOnPaper: self._on_paper,
            page.CopyByHand: self._copy,
        }
        match gesture:
            case Answers(page.EDITION, values):
                self._edition = values[page.EDITION]
                self._read_edition(self._edition, self._show_fresh)
            case Answers(asked, values):
                box = next(one for one in self._boxes if page.box_id(one) == asked)
                self._abbreviate(box, values[page.SHORT] == page.SHORT)
            case Chosen(_, path):
                self._show_boxes(())
                self.fill_file(path)
            case page.FillFound():
                self._fill(lambda: self._blank, carry_over=True)
            case page.AnswerNew():
                self._answer_new()
            case GoPrint():
                assert self._made is not None
                self.do(to.Print(made=self._made, draft=self._draft, writing=self._writing))
            case SavePdf():
                self.save_pdf(self._made, "formulaire.pdf")
            case _:
                self._show_boxes(())  # what another way asked is asked no more
                ways[type(gesture)]()

    # ------------------------------------------------------------------ which edition it is

    def _read_edition(self, edition: str, done: Callable[[Model], None]) -> None:
        tools, pack = self.context.tools, self._draft.pack

        def read() -> Model:
            model, today = form_model(tools.catalogue, pack, edition), tools.clock.today()
            return replace(model, old=old_paper(tools.law, tools.catalogue.form(pack), today))

        self.context.jobs.run(read, done=done, failed=self.say_problem)

    def _show_editions(self, model: Model) -> None:
        self.live[page.EDITION].put(page.which_edition(model.editions))
        if len(model.editions) > 1:
            self._edition = model.editions[0]
        self._show_fresh(model)

    def _show_fresh(self, model: Model) -> None:
        self.live[page.FRESH].put((Card("", (edition(model), *sources(model))),))

    # ------------------------------------------------------------------ the three ways

    def _on_blank(self) -> None:
        """Fill the PDF that was opened, here or by the draft's safe; else ask where it is."""
        own = self.context.session.blanks.get(self._draft.pack)
        if own is not None:
            self._fill(lambda: own.data)
        else:
            self.do(wanted.blank())

    def fill_file(self, path: str) -> None:
        """Fill this PDF, when it is an edition of the form."""
        self._fill(lambda: read_file(path))

    def _fill(self, read: Callable[[], bytes], *, carry_over: bool = False) -> None:
        subject = self._subject()
        self._again = lambda: self._fill(lambda: self._blank, carry_over=carry_over)

        def make() -> Made:
            self._blank = read()
            return make_on_blank(*subject, self._blank, carry_over=carry_over)

        self._make(make)

    def _on_paper(self) -> None:
        subject, edition = self._subject(), self._edition
        self._again = self._on_paper
        self._make(lambda: make_on_paper(*subject, edition=edition))

    def _copy(self) -> None:
        subject, edition = self._subject(), self._edition
        self._again = self._copy
        self._make(lambda: make_copy_sheet(*subject, edition=edition))

    def _subject(self) -> tuple[Any, Draft, Any]:
        tools = self.context.tools
        return tools, self._draft, tools.clock.today()

    def _make(self, make: Callable[[], Made]) -> None:
        for place in (page.DIFFERS, page.TOLD):
            self.live[place].put(())
        self.show_unread(self._made.prepared.document if self._made is not None else None)
        self.say(page.being_made())
        self.bring(self.state)  # under the fold of a small screen, nobody would see it
        if self._job is not None:
            self._job.cancel()
        self._job = self.context.jobs.run(make, done=self._show_made, failed=self._not_made)
        self.wait_for(self._job, self._given_up)

    def _given_up(self) -> None:
        self.show_unread(None)
        self.say(i18n.text("Le formulaire n’est pas fait. Vos réponses sont toujours là."), "body")

    def _not_made(self, problem: BaseException) -> None:
        self.waited()
        self.show_unread(None)
        if not isinstance(problem, FormEditionUnknown):
            self.refused(problem)
            return
        self._other = problem.found
        head, card = page.differs(problem.found, asks=self._writing is not None)
        self.say(head, "error")
        self.live[page.DIFFERS].put((card,))
        self.bring(self.state)

    def _answer_new(self) -> None:
        """Make the form of the other edition in the worker, then ask what is new on it."""
        context, writing, other, blank = self.context, self._writing, self._other, self._blank
        assert writing is not None
        assert other is not None
        forms, today = context.tools.forms, context.tools.clock.today()

        def show(form: GenericForm) -> None:
            context.session.bring(form.definition.id, go_on(writing, form, blank))
            writing.keep()
            open_questions(context, writing, Place(writing.question).in_now(writing.interview))

        context.jobs.run(
            lambda: complete(forms, other, blank, today), done=show, failed=self.refused
        )

    # ------------------------------------------------------------------ abbreviated, or whole

    def _show_boxes(self, boxes: Sequence[Abbreviation], *, by_hand: bool = False) -> None:
        """Ask about these boxes; those that are asked already keep the focus.

        The first question takes it where none was asked.
        """
        before, self._boxes = [page.box_id(one) for one in self._boxes], tuple(boxes)
        now = [page.box_id(one) for one in boxes]
        if now == before:
            return
        held = next((one for one in now if one in before and self._holds(one)), "")
        self.live[page.SHORTER].put(page.shorter(boxes, by_hand=by_hand))
        if held or (now and not before):
            self.asks[held or now[0]].answer(page.SHORT).begin()

    def _holds(self, asked: str) -> bool:
        held = self.focusWidget()
        return held is not None and self.asks[asked].isAncestorOf(held)

    def _abbreviate(self, box: Abbreviation, agreed: bool) -> None:
        """Keep what she chose with her answers, and make the form again so."""
        draft = agree(self._draft, [box]) if agreed else write_whole(self._draft, box)
        if draft == self._draft:
            return
        self._draft = draft
        self._keep(draft)
        self.let_press(False, GoPrint(), SavePdf())
        self._again()

    # ------------------------------------------------------------------ what is made

    def _show_made(self, made: Made) -> None:
        self.waited()
        self._made = made
        self.say_made(made, page.ready())
        self._show_boxes(made.proof.abbreviations, by_hand=not made.proof.total)
        self.let_press(made.proved, GoPrint(), SavePdf())
        self._preview.show()
        self._preview.show_document(made.pdf.data, made.pdf.pages)
        self.bring(self.state)
        self._know_blank(made)
        numbered = self._mark_number(made)
        self.live[page.TOLD].put(page.left(made, numbered=numbered))

    def _know_blank(self, made: Made) -> None:
        """Have the PDF that was just filled at hand from now on, wherever its answers are shown."""
        known = self._draft.pack in self.context.session.blanks
        if self._writing is None or known or made.way != "blank" or made.other is not None:
            return
        blank = self._blank
        recognise(
            self.context, self._writing, lambda: blank, done=bool, failed=lambda _refused: None
        )

    def _mark_number(self, made: Made) -> bool:
        """Show on the official page where its number and edition stand, if that is known."""
        at = number_place(made)
        if at is None:
            self._preview.outline(())
            return False
        here = Outline(at.page, rect_of(at.box), at.page_size, strong=True)
        self._preview.outline((here,))
        return True
