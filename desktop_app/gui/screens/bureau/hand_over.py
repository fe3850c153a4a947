"""Remettre à la personne: her papers on a stick, or noted as given on paper; the receipt."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.core.pdf import Pdf
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.todays_date import counted_today
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages import office_hand_over as page
from desktop_app.pages import record as whole
from desktop_app.pages.gestures import PrintSheet
from desktop_app.pages.page import Gesture
from desktop_app.workflow.documents.record import whole_record
from desktop_app.workflow.office import hand_over
from desktop_app.workflow.office.hand_over import HerPapers

if TYPE_CHECKING:
    from desktop_app.core.folder import Carried
    from desktop_app.core.records import StoredDocument


class HandOverScreen(PageView):
    """What it says is in ``pages/office_hand_over.py``; the stick is ``emporter/view.py``'s."""

    def __init__(self, context: Context, asked: to.HandOver) -> None:
        super().__init__(context, page.heading())
        assert context.session.safe is not None
        self._safe, self._asked = context.session.safe, asked
        self._on, self._today = context.tools.clock.today(), counted_today(context)
        self._found: HerPapers | None = None
        self.run(lambda: hand_over.papers_of(self._safe, asked.person), self._show)

    def _show(self, found: HerPapers) -> None:
        self._found = found
        given = self._asked.given
        self.show_page(page.given(found, given) if given else page.page(found))

    def own(self, _name: str) -> QWidget:
        """Give the line that tells where the receipt is."""
        self._state = Progress(self.look)
        self._out = SheetOut(self.context, self, self._state)
        return self._state

    def perform(self, gesture: Gesture) -> None:
        """Carry them, note that they were given on paper, or print the receipt."""
        match gesture:
            case page.ToStick():
                self._to_stick()
            case page.OnPaper():
                if chosen := self._chosen():
                    self._note(len(chosen), "paper", replace=True)
            case PrintSheet():
                self._out.print(self._receipt)

    # ------------------------------------------------------------------ which, and how

    def _chosen(self) -> list[str]:
        """Return what is ticked; what is wrong is said where nothing is."""
        chosen = [one for one in self.asks[page.WHICH].typed()[page.WHICH] if one]
        if not chosen:
            self.tell_problem(page.none_chosen())
        return chosen

    def _to_stick(self) -> None:
        chosen = self._chosen()
        if not chosen or self._found is None:
            return
        phrase = self.secrets[page.PHRASE].text()
        if phrase != self.secrets[page.AGAIN].text():
            self.tell_problem(page.not_the_same())
            return
        try:
            hand_over.check(phrase)
        except (hand_over.LockTooShort, hand_over.LockTooLong) as problem:
            self.say_problem(problem)
            return
        papers = tuple(one for one in self._found.papers if one.id in chosen)
        found, known, count = self._found, page.ALL in chosen, len(chosen)
        then = to.HandOver(self._asked.person, count, "stick")

        def carried(_names: Sequence[str]) -> None:
            self._note(count, "stick")

        self.context.navigator.go(
            to.Carry(
                lambda: self._make(found, papers, known=known, phrase=phrase),
                page.told(locked=bool(phrase)),
                then,
                carried,
            )
        )

    def _make(
        self, found: HerPapers, papers: "Sequence[StoredDocument]", *, known: bool, phrase: str
    ) -> "Sequence[Carried]":
        """Make the files, in the worker."""
        tools, on = self.context.tools, self._on
        first = page.to_read(found, papers, on, known=known, locked=bool(phrase))
        return hand_over.carried(
            self._safe,
            tools,
            papers,
            to_read=tools.letters.sheet(first, on),
            known=self._known() if known else None,
            phrase=phrase,
        )

    def _known(self) -> Pdf:
        tools = self.context.tools
        found = whole_record(self._safe, tools.catalogue, self._asked.person, self._on)
        return tools.letters.sheet(whole.printed(found, self._today), self._on)

    def _note(self, count: int, way: str, *, replace: bool = False) -> None:
        """Have the register say it, then offer the receipt."""
        safe, person, on = self._safe, self._asked.person, self._on
        navigator = self.context.navigator

        def done(_none: object) -> None:
            if replace:
                navigator.replace(to.HandOver(person, count, way))

        self.context.gestures.do(
            page.noted(),
            lambda: hand_over.note(safe, person, count, on=on),
            done=done,
            failed=self.say_problem,
        )

    def _receipt(self) -> Pdf:
        assert self._found is not None
        made = page.receipt(self._found, self._asked.given, self._asked.way, self._on)
        return self.context.tools.letters.sheet(made, self._on)
