"""Vérifiez: what was not answered is opened by one gesture, and one comes back to its line."""

from PySide6.QtCore import Qt

from desktop_app.core.answers.answer_file import read_draft
from desktop_app.datafiles import data_root
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.verifier.view import Verifier
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.interview.interview import Interview
from tests.gui.conftest import TODAY
from tests.gui.keyboard import choose, held, name, press, tab_to, until


def check(window: MainWindow, context: Context) -> Writing:
    """Show the answers of the example letter, of which some are left out."""
    draft = context.tools.demo.letter
    interview = Interview(context.tools.catalogue.letter(draft.pack), draft, TODAY)
    writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    window.go(to.Check(writing=writing))
    until(lambda: isinstance(window.page(), Verifier))
    return writing


def test_what_was_not_answered_is_opened_and_found_again(
    window: MainWindow, context: Context
) -> None:
    check(window, context)
    choose("Voir les ")
    first = name(held())
    assert first.startswith("Ajouter : "), "one is at the first of them"
    press(Qt.Key.Key_Return)
    until(lambda: isinstance(window.page(), Questions))
    choose("Retour")
    until(lambda: isinstance(window.page(), Verifier))
    until(lambda: name(held()) == first, "still without an answer: back at the same line")
    choose("Cacher les questions sans réponse")
    assert name(held()).startswith("Voir les "), "the focus stays where it was"
    assert first not in [name(one) for one in window.page().findChildren(type(held()))]  # type: ignore[union-attr]
    tab_to("Toutes les questions")
    press(Qt.Key.Key_Return)
    until(lambda: isinstance(window.place, to.AllQuestions))
    choose("Continuer")
    until(lambda: isinstance(window.page(), Verifier), "all of them lead back there")


def test_a_part_of_a_long_form_is_opened_by_its_line_and_found_open_again(
    window: MainWindow, context: Context
) -> None:
    pack = "15692-demande-mdph"
    example = data_root("forms") / "official" / pack / "examples" / "1-adulte-simple.toml"
    draft = read_draft(example.read_bytes(), pack, "1")
    interview = Interview(context.tools.catalogue.form(pack), draft, TODAY)
    writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    window.go(to.Check(writing=writing))
    tab_to("Vous : ")
    press(Qt.Key.Key_Return)
    first = name(held())
    assert first.startswith("Changer : "), "one is at the first answer of the part"
    press(Qt.Key.Key_Return)
    until(lambda: isinstance(window.page(), Questions))
    choose("Retour")
    until(lambda: isinstance(window.page(), Verifier))
    until(lambda: name(held()) == first, "the part is open, and one is at the answer that was left")
    choose("Cacher : Vous")
    assert name(held()).startswith("Vous : "), "the focus stays where it was"
    context.session.saver = None
