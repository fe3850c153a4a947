"""The boxes of a page of questions: what stands in each, in which order one goes through them."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.gui.page_view import PageView
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.pages import together as page
from desktop_app.pages.whose import WHOSE
from desktop_app.workflow.interview import enclosing
from desktop_app.workflow.interview.together import Together


class Boxes:
    """Reads what the person sees in a page's ``asks``; it keeps nothing."""

    def __init__(self, view: PageView) -> None:
        self._view = view

    def answer(self, name: str) -> AnswerWidget:
        """Return what takes an answer."""
        return self._view.asks[name].answer(name)

    def first(self, asked: Together | None) -> AnswerWidget:
        """Return what takes the answer at the top of the page."""
        return self.answer(self._in_order(asked)[0])

    def after(self, held: QWidget, asked: Together) -> AnswerWidget | None:
        """Return the answer that comes after the one where one is; None after the last."""
        names = self._in_order(asked)
        here = next(at for at, name in enumerate(names) if self._has(name, held))
        return self.answer(names[here + 1]) if here + 1 < len(names) else None

    def hold(self, held: QWidget) -> bool:
        """Tell whether one is in one of them."""
        return any(self._has(name, held) for name in self._names())

    def typed(self, asked: Together, before: Draft) -> Mapping[str, Typed]:
        """Return what stands in them, by question; papers that nobody ticked yet say nothing."""
        found: dict[str, Typed] = {}
        for name in self._names():
            if name == page.JOINED_PAPERS:
                found |= self._papers(asked, before)
            elif name != page.LATER_PAPERS:
                said = self.answer(name).answer()
                found[name] = "" if said == page.NOT_KNOWN else said
        return found

    def _papers(self, asked: Together, before: Draft) -> Mapping[str, Typed]:
        papers = enclosing.papers(asked.all)
        joined = self.answer(page.JOINED_PAPERS).answer()
        later: Typed = enclosing.ticked(papers, before, enclosing.LATER)
        if page.LATER_PAPERS in self._view.asks:
            later = self.answer(page.LATER_PAPERS).answer()
        touched = bool(joined or later) or any(one.id in before.answers for one in papers)
        return enclosing.answers(papers, joined, later) if touched else {}

    def _in_order(self, asked: Together | None) -> list[str]:
        """Return what asks on the page, from top to bottom.

        As the interview has it: what an answer has just opened has no place on the screen yet.
        """
        there = self._names()
        order = [one.id for one in asked.all if one.id in there] if asked is not None else []
        return order + [name for name in there if name not in order]

    def _names(self) -> list[str]:
        """Return what asks for an answer; of whom the page is, is none."""
        return [name for name in self._view.asks if name != WHOSE]

    def _has(self, name: str, held: QWidget) -> bool:
        return self._view.asks[name].isAncestorOf(held)
