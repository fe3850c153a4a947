"""The registration on the electoral roll 12669*01: flat, in capitals, one letter a cell."""

from pathlib import Path

import pytest

from tests.helpers.examples import (
    CATALOGUE,
    composed,
    examples,
    reached,
    still_asked,
    texts,
    ticked,
)
from tests.helpers.flat_forms import off_cells, off_squares
from tests.helpers.printed import Rect, signs

PACK = "12669-listes-electorales"
BLANK = "cerfa-12669-01-listes-electorales-plat.pdf"
TOWN_HALL = "réservé à la mairie"
CELL = "\x02"  # a white cell, in the form's own font
PROXY = "14952-procuration-vote"
MAP = CATALOGUE.field_map(PACK)


@pytest.fixture(scope="module")
def blank(corpus: Path) -> Path:
    return corpus / "french" / BLANK


def cells(blank: Path, page: int) -> list[Rect]:
    return signs(blank, page, CELL)


def test_every_cross_is_in_the_middle_of_its_square(blank: Path) -> None:
    assert len([place for place in MAP.place if place.kind == "tick"]) == 5
    assert off_squares(MAP, blank) == []


def test_every_letter_is_in_the_middle_of_its_cell(blank: Path) -> None:
    assert off_cells(MAP, blank, cells) == []


def test_every_cell_of_the_paper_is_in_the_map(blank: Path) -> None:
    assert sum(place.comb for place in MAP.place) == len(cells(blank, 1)) == 580


def test_together_the_examples_reach_every_box() -> None:
    boxes = {place.label for place in MAP.place if TOWN_HALL not in place.label}
    left = boxes - reached(composed(PACK, example) for example in examples(PACK))
    assert left == {"Signature du demandeur"}


def test_what_is_the_town_hall_s_is_left_empty() -> None:
    theirs = [value for value in composed(PACK, "1-").values if TOWN_HALL in value.label]
    assert len(theirs) == 11
    assert not any(value.text or value.tick for value in theirs)


def test_all_is_in_capitals_as_page_two_asks_but_the_e_mail_address() -> None:
    written = texts(composed(PACK, "1-"))
    small = {label for label, text in written.items() if text != text.upper()}
    assert small == {"Courriel, avant @", "Courriel, après @"}


def test_a_married_name_goes_on_its_own_line() -> None:
    alone = texts(composed(PACK, "1-", nom_naissance=""))
    both = texts(composed(PACK, "1-"))
    assert (both["Nom"], both["Nom marital (facultatif)"]) == ("DUPRÉ", "LEFÈVRE-NŒL")
    assert (alone["Nom"], alone["Nom marital (facultatif)"]) == ("LEFÈVRE-NŒL", "")


@pytest.mark.parametrize(
    ("typed", "cells_of_two", "overseas"),
    [("42", "42", ""), ("2a", "2A", ""), ("La Réunion", "", "LA RÉUNION"), ("974", "", "974")],
)
def test_a_department_is_two_signs_or_an_overseas_name(
    typed: str, cells_of_two: str, overseas: str
) -> None:
    written = texts(composed(PACK, "1-", electeur_departement=typed))
    assert written["Précédent lieu d'inscription : département"] == cells_of_two
    assert written["Précédent lieu d'inscription : ou outre-mer"] == overseas


@pytest.mark.parametrize("situation", ["premiere", "meme-commune", "autre-commune"])
def test_one_situation_only_is_ticked(situation: str) -> None:
    form = composed(PACK, "1-", inscription_situation=situation)
    assert len([label for label in ticked(form) if label.startswith("Situation")]) == 1
    before = texts(form)["Précédent lieu d'inscription : commune"]
    assert bool(before) == (situation == "autre-commune")


@pytest.mark.parametrize(
    ("example", "first", "second"),
    [
        ("1-", "BÂTIMENT B, 2E ÉTAGE", "12 RUE DES TILLEULS"),
        ("2-", "CHEZ MME DIALLO", "3 RUE NEUVE, LE BOURG"),
        ("3-", "LE BOURG", "LES GRANGES"),
        ("4-", "CCAS DE MONTBRISON", "1 PLACE DE LA MAIRIE"),
    ],
)
def test_an_address_takes_its_two_lines(example: str, first: str, second: str) -> None:
    written = texts(composed(PACK, example))
    assert written["Adresse : première ligne"] == first
    assert written["Adresse : deuxième ligne"] == second


def test_after_a_proxy_where_one_votes_is_known() -> None:
    new, known = still_asked(PACK, "1-", PROXY)
    assert known == 14
    assert new == [
        "civilite",
        "lieu_naissance",
        "departement_naissance",
        "pays_naissance",
        "inscription_ici",
        "inscription_departement",
        "inscription_situation",
        "radiation_consulat",
        "fait_le",
    ]


def test_a_newer_edition_and_a_rule_that_changed_are_told() -> None:
    form = CATALOGUE.form(PACK)
    assert form.withdrawn
    assert "12669*02" in form.warning[0].text
    assert "31 décembre" in form.warning[1].text
    assert any(source.to_verify for source in form.source)
