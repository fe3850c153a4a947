"""Et maintenant: the day to act, why, what to do with the sheets, filing, and "Je l'ai postée"."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop_app import i18n
from desktop_app.core.changes import Change, PaperChanged
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.in_hand import in_hand
from desktop_app.gui.page_view import PageView
from desktop_app.gui.todays_date import counted_today
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import what_next as page
from desktop_app.pages.page import Block, Gesture
from desktop_app.workflow.documents.afterwards import afterwards
from desktop_app.workflow.documents.filing import file_written
from desktop_app.workflow.guidance.urgent import emergency_of


class SuiteScreen(PageView):
    """Opened with the letter or form that was made; it is filed once, however often one returns.

    What it says is in ``pages/what_next.py``.
    """

    def __init__(self, context: Context, asked: to.WhatNext) -> None:
        super().__init__(context, i18n.text("Et maintenant"))
        self._asked, self._made = asked, asked.made
        self._paper = in_hand(context.session, asked.made)
        self._follows: tuple[Block, ...] = ()
        self._show()
        tools, made, today = context.tools, asked.made, context.tools.clock.today()
        self.run(
            lambda: page.after(afterwards(tools, made, today), today),
            self._say_what_follows,
        )

    def _show(self) -> None:
        session, self._told_of = self.context.session, self._paper.document
        keeping: page.Keeping = (
            "safe" if session.safe else "public" if session.public else "no safe"
        )
        self.fill(
            page.what_next(
                self._asked,
                counted_today(self.context),
                keeping=keeping,
                dossier=self._paper.dossier if self._paper.document else "",
                newer=self._paper.newer,
                emergency=emergency_of(self.context.tools.law, self._made.prepared.procedure),
                follows=self._follows,
            )
        )

    def _say_what_follows(self, blocks: tuple[Block, ...]) -> None:
        self._follows = blocks
        self.live[page.AFTER].put(blocks)

    # ------------------------------------------------------------------ what is done

    def perform(self, gesture: Gesture) -> None:
        """File the paper; then note on which day it was sent, if that was asked."""
        self._file_then(self._go_note if isinstance(gesture, page.NoteSent) else self._kept)

    def _file_then(self, then: Callable[[], None]) -> None:
        if self._paper.document:  # it is in the safe: only what comes next is asked
            then()
            return
        session, tools, made = self.context.session, self.context.tools, self._made
        safe, draft, person = session.safe, self._asked.draft, session.person
        writing = None if self._asked.writing is None else writing_of(self._asked.writing)
        if safe is None:
            return
        self._let_press(False)
        if writing is not None and writing.unsaved:
            writing.keep()  # the answers it was made of, first
        printed_on = self._paper.printed_on
        self.context.gestures.do(
            i18n.text("C’est rangé dans le coffre. Vous le retrouvez dans Mes documents."),
            lambda: file_written(
                safe, tools, made, draft, writing, person=person, printed_on=printed_on
            ),
            done=lambda filed: self._filed(filed, then),
            failed=self._refused,
        )

    def shows(self, changed: Change) -> bool:
        """Tell whether this paper was filed, or is no longer, since it was said where it is."""
        return isinstance(changed, PaperChanged) and self._paper.document != self._told_of

    def read_again(self) -> None:
        """Offer to file it again."""
        self._show()
        self.focus_heading()

    def _filed(self, filed: tuple[str, str, bool], then: Callable[[], None]) -> None:
        self._paper.dossier, self._paper.document, self._paper.newer = filed
        self._let_press(True)
        then()

    def _kept(self) -> None:
        self._show()
        if opens := self.button_of(to.Dossier(dossier=self._paper.dossier)):
            opens.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_note(self) -> None:
        self.context.navigator.go(
            to.RecordEvent(
                dossier=self._paper.dossier,
                kind="posted",
                form=not self._made.is_letter,
                leave=True,
            ),
        )

    def _let_press(self, ready: bool) -> None:
        self.let_press(ready, page.File(), page.NoteSent())

    def _refused(self, problem: BaseException) -> None:
        self._let_press(True)
        self.say(words_of(problem), "error")
