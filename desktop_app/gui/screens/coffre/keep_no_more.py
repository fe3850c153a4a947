"""Keeping nothing any more: what is lost is said, then all of the safe is erased for good."""

from pathlib import Path

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages import safe_care as page
from desktop_app.pages.page import Gesture
from desktop_app.workflow.interview.saving import ELSEWHERE
from desktop_app.workflow.safes.care import erase


class KeepNoMore(PageView):
    """One gesture erases; the keyring, which may be slow, forgets after."""

    def __init__(self, context: Context, _asked: to.KeepNoMore) -> None:
        told = page.keep_no_more(None)
        super().__init__(context, told.heading)
        assert context.session.safe is not None
        self._safe = safe = context.session.safe
        self.fill(told)

        def read() -> page.Kept:
            return page.Kept(safe.drafts.count(without=ELSEWHERE), safe.count_documents())

        self.run(read, lambda kept: self.fill(page.keep_no_more(kept)))

    def perform(self, gesture: Gesture) -> None:
        """Erase all of it."""
        session, tools, safe = self.context.session, self.context.tools, self._safe
        path = Path(session.folder)
        session.saver = None
        self.let_press(False, gesture)
        self.progress.begin(i18n.text("Tout s’efface…"))
        self.context.jobs.stop_long()
        self.context.jobs.run(
            lambda: erase(safe, tools.known_safes, path), done=self._erased, failed=self._refused
        )

    def _erased(self, _none: None) -> None:
        session, navigator = self.context.session, self.context.navigator
        self.context.jobs.run_apart(
            self._safe.access.keyring.empty, done=lambda _none: None, failed=lambda _problem: None
        )
        session.close()
        session.keeps_nothing = True
        navigator.restart(to.Home())
        navigator.say_saved(done.erased())

    def _refused(self, problem: BaseException) -> None:
        self.progress.end()
        self.let_press(True, page.EraseAll())
        self.say_problem(problem)
