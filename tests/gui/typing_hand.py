"""Persons who type on one page each, in a real safe, until they are killed.

``python -m tests.gui.typing_hand`` prepares once; then, for each line ``{"screen", "seed",
"folder"}``, a person in a process of her own opens the safe of that folder and the page, types a
little, prints what she typed, and a line at each tenth of a second that her window lives after it.
"""

import datetime as dt
import importlib
import json
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.helpers.clocks import Noon

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop_app.core.answers.draft import Draft
from desktop_app.core.authoring import boxes
from desktop_app.core.authoring.history import History
from desktop_app.core.packs.resolve import questions_of
from desktop_app.gui import app as application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens import SCREENS
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages import page_boxes
from desktop_app.pages.act import ACT
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.generic import begin_generic, make_form, open_pdf
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.packs.editing_letter import LetterEditing
from desktop_app.workflow.packs.own_letters import copy_letter
from desktop_app.workflow.safes.blanks import OwnBlank
from tests.gui.keyboard import choose, held, press, strike, tab_to, until, write
from tests.helpers.paper import flat_sheet, paper
from tests.helpers.safes import open_safe
from tests.helpers.unknown import flat_form

TODAY = dt.date(2026, 11, 24)
LETTER, FORM = "caf-indu-rsa", "exemple-aide-exceptionnelle"
WORDS = ["la", "caf", "me", "doit", "des sous", "é ç", "«", "31/02/2026", "12,5,0", "n°", "bis"]
BEAT_MS = 100
WIDE = 1366, 768  # the page is beside, and drawn at each answer


class FixedClock(Noon):
    def today(self) -> dt.date:
        return TODAY


class Tools(RealTools):
    """Everything real but the date."""

    clock = FixedClock()  # type: ignore[assignment]


class Hand:
    """One person before one window; each of her pages says what she typed there."""

    def __init__(
        self, app: QApplication, tools: Tools, folder: Path, chance: random.Random, *, wide: bool
    ) -> None:
        self.app, self.tools, self.chance = app, tools, chance
        self.window: MainWindow = application.build(app, tools)
        if wide:
            self.window.resize(*WIDE)
        self.window.show()
        self.window.activateWindow()
        context = self.context = self.window.context
        opened: list[Any] = []
        context.jobs.run(lambda: open_safe(folder, TODAY), done=opened.append, failed=opened.append)
        until(lambda: opened, seconds=60)
        context.session.open(opened[0], str(folder))
        self.safe = opened[0]

    def words(self, least: int = 1, most: int = 6) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(self.chance.randint(least, most)))

    # ------------------------------------------------------------------ an interview

    def _writing(self, draft: Draft, *kinds: str) -> Writing:
        catalogue = self.tools.catalogue
        definition = (
            catalogue.form(draft.pack) if draft.pack == FORM else catalogue.letter(draft.pack)
        )
        interview = Interview(definition, draft, TODAY, catalogue.abbreviations)
        asked = [one for page in interview.pages for one in page.questions]
        of_kind = [one.id for one in asked if one.kind in kinds]
        question = self.chance.choice(of_kind) if of_kind else ""
        context = self.context
        made = Writing(
            interview,
            runner=context.jobs,
            bar=context.navigator,
            holder=context.session,
            question=question,
        )
        context.session.writing = made
        return made

    def _one(self, *kinds: str) -> tuple[Writing, Any]:
        writing = self._writing(Draft(LETTER), *kinds)
        self.window.go(to.Questions(writing=writing))
        page: Any = self.window.page()
        until(page.heading.hasFocus)
        page.answer_of(writing.question).begin()
        return writing, page

    def line(self) -> dict[str, Any]:
        writing, page = self._one("name", "text", "amount", "postal_code")
        write(self.words())
        return {"answers": {writing.question: page.typed()[writing.question]}}

    def date(self) -> dict[str, Any]:
        writing, page = self._one("date")
        write(self.chance.choice(["3/11/2026", "31/02/2026", "3/1", "9"]))
        return {"answers": {writing.question: page.typed()[writing.question]}}

    def choice(self) -> dict[str, Any]:
        writing, page = self._one("choice", "yes_no")
        strike(Qt.Key.Key_Space)
        for _ in range(self.chance.randint(0, 2)):
            strike(Qt.Key.Key_Down)
        return {"answers": {writing.question: page.typed()[writing.question]}}

    def long_text(self) -> dict[str, Any]:
        writing, page = self._one("long_text")
        for _ in range(self.chance.randint(1, 3)):
            write(self.words(2, 8))
            strike(Qt.Key.Key_Return)
        return {"answers": {writing.question: page.typed()[writing.question]}}

    def office_sheet(self) -> dict[str, Any]:
        """Two lines of an office's sheet, the second one while one is still in it."""
        return self._all_asked(to.OfficeSheet)

    def whole(self) -> dict[str, Any]:
        return self._all_asked(to.AllQuestions)

    def _all_asked(self, way: Callable[..., Any]) -> dict[str, Any]:
        writing = self._writing(Draft(LETTER))
        self.window.go(way(writing=writing))
        page: Any = self.window.page()
        page.finish()
        typed = {}
        lines = [
            (name, page.answer_of(name))
            for name in page.asks
            if isinstance(page.answer_of(name).first(), QLineEdit)
        ]
        for name, answer in self.chance.sample(lines, 2):
            answer.begin()
            write(self.words())
            typed[name] = answer.answer()
        return {"answers": typed}

    def on_page(self) -> dict[str, Any]:
        writing = self._writing(Draft(FORM))
        self.window.go(to.OnPage(writing=writing))
        page: Any = self.window.page()
        until(lambda: page.filling.rows, seconds=60)
        rows = [row for row in page.filling.rows if writing.interview.step(row.question)]
        page._answer.choose(self.chance.choice(rows))
        until(lambda: page.question is not None)
        field = held()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            write(self.words(1, 3))
        else:
            strike(Qt.Key.Key_Space)
        return {"answers": {page.question.id: page.answer.answer()}}

    def box_on_page(self) -> dict[str, Any]:
        """Draw a box that is missing, move it, and give it a name."""
        opened = open_pdf(self.tools.forms, self.tools.catalogue, flat_form(), "demande.pdf")
        form = make_form(opened, TODAY)
        interview, context = begin_generic(form, TODAY), self.context
        context.session.blanks[interview.draft.pack] = OwnBlank(opened.blank, form.field_map)
        writing = Writing(
            interview, runner=context.jobs, bar=context.navigator, holder=context.session
        )
        context.session.writing = writing
        self.window.go(to.OnPage(writing=writing))
        page: Any = self.window.page()
        page.perform(page_boxes.AddBox())
        page._boxes.draw(1, (400.0, 300.0, 90.0, 14.0))
        until(lambda: page._boxes.at_work, seconds=60)
        right = self.chance.randint(1, 9)
        page._boxes.place(lambda form, index: boxes.move(form, index, right, 0))
        field = held()
        assert isinstance(field, QLineEdit)
        strike(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        write(self.words(1, 3))
        x = writing.corrections.editing.place.box[0]  # type: ignore[union-attr]
        return {"drawn": [field.text(), x]}

    def paragraph(self) -> dict[str, Any]:
        draft = self.tools.demo.letter
        writing = self._writing(draft)
        self.window.go(to.Letter(draft=draft, keep=writing.keep, writing=writing))
        page: Any = self.window.page()
        until(lambda: page.paragraphs, seconds=60)
        jobs = self.context.jobs
        until(lambda: not jobs._waiting, seconds=120)  # she reads the letter before
        choose("Lire et changer les phrases")
        tab_to("Le modifier")
        press(Qt.Key.Key_Return)
        field = held()
        assert isinstance(field, QPlainTextEdit)
        write(self.words())
        (name,) = page.hand.now.opened
        return {"writing": {name: field.toPlainText()}}

    # ------------------------------------------------------------------ models

    def box(self) -> dict[str, Any]:
        pdf = paper(flat_sheet, size=(595, 842))
        self.window.go(to.FormEditor(pdf=pdf, name="Demande"))
        until(lambda: type(self.window.page()).__name__ == "EditorScreen", "no form", 60)
        label = self.chance.choice(["Ce que dit le papier", "Titre du modèle"])
        tab_to(label)
        press(Qt.Key.Key_End)
        write(self.words())
        field = held()
        assert isinstance(field, QLineEdit)
        return {"box" if label.startswith("Ce") else "title": field.text()}

    def own_paragraph(self) -> dict[str, Any]:
        catalogue = self.tools.catalogue
        definition = catalogue.letter(LETTER)
        questions = {one.id: one for one in questions_of(definition)}
        letter = copy_letter(catalogue, LETTER, "Notre recours")
        editing = LetterEditing(LETTER, questions, History(letter), letter)
        self.context.session.editing = editing
        self.window.go(to.LetterEditor())
        page: Any = self.window.page()
        index = self.chance.randrange(3)
        page.change(index)
        field = page._cards[index]._field.edit
        field.setFocus()
        write(self.words() + self.chance.choice(["", " [pas fini"]))
        return {"own": [index, field.toPlainText()]}

    # ------------------------------------------------------------------ a dossier, a person

    def act(self) -> dict[str, Any]:
        made: list[str] = []
        safe = self.safe
        self.context.jobs.run(
            lambda: made.append(safe.dossiers.add("Dette", on=TODAY)),
            done=bool,
            failed=made.append,  # type: ignore[arg-type]
        )
        until(lambda: made)
        self.window.go(to.RecordEvent(dossier=made[0], kind="posted"))
        tab_to("Jour")
        write(self.chance.choice(["24/11/2026", "31/02/20", "2"]))
        tab_to("Quel numéro")
        write(self.words(1, 2))
        page: Any = self.window.page()
        typed = page.asks[ACT].typed()
        return {"half": {f"acte-{made[0]}-posted": typed}}

    def name(self) -> dict[str, Any]:
        self.window.go(to.People())
        tab_to("Nom d’une nouvelle personne")
        write(self.words())
        field = held()
        assert isinstance(field, QLineEdit)
        return {"half": {"personnes": {"name": field.text()}}}


SCREENS_TYPED: dict[str, Callable[[Hand], dict[str, Any]]] = {
    "line": Hand.line,
    "date": Hand.date,
    "choice": Hand.choice,
    "long_text": Hand.long_text,
    "whole": Hand.whole,
    "office_sheet": Hand.office_sheet,
    "on_page": Hand.on_page,
    "box_on_page": Hand.box_on_page,
    "paragraph": Hand.paragraph,
    "box": Hand.box,
    "own_paragraph": Hand.own_paragraph,
    "act": Hand.act,
    "name": Hand.name,
}


def live(tools: Tools, asked: dict[str, Any]) -> None:
    app = QApplication([])
    chance = random.Random(asked["seed"])
    hand = Hand(app, tools, Path(asked["folder"]), chance, wide=asked["seed"] % 2 == 1)
    say(SCREENS_TYPED[asked["screen"]](hand))
    beat = QTimer()
    beat.timeout.connect(lambda: say("beat"))
    beat.start(BEAT_MS)
    app.exec()


def say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> None:
    tools = Tools()
    tools.catalogue.search()
    _ = tools.demo.letter, tools.law, tools.letters
    for place in SCREENS.values():
        importlib.import_module(place.partition(":")[0])
    say("ready")
    while line := sys.stdin.readline():
        person = os.fork()
        if not person:
            live(tools, json.loads(line))
        say(person)
        _, how = os.waitpid(person, 0)
        say({"ended": how})


if __name__ == "__main__":
    main()
