"""The certificate 16030*01: its fields are mapped once, and it knows who fills what."""

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.core.packs.model import FieldMap, FormDefinition
from desktop_app.core.rect import POINTS_A_MM as MM
from desktop_app.datafiles import data_root
from desktop_app.pages import reading
from desktop_app.pages.copying import copying
from desktop_app.pages.page import Box, Card
from tests.helpers.ours import CATALOGUE
from tests.helpers.printed import Rect, middle, underscores

TODAY = dt.date(2026, 11, 25)
PACK = "16030-attestation-domicile"
REQUEST = "15548-domiciliation"
BLANK = "cerfa-16030-01-attestation-election-domicile.pdf"
RESERVED = "réservé à l'organisme"
EXAMPLES = data_root("forms") / "official" / PACK / "examples"
PREPARED, WHOLE = "1-la-personne-prepare.toml", "2-l-association-remplit.toml"


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return CATALOGUE.form(PACK)


@pytest.fixture(scope="module")
def field_map() -> FieldMap:
    return CATALOGUE.field_map(PACK)


def composed(example: str) -> FilledForm:
    said = tomllib.loads((EXAMPLES / example).read_text("utf-8"))
    draft = Draft(PACK, said["answers"], frozenset(said.get("je_ne_sais_pas", ())))
    form = CATALOGUE.form(PACK)
    return compose_form(form, CATALOGUE.field_map(PACK), validate(form, draft, TODAY), TODAY)


@pytest.fixture(scope="module")
def widgets(corpus: Path) -> dict[str, list[Rect]]:
    """Return the rectangles of each field of the blank."""
    found: dict[str, list[Rect]] = {}
    for annotation in PdfReader(corpus / "french" / BLANK).pages[0]["/Annots"]:
        widget: Any = annotation.get_object()
        name = widget["/T"] if "/T" in widget else widget["/Parent"]["/T"]
        left, low, right, high = (float(edge) for edge in widget["/Rect"])
        found.setdefault(str(name), []).append((left, low, right, high))
    return found


@pytest.fixture(scope="module")
def dashes(corpus: Path) -> list[Rect]:
    return underscores(corpus / "french" / BLANK, 1)


def test_every_field_of_the_blank_is_mapped_once(
    field_map: FieldMap, widgets: dict[str, list[Rect]]
) -> None:
    mapped = [(place.field, place.option) for place in field_map.place]
    assert len(mapped) == len(set(mapped)) == sum(map(len, widgets.values())) == 33
    assert {name for name, _ in mapped} == set(widgets)
    labels = [place.label for place in field_map.place]
    assert len(labels) == len(set(labels))


def test_boxes_are_where_the_blank_has_them(
    field_map: FieldMap, widgets: dict[str, list[Rect]]
) -> None:
    for place in field_map.place:
        x, y, wide, high = place.box
        places = widgets[place.field]
        left, low, right, top = places[int(place.option or 0)]
        assert (y, y + high) == pytest.approx((low, top), abs=0.1), place.label
        if not place.comb:
            assert (x, x + wide) == pytest.approx((left, right), abs=0.1), place.label


def test_each_digit_of_a_date_stands_on_its_dash(field_map: FieldMap, dashes: list[Rect]) -> None:
    combs = [place for place in field_map.place if place.comb]
    assert len(combs) == 15
    for place in combs:
        x, y, wide, _ = place.box
        for cell in range(place.comb):
            across = x + (cell + 0.5) * wide / place.comb
            assert any(
                abs(middle(dash)[0] - across) <= 0.3 * MM and abs(middle(dash)[1] - y) <= 2
                for dash in dashes
            ), place.label


def test_a_person_prepares_her_part_and_the_rest_is_left_to_the_body(form: FormDefinition) -> None:
    values = {value.label: value for value in composed(PREPARED).values}
    reserved = [value for label, value in values.items() if RESERVED in label]
    assert len(reserved) == 22
    assert not any(value.text or value.tick for value in reserved)
    assert values["Nom(s)"].text == "Martin"


def test_the_copy_sheet_tells_her_what_to_leave_and_to_have_it_signed() -> None:
    sheet = copying(composed(PREPARED))
    boxes = [box for card in sheet.blocks if isinstance(card, Card) for box in card.blocks]
    left = [box.label for box in boxes if isinstance(box, Box) and box.done == "leave"]
    told = [label for label in left if RESERVED in label]
    counted = [re.match(r"(\d+) cases, de", label) for label in told]
    assert sum(int(found[1]) for found in counted if found) == 22
    said = reading.lines(sheet)
    assert not any("Datez et signez" in line for line in said)
    assert any("le signe et le tamponne" in line for line in said)
    assert any("signée et tamponnée" in line for line in said)


def test_the_body_fills_all_of_it_but_the_other_box() -> None:
    empty = [value.label for value in composed(WHOLE).values if not (value.text or value.tick)]
    assert empty == ["M.", "Date de naissance : jour", "Date de naissance : mois"]


def test_her_address_is_that_of_the_body_line_by_line() -> None:
    written = {value.label: value.text for value in composed(WHOLE).values}
    assert written["Son adresse postale (réservé à l'organisme)"].split("\n") == [
        "Solidarité du Forez",
        "Bâtiment B, 3 rue Neuve",
        "42600 Montbrison",
    ]


def test_after_the_request_nothing_is_asked_again_but_who_fills_it(form: FormDefinition) -> None:
    """The same questions have the same names: her answers to the request 15548 serve here."""
    request = CATALOGUE.form(REQUEST)
    known = {question.id for section in request.section for question in section.question}
    mine = [
        one.question.id for one in asked_now(form, Draft(PACK, {"qui_remplit": "personne"}), TODAY)
    ]
    assert [name for name in mine if name not in known] == ["qui_remplit"]


def test_the_two_ends_of_the_year_are_checked(form: FormDefinition) -> None:
    given = {"nom": "Martin", "qui_remplit": "organisme", "domiciliation_debut": "25/11/2026"}
    wrong = Draft(PACK, {**given, "domiciliation_fin": "26/11/2027"})
    now = {one.question.id: one for one in asked_now(form, wrong, TODAY)}
    assert now["domiciliation_fin"].problem
