"""A6: what changes is shown on the screen and said by a screen reader, in the same words.

Only errors and what time does interrupt what is being read. The recorder stands where Qt would hand
the announcement to the screen reader.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.core.answers.draft import Draft
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.store import Safe
from tests.gui.asking import PAPERS, now
from tests.gui.conftest import TODAY, in_worker
from tests.gui.harness.printers import Printers
from tests.gui.harness.screens import Material
from tests.gui.harness.shown import name_of
from tests.gui.hearing import Recorder
from tests.gui.keyboard import choose, held, press, until, write

LETTER = "caf-indu-rsa"


def expect_seen(window: MainWindow, words: str) -> None:
    """Wait until the window shows exactly these words."""
    until(
        lambda: any(
            label.text() == words and label.isVisible() for label in window.findChildren(QLabel)
        ),
        f"« {words} » is heard and not seen",
    )


def expect_heard_by_the_focus(window: MainWindow, recorder: Recorder, words: str) -> None:
    """Wait until an error has the focus, which a reader reads: announced too, it is heard twice."""
    until(lambda: isinstance(held(), QLabel) and name_of(held()).startswith(words), words)
    expect_seen(window, name_of(held()))
    assert not [said for said in recorder if said.words.startswith("Erreur")]


def writing(context: Context, window: MainWindow, draft: Draft | None = None) -> Writing:
    definition = context.tools.catalogue.letter(LETTER)
    interview = Interview(definition, draft or Draft(LETTER), TODAY)
    found = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    context.session.writing = found
    return found


def alone(context: Context, window: MainWindow) -> Writing:
    """Return a letter whose first page asks one thing, a choice."""
    definition = context.tools.catalogue.letter(PAPERS)
    interview = Interview(definition, Draft(PAPERS), TODAY)
    return Writing(interview, runner=context.jobs, bar=window, holder=context.session)


def type_a_wrong_day(window: MainWindow, context: Context) -> None:
    """On a page of several answers, all but one being right."""
    right = {"organisme": "caf", "comment_recue": "ne-sait-plus"}
    window.go(to.Questions(writing=writing(context, window, Draft(LETTER, right))))
    page = now(window)
    page.answer_of("date_decision").begin()
    write("31/02/2026")
    choose("Continuer")


def test_saved(window: MainWindow, context: Context, safe: Safe, recorder: Recorder) -> None:
    window.go(to.Questions(writing=alone(context, window)))
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    said = recorder.heard("Enregistré à ")
    assert not said.urgent
    expect_seen(window, said.words)


def test_not_saved_without_a_safe(window: MainWindow, context: Context, recorder: Recorder) -> None:
    window.go(to.Questions(writing=alone(context, window)))
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    said = recorder.heard("Rien n’est gardé sur cet ordinateur")
    assert not said.urgent
    expect_seen(window, said.words)


def test_one_error(window: MainWindow, context: Context, recorder: Recorder) -> None:
    type_a_wrong_day(window, context)
    expect_heard_by_the_focus(window, recorder, "Erreur : Ce jour n’existe pas")


def test_an_error_that_is_left_is_in_the_title_no_more(
    window: MainWindow, context: Context
) -> None:
    type_a_wrong_day(window, context)
    until(lambda: window.windowTitle().startswith("Erreur"), "the title says nothing")
    press(Qt.Key.Key_Escape)
    until(lambda: not window.windowTitle().startswith("Erreur"), "the title says it for ever")


def test_several_errors(window: MainWindow, context: Context, recorder: Recorder) -> None:
    draft = context.tools.demo.letter
    kept = writing(context, window, draft)
    for step in kept.interview.steps:
        if step.question.kind in ("date", "amount"):
            kept.say(step.question.id, "ni une date ni une somme")
    count = len(kept.interview.troubles)
    assert count > 1
    window.go(to.AllQuestions(writing=kept))
    choose("Continuer")
    expect_heard_by_the_focus(window, recorder, f"Erreur : {count} réponses sont à corriger.")


def filed(context: Context, safe: Safe, folder: object) -> str:
    """File a letter and return its id."""
    from desktop_app.workflow.documents.filing import file_paper

    material = Material(context.tools, folder)  # type: ignore[arg-type]
    ids: list[str] = []
    in_worker(
        context,
        lambda: ids.append(file_paper(safe, context.tools, material.made, TODAY)[1]),
    )
    return ids[0]


def test_erased_and_taken_back(
    window: MainWindow, context: Context, safe: Safe, recorder: Recorder, tmp_path: object
) -> None:
    window.go(to.StoredDocument(document=filed(context, safe, tmp_path)))
    until(lambda: any("Page 1" in said.words for said in recorder))
    choose("Mettre à la corbeille")
    said = recorder.heard("À la corbeille")
    assert not said.urgent
    expect_seen(window, said.words)
    window.go(to.Bin())
    until(lambda: _offered(window, "Reprendre ce document"))
    choose("Reprendre ce document")
    said = recorder.heard("Le document est revenu à sa place.")
    assert not said.urgent
    expect_seen(window, said.words)
    page = window.page()
    assert page is not None
    until(lambda: held() is page.heading, "the focus is lost with the button")


def test_copied_out(
    window: MainWindow, context: Context, safe: Safe, recorder: Recorder, tmp_path: object
) -> None:
    document = filed(context, safe, tmp_path)
    window.go(to.StoredDocument(document=document))
    until(lambda: any("Page 1" in said.words for said in recorder))
    page = window.page()
    page.save_to(f"{tmp_path}/copie.pdf")  # type: ignore[union-attr]
    said = recorder.heard("Copie enregistrée.")
    assert not said.urgent
    expect_seen(window, said.words)


def test_what_is_found(window: MainWindow, recorder: Recorder) -> None:
    choose("Écrivez avec vos mots")
    write("la caf me réclame des sous")
    until(lambda: any("situation" in said.words for said in recorder))
    said = next(said for said in recorder if "situation" in said.words)
    assert not said.urgent
    expect_seen(window, said.words)


def test_printed_or_not(window: MainWindow, context: Context, recorder: Recorder) -> None:
    """Each news of the printer is said: polite while all goes well, else it interrupts."""
    material = Material(context.tools, None)  # type: ignore[arg-type]
    window.go(to.Print(draft=material.draft, made=material.made, service=Printers("Salon")))
    choose_exactly("Imprimer")
    for words in ("Le document part vers « Salon »…", "Le document attend son tour", "« Salon » a"):
        said = recorder.heard(words)
        assert not said.urgent
    expect_seen(window, said.words)
    window.go(to.Print(draft=material.draft, made=material.made, service=Printers()))
    said = recorder.heard("Aucune imprimante n’est trouvée.")
    assert said.urgent
    expect_seen(window, said.words)


def choose_exactly(name: str) -> None:
    until(lambda: held().accessibleName() == name or press(Qt.Key.Key_Tab))
    press(Qt.Key.Key_Return)


def test_the_safe_locked_by_time(
    window: MainWindow, context: Context, safe: Safe, recorder: Recorder
) -> None:
    window.lock_now()
    said = recorder.heard("Votre coffre est fermé. Écrivez votre phrase pour le rouvrir.")
    assert said.urgent
    expect_seen(window, said.words)


def _offered(window: MainWindow, words: str) -> bool:
    from desktop_app.gui.widgets.buttons import Button

    page = window.page()
    assert isinstance(page, Page)
    return any(b.accessibleName().startswith(words) for b in page.findChildren(Button))
