"""The request 13749*05 for a new vehicle: the maker's and the seller's halves stay empty."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.pages import reading
from desktop_app.pages.copying import copying
from tests.helpers.official import (
    CATALOGUE,
    asked_again,
    composed,
    examples,
    never_reached,
    off_their_cells,
    off_their_lines,
    off_their_squares,
    reserved,
    written,
)
from tests.helpers.printed import WEBDINGS_SQUARE, Rect, drawn, signs

PACK = "13749-vehicule-neuf"
BLANK = "cerfa-13749-05-immatriculation-vehicule-neuf-plat.pdf"
PLACES = CATALOGUE.field_map(PACK).place
MINE = examples(PACK)["1"]["answers"]
TODAY = examples(PACK)["1"]["today"]
MAKER, SELLER, OFFICE = (
    "réservé au constructeur",
    "réservé au vendeur",
    "réservé à l'administration",
)
NO_LINE = (": fait à", ": le", "(sociétés)", "(C.4.1)", "(à droite du titre)")
COLOURS = "Couleur dominante"


@pytest.fixture(scope="module")
def strokes(corpus: Path) -> list[Rect]:
    return drawn(corpus / "french" / BLANK, 1)


def filled(**changes: Any) -> FilledForm:
    form = CATALOGUE.form(PACK)
    answers = validate(form, Draft(PACK, {**MINE, **changes}), TODAY)
    return compose_form(form, CATALOGUE.field_map(PACK), answers, TODAY)


def test_every_square_has_its_cross_in_its_middle(corpus: Path) -> None:
    """The ten colours and two shades are cells of a table, not squares."""
    squares = signs(corpus / "french" / BLANK, 1, WEBDINGS_SQUARE)
    ticks = [place for place in PLACES if place.kind == "tick"]
    crosses = [place for place in ticks if not place.label.startswith(COLOURS)]
    assert len(crosses) == len(squares) == 19
    assert len(ticks) - len(crosses) == 12
    assert off_their_squares(crosses, squares) == []


def test_letters_stand_on_the_printed_lines_and_in_the_printed_cells(strokes: list[Rect]) -> None:
    mine = [place for place in PLACES if place.value]
    combs = [place for place in PLACES if place.comb]
    lines = [p for p in mine if not p.comb and not p.label.endswith(NO_LINE)]
    assert (len(combs), len(lines)) == (11, 15)
    assert off_their_cells(combs, strokes) == []
    assert off_their_lines(lines, strokes) == []


def test_the_three_others_write_what_is_theirs() -> None:
    others = {who: [p for p in PLACES if who in p.label] for who in (MAKER, SELLER, OFFICE)}
    assert [len(places) for places in others.values()] == [31, 20, 7]
    assert all(reserved(place) for places in others.values() for place in places)


def test_the_copy_sheet_says_whose_the_upper_half_is() -> None:
    told = reading.lines(copying(composed(PACK, "1")))
    assert any("constructeur" in text and "vendeur" in text for text in told)


def test_no_box_of_hers_is_out_of_reach() -> None:
    company = {"raison_sociale": "Location du Forez", "demandeur_siret": "73282932000074"}
    more = [
        filled(civilite="m", location="courte", role_location="titulaire"),
        filled(demandeur_type="societe", signataire_societe="Awa Sarr", **company),
        filled(location="longue", role_location="loueur"),
        filled(
            location="longue",
            role_location="locataire",
            demandeur_type="societe",
            signataire_societe="Awa Sarr",
            **company,
        ),
    ]
    reached = {v.label for one in more for v in one.values if v.text or v.tick}
    assert never_reached(PACK) - reached == set()


@pytest.mark.parametrize(
    ("location", "role", "home"),
    [
        ("non", "", True),
        ("courte", "titulaire", True),
        ("longue", "titulaire", False),
        ("longue", "loueur", False),
        ("longue", "locataire", True),
    ],
)
def test_the_home_is_that_of_the_tenant_when_there_is_one(
    location: str, role: str, home: bool
) -> None:
    values = filled(location=location, role_location=role).values
    assert any(value.text for value in values if value.label.startswith("Domicile")) is home
    signed = [value.label for value in values if value.label.endswith(": fait à") and value.text]
    assert signed == [f"Le {role or 'titulaire'} : fait à"]


def test_where_the_box_of_the_street_is_short_the_building_goes_beside_the_title() -> None:
    assert written(PACK, "1")["Domicile : nom de la voie"] == "des Tilleuls"
    beside = written(PACK, "1")["Domicile : bâtiment, étage, lieu-dit (à droite du titre)"]
    assert beside == "Bâtiment B, 2e étage, porte 12, Le Bourg"


def test_after_the_used_car_only_the_other_holder_and_the_signature_are_asked() -> None:
    assert asked_again("13750-certificat-immatriculation", "1", PACK, "1") == {
        "location",
        "cotitulaire",
        "titulaires_nombre",
        "cotitulaire_nom",
        "cotitulaire_usage",
        "fait_a",
        "fait_le",
    }
