"""The boxes of a PDF brought for a prepared form, beside its lines: to be confirmed once."""

from contextlib import suppress

from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import AppError
from desktop_app.core.generic.by_label import Pair
from desktop_app.core.generic.model import GenericForm
from desktop_app.core.outline import Outline
from desktop_app.core.rect import rect_of
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.starting import open_questions, start_confirmed
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import matched as page
from desktop_app.pages.page import Gesture
from desktop_app.workflow.documents.prepared import form_of_blank, keep_map
from desktop_app.workflow.documents.with_blank import go_on
from desktop_app.workflow.interview.place import Place


class Matched(PageView):
    """Opened with a PDF that was brought, and the interview in hand when there is one.

    What it says is in ``pages/matched.py``.
    """

    def __init__(self, context: Context, asked: to.Matched) -> None:
        self._brought, self._writing = asked.brought, asked.writing
        assert asked.brought.paired is not None
        self._paired = paired = asked.brought.paired
        self._refused: frozenset[str] = frozenset()
        self._chosen = ""
        told = page.page(paired, public=context.session.public)
        super().__init__(context, told.heading)
        opened = asked.brought.opened
        self._preview = Preview(
            context.look,
            context.jobs,
            lambda: context.tools.viewer(password=opened.password),
            self.say_problem,
            live=True,
        )
        self._paper = self.put_aside(self._preview, self._preview.set_tall)
        self.fill(told)
        self._preview.show_document(opened.blank, len(paired.facts.page_sizes), aloud=False)
        if paired.pairs:
            self._preview.turn_to(paired.pairs[0].places[0].page)
        self._outline()

    def own(self, _name: str) -> QWidget:
        """Give the place of the pages, in a narrow window."""
        return self._paper

    def perform(self, gesture: Gesture) -> None:
        """Look at a pair, refuse it or not, or go on with all that is left."""
        match gesture:
            case page.ChoosePair(name):
                self._chosen = "" if self._chosen == name else name
            case page.RemovePair(name):
                self._refused, self._chosen = self._refused | {name}, ""
            case page.Accept(name):
                self._refused, self._chosen = self._refused - {name}, ""
            case page.Confirm():
                self._confirm()
                return
        self.lead(*page.lead(self._paired, self._refused))
        self.live[page.COUNT].renew((page.counted(self._paired, self._refused),))
        self.live[page.PAIRS].renew(page.pairs(self._paired, self._refused, self._chosen))
        self._outline()

    def _outline(self) -> None:
        sizes = self._paired.facts.page_sizes
        shown = [one for one in self._paired.pairs if one.name not in self._refused]
        chosen = next((one for one in self._paired.pairs if one.name == self._chosen), None)
        if chosen is not None:
            self._preview.turn_to(chosen.places[0].page)
        self._preview.outline(tuple(out for one in shown for out in self._around(one, sizes)))

    def _around(self, one: Pair, sizes: tuple[tuple[float, float], ...]) -> tuple[Outline, ...]:
        strong = one.name == self._chosen
        return tuple(
            Outline(spot.page, rect_of(spot.box), sizes[spot.page - 1], strong)
            for spot in one.places
        )

    def _confirm(self) -> None:
        """Make the form and keep its map in the worker; then ask, or go on with what was said."""
        context, brought, refused = self.context, self._brought, self._refused
        catalogue, public = context.tools.catalogue, context.session.public

        def work() -> GenericForm:
            form = form_of_blank(brought, refused)
            if not (public or brought.opened.password):
                with suppress(AppError):  # not kept, it is asked again next time: nothing is lost
                    keep_map(catalogue, brought, form)
            return form

        context.jobs.run(work, done=self._go_on, failed=self.say_problem)

    def _go_on(self, form: GenericForm) -> None:
        context, brought = self.context, self._brought
        if self._writing is None:
            start_confirmed(context, self, brought, form)
            return
        writing = writing_of(self._writing)
        context.session.blanks[form.definition.id] = go_on(writing, form, brought.opened.blank)
        writing.keep()
        open_questions(context, writing, Place(writing.question).in_now(writing.interview))
