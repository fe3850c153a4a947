"""`python -m tests.gui.counting [JOURNEY]`: what a paper asks of a person, counted in the window.

On the display there is, else offscreen. By keyboard, from the first page to the one that prints:
pages (changes of heading), words in view without opening anything (bar and preview left out), keys
beside letters and digits: with the spaces and signs of what is written, and without them. The
journeys are those of ``journeys.py``.
"""

import os
import sys
import tempfile
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

if __name__ == "__main__" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import keyring
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from desktop_app.gui import app as program
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.typed_ahead import initials
from desktop_app.gui.widgets.wrapping import Wrapping
from desktop_app.pages import destinations as to
from tests.gui import keyboard
from tests.gui.answering import Tools, held_in
from tests.gui.keyboard import choose, heading, held, name, press, until, write
from tests.safe.test_system_keyring import InMemory


@dataclass
class Count:
    """What was asked until now, page by page.

    ``struck``: keys that write nothing; ``signs``: spaces and signs of what is written.
    ``words`` are those of the page as it comes, and as its answers leave it; ``read``, with what
    was opened on it on the way: the cases under what a letter asks.
    """

    pages: list[str] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    read: list[int] = field(default_factory=list)
    struck: list[list[str]] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)

    @property
    def gestures(self) -> int:
        """Return how many keys were struck that write nothing."""
        return sum(map(len, self.struck))

    @property
    def keys(self) -> int:
        """Return how many keys were struck, letters and digits left out."""
        return self.gestures + sum(self.signs)

    def look(self, window: MainWindow) -> None:
        """Count the page in view, if it is another one, once all of it is there."""
        page = window.page()
        if isinstance(page, PageView):
            page.finish()  # what comes little by little
        QApplication.processEvents()
        title = heading(page)
        if not self.pages or self.pages[-1] != title:
            self.pages.append(title)
            self.words.append(0)
            self.read.append(0)
            self.struck.append([])
            self.signs.append(0)
        assert page is not None
        self.read[-1] = words_in(page)
        if not self.words[-1] or isinstance(page, Questions):
            self.words[-1] = self.read[-1]  # what an answer opens is asked too

    def strike(self, key: str) -> None:
        """Count a key, on the page where it is struck."""
        self.struck[-1].append(key)

    def write(self, said: str) -> None:
        """Count what is written, where it is."""
        self.signs[-1] += sum(not sign.isalnum() for sign in said)


def words_in(page: QWidget) -> int:
    """Return how many words are in view on a page, wherever one has to scroll."""
    previews = page.findChildren(Preview)
    shown = [
        one
        for kind in (QLabel, QAbstractButton)
        for one in page.findChildren(kind)
        if one.isVisibleTo(page) and not any(at.isAncestorOf(one) for at in previews)
    ]
    texts = (one.words() if isinstance(one, Wrapping) else one.text() for one in shown)
    return sum(any(map(str.isalnum, word)) for text in texts for word in text.split())


TURNS = 6
"""How many times a letter is struck, at most, to come to the choice that begins with it."""


class Person:
    """Goes through the window by keyboard; everything is counted on the way."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.count = window, Count()
        struck = keyboard.strike

        def counted(key: Qt.Key, *more: object, **how: object) -> None:
            self.look()
            self.count.strike(key.name.removeprefix("Key_"))
            struck(key, *more, **how)  # type: ignore[arg-type]

        keyboard.strike = counted  # type: ignore[assignment]

    def look(self) -> None:
        """Look at the page in view, as one does before a key is struck: when all of it is there."""
        until(lambda: self.window.context.jobs.idle, "the page is never ready")
        self.count.look(self.window)

    def choose(self, words: str) -> None:
        """Press a button, once it is there: one goes to it by its letter, else by Tab."""
        until(lambda: self._offers(words), f"« {words} » is not offered")
        self.look()
        self._come_to(words)
        choose(words)

    def go_on(self, title: str) -> None:
        """Do what a page is for, from its heading: Enter is its main button."""
        until(lambda: heading(self.window.page()) == title, f"« {title} » does not come")
        page = self.window.page()
        until(lambda: page is not None and page.heading.hasFocus())
        self.look()
        press(Qt.Key.Key_Return)
        if self.window.page() is page:
            press(Qt.Key.Key_Return)  # the first press went to the main button
        until(lambda: self.window.page() is not page, f"Enter does nothing on « {title} »")

    def _write(self, said: str) -> None:
        """Type an answer."""
        self.look()
        self.count.write(said)
        write(said)

    def _offers(self, words: str) -> bool:
        page = self.window.page()
        buttons = page.findChildren(QAbstractButton) if page else []
        return any(name(one).startswith(words) for one in buttons if one.isVisibleTo(page))

    def answer(self, **said: str) -> None:
        """Answer the page in view, then go on; what is not said is passed.

        Who knows the answer types it from the heading, else Enter goes to the first question.
        """
        until(lambda: isinstance(self.window.page(), Questions))
        page = self.window.page()
        assert isinstance(page, Questions)
        self.look()
        question = held_in(page) or min(page.asks, key=lambda one: page.asks[one].y(), default="")
        if not held_in(page) and not said.get(question):
            press(Qt.Key.Key_Return)
        while question:
            self._fill(page, question, said.get(question, ""))
            question = held_in(page) if self.window.page() is page else ""
        self.look()

    def _fill(self, page: Questions, question: str, said: str) -> None:
        answer = page.answer_of(question)
        if answer.question.kind in ("choice", "choices", "yes_no"):
            for words in said.splitlines():
                self._choose_among(words)
        elif said:
            self._write(said)
        if answer.question.kind == "long_text":
            press(Qt.Key.Key_Tab)
            while self.window.page() is page and not held_in(page):
                if name(held()).startswith("Continuer"):
                    press(Qt.Key.Key_Return)
                    break
                press(Qt.Key.Key_Tab)
        else:
            press(Qt.Key.Key_Return)
        until(lambda: self.window.page() is not page or not page.looking)

    def _choose_among(self, words: str) -> None:
        """Go to what begins so, and choose it."""
        self._come_to(words)
        button = held()
        assert name(button).startswith(words), f"« {words} » is not reached by its letter"
        if isinstance(button, QAbstractButton) and not button.isChecked():
            press(Qt.Key.Key_Space)  # a tick, or where one only came: a letter chooses the others

    def _come_to(self, words: str) -> None:
        """Strike the letter of what begins so, as often as it takes, where that leads to it."""
        for letter in initials(words) * TURNS:
            if name(held()).startswith(words) or isinstance(held(), QLineEdit):
                break
            write(letter)


def first_journey(person: Person) -> None:
    """J1: the Caf claims money of the RSA, and it is not understood."""
    person.choose("J’ai reçu une lettre")
    person.count = Count()  # counted from the first page after the welcome
    person.choose("La Caf (allocations")
    person.choose("Rembourser de l’argent")
    person.choose("La Caf me réclame de l’argent du RSA")
    person.answer(
        date_decision="03112026", comment_recue="Dans ma boîte", date_reception="06112026"
    )
    person.go_on("Votre dernier jour pour agir")
    person.choose("Moi seulement")
    person.answer(delai_ecrit="2 mois", montant="960,40", fraude_mot="Non")
    person.answer(position="Je ne comprends pas", retenues="Non")
    person.answer(faits="Je n’ai rien changé dans ma vie.")
    person.answer(prenom="Karim", nom="Belkacem", telephone="0199001234")
    person.answer(adresse_voie="7 quai des Brumes", code_postal="75019", commune="Paris")
    person.answer(dest_ligne_1="94 quai de la Rapée", dest_code_postal="75012", dest_ville="Paris")
    person.answer()
    person.go_on("Vérifiez vos réponses")
    person.choose("Imprimer et envoyer")
    until(lambda: isinstance(person.window.place, to.Print))
    person.look()


def told(count: Count) -> str:
    """Return what was counted, page by page."""
    pages = [
        f"{title} : {words} words, {len(keys)} keys ({_in_short(keys)}) and {signs} signs"
        for title, words, keys, signs in zip(
            count.pages, count.words, count.struck, count.signs, strict=True
        )
    ]
    total = f"{len(count.pages)} pages, {sum(count.words)} words ({sum(count.read)} with those of "
    total += f"what was opened), {count.keys} keys ({count.gestures} beside the spaces and signs "
    total += "of what is written)"
    return "\n".join([*pages, total])


def _in_short(keys: list[str]) -> str:
    return ", ".join(f"{len([*same])} {key}" for key, same in groupby(keys))


def main(home: Path, journey: str = "j1") -> None:
    """Go through a journey, and print what was counted."""
    from tests.gui.journeys import JOURNEYS

    for folder in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[folder] = str(home)
    keyring.set_keyring(InMemory())
    app = QApplication([])
    window = program.build(app, Tools())
    window.show()
    window.activateWindow()
    app.processEvents()
    person = Person(window)
    try:
        JOURNEYS[journey](person)
    finally:
        print(told(person.count))
    program.dismiss(app, window)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(Path(folder), *sys.argv[1:])
