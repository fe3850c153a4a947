"""The declaration 13753*04: loss or theft, never both, and what is known is not asked again."""

from pathlib import Path

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.documents.compose_form import compose_form
from tests.helpers.official import (
    CATALOGUE,
    asked_again,
    composed,
    examples,
    never_reached,
    off_their_cells,
    off_their_lines,
    ticked,
    widgets,
    written,
)
from tests.helpers.printed import Rect, drawn, underscores

PACK = "13753-perte-carte-grise"
BLANK = "cerfa-13753-04-declaration-perte-carte-grise-xfa.pdf"
PLACES = CATALOGUE.field_map(PACK).place
IN_A_FRAME = {"(A) Numéro d'immatriculation", "Circonstances"}
TODAY = examples(PACK)["1"]["today"]


@pytest.fixture(scope="module")
def strokes(corpus: Path) -> list[Rect]:
    blank = corpus / "french" / BLANK
    return [*drawn(blank, 1), *underscores(blank, 1)]


def test_every_field_of_the_blank_is_mapped_once(corpus: Path) -> None:
    found = widgets(corpus / "french" / BLANK)
    mapped = [(place.field, place.option) for place in PLACES if place.field]
    assert sorted(mapped) == sorted(found)
    for place in (place for place in PLACES if place.kind == "tick"):
        ((_, rect),) = found[place.field, place.option]
        assert place.box[:2] == pytest.approx(rect[:2], abs=0.1), place.label


def test_letters_stand_on_the_printed_lines_and_in_the_printed_cells(strokes: list[Rect]) -> None:
    combs = [place for place in PLACES if place.comb]
    texts = [place for place in PLACES if place.kind == "text" and place.field and not place.comb]
    assert len(combs) == 5
    assert off_their_cells(combs, strokes) == []
    assert off_their_lines([one for one in texts if one.label not in IN_A_FRAME], strokes) == []


def test_together_the_examples_reach_every_box() -> None:
    assert never_reached(PACK) == set()


@pytest.mark.parametrize("answer", ["perte", "vol"])
def test_lost_or_stolen_is_ticked_in_both_places_and_never_both(answer: str) -> None:
    form = CATALOGUE.form(PACK)
    given = {**examples(PACK)["1"]["answers"], "perte_ou_vol": answer}
    answers = validate(form, Draft(PACK, given), TODAY)
    filled = compose_form(form, CATALOGUE.field_map(PACK), answers, TODAY)
    assert [value.label for value in filled.values if value.tick and "claration de" in value.label]
    marked = [value.label.split()[-1] for value in filled.values if value.tick]
    assert [word for word in marked if word in ("perte", "vol")] == [answer, answer]


def test_for_a_theft_she_is_told_to_go_to_the_police_first() -> None:
    told = [text for text in composed(PACK, "2").warnings if "gendarmerie" in text]
    assert len(told) == 1
    assert not any("gendarmerie" in text for text in composed(PACK, "1").warnings)


def test_a_company_is_not_asked_when_it_was_born() -> None:
    said = examples(PACK)["2"]["answers"]
    asked = {one.question.id for one in asked_now(CATALOGUE.form(PACK), Draft(PACK, said), TODAY)}
    assert not asked & {"nom", "civilite", "date_naissance", "lieu_naissance"}
    assert "Personne morale" in ticked(PACK, "2")


def test_of_a_birth_whose_year_alone_is_known_the_year_is_written() -> None:
    boxes = written(PACK, "3")
    assert [boxes[f"Né(e) le : {part}"] for part in ("jour", "mois", "année")] == ["", "", "1979"]


def test_after_the_mandate_only_the_loss_and_her_birth_are_asked() -> None:
    assert asked_again("13757-mandat-immatriculation", "1", PACK, "1") == {
        "perte_ou_vol",
        "disparition_date",
        "disparition_lieu",
        "circonstances",
        "civilite",
        "lieu_naissance",
        "date_naissance",
        "denomination_commerciale",
        "fait_a",
        "fait_le",
    }
