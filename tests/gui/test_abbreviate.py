"""A box too small: both texts are shown, and nothing is abbreviated before the person says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft_json import read_json
from desktop_app.datafiles import data_root
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.formulaire.view import FormScreen
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.documents.own_blank import own_blank
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.store import Safe
from tests.gui.conftest import TODAY, in_worker
from tests.gui.keyboard import around, choose, held, name, press, tab_to, until
from tests.gui.letters import told
from tests.helpers import narrow
from tests.helpers.narrow import NARROW, ONE, WHOLE

ROWS_OF_TWO = (narrow.WIDE, NARROW)
LIMITED = (narrow.WIDE, narrow.LIMITED)


@pytest.fixture
def rows() -> tuple[narrow.Row, ...]:
    return ROWS_OF_TWO


@pytest.fixture
def screen(
    window: MainWindow, context: Context, tmp_path: Path, rows: tuple[narrow.Row, ...]
) -> Iterator[FormScreen]:
    """The form's screen, with an address longer than one of its boxes."""
    (root := tmp_path / "modeles").mkdir()
    narrow.write_pack(root, rows)
    tools = context.tools
    tools.__dict__["catalogue"] = FolderCatalogue(data_root("forms"), root)
    interview = Interview(tools.catalogue.form(narrow.PACK), narrow.draft(), TODAY)
    writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    context.session.writing = writing
    own = own_blank(tools.forms, tools.catalogue, narrow.draft(), narrow.blank(rows))
    context.session.blanks[narrow.PACK] = own
    window.go(to.FilledForm(draft=interview.draft, keep=writing.keep, writing=writing))
    page = window.page()
    assert isinstance(page, FormScreen)
    yield page
    context.session.saver = None


def said(page: Page) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def printing(page: Page) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == "Imprimer")


def ready(page: FormScreen, words: str) -> None:
    until(lambda: printing(page).isEnabled() and words in told(page), told(page))


def test_both_texts_are_shown_and_the_annex_stands_without_consent(screen: FormScreen) -> None:
    choose("J’ai le PDF officiel")
    ready(screen, "1 réponse continue sur l’annexe")
    assert name(held()) == "Mettre en entier dans l’annexe", "the question is before the eyes"
    assert "1 case est trop petite : choisissez comment l’écrire." in said(screen)
    assert "Adresse de l’envoi (page 1)" in said(screen)
    assert f"En entier : {WHOLE}" in said(screen)
    assert f"En abrégé : {ONE}" in said(screen)
    chosen = tab_to("Mettre en entier dans l’annexe")
    assert chosen.isChecked()  # type: ignore[attr-defined]
    group = chosen.parentWidget().accessibleName()
    assert ONE in group, "a screen reader hears both texts there"
    assert WHOLE in group
    assert screen._made is not None
    assert screen._made.proof.annex_pages == 1


def test_by_the_keyboard_it_is_abbreviated_then_written_whole_again(screen: FormScreen) -> None:
    choose("J’ai le PDF officiel")
    ready(screen, "annexe")
    tab_to("Mettre en entier dans l’annexe")
    press(Qt.Key.Key_Up)
    ready(screen, "✓ 2 valeurs sur 2 relues sur la page")
    assert name(held()) == "Écrire en abrégé", "the focus stays where she chose"
    assert screen._made is not None
    assert screen._made.proof.annex_pages == 0
    short = {one.field: one.short for one in screen._made.prepared.document.values if one.short}
    assert short == {NARROW[0]: ONE}
    press(Qt.Key.Key_Down)
    ready(screen, "1 réponse continue sur l’annexe")
    assert screen._draft.shortened == {}


def test_a_choice_taken_back_before_the_form_is_made_is_taken_back(
    context: Context, screen: FormScreen
) -> None:
    choose("J’ai le PDF officiel")
    ready(screen, "annexe")
    tab_to("Mettre en entier dans l’annexe")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Down)
    assert screen._draft.shortened == {}

    def over() -> bool:
        assert screen._made is not None
        assert not printing(screen).isEnabled() or screen._made.proof.annex_pages == 1
        return context.jobs.idle

    until(over)
    ready(screen, "1 réponse continue sur l’annexe")


def test_what_she_chose_is_kept_with_her_answers(
    context: Context, safe: Safe, screen: FormScreen
) -> None:
    writing = screen._writing
    assert writing is not None
    choose("J’ai le PDF officiel")
    ready(screen, "annexe")
    tab_to("Mettre en entier dans l’annexe")
    press(Qt.Key.Key_Up)
    ready(screen, "✓ 2 valeurs")
    until(lambda: not writing.unsaved)
    kept: list[str] = []
    in_worker(context, lambda: kept.append(safe.drafts.one(writing.draft_id).content))
    assert dict(read_json(kept[0]).shortened) == {"voie": ONE}


@pytest.mark.parametrize("rows", [LIMITED], ids=["a field of 32 signs"])
def test_what_a_field_refuses_goes_whole_to_the_annex_or_is_written_short(
    screen: FormScreen,
) -> None:
    choose("J’ai le PDF officiel")
    ready(screen, "1 réponse continue sur l’annexe")
    assert tab_to("Mettre en entier dans l’annexe").isChecked()  # type: ignore[attr-defined]
    press(Qt.Key.Key_Up)
    ready(screen, "✓ 2 valeurs sur 2 relues")


def test_another_way_asks_about_its_own_boxes(screen: FormScreen) -> None:
    choose("J’ai le formulaire en papier")
    ready(screen, "annexe")
    assert f"En abrégé : {ONE}" in said(screen)
    choose("Je vais le recopier à la main")
    ready(screen, "La feuille à recopier est prête.")
    tab_to("Garder la réponse entière")
    press(Qt.Key.Key_Up)
    until(lambda: screen._made is not None and screen._made.proof.abbreviations[0].agreed)


def test_nothing_is_asked_while_everything_fits(window: MainWindow, screen: FormScreen) -> None:
    draft = narrow.draft(voie="1 rue Haute")
    window.go(to.FilledForm(draft=draft))
    page = window.page()
    assert isinstance(page, FormScreen)
    choose("J’ai le PDF officiel")
    ready(page, "✓ 2 valeurs")
    assert "trop petite" not in said(page)


def test_tab_stops_at_what_stands_for_a_box_both_ways(screen: FormScreen) -> None:
    choose("J’ai le PDF officiel")
    ready(screen, "1 réponse continue sur l’annexe")
    other = next(one for one in screen.findChildren(QRadioButton) if not one.isChecked())
    for way in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        other.setFocus(Qt.FocusReason.MouseFocusReason)  # held, not chosen
        radios = [one for one in around(screen, way) if isinstance(one, QRadioButton)]
        assert [name(one) for one in radios] == ["Mettre en entier dans l’annexe"]
