"""The recovery sheet: twelve words, copied by hand first, and three of them asked back."""

import secrets

from PySide6.QtWidgets import QWidget

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.coffre.day_backup import make_day_backup
from desktop_app.gui.screens.coffre.sheet_page import sheet_pdf
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.widgets.word_list import word_rows
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages import safe_making as page
from desktop_app.pages.page import Chosen, Gesture, Take
from desktop_app.workflow.safes.care import positions_to_ask
from desktop_app.workflow.safes.sheet import expect_word

_IN_A_ROW = 2
_CHANCE = 1 << 32


class RecoverySheet(PageView):
    """Shows the words; they open nothing before some were asked back, and are kept nowhere.

    They open the open safe then, in the place of those before. What it says is in
    ``pages/safe_making.py``, but the words.
    """

    def __init__(self, context: Context, asked: to.RecoverySheet) -> None:
        told = page.sheet()
        super().__init__(context, told.heading)
        self._asked, self._secret = asked, asked.words
        self.fill(told)
        self._out = SheetOut(context, self, self.progress)

    def own(self, _name: str) -> QWidget:
        """Give the words, each a stop of Tab."""
        place = QWidget()
        place.setLayout(word_rows(self.look, self._secret, _IN_A_ROW))
        return place

    def perform(self, gesture: Gesture) -> None:
        """Go on, print the sheet, or save it."""
        asked, words = self._asked, self._secret
        match gesture:
            case page.Copied():
                self.do(to.AskBack(words=words, then=asked.then))
            case page.PrintWords():
                self._out.print(lambda: sheet_pdf(words))
            case Chosen():
                self._out.take(gesture)
            case page.SaveWords():
                self._out.save(
                    i18n.text("feuille-de-secours.pdf"),
                    lambda: sheet_pdf(words).data,
                    i18n.text("Enregistrée. Qui lit ce fichier peut ouvrir le coffre."),
                )


class AskBack(PageView):
    """Three words of the sheet are asked: what was copied can be read again.

    Only then do they open the safe: whoever stops before has lost nothing.
    """

    def __init__(self, context: Context, asked: to.AskBack) -> None:
        self._positions = positions_to_ask(asked.words, secrets.randbelow(_CHANCE))
        self._secret, self._then = asked.words, asked.then
        told = page.ask_back(self._positions, self._expect)
        super().__init__(context, told.heading)
        self.fill(told)

    def asked(self) -> tuple[int, ...]:
        """Return the positions asked, from 0."""
        return self._positions

    def perform(self, _gesture: Gesture) -> None:
        """Have the words open the safe: they are right."""
        self.let_press(False, Take(page.READ_BACK))
        safe, words = self.context.session.safe, self._secret
        on = self.context.tools.clock.today()
        if safe is None:
            return
        self.progress.begin(i18n.text("Vos douze mots commencent à ouvrir vos papiers…"))
        self.context.jobs.run(
            lambda: safe.access.keep_words(words, on=on),
            done=lambda _none: self._end(),
            failed=self._refused,
        )

    def _expect(self, position: int, typed: str) -> bool:
        return expect_word(typed, self._secret[position], position + 1)

    def _end(self) -> None:
        self.context.session.changed.emit()
        if (safe := self.context.session.safe) is not None:
            make_day_backup(self.context, safe)  # those before open by what opened it then
        self.context.navigator.restart(self._then)
        self.context.navigator.say_saved(done.words_open())

    def _refused(self, problem: BaseException) -> None:
        self.progress.end()
        self.let_press(True, Take(page.READ_BACK))
        self.say_problem(problem)
