"""A form that was corrected on its page, kept as a model of one's own."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop_app.core.errors import AppError
from desktop_app.core.packs.resolve import questions_of
from desktop_app.gui.errors import words_of
from desktop_app.gui.writing import Writing
from desktop_app.pages import page_boxes
from desktop_app.pages.page import Answers, Gesture
from desktop_app.workflow.interview.definitions import password_of

if TYPE_CHECKING:
    from desktop_app.core.authoring.personal import Said
    from desktop_app.gui.context import Context
    from desktop_app.gui.screens.sur_la_page.boxes import BoxWork
    from desktop_app.gui.screens.sur_la_page.filled_page import FilledPage


def may_keep(context: "Context", writing: Writing) -> bool:
    """Tell whether a model may be kept: of a form made for one PDF, where something is written.

    A PDF that is locked would not be known again.
    """
    draft = writing.interview.draft
    at_hand = draft.pack in context.session.blanks
    return bool(draft.form) and at_hand and not (context.session.public or password_of(draft))


class ModelWork:
    """Asks for a title, then keeps the model; two gestures."""

    def __init__(self, page: "FilledPage", writing: Writing, boxes: "BoxWork") -> None:
        self._page, self._writing, self._boxes = page, writing, boxes
        self._busy = False

    def perform(self, gesture: Gesture) -> bool:
        """Do what the page offers for a model; tell whether it was that."""
        match gesture:
            case page_boxes.AskModel():
                self.ask()
            case page_boxes.DropModel():
                self.drop()
            case Answers(page_boxes.MODEL, values):
                self.keep(values)
            case _:
                return False
        return True

    def ask(self) -> None:
        """Ask what it is called: as the paper, without what tells of the person."""
        from desktop_app.core.authoring import personal

        title = personal.without_names(self._boxes.work.form.header.title, self._said())
        self._page.live[page_boxes.MODEL].put(page_boxes.model(title))
        self._page.asks[page_boxes.MODEL].answer(page_boxes.TITLE).begin()

    def drop(self) -> None:
        """Ask no more."""
        self._page.begin_at(page_boxes.AskModel())
        self._page.live[page_boxes.MODEL].put(())

    def keep(self, values: Mapping[str, Any]) -> None:
        """Keep the model, and say so; or say what is to be changed, its box in hand."""
        if self._busy:
            return
        from desktop_app.workflow.packs.own_forms import Filled, keep_filled

        self._busy, title = True, str(values[page_boxes.TITLE])
        self._boxes.keep()
        context, work, said = self._page.context, self._boxes.work, self._said()
        blank = context.session.blanks[self._writing.interview.draft.pack].data
        filled = Filled(work.form, work.first, blank)

        def done(found: tuple[str, tuple[str, ...]]) -> None:
            self._busy = False
            self.drop()
            kept = page_boxes.kept(title, found[1])
            self._page.tell(page_boxes.MODEL, (kept,), kept.words)

        context.jobs.run(
            lambda: keep_filled(context.tools, filled, title, said),
            done=done,
            failed=self._refused,
        )

    def _said(self) -> "Said":
        from desktop_app.core.authoring.personal import said_by

        interview = self._writing.interview
        name = self._page.context.session.person_name
        return said_by(interview.draft, tuple(questions_of(interview.definition)), name)

    def _refused(self, problem: BaseException) -> None:
        """Say why, the box that must be changed in hand."""
        self._busy = False
        box, words = self._wrong(problem)
        if box is None:
            self._page.say_problem(problem)
        else:
            self._boxes.begin(box, words)

    def _wrong(self, problem: BaseException) -> tuple[int | None, str]:
        """Return the box that a refusal is about, if it is about one, and what is to be done."""
        from desktop_app.core.errors import InvalidPack
        from desktop_app.sentences import box_words

        form = self._boxes.work.form
        if isinstance(problem, InvalidPack):
            told = [box_words.told(form, one) for one in problem.problems]
            return next(((box, words) for words, box in told if box is not None), (None, ""))
        label = problem.parameters.get("box") if isinstance(problem, AppError) else None
        found = (box for box, place in enumerate(form.places) if label and place.label == label)
        return next(found, None), words_of(problem)
