"""The bin: what was thrown away can be taken back for thirty days, or erased at once."""

from desktop_app import i18n
from desktop_app.core.changes import Change, DossierChanged, PaperChanged, PersonChanged
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.pages import bin as page
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages.page import Gesture, Page
from desktop_app.workflow.matter.erasing import renew_backups
from desktop_app.workflow.store import Safe


class BinScreen(PageView):
    """One card for each thing thrown away. What it says is in ``pages/bin.py``."""

    def __init__(self, context: Context, _asked: to.Bin) -> None:
        super().__init__(context, i18n.text("Corbeille"))
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self.refresh()

    def shows(self, changed: Change) -> bool:
        """Tell of all that may be thrown away."""
        return isinstance(changed, PaperChanged | DossierChanged | PersonChanged)

    def refresh(self) -> None:
        """Read it in the worker, and show it."""
        self.run(self._read, self.show_page)

    def _read(self) -> Page:
        found = self._safe.bin
        return page.bin_page(tuple(page.thrown(found.people(), found.dossiers(), found.all())))

    def perform(self, gesture: Gesture) -> None:
        """Take a thing back, or erase it once it was asked."""
        held, on = self._safe.bin, self.context.tools.clock.today()
        match gesture:
            case page.TakeBack(one):
                self.gesture(
                    done.taken_back(one.kind), lambda: held.take_back(one.id, kind=one.kind)
                )
            case page.AskToErase(one):
                self.tell_problem(page.asked_to_erase(one))
            case page.Erase(one):
                self.run(lambda: held.erase(one.kind, one.id, on=on), lambda _: self._erased())

    def _erased(self) -> None:
        """Say that it is erased; the safe's backups are made again without it, which may last."""
        safe, on, navigator = self._safe, self.context.tools.clock.today(), self.context.navigator
        navigator.say_saved(done.erased_here())
        self.read_again()

        def said(left: tuple[bool, int]) -> None:
            in_backups, elsewhere = left
            words = done.erased_from(in_backups=in_backups, elsewhere=elsewhere)
            tell = navigator.tell if in_backups or elsewhere else navigator.say_saved
            tell(words)

        self.context.jobs.run(
            lambda: (renew_backups(safe, on=on), safe.matters.backups_out),
            done=said,
            failed=self.say_problem,
        )
