"""Of whom a page is: said in its list, changed by one gesture by keyboard, undone; never another's.

One dossier fills a form for five people.
"""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from desktop_app.core.answers.draft import Draft
from desktop_app.core.generic.model import read_generic, write_generic
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.verifier.view import Verifier
from desktop_app.gui.starting import open_questions
from desktop_app.gui.writing import Writing
from desktop_app.workflow.documents.generic import begin_generic
from desktop_app.workflow.interview import saving
from desktop_app.workflow.store import Safe
from tests.gui.asking import now
from tests.gui.conftest import in_worker
from tests.gui.keyboard import choose, press, tab_to, until
from tests.gui.test_known_answers import proposals
from tests.helpers.household import HER, form, household

TODAY = dt.date(2026, 11, 25)
ASKED = "De qui parle cette page"


def begin(window: MainWindow, context: Context, safe: Safe) -> Writing:
    ids: list[str] = []
    known: dict[str, object] = {}

    def prepare() -> None:
        ids.append(household(safe))
        known.update(saving.known(safe, ids[0], own=False))

    in_worker(context, prepare)
    context.session.write_for(ids[0], HER)
    made = form()
    draft = Draft(made.definition.id, form=write_generic(made))
    interview = begin_generic(read_generic(draft.form), TODAY)
    writing = Writing(
        interview,
        runner=context.jobs,
        bar=window,
        holder=context.session,
        profile=known,  # type: ignore[arg-type]
    )
    open_questions(context, writing, None)
    return writing


def of_whom(window: MainWindow) -> str:
    (box,) = now(window).findChildren(QComboBox)
    return box.currentText()


def stands(window: MainWindow) -> list[object]:
    page = now(window)
    assert page.asked is not None
    return [page.answer_of(one.id).answer() for one in page.asked.all]


def test_five_people_are_written_from_their_own_sheets_in_two_gestures_a_page(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    begin(window, context, safe)
    found: list[tuple[str, object]] = []
    while not isinstance(window.page(), Verifier):
        press(Qt.Key.Key_F2)
        found.append((of_whom(window).partition(" (")[0], *stands(window)))
        shown = now(window).asked
        choose("Continuer")
        until(lambda shown=shown: not asking(window) or now(window).asked is not shown)
    assert found == [
        ("vous", "Martin", "Anne", "285037512345688"),
        ("Paul Durand", "Durand", "Paul", "183067512345690"),
        ("Léa Martin", "Léa Martin", "09/10/2012", "oui"),  # "Ajouter une personne ?"
        ("Tom Martin", "Tom Martin", "11/12/2016", "oui"),
        ("Zoé Martin", "Zoé Martin", "07/08/2020", ""),
    ]


def test_a_role_wrongly_guessed_is_changed_by_one_gesture_and_undone(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    writing = begin(window, context, safe)
    choose("Continuer")
    until(lambda: of_whom(window).startswith("Paul Durand"))
    assert proposals(window)[0].startswith("Dans la fiche de Paul Durand")
    tab_to(ASKED)
    press(Qt.Key.Key_Down)
    assert of_whom(window) == "Zoé Martin"
    assert proposals(window)[0].startswith("Dans la fiche de Zoé Martin")
    assert writing.interview.draft.whose
    until(lambda: not writing.unsaved)
    context.gestures.undo()
    until(lambda: not writing.interview.draft.whose)
    until(lambda: of_whom(window).startswith("Paul Durand"))
    assert proposals(window)[0].startswith("Dans la fiche de Paul Durand")


def asking(window: MainWindow) -> bool:
    return isinstance(window.page(), Questions)
