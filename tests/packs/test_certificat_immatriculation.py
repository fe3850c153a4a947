"""The request 13750*07: a flat blank, and three frames of which one is hers."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from tests.helpers.official import (
    CATALOGUE,
    asked_again,
    composed,
    examples,
    off_their_cells,
    off_their_lines,
    off_their_squares,
    reserved,
    written,
)
from tests.helpers.printed import WEBDINGS_SQUARE, Rect, drawn, signs

PACK = "13750-certificat-immatriculation"
BLANK = "cerfa-13750-07-immatriculation-plat.pdf"
PLACES = CATALOGUE.field_map(PACK).place
MINE = examples(PACK)["1"]["answers"]
TODAY = examples(PACK)["1"]["today"]
DOTTED = (": fait à", ": le", "(sociétés)")
FRAMES = {"titulaire": "Titulaire : ", "loueur": "Loueur : ", "locataire": "Locataire : "}


@pytest.fixture(scope="module")
def strokes(corpus: Path) -> list[Rect]:
    return drawn(corpus / "french" / BLANK, 1)


def filled(**changes: Any) -> FilledForm:
    form = CATALOGUE.form(PACK)
    given = {name: value for name, value in {**MINE, **changes}.items() if value is not None}
    answers = validate(form, Draft(PACK, given), TODAY)
    return compose_form(form, CATALOGUE.field_map(PACK), answers, TODAY)


def ticks(**changes: Any) -> list[str]:
    return [value.label for value in filled(**changes).values if value.tick]


def test_every_square_has_its_cross_in_its_middle(corpus: Path) -> None:
    squares = signs(corpus / "french" / BLANK, 1, WEBDINGS_SQUARE)
    crosses = [place for place in PLACES if place.kind == "tick"]
    assert len(crosses) == len(squares) == 42
    assert off_their_squares(crosses, squares) == []


def test_letters_stand_on_the_printed_lines_and_in_the_printed_cells(strokes: list[Rect]) -> None:
    combs = [place for place in PLACES if place.comb]
    lines = [
        place
        for place in PLACES
        if place.value and not place.comb and not place.label.endswith(DOTTED)
    ]
    assert len(combs) == 21
    assert len(lines) == 48
    assert off_their_cells(combs, strokes) == []
    assert off_their_lines(lines, strokes) == []


def test_no_box_is_out_of_reach() -> None:
    """Every frame, as a person or a company, and every choice of its ticks."""
    whole = {"exploitation_agricole": "042123456", "demandeur_siret": "73282932000074"}
    company = {"raison_sociale": "Solidarité du Forez", "signataire_societe": "Awa Sarr"}
    documents = [
        filled(location="longue", role_location=role, demandeur_type=kind, civilite=who, **extra)
        for role in FRAMES
        for kind, who, extra in (
            ("entreprise", "m", whole),
            ("personne", "mme", {}),
            ("societe", "m", company),
        )
    ]
    documents += [filled(cotitulaire_siret="73282932000074")]
    for name in ("demande_carte_grise", "couleur", "couleur_teinte", "location"):
        documents += [filled(**{name: one, "role_location": "titulaire"}) for one in choices(name)]
    reached = {v.label for one in documents for v in one.values if v.text or v.tick}
    assert {place.label for place in PLACES if not reserved(place)} - reached == set()


def choices(name: str) -> list[str]:
    sections = CATALOGUE.form(PACK).section
    question = next(q for section in sections for q in section.question if q.id == name)
    return [choice.id for choice in question.choices]


@pytest.mark.parametrize(("role", "kind"), [*product(FRAMES, ("personne", "societe"))])
def test_only_her_frame_is_filled(role: str, kind: str) -> None:
    company = {"raison_sociale": "Solidarité du Forez"} if kind == "societe" else {}
    document = filled(location="credit-bail", role_location=role, demandeur_type=kind, **company)
    begun = {
        frame
        for frame, words in FRAMES.items()
        for value in document.values
        if value.label.startswith(words) and (value.text or value.tick)
    }
    assert begun == {role}
    signed = [v.label for v in document.values if v.label.endswith(": fait à") and v.text]
    assert signed == [f"Le {role} : fait à"]


@pytest.mark.parametrize("name", ["demande_carte_grise", "couleur", "couleur_teinte", "location"])
def test_of_boxes_that_exclude_each_other_one_is_ticked(name: str) -> None:
    every = {one: ticks(**{name: one, "role_location": "titulaire"}) for one in choices(name)}
    common = set.intersection(*(set(one) for one in every.values()))
    apart = [set(one) - common for one in every.values()]
    assert all(len(one) <= 1 for one in apart)
    assert len(set.union(*apart)) >= len(apart) - 1


def test_nothing_is_written_where_the_administration_writes() -> None:
    others = [place for place in PLACES if "réservé à l'administration" in place.label]
    assert len(others) == 7
    assert all(reserved(place) for place in others)


def test_a_company_does_not_refuse_advertising_on_this_paper() -> None:
    """The form says of these boxes: natural persons only."""
    said = {value.label for value in composed(PACK, "3").values if value.tick}
    assert not any("je m'oppose" in label for label in said)


def test_who_gives_her_a_roof_is_written_before_the_floor() -> None:
    boxes = written(PACK, "3")
    assert boxes["Loueur : étage, escalier, appartement"] == "Maison des associations, 1er étage"
    assert boxes["Loueur : immeuble, résidence, bâtiment"] == "bâtiment C"


def test_a_tenant_is_not_asked_for_her_birth_nor_for_other_holders() -> None:
    said = {**MINE, "location": "longue", "role_location": "locataire"}
    asked = {one.question.id for one in asked_now(CATALOGUE.form(PACK), Draft(PACK, said), TODAY)}
    assert not asked & {"date_naissance", "departement_naissance", "cotitulaire"}


def test_after_the_loss_only_the_request_and_the_card_are_asked() -> None:
    again = asked_again("13753-perte-carte-grise", "1", PACK, "1")
    assert not again & {"nom", "adresse_voie", "date_naissance", "immatriculation", "marque"}
    assert again >= {"demande_carte_grise", "vin", "couleur"}
    assert asked_again(PACK, "1", "13753-perte-carte-grise", "1") == {
        "perte_ou_vol",
        "disparition_date",
        "disparition_lieu",
        "circonstances",
        "fait_a",
        "fait_le",
    }
