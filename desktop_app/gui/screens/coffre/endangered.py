"""Answers kept already have become a danger: moved to a stick, kept nowhere, or left."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.gui import moving, plugged
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.session import Leaving
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import endangered as page
from desktop_app.pages.page import Chosen, Gesture
from desktop_app.pages.who_uses import KeepOnStick, no_stick, which_stick

if TYPE_CHECKING:
    from desktop_app.workflow.matter.moving import Taken


class Endangered(PageView):
    """Nothing is erased before it is kept elsewhere, or she said that it is to be kept nowhere.

    What it says is in ``pages/endangered.py``.
    """

    def __init__(self, context: Context, asked: to.Endangered) -> None:
        assert context.session.safe is not None
        self._safe = safe = context.session.safe
        self._writing = writing = writing_of(asked.writing)
        self._taken: Taken | None = None
        context.session.leaving = None
        told = page.page(None, phrase=not safe.access.only_here)
        super().__init__(context, told.heading)
        self.fill(told)

        def read() -> "tuple[Taken | None, int]":
            from desktop_app.workflow.matter.erasing import InView, matter_of
            from desktop_app.workflow.matter.moving import take

            matter = matter_of(safe, InView(draft=writing.draft_id))
            return take(safe, writing.draft_id), len(matter.documents)

        self.run(read, self._show)

    def perform(self, gesture: Gesture) -> None:
        """Keep on a stick, or nowhere."""
        match gesture:
            case KeepOnStick():
                self._on_stick()
            case Chosen(_, folder):
                self._move_to(Path(folder))
            case page.EraseKept():
                self._keep_nothing()

    def _show(self, found: "tuple[Taken | None, int]") -> None:
        self._taken, papers = found
        kept = page.KeptHere(papers, movable=self._taken is not None)
        self.show_page(page.page(kept, phrase=not self._safe.access.only_here))

    def _leaving(self) -> Leaving | None:
        session = self.context.session
        if self._taken is None or session.safe is not self._safe:
            return None
        return Leaving(self._safe, Path(session.folder), self._writing, self._taken)

    def _on_stick(self) -> None:
        self.clear_problem()
        sticks = plugged.keys_now()
        if not sticks:
            self.say_error(no_stick())
        elif len(sticks) > 1:
            self.do(which_stick())
        else:
            self._move_to(sticks[0])

    def _move_to(self, stick: Path) -> None:
        """Make a safe there; it is erased here once it is kept there (``gui/keeping.py``)."""
        if not self.context.tools.known_safes.on_a_stick(stick):  # it was pulled out meanwhile
            self.say_error(no_stick())
            return
        self.context.session.leaving = self._leaving()
        self.do(to.NewPhrase(folder=stick, trace=False, then=self._then()))

    def _then(self) -> to.Destination:
        """Return where she was: at a question, or past the last."""
        writing = self._writing
        return to.Questions(writing) if writing.question else to.Check(writing)

    def _keep_nothing(self) -> None:
        if (leaving := self._leaving()) is None:
            return
        self.let_press(False, KeepOnStick(), page.EraseKept())
        self.progress.begin(page.erasing())
        self.context.session.saver = None
        moving.erase(
            self.context, leaving, done=lambda: self._erased(leaving), failed=self._refused
        )

    def _erased(self, leaving: Leaving) -> None:
        navigator = self.context.navigator
        moving.hold(self.context, leaving)
        self.context.session.keeps_nothing = True
        navigator.restart(to.Home())
        navigator.go(self._then())
        navigator.say_saved(page.erased())

    def _refused(self, problem: BaseException) -> None:
        self.progress.end()
        self.let_press(True, KeepOnStick(), page.EraseKept())
        self.say_problem(problem)
