"""The pack of our demo form has the boxes that the form draws, and uses every kind of them."""

import datetime as dt
from collections.abc import Iterator

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.packs.model import FieldMap, FormDefinition, Place
from tests.demo_form.fields import FIELDS, PAGE_HEIGHT, PAGE_WIDTH, Field, Spot
from tests.helpers.ours import CATALOGUE

PACK = "exemple-aide-exceptionnelle"
LEFT_TO_THE_PEN = ("signature", "button")
TICKS = ("tick", "radio", "states")


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return CATALOGUE.form(PACK)


@pytest.fixture(scope="module")
def field_map() -> FieldMap:
    return CATALOGUE.field_map(PACK)


def drawn() -> Iterator[tuple[Field, Spot]]:
    for field in FIELDS:
        if field.kind not in LEFT_TO_THE_PEN:
            yield from ((field, spot) for spot in field.spots)


def place_of(field_map: FieldMap, field: Field, spot: Spot) -> Place:
    found = [
        p for p in field_map.place if (p.field, p.page, p.box) == (field.name, spot.page, spot.box)
    ]
    assert len(found) == 1, f"{field.name}: {len(found)} places"
    return found[0]


def test_each_box_drawn_has_its_place(field_map: FieldMap) -> None:
    for field, spot in drawn():
        place_of(field_map, field, spot)
    assert len(field_map.place) == len(list(drawn()))
    assert field_map.page_sizes == ((PAGE_WIDTH, PAGE_HEIGHT),) * 2


def test_places_know_cells_ticks_and_alignment(field_map: FieldMap) -> None:
    for field, spot in drawn():
        place = place_of(field_map, field, spot)
        assert place.kind == ("tick" if field.kind in TICKS else "text"), field.name
        assert place.comb == (field.length if field.kind == "comb" else 0), field.name
        assert place.align == field.align, field.name
        assert place.option == (spot.state if field.kind in ("radio", "states") else ""), field.name


def test_choices_of_the_questions_are_those_of_the_lists(form: FormDefinition) -> None:
    questions = {q.id: q for section in form.section for q in section.question}
    listed = {field.name: field.options for field in FIELDS}
    for question, field in (("logement", "foyer.logement"), ("aides", "demande.aides")):
        choices = tuple((choice.id, choice.label) for choice in questions[question].choices)
        assert choices == listed[field]


def test_the_service_fills_its_own_frame(field_map: FieldMap) -> None:
    reserved = [place for place in field_map.place if place.field.startswith("service.")]
    assert len(reserved) == 2
    assert all(not place.value and "réservé" in place.label for place in reserved)


def test_it_says_that_nobody_receives_it(form: FormDefinition) -> None:
    assert "exemple" in form.title
    assert "ne l'envoyez pas" in form.warning[0].text
    assert not any(character.isdigit() for character in form.number)


@pytest.mark.parametrize("unknown", ["deja_recue", "situation", "exact", "montant"])
def test_an_unknown_answer_is_left_to_the_pen_and_listed(
    form: FormDefinition, field_map: FieldMap, unknown: str
) -> None:
    today = dt.date(2026, 11, 24)
    draft = Draft(PACK, {"nom": "Martin", "hebergement": "chez-moi"}, frozenset({unknown}))
    filled = compose_form(form, field_map, validate(form, draft, today), today)
    assert unknown in [missing.question for missing in filled.missing]
