"""What becomes of a paper sent to a printer, noted also once its page is left."""

from collections.abc import Callable

from desktop_app.gui.context import Context
from desktop_app.gui.in_hand import note_paper
from desktop_app.gui.session import InHand
from desktop_app.gui.writing import Writing
from desktop_app.workflow.office import handed
from desktop_app.workflow.printing import News

HANDED = frozenset({"waiting", "printing", "held", "done", "left"})
"""What a printer has, once it took it."""
FAILED = frozenset({"refused", "failed", "cancelled", "gone", "tired"})
OUT = frozenset({"done", "left"})


class Track:
    """Of one paper, sent once; it belongs to no page. Without a safe nothing is noted."""

    def __init__(self, context: Context, paper: InHand, writing: Writing) -> None:
        self._context, self._paper, self._writing = context, paper, writing
        self._safe, self._today = context.session.safe, context.tools.clock.today()
        self._sure = False

    def note(self, *, sure: bool) -> None:
        """Keep that it is about to be sent, or that the printer took it; for the worker."""
        made, writing = self._paper.made, self._writing
        if self._safe is not None and writing.draft_id:
            assert made is not None
            who, draft = writing.person, writing.draft_id
            handed.note(self._safe, who, draft, made.pdf, self._today, sure=sure)

    def forget(self) -> None:
        """Forget it: it was not sent, or its dossier says it now; for the worker."""
        if self._safe is not None:
            handed.forget(self._safe, self._writing.person, self._writing.draft_id)

    def say_printed(self) -> None:
        """Have its timeline say it, once it is filed."""
        note_paper(self._context, self._paper, also=self.forget)

    def heard(self) -> Callable[[News], None]:
        """Return what notes what is told of it, as long as its safe is open.

        Held by what prints, not by the page: it is told all the same once the page is left.
        """
        session, run = self._context.session, self._context.jobs.run

        def hear(news: News) -> None:
            if session.safe is not self._safe:
                return
            if news.kind in OUT:
                self.say_printed()
            if news.kind in FAILED:
                run(self.forget, done=_nothing, failed=_nothing)
            elif news.kind in HANDED and not self._sure:
                self._sure = True
                run(lambda: self.note(sure=True), done=_nothing, failed=_nothing)

        return hear


def _nothing(_end: object) -> None:
    """It is noted as well as it can be."""
