"""The same form for the next person: chosen in the list, its file never asked for again."""

import datetime as dt
from pathlib import Path

from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.pdf.view import OpenPdf
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.pages import destinations as to
from desktop_app.pages.boxes import AskBoxes
from desktop_app.workflow.safes import blanks
from desktop_app.workflow.store import Safe
from tests.gui.asking import now
from tests.gui.conftest import in_worker
from tests.gui.keyboard import choose, until, write
from tests.gui.test_journey import offered
from tests.gui.test_unknown_pdf import found, open_pdf
from tests.helpers.unknown import unknown_form

ON = dt.date(2026, 11, 25)
TITLE = "Demande de carte"
PEOPLE = ("Awa", "Paul")


def bring(window: MainWindow, context: Context, folder: Path) -> bytes:
    """Open the PDF for oneself, and answer something of it; return its bytes."""
    file = folder / "demande de carte.pdf"
    file.write_bytes(unknown_form())
    open_pdf(window, file)
    found(window).do(AskBoxes())
    until(lambda: isinstance(window.page(), Questions))
    now(window).answer_of("prenoms").begin()
    write("Simone")
    choose("Continuer")
    until(lambda: context.session.writing and not context.session.writing.unsaved)
    return file.read_bytes()


def begin_again(window: MainWindow, title: str = TITLE) -> None:
    """From the first screen to the first question, by keyboard: two choices."""
    for words in ("J’ai un formulaire, papier ou PDF", title):
        until(lambda words=words: offered(window, words), f"« {words} » is not offered")
        choose(words)
    until(lambda: isinstance(window.page(), Questions), "no question came")


def test_the_next_person_takes_it_from_the_list(
    window: MainWindow, context: Context, safe: Safe, tmp_path: Path
) -> None:
    brought = bring(window, context, tmp_path)
    for name in PEOPLE:
        ids: list[str] = []
        in_worker(context, lambda name=name, ids=ids: ids.append(safe.people.add(name, on=ON)))
        context.session.write_for(ids[0], name)
        context.session.blanks.clear()  # as after the safe was opened again
        window.restart(to.Home())
        begin_again(window)
        writing = context.session.writing
        assert writing is not None
        assert (writing.person, dict(writing.interview.draft.answers)) == (ids[0], {})
        assert context.session.blanks[writing.interview.draft.pack].data == brought
        assert now(window).asked is not None
    kept: list[object] = []
    in_worker(context, lambda: kept.extend(blanks.of_everybody(safe)))
    assert len(kept) == 1
    window.restart(to.OpenPdf())
    until(lambda: offered(window, TITLE), "nor where a PDF is opened")
    assert isinstance(window.page(), OpenPdf)
