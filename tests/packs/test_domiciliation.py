"""The domiciliation form 15548*02: every box is mapped, those of the office stay empty."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.core.packs.model import FieldMap, FormDefinition
from tests.helpers.official import on_state, qualified_name
from tests.helpers.ours import CATALOGUE

TODAY = dt.date(2026, 11, 24)
PACK = "15548-domiciliation"
BLANK = "cerfa-15548-02-demande-election-domicile-xfa.pdf"
RESERVED = "réservé à l'organisme"
TALLER = "AyantsDroits[0]"


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return CATALOGUE.form(PACK)


@pytest.fixture(scope="module")
def field_map() -> FieldMap:
    return CATALOGUE.field_map(PACK)


@pytest.fixture(scope="module")
def widgets(corpus: Path) -> dict[tuple[str, str], tuple[int, list[float]]]:
    """Return page and rectangle of each widget, by the field's full name and its on-state."""
    found = {}
    for number, page in enumerate(PdfReader(corpus / "french" / BLANK).pages, 1):
        for widget in (annotation.get_object() for annotation in page["/Annots"]):
            box = [float(edge) for edge in widget["/Rect"]]
            found[qualified_name(widget), on_state(widget)] = (number, box)
    return found


def fill(form: FormDefinition, field_map: FieldMap, **answers: str) -> FilledForm:
    given = validate(form, Draft(form.id, {"nom": "Martin", **answers}), TODAY)
    return compose_form(form, field_map, given, TODAY)


def test_it_says_that_it_is_replaced(form: FormDefinition) -> None:
    assert form.withdrawn
    assert form.successor == "16029*01"
    assert "remplacé" in form.warning[0].text
    assert "16029" in form.warning[0].text


def test_the_successor_is_marked_as_still_to_verify(form: FormDefinition) -> None:
    source = next(s for s in form.source if any("16029" in article for article in s.articles))
    assert source.to_verify
    assert source.confidence == "moyenne"


def test_every_box_of_the_blank_is_mapped_once(
    field_map: FieldMap, widgets: dict[tuple[str, str], Any]
) -> None:
    mapped = [(place.field, place.option) for place in field_map.place]
    assert len(mapped) == len(set(mapped))
    assert set(mapped) == set(widgets)


def test_boxes_are_where_the_blank_has_them(
    field_map: FieldMap, widgets: dict[tuple[str, str], Any]
) -> None:
    for place in field_map.place:
        page, (left, bottom, right, top) = widgets[place.field, place.option]
        x, y, width, height = place.box
        assert place.page == page, place.label
        assert (x, y, x + width) == pytest.approx((left, bottom, right), abs=0.1), place.label
        if not place.field.endswith(TALLER):
            assert y + height == pytest.approx(top, abs=0.1), place.label


def test_places_are_in_the_order_of_the_paper(field_map: FieldMap) -> None:
    pages = [place.page for place in field_map.place]
    assert pages == sorted(pages)
    labels = [place.label for place in field_map.place]
    assert len(labels) == len(set(labels))


def test_nothing_is_ever_written_where_the_office_writes(field_map: FieldMap) -> None:
    reserved = [place for place in field_map.place if RESERVED in place.label]
    assert len(reserved) == 29
    assert all(not place.value for place in reserved)
    assert all(place.when == "false" for place in reserved if place.kind == "tick")


@pytest.mark.parametrize(
    ("answer", "ticked"),
    [("mme", ["Mme", "Mme (page 2)"]), ("m", ["M.", "M. (page 2)"]), ("", [])],
    ids=["Madame", "Monsieur", "neither"],
)
def test_never_two_exclusive_boxes(
    form: FormDefinition, field_map: FieldMap, answer: str, ticked: list[str]
) -> None:
    filled = fill(form, field_map, civilite=answer)
    assert [value.label for value in filled.values if value.tick] == ticked


def test_the_date_of_signature_is_today_unless_said(
    form: FormDefinition, field_map: FieldMap
) -> None:
    written = {value.label: value.text for value in fill(form, field_map).values}
    assert written["le (demandeur) : jour"] == "24"
    assert written["le (demandeur) : année"] == "2026"
    later = {value.label: value.text for value in fill(form, field_map, fait_le="1/12/26").values}
    assert later["le (demandeur) : mois"] == "12"
