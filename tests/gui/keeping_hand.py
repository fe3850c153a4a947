"""Persons on a computer that has no safe, who answer a first letter and say who uses it.

``python -m tests.gui.keeping_hand`` prepares once; then, for each line ``{"way", "seed", "home"}``,
a person in a process of her own begins the letter in that home, answers until she is asked, says
who uses the computer, answers on, types a little, and is killed: she prints what she had typed, and
a line at each tenth of a second that her window lives after it. ``{"open", "home"}`` opens what was
kept, as the next start does, and prints its answers. To be run under a bus with a real keyring.
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
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.gui import app as application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.coffre.who_uses import WhoUses
from desktop_app.gui.screens.dernier_jour.view import LastDay
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.starting import start
from desktop_app.gui.widgets.word_list import WordLine
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.wiring import RealTools
from desktop_app.workflow.interview import saving
from tests.gui.keyboard import choose, held, press, until, write
from tests.gui.typing_hand import BEAT_MS, TODAY, FixedClock, say

LETTER = "caf-indu-rsa"
CANARY = "Zkanarique"
WAYS = {"alone": "Moi seulement", "others": "D’autres aussi", "nothing": "Ce n’est pas le mien"}
PICKED = ("choice", "choices", "yes_no")
MOST = 4
"""How many pages she answers after she said who uses the computer."""


class Tools(RealTools):
    """Everything real but the date, and a light derivation."""

    clock = FixedClock()  # type: ignore[assignment]
    safes = Door(choose_kdf=lambda: FLOOR)


class Person:
    """One person before one window."""

    def __init__(self, app: QApplication, chance: random.Random) -> None:
        self.chance, self.phrase = chance, ""
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
            self.answer()

    def answer(self) -> None:
        """Answer the page in view, and go on."""
        if isinstance(self.page, LastDay):
            choose("Continuer")
            until(lambda: not isinstance(self.page, LastDay))
            return
        page, asked, done = self.page, self.page.asked, set[str]()
        while left := [one for one in page.asks if one not in done]:
            done.add(left[0])
            self.give(page, left[0])
        choose("Continuer")
        until(lambda: self.page is not page or page.asked is not asked or page.wrong)
        if self.page is page and page.wrong:
            choose("Retour")

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

    def type_on(self) -> dict[str, Any]:
        """Answer some more, and half of one more; return what was typed so far."""
        for _ in range(self.chance.randint(0, MOST)):
            self.answer()
        while isinstance(self.page, LastDay):
            self.answer()
        page = self.page
        self.give(page, next(iter(page.asks)), half=f"{CANARY} et")
        writing = self.window.context.session.writing
        assert writing is not None
        typed = {name: said for name, said in page.typed().items() if said}
        return {"answers": {**writing.interview.draft.answers, **typed}, "phrase": self.phrase}


def live(asked: dict[str, Any]) -> None:
    settle_in(Path(asked["home"]))
    app = QApplication([])
    person = Person(app, random.Random(asked["seed"]))
    person.until_asked()
    person.say_who(asked["way"])
    say(person.type_on())
    beat = QTimer()
    beat.timeout.connect(lambda: say("beat"))
    beat.start(BEAT_MS)
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
    found: dict[str, Any] = {"without": tools.safes.may_open_without_phrase(known.path)}
    safe = (
        tools.safes.open(known.path, phrase, on=TODAY)
        if phrase
        else tools.safes.open_without_phrase(known.path, on=TODAY)
    )
    with safe:
        (draft,) = safe.drafts.unfinished()
        kept = saving.resume(safe, tools.catalogue, draft.id, TODAY).interview.draft
        found |= {"answers": dict(kept.answers), "sound": safe.check().state}
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
