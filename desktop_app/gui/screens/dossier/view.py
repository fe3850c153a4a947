"""One dossier: its next date, its timeline, what may follow, what may be noted, its documents."""

from collections.abc import Callable
from pathlib import Path

from desktop_app import i18n
from desktop_app.core.changes import (
    Change,
    DossierChanged,
    EventsChanged,
    PaperChanged,
    PersonChanged,
)
from desktop_app.gui import choosing
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.dossier import presenter
from desktop_app.gui.screens.dossier.presenter import DossierPresenter
from desktop_app.gui.starting import start
from desktop_app.gui.todays_date import counted_today, dates_only
from desktop_app.pages import destinations as to
from desktop_app.pages import done, timeline
from desktop_app.pages import dossier as page
from desktop_app.pages.page import Gesture
from desktop_app.workflow.matter.dossiers import OpenDossier


class DossierScreen(PageView):
    """Reads the dossier in the worker each time it is shown.

    What it says is in ``pages/dossier.py`` and ``pages/timeline.py``.
    """

    def __init__(self, context: Context, asked: to.Dossier) -> None:
        super().__init__(context, i18n.text("Dossier"))
        self._id = asked.dossier
        assert context.session.safe is not None
        self._presenter = DossierPresenter(context.tools, context.session.safe, asked.dossier)
        self._found: OpenDossier | None = None
        self._refresh()

    def shows(self, changed: Change) -> bool:
        """Tell whether it is of this dossier, or of what may be in it."""
        match changed:
            case EventsChanged(dossier) | DossierChanged(dossier):
                return dossier == self._id
            case _:
                return isinstance(changed, PaperChanged | PersonChanged)

    def read_again(self) -> None:
        """Show the dossier as it is now, from the top: the button that was pressed may be gone."""
        self.focus_heading()
        self._refresh()

    def _refresh(self) -> None:
        self.context.jobs.run(self._presenter.read, done=self._show_dossier, failed=self._not_there)

    def _not_there(self, problem: BaseException) -> None:
        self.fill(page.not_there())
        self.say_problem(problem)

    def _show_dossier(self, found: OpenDossier) -> None:
        self._found = found
        said = page.dossier(found, counted_today(self.context), dates_only(self.context))
        self.begin_anew(said.heading)  # a reader says a new one again, with what is now nearest
        self.fill(said)

    def perform(self, gesture: Gesture) -> None:
        """Note, put back, add a paper, or throw the dossier away once it was asked."""
        writes, events = self._presenter, self._presenter.safe.events
        match gesture:
            case timeline.Follow(pack):
                start(self.context, self, pack, dossier=self._id)
            case timeline.Remove(event):
                self._change(lambda: writes.remove(event))
            case page.PutBack(event):
                self._change(lambda: writes.put_back(event))
            case timeline.Done(name):
                self._change(lambda: events.done(name))
            case timeline.AwaitAgain(name):
                self._change(lambda: events.await_again(name))
            case page.NoteSilence():
                self._change(writes.silence)
            case page.AddPaper():
                self._choose_paper()
            case _:
                self._throw(gesture)

    def _throw(self, gesture: Gesture) -> None:
        match gesture:
            case page.AskToThrow():
                assert self._found is not None
                self.tell_problem(page.asked_to_throw(self._found))
            case page.Keep():
                self.clear_problem()
                self.focus_heading()
            case page.Throw():
                self.gesture(
                    done.thrown("dossier"), self._presenter.throw, done=lambda _: self._thrown()
                )

    def put_paper(self, path: str) -> None:
        """File this paper, received from elsewhere, in the dossier."""
        chosen = Path(path)
        self.gesture(
            i18n.text("Le papier est rangé dans le dossier."),
            lambda: self._presenter.add_paper(chosen),
            done=self._filed,
        )

    def _filed(self, notices: tuple[str, ...]) -> None:
        for notice in notices:
            self.context.navigator.tell(notice)

    def _choose_paper(self) -> None:
        path = choosing.open_file(
            self, self.context, i18n.text("Quel papier ?"), presenter.photo_kinds()
        )
        if path:
            self.put_paper(path)

    def _change(self, change: Callable[[], object]) -> None:
        self.gesture(done.noted(), change)

    def _thrown(self) -> None:
        navigator = self.context.navigator
        navigator.restart(to.Home())
        navigator.go(to.Bin())
