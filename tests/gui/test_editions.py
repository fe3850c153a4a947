"""Before a form: which edition it is, and what is done with one that is not known."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.datafiles import data_root
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.cases.view import Boxes
from desktop_app.gui.screens.formulaire.view import FormScreen
from desktop_app.gui.screens.pdf.view import OpenPdf
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.widgets.edition_card import EditionCard
from desktop_app.gui.widgets.number_picture import NumberPicture
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.guidance.pack_list import form_model
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.store import Safe
from tests.gui import letters
from tests.gui.conftest import TODAY, in_worker
from tests.gui.keyboard import choose, until
from tests.helpers import editions

DRAFT = Draft(
    editions.PACK, {"nom": "Martin", "commune": "Lyon", "courriel": "a@example.org", "rue": "x"}
)


@pytest.fixture
def screen(window: MainWindow, context: Context, tmp_path: Path) -> Iterator[FormScreen]:
    """The form's screen, of a form of which two editions are known."""
    (root := tmp_path / "modeles").mkdir()
    editions.write_pack(root)
    tools = context.tools
    tools.__dict__["catalogue"] = FolderCatalogue(data_root("forms"), root)
    interview = Interview(tools.catalogue.form(editions.PACK), DRAFT, TODAY)
    writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    context.session.writing = writing
    window.go(to.FilledForm(draft=DRAFT, writing=writing))
    page = window.page()
    assert isinstance(page, FormScreen)
    until(lambda: page.findChildren(EditionCard))
    yield page
    context.session.saver = None


def said(page: Page) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if not one.isHidden())


def give(page: FormScreen, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "vide.pdf").write_bytes(data)
    page.fill_file(str(tmp_path / "vide.pdf"))


def test_the_edition_is_said_with_where_to_check_it(screen: FormScreen) -> None:
    words = said(screen)
    assert "Vérifiez l’édition imprimée sur votre formulaire : n° 99999*02" in words
    assert "Vérifié le 24 novembre 2026." in words
    choose("Pourquoi ?")
    assert "Source, lue le 24 novembre 2026 : Le formulaire lui-même." in said(screen)
    assert screen.findChildren(NumberPicture)


def test_the_paper_may_be_the_older_edition(screen: FormScreen) -> None:
    (chosen,) = screen.findChildren(ClosedList)
    assert chosen.accessibleName() == "Quelle édition est imprimée sur votre formulaire ?"
    chosen.put("99999*01")
    chosen.activated.emit(chosen.currentIndex())
    until(lambda: "n° 99999*01" in said(screen))
    choose("J’ai le formulaire en papier")
    until(lambda: screen._made)
    assert screen._made is not None
    assert screen._made.prepared.document.edition == "99999*01"
    until(lambda: "1 réponse gardée, mais sans case sur cette édition" in said(screen))


def test_a_known_edition_is_filled_at_once(screen: FormScreen, tmp_path: Path) -> None:
    give(screen, tmp_path, editions.blank("01", editions.FIRST))
    until(lambda: screen._made)
    assert screen._made is not None
    assert screen._made.proved
    assert screen._made.prepared.document.edition == "99999*01"


def test_another_edition_says_what_changes_and_nothing_is_made(
    screen: FormScreen, tmp_path: Path
) -> None:
    give(screen, tmp_path, editions.unknown())
    until(lambda: "Ce qui change" in said(screen))
    words = said(screen)
    assert "Ce PDF est l’édition 99999*03. La plus proche que nous connaissons : 99999*01." in words
    assert "2 cases nouvelles : Prénom ; Situation de famille." in words
    assert screen._made is None
    imprimer = next(b for b in screen.findChildren(QPushButton) if b.text() == "Imprimer")
    assert not imprimer.isEnabled()


def test_only_what_is_found_again_is_filled(screen: FormScreen, tmp_path: Path) -> None:
    give(screen, tmp_path, editions.unknown())
    until(lambda: "Ce qui change" in said(screen))
    choose("Remplir seulement les cases retrouvées")
    until(lambda: screen._made)
    assert screen._made is not None
    assert screen._made.proved
    until(lambda: "2 cases à remplir vous-même : Prénom ; Situation de famille." in said(screen))


def test_or_the_new_boxes_are_asked_and_the_answers_stay(
    window: MainWindow, context: Context, screen: FormScreen, tmp_path: Path, safe: Safe
) -> None:
    give(screen, tmp_path, editions.unknown())
    until(lambda: "Ce qui change" in said(screen))
    choose("Répondre aussi pour les cases nouvelles")
    until(lambda: isinstance(window.page(), Questions))
    writing = context.session.writing
    assert writing is not None
    assert dict(writing.interview.draft.answers) == dict(DRAFT.answers)
    until(lambda: writing.draft_id)
    kept: list[saving.Resumed] = []
    catalogue = context.tools.catalogue

    def read() -> None:
        kept.append(saving.resume(safe, catalogue, writing.draft_id, TODAY))

    in_worker(context, read)
    labels = [step.question.label for step in kept[0].interview.steps]
    assert labels[-2:] == ["Prénom", "Situation de famille"]
    assert dict(kept[0].interview.draft.answers) == dict(DRAFT.answers)


def test_opened_as_any_pdf_it_is_said_which_form_it_is_another_edition_of(
    window: MainWindow, context: Context, screen: FormScreen, tmp_path: Path
) -> None:
    (tmp_path / "vide.pdf").write_bytes(editions.unknown())
    window.go(to.OpenPdf())
    page = window.page()
    assert isinstance(page, OpenPdf)
    page.open(str(tmp_path / "vide.pdf"))
    until(lambda: "Ce qui change" in said(page))
    assert "Ce PDF est l’édition 99999*03. La plus proche que nous connaissons : 99999*01." in said(
        page
    )
    choose("Répondre aux questions de ce formulaire")
    until(lambda: isinstance(window.page(), Questions))
    writing = context.session.writing
    assert writing is not None
    labels = [step.question.label for step in writing.interview.steps]
    assert labels == [
        "Nom ?", "Rue ?", "Commune ?", "Téléphone ?", "Adresse électronique ?",
        "Êtes-vous d'accord ?", "Prénom", "Situation de famille",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edition", "rows", "told", "go"),
    [
        ("01", editions.FIRST, "demandez le n° 99999*02", "Répondre quand même aux questions"),
        ("02", editions.SECOND, "Ce formulaire est connu ici.", "Répondre aux questions"),
    ],
)
def test_which_form_it_is_and_whether_it_is_taken_is_said_before_the_first_question(
    window: MainWindow,
    screen: FormScreen,
    tmp_path: Path,
    edition: str,
    rows: tuple[editions.Row, ...],
    told: str,
    go: str,
) -> None:
    (tmp_path / "vide.pdf").write_bytes(editions.blank(edition, rows))
    window.go(to.OpenPdf())
    page = window.page()
    assert isinstance(page, OpenPdf)
    page.open(str(tmp_path / "vide.pdf"))
    until(lambda: told in said(page))
    assert f"Formulaire 99999, édition 99999*{edition}." in said(page)
    assert "Vérifié le" in said(page)
    focused = page.focusWidget()
    assert isinstance(focused, QLabel)
    assert told in focused.text()
    choose(go)
    until(lambda: isinstance(window.page(), Questions))


@pytest.mark.parametrize(
    ("blank", "told", "go"),
    [
        (editions.unknown(), "Ce qui change", "Répondre case par case"),
        (editions.blank("02", editions.SECOND), "est connu ici", "Une case est mal placée"),
    ],
    ids=["another edition", "one that is known"],
)
def test_or_it_is_answered_box_by_box(
    window: MainWindow, screen: FormScreen, tmp_path: Path, blank: bytes, told: str, go: str
) -> None:
    (tmp_path / "vide.pdf").write_bytes(blank)
    window.go(to.OpenPdf())
    page = window.page()
    assert isinstance(page, OpenPdf)
    page.open(str(tmp_path / "vide.pdf"))
    until(lambda: told in said(page))
    choose(go)
    until(lambda: isinstance(window.page(), Boxes))


def test_the_place_of_a_known_number_is_marked_where_it_stands(context: Context) -> None:
    model = form_model(context.tools.catalogue, "15548-domiciliation")
    picture = NumberPicture(context.look, model.number_at)
    picture.resize(picture.sizeHint())
    (mark,) = picture.marks()
    assert mark.center().x() > picture.width() / 2
    assert mark.center().y() < picture.height() / 4


@pytest.mark.parametrize(
    "data",
    [editions.unknown, lambda: editions.blank("02", editions.SECOND)],
    ids=["other", "known"],
)
def test_what_became_of_the_pdf_is_in_view_on_a_small_screen(
    screen: FormScreen, tmp_path: Path, data: Callable[[], bytes]
) -> None:
    give(screen, tmp_path, data())
    until(lambda: "édition" in screen.state.text() or "relues" in letters.told(screen))

    def seen() -> bool:
        top = screen.state.mapTo(screen.viewport(), QPoint(0, 0)).y()
        return 0 <= top < screen.viewport().height() // 2

    until(seen, "what is said stands under the fold")
