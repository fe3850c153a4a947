"""Copies beside the safe, compared and merged; what it says is in ``pages/conflicts.py``."""

from collections.abc import Collection, Sequence

from desktop_app import i18n
from desktop_app.core.comparing import Comparison, Copy, Merged
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import conflicts as page
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Gesture
from desktop_app.workflow.matter.erasing import renew_backups
from desktop_app.workflow.store import Safe


class ConflictsScreen(PageView):
    """A copy is read in the worker, whole: all its pages are proved first."""

    def __init__(self, context: Context, asked: to.Conflicts) -> None:
        super().__init__(context, i18n.text("Copies à côté du coffre"))
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._copy = asked.copy
        self._found: Comparison | None = None
        self.refresh()

    def refresh(self) -> None:
        """Read them, or the one that is compared."""
        safe, copy = self._safe, self._copy
        if copy:
            self.run(lambda: safe.conflicts.compare(copy), self._show)
        else:
            self.run(safe.conflicts.all, self._show_copies)

    def perform(self, gesture: Gesture) -> None:
        """Compare, take, or put aside."""
        safe, copy = self._safe, self._copy
        match gesture:
            case page.Compare(name):
                self.do(to.Conflicts(name))
            case page.TakeAll():
                self._take(None)
            case page.TakeOne(id):
                self._take([id])
            case page.AskToErase() if self._found is not None:
                self.tell_problem(page.asked_to_erase(self._found))
            case page.EraseToo() if self._found is not None:
                self._erase_too(self._found)
            case page.PutAside():
                self.run(lambda: safe.conflicts.put_aside(copy), lambda _path: self._aside())

    def _show_copies(self, found: Sequence[Copy]) -> None:
        self.show_page(page.copies(found))

    def _show(self, found: Comparison) -> None:
        self._found = found
        self.show_page(page.comparison(found))

    def _take(self, ids: Collection[str] | None) -> None:
        """Take it as one gesture, which "Annuler" undoes."""
        safe, copy = self._safe, self._copy
        merged: list[Merged] = []

        def work() -> None:
            merged.append(safe.conflicts.merge(copy, ids))

        self.context.gestures.do(
            page.taken_back(),
            work,
            done=lambda _none: self.read_again(),
            failed=self.say_problem,
        )

    def _erase_too(self, found: Comparison) -> None:
        safe, on = self._safe, self.context.tools.clock.today()

        def work() -> None:
            for kind, uid, _title in found.erased_there:
                safe.bin.erase(kind, uid, on=on)
            renew_backups(safe, on=on)

        self.run(work, lambda _none: self.read_again())

    def _aside(self) -> None:
        self.context.navigator.back()
        self.context.navigator.tell(page.put_aside())
