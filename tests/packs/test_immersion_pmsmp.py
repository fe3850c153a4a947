"""The agreement 13912*04: five sign it, the person prepares three of its frames."""

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
    examples,
    never_reached,
    off_their_cells,
    off_their_lines,
    off_their_squares,
    reserved,
    ticked,
    widgets,
)
from tests.helpers.printed import Rect, drawn, underscores

PACK = "13912-immersion-pmsmp"
BLANK = "cerfa-13912-04-pmsmp-convention.pdf"
PLACES = CATALOGUE.field_map(PACK).place
MINE = examples(PACK)["2"]["answers"]
TODAY = examples(PACK)["2"]["today"]
BODIES, HOST = "réservé à l'organisme", "à convenir avec la structure d'accueil"
NOT_MAPPED = {("actimage", ""), ("dept - année - n°d'ordre", "")}
"""A field that the paper does not show; one for three groups of cells, which are written on."""


@pytest.fixture(scope="module")
def strokes(corpus: Path) -> dict[int, list[Rect]]:
    return {page: drawn(corpus / "french" / BLANK, page) for page in (1, 2)}


def filled(**changes: Any) -> FilledForm:
    form = CATALOGUE.form(PACK)
    answers = validate(form, Draft(PACK, {**MINE, **changes}), TODAY)
    return compose_form(form, CATALOGUE.field_map(PACK), answers, TODAY)


def test_every_field_of_the_blank_is_mapped_once(corpus: Path) -> None:
    found = widgets(corpus / "french" / BLANK)
    one_state = {name: state for name, state in found}
    mapped = [(one.field, one.option) for one in PLACES if one.field]
    expected = [key for key in found if key not in NOT_MAPPED]
    assert len(mapped) == len(expected)
    assert {name for name, _ in mapped} == {name for name, _ in expected}
    assert all(
        option in ("", one_state[name]) or (name, option) in found for name, option in mapped
    )


def test_her_crosses_digits_and_words_are_where_the_paper_has_them(
    strokes: dict[int, list[Rect]], corpus: Path
) -> None:
    for page in (1, 2):
        here = [place for place in PLACES if place.page == page and not reserved(place)]
        lines = [*underscores(corpus / "french" / BLANK, page), *strokes[page]]
        combs = [place for place in here if place.comb]
        texts = [p for p in here if p.kind == "text" and not p.comb]
        assert (len(combs), len(texts)) == ((20, 36) if page == 1 else (2, 3))
        assert off_their_squares([p for p in here if p.kind == "tick"], strokes[page]) == []
        assert off_their_cells(combs, strokes[page]) == []
        assert off_their_lines(texts, lines) == []


def test_whole_frames_are_left_to_others() -> None:
    others = {who: [p for p in PLACES if who in p.label] for who in (BODIES, HOST)}
    assert [len(places) for places in others.values()] == [30, 44]
    assert all(reserved(place) for places in others.values() for place in places)
    assert not any(
        reserved(place) for place in PLACES if BODIES not in place.label and HOST not in place.label
    )


SITUATIONS = ["mission-locale", "autre-organisme", "iae", "salarie", "autre"]


def test_no_box_of_hers_is_out_of_reach() -> None:
    more = [
        filled(
            situation_pmsmp=one,
            suspension="oui",
            inscription_date="03/09/2026",
            situation_pmsmp_autre="Service civique",
        )
        for one in (*SITUATIONS, "contrat-aide")
    ]
    more += [filled(handicap=one) for one in ("aah", "autre")]
    more += [filled(nationalite="eee"), filled(periode_objet="recruter")]
    reached = {v.label for one in more for v in one.values if v.text or v.tick}
    assert never_reached(PACK) - reached == set()


@pytest.mark.parametrize("situation", [*SITUATIONS, "contrat-aide", "france-travail"])
def test_one_situation_is_ticked_and_its_own_date_written(situation: str) -> None:
    document = filled(situation_pmsmp=situation, suspension="oui", inscription_date="03/09/2026")
    begin = next(n for n, v in enumerate(document.values) if v.label.startswith("Demandeur"))
    end = next(n for n, v in enumerate(document.values) if v.label == "Autre situation")
    marked = [value.label for value in document.values[begin : end + 1] if value.tick]
    waiting = [label for label in marked if "suspension" in label]
    assert len(marked) - len(waiting) == 1
    assert len(waiting) == (situation in ("iae", "contrat-aide", "salarie"))
    dates = [v for v in document.values if "date d'inscription" in v.label and v.text]
    assert len(dates) == (situation in ("mission-locale", "autre-organisme"))


@pytest.mark.parametrize(
    ("phone", "code", "number"),
    [
        ("01 99 00 12 34", "33", "199001234"),
        ("+33 1 99 00 12 34", "33", "199001234"),
    ],
)
def test_a_number_is_written_after_the_code_of_its_country(
    phone: str, code: str, number: str
) -> None:
    boxes = {value.label: value.text for value in filled(telephone=phone).values}
    assert boxes["Bénéficiaire : téléphone, indicatif"] == code
    assert boxes["Bénéficiaire : téléphone"] == number


def test_who_has_no_job_is_not_asked_for_an_employer() -> None:
    said = examples(PACK)["1"]["answers"]
    asked = {one.question.id for one in asked_now(CATALOGUE.form(PACK), Draft(PACK, said), TODAY)}
    assert "employeur_nom" not in asked
    assert "identifiant_ft" in asked
    assert "Demandeur d'emploi suivi par Pôle emploi" in ticked(PACK, "1")


def test_it_says_that_the_law_changed_after_this_paper() -> None:
    form = CATALOGUE.form(PACK)
    assert any("2023" in warning.text for warning in form.warning)
    assert any(source.to_verify for source in form.source)


def test_after_a_registration_nothing_of_who_she_is_is_asked_again() -> None:
    again = asked_again("13750-certificat-immatriculation", "1", PACK, "1")
    known = {"nom", "prenom", "civilite", "date_naissance", "lieu_naissance", "pays_naissance"}
    assert not again & (known | {"adresse_voie", "code_postal", "telephone", "courriel"})
