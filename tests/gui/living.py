"""A person who lives the whole journey J1 in the real window, over and over, until she is killed.

``python -m tests.gui.living`` prepares once, then begins a person for each line it reads, in a
process of her own: she makes her safe or opens it, takes up her letter or begins one, answers,
checks, sees the letter made, files it, notes that it was posted, closes the safe, begins again.

She prints one JSON line for each thing that the window told her in words: what she was promised;
and, before she answers a question again, which: that answer may be on the disk and not yet said.
"""

import datetime as dt
import importlib
import json
import os
import sys
from typing import Any

from tests.helpers.clocks import Noon

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.core.answers.draft_json import write_json
from desktop_app.gui import app as application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens import SCREENS
from desktop_app.gui.screens.coffre.opening import OpenSafe
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.starting import start, take_up
from desktop_app.pages import destinations as to
from desktop_app.pages.gestures import TakeUp
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.rendering import make_letter
from tests.gui.answering import _answer
from tests.gui.keyboard import choose, press, tab_to, type_text, until, write

TODAY = dt.date(2026, 11, 24)
LETTER = "caf-indu-rsa"
PHRASE = "trois éléphants bleus à Nîmes"


class FixedClock(Noon):
    """The day of the test."""

    def today(self) -> dt.date:
        return TODAY


class Tools(RealTools):
    """Everything real but the date, and the derivation at its floor."""

    clock = FixedClock()  # type: ignore[assignment]
    safes = Door(choose_kdf=lambda: FLOOR)


def promise(kind: str, **more: str) -> None:
    """Print what the person was just told."""
    sys.stdout.write(json.dumps({"said": kind, **more}) + "\n")
    sys.stdout.flush()


class Life:
    """One person before one window."""

    def __init__(self, app: QApplication, tools: Tools) -> None:
        self.tools = tools
        self.window: MainWindow = application.build(app, tools)
        self.window.show()
        self.window.activateWindow()
        until(QApplication.focusWidget)
        self._hear_what_is_saved()

    def live(self) -> None:
        while True:
            self._enter()
            self._answer_all()
            self._see_and_file()
            self._note_the_posting()
            self.window.lock_now()
            self._read("Votre coffre est fermé")

    # ------------------------------------------------------------------ the steps

    def _enter(self) -> None:
        if not isinstance(self.window.page(), OpenSafe):
            self._make_safe()
            return
        type_text(tab_to("Votre phrase secrète"), PHRASE)
        press(Qt.Key.Key_Return)
        self._until_open()
        promise("opened")

    def _make_safe(self) -> None:
        self.window.go(to.SafeHome())
        choose("D’autres aussi")
        choose("Choisir ma propre phrase")
        for field in ("Votre phrase secrète", "La même phrase"):
            type_text(tab_to(field), PHRASE)
        choose("Continuer")
        self._until_open()
        until(lambda: "Votre coffre est prêt." in self.window._bar.saved.text())
        promise("safe")

    def _answer_all(self) -> None:
        safe = self.window.context.session.safe
        assert safe is not None
        begun = self._from_worker(safe.drafts.unfinished)
        page = self.window.page()
        assert page is not None
        if begun:
            take_up(self.window.context, page, TakeUp(begun[0].id))
        else:
            start(self.window.context, page, LETTER)
        until(lambda: self.window.page() is not page)
        while isinstance(shown := self.window.page(), Questions):
            assert shown.asked is not None
            promise("answering", questions=[one.id for one in shown.asked.all])
            _answer(shown)

    def _see_and_file(self) -> None:
        context, draft = self.window.context, self.tools.demo.letter
        writing = context.session.writing
        assert writing is not None
        writing.keep(draft)
        self.window.go(to.Letter(draft=draft))
        self._read("relues")
        promise("made")
        made = self._from_worker(lambda: make_letter(self.tools, draft, TODAY))
        identity = writing.draft_id
        self.window.go(to.WhatNext(made=made, draft=draft, writing=writing))
        choose("Ranger dans le coffre")
        self._read("C’est rangé dans le coffre")
        promise("filed", id=identity)

    def _note_the_posting(self) -> None:
        safe = self.window.context.session.safe
        assert safe is not None
        dossier = self._from_worker(safe.dossiers.all)[0].id
        self.window.go(to.RecordEvent(dossier=dossier, kind="posted"))
        tab_to("Jour")
        write("24/11/2026")
        choose("Noter dans le dossier")
        self._read("Noté dans le dossier.")
        promise("noted", dossier=dossier)

    # ------------------------------------------------------------------ what she sees

    def _until_open(self) -> None:
        until(lambda: self.window.context.session.safe is not None)

    def _read(self, words: str) -> None:
        """Wait until these words are on the page."""

        def seen() -> bool:
            page = self.window.page()
            return page is not None and any(
                words in label.text() for label in page.findChildren(QLabel)
            )

        until(seen, words)

    def _from_worker(self, work: Any) -> Any:
        found: list[Any] = []
        self.window.context.jobs.run(work, done=found.append, failed=found.append)
        until(lambda: found)
        if isinstance(found[0], BaseException):
            raise found[0]
        return found[0]

    def _hear_what_is_saved(self) -> None:
        say = self.window.say_saved

        def hear(words: str) -> None:
            say(words)
            writing = self.window.context.session.writing
            if writing is not None and words.startswith("Enregistré à"):
                draft = write_json(writing.interview.draft)
                promise("saved", id=writing.draft_id, question=writing.question, draft=draft)

        self.window.say_saved = hear  # type: ignore[method-assign]


def main() -> None:
    """Load everything once; then one person a line, until the end of the lines."""
    tools = Tools()
    tools.catalogue.search()
    _ = tools.demo.letter, tools.law, tools.letters
    for place in SCREENS.values():
        importlib.import_module(place.partition(":")[0])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while sys.stdin.readline():
        person = os.fork()
        if not person:
            Life(QApplication([]), tools).live()
        sys.stdout.write(f"{person}\n")
        sys.stdout.flush()
        _, how = os.waitpid(person, 0)
        sys.stdout.write(f"ended {os.waitstatus_to_exitcode(how) * -1}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
