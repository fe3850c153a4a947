"""The rent certificate 10842*06: the tenant prepares it, the landlord fills and signs it."""

from pathlib import Path

import pytest

from desktop_app.pages import reading
from desktop_app.pages.copying import copying
from tests.helpers.examples import (
    CATALOGUE,
    asked,
    composed,
    examples,
    reached,
    still_asked,
    texts,
    ticked,
)
from tests.helpers.flat_forms import off_cells, off_squares, off_underscores

PACK = "10842-attestation-loyer"
BLANK = "cerfa-10842-06-attestation-loyer-plat.pdf"
LANDLORD, FUND = "réservé au bailleur", "réservé à la Caf"
HOUSING_AID = "10840-aide-logement"
MAP = CATALOGUE.field_map(PACK)


@pytest.fixture(scope="module")
def blank(corpus: Path) -> Path:
    return corpus / "french" / BLANK


def test_every_cross_is_in_the_middle_of_its_square(blank: Path) -> None:
    assert len([place for place in MAP.place if place.kind == "tick"]) == 20
    assert off_squares(MAP, blank) == []


def test_every_digit_is_in_the_middle_of_its_cell(blank: Path) -> None:
    assert len([place for place in MAP.place if place.comb]) == 34
    assert off_cells(MAP, blank) == []


def test_every_line_of_writing_is_on_a_printed_line(blank: Path) -> None:
    written = [place for place in MAP.place if place.value and not place.comb]
    assert len(written) == 13
    assert off_underscores(written, blank) == []


def test_together_the_examples_reach_every_box() -> None:
    boxes = {place.label for place in MAP.place if FUND not in place.label}
    left = boxes - reached(composed(PACK, example) for example in examples(PACK))
    assert all("ignature" in label and "date" not in label for label in left), left
    assert len(left) == 2


def test_the_tenant_prepares_her_part_and_the_rest_is_left_to_the_landlord() -> None:
    form = composed(PACK, "1-")
    theirs = [value for value in form.values if LANDLORD in value.label]
    assert len(theirs) == 51
    assert not any(value.text or value.tick for value in theirs)
    assert any("signée par le propriétaire" in text for text in form.warnings)
    assert not any("Datez et signez" in line for line in reading.lines(copying(form)))


@pytest.mark.parametrize(
    ("kind", "line"),
    [("al", "si Al"), ("apl", "si Apl"), ("meuble", "si meublé Al")],
)
def test_the_rent_is_on_the_line_of_its_kind_alone(kind: str, line: str) -> None:
    rent = {"loyer_hors_charges": "320", "loyer_charges_comprises": "320"}
    form = composed(PACK, "2-", loyer_genre=kind, **rent)
    amounts = {
        label.split(" :")[0]
        for label, text in texts(form).items()
        if "montant" in label and text == "320,00"
    }
    assert amounts == {line}
    assert [one.split(" :")[0] for one in ticked(form) if "montant" in one] == [line]


def test_the_codes_go_under_their_own_title() -> None:
    for example, title, other in (
        ("3-", "Logement conventionné", "Al versée automatiquement"),
        ("4-", "Al versée automatiquement", "Logement conventionné"),
    ):
        written = {label for label, text in texts(composed(PACK, example)).items() if text}
        assert any(label.startswith(f"{title} : code") for label in written)
        assert not any(label.startswith(f"{other} : code") for label in written)


def test_the_request_of_page_two_is_filled_only_when_it_is_made() -> None:
    asking, not_asking = composed(PACK, "2-"), composed(PACK, "6-")
    assert sum(bool(value.text) for value in asking.values if value.page == 2) == 6
    assert not any(value.text for value in not_asking.values if value.page == 2)
    assert [paper.text for paper in asking.enclosures] == [
        "Relevé d’identité bancaire du propriétaire (bailleur)"
    ]
    assert not not_asking.enclosures


@pytest.mark.parametrize(
    ("typed", "pairs"),
    [
        ("01 99 00 56 78", ["01", "99", "00", "56", "78"]),
        ("+33 1 99 00 56 78", ["01", "99", "00", "56", "78"]),
        ("+32 2 555 12 34", [""] * 5),
    ],
    ids=["French", "French, as dialled from abroad", "foreign: it has no place"],
)
def test_a_telephone_number_in_its_ten_cells(typed: str, pairs: list[str]) -> None:
    written = texts(composed(PACK, "1-", bailleur_telephone=typed))
    assert [text for label, text in written.items() if "téléphone" in label] == pairs


def test_after_the_housing_aid_the_tenant_is_asked_the_landlord_and_little_else() -> None:
    new, known = still_asked(PACK, "1-", HOUSING_AID)
    assert known == 11
    assert new == [
        "attestation_par",
        "bailleur_nom",
        "bailleur_adresse",
        "bailleur_telephone",
        "second_locataire",
        "chambre_unique",
        "colocation",
    ]


def test_the_tenant_is_not_asked_what_is_the_landlord_s() -> None:
    mine = asked(PACK, nom="Martin", attestation_par="locataire", courrier_au_logement="oui")
    assert not {"loyer_genre", "bail_date", "logement_decent", "fait_a"} & set(mine)
