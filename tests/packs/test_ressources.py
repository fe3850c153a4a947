"""The yearly statement of income 10397*16: three columns, and only the lines one has."""

from pathlib import Path

import pytest

from tests.helpers.examples import (
    CATALOGUE,
    asked,
    composed,
    examples,
    filled,
    reached,
    still_asked,
    texts,
    ticked,
)
from tests.helpers.flat_forms import off_cells, off_squares, off_underscores

PACK = "10397-ressources"
BLANK = "cerfa-10397-16-ressources-plat.pdf"
RESERVED = "réservé à la Caf"
COLUMNS = {"": "vous", "conjoint_": "conjoint, concubin ou pacsé", "autre_": "enfant ou autre"}
MAP = CATALOGUE.field_map(PACK)


@pytest.fixture(scope="module")
def blank(corpus: Path) -> Path:
    return corpus / "french" / BLANK


def test_every_cross_is_in_the_middle_of_its_square(blank: Path) -> None:
    assert len([place for place in MAP.place if place.kind == "tick"]) == 6
    assert off_squares(MAP, blank) == []


def test_every_digit_is_in_the_middle_of_its_cell(blank: Path) -> None:
    assert len([place for place in MAP.place if place.comb]) == 16 * 3 + 3
    assert off_cells(MAP, blank) == []


def test_every_line_of_writing_is_on_a_printed_line(blank: Path) -> None:
    written = [place for place in MAP.place if place.value and not place.comb]
    assert len(written) == 13
    assert off_underscores(written, blank) == []


def test_together_the_examples_reach_every_box() -> None:
    boxes = {place.label for place in MAP.place if RESERVED not in place.label}
    assert boxes - reached(composed(PACK, example) for example in examples(PACK)) == set()


def test_each_amount_is_in_its_own_cells() -> None:
    """Every amount of the example is another one: none is written twice, none is lost."""
    amounts = [
        value.text for value in composed(PACK, "2-").values if value.comb == 5 and value.text
    ]
    assert len(amounts) == len(set(amounts)) == 48


def test_only_the_amounts_of_what_is_ticked_are_asked() -> None:
    few = asked(PACK, nom="Martin", organisme="caf", ressources_eues="oui")
    more = asked(
        PACK, nom="Martin", organisme="caf", ressources_eues="oui", ressources_genres=["retraites"]
    )
    assert [name for name in more if name not in few] == ["retraites"]


@pytest.mark.parametrize(("who", "column"), COLUMNS.items())
def test_no_income_is_one_cross_in_one_column(who: str, column: str) -> None:
    base = {"nom": "Martin", "organisme": "caf", "hebergement": "chez-moi"}
    others = {"en_couple": "oui", "autre_personne": "oui"}
    answers = {**base, **others, f"{who}ressources_eues": "non"}
    assert [label.split("(")[1] for label in ticked(filled(PACK, **answers))] == [
        next(
            place.label.split("(")[1]
            for place in MAP.place
            if place.kind == "tick" and f"({column}" in place.label
        )
    ]


def test_a_person_alone_leaves_the_two_other_columns_empty() -> None:
    written = {label for label, text in texts(composed(PACK, "1-")).items() if text}
    assert not any("(conjoint" in label or "(enfant" in label for label in written)


def test_amounts_are_whole_euros_that_fit_their_five_cells() -> None:
    amounts = [
        question
        for section in CATALOGUE.form(PACK).section
        for question in section.question
        if question.kind == "integer" and not question.id.startswith(("annee_naissance", "piece_"))
    ]
    assert len(amounts) == 48
    assert {question.maximum for question in amounts} == {"99999"}


def test_after_the_housing_aid_only_income_and_the_other_persons_are_asked() -> None:
    new, known = still_asked(PACK, "1-", "10840-aide-logement")
    assert known == 15
    assert new == [
        "ressources_eues",
        "ressources_genres",
        "retraites",
        "charges_genres",
        "autre_personne",
        "invalidite",
    ]


def test_its_year_is_told_because_it_is_printed_on_it() -> None:
    form = CATALOGUE.form(PACK)
    assert form.withdrawn
    assert "2012" in form.warning[0].text
    assert any(source.to_verify for source in form.source)


def test_the_building_and_who_shelters_stand_before_the_street() -> None:
    """It was asked, read again, and on no paper."""
    written = texts(composed(PACK, "2-"))["Adresse"]
    assert written == "Bâtiment B, 2e étage, 12 rue des Tilleuls, 42000 Saint-Étienne"
