"""A process that rewrites a paragraph of a finished letter, over and over, until it is killed.

``python -m tests.gui.rewriting SAFE`` prints a JSON line each time that the bar says "Enregistré".
"""

import itertools
import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from desktop_app.gui import app as application
from desktop_app.gui.screens.document.view import DocumentScreen
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.interview.interview import Interview
from tests.gui.answering import TODAY, Tools, _tell_what_is_saved
from tests.gui.keyboard import until
from tests.helpers.safes import open_safe


def main(folder: Path) -> None:
    """Open the safe, show the letter of the demonstration, and rewrite its first paragraph."""
    app = QApplication([])
    window = application.build(app, Tools())
    window.show()
    _tell_what_is_saved(window)
    context = window.context
    opened: list[Any] = []
    context.jobs.run(lambda: open_safe(folder, TODAY), done=opened.append, failed=opened.append)
    until(lambda: opened)
    context.session.open(opened[0], str(folder))
    draft = context.tools.demo.letter
    interview = Interview(context.tools.catalogue.letter(draft.pack), draft, TODAY)
    writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    context.session.writing = writing
    window.go(to.Letter(draft=draft, keep=writing.keep, writing=writing))
    page = window.page()
    assert isinstance(page, DocumentScreen)
    until(lambda: page.paragraphs)
    first = page.paragraphs[0].id
    for number in itertools.count(1):
        page.write_instead(first, f"Mes mots, {number} fois.")
        app.processEvents()
        until(lambda: not writing.unsaved)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
