"""A list of people in the window: matched, tried, brought in, undone; the lines that wait saved."""

from pathlib import Path
from typing import Literal

import pytest

from desktop_app.gui.screens.sheet_out import SHEET
from desktop_app.pages import destinations as to
from desktop_app.pages import office_lists as value
from desktop_app.pages.page import Chosen
from desktop_app.untrusted.tables import read_table
from tests.gui.safe.conftest import PHRASE, TODAY, DrivenTools, Driver, Start
from tests.gui.safe.test_undo import undo

LIST = "Nom;Né le;Tél;Remarque\nAli Traoré;02/11/1990;06 11 11 11 11;x\nNoé Petit;hier;;\n"


class Association(DrivenTools):
    mode: Literal["association"] = "association"  # type: ignore[assignment]


@pytest.fixture
def office(in_safe: Driver, start: Start) -> Driver:
    driver = start(Association())
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open
    return driver


def names(driver: Driver) -> list[str]:
    found: list[str] = []
    driver.work(lambda: found.extend(one.name for one in driver.safe.people.all()))
    return found


def test_a_list_is_tried_brought_in_and_undone(office: Driver, tmp_path: Path) -> None:
    before, brought, waits = names(office), tmp_path / "l.csv", tmp_path / "w.csv"
    brought.write_text(LIST, "utf-8")
    office.go(to.Lists())
    office.page.given(Chosen(value.FILE, str(brought)))  # type: ignore[attr-defined]
    office.wait_for("Que contient chaque colonne ?")
    office.press("Voir ce qui serait fait")
    office.wait_for("1 nouvelle personne")
    assert "Ligne 3, « Né le »" in office.words()
    assert names(office) == before, "nothing is changed by a trial"
    office.press("Importer")
    office.wait_for("1 personne ajoutée, 1 ligne attend.")
    assert names(office) == sorted([*before, "Ali Traoré"])
    saved(office, "Enregistrer ces lignes, avec ce qui ne va pas", waits)
    assert [row[4:6] for row in read_table(waits.read_bytes()).rows] == [("3", "Né le")]
    undo(office)
    assert names(office) == before


def saved(office: Driver, words: str, place: Path) -> None:
    """Have the page write a file there, as a person who chooses where does."""
    page = office.page
    office.press(words)
    page.given(Chosen(SHEET, str(place)))  # type: ignore[attr-defined]
    office.until(place.exists)
    office.settle()


def test_everyone_is_written_where_one_says(office: Driver, tmp_path: Path) -> None:
    office.work(lambda: office.safe.people.add("Fatou Diallo", on=TODAY))
    for name, words in (("o.xlsx", "Enregistrer pour un tableur (.xlsx)"),
                        ("o.csv", "Enregistrer en texte (.csv)")):  # fmt: skip
        office.go(to.Lists())
        saved(office, words, tmp_path / name)
        told = read_table((tmp_path / name).read_bytes())
        assert "Fatou Diallo" in {cell for row in told.rows for cell in row}


def test_what_is_no_list_is_refused_in_words(office: Driver, tmp_path: Path) -> None:
    wrong = tmp_path / "l.xlsx"
    wrong.write_bytes(b"PK\x03\x04" + bytes(50))
    office.go(to.Lists())
    office.page.given(Chosen(value.FILE, str(wrong)))  # type: ignore[attr-defined]
    office.wait_for("Ce fichier ne peut pas être lu comme une liste")
