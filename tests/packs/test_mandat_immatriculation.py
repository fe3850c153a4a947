"""The mandate 13757*03: one answer a box, on the printed lines, and a few questions only."""

from pathlib import Path

import pytest

from tests.helpers.official import (
    CATALOGUE,
    asked_again,
    never_reached,
    off_their_cells,
    off_their_lines,
    ticked,
    widgets,
    written,
)
from tests.helpers.printed import Rect, drawn, underscores

PACK = "13757-mandat-immatriculation"
BLANK = "cerfa-13757-03-mandat-immatriculation-xfa.pdf"
INSURED = "Je suis informé(e) que je dois assurer ce véhicule"
PLACES = CATALOGUE.field_map(PACK).place
ON_LINES = [place for place in PLACES if place.kind == "text" and place.field and not place.comb]


@pytest.fixture(scope="module")
def strokes(corpus: Path) -> list[Rect]:
    blank = corpus / "french" / BLANK
    return [*drawn(blank, 1), *underscores(blank, 1)]


def test_every_field_of_the_blank_is_mapped_once(corpus: Path) -> None:
    fields = [name for name, _ in widgets(corpus / "french" / BLANK)]
    mapped = [place.field for place in PLACES if place.field]
    assert sorted(mapped) == sorted(fields)
    assert len(fields) == 21
    assert len({place.label for place in PLACES}) == len(PLACES)


def test_a_tick_is_where_its_field_is_whatever_its_name_says(corpus: Path) -> None:
    """The two fields are named the one for the other."""
    found = widgets(corpus / "french" / BLANK)
    for place in (place for place in PLACES if place.kind == "tick"):
        ((_, rect),) = next(at for (name, _), at in found.items() if name == place.field)
        assert place.box[:2] == pytest.approx(rect[:2], abs=0.1)
    insured = next(place for place in PLACES if place.label == INSURED)
    assert "Opposition" in insured.field
    assert insured.box[1] > 200


def test_letters_stand_on_the_printed_lines_and_in_the_printed_cells(strokes: list[Rect]) -> None:
    combs = [place for place in PLACES if place.comb]
    assert len(combs) == 7
    assert len(ON_LINES) == 12
    assert off_their_cells(combs, strokes) == []
    assert off_their_lines(ON_LINES, strokes) == []


def test_together_the_examples_reach_every_box() -> None:
    assert never_reached(PACK) == set()


def test_the_address_typed_once_is_cut_for_the_four_boxes() -> None:
    boxes = written(PACK, "1")
    assert [
        boxes[label]
        for label in (
            "Domicilié(e) à : n° de la voie",
            "Extension (bis, ter)",
            "Type de voie (avenue, etc.)",
            "Nom de la voie",
        )
    ] == ["12", "bis", "rue", "des Tilleuls, Bâtiment B, 2e étage"]


def test_nothing_is_ticked_that_she_did_not_say() -> None:
    assert INSURED in ticked(PACK, "1")
    assert ticked(PACK, "2") == []


def test_after_the_loss_little_is_asked_again() -> None:
    """Who she is, where she lives and which car: known from the form 13753."""
    assert asked_again("13753-perte-carte-grise", "1", PACK, "1") == {
        "mandataire_nom",
        "mandataire_siret",
        "mandat_pour",
        "demande_carte_grise",
        "vin",
        "assurance_informe",
        "fait_a",
        "fait_le",
    }
