"""Several dossiers printed in one go: one job each, one after the other; those that fail are told.

What was handed to the printer is ticked no more: to go on prints what is left, and nothing twice.
"""

from collections.abc import Callable
from typing import cast

from desktop_app import i18n
from desktop_app.core.pdf import Pdf
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.printing.follow import Follower
from desktop_app.gui.screens.bureau.prints_here import PrintsHere
from desktop_app.gui.screens.bureau.track import FAILED, HANDED, OUT
from desktop_app.gui.widgets.buttons import Button
from desktop_app.pages import destinations as to
from desktop_app.pages import office_batch as page
from desktop_app.pages import office_finish
from desktop_app.pages.page import Answers, Gesture
from desktop_app.sentences.printing_words import told
from desktop_app.workflow.office import batch
from desktop_app.workflow.office.batch import Waiting
from desktop_app.workflow.printing import News, Printing


class Batch(PrintsHere):
    """What it says is in ``pages/office_batch.py``."""

    def __init__(self, context: Context, asked: to.OfficeBatch) -> None:
        service = cast("Printing | None", asked.service)
        super().__init__(context, i18n.text("Imprimer plusieurs dossiers"), service)
        self.found: tuple[Waiting, ...] = ()
        self.states: dict[str, tuple[page.State, str]] = {}
        self._queue: list[Waiting] = []
        self._at: Waiting | None = None
        self.fill(page.page())
        safe = context.session.safe
        if safe is None:
            self.live[page.PAPERS].put(page.papers((), ()))
            return
        self._safe = safe
        self.run(lambda: batch.waiting(safe), self._show_papers)
        self.look_for_printers()

    def _show_papers(self, found: tuple[Waiting, ...]) -> None:
        self.found = found
        self.live[page.PAPERS].put(page.papers(found, [one.id for one in found if not one.handed]))
        self.offer_sides()
        self.show_now()

    @property
    def ticked(self) -> list[Waiting]:
        """The papers that will be printed."""
        asked = self.asks.get(page.PAPERS)
        chosen = asked.typed()[page.PAPERS] if asked is not None else ()
        return [one for one in self.found if one.id in chosen]

    @property
    def may_turn(self) -> bool:
        """Whether one of them is a form: the sheets of a letter's kit are for different hands."""
        return any(one.kind == "form" and one.pages > 1 for one in self.found)

    @property
    def busy(self) -> bool:
        """Whether something is being sent."""
        return self._at is not None

    def show_now(self) -> None:
        both, ticked = self.order().both_sides, self.ticked
        count = sum(one.sheets(both_sides=both) for one in ticked)
        self.live[page.SHEETS].put(page.sheets(count, len(ticked), both=both))
        main = self.button_of(page.PrintAll())
        assert isinstance(main, Button)
        main.say(page.go_words(count))
        main.setEnabled(bool(ticked and self.names) and not self.busy)

    def perform(self, gesture: Gesture) -> None:
        """Send what is ticked; each choice is counted as it is made."""
        match gesture:
            case page.PrintAll():
                if not self.busy and self.names:
                    self._queue = self.ticked
                    self.remember(self.order())
                    self._next()
            case Answers(office_finish.PRINTER):
                self.look_at(self.printer)
            case Answers():
                self.show_now()

    def step_back(self) -> bool:
        """Stay while something is being sent: what is left would be sent unseen."""
        return True if self.busy else super().step_back()

    # ------------------------------------------------------------------ one after the other

    def _next(self) -> None:
        if not self._queue:
            self._over()
            return
        paper = self._at = self._queue.pop(0)
        self._say(paper, "now")
        safe = self._safe

        today = self.context.tools.clock.today()

        def make() -> Pdf:
            found = batch.content(safe, paper)
            batch.note_handed(safe, paper, found, today)
            return found

        self._follower = Follower(self.context.jobs, self._service, hash(paper.id))
        order = paper.order(self.printer, both_sides=self.order().both_sides)
        self._follower.told.connect(self._watch(paper))  # told once the page is left, too
        self._follower.told.connect(lambda news: self._hear(paper, news))
        self._follower.send(make, order)

    def _hear(self, paper: Waiting, news: News) -> None:
        if self.left:
            return
        handed = self.states[paper.id][0] == "handed"
        refused = words_of(news.problem) if news.problem is not None else ""
        if news.kind in HANDED and not handed:
            self._say(paper, "handed")
            self._go_on(paper)
        elif news.kind in FAILED and self.states[paper.id][0] != "failed":
            self._say(paper, "failed", told(news, self.printer, paper.pages, refused).words)
            self._go_on(paper)

    def _go_on(self, paper: Waiting) -> None:
        """Go on with the next one, once this one is out of hand; a failure told later is told."""
        if self._at is paper:
            self._at = None
            self._next()

    def _say(self, paper: Waiting, state: page.State, words: str = "") -> None:
        self.states[paper.id] = state, words
        self.live[page.TOLD].put(page.told(self.found, self.states))
        if state == "handed":
            left = tuple(one.id for one in self.ticked if one is not paper)
            self.asks[page.PAPERS].put({page.PAPERS: left})
        self.show_now()

    def _watch(self, paper: Waiting) -> Callable[[News], None]:
        """Return what notes in its dossier that it came out; it belongs to no page."""
        context, safe, today = self.context, self._safe, self.context.tools.clock.today()
        words = i18n.text("L’impression est notée dans le dossier.")

        def hear(news: News) -> None:
            if context.session.safe is not safe:
                return
            if news.kind in OUT:
                context.gestures.do(
                    words,
                    lambda: batch.note_printed(safe, paper, today),
                    failed=lambda _refused: None,
                    quiet=True,
                )
            elif news.kind in FAILED:
                context.jobs.run(
                    lambda: batch.forget_handed(safe, paper),
                    done=lambda _none: None,
                    failed=lambda _refused: None,
                )

        return hear

    def _over(self) -> None:
        states = [state for state, _words in self.states.values()]
        self.show_now()
        words = page.over(states.count("handed"), states.count("failed"))
        announce(self.live[page.TOLD], words, urgent="failed" in states)
