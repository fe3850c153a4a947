"""A form whose paper nobody here has, in the window: its sheet, its letter, its PDF, by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.datafiles import data_root
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.formulaire.prepared import PreparedScreen
from desktop_app.gui.screens.formulaire.view import FormScreen
from desktop_app.gui.screens.imprimer.view import PrintScreen
from desktop_app.gui.screens.pdf.view import OpenPdf
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.screens.reconnues.view import Matched
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Chosen
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.store import Safe
from tests.gui import keyboard
from tests.gui.conftest import TODAY
from tests.gui.keyboard import choose, press, tab_to, until
from tests.helpers import brought

DRAFT = Draft(
    brought.PACK,
    {
        "prenom": "Simone",
        "nom": "Martin",
        "date_naissance": "12/05/1958",
        "adresse_voie": "12 rue des Tilleuls",
        "code_postal": "42000",
        "commune": "Saint-Étienne",
        "organisme": "caf",
        "enfants_nombre": "0",
    },
)


@pytest.fixture
def screen(window: MainWindow, context: Context, tmp_path: Path) -> Iterator[PreparedScreen]:
    """The form's screen, half answered; own models go to a folder of the test."""
    tools = context.tools
    own = FolderCatalogue(data_root("forms"), own=tmp_path / "modeles")
    tools.__dict__["catalogue"] = own
    interview = Interview(own.form(brought.PACK), DRAFT, TODAY)
    writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    context.session.writing = writing
    window.go(to.FilledForm(draft=DRAFT, writing=writing))
    page = window.page()
    assert isinstance(page, PreparedScreen)
    yield page
    context.session.saver = None


def said(page: Page) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if not one.isHidden())


def test_what_can_be_had_today_is_offered_and_the_letter_begins_with_what_was_told(
    window: MainWindow, context: Context, screen: PreparedScreen
) -> None:
    """One gesture for each; nothing offers to print onto a paper that nobody saw."""
    words = said(screen)
    assert "Nous n’avons pas le papier lui-même" in words
    assert "Où trouver le papier" in words
    choose("Voir la feuille à recopier")
    until(lambda: screen._made)
    assert screen._made is not None
    assert screen._made.way == "hand"
    buttons = [one.text() for one in screen.findChildren(QPushButton)]
    assert not any("imprimer dessus" in one for one in buttons)
    choose("Écrire aussi la demande sur papier libre")
    until(lambda: isinstance(window.page(), Questions))
    writing = context.session.writing
    assert writing is not None
    draft = writing.interview.draft
    assert draft.pack == "premiere-demande"
    assert draft.answers["premiere_droit"] == "rsa"
    assert draft.answers["commune"] == "Saint-Étienne"


def test_the_pdf_is_brought_looked_at_and_filled_by_keyboard(
    window: MainWindow, context: Context, screen: PreparedScreen, tmp_path: Path, safe: Safe
) -> None:
    """Once the file is chosen: a line refused costs two gestures, all that is right one."""
    (file := tmp_path / "papier.pdf").write_bytes(brought.with_fields())
    screen.perform(Chosen("blank", str(file)))
    until(lambda: isinstance(window.page(), Matched))
    page = window.page()
    assert isinstance(page, Matched)
    assert "Ce PDF porte le n° 15481*07." in said(page)
    choose("Case « Dans ce logement depuis le »")
    tab_to("Ce n’est pas cette case")
    press(Qt.Key.Key_Return)
    assert "17 cases reconnues" in said(page)
    choose("C’est juste")
    until(lambda: isinstance(window.page(), Questions))
    writing = context.session.writing
    assert writing is not None
    assert writing.interview.draft.answers["commune"] == "Saint-Étienne"
    window.go(to.FilledForm(draft=writing.interview.draft, writing=writing))
    form = window.page()
    assert isinstance(form, FormScreen)
    choose("Remplir le PDF que j’ai ouvert")
    until(lambda: form._made)
    assert form._made is not None
    assert form._made.proved

    window.go(to.OpenPdf())
    opening = window.page()
    assert isinstance(opening, OpenPdf)
    opening.open(str(file))
    until(lambda: "Ce formulaire est connu ici." in said(opening))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["fields", "flat"])
def test_where_all_is_right_a_brought_paper_costs_few_keys(
    kind: str,
    window: MainWindow,
    context: Context,
    screen: PreparedScreen,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From the sheet to the printer, without the mouse: the file chosen, 18 boxes, 8 answers kept.

    Keys beside those of the file's name; a calm hand strikes one a second.
    """
    (file := tmp_path / "papier.pdf").write_bytes(
        brought.with_fields() if kind == "fields" else brought.flat()
    )
    keys: list[object] = []
    strike = keyboard._hand.strike
    monkeypatch.setattr(keyboard._hand, "strike", lambda *one: (keys.append(one), strike(*one))[1])
    tab_to("J’ai maintenant ce formulaire en PDF")
    screen.perform(Chosen("blank", str(file)))
    until(lambda: isinstance(window.page(), Matched))
    choose("C’est juste")
    until(lambda: isinstance(window.page(), Questions))
    confirmed = len(keys)
    writing = context.session.writing
    assert writing is not None
    window.go(to.FilledForm(draft=writing.interview.draft, writing=writing))
    form = window.page()
    assert isinstance(form, FormScreen)
    choose("Remplir le PDF que j’ai ouvert")
    until(lambda: form._made)
    assert form._made is not None
    assert form._made.proved
    choose("Imprimer")
    until(lambda: isinstance(window.page(), PrintScreen))
    assert confirmed <= 6
    assert len(keys) <= 12
