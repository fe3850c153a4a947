"""A process that makes a form on the pages of a PDF, in a real safe, until it is killed.

``python -m tests.gui.making SAFE F.pdf`` takes up what it finds in the safe as the first screen
offers it, or begins with the PDF, and changes box after box for ever. It prints one JSON line each
time that the bar says that the model is kept: what has been acknowledged to the person.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.core.authoring.kept import KeptModel, write_kept
from desktop_app.gui import app as application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.editeur.view import EditorScreen
from desktop_app.pages import destinations as to
from tests.gui.answering import Tools
from tests.gui.conftest import TODAY
from tests.gui.keyboard import choose, press, tab_to, until, write
from tests.helpers.safes import open_safe

PAUSE = 0.9
"""Seconds between two gestures: a little more than the hands must rest."""
OFFERED = "Vous n’aviez pas fini votre modèle"


def main(folder: Path, pdf: Path) -> None:
    app = QApplication([])
    window = application.build(app, Tools())
    window.show()
    window.activateWindow()
    _tell_what_is_kept(window)
    opened: list[Any] = []
    jobs = window.context.jobs
    jobs.run(lambda: open_safe(folder, TODAY), done=opened.append, failed=opened.append)
    until(lambda: opened)
    window.context.session.open(opened[0], str(folder))
    window.restart(to.Home())
    until(lambda: not jobs._waiting)
    if pdf.exists():
        window.go(to.FormEditor(pdf=pdf.read_bytes(), name="Demande"))
    else:
        choose(OFFERED)
    until(lambda: isinstance(window.page(), EditorScreen), "no form to change", 60)
    _change_for_ever(window)


def _change_for_ever(window: MainWindow) -> None:
    """Give box after box another name, move it, add one: by keyboard."""
    turn = 0
    while True:
        turn += 1
        tab_to("Ce que dit le papier")
        press(Qt.Key.Key_End)
        write(f" {turn}")
        press(Qt.Key.Key_Return)
        tab_to("Page 1 sur 1")
        press(Qt.Key.Key_Right, 2)
        if turn % 3 == 0:
            press(Qt.Key.Key_Insert)
        # While she goes on, what was done before is being written: she waits for nothing.
        end = time.monotonic() + PAUSE
        while time.monotonic() < end:
            QCoreApplication.processEvents()


def _tell_what_is_kept(window: MainWindow) -> None:
    say = window.show_saved

    def hear(words: str) -> None:
        say(words)
        editing = window.context.session.editing
        if "gardé dans le coffre" in words and editing is not None:
            held = editing.held
            told = {"id": held.draft, "model": write_kept(KeptModel(form=held.value))}  # type: ignore[arg-type]
            sys.stdout.write(json.dumps(told) + "\n")
            sys.stdout.flush()

    window.show_saved = hear  # type: ignore[method-assign]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
