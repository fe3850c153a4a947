"""A process that answers a letter in the real window, saving in a real safe, until it is killed.

``python -m tests.gui.answering SAFE [F.pdf]`` prints one JSON line each time that the bar says
"Enregistré": what has been acknowledged to the person, and at which question she then is.
"""

import datetime as dt
import json
import os
import sys
from pathlib import Path
from typing import Any

from tests.helpers.clocks import Noon

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.core.answers.draft_json import write_json
from desktop_app.core.generic.build import NO_CHANGES
from desktop_app.gui import app as application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.verifier.view import Verifier
from desktop_app.gui.starting import start, start_generic, take_up
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from desktop_app.pages.gestures import TakeUp
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.generic import open_pdf
from tests.gui.keyboard import choose, press, until, write
from tests.helpers.safes import open_safe

TODAY = dt.date(2026, 11, 24)
LETTER = "caf-indu-rsa"
WORDS = {"name": "Dupré", "text": "Rue"}
"""What is typed where a question gives no example."""


class FixedClock(Noon):
    """The day of the test."""

    def today(self) -> dt.date:
        return TODAY


class Tools(RealTools):
    """Everything real but the date."""

    clock = FixedClock()  # type: ignore[assignment]


def main(folder: Path, pdf: Path | None = None) -> None:
    """Open the safe, take up the draft that is there or begin one, and answer for ever.

    ``pdf`` is a form that no pack knows: what is begun is its questions, in place of a letter.
    """
    app = QApplication([])
    window = application.build(app, Tools())
    window.show()
    window.activateWindow()
    _tell_what_is_saved(window)
    opened: list[Any] = []
    jobs = window.context.jobs
    jobs.run(lambda: open_safe(folder, TODAY), done=opened.append, failed=opened.append)
    until(lambda: opened)
    window.context.session.open(opened[0], str(folder))
    found: list[Any] = []
    jobs.run(opened[0].drafts.unfinished, done=found.append, failed=found.append)
    until(lambda: found)
    page = window.page()
    assert page is not None
    if found[0]:
        take_up(window.context, page, TakeUp(found[0][0].id))
    else:
        _begin(window, page, pdf)
    while True:
        until(lambda: isinstance(window.page(), Questions | Verifier))
        while isinstance(shown := window.page(), Questions):
            _answer(shown)
        # All is answered: another one, for ever.
        window.restart(to.Home())
        page = window.page()
        assert page is not None
        _begin(window, page, pdf)


def _begin(window: MainWindow, page: Page, pdf: Path | None) -> None:
    if pdf is None:
        start(window.context, page, LETTER)
        return
    tools = window.context.tools
    opened = open_pdf(tools.forms, tools.catalogue, pdf.read_bytes(), pdf.name)
    start_generic(window.context, page, opened, NO_CHANGES)


def _tell_what_is_saved(window: MainWindow) -> None:
    say = window.show_saved

    def tell(words: str) -> None:
        say(words)
        writing = window.context.session.writing
        if writing is not None and words.startswith("Enregistré à"):
            told = {"id": writing.draft_id, "question": writing.question}
            told["draft"] = write_json(writing.interview.draft)
            sys.stdout.write(json.dumps(told) + "\n")
            sys.stdout.flush()

    window.show_saved = tell  # type: ignore[method-assign]


def _answer(page: Questions) -> None:
    """Answer one page by keyboard, whatever it asks; what is refused is left for later."""
    window = page.window()
    assert isinstance(window, MainWindow)
    until(lambda: page.heading.hasFocus() or held_in(page))
    if not held_in(page):
        press(Qt.Key.Key_Return)
    while window.page() is page and (name := held_in(page)):
        if _fill(page, name):
            press(Qt.Key.Key_Return)
        else:
            _leave(page, name)
        until(lambda: window.page() is not page or not page.looking)
        if window.page() is page and page.wrong:
            choose("Retour")
            return
    if isinstance(window.place, to.LastDay):
        choose("Continuer")


def held_in(page: Questions) -> str:
    """Return the question where the focus is; "" elsewhere."""
    held = QApplication.focusWidget()
    return next((name for name, ask in page.asks.items() if held and ask.isAncestorOf(held)), "")


def _fill(page: Questions, name: str) -> bool:
    """Answer a question; return whether Enter goes on from there."""
    answer = page.answer_of(name)
    asked = answer.question
    step = page.writing.interview.step(name)
    example = (step.question.example if step else "") or WORDS.get(asked.kind, "")
    if asked.kind == "long_text":
        return False
    if asked.choices or asked.kind == "yes_no":
        press(Qt.Key.Key_Space)
    elif answer.answer() != example:
        answer.put("")  # half typed in a life before: written anew
        answer.begin()
        write(example)
    return True


def _leave(page: Questions, name: str) -> None:
    """Leave a box of several lines, where Enter begins another one."""
    for _ in range(5):
        press(Qt.Key.Key_Tab)
        if held_in(page) != name:
            break
    if not held_in(page):
        choose("Continuer")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
