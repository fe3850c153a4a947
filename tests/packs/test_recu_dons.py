"""The receipt for gifts 11580: one pack, and one map for each of its three blanks."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.core.packs.model import FieldMap, FormDefinition
from desktop_app.pdf.forms.writer import OfficialForms
from tests.helpers.examples import CATALOGUE, composed, examples, filled, reached, texts, ticked
from tests.helpers.flat_forms import off_squares
from tests.helpers.printed import Rect, signs

PACK = "11580-recu-dons"
FLAT, WITH_FIELDS, OLDER = "11580*05", "11580*05, avec cases", "11580*04"
BLANKS = {
    FLAT: "cerfa-11580-05-recu-dons-particuliers-plat.pdf",
    WITH_FIELDS: "cerfa-11580-05-recu-dons-particuliers.pdf",
    OLDER: "cerfa-11580-04-recu-dons.pdf",
}
SQUARES = "\x01\uf007"  # squares and circles, in the form's own font
EMPTY = ("Signature", "à droite du titre", "la première", "la couvre")
"""Words of the boxes that no answer fills: a signature, and lines that another box covers."""


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return CATALOGUE.form(PACK)


def field_map(edition: str) -> FieldMap:
    return CATALOGUE.field_map(PACK, edition)


def squares(blank: Path, page: int) -> list[Rect]:
    return signs(blank, page, SQUARES)


def fields(blank: Path) -> set[str]:
    return {str(name) for name in PdfReader(blank).get_fields() or {}}


def every_answer(form: FormDefinition) -> list[dict[str, str]]:
    """Return one set of changes for each choice of the form."""
    choices = {
        question.id: [choice.id for choice in question.choices]
        for section in form.section
        for question in section.question
        if question.kind == "choice" and question.id.startswith(("organisme", "don"))
    }
    base = {"organisme_autre": "Commune de Montbrison", "utilite_arrete": "14/05/1998"}
    general = {"organisme_categorie": "interet-general", "don_nature": "numeraire"}
    kinds = [{"organisme_categorie": one} for one in choices.pop("organisme_categorie")]
    others = [{**general, name: one} for name, ids in choices.items() for one in ids]
    return [{**base, **one} for one in (*kinds, *others)]


@pytest.mark.parametrize("edition", BLANKS)
def test_every_box_can_be_reached(form: FormDefinition, edition: str) -> None:
    made = [composed(PACK, "3-", edition, **changes) for changes in every_answer(form)]
    made += [composed(PACK, example, edition) for example in examples(PACK)]
    made += [composed(PACK, "1-", edition, don_articles=["238-bis"])]
    boxes = {
        place.label
        for place in field_map(edition).place
        if not any(words in place.label for words in EMPTY)
    }
    assert boxes - reached(made) == set()


@pytest.mark.parametrize("edition", [FLAT, WITH_FIELDS])
def test_every_cross_of_05_is_in_the_middle_of_its_square(edition: str, corpus: Path) -> None:
    crosses = [place for place in field_map(edition).place if place.kind == "tick"]
    assert len(crosses) == 10 + 8 + 8 + 9 + 5 + 1
    assert off_squares(field_map(edition), corpus / "french" / BLANKS[FLAT], squares) == []


def test_the_fields_left_out_are_those_that_are_no_box_of_the_paper(corpus: Path) -> None:
    left = {
        edition: fields(corpus / "french" / BLANKS[edition])
        - {place.field for place in field_map(edition).place}
        for edition in (WITH_FIELDS, OLDER)
    }
    assert left[WITH_FIELDS] == {"d35-1", "d35-2", "d35-3"}  # one field for two different days
    assert left[OLDER] == {
        "Cochez la case concernée 1",
        "réduction dimpôt prévue à larticle 3",
        "Nature du don",
        "En cas de don en numéraire mode de versement du don",
    }


def test_both_maps_of_05_write_the_same_at_the_same_place() -> None:
    flat = {place.label: place for place in field_map(FLAT).place}
    with_fields = {place.label: place for place in field_map(WITH_FIELDS).place}
    assert flat.keys() <= with_fields.keys()
    assert {label for label in with_fields if label not in flat} == {
        "Nom ou dénomination (à droite du titre, sans ligne)",
        "Objet (seconde case : le texte de la première couvre les deux lignes)",
    }
    for label, place in flat.items():
        assert (place.value, place.box) == (with_fields[label].value, with_fields[label].box)


def test_the_day_of_the_gift_is_never_that_of_the_signature() -> None:
    for edition in (FLAT, WITH_FIELDS):
        written = texts(composed(PACK, "1-", edition, fait_le="25/11/2026"))
        assert written["Date du versement ou du don : jour"] == "12"
        assert written["Date (près de la signature) : jour"] == "25"


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"organisme_categorie": "fonds-dotation"}, "Fonds de dotation"),
        (
            {"organisme_categorie": "interet-general", "organisme_precision": "autre"},
            "Commune de Montbrison",
        ),
    ],
)
def test_a_kind_that_the_older_edition_has_no_square_for_goes_on_its_last_line(
    answers: dict[str, str], words: str
) -> None:
    form = composed(PACK, "4-", OLDER, organisme_autre="Commune de Montbrison", **answers)
    assert "Autres organismes" in ticked(form)
    assert texts(form)["Autres organismes (ligne)"] == words


def test_one_kind_of_body_is_one_cross(form: FormDefinition) -> None:
    kinds = next(q for s in form.section for q in s.question if q.id == "organisme_categorie")
    base = {"nom": "Martin", "association_nom": "A", "don_montant": "1", "hebergement": "chez-moi"}
    older_only = {"creation", "festivals", "recherche-agreee"}
    for choice in kinds.choices:
        crosses = ticked(filled(PACK, FLAT, **base, organisme_categorie=choice.id))
        assert len(crosses) == (0 if choice.id in older_only else 1), choice.id


@pytest.mark.parametrize("edition", [WITH_FIELDS, OLDER])
@pytest.mark.parametrize("example", ["1-", pytest.param("2-", marks=pytest.mark.slow)])
def test_the_blanks_with_fields_are_filled_and_read_back(
    edition: str, example: str, corpus: Path
) -> None:
    form = composed(PACK, example, edition)
    blank = (corpus / "french" / BLANKS[edition]).read_bytes()
    _, proof = OfficialForms().fill(form, blank)
    assert (proof.problems, proof.overflow) == ((), ())
    assert (
        proof.verified
        == proof.total
        == sum(bool(value.text or value.tick) for value in form.values)
    )


@pytest.mark.parametrize("edition", BLANKS)
def test_each_blank_is_known_for_its_own_edition(edition: str, corpus: Path) -> None:
    blank = (corpus / "french" / BLANKS[edition]).read_bytes()
    seen = OfficialForms().read(blank).sight
    for found in (CATALOGUE.recognise(blank), CATALOGUE.recognise(b"", seen)):
        assert found is not None
        assert (found[0].id, found[1]) == (PACK, edition)
