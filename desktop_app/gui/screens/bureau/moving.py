"""A dossier moved to a circle, or back; what it says is in ``pages/circles.py``."""

from collections.abc import Sequence

from desktop_app.core.circles import Moved
from desktop_app.core.errors import Notice
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.bureau.circles import office_of, opened
from desktop_app.pages import circles as page
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Gesture
from desktop_app.workflow.store import Safe


class MoveScreen(PageView):
    """Copied, proved, erased where it was, in the worker."""

    def __init__(self, context: Context, asked: to.MoveDossier) -> None:
        super().__init__(context, page.heading())
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._dossier = asked.dossier
        circles = opened(context)

        def read() -> tuple[str, Sequence[Safe], tuple[Notice, ...]]:
            found, told = circles()
            return self._safe.dossiers.one(asked.dossier).title, found, told

        self.run(read, self._show)

    def perform(self, gesture: Gesture) -> None:
        """Move it."""
        if not isinstance(gesture, page.MoveTo):
            return
        office, source, dossier = office_of(self.context), self._safe.id, self._dossier
        target, on = gesture.circle or office.id, self.context.tools.clock.today()
        self.clear_problem()
        self.progress.begin(page.is_moving())
        self.run(lambda: office.circles.move(source, target, dossier, on=on), self._moved)

    def say_problem(self, problem: BaseException) -> None:
        """Say why it stays."""
        self.progress.end()
        super().say_problem(problem)

    def _show(self, found: tuple[str, Sequence[Safe], tuple[Notice, ...]]) -> None:
        title, circles, _told = found
        here = self._safe.id
        others = [(one.id, one.circle) for one in circles if one.id != here]
        inside = self.context.session.main is not None
        self.show_page(page.moving(title, others, inside=inside))

    def _moved(self, moved: Moved) -> None:
        """Nothing of before is undone in another safe: those gestures are of what is gone."""
        self.context.session.undoable = None
        self.context.navigator.restart(to.Home())
        self.context.navigator.go(to.Documents())
        self.context.navigator.say_saved(page.moved(moved))
