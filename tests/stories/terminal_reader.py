"""J3 in the real window: a reader of a terminal, in one language, step by step as journeys number
them. Started by ``test_journey_three.py``; says each step once it has held, and "ended" at the end.

``READER_LANGUAGE``: fr, en, or the made-up one, read from the right. ``READER_STOPS``: the step in
the middle of which it waits to be killed.
"""

import contextlib
import os
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desktop_app import i18n
from desktop_app.gui import app as program
from desktop_app.gui import plugged
from desktop_app.gui.idle_timer import ANSWER_S, HIDE_S, WARN_S, IdleTimer
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.document.view import DocumentScreen
from desktop_app.gui.screens.emporter.view import CarryScreen
from desktop_app.gui.screens.imprimer.view import PrintScreen
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.verifier.view import Verifier
from desktop_app.gui.session_wipe import ENDED
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.pages import printing
from desktop_app.pages.gestures import SavePdf, Write
from desktop_app.wiring import RealTools
from tests.gui.answering import _fill, _leave, held_in
from tests.gui.harness.printers import Printers
from tests.gui.keyboard import choose, press, strike, until, write
from tests.helpers import pseudo
from tests.helpers.words import tool

LANGUAGE = os.environ["READER_LANGUAGE"]
STOPS = os.environ.get("READER_STOPS", "")
KEY = Path(os.environ["READER_KEY"])
NAME, TOWN, COPIED = os.environ["READER_WORDS"].split()
PACK = "pref-motifs"
SERVICE = Printers("Accueil")


def say(step: str) -> None:
    os.write(1, f"{step}\n".encode())


class Reader:
    """Someone at the keyboard of the terminal."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def page(self) -> Any:
        return self.window.page()

    def words(self) -> str:
        shown = self.window.in_view()
        assert shown is not None
        return "\n".join(one.text() for one in shown.findChildren(QLabel) if one.isVisible())

    def enter(self, does: Any) -> None:
        """Press Enter on what does this."""
        until(lambda: self.page.button_of(does) is not None, f"{does}: {self.words()}")
        button = self.page.button_of(does)
        until(button.isEnabled, f"{does} never ready")
        button.setFocus(Qt.FocusReason.TabFocusReason)
        press(Qt.Key.Key_Return)

    def stop_in(self, step: str) -> None:
        if step == STOPS:
            say(f"{step} half")
            until(lambda: False, seconds=600)

    def writes(self) -> Write | None:
        """Return what begins the letter, once it is on the page."""
        pressed = (does for does, _ in self.page._pressed)
        return next((one for one in pressed if isinstance(one, Write) and one.pack == PACK), None)

    # ------------------------------------------------------------ the steps

    def arrives(self) -> None:
        offered = [one.words() for one in self.page.findChildren(LongButton)]
        assert offered == [i18n.own_name(one) for one in i18n.languages()], offered
        for one in i18n.languages():
            with i18n.speaking(one):
                assert i18n.text("Rien ne restera sur cet ordinateur.") in self.words()
        assert self.window.isFullScreen()
        say("J3.1")
        choose(i18n.own_name(LANGUAGE))
        until(lambda: isinstance(self.window.place, to.Home))
        assert i18n.current() == LANGUAGE
        assert self.page.heading.text() == i18n.text("Que vous arrive-t-il ?")
        mirrored = self.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        assert mirrored is (LANGUAGE == pseudo.MADE_UP)
        if mirrored:
            choice = self.page.findChildren(LongButton)[0]
            assert choice.mapTo(self.window, choice.rect().center()).x() > self.window.width() / 2
        say("J3.2")

    def finds(self) -> None:
        self.enter(to.Find("demande"))
        self.enter(to.Find("demande", "etrangers"))
        from desktop_app.pages.find import ShowCases

        self.enter(ShowCases("silence"))
        until(lambda: self.writes() is not None, self.words())
        say("J3.3")
        self.enter(self.writes())
        until(lambda: isinstance(self.page, Questions))

    def answers(self) -> None:
        refused = False
        while isinstance(page := self.page, Questions):
            until(lambda: page.heading.hasFocus() or held_in(page))
            if not held_in(page):
                press(Qt.Key.Key_Return)
            while self.page is page and (name := held_in(page)):
                if name == "nom" and not refused:
                    self._latin(page)
                    refused = True
                elif name == "commune":
                    self._typed(page, name, TOWN)
                elif _fill(page, name):
                    press(Qt.Key.Key_Return)
                else:
                    _leave(page, name)
                until(lambda: self.page is not page or not page.looking)
                assert self.page is not page or not page.wrong, self.words()
            if isinstance(self.window.place, to.LastDay):
                choose(i18n.text("Continuer"))
        assert refused, f"the name is never asked: {self.window.place} {self.words()[:300]}"

    def _latin(self, page: Questions) -> None:
        answer = page.answer_of("nom")
        answer.begin()
        write("محمد")
        choose(i18n.text("Continuer"))
        until(lambda: page.wrong, "Arabic letters are taken")
        line = next(one for one in page.findChildren(QLineEdit) if one.text() == "محمد")
        assert line.isVisible(), "what was typed is still there"
        answer.put("")
        answer.begin()
        write(NAME)
        press(Qt.Key.Key_Return)
        until(lambda: self.page is not page or held_in(page) != "nom")
        page.mark_wrong(False)
        say("J3.4")

    def _typed(self, page: Questions, name: str, words: str) -> None:
        answer = page.answer_of(name)
        answer.put("")
        answer.begin()
        write(words)
        press(Qt.Key.Key_Return)
        until(lambda: self.page is not page or held_in(page) != name)

    def rests(self) -> None:
        """Nobody touches it: the clock is the test's, all the rest is the program's."""
        app = QApplication.instance()
        assert app is not None
        idle = app.findChildren(IdleTimer)[-1]
        idle._timer.stop()
        clock = [1000.0]
        idle._clock, idle._last = lambda: clock[0], clock[0]

        def wait(seconds: float) -> None:
            for _ in range(int(seconds)):
                clock[0] += 1
                idle.look()

        heading = self.page.heading.text()
        for _ in range(11):
            wait(HIDE_S + 1)
            assert self.window.covered
            wait(WARN_S - HIDE_S)
            assert i18n.text("Êtes-vous encore là ?") in self.words()
            wait(ANSWER_S - 2)
            strike(Qt.Key.Key_Shift)
            assert not self.window.covered
            assert self.page.heading.text() == heading
        assert ANSWER_S >= 120
        idle._timer.start()
        say("J3.7")

    def checks(self) -> None:
        until(lambda: isinstance(self.page, Verifier))
        until(lambda: NAME in self.words(), "the name is not there to be checked")
        if TOWN not in self.words():
            raise AssertionError("the town is not there")
        say("J3.5")
        self.stop_in("J3.8")
        writing = self.window.context.session.writing
        assert writing is not None
        from desktop_app.gui.starting import paper_of

        self.window.go(paper_of(writing))
        until(lambda: isinstance(self.page, DocumentScreen))
        until(lambda: self.page.hand.made is not None)
        self.made = self.page.hand.made
        assert any(NAME in one for one in self.made.prepared.document.signature)
        say("J3.8")

    def takes_away(self) -> None:
        self.enter(SavePdf())
        until(lambda: isinstance(self.page, CarryScreen) and self.page.at_rest)
        assert self.page.asked.told[0].count("0,20") or LANGUAGE != "fr"
        choose(KEY.name)
        until(lambda: len(list(KEY.glob("*.pdf"))) == 3, self.words())
        names = {one.name for one in KEY.iterdir()}
        assert names == {"lettre.pdf", "explication.pdf", "a-faire.pdf"}, names
        until(lambda: self.page.heading.text() == i18n.text("Vos papiers sont sur la clé"))
        take = i18n.text("Retirez la clé, une fois que sa lumière ne clignote plus.")
        until(lambda: take in self.words())
        say("J3.9")

    def prints(self) -> None:
        writing = self.window.context.session.writing
        self.window.go(to.Print(self.made, writing.interview.draft, SERVICE, writing))
        until(lambda: isinstance(self.page, PrintScreen))
        until(lambda: self.page.button_of(printing.PrintIt()).isVisible())
        self.page.press(printing.PrintIt())
        assert SERVICE.sent == []
        choose(printing.confirmed(self.made.pdf.parts[0].last))
        until(lambda: len(SERVICE.sent) == 1)
        say("J3.10")

    def ends(self) -> None:
        QApplication.clipboard().setText(COPIED)
        choose(i18n.text("Terminer"))
        until(lambda: isinstance(self.window.place, to.EndSession))
        choose(i18n.text("Terminer et tout effacer"))

    def comes_next(self) -> None:
        """The next person, in the process that follows."""
        assert i18n.current() == LANGUAGE
        assert self.page.heading.text() == i18n.text("Tout est effacé")
        until(lambda: i18n.text("Ce que le programme ne peut pas effacer") in self.words())
        assert i18n.text("Ce que vous avez mis sur une clé USB.") in self.words()
        choose(i18n.text("Commencer"))
        until(lambda: isinstance(self.window.place, to.Entrance))
        assert i18n.current() == "fr"
        look = self.window.context.look
        assert (look.theme, look.zoom) == ("clair", 1.0)
        say("J3.11")
        choose("Français")
        until(lambda: isinstance(self.window.place, to.Home))
        assert "Reprendre" not in self.words()
        search = next(one for one in self.page.findChildren(QLineEdit) if one.isVisible())
        search.setFocus()
        for key in (Qt.Key.Key_Z, Qt.Key.Key_V):
            strike(key, Qt.KeyboardModifier.ControlModifier)
        assert search.text() == ""
        for key in (Qt.Key.Key_F1, Qt.Key.Key_O, Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_N):
            strike(key, Qt.KeyboardModifier.ControlModifier)
        tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        assert tops == [self.window], tops
        assert NAME not in self.words()
        say("J3.12")
        say("ended")
        os.read(0, 1)
        self.window.close_anyway()


def live(window: MainWindow, after: bool) -> None:
    reader = Reader(window)
    try:
        if after:
            reader.comes_next()
            return
        reader.arrives()
        reader.finds()
        reader.answers()
        reader.rests()
        reader.checks()
        reader.takes_away()
        reader.prints()
        reader.ends()
    except BaseException:
        traceback.print_exc()
        os._exit(9)


@contextlib.contextmanager
def words() -> Iterator[None]:
    if LANGUAGE != pseudo.MADE_UP:
        yield
        return
    with pseudo.made_up(
        Path(tempfile.mkdtemp(dir=os.environ["READER_MADE"])), tool(), mirrored=True
    ):
        yield


def main() -> None:
    after = ENDED in os.environ
    tools = RealTools()
    tools.__dict__["mode"] = "public"
    from desktop_app.core.terminal import Terminal

    tools.__dict__["terminal"] = Terminal(price=20)
    plugged.keys_now = lambda: [KEY]
    with words():
        sys.exit(
            program.run(
                tools, begun=lambda window: QTimer.singleShot(300, lambda: live(window, after))
            )
        )


if __name__ == "__main__":
    main()
