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
from desktop_app.core.errors import Notice
from desktop_app.core.records import Ending
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.keeping import offer_second_key
from desktop_app.gui.page_view import PageView
from desktop_app.gui.starting import start, take_up
from desktop_app.gui.todays_date import counted_today, dates_only
from desktop_app.pages import closing, done, law_moved, timeline
from desktop_app.pages import destinations as to
from desktop_app.pages import dossier as page
from desktop_app.pages.gestures import TakeUp
from desktop_app.pages.law_moved import LawSeen
from desktop_app.pages.page import Answers, Chosen, Gesture
from desktop_app.pages.received import reading
from desktop_app.workflow.matter import corrections, noting
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.matter.happened import SilenceReached
from desktop_app.workflow.matter.law_moved import see
from desktop_app.workflow.matter.received import words_to_find
from desktop_app.workflow.office import figures
from desktop_app.workflow.safes.archive import file_received
from desktop_app.workflow.store import Safe


class DossierScreen(PageView):
    """Reads the dossier in the worker each time it is shown.

    What it says is in ``pages/dossier.py`` and ``pages/timeline.py``.
    """

    def __init__(self, context: Context, asked: to.Dossier) -> None:
        super().__init__(context, i18n.text("Dossier"))
        self._id = asked.dossier
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._found: OpenDossier | None = None
        self._ending: Ending | None = None
        self.refresh()

    def shows(self, changed: Change) -> bool:
        """Tell whether it is of this dossier, or of what may be in it."""
        match changed:
            case EventsChanged(dossier) | DossierChanged(dossier):
                return dossier == self._id
            case _:
                return isinstance(changed, PaperChanged | PersonChanged)

    def refresh(self) -> None:
        """Read it in the worker, and show it."""
        safe, tools, dossier = self._safe, self.context.tools, self._id
        law, catalogue, today = tools.law, tools.catalogue, tools.clock.today()
        office = tools.mode == "association"

        def read() -> OpenDossier:
            self._ending = figures.ending(safe, dossier) if office else None
            return open_dossier(safe, law, catalogue, dossier, today=today)

        self.context.jobs.run(read, done=self._show_dossier, failed=self._not_there)

    def _not_there(self, problem: BaseException) -> None:
        self.fill(page.not_there())
        self.say_problem(problem)

    def _show_dossier(self, found: OpenDossier) -> None:
        self._found = found
        today, doubt = counted_today(self.context), dates_only(self.context)
        said = page.dossier(found, today, doubt, self._ending)
        self.begin_anew(said.heading)  # a reader says a new one again, with what is now nearest
        self.fill(said)
        self._file_waiting()

    def perform(self, gesture: Gesture) -> None:
        """Note, put back, add a paper, or throw the dossier away once it was asked."""
        tools, safe, dossier = self.context.tools, self._safe, self._id
        law, events, today = tools.law, safe.events, tools.clock.today()
        match gesture:
            case timeline.Follow(pack):
                start(self.context, self, pack, dossier=self._id)
            case TakeUp():
                take_up(self.context, self, gesture)
            case timeline.Remove(event):
                self._change(lambda: corrections.remove(safe, law, dossier, event, today=today))
            case page.PutBack(event):
                self._change(lambda: corrections.put_back(safe, law, dossier, event, today=today))
            case timeline.Done(name):
                self._change(lambda: events.done(name))
            case timeline.AwaitAgain(name):
                self._change(lambda: events.await_again(name))
            case LawSeen():
                told, catalogue = law_moved.seen(), tools.catalogue
                self.gesture(told, lambda: see(safe, law, catalogue, dossier, today))
            case page.NoteSilence():
                self._change(lambda: noting.note(tools, safe, dossier, SilenceReached()))
            case Chosen(_, path):
                self._take_paper(path)
            case Answers(closing.ENDING, values):
                told, how = i18n.text("La fin du dossier est notée."), closing.outcome(values)
                self.gesture(told, lambda: figures.close(safe, dossier, on=today, outcome=how))
            case closing.OpenAgain():
                told = i18n.text("Le dossier est rouvert.")
                self.gesture(told, lambda: figures.open_again(safe, dossier))
            case _:
                self._throw(gesture)

    def _take_paper(self, path: str) -> None:
        """File a paper chosen or dropped, once what would open the safe too was offered."""
        session, here = self.context.session, to.Dossier(self._id)
        session.to_file = (self._id, path)
        offer_second_key(self.context, self, here, self._file_waiting)

    def _file_waiting(self) -> None:
        """File the paper that waits for this dossier, once."""
        session = self.context.session
        if session.to_file is not None and session.to_file[0] == self._id and not self.left:
            path, session.to_file = session.to_file[1], None
            self.put_paper(path)

    def _throw(self, gesture: Gesture) -> None:
        match gesture:
            case page.AskToThrow():
                assert self._found is not None
                self.tell_problem(page.asked_to_throw(self._found))
            case page.Throw():
                safe, dossier, on = self._safe, self._id, self.context.tools.clock.today()
                self.gesture(
                    done.thrown("dossier"),
                    lambda: safe.bin.put(dossier, on=on, kind="dossier"),
                    done=lambda _: self._thrown(),
                )

    def put_paper(self, path: str) -> None:
        """File this paper, received from elsewhere, once the words of its picture are recognised.

        Stopped, or left, it is filed all the same: what files it speaks of no page.
        """
        context, safe, dossier, chosen = self.context, self._safe, self._id, Path(path)

        def file(words: str = "") -> None:
            _file(context, safe, dossier, chosen, words)

        self.progress.begin(reading())
        job = context.jobs.run_long(
            lambda tell: words_to_find(context.tools, read_file(chosen), tell),
            progress=self.progress.advance,
            done=file,
            failed=lambda _unreadable: file(),  # says why it cannot be
            stopped=file,
            gives_way=True,
        )
        self.progress.follow(job, file)

    def _change(self, change: Callable[[], object]) -> None:
        self.gesture(done.noted(), change)

    def _thrown(self) -> None:
        navigator = self.context.navigator
        navigator.restart(to.Home())
        navigator.go(to.Bin())


def _file(context: Context, safe: Safe, dossier: str, chosen: Path, words: str) -> None:
    """File a paper in a dossier whose safe is still open, and tell what is wrong with it."""
    if context.jobs.stopped or context.session.safe is not safe:
        return
    tools, told = context.tools, list[Notice]()

    def add() -> None:
        file_received(
            safe,
            read_file(chosen),
            title=chosen.stem,
            on=tools.clock.today(),
            readers=tools,
            tell=told.append,
            name=chosen.name,
            dossier=dossier,
            words=words,
        )

    def filed(_none: None) -> None:
        for one in told:
            context.navigator.tell(i18n.sentence(one.code, one.parameters))

    def refused(problem: BaseException) -> None:
        context.navigator.tell(words_of(problem))

    said = i18n.text("Le papier est rangé dans le dossier.")
    context.gestures.do(said, add, done=filed, failed=refused)
