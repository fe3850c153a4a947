"""The housing-aid form 10840*05: a flat blank, each box where the paper has it, asked once."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.core.packs.model import FieldMap, FormDefinition
from tests.helpers.flat_forms import never_reached, off_cells, off_squares, off_underscores
from tests.helpers.ours import CATALOGUE

TODAY = dt.date(2026, 11, 25)
PACK = "10840-aide-logement"
BLANK = "cerfa-10840-05-demande-aide-logement-plat.pdf"
RESERVED = "réservé à la Caf"


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return CATALOGUE.form(PACK)


@pytest.fixture(scope="module")
def field_map() -> FieldMap:
    return CATALOGUE.field_map(PACK)


@pytest.fixture(scope="module")
def blank(corpus: Path) -> Path:
    return corpus / "french" / BLANK


def filled(form: FormDefinition, field_map: FieldMap, **answers: Any) -> FilledForm:
    given = {"nom": "Martin", "organisme": "caf", "courrier_au_logement": "non", **answers}
    return compose_form(form, field_map, validate(form, Draft(form.id, given), TODAY), TODAY)


def test_it_says_that_a_newer_edition_exists_and_names_none_it_has_not_read(
    form: FormDefinition,
) -> None:
    assert form.withdrawn
    assert form.successor == ""
    assert "plus récente" in form.warning[0].text
    assert any(source.to_verify for source in form.source)


def test_every_cross_is_in_the_middle_of_its_square(field_map: FieldMap, blank: Path) -> None:
    assert len([place for place in field_map.place if place.kind == "tick"]) == 46
    assert off_squares(field_map, blank) == []


def test_every_digit_is_in_the_middle_of_its_cell(field_map: FieldMap, blank: Path) -> None:
    assert len([place for place in field_map.place if place.comb]) == 35
    assert off_cells(field_map, blank) == []


def test_every_line_of_writing_is_on_a_printed_line(field_map: FieldMap, blank: Path) -> None:
    written = [place for place in field_map.place if place.value and not place.comb]
    without = ("Représentant", "ligne de points")  # a blank space, a row of dots
    printed = [place for place in written if not any(words in place.label for words in without)]
    assert off_underscores(printed, blank) == []


def test_together_the_examples_reach_every_box() -> None:
    assert never_reached(PACK) == set()


def test_nothing_is_written_where_the_office_writes(field_map: FieldMap) -> None:
    reserved = [place for place in field_map.place if RESERVED in place.label]
    assert [place.page for place in reserved] == [1, 2]
    assert all(not place.value for place in reserved)


def test_never_yes_and_no_together(form: FormDefinition, field_map: FieldMap) -> None:
    base = {"logement_statut": "locataire", "en_couple": "oui"}
    for answer in ("oui", "non"):
        ticked = [
            value.label
            for value in filled(form, field_map, **base, sous_location=answer).values
            if value.tick
        ]
        assert ticked == [f"Mettez-vous en sous-location une partie de votre logement ? : {answer}"]


@pytest.mark.parametrize(
    ("status", "asked", "not_asked"),
    [
        ("locataire", {"sous_location", "deuxieme_logement", "en_couple"}, {"emprunt_achat"}),
        ("residence", {"residence_type", "etudiant"}, {"sous_location", "deuxieme_logement"}),
        ("proprietaire", {"emprunt_achat", "pieces_pro"}, {"sous_location", "etudiant"}),
    ],
)
def test_a_person_is_asked_only_what_concerns_her(
    form: FormDefinition, status: str, asked: set[str], not_asked: set[str]
) -> None:
    given = {
        "nom": "Martin",
        "organisme": "caf",
        "courrier_au_logement": "non",
        "logement_statut": status,
    }
    now = {one.question.id for one in asked_now(form, Draft(form.id, given), TODAY)}
    assert asked <= now
    assert not now & not_asked


@pytest.mark.parametrize(
    ("number", "line", "cells"),
    [("1234567", "1234567", "1234567"), ("7654321 b", "7654321 B", "7654321")],
    ids=["seven digits", "and a letter"],
)
def test_the_number_is_whole_on_the_line_and_its_digits_in_the_cells(
    form: FormDefinition, field_map: FieldMap, number: str, line: str, cells: str
) -> None:
    document = filled(
        form,
        field_map,
        logement_statut="locataire",
        deja_connu="oui",
        numero_allocataire=number,
    )
    written = {value.label: value.text for value in document.values}
    assert written["Numéro d'allocataire (ligne de points)"] == line
    assert written["Numéro d'allocataire (sept cases)"] == cells


def test_a_number_of_eight_digits_is_not_cut_to_seven(
    form: FormDefinition, field_map: FieldMap
) -> None:
    document = filled(
        form,
        field_map,
        logement_statut="locataire",
        deja_connu="oui",
        numero_allocataire="12345678",
    )
    written = {value.label: value.text for value in document.values}
    assert written["Numéro d'allocataire (ligne de points)"] == "12345678"
    assert written["Numéro d'allocataire (sept cases)"] == ""


def test_its_papers_are_those_of_page_three(form: FormDefinition) -> None:
    assert [paper.id for paper in form.enclosure] == [
        "situation",
        "loyer",
        "pret",
        "notaire",
        "prime",
    ]
