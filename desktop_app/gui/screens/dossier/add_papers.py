"""Several photos or files into a dossier: chosen one after the other or dropped together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desktop_app import i18n
from desktop_app.core.errors import Notice
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.page_view import PageView
from desktop_app.gui.there import still_there
from desktop_app.pages import add_papers as page
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Answers, Chosen, Gesture, Take
from desktop_app.workflow.matter.received import words_to_find
from desktop_app.workflow.safes import several
from desktop_app.workflow.safes.several import Filed, Paper
from desktop_app.workflow.store import Progress, Safe

File = Callable[[], Filed]
_DOES = (Take(page.ONE), page.FileEach(), page.TakeOffLast())
"""Not to be pressed again while it is done: all would be filed twice."""


class AddPapers(PageView):
    """What was chosen stays in memory until it is filed; words are in ``pages/add_papers.py``."""

    def __init__(self, context: Context, asked: to.AddPapers) -> None:
        super().__init__(context, page.heading())
        self._dossier = asked.dossier
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._papers: list[Paper] = []
        self.fill(page.page())

    def perform(self, gesture: Gesture) -> None:
        """Take one more, take one off, or file them."""
        safe, tools, dossier = self._safe, self.context.tools, self._dossier
        on, told = tools.clock.today(), list[Notice]()
        match gesture:
            case Chosen(_, path):
                self.run(lambda: Paper(Path(path).name, read_file(path)), self.receive)
            case page.TakeOffLast():
                self._papers.pop()
                self._show()
            case Answers(_, values):
                title = str(values[page.TITLE])

                def as_one(papers: list[Paper]) -> File:
                    made = several.as_pages(papers, tools.photos)
                    return lambda: several.file_pages(
                        safe, made, title=title, on=on, dossier=dossier
                    )

                self._file(as_one, told)
            case page.FileEach():

                def each(papers: list[Paper]) -> File:
                    return lambda: several.file_each(
                        safe, papers, tools, on=on, tell=told.append, dossier=dossier
                    )

                self._file(each, told)

    def receive(self, paper: Paper) -> None:
        """Take one more."""
        self.clear_problem()
        self._papers.append(paper)
        self._show()

    def _show(self) -> None:
        names = [one.name for one in self._papers]
        self.tell(page.PAPERS, page.chosen(names), page.count(names))

    def _file(self, make: Callable[[list[Paper]], File], told: list[Notice]) -> None:
        self.clear_problem()
        self.let_press(False, *_DOES)
        self.progress.begin(page.filing())
        papers, leave, fail = tuple(self._papers), self._leave, self._refused
        filing = _Filing(self.context, self._safe, papers, make, told, leave, fail)
        job = self.context.jobs.run_long(
            filing.read,
            progress=self.progress.advance,
            done=filing.write,
            failed=filing.refused,
            stopped=self._stopped,
            gives_way=True,
        )
        self.progress.follow(job, self._stopped)

    def _leave(self) -> None:
        self._papers = []
        self.context.navigator.back()

    def _stopped(self) -> None:
        self.let_press(True, *_DOES)
        self.progress.end(page.stopped(), "body")

    def _refused(self, problem: BaseException) -> None:
        self.let_press(True, *_DOES)
        self.progress.end()
        self.say_problem(problem)


@dataclass(frozen=True)
class _Filing:
    """Papers whose words are recognised, then filed: left meanwhile, the page is not waited for.

    Nothing waits for a picture; what was said of each is told where one is then.
    """

    context: Context
    safe: Safe
    papers: Sequence[Paper]
    make: Callable[[list[Paper]], File]
    told: list[Notice]
    leave: Callable[[], None]
    fail: Callable[[BaseException], None]

    def read(self, tell: Progress) -> File:
        found, of = [], len(self.papers)
        for number, one in enumerate(self.papers):
            tell(number, of)
            hear = partial(_still, tell, number, of)
            found.append(replace(one, words=words_to_find(self.context.tools, one.data, hear)))
        return self.make(found)

    def write(self, file: File) -> None:
        if not self.context.jobs.stopped and self.context.session.safe is self.safe:
            done, failed = self.filed, self.refused
            self.context.gestures.do(page.filed(), file, done=done, failed=failed)

    def filed(self, found: Filed) -> None:
        if still_there(self.leave):
            self.leave()
        navigator = self.context.navigator
        for name, problem in found.refused:
            navigator.tell(page.refused(name, words_of(problem)))
        for one in self.told:
            navigator.tell(i18n.sentence(one.code, one.parameters))

    def refused(self, problem: BaseException) -> None:
        if still_there(self.fail):
            self.fail(problem)
        else:
            self.context.navigator.tell(words_of(problem))


def _still(tell: Progress, done: int, of: int, _so_far: int, _of: int) -> None:
    """Say that the work goes on, or stop it: one paper may take a minute."""
    tell(done, of)
