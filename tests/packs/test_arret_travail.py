"""The sick-leave notice 10170*06: three sheets repeat her lines, the doctor's stay empty."""

from pathlib import Path

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
    off_their_squares,
    reserved,
    ticked,
    widgets,
    written,
)
from tests.helpers.printed import Rect, drawn

PACK = "10170-arret-travail"
BLANK = "cerfa-10170-06-avis-arret-de-travail.pdf"
PLACES = CATALOGUE.field_map(PACK).place
MINE = examples(PACK)["1"]["answers"]
TODAY = examples(PACK)["1"]["today"]
DOCTOR = "réservé au médecin"
SHEETS = (3, 4, 5)
UNEVEN = 1.6  # points: the paper's own cells are not of one width
NO_CELLS = ("N° téléphone", "Employeur : n° téléphone")
NOT_MAPPED = {("SIR", ""), ("RAP ALD", "NON"), ("ps_raison_sociale_adresse", "")}
"""A second field under another one; a stray square on the notice; a frame sheet 3 lacks."""


@pytest.fixture(scope="module")
def strokes(corpus: Path) -> dict[int, list[Rect]]:
    return {page: drawn(corpus / "french" / BLANK, page) for page in SHEETS}


def filled(**changes: str) -> FilledForm:
    form = CATALOGUE.form(PACK)
    answers = validate(form, Draft(PACK, {**MINE, **changes}), TODAY)
    return compose_form(form, CATALOGUE.field_map(PACK), answers, TODAY)


def sheet(example: str, number: int) -> dict[str, str]:
    end = f" (volet {number})"
    return {
        label.removesuffix(end): text
        for label, text in written(PACK, example).items()
        if label.endswith(end)
    }


def test_every_field_is_mapped_on_each_sheet_that_prints_its_box(corpus: Path) -> None:
    found = widgets(corpus / "french" / BLANK)
    on_paper = {
        (name, state, page)
        for (name, state), places in found.items()
        for page, _ in places
        if page in SHEETS
    }
    mapped = {
        (place.field, next(s for n, s in found if n == place.field), place.page)
        if not place.option
        else (place.field, place.option, place.page)
        for place in PLACES
        if place.field
    }
    assert mapped <= on_paper
    assert {one[:2] for one in on_paper - mapped} <= NOT_MAPPED | {("ps_numero_am", "")}
    assert len(mapped) == sum(1 for place in PLACES if place.field)


def test_her_crosses_and_digits_are_in_the_printed_squares_and_cells(
    strokes: dict[int, list[Rect]],
) -> None:
    for page in SHEETS:
        here = [place for place in PLACES if place.page == page and not reserved(place)]
        crosses = [place for place in here if place.kind == "tick"]
        combs = [p for p in here if p.comb and not p.label.startswith(NO_CELLS)]
        assert len(crosses) == (15 if page < 5 else 7)
        assert len(combs) == 6
        assert off_their_squares(crosses, strokes[page]) == []
        assert off_their_cells(combs, strokes[page], UNEVEN) == []


def test_the_three_sheets_say_the_same() -> None:
    for example in examples(PACK):
        first, second, third = (sheet(example, number) for number in (1, 2, 3))
        assert first == second
        assert third.items() <= first.items()
        assert len(third) > 15


def test_the_examples_reach_all_her_lines_but_some_squares() -> None:
    left = {label.rsplit(" (", 1)[0] for label in never_reached(PACK)}
    assert left == {
        "Fonctionnaire",
        "Profession indépendante",
        "Activité non salariée agricole",
        "Affection de pensionné(e) de guerre : oui",
        "Prolongation : médecin spécialiste consulté à la demande du médecin traitant",
        "Prolongation : à l'occasion d'une hospitalisation",
    }


@pytest.mark.parametrize(
    ("question", "answer", "square"),
    [
        ("activite", "fonctionnaire", "Fonctionnaire"),
        ("activite", "independante", "Profession indépendante"),
        ("activite", "agricole", "Activité non salariée agricole"),
        ("pension_guerre", "oui", "Affection de pensionné(e) de guerre : oui"),
        ("prolongation_par", "specialiste", "Prolongation : médecin spécialiste"),
        ("prolongation_par", "hospitalisation", "Prolongation : à l'occasion d'une hospi"),
    ],
)
def test_each_of_those_is_ticked_alone_on_each_sheet(
    question: str, answer: str, square: str
) -> None:
    now = {value.label for value in filled(**{question: answer}).values if value.tick}
    before = set(ticked(PACK, "1"))
    sheets = 3 if question == "activite" else 2
    assert sorted(label.startswith(square) for label in now - before) == [True] * sheets
    assert len(before - now) == sheets


def test_what_the_doctor_writes_is_left_to_the_doctor() -> None:
    others = [place for place in PLACES if DOCTOR in place.label]
    assert len(others) == 71
    assert all(reserved(place) for place in others)


def test_the_copy_sheet_says_that_the_doctor_signs_and_what_paper_counts() -> None:
    told = reading.lines(copying(composed(PACK, "1")))
    assert any("à la personne" in step and "le signe" in step for step in told)
    assert any("original sécurisé" in text for text in told)
    assert any("plus en service" in text for text in told)


@pytest.mark.parametrize(
    ("activity", "words"),
    [
        ("salariee", "volet 3 à votre employeur"),
        ("fonctionnaire", "Gardez le volet 1"),
        ("independante", "Gardez le volet 3"),
        ("agricole", "Gardez le volet 3"),
        ("sans-emploi", "volet 3 à France Travail"),
    ],
)
def test_each_is_told_where_her_own_sheets_go(activity: str, words: str) -> None:
    told = [text for text in filled(activite=activity).warnings if "volet" in text]
    assert [words in text for text in told] == [True]


def test_her_name_and_number_are_not_asked_again_after_the_domiciliation() -> None:
    again = asked_again("15548-domiciliation", "1", PACK, "1")
    assert not again & {"nom", "prenom", "nom_naissance", "telephone"}
