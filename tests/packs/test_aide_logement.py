"""The housing-aid form 10840*05: a flat blank, each box where the paper has it, asked once."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.definitions.model import FieldMap, FormDefinition, Place
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.datafiles import data_root
from desktop_app.pdf.forms.fit import FOOT
from desktop_app.pdf.forms.placed import POINTS_A_MM as MM
from tests.helpers.printed import Rect, drawn, middle, underscores

TODAY = dt.date(2026, 11, 25)
PACK = "10840-aide-logement"
BLANK = "cerfa-10840-05-demande-aide-logement-plat.pdf"
RESERVED = "réservé à la Caf"
NEAR = 0.3 * MM  # points: as far as a mark may be from the middle of its square
EXAMPLES = sorted((data_root("forms") / "official" / PACK / "examples").iterdir(), key=str)


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return FolderCatalogue(data_root("forms")).form(PACK)


@pytest.fixture(scope="module")
def field_map() -> FieldMap:
    return FolderCatalogue(data_root("forms")).field_map(PACK)


@pytest.fixture(scope="module")
def squares(corpus: Path) -> dict[int, list[Rect]]:
    return {page: drawn(corpus / "french" / BLANK, page) for page in (1, 2)}


@pytest.fixture(scope="module")
def lines(corpus: Path) -> dict[int, list[Rect]]:
    return {page: underscores(corpus / "french" / BLANK, page) for page in (1, 2)}


def filled(form: FormDefinition, field_map: FieldMap, **answers: Any) -> FilledForm:
    given = {"nom": "Martin", "organisme": "caf", "courrier_au_logement": "non", **answers}
    return compose_form(form, field_map, validate(form, Draft(form.id, given), TODAY), TODAY)


def is_there(squares: list[Rect], x: float, y: float) -> bool:
    """Whether a square or a cell of the paper has its middle here."""
    return any(
        abs(middle(rect)[0] - x) <= NEAR and abs(middle(rect)[1] - y) <= NEAR for rect in squares
    )


def test_it_says_that_a_newer_edition_exists_and_names_none_it_has_not_read(
    form: FormDefinition,
) -> None:
    assert form.withdrawn
    assert form.successor == ""
    assert "plus récente" in form.warning[0].text
    assert any(source.to_verify for source in form.source)


def test_every_cross_is_in_the_middle_of_its_square(
    field_map: FieldMap, squares: dict[int, list[Rect]]
) -> None:
    ticks = [place for place in field_map.place if place.kind == "tick"]
    assert len(ticks) == 46
    for place in ticks:
        x, y, wide, high = place.box
        assert is_there(squares[place.page], x + wide / 2, y + high / 2), place.label


def test_every_digit_is_in_the_middle_of_its_cell(
    field_map: FieldMap, squares: dict[int, list[Rect]]
) -> None:
    combs = [place for place in field_map.place if place.comb]
    assert len(combs) == 35
    for place in combs:
        x, y, wide, high = place.box
        middles = [x + (cell + 0.5) * wide / place.comb for cell in range(place.comb)]
        for across in middles:
            assert any(
                abs(middle(rect)[0] - across) <= NEAR and y - 1 <= rect[1] <= y + high / 2
                for rect in squares[place.page]
            ), place.label


def test_every_line_of_writing_is_on_a_printed_line(
    field_map: FieldMap, lines: dict[int, list[Rect]]
) -> None:
    written = [place for place in field_map.place if place.kind == "text" and not place.comb]
    printed = [p for p in written if p.value and "Représentant" not in p.label]
    for place in printed:
        if "ligne de points" not in place.label:
            for foot, left, right in rows(place):
                below = [
                    rect
                    for rect in lines[place.page]
                    if left - 1 <= middle(rect)[0] <= right + 1 and 0 < foot - middle(rect)[1] < 3
                ]
                assert below, f"{place.label}: no printed line under its letters"
                assert min(rect[0] for rect in below) == pytest.approx(left, abs=2), place.label
                assert max(rect[2] for rect in below) == pytest.approx(right, abs=2), place.label


def rows(place: Place) -> list[tuple[float, float, float]]:
    """Return foot, left and right of each line of letters of a box."""
    x, y, wide, high = place.box
    if place.lines < 2:
        return [(y + 2.4, x, x + wide)]
    step = high / place.lines
    return [
        (y + row * step + FOOT, x + (place.indent if row == place.lines - 1 else 0), x + wide)
        for row in range(place.lines)
    ]


def test_together_the_examples_reach_every_box(form: FormDefinition, field_map: FieldMap) -> None:
    reached: set[str] = set()
    for example in EXAMPLES:
        said = tomllib.loads(example.read_text("utf-8"))
        draft = Draft(PACK, said["answers"], frozenset(said.get("je_ne_sais_pas", ())))
        document = compose_form(form, field_map, validate(form, draft, TODAY), TODAY)
        reached |= {value.label for value in document.values if value.text or value.tick}
    left = {place.label for place in field_map.place if RESERVED not in place.label} - reached
    assert left == set()


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
