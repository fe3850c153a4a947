"""Persons on a computer that has no safe, who answer a first letter and say who uses it.

``python -m tests.gui.keeping_hand`` prepares once; then, for each line ``{"way", "seed", "home"}``,
a person in a process of her own begins the letter in that home, says who uses the computer when she
is asked, then goes on to the printed letter and its dossier, or stops on the way in the middle of a
gesture. She prints all that she said so far at each page, and a line at each tenth of a second that
her window lives. ``{"open", "home"}`` opens what was kept, as the next start does, and prints what
it holds. To be run under a bus with a real keyring, and with a printer.
"""

import datetime as dt
import json
import os
import random
import sys
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop_app.gui import app as application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.coffre.second_key import SecondKey
from desktop_app.gui.screens.coffre.who_uses import WhoUses
from desktop_app.gui.screens.dernier_jour.view import LastDay
from desktop_app.gui.screens.document.view import DocumentScreen
from desktop_app.gui.screens.imprimer.view import PrintScreen
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.suite.view import SuiteScreen
from desktop_app.gui.screens.verifier.view import Verifier
from desktop_app.gui.starting import start
from desktop_app.gui.widgets.word_list import WordLine
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.wiring import RealTools
from desktop_app.workflow.interview import saving
from tests.gui.keyboard import choose, held, press, tab_to, until, write
from tests.gui.typing_hand import BEAT_MS, TODAY, FixedClock, say

LETTER = "caf-indu-rsa"
CANARY = "Zkanarique"
WAYS = {"alone": "Moi seulement", "others": "D’autres aussi", "nothing": "Ce n’est pas le mien"}
PICKED = ("choice", "choices", "yes_no")
PAGES = (*range(8), *range(8, 16), *range(8, 16))
"""After how many pages she may stop, once she said who uses the computer: the last ones, where
answers are checked, the letter is seen, printed and filed, twice as often.
"""
PRINTS = "CUPS_SERVER" in os.environ
"""Without a printer of the test's own she prints elsewhere, and says so."""


class Tools(RealTools):
    """Everything real but the date, and a light derivation."""

    clock = FixedClock()  # type: ignore[assignment]
    safes = Door(choose_kdf=lambda: FLOOR)


class Person:
    """One person before one window."""

    def __init__(self, app: QApplication, chance: random.Random) -> None:
        self.chance, self.phrase, self.half, self.filed = chance, "", "", False
        self.typed: dict[str, Any] = {}
        self.window: MainWindow = application.build(app, Tools())
        self.window.show()
        self.window.activateWindow()
        page = self.window.page()
        assert page is not None
        start(self.window.context, page, LETTER, warned=True)
        until(lambda: isinstance(self.window.page(), Questions))

    @property
    def page(self) -> Any:
        return self.window.page()

    def until_asked(self) -> None:
        while not isinstance(self.page, WhoUses):
            self.step()

    def step(self) -> bool:
        """Do what the page in view is for, and come to the next; False once all is done."""
        page = self.page
        match page:
            case Questions():
                self.answer()
            case LastDay():
                choose("Continuer")
            case Verifier():
                choose("Voir la lettre")
            case DocumentScreen():
                choose("Imprimer et envoyer")
            case PrintScreen():
                if PRINTS:
                    self.print()
                    until(lambda: self.window.context.session.in_hand.printed_on)
                choose("C’est imprimé")
            case SecondKey():
                choose("Plus tard")
            case SuiteScreen() if self.window.context.session.safe is not None and not self.filed:
                choose("Ranger dans le coffre")
                until(lambda: self.window.context.session.in_hand.document)
                self.filed = True
                return True
            case _:
                return False
        until(lambda: self.page is not page or isinstance(page, Questions))
        return True

    def print(self) -> None:
        """Send it to the printer, once that was found."""
        until(lambda: "printer" in self.page.asks)
        press(Qt.Key.Key_Tab)  # away from the title, which begins with the same word
        choose("Imprimer")

    def answer(self) -> None:
        """Answer the page in view, and go on."""
        page, asked, done = self.page, self.page.asked, set[str]()
        while left := [one for one in page.asks if one not in done]:
            done.add(left[0])
            self.give(page, left[0])
        choose("Continuer")
        until(lambda: self.page is not page or page.asked is not asked or page.wrong)
        if self.page is page and page.wrong:
            choose("Répondre plus tard")
            until(lambda: self.page is not page or page.asked is not asked)

    def give(self, page: Any, name: str, half: str = "") -> None:
        """Answer a question, or only ``half`` of it."""
        answer = page.answer_of(name)
        answer.put("" if answer.question.kind != "choices" else ())
        answer.begin()
        if answer.question.kind in PICKED:
            press(Qt.Key.Key_Space)
        elif answer.question.kind == "date":
            write("31/0" if half else "3/11/2026")
        else:
            step = page.writing.interview.step(name)
            kind, example = step.question.kind, step.question.example
            written = CANARY if kind in ("name", "text", "long_text") else example or CANARY
            write(half or written)

    def say_who(self, way: str) -> None:
        assert isinstance(self.page, WhoUses)
        choose(WAYS[way])
        if way == "nothing":
            choose("Ne rien garder")
        if way == "others":
            self.give_phrase()
        if way != "nothing":
            until(lambda: self.window.context.session.safe is not None)
        until(lambda: isinstance(self.page, Questions))

    def give_phrase(self) -> None:
        """Take the words that are drawn, and give them back."""
        until(lambda: self.page.findChild(WordLine) and self.page.findChild(WordLine).text())
        self.phrase = self.page.findChild(WordLine).text()
        choose("Continuer")
        until(lambda: self.page.heading.text() == "Redonnez votre phrase")
        until(lambda: isinstance(held(), QLineEdit))
        write(self.phrase)
        press(Qt.Key.Key_Return)

    def said(self) -> dict[str, Any]:
        """Return all that she said so far."""
        session, page = self.window.context.session, self.page
        writing = session.writing
        assert writing is not None
        answers = {**writing.interview.draft.answers, **self.typed}
        words = dict(page.hand.now.opened) if isinstance(page, DocumentScreen) else {}
        at = type(page).__name__
        return {"answers": answers, "phrase": self.phrase, "filed": self.filed, "at": at} | {
            "writing": dict.fromkeys(words, self.half)
        }

    def go_on(self) -> None:
        """Go as far as chance says, then stop in the middle of what is done there."""
        for _ in range(self.chance.choice(PAGES)):
            if not self.step():
                break
            say(self.said())
        page = self.page
        if isinstance(page, Questions):
            proposed = page.typed()
            self.give(page, next(iter(page.asks)), half=f"{CANARY} et")
            now = page.typed().items()
            self.typed = {name: one for name, one in now if one and one != proposed.get(name)}
        elif isinstance(page, DocumentScreen):
            tab_to("Le modifier")
            press(Qt.Key.Key_Return)
            field = held()
            assert isinstance(field, QPlainTextEdit)
            write(f"{CANARY} et")
            self.half = field.toPlainText()
        elif isinstance(page, PrintScreen) and PRINTS:
            self.print()
        say(self.said() | {"stopped": True})


def live(asked: dict[str, Any]) -> None:
    settle_in(Path(asked["home"]))
    app = QApplication([])
    person = Person(app, random.Random(asked["seed"]))
    beat = QTimer()
    beat.timeout.connect(lambda: say("beat"))
    beat.start(BEAT_MS)
    person.until_asked()
    person.say_who(asked["way"])
    say(person.said())
    person.go_on()
    app.exec()


def settle_in(home: Path) -> None:
    """Live in this home: all that is written is under it."""
    (home / "tmp").mkdir(parents=True, exist_ok=True)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(home)
    os.environ["TMPDIR"] = str(home / "tmp")


def look(asked: dict[str, Any]) -> dict[str, Any]:
    """Open what was kept in a home, by its phrase or without; tell what it holds."""
    settle_in(Path(asked["home"]))
    tools = Tools()
    (known,) = tools.known_safes.all()
    phrase = str(asked["open"])
    found: dict[str, Any] = {"without": tools.safes.ways.may_open_without_phrase(known.path)}
    safe = (
        tools.safes.open(known.path, phrase, on=TODAY)
        if phrase
        else tools.safes.open_without_phrase(known.path, on=TODAY)
    )
    with safe:
        drafts = [*safe.drafts.unfinished()]
        for dossier in safe.dossiers.all():
            drafts += safe.drafts.of_dossier(dossier.id)
        (draft,) = {one.id: one for one in drafts}.values()
        kept = saving.resume(safe, tools.catalogue, draft.id, TODAY).interview.draft
        found |= {"answers": dict(kept.answers), "sound": safe.check().state}
        found |= {"writing": dict(kept.writing), "filed": bool(safe.documents())}
    return found


def main() -> None:
    import keyring

    tools = Tools()
    tools.catalogue.search()
    _ = tools.law.emergencies, tools.law.courts
    say({"ready": type(keyring.get_keyring()).__module__})
    while line := sys.stdin.readline():
        asked = json.loads(line)
        person = os.fork()
        if not person:
            if "open" in asked:
                say(look(asked))
                os._exit(0)
            live(asked)
        say(person)
        _, how = os.waitpid(person, 0)
        say({"ended": how})


assert dt.date(2026, 11, 24) == TODAY

if __name__ == "__main__":
    main()
